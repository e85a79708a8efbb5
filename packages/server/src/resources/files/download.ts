/** Where the `url` of a File leads. */
import type { AttachmentRow } from '../../domain/attachments.ts';
import { NotFound, Refusal, Unauthenticated, Unauthorized } from '../../errors.ts';
import { presentationOf, serveFile } from '../../files/serve.ts';
import { ContentGone } from '../../files/storage.ts';
import type { Context } from '../../http/context.ts';
import { operation, type Params, Reply } from '../../http/operation.ts';
import { Anything } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { user } from '../users/load.ts';
import { file, fileOfCourse, fileOfUser } from './load.ts';
import { mayReadWith } from './rules.ts';
import { servedFile } from './served-file.ts';

type DownloadParams = Params<'GET /files/{id}/download'>;

async function download(ctx: Context, file: AttachmentRow, { verifier, download_frd }: DownloadParams) {
  if (!(await mayReadWith(ctx, file, 'download', verifier))) throw await refusal(ctx, file);
  const served = servedFile(file);
  const { method = 'GET', headers = {} } = ctx.request;
  const presentation = presentationOf(served, download_frd ? 'attachment' : 'inline');
  try {
    const answer = await serveFile(ctx.site.files, served, presentation, { method, headers });
    return new Reply<unknown>(answer.status, answer.body, answer.headers);
  } catch (error) {
    if (!(error instanceof ContentGone)) throw error;
    ctx.site.log.error({ err: error, file_id: file.id }, 'the contents of a file are gone');
    throw new NotFound();
  }
}

/** Who may know of a file and yet not have it meets a lock. */
async function refusal(ctx: Context, file: AttachmentRow) {
  if (await mayReadWith(ctx, file, 'read', undefined)) {
    return new Refusal(403, { errors: [{ message: 'This file is currently locked.' }] });
  }
  return ctx.user ? new Unauthorized() : new Unauthenticated();
}

const common = { requires: 'public', returns: Anything } as const;

export const downloadFile = operation('GET /files/{id}/download', {
  ...common,
  summary: 'What is in a file',
  load: { file: file('id') },
  handle: ({ ctx, file, params }) => download(ctx, file, params),
});

export const downloadOfCourse = operation('GET /courses/{course_id}/files/{id}/download', {
  ...common,
  summary: 'What is in a file of a course',
  load: { course: course('course_id'), file: fileOfCourse('id') },
  handle: ({ ctx, file, params }) => download(ctx, file, params),
});

export const downloadOfUser = operation('GET /users/{user_id}/files/{id}/download', {
  ...common,
  summary: 'What is in a file of a user',
  load: { user: user('user_id'), file: fileOfUser('id') },
  handle: ({ ctx, file, params }) => download(ctx, file, params),
});

export const previewInCourse = operation('GET /courses/{course_id}/files/{id}/file_preview', {
  ...common,
  summary: 'A file of a course, to be looked at',
  load: { course: course('course_id'), file: fileOfCourse('id') },
  handle: ({ ctx, file, params }) => download(ctx, file, params),
});

export const previewOfUser = operation('GET /users/{user_id}/files/{id}/file_preview', {
  ...common,
  summary: 'A file of a user, to be looked at',
  load: { user: user('user_id'), file: fileOfUser('id') },
  handle: ({ ctx, file, params }) => download(ctx, file, params),
});
