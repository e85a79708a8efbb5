import { type CourseRow, courseAccess } from '../../domain/course-access.ts';
import { activeSections, defaultSection, type SectionRow } from '../../domain/course-sections.ts';
import { type EnrollmentRow, enrollUser } from '../../domain/enrolling.ts';
import { sectionConcluded } from '../../domain/enrollment-dates.ts';
import { errorMap, Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { findSectionOf } from '../sections/load.ts';

interface SelfEnrolling {
  self_enrollment_code?: string | null;
  user_id?: string | null;
  course_section_id?: string | null;
}

/** The caller lets himself in with the course's code; what else was sent doesn't count. */
export async function selfEnroll(
  ctx: Context,
  course: CourseRow,
  asked: SelfEnrolling,
): Promise<EnrollmentRow> {
  const errors = [
    ...(asked.self_enrollment_code !== course.self_enrollment_code
      ? ['enrollment[self_enrollment_code] is invalid']
      : []),
    ...(asked.user_id !== 'self' ? ["enrollment[user_id] must be 'self' when self-enrolling"] : []),
    ...(course.blueprint ? ['course is not open for self-enrollment'] : []),
  ];
  if (errors.length > 0) throw new Refusal(400, { message: errors.join(', ') });
  const { concludedByDate } = await courseAccess(ctx, course);
  const section = await openSection(ctx, course, asked, concludedByDate);
  const problems = [
    ...(course.self_enrollment ? [] : ['invalid']),
    ...(course.self_enrollment && concludedByDate ? ['concluded'] : []),
    ...(course.self_enrollment && (await studiesIn(ctx, course)) ? ['already_enrolled'] : []),
  ];
  if (problems.length > 0) throw new Refusal(400, { user: errorMap({ self_enrollment_code: problems }) });
  return await enrollUser(ctx, course, ctx.me, {
    type: 'StudentEnrollment',
    section,
    state: 'active',
    self_enrolled: true,
    onlyOnce: true,
  });
}

/** The one asked for, else the default one; where that is over, the first that isn't. */
async function openSection(
  ctx: Context,
  course: CourseRow,
  { course_section_id }: SelfEnrolling,
  concluded: boolean,
): Promise<SectionRow> {
  if (course_section_id) return await findSectionOf(ctx, course, course_section_id);
  const byDefault = await defaultSection(ctx, course);
  const isOpen = (section: SectionRow) => !sectionConcluded(section, ctx.now, concluded);
  if (isOpen(byDefault)) return byDefault;
  const open = (await activeSections(ctx, course)).find(isOpen);
  if (!open) throw new Refusal(400, { message: 'Course has no open sections' });
  return open;
}

async function studiesIn(ctx: Context, course: CourseRow): Promise<boolean> {
  const enrollment = await ctx.db
    .selectFrom('enrollments')
    .select('id')
    .where('user_id', '=', ctx.me.id)
    .where('course_id', '=', course.id)
    .where('type', '=', 'StudentEnrollment')
    .where('workflow_state', 'in', ['active', 'invited', 'creation_pending'])
    .limit(1)
    .executeTakeFirst();
  return enrollment !== undefined;
}
