import { mayInAccount } from '../../domain/account-access.ts';
import { adminPermissions } from '../../domain/roles-held.ts';
import type { Context, User } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { List } from '../../http/schema.ts';
import { manuallyCreatedCoursesAccount } from './load.ts';
import { adminAccounts, descendantIds, pageOfAccounts } from './queries.ts';
import { Account } from './schema.ts';
import { serializeAccounts } from './serialize.ts';

export default operation('GET /api/v1/course_creation_accounts', {
  summary: 'The accounts in which the caller can create courses',
  requires: 'public',
  returns: List(Account),
  async handle({ ctx }) {
    const { user } = ctx;
    if (!user) return [];
    const ids = [...(await asAdmin(ctx)), ...(await asMember(ctx, user))];
    return await serializeAccounts(ctx, await pageOfAccounts(ctx, ids));
  },
});

/** Where an account role allows it, and then everything below. */
async function asAdmin(ctx: Context): Promise<number[]> {
  const ids: number[] = [];
  for (const { id, path } of await adminAccounts(ctx)) {
    const { permissions } = await adminPermissions(ctx, path, 'account');
    if (permissions.has('manage_courses_admin') || permissions.has('manage_courses_add')) ids.push(id);
  }
  const below = await descendantIds(ctx, ids);
  return [...ids, ...ids.flatMap((id) => below.get(id) ?? [])];
}

const KINDS = [
  { kind: 'students', types: ['StudentEnrollment', 'ObserverEnrollment'] },
  { kind: 'teachers', types: ['TeacherEnrollment', 'DesignerEnrollment'] },
] as const;

/** Where the institution lets students, teachers and newcomers do it. */
async function asMember(ctx: Context, user: User): Promise<number[]> {
  const { settings } = ctx.rootAccount;
  const enrolledIn = await accountsOfEnrollments(ctx, user);
  const ids: number[] = [];
  for (const { kind, types } of KINDS) {
    if (settings[`${kind}_can_create_courses`] !== true) continue;
    const accounts = enrolledIn.filter(({ type }) => (types as readonly string[]).includes(type));
    if (accounts.length === 0) continue;
    ids.push((await manuallyCreatedCoursesAccount(ctx)).id);
    // Anywhere, unless the institution says no.
    if (settings[`${kind}_can_create_courses_anywhere`] !== false) ids.push(...accounts.map(({ id }) => id));
  }
  if (settings['no_enrollments_can_create_courses'] === true && enrolledIn.length === 0) {
    const manual = await manuallyCreatedCoursesAccount(ctx);
    if (await mayInAccount(ctx, manual, 'create_courses')) ids.push(manual.id);
  }
  return ids;
}

/** The accounts of the courses that a user is enrolled in, once for each type of enrollment. */
function accountsOfEnrollments(ctx: Context, user: User) {
  return ctx.db
    .selectFrom('enrollments')
    .innerJoin('courses', 'courses.id', 'enrollments.course_id')
    .select(['courses.account_id as id', 'enrollments.type'])
    .distinct()
    .where('enrollments.user_id', '=', user.id)
    .where('enrollments.workflow_state', '<>', 'deleted')
    .orderBy('courses.account_id')
    .execute();
}
