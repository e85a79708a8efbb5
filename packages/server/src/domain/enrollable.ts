/** Who may be enrolled, and by whom. */
import type { Context, User } from '../http/context.ts';
import type { AnyEnrollmentType } from './base-roles.ts';
import { type CourseRow, courseAccess } from './course-access.ts';
import { addPermission, enrollmentGrants } from './enrollment-rights.ts';

/** Whether the acting user may add people of a type; nobody studies in a blueprint, or joins a template. */
export async function mayEnroll(ctx: Context, course: CourseRow, type: string): Promise<boolean> {
  if (!Object.hasOwn(addPermission, type) || course.template) return false;
  const studies = type === 'StudentEnrollment' || type === 'ObserverEnrollment';
  if (course.blueprint && studies) return false;
  return enrollmentGrants('create', {
    enrollment: { type: type as AnyEnrollmentType, user_id: 0, course_section_id: 0 },
    course: await courseAccess(ctx, course),
  });
}

/** A user of this institution: has a login, or is on his way to one and in the course already. */
export async function canBeEnrolled(ctx: Context, user: User, course: CourseRow): Promise<boolean> {
  const login = await ctx.db
    .selectFrom('pseudonyms')
    .select('id')
    .where('user_id', '=', user.id)
    .where('account_id', '=', course.root_account_id)
    .where('workflow_state', '<>', 'deleted')
    .limit(1)
    .executeTakeFirst();
  if (login) return true;
  return user.workflow_state === 'creation_pending' && (await isEnrolled(ctx, user, course));
}

/** In whatever state, even deleted. */
export async function isEnrolled(ctx: Context, user: User, course: CourseRow): Promise<boolean> {
  const enrollment = await ctx.db
    .selectFrom('enrollments')
    .select('id')
    .where('user_id', '=', user.id)
    .where('course_id', '=', course.id)
    .limit(1)
    .executeTakeFirst();
  return enrollment !== undefined;
}
