import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { mayInAccount } from '../../domain/account-access.ts';
import type { GroupCategoryRow } from '../../domain/group-access.ts';
import { allowsSeveral } from '../../domain/group-members.ts';
import type { Context } from '../../http/context.ts';
import { inOrderOf } from '../../http/schema.ts';
import { GroupCategory } from './schema.ts';

/** What nobody may delete; groups of an import are only called so. */
export const isProtected = ({ role }: Pick<GroupCategoryRow, 'role'>): boolean =>
  role !== null && role !== 'imported';

/** Which of the SIS fields the caller sees: a matter of the institution, wherever the group is. */
export async function sisFieldsShown(ctx: Context): Promise<{ id: boolean; importId: boolean }> {
  const importId = await mayInAccount(ctx, ctx.rootAccount, 'manage_sis');
  return { id: importId || (await mayInAccount(ctx, ctx.rootAccount, 'read_sis')), importId };
}

/** Categories as the caller may see them, in a number of queries that doesn't grow with the list. */
export async function serializeGroupCategories(
  ctx: Context,
  categories: readonly GroupCategoryRow[],
  included: (category: GroupCategoryRow) => Partial<GroupCategory> = () => ({}),
): Promise<GroupCategory[]> {
  const [shown, mine] = await Promise.all([sisFieldsShown(ctx), ofCaller(ctx, categories)]);
  return categories.map((category) =>
    inOrderOf(GroupCategory, {
      id: category.id,
      name: category.name,
      role: category.role,
      self_signup: category.self_signup,
      group_limit: category.group_limit,
      auto_leader: category.auto_leader,
      created_at: category.created_at,
      self_signup_end_at: category.self_signup_end_at,
      context_type: category.context_type,
      ...(category.context_type === 'Course'
        ? { course_id: category.context_id }
        : { account_id: category.context_id }),
      ...included(category),
      ...(shown.id && { sis_group_category_id: category.sis_group_category_id }),
      ...(shown.importId && { sis_import_id: category.sis_import_id }),
      protected: isProtected(category),
      allows_multiple_memberships: allowsSeveral(category),
      is_member: mine.has(category.id),
      non_collaborative: category.non_collaborative,
    }),
  );
}

/** Those in which the caller is in a group. */
async function ofCaller(ctx: Context, categories: readonly GroupCategoryRow[]): Promise<Set<number>> {
  if (!ctx.user || categories.length === 0) return new Set();
  const rows = await ctx.db
    .selectFrom('groups')
    .select('group_category_id')
    .where('group_category_id', '=', anyOf(categories.map(({ id }) => id)))
    .where('workflow_state', '<>', 'deleted')
    .where(
      sql<boolean>`exists (select 1 from group_memberships where group_memberships.group_id = groups.id
        and group_memberships.user_id = ${ctx.user.id} and group_memberships.workflow_state <> 'deleted')`,
    )
    .execute();
  return new Set(rows.map(({ group_category_id }) => group_category_id));
}
