import type { Context } from '../../http/context.ts';
import { serializeUser } from '../users/serialize.ts';
import type { OutcomeImportRow } from './import-row.ts';
import type { OutcomeImport } from './schema.ts';

const MOST_ERRORS = 25;

export async function serializeOutcomeImport(ctx: Context, row: OutcomeImportRow): Promise<OutcomeImport> {
  const [errors, user] = await Promise.all([
    ctx.db
      .selectFrom('outcome_import_errors')
      .select(['row', 'message'])
      .where('outcome_import_id', '=', row.id)
      .orderBy('row')
      .orderBy('id')
      .limit(MOST_ERRORS)
      .execute(),
    row.user_id === null
      ? undefined
      : ctx.db.selectFrom('users').selectAll().where('id', '=', row.user_id).executeTakeFirstOrThrow(),
  ]);
  return {
    id: row.id,
    created_at: row.created_at,
    ended_at: row.ended_at,
    updated_at: row.updated_at,
    progress: row.progress,
    workflow_state: row.workflow_state,
    data: { import_type: row.import_type },
    processing_errors: errors.map(({ row: line, message }) => [line, message]),
    ...(user && { user: await serializeUser(ctx, user) }),
  };
}
