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

/** The base role of an enrollment: the test student has no role of his own. */
export const baseRoleOf = (type: EnrollmentType | 'StudentViewEnrollment'): EnrollmentType =>
  type === 'StudentViewEnrollment' ? 'StudentEnrollment' : type;
