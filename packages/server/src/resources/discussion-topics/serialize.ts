/** Topics as Canvas sends them, in a number of queries that doesn't grow with them. */
import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { type AssignmentRow, overridesOfTopics } from '../../domain/assignment-dates.ts';
import { assetString, contextPath } from '../../domain/contexts.ts';
import { countEntries, partsOf, type TopicPart, topicReadings } from '../../domain/discussion-reading.ts';
import { topicGrants } from '../../domain/discussion-rights.ts';
import { type TopicStanding, topicStandings } from '../../domain/discussion-standing.ts';
import { isAnonymous, type TopicRow } from '../../domain/discussion-topics.ts';
import type { ForumContext } from '../../domain/forum-access.ts';
import { withAbsoluteLinks } from '../../domain/html.ts';
import { lockExplanation } from '../../domain/lock-explanation.ts';
import { type ModuleLock, moduleLockExplanation } from '../../domain/module-locks.ts';
import type { Context, User } from '../../http/context.ts';
import { inOrderOf } from '../../http/schema.ts';
import { serializeOverrides } from '../assignment-overrides/serialize.ts';
import type { File } from '../files/schema.ts';
import { serializeFiles } from '../files/serialize.ts';
import { serializeSections } from '../sections/serialize.ts';
import { displayUser } from '../users/display.ts';
import { feedCode } from './feed-code.ts';
import { assignmentsOfTopics } from './graded.ts';
import { studentWork } from './queries.ts';
import { DiscussionTopic } from './schema.ts';

export interface TopicView {
  /** `all_dates`, `sections`, `sections_user_count`, `overrides`; others are ignored. */
  include?: readonly string[] | undefined;
  /** As it was written, for searches. */
  plainMessages?: boolean | undefined;
  excludeAssignmentDescriptions?: boolean | undefined;
  withoutAssignment?: boolean;
  withContextCode?: boolean;
  /** What isn't said of a group's part is taken from the whole. */
  fillFromRoot?: boolean;
}

export async function serializeTopics(
  ctx: Context,
  standings: readonly TopicStanding[],
  view: TopicView = {},
): Promise<DiscussionTopic[]> {
  if (standings.length === 0) return [];
  const topics = standings.map(({ topic }) => topic);
  const parts = await partsOf(ctx, topics);
  const include = new Set(view.include);
  const [
    readingOf,
    countsOf,
    authorOf,
    filesOf,
    hasStudentWork,
    assignmentOf,
    sectionFields,
    overridesFor,
    rootOf,
  ] = await Promise.all([
    topicReadings(ctx, standings, parts),
    countEntries(
      ctx,
      topics.map(({ id }) => id),
    ),
    authors(ctx, topics),
    attachments(ctx, topics),
    studentWork(ctx, topics),
    assignmentsOfTopics(ctx, standings, view),
    sectionsAndCounts(ctx, standings, include),
    overrides(ctx, standings),
    view.fillFromRoot ? roots(ctx, topics) : () => undefined,
  ]);
  return standings.map((standing): DiscussionTopic => {
    const { topic, forum, access, lock } = standing;
    const { entries, unread } = countsOf(topic.id);
    const reading = readingOf(topic);
    const author = authorOf(topic);
    const root = rootOf(topic);
    const lockedForUser = lock !== undefined && !topicGrants('read_as_admin', access) ? lock : undefined;
    const lockInfo = lockedForUser && { ...lockedForUser, asset_string: `discussion_topic_${topic.id}` };
    const children: TopicPart[] = parts.get(topic.id) ?? [];
    const unpublishable = !topic.is_announcement && !hasStudentWork(topic);
    const htmlUrl = ctx.url(`${contextPath(forum.context)}/discussion_topics/${topic.id}`);
    const assignment = assignmentOf(topic);
    const hidesAuthor = isAnonymous(topic) && !author.isInstructor;
    return inOrderOf(DiscussionTopic, {
      id: topic.id,
      title: topic.title,
      last_reply_at: topic.last_reply_at,
      created_at: topic.created_at,
      delayed_post_at: topic.delayed_post_at ?? root?.delayed_post_at ?? null,
      posted_at: topic.posted_at,
      assignment_id: topic.assignment_id,
      root_topic_id: topic.root_topic_id,
      position: topic.position,
      podcast_has_student_posts: topic.podcast_has_student_posts,
      discussion_type: topic.discussion_type,
      lock_at: topic.lock_at ?? root?.lock_at ?? null,
      allow_rating: topic.allow_rating,
      only_graders_can_rate: topic.only_graders_can_rate,
      sort_by_rating: topic.sort_by_rating,
      is_section_specific: topic.is_section_specific,
      anonymous_state: topic.anonymous_state,
      summary_enabled: false,
      user_name: hidesAuthor ? null : (author.user?.name ?? null),
      discussion_subentry_count: entries,
      permissions: {
        attach: topicGrants('attach', access),
        update: topicGrants('update', access),
        reply: topicGrants('reply', access),
        delete: topicGrants('delete', access),
        manage_assign_to: topicGrants('manage_assign_to', access),
      },
      require_initial_post: access.requiresInitialPost,
      user_can_see_posts: reading.seesPosts,
      podcast_url: topic.podcast_enabled ? podcastPath(topic, forum.context) : null,
      read_state: reading.read_state,
      unread_count: unread,
      subscribed: reading.subscribed,
      attachments: filesOf(topic),
      published: access.isPublished,
      can_unpublish: forum.moderates && unpublishable,
      locked: topic.locked,
      can_lock: !(assignment?.due_at && assignment.due_at > ctx.now),
      comments_disabled: topic.is_announcement && forum.announcementsTakeNoReplies,
      author: isAnonymous(topic)
        ? null
        : author.user
          ? displayUser(ctx, author.user, contextPath(forum.context))
          : {},
      html_url: htmlUrl,
      url: htmlUrl,
      pinned: topic.pinned,
      group_category_id: topic.group_category_id,
      can_group: unpublishable,
      topic_children: children.map(({ id }) => id),
      group_topic_children: children,
      ...(view.withContextCode && { context_code: assetString(forum.context) }),
      ...(topic.assignment_id === null && { ungraded_discussion_overrides: overridesFor(topic) }),
      locked_for_user: lockInfo !== undefined,
      ...(lockInfo && { lock_info: lockInfo, lock_explanation: explanationOf(ctx, lockInfo) }),
      message: messageOf(ctx, topic, view, lockInfo),
      ...(reading.subscription_hold && { subscription_hold: reading.subscription_hold }),
      ...(assignment && !view.withoutAssignment && { assignment }),
      ...sectionFields(standing),
      todo_date: topic.todo_date,
      ...(ctx.user?.pronouns && { user_pronouns: ctx.user.pronouns }),
      is_announcement: topic.is_announcement,
      sort_order: topic.sort_order,
      sort_order_locked: topic.sort_order_locked,
      expanded: topic.expanded,
      expanded_locked: topic.expanded_locked,
    });
  });
}

export async function serializeTopic(
  ctx: Context,
  standing: TopicStanding,
  view?: TopicView,
): Promise<DiscussionTopic> {
  return (await serializeTopics(ctx, [standing], view))[0] as DiscussionTopic;
}

type LockInfo = NonNullable<DiscussionTopic['lock_info']>;

const explanationOf = (ctx: Context, lock: LockInfo): string =>
  lock.context_module
    ? moduleLockExplanation(ctx, lock as ModuleLock, 'topic')
    : lockExplanation(ctx, lock, 'topic');

function messageOf(ctx: Context, topic: TopicRow, view: TopicView, lock: LockInfo | undefined) {
  if (lock && !lock.can_view) return explanationOf(ctx, lock);
  if (topic.message === null || view.plainMessages) return topic.message;
  return withAbsoluteLinks(topic.message, (path) => ctx.url(path));
}

const podcastPath = ({ id }: TopicRow, context: ForumContext) =>
  `/feeds/topics/${id}/${feedCode(context)}.rss`;

/** Who wrote each, and whether he teaches there. */
async function authors(ctx: Context, topics: readonly TopicRow[]) {
  const ids = topics.flatMap(({ user_id }) => user_id ?? []);
  const users = await ctx.db.selectFrom('users').selectAll().where('id', '=', anyOf(ids)).execute();
  const byId = new Map<number, User>(users.map((user) => [user.id, user]));
  const teaching = await teachersAmong(ctx, topics.filter(isAnonymous));
  return ({ user_id, context_id }: TopicRow) => ({
    user: byId.get(user_id ?? 0),
    isInstructor: teaching.has(`${context_id}:${user_id}`),
  });
}

async function teachersAmong(ctx: Context, topics: readonly TopicRow[]): Promise<ReadonlySet<string>> {
  if (topics.length === 0) return new Set();
  const rows = await ctx.db
    .selectFrom('enrollments')
    .select(['course_id', 'user_id'])
    .where('course_id', '=', anyOf(topics.map(({ context_id }) => context_id)))
    .where('user_id', '=', anyOf(topics.flatMap(({ user_id }) => user_id ?? [])))
    .where('type', 'in', ['TeacherEnrollment', 'TaEnrollment'])
    .where('workflow_state', '=', 'active')
    .execute();
  return new Set(rows.map(({ course_id, user_id }) => `${course_id}:${user_id}`));
}

async function attachments(ctx: Context, topics: readonly TopicRow[]) {
  const ids = topics.flatMap(({ attachment_id }) => attachment_id ?? []);
  if (ids.length === 0) return () => [];
  const rows = await ctx.db.selectFrom('attachments').selectAll().where('id', '=', anyOf(ids)).execute();
  const files = (await serializeFiles(ctx, rows)) as File[];
  const byId = new Map(files.map((file) => [file.id, file]));
  return ({ attachment_id }: TopicRow): File[] => {
    const file = byId.get(attachment_id ?? 0);
    return file ? [file] : [];
  };
}

/** `sections` of those that are for some alone, and how many people each is for. */
async function sectionsAndCounts(
  ctx: Context,
  standings: readonly TopicStanding[],
  include: ReadonlySet<string>,
): Promise<(standing: TopicStanding) => Pick<DiscussionTopic, 'sections' | 'user_count'>> {
  const counts = include.has('sections_user_count');
  if (!include.has('sections') && !counts) return () => ({});
  const inCourses = standings.filter(({ forum }) => forum.context.type === 'Course');
  const usersOf = counts ? await countPeople(ctx, inCourses) : () => 0;
  const sectionsOf = include.has('sections') ? await loadSections(ctx, inCourses, counts) : () => [];
  return ({ topic, forum }) => ({
    ...(topic.is_section_specific
      ? include.has('sections') && { sections: sectionsOf(topic) }
      : counts && forum.context.type === 'Course' && { user_count: usersOf(topic) }),
  });
}

async function countPeople(ctx: Context, standings: readonly TopicStanding[]) {
  const rows = await ctx.db
    .selectFrom('enrollments')
    .select(['course_id', sql<number>`count(distinct user_id)`.as('people')])
    .where('course_id', '=', anyOf(standings.map(({ topic }) => topic.context_id)))
    .where('type', '<>', 'StudentViewEnrollment')
    .where('workflow_state', 'in', ['active', 'invited', 'creation_pending'])
    .groupBy('course_id')
    .execute();
  const counts = new Map(rows.map(({ course_id, people }) => [course_id, people]));
  return ({ context_id }: TopicRow) => counts.get(context_id) ?? 0;
}

async function loadSections(ctx: Context, standings: readonly TopicStanding[], counts: boolean) {
  const rows = await ctx.db
    .selectFrom('discussion_topic_sections as ts')
    .innerJoin('course_sections as s', 's.id', 'ts.course_section_id')
    .select('ts.discussion_topic_id')
    .selectAll('s')
    .where('ts.discussion_topic_id', '=', anyOf(standings.map(({ topic }) => topic.id)))
    .orderBy('s.id')
    .execute();
  const byCourse = Map.groupBy(rows, ({ course_id }) => course_id);
  const json = new Map<number, Awaited<ReturnType<typeof serializeSections>>[number]>();
  for (const { forum } of standings) {
    const course = forum.course;
    const sections = course && byCourse.get(course.id);
    if (!course || !sections || json.has(sections[0]?.id ?? 0)) continue;
    const unique = [...new Map(sections.map((section) => [section.id, section])).values()];
    const shown = await serializeSections(ctx, unique, { course, includes: counts ? ['user_count'] : [] });
    for (const section of shown) json.set(section.id, section);
  }
  const byTopic = Map.groupBy(rows, ({ discussion_topic_id }) => discussion_topic_id);
  return ({ id }: TopicRow) => (byTopic.get(id) ?? []).flatMap((section) => json.get(section.id) ?? []);
}

async function overrides(ctx: Context, standings: readonly TopicStanding[]) {
  const ungraded = standings.filter(({ topic }) => topic.assignment_id === null && !topic.is_announcement);
  const byTopic = await overridesOfTopics(
    ctx,
    ungraded.map(({ topic }) => topic.id),
  );
  return ({ id }: TopicRow) => serializeOverrides(byTopic.get(id) ?? []);
}

async function roots(ctx: Context, topics: readonly TopicRow[]) {
  const ids = topics.flatMap(({ root_topic_id }) => root_topic_id ?? []);
  if (ids.length === 0) return () => undefined;
  const rows = await ctx.db
    .selectFrom('discussion_topics')
    .select(['id', 'delayed_post_at', 'lock_at'])
    .where('id', '=', anyOf(ids))
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ({ root_topic_id }: TopicRow) => byId.get(root_topic_id ?? 0);
}

/** The topics that some assignments are, each without the assignment in it. */
export async function topicsOfAssignments(
  ctx: Context,
  _course: unknown,
  assignments: readonly AssignmentRow[],
  { withoutTopic }: { withoutTopic?: boolean | undefined },
) {
  const discussed = assignments.filter(({ submission_types }) =>
    submission_types.includes('discussion_topic'),
  );
  if (withoutTopic || discussed.length === 0) return () => ({});
  const rows = await ctx.db
    .selectFrom('discussion_topics')
    .selectAll()
    .where('assignment_id', '=', anyOf(discussed.map(({ id }) => id)))
    .where('root_topic_id', 'is', null)
    .where('workflow_state', '<>', 'deleted')
    .execute();
  const standingOf = await topicStandings(ctx, rows);
  const topics = await serializeTopics(ctx, rows.map(standingOf), { withoutAssignment: true });
  const byAssignment = new Map(topics.map((topic) => [topic.assignment_id, topic]));
  return ({ id }: AssignmentRow) => {
    const topic = byAssignment.get(id);
    return topic ? { discussion_topic: topic } : {};
  };
}
