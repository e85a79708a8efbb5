import type { Permission } from './permissions.ts';
import { all, any, type Rule as RuleOver } from './rule.ts';

export interface UserAccess {
  readonly actorId: number | null;
  readonly targetId: number;
  /** What the actor's account roles allow in any account that the target belongs to. */
  readonly accountPermissions: ReadonlySet<Permission>;
  /** What the actor may do in any course that the target is or was enrolled in. */
  readonly coursePermissions: ReadonlySet<Permission>;
  /** Is or was teacher or TA of a course of the target. */
  readonly instructsTarget: boolean;
  /** Linked as the observer of the target, beyond any one course. */
  readonly observesTarget: boolean;
  /** Has every permission that the target's own account roles give: nobody manages his superiors. */
  readonly outranksTarget: boolean;
  /** The target is at most a student and an observer. */
  readonly isOnlyStudent: boolean;
  readonly hasSisLogin: boolean;
  readonly rootSettings: {
    readonly users_can_edit_name: boolean;
    readonly users_can_edit_profile: boolean;
    readonly admins_can_change_passwords: boolean;
    readonly limit_personal_access_tokens: boolean;
    readonly restrict_personal_access_tokens_from_students: boolean;
  };
}

export type UserRight =
  | 'read'
  | 'read_as_parent'
  | 'read_profile'
  | 'read_full_profile'
  | 'api_show_user'
  | 'read_files'
  | 'read_grades'
  | 'read_reports'
  | 'read_email_addresses'
  | 'read_sis'
  | 'manage_sis'
  | 'view_user_logins'
  | 'view_statistics'
  | 'manage'
  | 'manage_calendar'
  | 'manage_user_details'
  | 'manage_custom_data'
  | 'manage_feature_flags'
  | 'view_feature_flags'
  | 'rename'
  | 'update_profile'
  | 'update_avatar'
  | 'remove_avatar'
  | 'manage_logins'
  | 'delete_logins'
  | 'change_password'
  | 'merge'
  | 'terminate_sessions'
  | 'create_access_tokens'
  | 'read_access_tokens'
  | 'delete_access_tokens'
  | 'manage_observers'
  | 'generate_observer_pairing_code'
  | 'moderate_user_content';

type Rule = RuleOver<UserAccess>;

const isSelf: Rule = ({ actorId, targetId }) => actorId === targetId;
const isObserver: Rule = ({ observesTarget }) => observesTarget;
const isInstructor: Rule = ({ instructsTarget }) => instructsTarget;
const inAccount =
  (permission: Permission): Rule =>
  ({ accountPermissions }) =>
    accountPermissions.has(permission);
const inCourse =
  (permission: Permission): Rule =>
  ({ coursePermissions }) =>
    coursePermissions.has(permission);
const managesDetails = all(inAccount('manage_user_logins'), ({ outranksTarget }) => outranksTarget);

const makesOwnTokens = all(
  isSelf,
  ({ rootSettings }) => !rootSettings.limit_personal_access_tokens,
  ({ rootSettings, isOnlyStudent }) =>
    !(rootSettings.restrict_personal_access_tokens_from_students && isOnlyStudent),
);

/** Source: the policies of Canvas's User, Pseudonym and AccessToken. */
const userRights: Record<UserRight, Rule> = {
  read: any(isSelf, isObserver, inAccount('manage_user_logins')),
  read_as_parent: isObserver,
  read_profile: any(
    isSelf,
    isInstructor,
    inCourse('read_reports'),
    inAccount('manage_students'),
    inAccount('manage_user_logins'),
  ),
  read_full_profile: inAccount('read_roster'),
  api_show_user: any(isSelf, inAccount('read_roster'), inAccount('manage_user_logins')),
  read_files: any(isSelf, isObserver, inAccount('manage_user_logins')),
  read_grades: any(isSelf, inAccount('manage_students'), inAccount('view_all_grades')),
  read_reports: any(inCourse('read_reports'), inAccount('manage_students'), inAccount('manage_user_logins')),
  read_email_addresses: any(isSelf, inCourse('read_email_addresses'), inAccount('read_email_addresses')),
  // Account roles reach courses too, so the courses are all that Canvas asks.
  read_sis: inCourse('read_sis'),
  manage_sis: inCourse('manage_sis'),
  view_user_logins: any(isSelf, inAccount('view_user_logins')),
  view_statistics: inAccount('view_statistics'),
  manage: isSelf,
  manage_calendar: isSelf,
  manage_user_details: managesDetails,
  manage_custom_data: any(isSelf, managesDetails),
  manage_feature_flags: any(isSelf, managesDetails),
  view_feature_flags: any(isSelf, managesDetails),
  rename: any(
    all(isSelf, ({ rootSettings }) => rootSettings.users_can_edit_name),
    managesDetails,
  ),
  update_profile: any(
    all(isSelf, ({ rootSettings }) => rootSettings.users_can_edit_profile),
    managesDetails,
  ),
  update_avatar: any(isSelf, managesDetails),
  remove_avatar: any(inCourse('read_reports'), managesDetails),
  manage_logins: managesDetails,
  delete_logins: all(
    managesDetails,
    any(({ hasSisLogin }) => !hasSisLogin, inAccount('manage_sis')),
  ),
  change_password: any(
    isSelf,
    all(managesDetails, ({ rootSettings }) => rootSettings.admins_can_change_passwords),
  ),
  merge: managesDetails,
  terminate_sessions: inAccount('manage_user_logins'),
  create_access_tokens: any(makesOwnTokens, inAccount('create_access_tokens')),
  read_access_tokens: any(isSelf, inAccount('view_user_generated_access_tokens')),
  delete_access_tokens: any(isSelf, inAccount('delete_access_tokens')),
  manage_observers: inAccount('manage_user_observers'),
  generate_observer_pairing_code: any(isSelf, inCourse('generate_observer_pairing_code')),
  moderate_user_content: inAccount('moderate_user_content'),
};

export const userRightNames = Object.keys(userRights) as UserRight[];

export const userGrants = (right: UserRight, access: UserAccess): boolean => userRights[right](access);
