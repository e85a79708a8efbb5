import { mayInAccount } from '../../domain/account-access.ts';
import { mayInCourse } from '../../domain/course-access.ts';
import type { GroupCategoryRow } from '../../domain/group-access.ts';
import { NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseId } from '../../http/ids.ts';
import { loads } from '../../http/operation.ts';
import { type CategoryRight, categoryGrants, contextOfCategory } from './rules.ts';

/** `42`, `sis_group_category_id:X` → a category that isn't deleted. Throws NotFound. */
export async function findGroupCategory(ctx: Context, text: string): Promise<GroupCategoryRow> {
  const id = parseId(text, 'group_category');
  let query = ctx.db.selectFrom('group_categories').selectAll().where('deleted_at', 'is', null);
  if (id.by === 'id') query = query.where('id', '=', id.id);
  else if (id.by === 'column') {
    query = query
      .where('sis_group_category_id', '=', id.value)
      .where('root_account_id', '=', ctx.rootAccount.id);
  } else throw new NotFound();
  const category = await query.executeTakeFirst();
  if (!category) throw new NotFound();
  return category;
}

/** `load: { category: groupCategory('group_category_id') }` */
export const groupCategory = loads<GroupCategoryRow, CategoryRight>({
  find: findGroupCategory,
  grants: categoryGrants,
});

/** Whoever may read the course or account; of tags those alone who manage them. */
export async function mayReadCategory(ctx: Context, id: string): Promise<boolean> {
  const category = await findGroupCategory(ctx, id);
  if (category.non_collaborative && !(await categoryGrants(ctx, category, 'view'))) return false;
  const context = await contextOfCategory(ctx, category);
  return context.type === 'Course'
    ? await mayInCourse(ctx, context.course, 'read')
    : await mayInAccount(ctx, context.account, 'read');
}
