import type { Permission } from './permissions.ts';
import { all, any, not, type Rule as RuleOver } from './rule.ts';

/** What is asked of the course or account that a group is in. */
export type ParentRight = Permission | 'read' | 'read_as_admin' | 'participate_as_student';

export interface GroupAccess {
  readonly group: {
    readonly context_type: 'Course' | 'Account';
    readonly join_level: string;
    readonly leader_id: number | null;
    readonly non_collaborative: boolean;
  };
  readonly category: {
    readonly role: 'communities' | 'student_organized' | 'imported' | null;
    readonly self_signup: 'enabled' | 'restricted' | null;
  };
  /** Null for the anonymous. */
  readonly userId: number | null;
  /** The user's own, unless he has left. */
  readonly membership: { readonly accepted: boolean; readonly moderator: boolean } | null;
  /** Is at work in the course now, or belongs to the institution; anybody may in a community. */
  readonly canParticipate: boolean;
  /** There is a section that the user and all members of the group are in. */
  readonly sharesSection: boolean;
  /** Course setting `allow_student_organized_groups`; false in an account. */
  readonly studentsMakeGroups: boolean;
  parentGrants(right: ParentRight): boolean;
}

/** As Canvas's Group knows them. */
const rightNames = [
  'read',
  'read_roster',
  'read_forum',
  'read_announcements',
  'read_files',
  'read_as_admin',
  'read_sis',
  'read_email_addresses',
  'view_unpublished_items',
  'view_user_logins',
  'participate',
  'participate_as_student',
  'post_to_forum',
  'create_forum',
  'moderate_forum',
  'send_messages',
  'send_messages_all',
  'create_collaborations',
  'create_conferences',
  'manage_calendar',
  'manage_course_content_add',
  'manage_course_content_edit',
  'manage_course_content_delete',
  'manage_files_add',
  'manage_files_edit',
  'manage_files_delete',
  'manage_wiki_create',
  'manage_wiki_update',
  'manage_wiki_delete',
  'manage_students',
  'allow_course_admin_actions',
  'manage',
  'create',
  'update',
  'delete',
  'join',
  'leave',
] as const;

export type GroupRight = (typeof rightNames)[number];
type Rule = RuleOver<GroupAccess>;

const isTag: Rule = ({ group }) => group.non_collaborative;
const isSignedIn: Rule = ({ userId }) => userId !== null;
const isMember: Rule = ({ membership }) => membership?.accepted === true;
const isModerator: Rule = ({ membership }) => membership?.accepted === true && membership.moderator;
const isLeader: Rule = ({ group, userId }) => userId !== null && group.leader_id === userId;
const isInAccount: Rule = ({ group }) => group.context_type === 'Account';
const canParticipate: Rule = (access) => access.canParticipate;
const isCommunity: Rule = ({ category }) => category.role === 'communities';
/** Of these one can be in several at once, so joining and leaving them are one's own affair. */
const isFreelyJoined: Rule = ({ category }) =>
  category.role === 'communities' || category.role === 'student_organized';
const hasJoinLevel =
  (...levels: string[]): Rule =>
  ({ group }) =>
    levels.includes(group.join_level);
const allowsSelfSignup: Rule = ({ category, sharesSection }) =>
  category.self_signup === 'enabled' || (category.self_signup === 'restricted' && sharesSection);
const parent =
  (...rights: ParentRight[]): Rule =>
  (access) =>
    rights.some((right) => access.parentGrants(right));
const never: Rule = () => false;

/** A student can't read an unpublished course, and can be put into its groups all the same. */
const contextIsReadable = any(isInAccount, parent('read'));
const participates = all(isSignedIn, canParticipate, isMember);

const isFreeToJoin = any(
  all(isFreelyJoined, hasJoinLevel('parent_context_auto_join', 'parent_context_request')),
  allowsSelfSignup,
);
const joins = all(isSignedIn, canParticipate, isFreeToJoin);

const managed = parent('manage_groups_manage');
const moderated = any(isModerator, managed);
const reads = any(
  isMember,
  parent('manage_groups_add', 'manage_groups_manage', 'manage_groups_delete', 'view_group_pages'),
);
const readsContent = any(isMember, managed, parent('view_group_pages'));
const sendsMessages = any(managed, ({ group, membership, parentGrants }) =>
  group.context_type === 'Account'
    ? membership?.accepted === true
    : parentGrants('send_messages') || parentGrants('send_messages_all'),
);
const participatesAsStudent = parent('participate_as_student');

/** What holds where the context can be read. */
const whereReadable: Partial<Record<GroupRight, Rule>> = {
  read: reads,
  read_files: reads,
  read_forum: readsContent,
  read_announcements: readsContent,
  read_roster: any(readsContent, joins),
  view_unpublished_items: any(isMember, managed),
  send_messages: sendsMessages,
  send_messages_all: sendsMessages,
  // Members can't edit each other's posts, unless they moderate the course's forum.
  moderate_forum: any(moderated, all(isMember, parent('moderate_forum'))),
  delete: any(isModerator, parent('manage_groups_delete')),
  manage: moderated,
  allow_course_admin_actions: moderated,
  manage_students: moderated,
  update: any(moderated, isLeader),
  create: any(
    isCommunity,
    all(participatesAsStudent, ({ studentsMakeGroups }) => studentsMakeGroups),
    parent('manage_groups_add'),
  ),
  participate_as_student: participatesAsStudent,
  create_collaborations: managed,
  manage_calendar: managed,
  manage_course_content_add: managed,
  manage_course_content_edit: managed,
  manage_course_content_delete: managed,
  manage_files_add: managed,
  manage_files_edit: managed,
  manage_files_delete: managed,
  manage_wiki_create: managed,
  manage_wiki_update: managed,
  manage_wiki_delete: managed,
  post_to_forum: any(managed, all(parent('read_as_admin'), parent('post_to_forum'))),
  create_forum: any(managed, all(parent('read_as_admin'), parent('create_forum'))),
  join: joins,
  leave: all(isSignedIn, any(isFreelyJoined, allowsSelfSignup)),
  create_conferences: all(parent('create_conferences'), any(participates, managed)),
  read_as_admin: parent('read_as_admin'),
  read_sis: parent('read_sis'),
  view_user_logins: parent('view_user_logins'),
  read_email_addresses: parent('read_email_addresses'),
};

/** What comes with taking part, be the context readable or not. */
const toParticipants = new Set<GroupRight>([
  'participate',
  'manage_calendar',
  'manage_course_content_add',
  'manage_course_content_edit',
  'manage_course_content_delete',
  'manage_files_add',
  'manage_files_edit',
  'manage_files_delete',
  'manage_wiki_create',
  'manage_wiki_update',
  'manage_wiki_delete',
  'post_to_forum',
  'create_forum',
  'create_collaborations',
]);

const tagManager = parent('manage_tags_manage');
const seesTags = all(
  isSignedIn,
  parent('read'),
  parent('manage_tags_add', 'manage_tags_manage', 'manage_tags_delete'),
);

/** Of differentiation tags: nothing is ever in one, so nobody has a right to its content. */
const ofTags: Partial<Record<GroupRight, Rule>> = {
  read: isSignedIn,
  read_roster: isSignedIn,
  read_files: parent('view_group_pages'),
  send_messages: parent('send_messages'),
  send_messages_all: parent('send_messages_all'),
  update: tagManager,
  manage: tagManager,
  allow_course_admin_actions: tagManager,
  manage_students: tagManager,
  delete: parent('manage_tags_delete'),
  create: parent('manage_tags_add'),
  read_as_admin: parent('read_as_admin'),
  read_sis: parent('read_sis'),
  view_user_logins: parent('view_user_logins'),
  read_email_addresses: parent('read_email_addresses'),
};

/** Source: the policy of Canvas's Group. */
const groupRights = Object.fromEntries(
  rightNames.map((right) => [
    right,
    any(
      all(
        not(isTag),
        any(
          toParticipants.has(right) ? participates : never,
          all(contextIsReadable, whereReadable[right] ?? never),
        ),
      ),
      all(isTag, seesTags, ofTags[right] ?? never),
    ),
  ]),
) as Record<GroupRight, Rule>;

export const groupRightNames: readonly GroupRight[] = rightNames;

export const groupGrants = (right: GroupRight, access: GroupAccess): boolean => groupRights[right](access);
