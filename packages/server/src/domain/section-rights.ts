import { type CourseAccess, type CourseRight, courseGrants } from './course-rights.ts';
import { any, type Rule as RuleOver } from './rule.ts';

export interface SectionAccess {
  readonly sectionId: number;
  /** To the section's course. */
  readonly course: CourseAccess;
}

export type SectionRight =
  | 'read'
  | 'read_as_admin'
  | 'create'
  | 'update'
  | 'delete'
  | 'manage_calendar'
  | 'manage_grades';

/** Any of these lets one see sections, and the people in them, at all. */
const seeingRights = [
  'manage_grades',
  'manage_students',
  'allow_course_admin_actions',
  'read_roster',
  'view_all_grades',
  'read_as_admin',
] as const satisfies readonly CourseRight[];

/** An enrollment that isn't limited to its section frees the user's others from their limits. */
const isLimitedToSections = ({ enrollments }: CourseAccess) =>
  enrollments.length > 0 && enrollments.every((each) => each.limit_privileges_to_course_section);

/** The sections whose people the user may see: `all`, or those he is enrolled in. */
export function visibleSections(course: CourseAccess): 'all' | readonly number[] {
  if (!seeingRights.some((right) => courseGrants(right, course))) return [];
  return isLimitedToSections(course) ? course.enrollments.map((each) => each.course_section_id) : 'all';
}

export function seesSection(course: CourseAccess, sectionId: number): boolean {
  const visible = visibleSections(course);
  return visible === 'all' || visible.includes(sectionId);
}

type Rule = RuleOver<SectionAccess>;

const inCourse =
  (...rights: CourseRight[]): Rule =>
  ({ course }) =>
    rights.some((right) => courseGrants(right, course));

const managesCalendarHere: Rule = ({ sectionId, course }) =>
  course.adminPermissions.has('manage_calendar') ||
  course.enrollments.some(
    (each) =>
      each.date_state === 'active' &&
      each.permissions.has('manage_calendar') &&
      (!each.limit_privileges_to_course_section || each.course_section_id === sectionId),
  );

const sectionRights: Record<SectionRight, Rule> = {
  read: any(
    ({ course, sectionId }) => seesSection(course, sectionId),
    ({ course }) => course.adminPermissions.has('read_roster'),
    inCourse(
      'manage_sections_add',
      'manage_sections_edit',
      'manage_sections_delete',
      'manage_students',
      'allow_course_admin_actions',
    ),
  ),
  read_as_admin: inCourse('read_as_admin'),
  create: inCourse('manage_sections_add'),
  update: inCourse('manage_sections_edit'),
  delete: inCourse('manage_sections_delete'),
  manage_calendar: managesCalendarHere,
  manage_grades: inCourse('manage_grades'),
};

export const sectionGrants = (right: SectionRight, access: SectionAccess): boolean =>
  sectionRights[right](access);
