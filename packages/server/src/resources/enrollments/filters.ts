/** The filters that all enrollment lists share (users file 3.3), as conditions on `enrollments`. */
import { type Expression, type SqlBool, sql } from 'kysely';
import { type CourseRow, mayInCourse } from '../../domain/course-access.ts';
import { accountChainOf, findCourseRole } from '../../domain/course-roles.ts';
import { periodsOfCourses } from '../../domain/grading/periods.ts';
import { adminPermissions } from '../../domain/roles-held.ts';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import type { Params } from '../../http/operation.ts';

export type ListParams = Params<'GET /api/v1/users/{user_id}/enrollments'> & { user_id?: string | null };
export type Condition = Expression<SqlBool>;

/** By role or else by type. Throws for a role that nobody can have there. */
export async function byRole(
  ctx: Context,
  course: CourseRow | undefined,
  { role, role_id, type }: ListParams,
): Promise<Condition[]> {
  if (role_id && role_id.length > 0) return [sql`enrollments.role_id = any(${role_id}::bigint[])`];
  if (role && role.length > 0) {
    const chain = course ? await accountChainOf(ctx, course) : ctx.rootAccount.path;
    const found = await Promise.all(role.map((name) => findCourseRole(ctx, chain, { name })));
    const ids = found.flatMap((row) => row?.id ?? []);
    if (ids.length < role.length) throw new Refusal(400, { errors: [{ message: 'role not found' }] });
    return [sql`enrollments.role_id = any(${ids}::bigint[])`];
  }
  return type && type.length > 0 ? [sql`enrollments.type = any(${type})`] : [];
}

/** By the states that are stored. */
export function byStoredState({ state }: ListParams): Condition[] {
  return state && state.length > 0 ? [sql`enrollments.workflow_state = any(${state})`] : [];
}

/**
 * By SIS ids, for whoever may read them in the course, or else in the institution.
 *
 * @throws Refusal for anybody else
 */
export async function bySis(
  ctx: Context,
  course: CourseRow | undefined,
  params: ListParams,
): Promise<Condition[]> {
  const { sis_account_id, sis_course_id, sis_section_id, sis_user_id, created_for_sis_id } = params;
  const asked = [sis_account_id, sis_course_id, sis_section_id, sis_user_id];
  if (asked.every((ids) => ids === undefined)) return [];
  if (!(await readsSis(ctx, course))) {
    throw new Refusal(400, { message: 'Insufficient permissions to filter by SIS fields' });
  }
  const root = ctx.rootAccount.id;
  const conditions: Condition[] = [];
  if (sis_account_id?.some(Boolean)) {
    conditions.push(sql`enrollments.course_id in (select courses.id from courses
      join accounts on accounts.id = courses.account_id
      where accounts.root_account_id = ${root} and accounts.sis_account_id = any(${sis_account_id}))`);
  }
  if (sis_course_id?.some(Boolean)) {
    conditions.push(sql`enrollments.course_id in (select id from courses
      where root_account_id = ${root} and sis_course_id = any(${sis_course_id}))`);
  }
  if (sis_section_id?.some(Boolean)) {
    conditions.push(sql`enrollments.course_section_id in (select id from course_sections
      where root_account_id = ${root} and sis_section_id = any(${sis_section_id}))`);
  }
  if (sis_user_id?.some(Boolean)) {
    // Only an import makes an enrollment for one SIS id of several, and there was none yet.
    if (created_for_sis_id) conditions.push(sql`false`);
    conditions.push(sql`enrollments.user_id in (select user_id from pseudonyms
      where account_id = ${root} and workflow_state <> 'deleted' and sis_user_id = any(${sis_user_id}))`);
  }
  return conditions;
}

async function readsSis(ctx: Context, course: CourseRow | undefined): Promise<boolean> {
  if (course)
    return (await mayInCourse(ctx, course, 'read_sis')) || (await mayInCourse(ctx, course, 'manage_sis'));
  const { permissions } = await adminPermissions(ctx, ctx.rootAccount.path, 'account');
  return permissions.has('read_sis') || permissions.has('manage_sis');
}

/**
 * `grading_period_id`: the scores are those of a period of the course, or of one of a user's courses.
 *
 * @throws Refusal where there is none of that id
 */
export async function gradingPeriodAsked(
  ctx: Context,
  courses: () => Promise<readonly CourseRow[]>,
): Promise<number | undefined> {
  const asked = ctx.request.params['grading_period_id'];
  if (asked === undefined || asked === null || asked === '') return undefined;
  const id = parseNumber(String(asked));
  const known = await periodsOfCourses(ctx, await courses());
  const found = [...known.values()].flatMap(({ periods }) => periods).find((period) => period.id === id);
  if (!found) throw new Refusal(400, { error: 'invalid grading_period_id' });
  return found.id;
}
