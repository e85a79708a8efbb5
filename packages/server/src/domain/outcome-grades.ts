/** Whose results somebody may read who doesn't read everybody's. */
import { anyOf } from '../db/any-of.ts';
import { Refusal } from '../errors.ts';
import type { Context } from '../http/context.ts';
import type { AnyEnrollmentType } from './base-roles.ts';
import { type CourseRow, courseAccess, mayInCourse } from './course-access.ts';
import { enrollmentGrants } from './enrollment-rights.ts';

/** Canvas's `reject!`: what the results of outcomes, alone among these resources, refuse with. */
export const rejection = (message: string, status: 400 | 403 = 400): Refusal =>
  new Refusal(status, { status: status === 403 ? 'forbidden' : 'bad_request', message });

export const readsAllGrades = async (ctx: Context, course: CourseRow): Promise<boolean> =>
  (await mayInCourse(ctx, course, 'manage_grades')) || (await mayInCourse(ctx, course, 'view_all_grades'));

/** Throws a rejection where any of the users isn't enrolled, or has an enrollment whose grades aren't the caller's to see. */
export async function demandReadableGrades(
  ctx: Context,
  course: CourseRow,
  userIds: readonly number[],
): Promise<void> {
  const enrollments = await ctx.db
    .selectFrom('enrollments')
    .select(['user_id', 'type', 'course_section_id'])
    .where('course_id', '=', course.id)
    .where('user_id', '=', anyOf(userIds))
    .where('workflow_state', '<>', 'deleted')
    .execute();
  const enrolled = new Set(enrollments.map(({ user_id }) => user_id));
  if (userIds.some((id) => !enrolled.has(id))) throw rejection('specified users not enrolled');
  const access = await courseAccess(ctx, course);
  const readsIt = ({ type, ...enrollment }: (typeof enrollments)[number]) =>
    enrollmentGrants('read_grades', {
      enrollment: { ...enrollment, type: type as AnyEnrollmentType },
      course: access,
    });
  if (!enrollments.every(readsIt)) {
    throw rejection('not authorized to read grades for specified users', 403);
  }
}
