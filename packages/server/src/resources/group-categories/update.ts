import { operation } from '../../http/operation.ts';
import { categoryWith } from './includes.ts';
import { groupCategory } from './load.ts';
import { updateCategory } from './save.ts';
import { GroupCategory } from './schema.ts';

export default operation('PUT /api/v1/group_categories/{group_category_id}', {
  summary: 'Change a set of groups; what isn’t said of self sign-up, leaders and limits is taken away',
  load: { category: groupCategory('group_category_id') },
  requires: { category: 'manage' },
  returns: GroupCategory,
  handle: async ({ ctx, category, params }) =>
    await categoryWith(ctx, await updateCategory(ctx, category, params), ['progress'], params.includes),
});
