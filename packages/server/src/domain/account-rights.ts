import { type AnyEnrollmentType, isStaff, ownsContent } from './base-roles.ts';
import { type Permission, permissionKeys } from './permissions.ts';
import { all, any, not, type Rule as RuleOver } from './rule.ts';

export interface AccountAccess {
  readonly account: {
    readonly kind: 'site admin' | 'root account' | 'sub-account';
    /** The one that catches the courses which teachers and students make for themselves. */
    readonly isManuallyCreatedCourses: boolean;
    readonly account_calendar_visible: boolean;
  };
  readonly userId: number | null;
  /** What the user's account roles along the chain allow here. */
  readonly permissions: ReadonlySet<Permission>;
  /** Holds an account role here or above, be it without permissions. */
  readonly isAdmin: boolean;
  /** Holds an account role somewhere under this account. */
  readonly isAdminBelow: boolean;
  /** Is a user of this account: has a login or an enrollment in it or below. */
  readonly isAssociated: boolean;
  /** All the user's enrollments under the root account but the deleted. */
  readonly enrollments: readonly { readonly type: AnyEnrollmentType; readonly inThisAccount: boolean }[];
  readonly rootSettings: {
    readonly teachers_can_create_courses: boolean;
    readonly students_can_create_courses: boolean;
    readonly no_enrollments_can_create_courses: boolean;
    /** Where they are enrolled, rather than in the account for manually created courses alone. */
    readonly teachers_can_create_courses_anywhere: boolean;
    readonly students_can_create_courses_anywhere: boolean;
  };
}

type DerivedRight =
  | 'read'
  | 'read_as_admin'
  | 'manage'
  | 'update'
  | 'delete'
  | 'read_terms'
  | 'read_files'
  | 'read_outcomes'
  | 'read_global_outcomes'
  | 'launch_external_tool'
  | 'create_courses'
  | 'view_bounced_emails'
  | 'view_account_calendar_details';

export type AccountRight = Permission | DerivedRight;
type Rule = RuleOver<AccountAccess>;

const isAdmin: Rule = (access) => access.isAdmin;
const isAdminBelow: Rule = (access) => access.isAdminBelow;
const isAssociated: Rule = (access) => access.isAssociated;
const isLoggedIn: Rule = ({ userId }) => userId !== null;
const isRoot: Rule = ({ account }) => account.kind !== 'sub-account';
const isSiteAdmin: Rule = ({ account }) => account.kind === 'site admin';
const showsCalendar: Rule = ({ account }) => account.account_calendar_visible;
const has =
  (permission: Permission): Rule =>
  ({ permissions }) =>
    permissions.has(permission);

const worksInCoursesHere: Rule = ({ enrollments }) =>
  enrollments.some(({ type, inThisAccount }) => inThisAccount && isStaff(type));
const instructsSomewhere: Rule = ({ enrollments }) =>
  enrollments.some(({ type }) => type === 'TeacherEnrollment' || type === 'TaEnrollment');

function createsAs(kind: 'teachers' | 'students', isOfKind: (type: AnyEnrollmentType) => boolean): Rule {
  return ({ account, enrollments, rootSettings }) =>
    rootSettings[`${kind}_can_create_courses`] &&
    enrollments.some(
      ({ type, inThisAccount }) =>
        isOfKind(type) &&
        (account.isManuallyCreatedCourses ||
          (inThisAccount && rootSettings[`${kind}_can_create_courses_anywhere`])),
    );
}
const createsAsTeacher = createsAs('teachers', ownsContent);
const createsAsStudent = createsAs(
  'students',
  (type) => type === 'StudentEnrollment' || type === 'ObserverEnrollment',
);
const createsAsNewcomer: Rule = ({ account, enrollments, rootSettings }) =>
  rootSettings.no_enrollments_can_create_courses &&
  account.isManuallyCreatedCourses &&
  enrollments.length === 0;

const read = any(isAdmin, all(not(isSiteAdmin), worksInCoursesHere));

/** Source: the policy of Canvas's Account. */
const derived: Record<DerivedRight, Rule> = {
  read,
  read_as_admin: isAdmin,
  manage: isAdmin,
  update: isAdmin,
  delete: isAdmin,
  read_terms: any(isAdmin, all(isRoot, isAdminBelow), all(isRoot, not(isSiteAdmin), instructsSomewhere)),
  read_files: read,
  read_outcomes: any(isAdmin, isAssociated),
  read_global_outcomes: all(isSiteAdmin, isLoggedIn),
  launch_external_tool: any(isAdmin, isAssociated),
  create_courses: any(
    has('manage_courses_add'),
    createsAsTeacher,
    createsAsStudent,
    all(isLoggedIn, createsAsNewcomer),
  ),
  view_bounced_emails: all(isRoot, has('read_roster'), any(has('view_notifications'), has('read_messages'))),
  view_account_calendar_details: all(
    any(isAssociated, read),
    any(showsCalendar, has('manage_account_calendar_visibility')),
  ),
};

const byPermission = Object.fromEntries(permissionKeys.map((key) => [key, has(key)])) as Record<
  Permission,
  Rule
>;

const accountRights: Record<AccountRight, Rule> = { ...byPermission, ...derived };

export const accountRightNames = Object.keys(accountRights) as AccountRight[];

export const accountGrants = (right: AccountRight, access: AccountAccess): boolean =>
  accountRights[right](access);
