import { anyOf } from '../db/any-of.ts';
import type { Context } from '../http/context.ts';
import { loadTerms, noTerm, standingOf } from './course-access.ts';
import { courseSettings } from './course-settings.ts';
import type { EnrollmentStanding } from './enrollment-dates.ts';

interface Enrolled {
  readonly id: number;
  readonly course_id: number;
}

/** What some enrollments, of whomever, are worth now by the dates of their sections, courses and terms. */
export async function standingsOf(
  ctx: Context,
  enrollments: readonly Enrolled[],
): Promise<Map<number, EnrollmentStanding>> {
  const [rows, courseRows] = await Promise.all([
    ctx.db
      .selectFrom('enrollments')
      .innerJoin('course_sections', 'course_sections.id', 'enrollments.course_section_id')
      .select([
        'enrollments.id',
        'enrollments.course_id',
        'enrollments.type',
        'enrollments.workflow_state',
        'enrollments.start_at',
        'enrollments.end_at',
        'course_sections.start_at as section_start_at',
        'course_sections.end_at as section_end_at',
        'course_sections.restrict_enrollments_to_section_dates',
      ])
      .where('enrollments.id', '=', anyOf(enrollments.map(({ id }) => id)))
      .execute(),
    ctx.db
      .selectFrom('courses')
      .selectAll()
      .where('id', '=', anyOf(enrollments.map(({ course_id }) => course_id)))
      .execute(),
  ]);
  const courses = new Map(courseRows.map((course) => [course.id, course]));
  const [terms, settings] = await Promise.all([
    loadTerms(
      ctx,
      courseRows.map(({ enrollment_term_id }) => enrollment_term_id),
    ),
    courseSettings(ctx, courseRows),
  ]);
  const standings = new Map<number, EnrollmentStanding>();
  for (const row of rows) {
    const course = courses.get(row.course_id);
    if (!course) continue;
    const term = terms.get(course.enrollment_term_id) ?? noTerm;
    standings.set(row.id, standingOf(row, course, term, settings(course), ctx.now));
  }
  return standings;
}

/** The standing of one enrollment. */
export async function standingOfOne(ctx: Context, enrollment: Enrolled): Promise<EnrollmentStanding> {
  return (await standingsOf(ctx, [enrollment])).get(enrollment.id) as EnrollmentStanding;
}
