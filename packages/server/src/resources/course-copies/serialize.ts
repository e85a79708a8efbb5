import type { Selectable } from 'kysely';
import type { ContentMigrationsTable } from '../../db/tables/index.ts';
import type { Context } from '../../http/context.ts';
import type { CourseCopy } from './schema.ts';

type MigrationRow = Selectable<ContentMigrationsTable>;

const STATES: Readonly<Record<MigrationRow['workflow_state'], CourseCopy['workflow_state']>> = {
  created: 'created',
  pre_processing: 'created',
  queued: 'created',
  exporting: 'started',
  exported: 'started',
  importing: 'started',
  imported: 'completed',
  failed: 'failed',
  pre_process_error: 'failed',
};

export const stateOfCopy = ({ workflow_state }: MigrationRow) => STATES[workflow_state];

/** @param progress percent; null before it begins */
export const serializeCopy = (
  ctx: Context,
  migration: MigrationRow,
  { workflow_state, progress }: Pick<CourseCopy, 'workflow_state' | 'progress'>,
): CourseCopy => ({
  id: migration.id,
  progress,
  created_at: migration.created_at,
  workflow_state,
  status_url: ctx.url(`/api/v1/courses/${migration.context_id}/course_copy/${migration.id}`),
});
