import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { Group } from '../groups/schema.ts';
import { serializeGroups } from '../groups/serialize.ts';
import { groupCategory } from './load.ts';

export default operation('GET /api/v1/group_categories/{group_category_id}/groups', {
  summary: 'The groups of a set',
  load: { category: groupCategory('group_category_id') },
  requires: { category: 'view' },
  returns: List(Group),
  async handle({ ctx, category }) {
    const query = ctx.db
      .selectFrom('groups')
      .selectAll()
      .where('group_category_id', '=', category.id)
      .where('workflow_state', '<>', 'deleted');
    const order = [{ by: 'groups.name_key' }];
    return await serializeGroups(ctx, await paginate(ctx, query, { key: 'groups.id', order, kind: 'total' }));
  },
});
