/**
 * Routes of Canvas that belong to its documented files: where an upload ends, and where the addresses in a File lead.
 * Source: file_uploads.html; the `url`, `thumbnail_url` and `preview_url` of a File; config/routes.rb.
 */
import type { CorrectedOperation } from './corrections.ts';
import type { DocumentedParams } from './data.ts';

const text = { type: 'string' };
const texts = { type: 'string[]' };
const id = { type: 'string' };

const success: DocumentedParams = { uuid: text, on_duplicate: text, quota_exemption: text, include: texts };
const download: DocumentedParams = {
  verifier: text,
  download_frd: { type: 'boolean' },
  inline: { type: 'boolean' },
  preview: { type: 'boolean' },
  replacement_chain_context_type: text,
  replacement_chain_context_id: text,
};

const route = (
  operation: string,
  nickname: string,
  params: DocumentedParams,
  returns = 'JSONValue',
): CorrectedOperation => {
  const [method = '', path = ''] = operation.split(' ');
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, id]);
  return {
    method,
    path,
    nickname,
    returns,
    paginated: false,
    path_params: Object.fromEntries(names),
    params,
  };
};

export const fileRoutes: readonly CorrectedOperation[] = [
  route('GET /api/v1/files/{id}/create_success', 'confirm_upload', success, 'File'),
  route('POST /api/v1/files/{id}/create_success', 'confirm_upload_by_post', success, 'File'),
  route('GET /api/v1/files/{id}/{uuid}/status', 'get_upload_status', {}),
  route('GET /files/{id}/download', 'download_file', download),
  route('GET /courses/{course_id}/files/{id}/download', 'download_file_of_course', download),
  route('GET /users/{user_id}/files/{id}/download', 'download_file_of_user', download),
  route('GET /courses/{course_id}/files/{id}/file_preview', 'preview_file_of_course', download),
  route('GET /users/{user_id}/files/{id}/file_preview', 'preview_file_of_user', download),
  route('GET /images/thumbnails/{id}/{uuid}', 'get_thumbnail', { size: text }),
  route('GET /images/thumbnails/show/{id}/{uuid}', 'show_thumbnail', { size: text }),
];
