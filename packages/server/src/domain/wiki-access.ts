/**
 * Who may do what with the pages of a course or a group, and with one of them. Source: the policies of Canvas's Wiki and
 * WikiPage.
 */
import type { Selectable } from 'kysely';
import type { WikiPagesTable } from '../db/tables/index.ts';
import type { Context } from '../http/context.ts';
import { studentsLookedThrough } from './assignment-access.ts';
import { baseRoleOf, isStaff } from './base-roles.ts';
import { audiences } from './content-audience.ts';
import type { CourseContext, GroupContext } from './contexts.ts';
import { courseAccess, mayInCourse } from './course-access.ts';
import { mayInGroup } from './group-access.ts';
import { pageLocks } from './module-locks.ts';
import { pageDateLocks } from './page-dates.ts';

export type WikiContext = CourseContext | GroupContext;
export type PageRow = Selectable<WikiPagesTable>;

export type WikiRight =
  | 'read'
  | 'view_unpublished_items'
  | 'create_page'
  | 'update_page'
  | 'delete_page'
  /** All that can be said of a page, not only its text. */
  | 'update'
  /** Pages of those who may not are published at once. */
  | 'publish_page';

export type PageRight = 'read' | 'read_revisions' | 'update_content' | 'create' | 'update' | 'delete';

type ContextRight =
  | 'read'
  | 'participate_as_student'
  | 'view_unpublished_items'
  | 'manage_wiki_create'
  | 'manage_wiki_update'
  | 'manage_wiki_delete';

const mayIn = (ctx: Context, context: WikiContext, right: ContextRight) =>
  context.type === 'Course' ? mayInCourse(ctx, context.course, right) : mayInGroup(ctx, context.group, right);

async function mayAny(ctx: Context, context: WikiContext, rights: readonly ContextRight[]) {
  for (const right of rights) if (await mayIn(ctx, context, right)) return true;
  return false;
}

/** Who may edit pages that don't say so themselves. */
export function defaultEditingRoles(context: WikiContext): string {
  if (context.type === 'Group') return 'members';
  const chosen = context.course.settings['default_wiki_editing_roles'];
  return typeof chosen === 'string' && chosen !== '' ? chosen : 'teachers';
}

const studentsMakePages = async (ctx: Context, context: WikiContext): Promise<boolean> =>
  context.type === 'Course' &&
  defaultEditingRoles(context).split(',').includes('students') &&
  (await mayIn(ctx, context, 'participate_as_student'));

/** Whether the acting user has a right in the wiki. */
export async function mayInWiki(ctx: Context, context: WikiContext, right: WikiRight): Promise<boolean> {
  switch (right) {
    case 'read':
    case 'view_unpublished_items':
      return await mayAny(ctx, context, [
        right,
        'manage_wiki_update',
        'manage_wiki_create',
        'manage_wiki_delete',
      ]);
    case 'create_page':
      return (await mayIn(ctx, context, 'manage_wiki_create')) || (await studentsMakePages(ctx, context));
    case 'update_page':
      return (await mayIn(ctx, context, 'manage_wiki_update')) || (await studentsMakePages(ctx, context));
    case 'update':
      return await mayIn(ctx, context, 'manage_wiki_update');
    case 'delete_page':
      return await mayIn(ctx, context, 'manage_wiki_delete');
    case 'publish_page':
      return context.type === 'Course' && (await mayIn(ctx, context, 'manage_wiki_update'));
  }
}

/** A page whose time has come is published, though nothing has run then. */
export const isPublished = (page: Pick<PageRow, 'workflow_state' | 'publish_at'>, now: string): boolean =>
  page.workflow_state === 'active' ||
  (page.workflow_state === 'unpublished' && page.publish_at !== null && page.publish_at <= now);

/** Whether the acting user has a right on a page. */
export async function mayToPage(
  ctx: Context,
  context: WikiContext,
  page: PageRow,
  right: PageRight,
): Promise<boolean> {
  switch (right) {
    case 'read':
      return await canRead(ctx, context, page);
    case 'create':
      return ctx.user !== null && (await mayInWiki(ctx, context, 'create_page'));
    case 'read_revisions':
    case 'update_content':
      return ctx.user !== null && (await canEdit(ctx, context, page));
    case 'update':
      return (
        ctx.user !== null &&
        (await mayInWiki(ctx, context, 'update_page')) &&
        (await canEdit(ctx, context, page))
      );
    case 'delete':
      return (
        ctx.user !== null &&
        (await mayInWiki(ctx, context, 'delete_page')) &&
        (await canRead(ctx, context, page))
      );
  }
}

async function canRead(ctx: Context, context: WikiContext, page: PageRow): Promise<boolean> {
  if (page.workflow_state === 'deleted') return false;
  if (await mayInWiki(ctx, context, 'view_unpublished_items')) return true;
  if (!isPublished(page, ctx.now) || !(await mayInWiki(ctx, context, 'read'))) return false;
  const userIds = await readersOf(ctx, context);
  if (userIds === 'all') return true;
  const isFor = await audiences(ctx, 'Page', [page.id], userIds);
  return userIds.some((userId) => isFor(page.id, userId));
}

/** Through whose eyes the acting user sees pages; `all` for whom none is kept back. */
export async function readersOf(ctx: Context, context: WikiContext): Promise<'all' | readonly number[]> {
  return context.type === 'Group' ? 'all' : studentsLookedThrough(await courseAccess(ctx, context.course));
}

async function canEdit(ctx: Context, context: WikiContext, page: PageRow): Promise<boolean> {
  if (!(await canRead(ctx, context, page))) return false;
  if (await mayInWiki(ctx, context, 'update')) return true;
  const roles = page.editing_roles.split(',');
  // Only teachers: then what their role allows decides.
  if (page.editing_roles === 'teachers') return false;
  if (context.type === 'Group') {
    const isMember = await mayInGroup(ctx, context.group, 'participate');
    return isMember && (roles.includes('members') || roles.includes('public'));
  }
  if (context.course.workflow_state === 'completed') return false;
  const { enrollments } = await courseAccess(ctx, context.course);
  const current = enrollments.filter(({ workflow_state }) => workflow_state === 'active');
  if (roles.includes('teachers') && current.some(({ type }) => isStaff(type))) return true;
  if (!isPublished(page, ctx.now) && !(await mayInWiki(ctx, context, 'view_unpublished_items'))) return false;
  if ((await pageLocks(ctx, context, [page])).has(page.id)) return false;
  if ((await pageDateLocks(ctx, context, [page])).has(page.id)) return false;
  const isStudent = current.some(({ type }) => baseRoleOf(type) === 'StudentEnrollment');
  if (roles.includes('students') && isStudent) return true;
  return (roles.includes('members') || roles.includes('public')) && current.length > 0;
}
