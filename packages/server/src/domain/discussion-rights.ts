import { all, any, not, type Rule as RuleOver } from './rule.ts';

/** What somebody may in the forum of a course or a group, whichever topic it is about. */
export interface ForumAccess {
  readonly isCourse: boolean;
  /** Null for the anonymous. */
  readonly userId: number | null;
  readonly readsForum: boolean;
  readonly readsAnnouncements: boolean;
  readonly moderates: boolean;
  readonly posts: boolean;
  readonly creates: boolean;
  readonly readsAsAdmin: boolean;
  readonly manages: boolean;
  readonly participatesAsStudent: boolean;
  readonly managesGrades: boolean;
  readonly viewsGroupPages: boolean;
  readonly editsAssignments: boolean;
  readonly addsAssignments: boolean;
  readonly addsContent: boolean;
  readonly isInstructor: boolean;
  /** Is at work in the course now, or looks at it from above. */
  readonly participates: boolean;
  /** Is in the course or the group at all. */
  readonly belongs: boolean;
  /** The sections that concern the user: his own, or those whose people he may see. */
  readonly sections: 'all' | readonly number[];
  readonly studentsMakeTopics: boolean;
  readonly studentsEditTheirPosts: boolean;
  readonly studentsAttachFiles: boolean;
  readonly studentsHideNames: boolean;
  readonly announcementsTakeNoReplies: boolean;
}

/** What somebody may with one topic. */
export interface TopicAccess {
  readonly forum: ForumAccess;
  readonly isAnnouncement: boolean;
  readonly isOwn: boolean;
  readonly isGraded: boolean;
  readonly isPublished: boolean;
  /** By its own flag, whatever its dates say. */
  readonly isLocked: boolean;
  /** By its flag, its dates, a module, or the topic that it is a group's part of. */
  readonly isLockedForUser: boolean;
  /** Assigned to the user, posted to his sections, and so on: what the forum doesn't decide. */
  readonly reachesUser: boolean;
  readonly isAnnouncedNow: boolean;
  readonly hasEntries: boolean;
  readonly allowsRating: boolean;
  readonly onlyGradersRate: boolean;
  /** What others posted is seen once one has posted oneself. */
  readonly requiresInitialPost: boolean;
  /** The course's topic that this is one group's part of. */
  readonly root: TopicAccess | null;
}

const rightNames = [
  'read',
  'read_replies',
  'read_as_admin',
  'reply',
  'update',
  'delete',
  'duplicate',
  'attach',
  'rate',
  'moderate_forum',
  'manage_assign_to',
] as const;

export type TopicRight = (typeof rightNames)[number];
type Rule = RuleOver<TopicAccess>;

const isAnnouncement: Rule = ({ isAnnouncement }) => isAnnouncement;
const isOwn: Rule = ({ isOwn }) => isOwn;
const isChild: Rule = ({ root }) => root !== null;
const inForum =
  (
    ...flags: { [F in keyof ForumAccess]: ForumAccess[F] extends boolean ? F : never }[keyof ForumAccess][]
  ): Rule =>
  ({ forum }) =>
    flags.every((flag) => forum[flag]);
const ofRoot =
  (right: TopicRight): Rule =>
  ({ root }) =>
    root !== null && topicGrants(right, root);

const readsKind: Rule = ({ isAnnouncement, forum }) =>
  isAnnouncement ? forum.readsAnnouncements : forum.readsForum;
const seesFromAbove = any(inForum('manages'), inForum('readsAsAdmin'));

/** Source: visible_for? of Canvas's DiscussionTopic. */
export const isVisible: Rule = any(
  isOwn,
  all(
    readsKind,
    ({ reachesUser }) => reachesUser,
    any(
      seesFromAbove,
      all(
        ({ isPublished }) => isPublished,
        any(not(isAnnouncement), ({ isAnnouncedNow }) => isAnnouncedNow),
      ),
    ),
  ),
);

/** The topic itself, not one group's part of another, in a forum that the user moderates. */
const moderatesItself = all(not(isChild), inForum('readsForum', 'moderates'));
const moderatesAnnouncement = all(isAnnouncement, inForum('readsAnnouncements', 'moderates'));
const readAsAdmin: Rule = any(moderatesItself, moderatesAnnouncement, ofRoot('read_as_admin'));

const isOpen: Rule = any(readAsAdmin, ({ isLockedForUser }) => !isLockedForUser);
const isAvailable: Rule = all(
  ({ isPublished }) => isPublished,
  not(all(isAnnouncement, ({ isLocked }) => isLocked)),
  ({ isLockedForUser }) => !isLockedForUser,
);
const takesReplies: Rule = not(all(isAnnouncement, inForum('announcementsTakeNoReplies')));
const editsOwnPosts = inForum('studentsEditTheirPosts', 'participatesAsStudent');
const ownDiscussion = all(isOwn, isAvailable, editsOwnPosts);
const hasNoEntries: Rule = ({ hasEntries }) => !hasEntries;

/** Source: the policies of Canvas's DiscussionTopic and Announcement. */
const topicRights: Record<TopicRight, Rule> = {
  read: any(isVisible, moderatesItself, moderatesAnnouncement, ofRoot('read')),
  read_replies: any(
    all(not(isAnnouncement), (access) => topicGrants('read', access)),
    all(
      isAnnouncement,
      (access) => topicGrants('read', access),
      any(({ forum }) => !forum.isCourse, inForum('readsAsAdmin'), inForum('belongs')),
    ),
  ),
  read_as_admin: readAsAdmin,
  reply: any(
    all(isOwn, isVisible, isOpen, inForum('participates'), takesReplies),
    all(inForum('posts'), isVisible, isOpen, inForum('participates'), takesReplies),
    all(isAnnouncement, isOwn, takesReplies),
    all(isAnnouncement, inForum('posts'), ({ isLocked }) => !isLocked, takesReplies),
    all(moderatesAnnouncement, takesReplies),
  ),
  update: any(ownDiscussion, moderatesItself, moderatesAnnouncement, all(isAnnouncement, isOwn)),
  delete: any(
    all(ownDiscussion, hasNoEntries, not(isChild)),
    moderatesItself,
    moderatesAnnouncement,
    all(isAnnouncement, isOwn, hasNoEntries),
    ofRoot('delete'),
  ),
  duplicate: all(
    not(isAnnouncement),
    ({ forum }) => mayCreateTopics(forum),
    any(({ forum }) => !forum.isCourse, inForum('isInstructor'), inForum('readsAsAdmin')),
  ),
  attach: any(
    all(inForum('isCourse', 'studentsAttachFiles'), any(inForum('creates'), inForum('posts'))),
    moderatesItself,
    moderatesAnnouncement,
  ),
  rate: all(
    ({ allowsRating }) => allowsRating,
    any(({ onlyGradersRate }) => !onlyGradersRate, inForum('managesGrades')),
  ),
  moderate_forum: inForum('moderates', 'readsForum'),
  manage_assign_to: all(
    inForum('isCourse', 'moderates'),
    any(
      all(({ isGraded }) => isGraded, inForum('editsAssignments')),
      all(
        ({ isGraded }) => !isGraded,
        ({ forum }) => forum.sections === 'all',
      ),
    ),
  ),
};

export const topicGrants = (right: TopicRight, access: TopicAccess): boolean => topicRights[right](access);

/** Whether somebody may begin a discussion. */
export const mayCreateTopics = ({
  creates,
  moderates,
  readsAsAdmin,
  studentsMakeTopics,
}: ForumAccess): boolean => (creates || moderates) && (readsAsAdmin || studentsMakeTopics);

/** Whether somebody may make an announcement. */
export const mayAnnounce = ({ isCourse, creates, readsAnnouncements, moderates }: ForumAccess): boolean =>
  (readsAnnouncements && moderates) || (!isCourse && creates);

/** What somebody may with one entry of a topic. */
export interface EntryAccess {
  readonly topic: TopicAccess;
  readonly isOwn: boolean;
  readonly isThreaded: boolean;
}

export type EntryRight = 'read' | 'create' | 'reply' | 'update' | 'delete' | 'attach' | 'rate';

type EntryRule = RuleOver<EntryAccess>;

const onTopic =
  (rule: Rule): EntryRule =>
  ({ topic }) =>
    rule(topic);
const isOwnEntry: EntryRule = ({ isOwn }) => isOwn;
/** Where the topic is one group's part of another, those who moderate the other count. */
const moderatesTopic: Rule = any(
  all(not(isChild), inForum('moderates')),
  ({ root }) => root?.forum.moderates === true,
);
const isOpenAtAll: Rule = ({ isLockedForUser }) => !isLockedForUser;
const postsHere = all(inForum('posts'), isOpenAtAll, isVisible);
const readsTopic = any(all(readsKind, isVisible), all(inForum('posts'), isVisible), moderatesTopic);
const edits = any(
  all(isOwnEntry, onTopic(all(isAvailable, inForum('studentsEditTheirPosts', 'participates')))),
  onTopic(moderatesTopic),
);

/** Source: the policy of Canvas's DiscussionEntry. */
const entryRights: Record<EntryRight, EntryRule> = {
  read: any(isOwnEntry, onTopic(readsTopic)),
  create: onTopic(
    all(
      takesReplies,
      any(
        postsHere,
        all(isAnnouncement, inForum('participatesAsStudent'), isVisible, isOpen),
        all(moderatesTopic, isOpen),
      ),
    ),
  ),
  reply: all(
    ({ isThreaded }) => isThreaded,
    onTopic(takesReplies),
    any(
      all(isOwnEntry, onTopic(all(isAvailable, inForum('participates')))),
      onTopic(any(postsHere, all(moderatesTopic, isOpen))),
    ),
  ),
  update: edits,
  delete: edits,
  attach: onTopic(
    any(all(inForum('isCourse', 'studentsAttachFiles', 'posts'), isAvailable), all(moderatesTopic, isOpen)),
  ),
  rate: onTopic((topic) => topicGrants('rate', topic)),
};

export const entryGrants = (right: EntryRight, access: EntryAccess): boolean => entryRights[right](access);
