import type { Correction } from '../corrections.ts';
import { flag, oneOf, text } from './params.ts';

const attachments = 'lib/api/v1/attachment.rb';
const files = 'app/controllers/files_controller.rb';
const folders = 'app/controllers/folders_controller.rb';

export const fileCorrections: readonly Correction[] = [
  {
    operations: [
      'POST /api/v1/courses/{course_id}/files',
      'POST /api/v1/groups/{group_id}/files',
      'POST /api/v1/users/{user_id}/files',
      'POST /api/v1/folders/{folder_id}/files',
      'POST /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/files',
      'POST /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions/{user_id}/files',
      'POST /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/comments/files',
    ],
    because: 'The page "Uploading files" describes them all; each page of an operation only links to it.',
    source: `file_uploads.html; ${attachments} api_attachment_preflight`,
    params: {
      name: text,
      filename: text,
      size: { type: 'integer' },
      content_type: text,
      parent_folder_id: text,
      parent_folder_path: text,
      folder: text,
      on_duplicate: text,
      url: text,
      no_redirect: flag,
      category: text,
      success_include: { type: 'string[]' },
    },
  },
  {
    operations: [
      'GET /api/v1/courses/{course_id}/files',
      'GET /api/v1/groups/{group_id}/files',
      'GET /api/v1/users/{user_id}/files',
      'GET /api/v1/folders/{id}/files',
    ],
    because: 'Kept for old clients, or used by the pages: another name of sort, and the category.',
    source: `${files} api_index`,
    params: { sort_by: text, category: text, use_verifiers: flag },
  },
  {
    operations: [
      'GET /api/v1/files/{id}',
      'GET /api/v1/courses/{course_id}/files/{id}',
      'GET /api/v1/groups/{group_id}/files/{id}',
      'GET /api/v1/users/{user_id}/files/{id}',
      'GET /api/v1/files/{id}/public_url',
      'GET /api/v1/files/{id}/icon_metadata',
    ],
    because: 'A verifier lets anybody read the file that it belongs to. Course ids may be SIS ids.',
    source: `${files} access_allowed, replacement_chain_context`,
    params: { verifier: text, use_verifiers: flag, replacement_chain_context_id: text },
  },
  {
    operations: ['POST /api/v1/folders/{dest_folder_id}/copy_file'],
    because: 'With rename, the name that the copy is to have.',
    source: `${folders} copy_file`,
    params: { name: text },
  },
  {
    operations: [
      'GET /api/v1/folders/{id}/folders',
      'GET /api/v1/courses/{course_id}/folders',
      'GET /api/v1/groups/{group_id}/folders',
      'GET /api/v1/users/{user_id}/folders',
    ],
    because: 'By position instead of by name.',
    source: `${folders} api_index, list_all_folders`,
    params: { sort_by: oneOf('name', 'position') },
  },
];
