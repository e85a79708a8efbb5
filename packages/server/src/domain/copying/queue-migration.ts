/** Gets a content migration going, once it has all that it needs. */
import type { Context } from '../../http/context.ts';
import { enqueueFor, openProgress } from '../../jobs/enqueue.ts';
import type { AttachmentRow } from '../attachments.ts';
import type { MigrationRow } from './access.ts';
import { migrationJob } from './migration-job.ts';

/** The Progress that a migration tells of itself by, made with the first question for it. */
export async function progressOfMigration(ctx: Context, migration: MigrationRow) {
  if (migration.progress_id !== null) return { id: migration.progress_id, user_id: migration.user_id };
  const progress = await openProgress(ctx, {
    context: { type: 'ContentMigration', id: migration.id },
    tag: 'content_migration',
    completion: 0,
  });
  await ctx.db
    .updateTable('content_migrations')
    .set({ progress_id: progress.id })
    .where('id', '=', migration.id)
    .execute();
  return progress;
}

/** @returns the migration as it is then */
export async function queueMigration(ctx: Context, migration: MigrationRow): Promise<MigrationRow> {
  const progress = await progressOfMigration(ctx, migration);
  const queued = await ctx.db
    .updateTable('content_migrations')
    .set({
      workflow_state: migration.workflow_state === 'exported' ? 'importing' : 'exporting',
      started_at: null,
      updated_at: ctx.now,
    })
    .where('id', '=', migration.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await enqueueFor(ctx, migrationJob, { migration_id: migration.id }, progress);
  return queued;
}

/** The upload that a migration waited for has come. */
export async function migrationUploaded(ctx: Context, file: AttachmentRow): Promise<void> {
  if (file.folder_id !== null) return;
  const migration = await ctx.db
    .selectFrom('content_migrations')
    .selectAll()
    .where('attachment_id', '=', file.id)
    .where('workflow_state', '=', 'pre_processing')
    .executeTakeFirst();
  if (migration) await queueMigration(ctx, migration);
}
