import { deleteGroups } from '../../domain/group-making.ts';
import { Refusal } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { groupCategory } from './load.ts';
import { writeCategory } from './save.ts';
import { GroupCategory } from './schema.ts';
import { isProtected, serializeGroupCategories } from './serialize.ts';

export default operation('DELETE /api/v1/group_categories/{group_category_id}', {
  summary: 'Delete a set of groups with its groups',
  load: { category: groupCategory('group_category_id') },
  requires: { category: 'delete' },
  returns: GroupCategory,
  async handle({ ctx, category }) {
    if (isProtected(category)) throw new Refusal(401, { status: 'unauthorized' });
    const groups = await ctx.db
      .selectFrom('groups')
      .select('id')
      .where('group_category_id', '=', category.id)
      .execute();
    await deleteGroups(
      ctx,
      groups.map(({ id }) => id),
    );
    const deleted = await writeCategory(ctx, category, { deleted_at: ctx.now });
    const [json] = await serializeGroupCategories(ctx, [deleted]);
    return json as GroupCategory;
  },
});
