import { anyOf } from '../../db/any-of.ts';
import type { Context } from '../../http/context.ts';

export type MainLogin = Awaited<ReturnType<typeof findLogins>>[number];

/**
 * The login that stands for each user in this institution: one with a SIS id before the others, then by position.
 *
 * @param deleted takes deleted logins where there is no live one, as lists of deleted users do
 */
export async function mainLogins(
  ctx: Context,
  userIds: readonly number[],
  deleted = false,
): Promise<Map<number, MainLogin>> {
  const rows = await findLogins(ctx, userIds, deleted);
  return new Map(rows.map((row) => [row.user_id, row]));
}

function findLogins(ctx: Context, userIds: readonly number[], deleted: boolean) {
  return ctx.db
    .selectFrom('pseudonyms')
    .select(['user_id', 'unique_id', 'sis_user_id', 'integration_id', 'sis_import_id'])
    .distinctOn('user_id')
    .where('user_id', '=', anyOf(userIds))
    .where('account_id', '=', ctx.rootAccount.id)
    .$if(!deleted, (query) => query.where('workflow_state', '<>', 'deleted'))
    .orderBy('user_id')
    .orderBy((eb) => eb('workflow_state', '=', 'deleted'))
    .orderBy((eb) => eb('sis_user_id', 'is', null))
    .orderBy((eb) => eb('workflow_state', '=', 'suspended'))
    .orderBy('position')
    .orderBy('id')
    .execute();
}
