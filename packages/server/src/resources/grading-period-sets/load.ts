import type { PeriodSetRow } from '../../domain/grading/periods.ts';
import { NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { loads } from '../../http/operation.ts';

export const setsOfInstitution = (ctx: Context) =>
  ctx.db
    .selectFrom('grading_period_groups')
    .selectAll()
    .where('account_id', '=', ctx.rootAccount.id)
    .where('workflow_state', '=', 'active');

export async function findSet(ctx: Context, text: string): Promise<PeriodSetRow> {
  const id = parseNumber(text);
  if (id === undefined) throw new NotFound();
  const set = await setsOfInstitution(ctx).where('id', '=', id).executeTakeFirst();
  if (!set) throw new NotFound();
  return set;
}

/** `load: { set: gradingPeriodSet('id') }`: one of the institution. */
export const gradingPeriodSet = loads<PeriodSetRow, never>({ find: findSet, grants: async () => false });
