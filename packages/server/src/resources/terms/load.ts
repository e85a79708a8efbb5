import { mayInAccount } from '../../domain/account-access.ts';
import type { AccountRight } from '../../domain/account-rights.ts';
import { NotFound, Refusal } from '../../errors.ts';
import type { Account, Context } from '../../http/context.ts';
import { parseId } from '../../http/ids.ts';
import { loads } from '../../http/operation.ts';
import { findAccount } from '../accounts/load.ts';
import type { TermRow } from './serialize.ts';

/**
 * `42`, `sis_term_id:fall-2026`, `default`, `current` → the term of the root account, in whatever state.
 * `current` is the one active term whose dates include now; none or several are nothing (conventions 3).
 * Throws NotFound.
 */
export async function findTerm(ctx: Context, text: string, rootAccountId: number): Promise<TermRow> {
  const id = parseId(text, 'term');
  let query = ctx.db.selectFrom('enrollment_terms').selectAll().where('root_account_id', '=', rootAccountId);
  if (id.by === 'id') query = query.where('id', '=', id.id);
  else if (id.by === 'column') query = query.where(columns[id.column], '=', id.value);
  else if (id.by === 'nothing') throw new NotFound();
  else if (id.word === 'default') query = query.where('is_default', '=', true);
  else {
    query = query
      .where('workflow_state', '=', 'active')
      .where((eb) => eb.or([eb('start_at', 'is not', null), eb('end_at', 'is not', null)]))
      .where((eb) => eb.or([eb('start_at', 'is', null), eb('start_at', '<=', ctx.now)]))
      .where((eb) => eb.or([eb('end_at', 'is', null), eb('end_at', '>=', ctx.now)]));
  }
  const [term, another] = await query.orderBy('workflow_state').limit(2).execute();
  if (!term || another) throw new NotFound();
  return term;
}

const columns = { sis_term_id: 'sis_term_id', sis_integration_id: 'integration_id' } as const;

/** An account that is an institution of its own; any other is told so before its rights are asked. */
export const rootAccount = loads<Account, AccountRight>({
  async find(ctx, id) {
    const account = await findAccount(ctx, id);
    if (account.parent_account_id !== null) {
      throw new Refusal(400, { message: 'Terms only belong to root_accounts.' });
    }
    return account;
  },
  grants: mayInAccount,
});

/** A term of the account that was loaded before it, deleted or not. */
export const termInAnyState = loads<TermRow, never>({
  find: (ctx, id, { account }) => findTerm(ctx, id, (account as Account).id),
  grants: async () => false,
});

/** A term that isn't deleted. */
export const term = loads<TermRow, never>({
  async find(ctx, id, loaded) {
    const found = await findTerm(ctx, id, (loaded['account'] as Account).id);
    if (found.workflow_state === 'deleted') throw new NotFound();
    return found;
  },
  grants: async () => false,
});
