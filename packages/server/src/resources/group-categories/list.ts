import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { accountContext } from '../accounts/load.ts';
import { courseContext } from '../courses/load.ts';
import { categoriesWith } from './includes.ts';
import { type GroupsContext, MANAGE_GROUPS, MANAGE_TAGS, mayWithGroups } from './rules.ts';
import { GroupCategory } from './schema.ts';

export default inContexts(
  { accounts: accountContext, courses: courseContext },
  'GET /api/v1/{context}/group_categories',
  {
    summary: 'The sets of groups in an account or a course',
    requires: { context: [...MANAGE_GROUPS, ...MANAGE_TAGS] },
    returns: List(GroupCategory),
    async handle({ ctx, context, params }) {
      const kinds = await kindsFor(ctx, context, params.collaboration_state);
      const query = ctx.db
        .selectFrom('group_categories')
        .selectAll()
        .where('context_type', '=', context.type)
        .where('context_id', '=', context.id)
        .where('deleted_at', 'is', null)
        .where('non_collaborative', 'in', kinds);
      const page = await paginate(ctx, query, { key: 'group_categories.id', kind: 'total' });
      return await categoriesWith(ctx, page, ['progress'], params.includes);
    },
  },
);

/** Which kinds are given: whether tags, whether groups. */
async function kindsFor(
  ctx: Context,
  context: GroupsContext,
  asked: string | null | undefined,
): Promise<boolean[]> {
  const [groups, tags] = [
    await mayWithGroups(ctx, context, 'view', false),
    await mayWithGroups(ctx, context, 'view', true),
  ];
  switch ((asked || 'collaborative').toLowerCase()) {
    case 'collaborative':
      if (!groups) throw new Refusal(403, { error: 'user not authorized to perform that action' });
      return [false];
    case 'non_collaborative':
      if (!tags) throw new Refusal(403, { error: 'Unauthorized to view non-collaborative group categories' });
      return [true];
    case 'all':
      return [...(groups ? [false] : []), ...(tags ? [true] : [])];
    default:
      throw new Refusal(400, { error: 'Invalid collaboration_state parameter' });
  }
}
