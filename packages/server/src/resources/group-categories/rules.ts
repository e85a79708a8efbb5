/** Who may do what with the groups of a course or an account. Source: Canvas's GroupPermissionHelper. */
import { mayInAccount } from '../../domain/account-access.ts';
import { type AccountContext, type CourseContext, contextOf } from '../../domain/contexts.ts';
import { mayInCourse } from '../../domain/course-access.ts';
import type { GroupCategoryRow } from '../../domain/group-access.ts';
import type { Permission } from '../../domain/permissions.ts';
import type { Context } from '../../http/context.ts';

export type CategoryRight = 'add' | 'manage' | 'delete' | 'view';
export type GroupsContext = CourseContext | AccountContext;

export const MANAGE_GROUPS = ['manage_groups_add', 'manage_groups_manage', 'manage_groups_delete'] as const;
export const MANAGE_TAGS = ['manage_tags_add', 'manage_tags_manage', 'manage_tags_delete'] as const;

interface Rights {
  readonly collaborative: readonly Permission[];
  readonly tags: readonly Permission[];
}

/** Any of them will do. */
const rightsFor: Record<CategoryRight, Rights> = {
  add: { collaborative: ['manage_groups_add'], tags: ['manage_tags_add'] },
  manage: { collaborative: ['manage_groups_manage'], tags: ['manage_tags_manage'] },
  delete: { collaborative: ['manage_groups_delete'], tags: ['manage_tags_delete'] },
  view: { collaborative: MANAGE_GROUPS, tags: MANAGE_TAGS },
};

/** @param tags whether it is about differentiation tags rather than groups */
export async function mayWithGroups(
  ctx: Context,
  context: GroupsContext,
  right: CategoryRight,
  tags: boolean,
): Promise<boolean> {
  for (const permission of rightsFor[right][tags ? 'tags' : 'collaborative']) {
    if (await mayInContext(ctx, context, permission)) return true;
  }
  return false;
}

const mayInContext = (ctx: Context, context: GroupsContext, right: Permission): Promise<boolean> =>
  context.type === 'Course'
    ? mayInCourse(ctx, context.course, right)
    : mayInAccount(ctx, context.account, right);

export const contextOfCategory = async (ctx: Context, category: GroupCategoryRow): Promise<GroupsContext> =>
  (await contextOf(ctx, category)) as GroupsContext;

export const categoryGrants = async (
  ctx: Context,
  category: GroupCategoryRow,
  right: CategoryRight,
): Promise<boolean> =>
  mayWithGroups(ctx, await contextOfCategory(ctx, category), right, category.non_collaborative);
