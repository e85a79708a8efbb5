/** Who the acting user is to another user: what the rules in user-rights.ts are asked about. */
import { sql } from 'kysely';
import type { Context, User } from '../http/context.ts';
import { type CourseRow, courseAccesses } from './course-access.ts';
import { courseGrants } from './course-rights.ts';
import { featuresOf } from './features.ts';
import { type Permission, permissionKeys } from './permissions.ts';
import { enabledPermissions } from './role-permissions.ts';
import { type AccountChain, adminPermissions, adminRoles, adminRolesOf } from './roles-held.ts';
import { type UserAccess, type UserRight, userGrants } from './user-rights.ts';

/** Whether the acting user has a right over a user. */
export async function mayToUser(ctx: Context, target: User, right: UserRight): Promise<boolean> {
  if (!ctx.user) return false;
  return userGrants(right, await userAccess(ctx, target));
}

/** The acting user's access to one user, worked out once a request. */
export function userAccess(ctx: Context, target: User): Promise<UserAccess> {
  return ctx.once(`userAccess:${target.id}`, () => loadAccess(ctx, target));
}

async function loadAccess(ctx: Context, target: User): Promise<UserAccess> {
  const isSelf = ctx.user?.id === target.id;
  const [chains, shared, observes, targetFacts, outranks] = await Promise.all([
    chainsOf(ctx, target),
    isSelf ? [] : sharedCourses(ctx, target),
    observesTarget(ctx, target),
    factsOf(ctx, target),
    outranksUser(ctx, target.id),
  ]);
  const accesses = await courseAccesses(ctx, shared);
  const { settings } = ctx.rootAccount;
  return {
    actorId: ctx.user?.id ?? null,
    targetId: target.id,
    accountPermissions: await unionOfAdminPermissions(ctx, chains, 'account'),
    coursePermissions: new Set([
      ...(await unionOfAdminPermissions(ctx, chains, 'course')),
      ...[...accesses.values()].flatMap((access) =>
        permissionKeys.filter((key) => courseGrants(key, access)),
      ),
    ]),
    instructsTarget: [...accesses.values()].some(({ enrollments }) =>
      enrollments.some(
        ({ type, date_state }) =>
          (type === 'TeacherEnrollment' || type === 'TaEnrollment') &&
          (date_state === 'active' || date_state === 'completed'),
      ),
    ),
    observesTarget: observes,
    outranksTarget: outranks,
    isOnlyStudent: targetFacts.isOnlyStudent,
    hasSisLogin: targetFacts.hasSisLogin,
    rootSettings: {
      users_can_edit_name: settings['users_can_edit_name'] !== false,
      users_can_edit_profile: settings['users_can_edit_profile'] !== false,
      admins_can_change_passwords: settings['admins_can_change_passwords'] === true,
      limit_personal_access_tokens: settings['limit_personal_access_tokens'] === true,
      restrict_personal_access_tokens_from_students:
        settings['restrict_personal_access_tokens_from_students'] === true,
    },
  };
}

async function unionOfAdminPermissions(ctx: Context, chains: AccountChain[], where: 'account' | 'course') {
  const all = await Promise.all(chains.map((chain) => adminPermissions(ctx, chain, where)));
  return all.reduce<ReadonlySet<Permission>>((sum, { permissions }) => sum.union(permissions), new Set());
}

/** The accounts that a user belongs to, by login, enrollment or administration: each as its chain. */
async function chainsOf(ctx: Context, target: User): Promise<AccountChain[]> {
  if ((await adminRoles(ctx)).length === 0) return [];
  const { rows } = await sql<{ path: number[] }>`
    select distinct accounts.path from accounts where accounts.id in (
      select account_id from pseudonyms where user_id = ${target.id} and workflow_state <> 'deleted'
      union select account_id from account_users where user_id = ${target.id} and workflow_state = 'active'
      union select courses.account_id from enrollments join courses on courses.id = enrollments.course_id
        where enrollments.user_id = ${target.id} and enrollments.workflow_state <> 'deleted'
          and courses.workflow_state <> 'deleted')`.execute(ctx.db);
  return rows.map(({ path }) => path);
}

async function sharedCourses(ctx: Context, target: User): Promise<CourseRow[]> {
  if (!ctx.user) return [];
  const enrolled = (userId: number) => sql<boolean>`exists (select 1 from enrollments
    where enrollments.course_id = courses.id and enrollments.user_id = ${userId}
      and enrollments.workflow_state <> 'deleted')`;
  return await ctx.db
    .selectFrom('courses')
    .selectAll()
    .where('workflow_state', '<>', 'deleted')
    .where(enrolled(ctx.user.id))
    .where(enrolled(target.id))
    .execute();
}

async function observesTarget(ctx: Context, target: User): Promise<boolean> {
  if (!ctx.user) return false;
  const link = await ctx.db
    .selectFrom('user_observation_links')
    .select('id')
    .where('user_id', '=', target.id)
    .where('observer_id', '=', ctx.user.id)
    .where('workflow_state', '=', 'active')
    .executeTakeFirst();
  return link !== undefined;
}

async function factsOf(ctx: Context, target: User) {
  const row = await ctx.db
    .selectFrom('users')
    .select([
      sql<boolean>`exists (select 1 from pseudonyms where user_id = users.id
        and workflow_state <> 'deleted' and sis_user_id is not null)`.as('hasSisLogin'),
      sql<boolean>`exists (select 1 from enrollments where user_id = users.id and workflow_state <> 'deleted'
        and type in ('TeacherEnrollment', 'TaEnrollment', 'DesignerEnrollment'))`.as('isStaff'),
      sql<boolean>`exists (select 1 from account_users where user_id = users.id and workflow_state = 'active')`.as(
        'isAdmin',
      ),
    ])
    .where('id', '=', target.id)
    .executeTakeFirstOrThrow();
  return { hasSisLogin: row.hasSisLogin, isOnlyStudent: !row.isStaff && !row.isAdmin };
}

/** Nobody acts as, or manages, somebody who may do what he himself may not. */
export async function outranksUser(ctx: Context, targetId: number): Promise<boolean> {
  const roles = await adminRolesOf(ctx, targetId);
  if (roles.length === 0) return true;
  const accounts = await ctx.db
    .selectFrom('accounts')
    .select(['id', 'path'])
    .where(
      'id',
      'in',
      roles.map(({ account_id }) => account_id),
    )
    .execute();
  const chains = new Map(accounts.map(({ id, path }) => [id, path]));
  for (const role of roles) {
    const chain = chains.get(role.account_id) ?? [];
    const theirs = enabledPermissions(
      role,
      role.overrides,
      { accountChain: chain, features: featuresOf(ctx.rootAccount) },
      role.account_id,
      'account',
    );
    const { permissions } = await adminPermissions(ctx, chain, 'account');
    if (!theirs.isSubsetOf(permissions)) return false;
  }
  return true;
}
