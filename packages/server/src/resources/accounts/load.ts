import { type Selectable, sql } from 'kysely';
import type { TermsOfServiceTable } from '../../db/tables/index.ts';
import { MANUALLY_CREATED_COURSES, mayInAccount } from '../../domain/account-access.ts';
import type { AccountRight } from '../../domain/account-rights.ts';
import { type AccountContext, ofAccount } from '../../domain/contexts.ts';
import { NotFound, onlyNotFound } from '../../errors.ts';
import type { Account, Context } from '../../http/context.ts';
import { parseId } from '../../http/ids.ts';
import { type Entity, loads } from '../../http/operation.ts';
import { insertAccount } from './queries.ts';

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

/** An account as one of several kinds of context: `inContexts({ accounts: accountContext, … }, …)`. */
export const accountContext: Entity<AccountContext, AccountRight> = {
  find: async (ctx, id) => ofAccount(await findAccount(ctx, id)),
  grants: (ctx, { account }, right) => mayInAccount(ctx, account, right),
};

/** The account that was loaded before it, or one below that account, deleted or not. */
export const accountBelow = loads<Account, AccountRight>({
  async find(ctx, text, loaded) {
    const top = loaded['account'] as Account;
    const id = parseId(text, 'account');
    if (id.by !== 'id') throw new NotFound();
    if (id.id === top.id) return top;
    const found = await ctx.db.selectFrom('accounts').selectAll().where('id', '=', id.id).executeTakeFirst();
    if (!found?.path.includes(top.id)) throw new NotFound();
    return found;
  },
  grants: mayInAccount,
});

/** A list of ids in whatever form → the ids of accounts; SIS ids that don't exist drop out. */
export async function resolveAccountIds(ctx: Context, texts: readonly string[]): Promise<number[]> {
  const found = await Promise.all(texts.map((text) => findAccount(ctx, text).catch(onlyNotFound)));
  return found.flatMap((row) => (row ? [row.id] : []));
}

/** The terms of service of an institution, made with the first question for them. */
export function findTermsOfService(ctx: Context, rootId: number): Promise<Selectable<TermsOfServiceTable>> {
  return ctx.once(`termsOfService:${rootId}`, async () => {
    const existing = () => ctx.db.selectFrom('terms_of_service').selectAll().where('account_id', '=', rootId);
    const found = await existing().executeTakeFirst();
    if (found) return found;
    await ctx.db
      .insertInto('terms_of_service')
      .values({ account_id: rootId, created_at: ctx.now, updated_at: ctx.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return await existing().executeTakeFirstOrThrow();
  });
}

/**
 * The account of the courses that belong to no department, made with the first question for it. Two requests may
 * ask at once and outside a transaction: each step is one statement, and an index keeps it the only one.
 */
export async function manuallyCreatedCoursesAccount(ctx: Context): Promise<Account> {
  const { id: rootId } = ctx.rootAccount;
  const mark = JSON.stringify({ manually_created_courses: true });
  const existing = () =>
    ctx.db
      .selectFrom('accounts')
      .selectAll()
      .where('root_account_id', '=', rootId)
      .where('workflow_state', '<>', 'deleted')
      .where(sql<boolean>`settings @> ${mark}::jsonb`)
      .executeTakeFirst();
  const found = await existing();
  if (found) return found;
  const made = await insertAccount(ctx, ctx.rootAccount, { name: MANUALLY_CREATED_COURSES, settings: mark });
  return made ?? ((await existing()) as Account);
}
