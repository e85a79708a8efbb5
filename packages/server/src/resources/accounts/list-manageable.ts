import { mayInAccount } from '../../domain/account-access.ts';
import { operation } from '../../http/operation.ts';
import { List } from '../../http/schema.ts';
import { adminAccounts, descendantIds, pageOfAccounts } from './queries.ts';
import { Account } from './schema.ts';
import { serializeAccounts } from './serialize.ts';

export default operation('GET /api/v1/manageable_accounts', {
  summary: 'The accounts in which the caller manages courses, each with all below it',
  requires: 'public',
  returns: List(Account),
  async handle({ ctx }) {
    const ids: number[] = [];
    for (const account of await adminAccounts(ctx)) {
      const manages =
        (await mayInAccount(ctx, account, 'manage_courses_admin')) ||
        (await mayInAccount(ctx, account, 'create_courses'));
      if (manages) ids.push(account.id);
    }
    const below = await descendantIds(ctx, ids);
    const page = await pageOfAccounts(
      ctx,
      ids.flatMap((id) => [id, ...(below.get(id) ?? [])]),
    );
    return await serializeAccounts(ctx, page);
  },
});
