/** Who the acting user is to some topics, in a number of queries that doesn't grow with them. */
import { sql } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type { Context } from '../http/context.ts';
import {
  datesOfContents,
  type Lock,
  lockOf,
  observedStudents,
  overridesOfTopics,
  ownDates,
} from './assignment-dates.ts';
import { audiences } from './content-audience.ts';
import { ofCourse, ofGroup } from './contexts.ts';
import { type CourseRow, courseAccess } from './course-access.ts';
import type { TopicAccess } from './discussion-rights.ts';
import { asOf, isForGroups, isPublished, type TopicRow } from './discussion-topics.ts';
import { type Forum, type ForumContext, forumsOf } from './forum-access.ts';
import { contentLocks, type ModuleLock } from './module-locks.ts';

export interface TopicStanding {
  readonly topic: TopicRow;
  readonly forum: Forum;
  readonly access: TopicAccess;
  /** What keeps the user from posting, and perhaps from reading, unless he moderates. */
  readonly lock: TopicLock | undefined;
}

/** Its dates, a module that isn't open yet, or its own flag. */
export type TopicLock = Lock | ModuleLock | { can_view: true };

/** @returns the standing of each of some topics; a topic is taken as it is now (`asOf`) */
export async function topicStandings(
  ctx: Context,
  rows: readonly TopicRow[],
): Promise<(topic: Pick<TopicRow, 'id'>) => TopicStanding> {
  if (rows.length === 0) return () => undefined as never;
  const topics = rows.map((row) => asOf(row, ctx.now));
  const forumOf = await forumsOfTopics(ctx, topics);
  const [sectionsOf, assigned, overrides, withEntries, rootOf, datesOf, moduleLockOf] = await Promise.all([
    sectionsOfTopics(ctx, topics),
    assignedTopics(ctx, topics, forumOf),
    reachingOverrides(ctx, topics, forumOf),
    topicsWithEntries(ctx, topics),
    rootStandings(ctx, topics),
    datesOfTopics(ctx, topics, forumOf),
    moduleLocks(ctx, topics, forumOf),
  ]);
  const standings = new Map<number, TopicStanding>();
  for (const topic of topics) {
    const forum = forumOf(topic);
    const root = rootOf(topic);
    const dates = datesOf(topic);
    const lock: TopicLock | undefined =
      lockOf(dates, ctx.now) ?? moduleLockOf(topic) ?? (topic.locked ? { can_view: true } : root?.lock);
    const seesSections =
      !topic.is_section_specific || forum.sections === 'all' || meets(sectionsOf(topic), forum.sections);
    const isAssigned = topic.is_announcement || (topic.assignment_id ? assigned(topic) : overrides(topic));
    standings.set(topic.id, {
      topic,
      forum,
      lock,
      access: {
        forum,
        isAnnouncement: topic.is_announcement,
        isOwn: forum.userId !== null && forum.userId === topic.user_id,
        isGraded: topic.assignment_id !== null,
        isPublished: topic.is_announcement || isPublished(topic),
        isLocked: topic.locked,
        isLockedForUser: lock !== undefined,
        reachesUser: seesSections && (forum.manages || forum.readsAsAdmin || isAssigned),
        isAnnouncedNow:
          !(topic.lock_at && topic.lock_at < ctx.now) &&
          !(topic.delayed_post_at && topic.delayed_post_at > ctx.now),
        hasEntries: withEntries.has(topic.id),
        allowsRating: topic.allow_rating,
        onlyGradersRate: topic.only_graders_can_rate,
        requiresInitialPost: topic.require_initial_post || (root?.access.requiresInitialPost ?? false),
        root: root?.access ?? null,
      },
    });
  }
  return ({ id }) => standings.get(id) as TopicStanding;
}

export async function topicStanding(ctx: Context, topic: TopicRow): Promise<TopicStanding> {
  return (await topicStandings(ctx, [topic]))(topic);
}

const meets = (a: readonly number[], b: readonly number[]) => a.some((each) => b.includes(each));
const ids = (rows: readonly { id: number }[]) => rows.map(({ id }) => id);

async function forumsOfTopics(ctx: Context, topics: readonly TopicRow[]) {
  const idsIn = (type: TopicRow['context_type']) => [
    ...new Set(
      topics.filter(({ context_type }) => context_type === type).map(({ context_id }) => context_id),
    ),
  ];
  const [courseIds, groupIds] = [idsIn('Course'), idsIn('Group')];
  const contexts: ForumContext[] = [];
  if (courseIds.length > 0) {
    const courses = await ctx.db
      .selectFrom('courses')
      .selectAll()
      .where('id', '=', anyOf(courseIds))
      .execute();
    contexts.push(...courses.map(ofCourse));
  }
  if (groupIds.length > 0) {
    const groups = await ctx.db.selectFrom('groups').selectAll().where('id', '=', anyOf(groupIds)).execute();
    contexts.push(...groups.map(ofGroup));
  }
  const forumOf = await forumsOf(ctx, contexts);
  const byKey = new Map(contexts.map((context) => [`${context.type}:${context.id}`, context]));
  return ({ context_type, context_id }: TopicRow): Forum =>
    forumOf(byKey.get(`${context_type}:${context_id}`) as ForumContext);
}

async function sectionsOfTopics(ctx: Context, topics: readonly TopicRow[]) {
  const specific = topics.filter(({ is_section_specific }) => is_section_specific);
  if (specific.length === 0) return () => [];
  const rows = await ctx.db
    .selectFrom('discussion_topic_sections')
    .selectAll()
    .where('discussion_topic_id', '=', anyOf(ids(specific)))
    .execute();
  const byTopic = Map.groupBy(rows, ({ discussion_topic_id }) => discussion_topic_id);
  return ({ id }: TopicRow) => (byTopic.get(id) ?? []).map(({ course_section_id }) => course_section_id);
}

/** Which graded topics are assigned to the user, or to a student whom he watches. */
async function assignedTopics(
  ctx: Context,
  topics: readonly TopicRow[],
  forumOf: (topic: TopicRow) => Forum,
): Promise<(topic: TopicRow) => boolean> {
  const graded = topics.filter(({ assignment_id }) => assignment_id !== null);
  if (graded.length === 0 || !ctx.user) return () => false;
  const rows = await ctx.db
    .selectFrom('submissions')
    .select('assignment_id')
    .distinct()
    .where('assignment_id', '=', anyOf(graded.map(({ assignment_id }) => assignment_id as number)))
    .where('user_id', '=', anyOf(await lookedThrough(ctx, graded, forumOf)))
    .where('workflow_state', '<>', 'deleted')
    .execute();
  const assigned = new Set(rows.map(({ assignment_id }) => assignment_id));
  return ({ assignment_id }) => assigned.has(assignment_id ?? 0);
}

/** Which ungraded topics are for the user, or for a student whom he watches. */
async function reachingOverrides(
  ctx: Context,
  topics: readonly TopicRow[],
  forumOf: (topic: TopicRow) => Forum,
): Promise<(topic: TopicRow) => boolean> {
  const ungraded = topics.filter(({ assignment_id }) => assignment_id === null);
  const userIds = await lookedThrough(ctx, ungraded, forumOf);
  const isFor = await audiences(ctx, 'Discussion', ids(ungraded), userIds);
  return ({ id }) => userIds.some((userId) => isFor(id, userId));
}

const NOBODY = 0;

/** The acting user and the students whom he watches in the courses of some topics. */
async function lookedThrough(
  ctx: Context,
  topics: readonly TopicRow[],
  forumOf: (topic: TopicRow) => Forum,
): Promise<number[]> {
  if (!ctx.user) return [NOBODY];
  const courses = [...new Set(topics.flatMap((topic) => forumOf(topic).course ?? []))];
  const observed = await Promise.all(
    courses.map(async (course) => observedStudents(await courseAccess(ctx, course))),
  );
  return [...new Set([ctx.user.id, ...observed.flat()])];
}

/** Looked for, not counted: a topic can have thousands. */
async function topicsWithEntries(ctx: Context, topics: readonly TopicRow[]): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ id: number }>`
    select id from unnest(${ids(topics)}::bigint[]) as topic(id)
    where exists (select 1 from discussion_entries e
      where e.discussion_topic_id = topic.id and e.workflow_state = 'active')`.execute(ctx.db);
  return new Set(ids(rows));
}

async function rootStandings(ctx: Context, topics: readonly TopicRow[]) {
  const rootIds = topics.flatMap(({ root_topic_id }) => root_topic_id ?? []);
  if (rootIds.length === 0) return () => undefined;
  const roots = await ctx.db
    .selectFrom('discussion_topics')
    .selectAll()
    .where('id', '=', anyOf(rootIds))
    .execute();
  const standingOf = await topicStandings(ctx, roots);
  return ({ root_topic_id }: TopicRow) => (root_topic_id ? standingOf({ id: root_topic_id }) : undefined);
}

/** The dates by which the user goes: of a graded topic those of its assignment; of either with his overrides. */
async function datesOfTopics(ctx: Context, topics: readonly TopicRow[], forumOf: (topic: TopicRow) => Forum) {
  const dates = new Map<number, { unlock_at: string | null; lock_at: string | null }>();
  for (const [course, ofCourse] of Map.groupBy(topics, (topic) => forumOf(topic).course)) {
    if (!course) continue;
    const [graded, ungraded] = await Promise.all([
      gradedDates(ctx, course, ofCourse),
      datesOfContents(ctx, course.id, overridesOfTopics, ofCourse.map(opening), ctx.user?.id),
    ]);
    for (const topic of ofCourse) {
      dates.set(topic.id, graded.get(topic.assignment_id ?? 0) ?? ungraded(opening(topic)));
    }
  }
  return (topic: TopicRow) => ({ due_at: null, ...(dates.get(topic.id) ?? opening(topic)) });
}

const opening = ({ id, delayed_post_at, lock_at }: TopicRow) => ({ id, unlock_at: delayed_post_at, lock_at });

async function gradedDates(ctx: Context, course: CourseRow, topics: readonly TopicRow[]) {
  const graded = topics.filter(({ assignment_id }) => assignment_id !== null);
  if (graded.length === 0) return new Map<number, { unlock_at: string | null; lock_at: string | null }>();
  const assignments = await assignmentsOf(ctx, course, graded);
  const datesFor = await ownDates(ctx, course, assignments);
  return new Map(assignments.map((assignment) => [assignment.id, datesFor(assignment)]));
}

async function moduleLocks(
  ctx: Context,
  topics: readonly TopicRow[],
  forumOf: (topic: TopicRow) => Forum,
): Promise<(topic: TopicRow) => TopicLock | undefined> {
  const inCourses = topics.filter(({ context_type }) => context_type === 'Course');
  const locks = new Map<number, TopicLock>();
  for (const [course, ofCourse] of Map.groupBy(inCourses, (topic) => forumOf(topic).course)) {
    if (!course) continue;
    const found = await contentLocks(ctx, course, 'Discussion', ids(ofCourse));
    for (const [id, lock] of found) locks.set(id, lock);
  }
  return ({ id }) => locks.get(id);
}

const assignmentsOf = (ctx: Context, course: CourseRow, topics: readonly TopicRow[]) =>
  ctx.db
    .selectFrom('assignments')
    .selectAll()
    .where('course_id', '=', course.id)
    .where('id', '=', anyOf(topics.flatMap(({ assignment_id }) => assignment_id ?? [])))
    .execute();

/**
 * The part of a discussion for groups that is the user's: that of his own group. Undefined where he is in none of them.
 */
export async function ownPart(ctx: Context, topic: TopicRow): Promise<TopicRow | undefined> {
  if (!isForGroups(topic) || !ctx.user) return undefined;
  return await ctx.db
    .selectFrom('discussion_topics')
    .innerJoin('group_memberships', 'group_memberships.group_id', 'discussion_topics.context_id')
    .selectAll('discussion_topics')
    .where('discussion_topics.root_topic_id', '=', topic.id)
    .where('discussion_topics.workflow_state', '<>', 'deleted')
    .where('group_memberships.user_id', '=', ctx.user.id)
    .where('group_memberships.workflow_state', '=', 'accepted')
    .orderBy('discussion_topics.id')
    .limit(1)
    .executeTakeFirst();
}
