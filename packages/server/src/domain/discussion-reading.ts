/** What the acting user has read of topics, where he has posted, and to what he is subscribed. */
import { sql } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type { Context } from '../http/context.ts';
import { observedStudents } from './assignment-dates.ts';
import { courseAccess } from './course-access.ts';
import { topicGrants } from './discussion-rights.ts';
import type { TopicStanding } from './discussion-standing.ts';
import { isForGroups, type TopicRow } from './discussion-topics.ts';
import { noteModuleAction } from './module-progress.ts';

export interface TopicReading {
  readonly read_state: 'read' | 'unread';
  readonly subscribed: boolean;
  readonly subscription_hold: SubscriptionHold | undefined;
  /** Has posted, or needn't have. */
  readonly seesPosts: boolean;
  /** Must post before he sees what others did; an observer needn't where his student has. */
  readonly initialPostRequired: boolean;
}

export type SubscriptionHold =
  | 'initial_post_required'
  | 'not_in_group_set'
  | 'not_in_group'
  | 'topic_is_announcement';

/** The parts that groups have of a discussion for groups. */
export interface TopicPart {
  readonly id: number;
  readonly group_id: number;
}

/** The live parts of some discussions for groups, by the id of the whole. */
export async function partsOf(ctx: Context, topics: readonly TopicRow[]): Promise<Map<number, TopicPart[]>> {
  const whole = topics.filter(isForGroups).map(({ id }) => id);
  if (whole.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('discussion_topics')
    .select(['id', 'context_id as group_id', 'root_topic_id'])
    .where('root_topic_id', '=', anyOf(whole))
    .where('workflow_state', '<>', 'deleted')
    .orderBy('id')
    .execute();
  const byRoot = Map.groupBy(rows, ({ root_topic_id }) => root_topic_id as number);
  return new Map([...byRoot].map(([id, list]) => [id, list.map(({ id, group_id }) => ({ id, group_id }))]));
}

/** In a number of queries that doesn't grow with the topics. */
export async function topicReadings(
  ctx: Context,
  standings: readonly TopicStanding[],
  parts: Map<number, TopicPart[]>,
): Promise<(topic: Pick<TopicRow, 'id'>) => TopicReading> {
  const userId = ctx.user?.id;
  const partIds = [...parts.values()].flat().map(({ id }) => id);
  const topicIds = [...standings.map(({ topic }) => topic.id), ...partIds];
  const [participants, posted, groups, postedByWatched] = await Promise.all([
    loadParticipants(ctx, topicIds),
    topicsWithPostsOf(ctx, topicIds, userId ? [userId] : []),
    groupsOfUser(ctx),
    postsOfWatched(ctx, standings),
  ]);
  const readings = new Map<number, TopicReading>();
  for (const standing of standings) {
    const { topic, forum, access } = standing;
    const requires = access.requiresInitialPost;
    const seesPosts =
      userId !== undefined &&
      (!requires || posted.has(topic.id) || forum.isInstructor || topicGrants('read_as_admin', access));
    const initialPostRequired = requires && !seesPosts && !postedByWatched.has(topic.id);
    const ownPart = parts.get(topic.id)?.find(({ group_id }) => groups.has(group_id));
    const hold = holdOf(standing, { initialPostRequired, ownPart, groups });
    const about = isForGroups(topic) && ownPart && participants.has(ownPart.id) ? ownPart.id : topic.id;
    const participant = participants.get(about);
    const isPoster = access.isOwn || (participant !== undefined && posted.has(about));
    readings.set(topic.id, {
      read_state: userId === undefined ? 'read' : (participants.get(topic.id)?.workflow_state ?? 'unread'),
      subscribed: participant?.subscribed ?? (userId !== undefined && isPoster && hold === undefined),
      subscription_hold: userId === undefined ? undefined : hold,
      seesPosts,
      initialPostRequired,
    });
  }
  return ({ id }) => readings.get(id) as TopicReading;
}

export async function topicReading(ctx: Context, standing: TopicStanding): Promise<TopicReading> {
  const parts = await partsOf(ctx, [standing.topic]);
  return (await topicReadings(ctx, [standing], parts))(standing.topic);
}

function holdOf(
  { topic, forum }: TopicStanding,
  {
    initialPostRequired,
    ownPart,
    groups,
  }: { initialPostRequired: boolean; ownPart: TopicPart | undefined; groups: ReadonlySet<number> },
): SubscriptionHold | undefined {
  if (topic.is_announcement) return 'topic_is_announcement';
  if (initialPostRequired) return 'initial_post_required';
  if (isForGroups(topic) && !ownPart) return 'not_in_group_set';
  if (!forum.isCourse && !groups.has(topic.context_id)) return 'not_in_group';
  return undefined;
}

async function loadParticipants(ctx: Context, topicIds: readonly number[]) {
  const rows = await ctx.db
    .selectFrom('discussion_topic_participants')
    .selectAll()
    .where('user_id', '=', ctx.user?.id ?? 0)
    .where('discussion_topic_id', '=', anyOf(topicIds))
    .execute();
  return new Map(rows.map((row) => [row.discussion_topic_id, row]));
}

export interface EntryCounts {
  /** Live ones, on all levels. */
  readonly entries: number;
  /** Of these what the acting user hasn't read; for nobody nothing is new. */
  readonly unread: number;
}

/** Counts what is said in each of some topics. */
export async function countEntries(
  ctx: Context,
  topicIds: readonly number[],
): Promise<(topicId: number) => EntryCounts> {
  const { rows } = await sql<EntryCounts & { id: number }>`
    select e.discussion_topic_id as id, count(*) as entries,
      count(*) filter (where p.workflow_state is distinct from 'read') as unread
    from discussion_entries e
      left join discussion_entry_participants p on p.discussion_entry_id = e.id and p.user_id = ${ctx.user?.id ?? 0}
    where e.discussion_topic_id = ${anyOf(topicIds)} and e.workflow_state = 'active'
    group by e.discussion_topic_id`.execute(ctx.db);
  const byTopic = new Map(rows.map((row) => [row.id, row]));
  return (topicId) => {
    const { entries, unread } = byTopic.get(topicId) ?? { entries: 0, unread: 0 };
    return { entries, unread: ctx.user ? unread : 0 };
  };
}

async function topicsWithPostsOf(
  ctx: Context,
  topicIds: readonly number[],
  userIds: readonly number[],
): Promise<ReadonlySet<number>> {
  if (userIds.length === 0 || topicIds.length === 0) return new Set();
  const rows = await ctx.db
    .selectFrom('discussion_entries')
    .select('discussion_topic_id')
    .distinct()
    .where('user_id', '=', anyOf(userIds))
    .where('discussion_topic_id', '=', anyOf(topicIds))
    .where('workflow_state', '=', 'active')
    .execute();
  return new Set(rows.map(({ discussion_topic_id }) => discussion_topic_id));
}

/** Asked only where a topic wants a first post: then an observer's students count for him. */
async function postsOfWatched(
  ctx: Context,
  standings: readonly TopicStanding[],
): Promise<ReadonlySet<number>> {
  const wanting = standings.filter(({ access }) => access.requiresInitialPost);
  const courses = [...new Set(wanting.flatMap(({ forum }) => forum.course ?? []))];
  const watched = await Promise.all(
    courses.map(async (course) => observedStudents(await courseAccess(ctx, course))),
  );
  return await topicsWithPostsOf(
    ctx,
    wanting.map(({ topic }) => topic.id),
    watched.flat(),
  );
}

const groupsOfUser = (ctx: Context): Promise<ReadonlySet<number>> =>
  ctx.once('groupsOfUser', async () => {
    if (!ctx.user) return new Set<number>();
    const rows = await ctx.db
      .selectFrom('group_memberships')
      .select('group_id')
      .where('user_id', '=', ctx.user.id)
      .where('workflow_state', '=', 'accepted')
      .execute();
    return new Set(rows.map(({ group_id }) => group_id));
  });

/** Notes that the user has read a topic's own text, or hasn't. */
export async function setTopicRead(
  ctx: Context,
  topicId: number,
  state: 'read' | 'unread',
  more: { subscribed?: boolean } = {},
): Promise<void> {
  await ctx.db
    .insertInto('discussion_topic_participants')
    .values({ discussion_topic_id: topicId, user_id: ctx.me.id, workflow_state: state, ...more })
    .onConflict((conflict) =>
      conflict.columns(['discussion_topic_id', 'user_id']).doUpdateSet({ workflow_state: state, ...more }),
    )
    .execute();
}

/** A module may ask that one reads a topic; of a group's part it is the whole that it asks for. */
export async function noteViewed(ctx: Context, { id, root_topic_id }: TopicRow): Promise<void> {
  const content = { type: 'Discussion', id: root_topic_id ?? id } as const;
  await noteModuleAction(ctx, { user: ctx.me.id, type: 'view', content });
}

/** Notes whether the user wants to hear of a topic; what he has read of it stays as it is. */
export async function setSubscribed(ctx: Context, topicId: number, subscribed: boolean): Promise<void> {
  await ctx.db
    .insertInto('discussion_topic_participants')
    .values({ discussion_topic_id: topicId, user_id: ctx.me.id, subscribed })
    .onConflict((conflict) =>
      conflict.columns(['discussion_topic_id', 'user_id']).doUpdateSet({ subscribed }),
    )
    .execute();
}

/** Marks all entries of some topics, read or unread; `forced` says whether that was by hand, and is left alone without. */
export async function setEntriesRead(
  ctx: Context,
  topicIds: readonly number[],
  state: 'read' | 'unread',
  forced?: boolean,
): Promise<void> {
  if (topicIds.length === 0) return;
  await sql`
    insert into discussion_entry_participants
      (discussion_entry_id, user_id, discussion_topic_id, workflow_state, forced_read_state)
    select id, ${ctx.me.id}, discussion_topic_id, ${state}, ${forced ?? false}
    from discussion_entries where discussion_topic_id = ${anyOf(topicIds)}
    on conflict (discussion_entry_id, user_id) do update set workflow_state = excluded.workflow_state,
      forced_read_state = ${forced ?? sql`discussion_entry_participants.forced_read_state`}`.execute(ctx.db);
}
