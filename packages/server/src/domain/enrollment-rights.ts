import { type AnyEnrollmentType, baseRoleOf, type EnrollmentType } from './base-roles.ts';
import { type CourseAccess, type CourseRight, courseGrants } from './course-rights.ts';
import type { Permission } from './permissions.ts';
import { all, any, type Rule as RuleOver } from './rule.ts';
import { seesSection } from './section-rights.ts';

export interface EnrollmentAccess {
  readonly enrollment: {
    readonly user_id: number;
    readonly type: AnyEnrollmentType;
    readonly course_section_id: number;
  };
  /** The actor's, to the enrollment's course. */
  readonly course: CourseAccess;
}

export type EnrollmentRight = 'read' | 'read_grades' | 'create' | 'conclude' | 'delete';

export const addPermission = {
  StudentEnrollment: 'add_student_to_course',
  TaEnrollment: 'add_ta_to_course',
  DesignerEnrollment: 'add_designer_to_course',
  TeacherEnrollment: 'add_teacher_to_course',
  ObserverEnrollment: 'add_observer_to_course',
} as const satisfies Record<EnrollmentType, Permission>;

const removePermission = {
  StudentEnrollment: 'remove_student_from_course',
  TaEnrollment: 'remove_ta_from_course',
  DesignerEnrollment: 'remove_designer_from_course',
  TeacherEnrollment: 'remove_teacher_from_course',
  ObserverEnrollment: 'remove_observer_from_course',
} as const satisfies Record<EnrollmentType, Permission>;

type Rule = RuleOver<EnrollmentAccess>;

const isOwn: Rule = ({ enrollment, course }) => enrollment.user_id === course.userId;

const observesIts: Rule = ({ enrollment, course }) =>
  course.enrollments.some(
    (own) => own.type === 'ObserverEnrollment' && own.associated_user_id === enrollment.user_id,
  );

const inCourse =
  (...rights: CourseRight[]): Rule =>
  ({ course }) =>
    rights.some((right) => courseGrants(right, course));

const gradesIt: Rule = all(
  ({ enrollment }) => baseRoleOf(enrollment.type) === 'StudentEnrollment',
  ({ enrollment, course }) => seesSection(course, enrollment.course_section_id),
  inCourse('manage_grades', 'view_all_grades'),
);

const readGrades = any(isOwn, gradesIt, observesIts);

/** Source: the policy of Canvas's Enrollment, and its can_be_concluded_by and can_be_deleted_by. */
const enrollmentRights: Record<EnrollmentRight, Rule> = {
  read: any(readGrades, inCourse('read_roster', 'manage_students', 'allow_course_admin_actions')),
  read_grades: readGrades,
  create: ({ enrollment, course }) =>
    enrollment.type === 'StudentViewEnrollment'
      ? courseGrants('use_student_view', course)
      : courseGrants(addPermission[enrollment.type], course),
  conclude: any(
    all(({ enrollment }) => enrollment.type === 'StudentEnrollment', inCourse('manage_students')),
    inCourse('allow_course_admin_actions'),
  ),
  delete: ({ enrollment, course }) =>
    enrollment.type === 'StudentViewEnrollment'
      ? courseGrants('use_student_view', course)
      : courseGrants(removePermission[enrollment.type], course) &&
        // To leave one's own course takes an administrator of the account.
        (enrollment.user_id !== course.userId || course.adminPermissions.has('allow_course_admin_actions')),
};

export const enrollmentGrants = (right: EnrollmentRight, access: EnrollmentAccess): boolean =>
  enrollmentRights[right](access);
