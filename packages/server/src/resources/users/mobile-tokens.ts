import { sql } from 'kysely';
import type { Context } from '../../http/context.ts';

/**
 * Ends the tokens that apps hold for one user, or for all. A token that somebody made for himself belongs to no app
 * and stays.
 */
export async function expireAppTokens(
  ctx: Context,
  options: { userId?: number | undefined; skipAdmins: boolean },
): Promise<void> {
  let query = ctx.db
    .updateTable('access_tokens')
    .set({ expires_at: ctx.now, updated_at: ctx.now })
    .where('workflow_state', '=', 'active')
    .where('developer_key_id', 'is not', null);
  if (options.userId !== undefined) query = query.where('user_id', '=', options.userId);
  if (options.skipAdmins) {
    query = query.where(
      sql<boolean>`not exists (select 1 from account_users
        where account_users.user_id = access_tokens.user_id and account_users.workflow_state = 'active')`,
    );
  }
  await query.execute();
}
