import { type Expression, type SqlBool, sql } from 'kysely';
import { isStaff } from './base-roles.ts';
import type { CourseAccess } from './course-rights.ts';
import { visibleSections } from './section-rights.ts';

/**
 * Whom of a course somebody may see who reads its roster, as conditions on `enrollments`. Section-limited callers see
 * their sections and the staff of the whole course; the Test Student is for staff. Source: apply_enrollment_visibility
 * of Canvas's Course.
 */
export function enrollmentsVisibleTo(access: CourseAccess): Expression<SqlBool>[] {
  const conditions: Expression<SqlBool>[] = [];
  const sections = visibleSections(access);
  if (sections !== 'all') {
    conditions.push(sql`(enrollments.course_section_id = any(${[...sections]}::bigint[])
      or not enrollments.limit_privileges_to_course_section
        and enrollments.type in ('TeacherEnrollment', 'TaEnrollment', 'DesignerEnrollment'))`);
  }
  const seesTestStudent =
    access.isAccountAdmin ||
    access.enrollments.some(({ type }) => isStaff(type) || type === 'StudentViewEnrollment');
  if (!seesTestStudent) conditions.push(sql`enrollments.type <> 'StudentViewEnrollment'`);
  return conditions;
}
