import type { MigrationRow } from '../../domain/copying/access.ts';
import { NotFound, Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { anyContentRight, migration, places } from './load.ts';
import { MigrationIssue } from './schema.ts';
import { type IssueRow, serializeIssues } from './serialize.ts';

const issuesOf = (ctx: Context, { id }: MigrationRow) =>
  ctx.db.selectFrom('migration_issues').selectAll().where('content_migration_id', '=', id);

async function findIssue(ctx: Context, migration: MigrationRow, text: string): Promise<IssueRow> {
  const found = await issuesOf(ctx, migration)
    .where('id', '=', parseNumber(text) ?? 0)
    .executeTakeFirst();
  if (!found) throw new NotFound();
  return found;
}

const serializeIssue = async (ctx: Context, migration: MigrationRow, row: IssueRow) =>
  (await serializeIssues(ctx, migration, [row]))[0] as MigrationIssue;

export const listIssues = inContexts(
  places,
  'GET /api/v1/{context}/content_migrations/{content_migration_id}/migration_issues',
  {
    summary: 'What went wrong with a migration',
    load: { migration: migration('content_migration_id') },
    requires: { context: anyContentRight },
    returns: List(MigrationIssue),
    async handle({ ctx, migration }) {
      const rows = await paginate(ctx, issuesOf(ctx, migration), {
        kind: 'total',
        order: [{ by: 'migration_issues.created_at' }],
        key: 'migration_issues.id',
      });
      return await serializeIssues(ctx, migration, rows);
    },
  },
);

export const showIssue = inContexts(
  places,
  'GET /api/v1/{context}/content_migrations/{content_migration_id}/migration_issues/{id}',
  {
    summary: 'One thing that went wrong',
    load: { migration: migration('content_migration_id') },
    requires: { context: anyContentRight },
    returns: MigrationIssue,
    handle: async ({ ctx, migration, path }) =>
      serializeIssue(ctx, migration, await findIssue(ctx, migration, path.id)),
  },
);

export const updateIssue = inContexts(
  places,
  'PUT /api/v1/{context}/content_migrations/{content_migration_id}/migration_issues/{id}',
  {
    summary: 'Note that somebody has seen to it',
    load: { migration: migration('content_migration_id') },
    requires: { context: anyContentRight },
    returns: MigrationIssue,
    async handle({ ctx, migration, path, params: { workflow_state } }) {
      const issue = await findIssue(ctx, migration, path.id);
      if (workflow_state !== 'active' && workflow_state !== 'resolved') {
        throw new Refusal(403, { message: 'Must send a valid workflow state' });
      }
      const updated = await ctx.db
        .updateTable('migration_issues')
        .set({ workflow_state, updated_at: ctx.now })
        .where('id', '=', issue.id)
        .returningAll()
        .executeTakeFirstOrThrow();
      return await serializeIssue(ctx, migration, updated);
    },
  },
);
