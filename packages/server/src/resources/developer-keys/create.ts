import { operation } from '../../http/operation.ts';
import { account } from '../accounts/load.ts';
import { demandRootAccount } from './load.ts';
import { DeveloperKey } from './schema.ts';
import { serializeDeveloperKey } from './serialize.ts';
import { askedKey, keyColumns, makeKeySecret } from './write.ts';

export default operation('POST /api/v1/accounts/{account_id}/developer_keys', {
  summary: 'Give an application a key; it is off until it is bound',
  load: { account: account('account_id') },
  requires: { account: 'manage_developer_keys' },
  returns: DeveloperKey,
  async handle({ ctx, account, params }) {
    demandRootAccount(account);
    const columns = await keyColumns(askedKey(ctx, params.developer_key), 'refuse');
    const { secret, columns: secretColumns } = makeKeySecret(ctx);
    const times = { created_at: ctx.now, updated_at: ctx.now };
    const key = await ctx.db
      .insertInto('developer_keys')
      // New keys' tokens expire, whatever is asked; that can be changed later.
      .values({
        ...columns,
        ...secretColumns,
        auto_expire_tokens: true,
        visible: true,
        account_id: account.id,
        ...times,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await ctx.db
      .insertInto('developer_key_account_bindings')
      .values({ account_id: account.id, developer_key_id: key.id, ...times })
      .execute();
    return await serializeDeveloperKey(ctx, key, secret);
  },
});
