import { operation } from '../../http/operation.ts';
import { categoryWith } from './includes.ts';
import { groupCategory } from './load.ts';
import { GroupCategory } from './schema.ts';

export default operation('GET /api/v1/group_categories/{group_category_id}', {
  summary: 'One set of groups',
  load: { category: groupCategory('group_category_id') },
  requires: { category: 'view' },
  returns: GroupCategory,
  handle: ({ ctx, category, params }) => categoryWith(ctx, category, ['progress'], params.includes),
});
