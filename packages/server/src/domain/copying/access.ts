/** Who may copy into what, and see what was copied. Source: ContentMigration and ContentExport of Canvas. */
import type { Selectable } from 'kysely';
import type { ContentExportsTable, ContentMigrationsTable } from '../../db/tables/index.ts';
import type { Context } from '../../http/context.ts';
import { mayInAccount } from '../account-access.ts';
import { type AnyContext, contextOf } from '../contexts.ts';
import { mayInCourse } from '../course-access.ts';
import { MANAGE_FILES, mayAnyInFileContext, mayInFileContext } from '../file-contexts.ts';
import { mayInGroup } from '../group-access.ts';

export type MigrationRow = Selectable<ContentMigrationsTable>;
export type ExportRow = Selectable<ContentExportsTable>;

export const CONTENT_RIGHTS = [
  'manage_course_content_add',
  'manage_course_content_edit',
  'manage_course_content_delete',
] as const;
export type ContentRight = (typeof CONTENT_RIGHTS)[number];

/** A user's content is his own affair. */
export async function mayManageContent(
  ctx: Context,
  context: AnyContext,
  right: ContentRight,
): Promise<boolean> {
  if (context.type === 'Course') return await mayInCourse(ctx, context.course, right);
  if (context.type === 'Group') return await mayInGroup(ctx, context.group, right);
  if (context.type === 'Account') return await mayInAccount(ctx, context.account, right);
  return ctx.user?.id === context.id;
}

export async function mayReadMigration(ctx: Context, id: number): Promise<boolean> {
  const migration = await ctx.db
    .selectFrom('content_migrations')
    .select(['context_type', 'context_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!migration) return false;
  const context = await contextOf(ctx, migration);
  for (const right of CONTENT_RIGHTS) if (await mayManageContent(ctx, context, right)) return true;
  return false;
}

export async function mayReadExport(ctx: Context, id: number): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('content_exports')
    .select(['context_type', 'context_id', 'export_type', 'user_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined && (await grantsExport(ctx, row));
}

/** Whoever made it; archives of the course itself, all who manage its files. */
export async function grantsExport(
  ctx: Context,
  row: Pick<ExportRow, 'context_type' | 'context_id' | 'export_type' | 'user_id'>,
): Promise<boolean> {
  const context = await contextOf(ctx, row);
  if (row.user_id === ctx.user?.id && (await mayInFileContext(ctx, context, 'read'))) return true;
  return row.export_type !== 'zip' && (await mayAnyInFileContext(ctx, context, MANAGE_FILES));
}
