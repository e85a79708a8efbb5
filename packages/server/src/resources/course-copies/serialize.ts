import type { Selectable } from 'kysely';
import type { CourseCopiesTable } from '../../db/tables/index.ts';
import type { Context } from '../../http/context.ts';
import type { CourseCopy } from './schema.ts';

export type CourseCopyRow = Selectable<CourseCopiesTable>;

export const serializeCopy = (ctx: Context, copy: CourseCopyRow): CourseCopy => ({
  id: copy.id,
  progress: copy.progress,
  created_at: copy.created_at,
  workflow_state: copy.workflow_state,
  status_url: ctx.url(`/api/v1/courses/${copy.course_id}/course_copy/${copy.id}`),
});
