import type { Selectable } from 'kysely';
import type { RubricImportsTable } from '../../db/tables/index.ts';
import type { Context } from '../../http/context.ts';
import { serializeUser } from '../users/serialize.ts';
import type { RubricImport } from './schema.ts';

export type RubricImportRow = Selectable<RubricImportsTable>;

export async function serializeImport(ctx: Context, row: RubricImportRow): Promise<RubricImport> {
  const user =
    row.user_id === null
      ? undefined
      : await ctx.db.selectFrom('users').selectAll().where('id', '=', row.user_id).executeTakeFirstOrThrow();
  const isIn = (type: RubricImportRow['context_type']) => row.context_type === type;
  return {
    id: row.id,
    root_account_id: ctx.rootAccount.id,
    workflow_state: row.workflow_state,
    user_id: row.user_id,
    attachment_id: row.attachment_id,
    progress: row.progress,
    error_count: row.error_count,
    error_data: row.error_data,
    created_at: row.created_at,
    updated_at: row.updated_at,
    account_id: isIn('Account') ? row.context_id : null,
    course_id: isIn('Course') ? row.context_id : null,
    ...(user && { user: await serializeUser(ctx, user) }),
    attachment: { id: row.attachment_id, filename: row.filename, size: row.size },
  };
}
