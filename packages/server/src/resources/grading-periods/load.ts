import type { AccountContext, CourseContext } from '../../domain/contexts.ts';
import {
  type PeriodRow,
  type PeriodSetRow,
  periodsOfCourse,
  periodsOfSets,
} from '../../domain/grading/periods.ts';
import { NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { type Entity, loads } from '../../http/operation.ts';
import { permissionsTo, type SetPermissions } from '../grading-period-sets/rules.ts';

export interface PeriodInItsSet {
  readonly period: PeriodRow;
  readonly set: PeriodSetRow;
}

/** All sets of a context with their periods: a course may have those of its term. */
export async function periodsIn(ctx: Context, context: InContext): Promise<PeriodInItsSet[]> {
  if (context.type === 'Course') {
    const found = await periodsOfCourse(ctx, context.course);
    return (found?.periods ?? []).map((period) => ({ period, set: found?.set as PeriodSetRow }));
  }
  const sets = await ctx.db
    .selectFrom('grading_period_groups')
    .selectAll()
    .where('account_id', '=', context.id)
    .where('workflow_state', '=', 'active')
    .execute();
  const bySet = await periodsOfSets(
    ctx,
    sets.map(({ id }) => id),
  );
  return sets
    .flatMap((set) => (bySet.get(set.id) ?? []).map((period) => ({ period, set })))
    .sort((a, b) => (a.period.start_date < b.period.start_date ? -1 : 1));
}

type InContext = AccountContext | CourseContext;

const entity = (
  counts: (found: PeriodInItsSet, context: InContext) => boolean,
): Entity<PeriodInItsSet, keyof SetPermissions> => ({
  async find(ctx, text, loaded) {
    const context = loaded['context'] as InContext;
    const id = parseNumber(text);
    const found = (await periodsIn(ctx, context)).find((one) => one.period.id === id && counts(one, context));
    if (!found) throw new NotFound();
    return found;
  },
  grants: async (ctx, { set }, right) => (await permissionsTo(ctx, set))[right],
});

/** A period that counts in the context that was loaded before it, be it its term's. */
export const gradingPeriod = loads(entity(() => true));

/** A period of the very context: a course only has those that were made for it. */
export const ownGradingPeriod = loads(
  entity(({ set }, context) => context.type === 'Account' || set.course_id === context.id),
);
