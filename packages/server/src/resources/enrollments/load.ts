import { type CourseRow, courseAccess } from '../../domain/course-access.ts';
import type { EnrollmentRow } from '../../domain/enrolling.ts';
import { type EnrollmentRight, enrollmentGrants } from '../../domain/enrollment-rights.ts';
import { NotFound } from '../../errors.ts';
import type { Account, Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { loads } from '../../http/operation.ts';

function byId(ctx: Context, text: string) {
  const id = parseNumber(text);
  if (id === undefined) throw new NotFound();
  return ctx.db.selectFrom('enrollments').selectAll().where('id', '=', id);
}

/** An enrollment in the course that was loaded before it, deleted ones left out. */
export const enrollmentInCourse = loads<EnrollmentRow, EnrollmentRight>({
  async find(ctx, id, { course }) {
    const enrollment = await byId(ctx, id)
      .where('course_id', '=', (course as CourseRow).id)
      .where('workflow_state', '<>', 'deleted')
      .executeTakeFirst();
    if (!enrollment) throw new NotFound();
    return enrollment;
  },
  grants: mayOnEnrollment,
});

/** An enrollment in the institution whose root account was loaded before it, in whatever state. */
export const enrollmentInAccount = loads<EnrollmentRow, EnrollmentRight>({
  async find(ctx, id, { account }) {
    const enrollment = await byId(ctx, id)
      .where('root_account_id', '=', (account as Account).id)
      .executeTakeFirst();
    if (!enrollment) throw new NotFound();
    return enrollment;
  },
  grants: mayOnEnrollment,
});

/** Whether the acting user has a right on an enrollment. */
export async function mayOnEnrollment(
  ctx: Context,
  enrollment: EnrollmentRow,
  right: EnrollmentRight,
): Promise<boolean> {
  const course = await ctx.db
    .selectFrom('courses')
    .selectAll()
    .where('id', '=', enrollment.course_id)
    .executeTakeFirstOrThrow();
  return enrollmentGrants(right, { enrollment, course: await courseAccess(ctx, course) });
}
