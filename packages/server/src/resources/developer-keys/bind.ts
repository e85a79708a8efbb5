import { sql } from 'kysely';
import { MissingParameter, NotFound, Refusal } from '../../errors.ts';
import { operation, Reply } from '../../http/operation.ts';
import { account } from '../accounts/load.ts';
import { demandRootAccount, developerKey } from './load.ts';
import { DeveloperKeyAccountBinding } from './schema.ts';
import { type BindingRow, serializeBinding } from './serialize.ts';

const STATES: readonly BindingRow['workflow_state'][] = ['on', 'off', 'allow'];

export default operation(
  'POST /api/v1/accounts/{account_id}/developer_keys/{developer_key_id}/developer_key_account_bindings',
  {
    summary: 'Switch an application on or off in an institution',
    load: { account: account('account_id'), key: developerKey('developer_key_id') },
    requires: { account: 'manage_developer_keys' },
    returns: DeveloperKeyAccountBinding,
    async handle({ ctx, account, key, params }) {
      demandRootAccount(account);
      if (key.account_id !== account.id) throw new NotFound();
      const asked = params.developer_key_account_binding?.workflow_state ?? params.workflow_state;
      if (!asked) throw new MissingParameter('workflow_state');
      const workflow_state = STATES.find((state) => state === asked);
      if (!workflow_state) throw new Refusal(422, { errors: `${asked} is not a valid workflow_state` });
      const binding = await ctx.db
        .insertInto('developer_key_account_bindings')
        .values({
          account_id: account.id,
          developer_key_id: key.id,
          workflow_state,
          created_at: ctx.now,
          updated_at: ctx.now,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['developer_key_id', 'account_id'])
            .doUpdateSet({ workflow_state, updated_at: ctx.now }),
        )
        .returningAll()
        // A row that no transaction has touched before was inserted by this one.
        .returning(sql<boolean>`(xmax = 0)`.as('is_new'))
        .executeTakeFirstOrThrow();
      // The wrong way round, as in Canvas.
      return new Reply(binding.is_new ? 200 : 201, serializeBinding(ctx, binding));
    },
  },
);
