import { mayInAccount } from '../../domain/account-access.ts';
import { InvalidRecord, MissingParameter, NotFound, Refusal, Unauthorized } from '../../errors.ts';
import { INT4_MAX } from '../../http/coerce.ts';
import type { Account as AccountRow, Context } from '../../http/context.ts';
import { operation, type Params } from '../../http/operation.ts';
import { account, findAccount } from './load.ts';
import { insertAccount } from './queries.ts';
import { Account } from './schema.ts';
import { serializeAccount } from './serialize.ts';
import { inheritedQuota, isTooLong, type Outcome, quotas, takenSisId, tooLong } from './write.ts';

type Asked = NonNullable<Params<'POST /api/v1/accounts/{account_id}/sub_accounts'>['account']>;

export default operation('POST /api/v1/accounts/{account_id}/sub_accounts', {
  summary: 'Create an account below another',
  load: { account: account('account_id') },
  requires: { account: 'manage_account_settings' },
  returns: Account,
  async handle({ ctx, account, params }) {
    if (!params.account) throw new MissingParameter('account');
    const { name, sis_account_id: sisId, parent_account_id: parentId } = params.account;
    const parent = parentId ? await parentBelow(ctx, account, parentId) : account;
    if (sisId && !(await mayInAccount(ctx, account, 'manage_sis'))) {
      throw new Refusal(401, {
        message: 'user not authorized to manage SIS data - account[sis_account_id]',
      });
    }
    const errors = { ...faults(params.account), ...(await takenSisId(ctx, sisId)) };
    if (!name || Object.keys(errors).length > 0) throw new InvalidRecord(errors);
    const made = await insertAccount(ctx, parent, {
      name,
      sis_account_id: sisId || null,
      ...Object.fromEntries(
        quotas.map((quota) => [quota, positive(params.account?.[quota]) ?? inheritedQuota(parent, quota)]),
      ),
    });
    // Somebody else was quicker with the same SIS id.
    if (!made) throw new InvalidRecord(await takenSisId(ctx, sisId));
    return await serializeAccount(ctx, made);
  },
});

/** `account[parent_account_id]` may name an account below the one in the path. */
async function parentBelow(ctx: Context, account: AccountRow, id: string): Promise<AccountRow> {
  const parent = await findAccount(ctx, id);
  if (!parent.path.includes(account.id)) throw new NotFound();
  if (!(await mayInAccount(ctx, parent, 'manage_account_settings'))) throw new Unauthorized();
  return parent;
}

function faults(asked: Asked): Outcome['errors'] {
  const errors: Outcome['errors'] = {};
  if (!asked.name?.trim()) errors['name'] = [['blank', "can't be blank"]];
  else if (isTooLong(asked.name)) errors['name'] = [tooLong];
  for (const quota of quotas) if ((asked[quota] ?? 0) > INT4_MAX) errors[quota] = ['Value too large'];
  return errors;
}

const positive = (value: number | null | undefined) => (value && value > 0 ? value : undefined);
