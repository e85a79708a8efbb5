import type { AttachmentRow } from '../../domain/attachments.ts';
import { demand } from '../../domain/demand.ts';
import type { Context } from '../../http/context.ts';
import { operation, type Params } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { user } from '../users/load.ts';
import { file, fileOfCourse, fileOfUser } from './load.ts';
import { mayReadWith } from './rules.ts';
import { File } from './schema.ts';
import { serializeFile } from './serialize.ts';

export async function showFile(ctx: Context, file: AttachmentRow, params: Params<'GET /api/v1/files/{id}'>) {
  await demand(ctx, mayReadWith(ctx, file, 'read', params.verifier));
  return await serializeFile(ctx, file, { include: params.include, verifier: params.verifier });
}

export const show = operation('GET /api/v1/files/{id}', {
  summary: 'One file',
  load: { file: file('id') },
  requires: 'public',
  returns: File,
  handle: ({ ctx, file, params }) => showFile(ctx, file, params),
});

export const showInCourse = operation('GET /api/v1/courses/{course_id}/files/{id}', {
  summary: 'One file of a course, or what took its place there',
  load: { course: course('course_id'), file: fileOfCourse('id') },
  requires: 'public',
  returns: File,
  handle: ({ ctx, file, params }) => showFile(ctx, file, params),
});

export const showOfUser = operation('GET /api/v1/users/{user_id}/files/{id}', {
  summary: 'One file of a user, or what took its place there',
  load: { user: user('user_id'), file: fileOfUser('id') },
  requires: 'public',
  returns: File,
  handle: ({ ctx, file, params }) => showFile(ctx, file, params),
});
