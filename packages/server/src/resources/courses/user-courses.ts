/** The courses of one user, as he or somebody who may look at him lists them (accounts file 3.3). */
import { type Expression, type SqlBool, sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { type CourseRow, courseAccesses } from '../../domain/course-access.ts';
import { type CourseAccess, courseGrants } from '../../domain/course-rights.ts';
import { sortKey } from '../../domain/sort-key.ts';
import { onlyNotFound } from '../../errors.ts';
import type { Context, User } from '../../http/context.ts';
import { knownIncludes } from '../../http/includes.ts';
import type { Params } from '../../http/operation.ts';
import { paginateArray } from '../../http/page.ts';
import { findAccount } from '../accounts/load.ts';
import { displayNames } from './display-names.ts';
import { enrollmentsOf, type ListedEnrollment, observedEnrollments } from './enrollments-of.ts';
import { courseIncludes } from './includes.ts';
import type { Course, RestrictedCourse } from './schema.ts';
import { serializeCourses } from './serialize.ts';

type ListParams = Params<'GET /api/v1/courses'>;

/** One page of a user's courses, each with the enrollments that brought it into the list. */
export async function userCourses(
  ctx: Context,
  user: User,
  params: ListParams,
): Promise<(Course | RestrictedCourse)[]> {
  const enrollments = await chosenEnrollments(ctx, user, params);
  const byCourse = Map.groupBy(enrollments, ({ course_id }) => course_id);
  const listed = await chosenCourses(ctx, [...byCourse.keys()], params);
  const page = paginateArray(ctx, await inOrderOfNames(ctx, listed));
  return await serializePage(ctx, page, byCourse, params);
}

const staffTypes = sql`('TeacherEnrollment', 'TaEnrollment', 'DesignerEnrollment', 'StudentViewEnrollment')`;

/** Students see nothing of a course that isn't published; its staff and its test student do. */
const isCurrent = sql<boolean>`enrollments.workflow_state = 'active' and (courses.workflow_state = 'available'
  or courses.workflow_state in ('created', 'claimed') and enrollments.type in ${staffTypes})`;

const isInvited = sql<boolean>`enrollments.workflow_state = 'invited' and (courses.workflow_state = 'available'
  or courses.workflow_state <> 'deleted' and enrollments.type in ${staffTypes})`;

/** Which enrollments put a course of each state into the list. */
const byCourseState: Record<string, Expression<SqlBool>> = {
  unpublished: sql`courses.workflow_state in ('created', 'claimed') and (enrollments.workflow_state = 'active'
    or enrollments.workflow_state = 'invited' and enrollments.type in ${staffTypes})`,
  available: sql`courses.workflow_state = 'available' and enrollments.workflow_state in ('active', 'invited')`,
  completed: sql`courses.workflow_state = 'completed' and enrollments.workflow_state = 'completed'`,
  deleted: sql`courses.workflow_state = 'deleted' and enrollments.workflow_state = 'deleted'`,
};

async function chosenEnrollments(ctx: Context, user: User, params: ListParams): Promise<ListedEnrollment[]> {
  const own = await enrollmentsOf(ctx, user, inStates(ctx, params));
  const observed = params.include?.includes('observed_users')
    ? await observedEnrollments(ctx, own.filter(observes(params.observed_user_id)))
    : [];
  const filters = [...byRole(params), ...byStanding(params), ...(await byRootAccount(ctx, params))];
  return [...own, ...observed].filter((enrollment) => filters.every((filter) => filter(enrollment)));
}

function inStates(ctx: Context, { state, enrollment_state }: ListParams): Expression<SqlBool> {
  if (!state) return enrollment_state === 'active' ? isCurrent : sql`(${isCurrent}) or (${isInvited})`;
  const conditions = state.flatMap((name) =>
    Object.hasOwn(byCourseState, name) ? [byCourseState[name]] : [],
  );
  if (conditions.length < state.length) ctx.hint(`state[] takes ${Object.keys(byCourseState).join(', ')}`);
  if (conditions.length === 0) return sql`false`;
  return sql.join(
    conditions.map((condition) => sql`(${condition})`),
    sql` or `,
  );
}

type Filter = (enrollment: ListedEnrollment) => boolean;

const observes =
  (id: string | null | undefined): Filter =>
  ({ associated_user_id }) =>
    id === undefined || id === null || associated_user_id === Number.parseInt(id, 10);

/** The first that is given of name, id and type counts. */
function byRole({ enrollment_role, enrollment_role_id, enrollment_type }: ListParams): Filter[] {
  if (enrollment_role) return [({ role }) => role === enrollment_role];
  if (enrollment_role_id) return [({ role_id }) => role_id === enrollment_role_id];
  if (!enrollment_type) return [];
  const asked = `${enrollment_type.toLowerCase()}enrollment`;
  return [({ type }) => type.toLowerCase() === asked];
}

const standings: Record<string, Filter> = {
  active: ({ date_state }) => date_state === 'active',
  invited_or_pending: ({ effective_state }) =>
    ['invited', 'pending_invited', 'pending_active'].includes(effective_state),
  completed: ({ effective_state }) => effective_state === 'completed',
};

function byStanding({ enrollment_state }: ListParams): Filter[] {
  const filter = standings[enrollment_state ?? ''];
  return filter ? [filter] : [];
}

async function byRootAccount(ctx: Context, params: ListParams): Promise<Filter[]> {
  if (params.current_domain_only) return [({ root_account_id }) => root_account_id === ctx.rootAccount.id];
  if (!params.root_account_id) return [];
  const account = await findAccount(ctx, params.root_account_id).catch(onlyNotFound);
  return [({ root_account_id }) => root_account_id === account?.id];
}

async function chosenCourses(
  ctx: Context,
  ids: readonly number[],
  { account_id, exclude_blueprint_courses, homeroom }: ListParams,
): Promise<CourseRow[]> {
  const account = account_id ? await findAccount(ctx, account_id) : undefined;
  return await ctx.db
    .selectFrom('courses')
    .selectAll()
    .where('id', '=', anyOf(ids))
    .$if(exclude_blueprint_courses === true, (query) => query.where('blueprint', '=', false))
    .$if(homeroom === true, (query) => query.where('homeroom_course', '=', true))
    .$if(account !== undefined, (query) => query.where('account_id', '=', account?.id ?? 0))
    .execute();
}

/** By the name that the caller reads, which may be his nickname. */
async function inOrderOfNames(ctx: Context, courses: readonly CourseRow[]): Promise<CourseRow[]> {
  const nameOf = await displayNames(ctx, courses);
  return courses
    .map((course) => ({ course, key: sortKey(nameOf(course) ?? course.name) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.course.id - b.course.id))
    .map(({ course }) => course);
}

async function serializePage(
  ctx: Context,
  courses: readonly CourseRow[],
  enrollments: ReadonlyMap<number, readonly ListedEnrollment[]>,
  { include, teacher_limit }: ListParams,
): Promise<(Course | RestrictedCourse)[]> {
  const accesses = await courseAccesses(ctx, courses);
  const isRestricted = ({ id }: CourseRow) =>
    (enrollments.get(id) ?? []).every(({ effective_state }) => effective_state === 'inactive') &&
    !courseGrants('read_as_admin', accesses.get(id) as CourseAccess);
  const open = await serializeCourses(
    ctx,
    courses.filter((course) => !isRestricted(course)),
    {
      // Canvas gives permissions of single courses only.
      includes: knownIncludes(include, courseIncludes).filter((name) => name !== 'permissions'),
      scores: include ?? [],
      enrollments,
      teacherLimit: teacher_limit,
    },
  );
  const shown = new Map(open.map((course) => [course.id, course]));
  return courses.map(({ id }) => shown.get(id) ?? { id, access_restricted_by_date: true });
}
