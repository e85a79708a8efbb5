import { mayInAccount } from '../../domain/account-access.ts';
import type { AccountContext, CourseContext } from '../../domain/contexts.ts';
import type { Context } from '../../http/context.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { accountContext } from '../accounts/load.ts';
import { courseContext } from '../courses/load.ts';
import { permissionsTo, type SetPermissions } from '../grading-period-sets/rules.ts';
import { periodsIn } from './load.ts';
import { GradingPeriods } from './schema.ts';
import { pageOfPeriods } from './serialize.ts';

const nothing: SetPermissions = { read: false, update: false, delete: false, create: false };

export default inContexts(
  { accounts: accountContext, courses: courseContext },
  'GET /api/v1/{context}/grading_periods',
  {
    summary: 'The grading periods that count in a course, or those that an institution has',
    requires: { context: 'read' },
    returns: GradingPeriods,
    async handle({ ctx, context }) {
      const found = await periodsIn(ctx, context);
      // All sets of a context allow the same.
      const [first] = found;
      const permissions = first ? await permissionsTo(ctx, first.set) : nothing;
      return {
        ...pageOfPeriods(
          ctx,
          found.map(({ period }) => period),
          () => permissions,
        ),
        can_create_grading_periods: await mayCreate(ctx, context),
        grading_periods_read_only:
          context.type === 'Course' && first !== undefined && first.set.account_id !== null,
      };
    },
  },
);

async function mayCreate(ctx: Context, context: AccountContext | CourseContext): Promise<boolean> {
  if (context.type === 'Course' || context.account.parent_account_id !== null) return false;
  return await mayInAccount(ctx, context.account, 'manage');
}
