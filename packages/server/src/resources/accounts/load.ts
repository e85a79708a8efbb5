import { mayInAccount } from '../../domain/account-access.ts';
import type { AccountRight } from '../../domain/account-rights.ts';
import { NotFound, onlyNotFound } from '../../errors.ts';
import type { Account, Context } from '../../http/context.ts';
import { parseId } from '../../http/ids.ts';
import { loads } from '../../http/operation.ts';

const columns = {
  sis_account_id: 'sis_account_id',
  sis_integration_id: 'integration_id',
  lti_context_id: 'lti_context_id',
  uuid: 'uuid',
} as const;

/** `42`, `self`, `default`, `sis_account_id:X` … → an account that isn't deleted. Throws NotFound. */
export async function findAccount(ctx: Context, text: string): Promise<Account> {
  const id = parseId(text, 'account');
  if (id.by === 'word' && id.word !== 'site_admin') return ctx.rootAccount;
  if (id.by === 'id' && id.id === ctx.rootAccount.id) return ctx.rootAccount;
  let query = ctx.db.selectFrom('accounts').selectAll().where('workflow_state', '<>', 'deleted');
  if (id.by === 'id') query = query.where('id', '=', id.id);
  else if (id.by === 'column') {
    query = query.where(columns[id.column], '=', id.value).where('root_account_id', '=', ctx.rootAccount.id);
  } else throw new NotFound();
  const account = await query.executeTakeFirst();
  if (!account) throw new NotFound();
  return account;
}

/** `load: { account: account('account_id') }` */
export const account = loads<Account, AccountRight>({ find: findAccount, grants: mayInAccount });

/** A list of ids in whatever form → the ids of accounts; SIS ids that don't exist drop out. */
export async function resolveAccountIds(ctx: Context, texts: readonly string[]): Promise<number[]> {
  const found = await Promise.all(texts.map((text) => findAccount(ctx, text).catch(onlyNotFound)));
  return found.flatMap((row) => (row ? [row.id] : []));
}
