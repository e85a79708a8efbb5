/** The parameters of a set → columns and terms. */
import type { Updateable } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { GradingPeriodGroupsTable } from '../../db/tables/index.ts';
import { InvalidRecord, MissingParameter, NotFound, Unauthorized } from '../../errors.ts';
import type { Account, Context } from '../../http/context.ts';
import { parseId } from '../../http/ids.ts';
import type { Params } from '../../http/operation.ts';

type SetParams = Params<'POST /api/v1/accounts/{account_id}/grading_period_sets'>;

const MAX_TITLE = 255;

/** Sets are kept by the institution alone, so that there is nothing to manage in an account below it. */
export function refuseBelowRoot(account: Account): void {
  if (account.parent_account_id !== null) throw new Unauthorized();
}

export function setColumns({ grading_period_set: asked }: SetParams): Updateable<GradingPeriodGroupsTable> {
  if (!asked || Object.keys(asked).length === 0) throw new MissingParameter('grading_period_set');
  if ((asked.title?.length ?? 0) > MAX_TITLE) {
    const message = `is too long (maximum is ${MAX_TITLE} characters)`;
    throw new InvalidRecord({ title: [['too_long', message]] }, 422);
  }
  const { title, weighted, display_totals_for_all_grading_periods } = asked;
  return {
    ...(title !== undefined && { title }),
    ...(weighted !== undefined && { weighted }),
    ...(display_totals_for_all_grading_periods !== undefined && { display_totals_for_all_grading_periods }),
  };
}

/**
 * Gives a set the terms that are named and takes it from all others: naming none takes it from all, as in Canvas.
 *
 * @returns the terms that had it or have it now
 * @throws NotFound where one isn't there
 */
export async function chooseTerms(
  ctx: Context,
  setId: number,
  { enrollment_term_ids = [] }: SetParams,
): Promise<number[]> {
  const chosen = await findTerms(ctx, enrollment_term_ids);
  const before = await ctx.db
    .updateTable('enrollment_terms')
    .set({ grading_period_group_id: null, updated_at: ctx.now })
    .where('grading_period_group_id', '=', setId)
    .where('id', '<>', (eb) => eb.fn('all', [eb.val([...chosen])]))
    .returning('id')
    .execute();
  await ctx.db
    .updateTable('enrollment_terms')
    .set({ grading_period_group_id: setId, updated_at: ctx.now })
    .where('id', '=', anyOf(chosen))
    .execute();
  return [...before.map(({ id }) => id), ...chosen];
}

async function findTerms(ctx: Context, texts: readonly string[]): Promise<number[]> {
  const ids = texts.map((text) => {
    const parsed = parseId(text, 'term');
    if (parsed.by !== 'id') throw new NotFound();
    return parsed.id;
  });
  const terms = await ctx.db
    .selectFrom('enrollment_terms')
    .select('id')
    .where('id', '=', anyOf(ids))
    .where('root_account_id', '=', ctx.rootAccount.id)
    .where('workflow_state', '=', 'active')
    .execute();
  if (terms.length < new Set(ids).size) throw new NotFound();
  return terms.map(({ id }) => id);
}
