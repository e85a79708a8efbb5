import { mayInAccount } from '../../domain/account-access.ts';
import type { AccountRight } from '../../domain/account-rights.ts';
import { type AccountContext, ofAccount } from '../../domain/contexts.ts';
import {
  belongsTo,
  type GlobalContext,
  globalContext,
  mayWithOutcomes,
  type OutcomeContext,
  type OutcomeRight,
} from '../../domain/outcome-contexts.ts';
import type { OutcomeGroupRow } from '../../domain/outcome-groups.ts';
import { NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { type Entity, loads } from '../../http/operation.ts';
import { findAccount } from '../accounts/load.ts';
import { courseContext } from '../courses/load.ts';

export const accountContext: Entity<AccountContext, AccountRight> = {
  find: async (ctx, id) => ofAccount(await findAccount(ctx, id)),
  grants: (ctx, { account }, right) => mayInAccount(ctx, account, right),
};

const everywhere: Entity<GlobalContext, OutcomeRight> = {
  find: async () => globalContext,
  grants: mayWithOutcomes,
};

/** `inContexts(accountsAndCourses, 'GET /api/v1/{context}/outcome_groups', …)` */
export const accountsAndCourses = { accounts: accountContext, courses: courseContext };
/** Where groups of outcomes are. */
export const anywhere = { ...accountsAndCourses, global: everywhere };

/** A group of a context, by its number in whatever form it was sent. Throws NotFound. */
export async function findOutcomeGroup(
  ctx: Context,
  context: OutcomeContext,
  id: string | number,
): Promise<OutcomeGroupRow> {
  const number = typeof id === 'number' ? id : parseNumber(id);
  const group =
    number === undefined
      ? undefined
      : await ctx.db
          .selectFrom('learning_outcome_groups')
          .selectAll()
          .where('id', '=', number)
          .where(belongsTo(context, 'learning_outcome_groups'))
          .where('workflow_state', '=', 'active')
          .executeTakeFirst();
  if (!group) throw new NotFound();
  return group;
}

/** A group of the context that was loaded before it: `load: { group: outcomeGroup('id') }`. */
export const outcomeGroup = loads<OutcomeGroupRow, never>({
  find: (ctx, id, { context }) => findOutcomeGroup(ctx, context as OutcomeContext, id),
  grants: async () => false,
});
