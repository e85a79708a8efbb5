import { demand } from '../../domain/demand.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { accountContext } from '../accounts/load.ts';
import { courseContext } from '../courses/load.ts';
import { categoryWith } from './includes.ts';
import { mayWithGroups } from './rules.ts';
import { createCategory } from './save.ts';
import { GroupCategory } from './schema.ts';

export default inContexts(
  { accounts: accountContext, courses: courseContext },
  'POST /api/v1/{context}/group_categories',
  {
    summary: 'Make a set of groups in an account or a course',
    // Groups and differentiation tags take rights of their own: which it is, the parameters say.
    requires: { context: ['manage_groups_add', 'manage_tags_add'] },
    returns: GroupCategory,
    async handle({ ctx, context, params }) {
      const tags = params.non_collaborative === true;
      await demand(ctx, mayWithGroups(ctx, context, 'add', tags));
      const category = await createCategory(ctx, context, params, tags);
      return await categoryWith(ctx, category, ['unassigned_users_count', 'groups_count'], params.includes);
    },
  },
);
