import type { Selectable } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { MigrationIssuesTable } from '../../db/tables/index.ts';
import { mayInAccount } from '../../domain/account-access.ts';
import type { MigrationRow } from '../../domain/copying/access.ts';
import type { Context } from '../../http/context.ts';
import { serializeFiles } from '../files/serialize.ts';
import type { ContentMigration, MigrationIssue } from './schema.ts';
import { findType } from './types.ts';

export type IssueRow = Selectable<MigrationIssuesTable>;

/** The API's words of the states. */
function stateOf({
  workflow_state: state,
  is_selective,
  selection,
}: MigrationRow): ContentMigration['workflow_state'] {
  if (state === 'created' || state === 'pre_processing') return 'pre_processing';
  if (state === 'pre_process_error' || state === 'failed') return 'failed';
  if (state === 'exported') return is_selective && selection === null ? 'waiting_for_select' : 'running';
  if (state === 'exporting' || state === 'importing') return 'running';
  return state === 'imported' ? 'completed' : 'queued';
}

type PreAttachment = Pick<ContentMigration, 'pre_attachment'>;

/** Migrations as Canvas sends them, in a number of queries that doesn't grow with them. */
export async function serializeMigrations(
  ctx: Context,
  rows: readonly MigrationRow[],
  { pre_attachment }: PreAttachment = {},
): Promise<ContentMigration[]> {
  const ids = (pick: (row: MigrationRow) => number | null) => rows.flatMap((row) => pick(row) ?? []);
  const [issues, sources, attachments] = await Promise.all([
    issueCounts(
      ctx,
      rows.map(({ id }) => id),
    ),
    sourceCourses(
      ctx,
      ids(({ source_course_id }) => source_course_id),
    ),
    attachedFiles(
      ctx,
      ids(({ attachment_id }) => attachment_id),
    ),
  ]);
  return rows.map((row) => {
    const base = `/api/v1/${row.context_type.toLowerCase()}s/${row.context_id}/content_migrations/${row.id}`;
    const source = sources.get(row.source_course_id ?? 0);
    const attachment = attachments.get(row.attachment_id ?? 0);
    return {
      id: row.id,
      user_id: row.user_id,
      started_at: row.started_at,
      finished_at: row.finished_at,
      migration_type: row.migration_type,
      created_at: row.created_at,
      workflow_state: stateOf(row),
      migration_issues_url: ctx.url(`${base}/migration_issues`),
      migration_issues_count: issues.get(row.id) ?? 0,
      ...(pre_attachment !== undefined && { pre_attachment }),
      ...(attachment && pre_attachment === undefined && { attachment }),
      ...(source && {
        settings: {
          source_course_id: source.id,
          source_course_name: source.name,
          source_course_html_url: ctx.url(`/courses/${source.id}`),
        },
      }),
      ...(row.progress_id !== null && { progress_url: ctx.url(`/api/v1/progress/${row.progress_id}`) }),
      migration_type_title: findType(row.migration_type)?.title ?? row.migration_type,
    };
  });
}

export async function serializeMigration(
  ctx: Context,
  row: MigrationRow,
  more: PreAttachment = {},
): Promise<ContentMigration> {
  return (await serializeMigrations(ctx, [row], more))[0] as ContentMigration;
}

async function issueCounts(ctx: Context, ids: readonly number[]): Promise<Map<number, number>> {
  const rows = await ctx.db
    .selectFrom('migration_issues')
    .select(['content_migration_id', (eb) => eb.fn.countAll<string>().as('count')])
    .where('content_migration_id', '=', anyOf(ids))
    .groupBy('content_migration_id')
    .execute();
  return new Map(rows.map(({ content_migration_id, count }) => [content_migration_id, Number(count)]));
}

async function sourceCourses(ctx: Context, ids: readonly number[]) {
  const rows = await ctx.db
    .selectFrom('courses')
    .select(['id', 'name'])
    .where('id', '=', anyOf(ids))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Those whose bytes are there. */
async function attachedFiles(ctx: Context, ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, NonNullable<ContentMigration['attachment']>>();
  const rows = await ctx.db
    .selectFrom('attachments')
    .selectAll()
    .where('id', '=', anyOf(ids))
    .where('workflow_state', '=', 'processed')
    .execute();
  const files = await serializeFiles(ctx, rows);
  return new Map(files.map((file) => [file.id, file as NonNullable<ContentMigration['attachment']>]));
}

/** What went wrong in an administrator's words is for administrators. */
export async function serializeIssues(
  ctx: Context,
  migration: MigrationRow,
  rows: readonly IssueRow[],
): Promise<MigrationIssue[]> {
  const seesErrors = await mayInAccount(ctx, ctx.rootAccount, 'view_error_reports');
  const place = `${migration.context_type.toLowerCase()}s/${migration.context_id}`;
  return rows.map((row) => ({
    id: row.id,
    description: row.description,
    workflow_state: row.workflow_state,
    fix_issue_html_url: row.fix_issue_html_url && ctx.url(row.fix_issue_html_url),
    issue_type: row.issue_type,
    created_at: row.created_at,
    updated_at: row.updated_at,
    content_migration_url: ctx.url(`/api/v1/${place}/content_migrations/${migration.id}`),
    ...(seesErrors && { error_message: row.error_message }),
  }));
}
