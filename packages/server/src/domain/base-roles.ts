/** The enrollment types that a course role is built on, in the order of Canvas's permission lists. */
export const enrollmentTypes = [
  'StudentEnrollment',
  'TaEnrollment',
  'DesignerEnrollment',
  'TeacherEnrollment',
  'ObserverEnrollment',
] as const;

export type EnrollmentType = (typeof enrollmentTypes)[number];

/**
 * What a role's defaults come from. `AccountAdmin` is the one built-in account role; every custom account role
 * is an `AccountMembership`. On the wire both say `AccountMembership`.
 */
export type BaseRoleType = EnrollmentType | 'AccountAdmin' | 'AccountMembership';

/** `StudentViewEnrollment` is the test student's; it has no role of its own. */
export type AnyEnrollmentType = EnrollmentType | 'StudentViewEnrollment';

export const baseRoleOf = (type: AnyEnrollmentType): EnrollmentType =>
  type === 'StudentViewEnrollment' ? 'StudentEnrollment' : type;

/** Canvas's "admins" of a course. */
export const isStaff = (type: AnyEnrollmentType): boolean =>
  type === 'TeacherEnrollment' || type === 'TaEnrollment' || type === 'DesignerEnrollment';

/** Those who may delete a course or reset its content if their role lets them: TAs never may. */
export const ownsContent = (type: AnyEnrollmentType): boolean =>
  type === 'TeacherEnrollment' || type === 'DesignerEnrollment';
