import { anyOf } from '../../db/any-of.ts';
import { adminPermissions } from '../../domain/roles-held.ts';
import { usersMatching } from '../../domain/user-search.ts';
import type { Account, Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { account } from '../accounts/load.ts';
import { resolveUserIds } from '../users/load.ts';
import { Admin } from './schema.ts';
import { serializeAdmins } from './serialize.ts';

export default operation('GET /api/v1/accounts/{account_id}/admins', {
  summary: 'Who has a role in an account',
  load: { account: account('account_id') },
  requires: { account: 'manage_account_memberships' },
  returns: List(Admin),
  async handle({ ctx, account, params: { user_id, search_term, include_deleted, include } }) {
    let query = ctx.db.selectFrom('account_users').selectAll().where('account_id', '=', account.id);
    if (!include_deleted) query = query.where('workflow_state', '=', 'active');
    const userIds = await existing(ctx, user_id ?? []);
    // Ids of nobody alone don't filter, in Canvas.
    if (userIds.length > 0) query = query.where('user_id', 'in', userIds);
    if (search_term) query = query.where('user_id', 'in', await matching(ctx, account, search_term));
    const admins = await paginate(ctx, query, { key: 'account_users.id', kind: 'total' });
    return await serializeAdmins(ctx, account, admins, include);
  },
});

async function existing(ctx: Context, texts: readonly string[]): Promise<number[]> {
  const ids = await resolveUserIds(ctx, texts);
  const rows = await ctx.db.selectFrom('users').select('id').where('id', '=', anyOf(ids)).execute();
  return rows.map(({ id }) => id);
}

async function matching(ctx: Context, account: Account, term: string) {
  const { permissions } = await adminPermissions(ctx, account.path, 'account');
  return ctx.db
    .selectFrom('users')
    .select('users.id')
    .where(
      usersMatching(term, ctx.rootAccount, {
        logins: permissions.has('view_user_logins'),
        sis: permissions.has('read_sis') || permissions.has('manage_sis'),
        emails: permissions.has('read_email_addresses'),
      }),
    );
}
