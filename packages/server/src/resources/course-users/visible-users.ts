/** Whose enrollments in a course somebody may see. Source: the visibilities of Canvas's Course. */
import { type Expression, type SqlBool, sql } from 'kysely';
import { type CourseAccess, type CourseRight, courseGrants } from '../../domain/course-rights.ts';

type Condition = Expression<SqlBool>;

/** Any of these makes the caller more than a fellow student. */
const managingRights = [
  'read_as_admin',
  'view_all_grades',
  'manage_grades',
  'manage_students',
  'allow_course_admin_actions',
] as const satisfies readonly CourseRight[];

const isManaging = (access: CourseAccess) => managingRights.some((right) => courseGrants(right, access));

/** Conditions on the enrollments that make somebody a user of the course to the caller. */
export function visibleEnrollments(access: CourseAccess): Condition[] {
  const { enrollments, userId } = access;
  const manages = isManaging(access);
  if (!manages && !courseGrants('read_roster', access)) {
    const observed = enrollments.flatMap(({ associated_user_id }) => associated_user_id ?? []);
    return [sql`enrollments.user_id = any(${[...observed, userId ?? 0]}::bigint[])`];
  }
  const conditions: Condition[] = [];
  if (isLimitedToSections(access)) {
    const sections = enrollments.map(({ course_section_id }) => course_section_id);
    conditions.push(sql`enrollments.course_section_id = any(${sections}::bigint[])`);
  }
  if (!manages) {
    conditions.push(sql`enrollments.type in
      ('StudentEnrollment', 'TeacherEnrollment', 'TaEnrollment', 'StudentViewEnrollment')`);
  }
  return conditions;
}

const isLimitedToSections = ({ enrollments }: CourseAccess) =>
  enrollments.length > 0 && enrollments.every((each) => each.limit_privileges_to_course_section);

/** Who has left, and who was made inactive unless that is asked for by somebody who may know. */
export function currentEnrollments(access: CourseAccess, includeInactive: boolean): Condition {
  const asManager = includeInactive && isManaging(access);
  const left = ['rejected', 'completed', 'deleted', ...(asManager ? [] : ['inactive'])];
  return sql`enrollments.workflow_state <> all(${left})`;
}
