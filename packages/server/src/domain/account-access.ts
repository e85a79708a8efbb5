/** Who the acting user is to an account: what the rules in account-rights.ts are asked about. */
import { sql } from 'kysely';
import type { Account, Context } from '../http/context.ts';
import { type AccountAccess, type AccountRight, accountGrants } from './account-rights.ts';
import type { AnyEnrollmentType } from './base-roles.ts';
import { adminPermissions, adminRoles } from './roles-held.ts';

/** The name by which Canvas finds the account for courses that belong to no department. */
export const MANUALLY_CREATED_COURSES = 'Manually-Created Courses';

/** The acting user's access to one account, worked out once a request. */
export function accountAccess(ctx: Context, account: Account): Promise<AccountAccess> {
  return ctx.once(`accountAccess:${account.id}`, () => loadAccess(ctx, account));
}

/** Whether the acting user has a right in an account. */
export async function mayInAccount(ctx: Context, account: Account, right: AccountRight): Promise<boolean> {
  // What an account role grants needs none of the facts about enrollments.
  const { permissions } = await adminPermissions(ctx, account.path, 'account');
  if ((permissions as ReadonlySet<string>).has(right)) return true;
  return accountGrants(right, await accountAccess(ctx, account));
}

async function loadAccess(ctx: Context, account: Account): Promise<AccountAccess> {
  const { permissions, isAdmin } = await adminPermissions(ctx, account.path, 'account');
  const roles = await adminRoles(ctx);
  const [enrollments, below, hasLogin] = await Promise.all([
    loadEnrollments(ctx, account),
    isAdminBelow(
      ctx,
      account,
      roles.map(({ account_id }) => account_id),
    ),
    hasLoginIn(ctx, account),
  ]);
  const { settings } = ctx.rootAccount;
  return {
    account: {
      kind: account.parent_account_id === null ? 'root account' : 'sub-account',
      isManuallyCreatedCourses: account.settings['manually_created_courses'] === true,
      account_calendar_visible: account.settings['account_calendar_visible'] === true,
    },
    userId: ctx.user?.id ?? null,
    permissions,
    isAdmin,
    isAdminBelow: below,
    isAssociated: hasLogin || enrollments.some(({ inThisAccount }) => inThisAccount),
    enrollments,
    rootSettings: {
      teachers_can_create_courses: settings['teachers_can_create_courses'] === true,
      students_can_create_courses: settings['students_can_create_courses'] === true,
      no_enrollments_can_create_courses: settings['no_enrollments_can_create_courses'] === true,
      teachers_can_create_courses_anywhere: settings['teachers_can_create_courses_anywhere'] !== false,
      students_can_create_courses_anywhere: settings['students_can_create_courses_anywhere'] !== false,
    },
  };
}

async function loadEnrollments(ctx: Context, account: Account) {
  if (!ctx.user) return [];
  const rows = await ctx.db
    .selectFrom('enrollments')
    .innerJoin('courses', 'courses.id', 'enrollments.course_id')
    .innerJoin('accounts', 'accounts.id', 'courses.account_id')
    .select(['enrollments.type', sql<boolean>`${account.id} = any(accounts.path)`.as('inThisAccount')])
    .distinct()
    .where('enrollments.user_id', '=', ctx.user.id)
    .where('enrollments.root_account_id', '=', account.root_account_id)
    .where('enrollments.workflow_state', '<>', 'deleted')
    .where('courses.workflow_state', '<>', 'deleted')
    .execute();
  return rows as { type: AnyEnrollmentType; inThisAccount: boolean }[];
}

async function isAdminBelow(ctx: Context, account: Account, heldIn: readonly number[]): Promise<boolean> {
  if (heldIn.length === 0) return false;
  const row = await ctx.db
    .selectFrom('accounts')
    .select('id')
    .where('id', 'in', heldIn)
    .where(sql<boolean>`${account.id} = any(path)`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function hasLoginIn(ctx: Context, account: Account): Promise<boolean> {
  if (!ctx.user || account.parent_account_id !== null) return false;
  const row = await ctx.db
    .selectFrom('pseudonyms')
    .select('id')
    .where('user_id', '=', ctx.user.id)
    .where('account_id', '=', account.id)
    .where('workflow_state', '<>', 'deleted')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
