import { type AnyEnrollmentType, baseRoleOf, isStaff, ownsContent } from './base-roles.ts';
import type { EnrollmentDateState } from './enrollment-dates.ts';
import { type Permission, type PermissionSpec, permissionKeys, permissions } from './permissions.ts';
import { all, any, not, type Rule as RuleOver } from './rule.ts';

export type Visibility = 'course' | 'institution' | 'public';

export interface CourseEnrollment {
  readonly type: AnyEnrollmentType;
  readonly course_section_id: number;
  readonly associated_user_id: number | null;
  readonly limit_privileges_to_course_section: boolean;
  readonly date_state: EnrollmentDateState;
  /** Kept out by the course's view restrictions: see enrollment-dates. */
  readonly restricted_access: boolean;
  /** What the role is allowed in this course's account, whatever the state of the enrollment. */
  readonly permissions: ReadonlySet<Permission>;
}

export interface CourseAccess {
  readonly course: {
    readonly workflow_state: 'created' | 'claimed' | 'available' | 'completed' | 'deleted';
    readonly sis_course_id: string | null;
    readonly template: boolean;
    readonly is_public: boolean;
    readonly is_public_to_auth_users: boolean;
    readonly public_syllabus: boolean;
    readonly public_syllabus_to_auth: boolean;
  };
  /** Null where the files are as visible as the course. */
  readonly filesVisibility: Visibility | null;
  /** Ended by its own or its term's dates. */
  readonly concludedByDate: boolean;
  /** Null for the anonymous. */
  readonly userId: number | null;
  /** The user's own, in this course, deleted ones left out. */
  readonly enrollments: readonly CourseEnrollment[];
  /** What his account roles along the chain allow in this course. */
  readonly adminPermissions: ReadonlySet<Permission>;
  /** Holds any account role along the chain, be it without permissions. */
  readonly isAccountAdmin: boolean;
  /** Root account setting `prevent_course_availability_editing_by_teachers`. */
  readonly preventsAvailabilityEditing: boolean;
}

export type CourseEvent = 'offer' | 'claim' | 'conclude' | 'delete' | 'undelete';

type DerivedRight =
  | 'read'
  | 'read_as_member'
  | 'read_as_admin'
  | 'read_syllabus'
  | 'read_files'
  | 'read_outcomes'
  | 'read_rubrics'
  | 'read_grades'
  | 'read_prior_roster'
  | 'participate_as_student'
  | 'reset_what_if_grades'
  | 'manage'
  | 'update'
  | 'delete'
  | 'reset_content'
  | 'use_student_view'
  | 'view_unpublished_items'
  | 'view_feature_flags'
  | 'manage_feature_flags'
  | 'direct_share'
  | 'edit_course_availability'
  | 'change_visibility'
  | CourseEvent;

export type CourseRight = Permission | DerivedRight;
type Rule = RuleOver<CourseAccess>;
type EnrollmentTest = RuleOver<CourseEnrollment>;

const isLive: Rule = ({ course }) => course.workflow_state !== 'deleted';
const isPublished: Rule = ({ course }) => course.workflow_state === 'available';
const isUnpublished: Rule = ({ course }) => ['created', 'claimed'].includes(course.workflow_state);
const isOpenToMembers: Rule = ({ course }) => ['available', 'completed'].includes(course.workflow_state);
const isConcluded: Rule = ({ course, concludedByDate }) =>
  course.workflow_state === 'completed' || concludedByDate;

const isActive: EnrollmentTest = ({ date_state }) => date_state === 'active';
const isCompleted: EnrollmentTest = ({ date_state, restricted_access }) =>
  date_state === 'completed' && !restricted_access;
const isActiveOrPending: EnrollmentTest = ({ date_state, restricted_access }) =>
  ['active', 'invited', 'pending_active', 'pending_invited'].includes(date_state) && !restricted_access;
const isTestStudent: EnrollmentTest = ({ type, date_state }) =>
  type === 'StudentViewEnrollment' && ['active', 'invited', 'creation_pending'].includes(date_state);
const isStudent: EnrollmentTest = ({ type }) => baseRoleOf(type) === 'StudentEnrollment';
const observesSomebody: EnrollmentTest = ({ type, associated_user_id }) =>
  type === 'ObserverEnrollment' && associated_user_id !== null;
const earnsOrObservesGrades: EnrollmentTest = (enrollment) =>
  enrollment.type === 'StudentEnrollment' || observesSomebody(enrollment);

function enrolled(...tests: EnrollmentTest[]): Rule {
  const passes = all(...tests);
  return ({ enrollments }) => enrollments.some((enrollment) => passes(enrollment));
}
const staff: EnrollmentTest = ({ type }) => isStaff(type);
const contentOwnerWith =
  (permission: Permission): EnrollmentTest =>
  ({ type, permissions }) =>
    ownsContent(type) && permissions.has(permission);

const admin =
  (permission: Permission): Rule =>
  ({ adminPermissions }) =>
    adminPermissions.has(permission);

/** Visitors without an enrollment only ever get into published courses. */
const opensTo = (visibility: Visibility): Rule =>
  all(
    isPublished,
    ({ userId }) => visibility === 'public' || (visibility === 'institution' && userId !== null),
  );

const visibilityOf = (isPublic: boolean, isForInstitution: boolean): Visibility =>
  isPublic ? 'public' : isForInstitution ? 'institution' : 'course';

const courseVisibility = ({ course }: CourseAccess) =>
  visibilityOf(course.is_public, course.is_public_to_auth_users);
const courseIsOpen: Rule = (access) => opensTo(courseVisibility(access))(access);
const syllabusIsOpen: Rule = (access) =>
  opensTo(visibilityOf(access.course.public_syllabus, access.course.public_syllabus_to_auth))(access);
const filesAreOpen: Rule = (access) => opensTo(access.filesVisibility ?? courseVisibility(access))(access);

const isActiveStudent = any(all(isPublished, enrolled(isActive, isStudent)), enrolled(isTestStudent));
const isActiveStaff = all(any(isPublished, isUnpublished), enrolled(isActive, staff));
const isFormerStaff = all(isLive, enrolled(isCompleted, staff));
const isTemplate: Rule = ({ course }) => course.template;
const isFromSis: Rule = ({ course }) => course.sis_course_id !== null;

const isMember = any(
  all(isOpenToMembers, any(enrolled(isActiveOrPending), enrolled(isCompleted))),
  isActiveStudent,
  isActiveStaff,
  isFormerStaff,
  admin('read_course_content'),
);

/** A permission in a course comes with a present enrollment, a past one as far as it lasts, or an account role. */
function permissionRule(key: Permission): Rule {
  const { concluded, notBeforeStart }: PermissionSpec = permissions[key];
  const granted: EnrollmentTest = (enrollment) => enrollment.permissions.has(key);
  const begun: EnrollmentTest = (enrollment) => !notBeforeStart || isActive(enrollment);
  const worksUnpublished: EnrollmentTest = ({ type }) => isStaff(type) || type === 'StudentViewEnrollment';
  const lasts: EnrollmentTest = ({ type }) => concluded.includes(baseRoleOf(type));
  return any(
    all(not(isUnpublished), isLive, enrolled(granted, isActiveOrPending, begun)),
    all(isUnpublished, enrolled(granted, isActiveOrPending, begun, worksUnpublished)),
    all(isLive, enrolled(granted, isCompleted, lasts)),
    admin(key),
  );
}

const byPermission = Object.fromEntries(permissionKeys.map((key) => [key, permissionRule(key)])) as Record<
  Permission,
  Rule
>;

const manage = any(isActiveStaff, admin('manage_courses_admin'));
const readAsAdmin = any(isActiveStaff, isFormerStaff, ({ isAccountAdmin }) => isAccountAdmin);
const ownerMayDelete = contentOwnerWith('manage_courses_delete');
const mayDelete = any(
  all(
    isLive,
    not(isTemplate),
    not(isFromSis),
    any(enrolled(isActive, ownerMayDelete), enrolled(isCompleted, ownerMayDelete)),
  ),
  all(not(isTemplate), admin('manage_courses_delete')),
);

/** Source: the policy of Canvas's Course; of its courses controller for events and visibility. */
const derived: Record<DerivedRight, Rule> = {
  read: any(courseIsOpen, isMember),
  read_as_member: isMember,
  read_as_admin: readAsAdmin,
  read_syllabus: any(courseIsOpen, syllabusIsOpen, isMember),
  read_files: any(filesAreOpen, isMember),
  read_outcomes: any(courseIsOpen, isMember),
  read_rubrics: any(isActiveStaff, isFormerStaff),
  read_grades: any(
    isActiveStudent,
    all(
      isOpenToMembers,
      any(enrolled(isActive, observesSomebody), enrolled(isCompleted, earnsOrObservesGrades)),
    ),
  ),
  // Students may see the roster too, but not who has left it.
  read_prior_roster: all(byPermission.read_roster, readAsAdmin),
  participate_as_student: isActiveStudent,
  reset_what_if_grades: all(isPublished, enrolled(isActive, isStudent)),
  manage,
  update: manage,
  delete: mayDelete,
  reset_content: any(
    all(isLive, not(isTemplate), enrolled(isActive, contentOwnerWith('manage_courses_reset'))),
    all(not(isTemplate), admin('manage_courses_reset')),
  ),
  use_student_view: any(manage, isFormerStaff),
  view_unpublished_items: readAsAdmin,
  view_feature_flags: any(manage, byPermission.view_feature_flags),
  manage_feature_flags: any(manage, byPermission.manage_feature_flags),
  direct_share: any(byPermission.manage_course_content_add, all(isConcluded, readAsAdmin)),
  edit_course_availability: any(
    admin('manage_courses_admin'),
    all(manage, ({ preventsAvailabilityEditing }) => !preventsAvailabilityEditing),
  ),
  change_visibility: byPermission.manage_course_visibility,
  offer: byPermission.manage_courses_publish,
  claim: byPermission.manage_courses_publish,
  conclude: byPermission.manage_courses_conclude,
  undelete: any(mayDelete, admin('undelete_courses')),
};

const courseRights: Record<CourseRight, Rule> = { ...byPermission, ...derived };

export const courseRightNames = Object.keys(courseRights) as CourseRight[];

export const courseGrants = (right: CourseRight, access: CourseAccess): boolean =>
  courseRights[right](access);
