/** What creating and updating a migration share: its settings, its file, and whether it begins. */
import type { Updateable } from 'kysely';
import type { DateShiftOptions } from '../../db/json-columns.ts';
import type { ContentMigrationsTable } from '../../db/tables/index.ts';
import { type AnyContext, ofUser } from '../../domain/contexts.ts';
import { grantsExport, type MigrationRow } from '../../domain/copying/access.ts';
import { progressOfMigration, queueMigration } from '../../domain/copying/queue-migration.ts';
import { selectionByIds, selectionByKeys } from '../../domain/copying/selection.ts';
import { mayInCourse } from '../../domain/course-access.ts';
import { wouldExceedQuota } from '../../domain/file-quota.ts';
import { activeFolders } from '../../domain/folders.ts';
import { beginUpload } from '../../domain/uploading.ts';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import type { Params } from '../../http/operation.ts';
import { findCourseInAnyState } from '../courses/load.ts';
import type { ContentMigration } from './schema.ts';
import { serializeMigration } from './serialize.ts';
import { findType, type MigrationType } from './types.ts';

export type MigrationParams = Params<'PUT /api/v1/courses/{course_id}/content_migrations/{id}'>;

const refuse = (message: string) => new Refusal(400, { message });

/** Without these a migration isn't begun at all. */
export async function refuseMissing(
  ctx: Context,
  context: AnyContext,
  type: MigrationType,
  { settings = {}, pre_attachment }: MigrationParams,
): Promise<void> {
  if (type.needsFile && !pre_attachment?.name && !settings.file_url && !settings.content_export_id) {
    throw refuse('File upload, file_url, or content_export_id is required');
  }
  if (type.isCopy) await refuseSource(ctx, settings.source_course_id);
  if (type.type === 'zip_file_importer') await refuseFolder(ctx, context, settings.folder_id);
}

async function refuseSource(ctx: Context, id: string | null | undefined): Promise<void> {
  if (!id) throw refuse('A course copy requires a source course.');
  const source = await findCourseInAnyState(ctx, id);
  const may = (await mayInCourse(ctx, source, 'read')) && (await mayInCourse(ctx, source, 'read_as_admin'));
  if (!may) throw refuse('You are not allowed to copy the source course.');
}

async function refuseFolder(ctx: Context, context: AnyContext, id: string | null | undefined): Promise<void> {
  if (!id) throw refuse('A .zip upload requires a folder to upload to.');
  const folder = await activeFolders(ctx, context)
    .where('id', '=', parseNumber(id) ?? 0)
    .executeTakeFirst();
  if (!folder) throw refuse(`The specified folder couldn't be found in this ${context.type.toLowerCase()}.`);
}

/** Takes what a request says, and goes on with the migration as far as it can. */
export async function carryOn(
  ctx: Context,
  context: AnyContext,
  before: MigrationRow,
  params: MigrationParams,
): Promise<ContentMigration> {
  const type = findType(before.migration_type);
  const changes = await changesOf(ctx, before, type, params);
  const migration = await change(ctx, before, changes);
  if (params.pre_attachment) return await awaitUpload(ctx, context, migration, params.pre_attachment);
  const { content_export_id } = params.settings ?? {};
  const ready = content_export_id ? await takeExport(ctx, migration, content_export_id) : migration;
  // A copy that waits for a choice needn't look for what there is.
  if (type?.isCopy && ready.is_selective && ready.selection === null) {
    return await serializeMigration(ctx, await change(ctx, ready, { workflow_state: 'exported' }));
  }
  if (params.do_not_run || isRunning(ready)) return await serializeMigration(ctx, ready);
  return await serializeMigration(ctx, await withProgress(ctx, await queueMigration(ctx, ready)));
}

const isRunning = ({ workflow_state }: MigrationRow): boolean =>
  workflow_state === 'exporting' || workflow_state === 'importing';

async function change(
  ctx: Context,
  { id }: MigrationRow,
  changes: Updateable<ContentMigrationsTable>,
): Promise<MigrationRow> {
  return await ctx.db
    .updateTable('content_migrations')
    .set({ ...changes, updated_at: ctx.now })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

async function withProgress(ctx: Context, migration: MigrationRow): Promise<MigrationRow> {
  return { ...migration, progress_id: (await progressOfMigration(ctx, migration)).id };
}

async function changesOf(
  ctx: Context,
  before: MigrationRow,
  type: MigrationType | undefined,
  params: MigrationParams,
): Promise<Updateable<ContentMigrationsTable>> {
  const { settings, selective_import, select, copy, date_shift_options: shift } = params;
  const given = Object.entries(settings ?? {}).filter(([, value]) => value !== undefined);
  const source = settings?.source_course_id;
  if (source && type?.isCopy) await refuseSource(ctx, source);
  const isSelective = selective_import === true && !type?.isWhole;
  const selection = select !== undefined && type?.isCopy ? selectionByIds(select) : selectionByKeys(copy);
  return {
    settings: JSON.stringify({ ...before.settings, ...Object.fromEntries(given) }),
    ...(source && type?.isCopy && { source_course_id: (await findCourseInAnyState(ctx, source)).id }),
    ...(shift && { date_shift_options: shiftOptions(shift) }),
    is_selective: isSelective,
    selection: isSelective || selection === null ? null : JSON.stringify(selection),
    // Tried again after it failed or was done.
    ...(['failed', 'imported', 'pre_process_error'].includes(before.workflow_state) && {
      workflow_state: 'created',
      finished_at: null,
    }),
  };
}

/** Dates stay as they are unless they are to be moved or removed; both at once moves them. */
function shiftOptions(sent: NonNullable<MigrationParams['date_shift_options']>): string | null {
  if (!sent.shift_dates && !sent.remove_dates) return null;
  const days = Object.entries(sent.day_substitutions ?? {}).flatMap(([from, to]) =>
    to !== null && /^[0-6]$/.test(from) && to >= 0 && to <= 6 ? [[from, to] as const] : [],
  );
  const options: DateShiftOptions = {
    remove_dates: !sent.shift_dates,
    old_start_date: sent.old_start_date ?? null,
    old_end_date: sent.old_end_date ?? null,
    new_start_date: sent.new_start_date ?? null,
    new_end_date: sent.new_end_date ?? null,
    day_substitutions: Object.fromEntries(days),
  };
  return JSON.stringify(options);
}

/** The migration begins once its file has come. */
async function awaitUpload(
  ctx: Context,
  context: AnyContext,
  migration: MigrationRow,
  params: NonNullable<MigrationParams['pre_attachment']>,
): Promise<ContentMigration> {
  if (params.size && (await wouldExceedQuota(ctx, context, params.size))) {
    const failed = await change(ctx, migration, { workflow_state: 'pre_process_error' });
    const pre_attachment = { error: true, message: 'file size exceeds quota' };
    return await serializeMigration(ctx, failed, { pre_attachment });
  }
  const target = { context: ofUser(ctx.me), folder: null, columns: { counts_for_quota: false } };
  const begun = await beginUpload(ctx, target, params);
  if (!('ticket' in begun)) throw new Error('an upload without an address has a ticket');
  const waiting = await change(ctx, migration, {
    workflow_state: 'pre_processing',
    attachment_id: begun.fileId,
  });
  return await serializeMigration(ctx, await withProgress(ctx, waiting), { pre_attachment: begun.ticket });
}

/** The archive of an export is the file. */
async function takeExport(ctx: Context, migration: MigrationRow, id: string): Promise<MigrationRow> {
  const found = await ctx.db
    .selectFrom('content_exports')
    .selectAll()
    .where('id', '=', parseNumber(id) ?? 0)
    .where('workflow_state', '<>', 'deleted')
    .executeTakeFirst();
  if (!found || !(await grantsExport(ctx, found))) throw refuse('invalid content export');
  if (found.workflow_state !== 'exported' || found.attachment_id === null) {
    throw refuse('content export is incomplete');
  }
  return await change(ctx, migration, { attachment_id: found.attachment_id });
}
