import { sql } from 'kysely';
import { containing } from '../../db/containing.ts';
import { NotFound } from '../../errors.ts';
import type { Account, Context } from '../../http/context.ts';
import { knownIncludes } from '../../http/includes.ts';
import { operation, type Params } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { rootAccount } from './load.ts';
import { TermList } from './schema.ts';
import { serializeTerms, termIncludes } from './serialize.ts';

type ListParams = Params<'GET /api/v1/accounts/{account_id}/terms'>;

/** Latest first, and before all others those that have no date. */
const order = [
  { by: sql<string>`coalesce(start_at, 'infinity')`, direction: 'desc' },
  { by: sql<string>`coalesce(end_at, 'infinity')`, direction: 'desc' },
] as const;

export default operation('GET /api/v1/accounts/{account_id}/terms', {
  summary: 'The terms of an institution',
  load: { account: rootAccount('account_id') },
  requires: { account: 'read_terms' },
  returns: TermList,
  async handle({ ctx, account, params }) {
    const used = params.subaccount_id ? await usedBelow(ctx, params.subaccount_id) : undefined;
    const terms = await paginate(ctx, termsOf(ctx, account, params), {
      key: 'enrollment_terms.id',
      kind: 'total',
      order,
    });
    const json = await serializeTerms(ctx, terms, knownIncludes(params.include, termIncludes));
    if (!used) return { enrollment_terms: json };
    return { enrollment_terms: json.map((term) => ({ ...term, used_in_subaccount: used.has(term.id) })) };
  },
});

function termsOf(ctx: Context, account: Account, { workflow_state, term_name }: ListParams) {
  const states = (['active', 'deleted'] as const).filter((state) => workflow_state?.includes(state));
  let query = ctx.db.selectFrom('enrollment_terms').selectAll().where('root_account_id', '=', account.id);
  if (term_name) query = query.where('name', 'ilike', containing(term_name));
  if (!workflow_state?.includes('all')) {
    query = query.where('workflow_state', 'in', states.length > 0 ? states : ['active']);
  }
  return query;
}

/** The terms of the courses in an account and below it, and the default one, which is everybody's. */
async function usedBelow(ctx: Context, accountId: string): Promise<Set<number>> {
  const id = Number(accountId);
  const account = Number.isSafeInteger(id)
    ? await ctx.db.selectFrom('accounts').select('id').where('id', '=', id).executeTakeFirst()
    : undefined;
  if (!account) throw new NotFound();
  const rows = await ctx.db
    .selectFrom('enrollment_terms')
    .select('enrollment_terms.id')
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('enrollment_terms.is_default', '=', true),
        exists(
          selectFrom('courses')
            .innerJoin('accounts', 'accounts.id', 'courses.account_id')
            .select('courses.id')
            .whereRef('courses.enrollment_term_id', '=', 'enrollment_terms.id')
            .where(sql<boolean>`accounts.path @> array[${account.id}]::bigint[]`),
        ),
      ]),
    )
    .execute();
  return new Set(rows.map((row) => row.id));
}
