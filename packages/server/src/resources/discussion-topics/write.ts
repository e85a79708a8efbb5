/** What the parameters of create and update make of a topic. */
import type { Insertable } from 'kysely';
import type { DiscussionTopicsTable } from '../../db/tables/index.ts';
import { inContext } from '../../domain/contexts.ts';
import { demand } from '../../domain/demand.ts';
import { mayAnnounce, mayCreateTopics, topicGrants } from '../../domain/discussion-rights.ts';
import { type TopicStanding, topicStanding } from '../../domain/discussion-standing.ts';
import { asOf, isPublished, type TopicRow } from '../../domain/discussion-topics.ts';
import type { Forum } from '../../domain/forum-access.ts';
import { sanitizeHtml } from '../../domain/html.ts';
import { sortKey } from '../../domain/sort-key.ts';
import { type FieldErrors, InvalidRecord, Refusal, Unauthorized } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import type { Params } from '../../http/operation.ts';
import { anonymity } from './anonymity.ts';
import { type AttachedFile, attachToTopic } from './attachment.ts';
import { demandAssignmentRights, writeAssignment } from './graded.ts';
import { groupChanges, refreshParts } from './groups.ts';
import { findTopicRow } from './load.ts';
import { hasStudentWork, insertAt, lastPosition } from './queries.ts';
import { type ChosenSections, chosenSections, saveSections } from './sections.ts';

export type TopicParams = Params<'POST /api/v1/courses/{course_id}/discussion_topics'>;
export type TopicColumns = Partial<Insertable<DiscussionTopicsTable>>;
/** What the action finds wrong by itself: plain words by field. */
export type ActionErrors = Record<string, unknown>;

const MAX_TITLE = 255;
const TYPES = ['side_comment', 'not_threaded', 'threaded', 'flat'];
const ORDERS = ['asc', 'desc', 'inherit'];

/** What a topic is before anybody says otherwise. */
const fresh = {
  workflow_state: 'active',
  discussion_type: 'threaded',
  locked: false,
  pinned: false,
  delayed_post_at: null,
  lock_at: null,
  group_category_id: null,
  assignment_id: null,
  is_section_specific: false,
} as const;

/** A topic that is to be, or to be changed. */
export interface Draft {
  readonly ctx: Context;
  readonly forum: Forum;
  /** Undefined for a new one. */
  readonly before: TopicStanding | undefined;
  readonly isAnnouncement: boolean;
  readonly params: TopicParams;
  readonly errors: ActionErrors;
}

/** Inside a transaction. Throws Unauthorized, Refusal for what the action refuses, InvalidRecord for what a topic can't be. */
export async function writeTopic(
  ctx: Context,
  forum: Forum,
  before: TopicStanding | undefined,
  params: TopicParams,
  file: AttachedFile | undefined,
): Promise<TopicStanding> {
  const isAnnouncement =
    before?.topic.is_announcement ?? (params.is_announcement === true && mayAnnounce(forum));
  const draft: Draft = { ctx, forum, before, isAnnouncement, params, errors: {} };
  await demandRights(draft);
  const sections = await chosenSections(draft);
  const columns = {
    ...(await textColumns(draft)),
    ...anonymity(draft),
    ...viewColumns(draft),
    ...timeColumns(draft),
    ...(await groupChanges(draft)),
    ...todoColumns(draft),
    ...pinColumns(draft),
    ...sectionColumns(sections),
  };
  if (Object.keys(draft.errors).length > 0) throw new Refusal(400, { errors: draft.errors });
  await validate(draft, columns, sections);
  const topic = await save(draft, columns);
  await saveSections(ctx, topic, sections);
  await putInPlace(draft, topic);
  if (file) await attachToTopic(draft, topic, file);
  await writeAssignment(draft, topic);
  await refreshParts(ctx, topic.id);
  const written = await ctx.db
    .selectFrom('discussion_topics')
    .selectAll()
    .where('id', '=', topic.id)
    .executeTakeFirstOrThrow();
  return await topicStanding(ctx, written);
}

/** Where one only pins a group's part of a topic, it is enough to may change the topic. */
async function demandRights({ ctx, forum, before, isAnnouncement, params }: Draft): Promise<void> {
  if (params.assignment) await demandAssignmentRights(ctx, forum, before?.topic);
  if (!before) {
    await demand(ctx, isAnnouncement || mayCreateTopics(forum));
    return;
  }
  const asked = onlyPins(params) && before.access.root ? before.access.root : before.access;
  if (!topicGrants('update', asked)) throw new Unauthorized();
}

const onlyPins = (params: TopicParams) => Object.keys(params).every((name) => name === 'pinned');

const definedOnly = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;

async function textColumns({ ctx, forum, before, isAnnouncement, params }: Draft): Promise<TopicColumns> {
  const title = params.title?.trim()
    ? params.title
    : before && params.title === undefined
      ? undefined
      : 'No Title';
  // An announcement that takes no replies keeps how replies would stand.
  const keepsForm = isAnnouncement && locksAnnouncement(params);
  return definedOnly({
    title,
    title_key: title === undefined ? undefined : sortKey(title),
    message: params.message === undefined ? undefined : params.message && sanitizeHtml(params.message),
    discussion_type: keepsForm
      ? undefined
      : (params.discussion_type as TopicRow['discussion_type'] | undefined),
    allow_rating: params.allow_rating,
    only_graders_can_rate: params.only_graders_can_rate,
    sort_by_rating: params.sort_by_rating,
    // Of these a group's own discussions know nothing.
    require_initial_post: keepsForm || !forum.isCourse ? undefined : params.require_initial_post,
    ...(forum.moderates && podcastColumns(params)),
    editor_id: before && !onlyPins(params) ? ctx.me.id : undefined,
  });
}

const podcastColumns = ({ podcast_enabled, podcast_has_student_posts }: TopicParams) => ({
  podcast_enabled: podcast_has_student_posts ? true : podcast_enabled,
  podcast_has_student_posts,
});

function viewColumns({ params, errors }: Draft): TopicColumns {
  if (typeof params.sort_order === 'string' && !ORDERS.includes(params.sort_order)) {
    errors['sort_order'] = 'Sort order type not valid';
  }
  return definedOnly({
    sort_order: (params.sort_order ?? undefined) as TopicRow['sort_order'] | undefined,
    sort_order_locked: params.sort_order_locked,
    expanded: params.expanded,
    expanded_locked: params.expanded_locked,
  });
}

const locksAnnouncement = ({ lock_comment, locked }: TopicParams): boolean => lock_comment ?? locked ?? false;

/** When it is posted and locked, and whether it is: the state follows dates that change, and then what is said of it. */
function timeColumns(draft: Draft): TopicColumns {
  const { ctx, forum, before, isAnnouncement, params, errors } = draft;
  const was = before ? asOf(before.topic, ctx.now) : fresh;
  const gives = { ...datesGiven(forum, params) };
  const delayed_post_at = gives.delayed_post_at === undefined ? was.delayed_post_at : gives.delayed_post_at;
  let lock_at = gives.lock_at === undefined ? was.lock_at : gives.lock_at;
  let { workflow_state, locked } = was as Pick<TopicRow, 'workflow_state' | 'locked'>;
  const datesChanged = delayed_post_at !== was.delayed_post_at || lock_at !== was.lock_at;
  if (datesChanged) {
    workflow_state = delayed_post_at && delayed_post_at > ctx.now ? 'post_delayed' : 'active';
    locked = lock_at !== null && lock_at < ctx.now;
  }
  const asked = isAnnouncement ? locksAnnouncement(params) : params.locked;
  if (lock_at === was.lock_at && asked !== undefined && asked !== locked) {
    locked = asked;
    if (!asked) lock_at = null;
  }
  if (isAnnouncement && forum.announcementsTakeNoReplies) locked = true;

  const publishes = publishing(draft, { ...was, workflow_state } as TopicRow, errors);
  if (publishes === 'publish')
    workflow_state = delayed_post_at && delayed_post_at > ctx.now ? 'post_delayed' : 'active';
  if (publishes === 'unpublish') workflow_state = 'unpublished';
  const posts = publishes === 'publish' || !before;
  return {
    delayed_post_at,
    lock_at,
    locked,
    workflow_state,
    ...(posts && { posted_at: ctx.now }),
    ...(publishes === 'publish' && { last_reply_at: ctx.now }),
  };
}

/** A graded topic goes by the dates of its assignment, where these are given. */
function datesGiven({ isCourse }: Forum, { delayed_post_at, lock_at, assignment }: TopicParams) {
  if (!isCourse) return { delayed_post_at: undefined, lock_at: undefined };
  return {
    delayed_post_at: assignment?.unlock_at !== undefined ? null : delayed_post_at,
    lock_at: assignment?.lock_at !== undefined ? null : lock_at,
  };
}

function publishing(
  { forum, before, isAnnouncement, params }: Draft,
  topic: TopicRow,
  errors: ActionErrors,
): 'publish' | 'unpublish' | undefined {
  if (params.published === undefined) {
    return !before && !isAnnouncement && forum.moderates ? 'unpublish' : undefined;
  }
  const published = isAnnouncement || isPublished({ ...topic, is_announcement: isAnnouncement });
  if (before && params.published === published) return undefined;
  if (params.published) return 'publish';
  if (forum.moderates) return 'unpublish';
  errors['published'] = 'You do not have permission to set this topic to draft state.';
  return undefined;
}

function todoColumns({ forum, before, params, errors }: Draft): TopicColumns {
  const removes = params.assignment?.set_assignment === false;
  if (params.assignment && !removes && !params.todo_date) return { todo_date: null };
  if (params.todo_date === undefined) return {};
  if (params.todo_date === null) return { todo_date: null };
  if (!forum.addsContent) throw new Unauthorized();
  if ((before?.topic.assignment_id || params.assignment) && !removes) {
    errors['todo_date'] = 'Date cannot be added if discussion topic is graded';
  }
  return { todo_date: params.todo_date };
}

const pinColumns = ({ before, isAnnouncement, params }: Draft): TopicColumns =>
  isAnnouncement || params.pinned === undefined || params.pinned === (before?.topic.pinned ?? false)
    ? {}
    : { pinned: params.pinned, position: null };

const sectionColumns = (sections: ChosenSections): TopicColumns =>
  sections === undefined ? {} : { is_section_specific: sections !== 'all' };

/** What the record itself refuses. */
async function validate(draft: Draft, columns: TopicColumns, sections: ChosenSections): Promise<void> {
  const { ctx, before, isAnnouncement, forum, params } = draft;
  const topic = { ...fresh, ...before?.topic, ...columns };
  const errors: Record<string, FieldErrors[string]> = {};
  if ((topic.title ?? '').length > MAX_TITLE) {
    errors['title'] = [['too_long', `is too long (maximum is ${MAX_TITLE} characters)`]];
  }
  if (!TYPES.includes(topic.discussion_type)) {
    errors['discussion_type'] = [['inclusion', 'is not included in the list']];
  }
  if (isAnnouncement && !topic.message?.trim()) errors['message'] = [['blank', "can't be blank"]];
  if (topic.workflow_state === 'unpublished' && before?.topic.workflow_state !== 'unpublished') {
    const reason = isAnnouncement
      ? 'This topic cannot be set to draft state because it is an announcement.'
      : before && (await hasStudentWork(ctx, before.topic))
        ? 'This topic cannot be set to draft state because it contains posts.'
        : undefined;
    if (reason) errors['published'] = [reason];
  }
  if (topic.is_section_specific) {
    const reason = sectionProblem(
      forum,
      topic.group_category_id,
      Boolean(params.assignment) && params.assignment?.set_assignment !== false,
      sections,
    );
    if (reason) errors['is_section_specific'] = [reason];
  }
  if (Object.keys(errors).length > 0) throw new InvalidRecord(errors);
}

function sectionProblem(
  { isCourse }: Forum,
  groupCategory: number | null | undefined,
  isGraded: boolean,
  sections: ChosenSections,
): string | undefined {
  if (!isCourse) return 'Only course announcements and discussions can be section-specific';
  if (Array.isArray(sections) && sections.length === 0) return 'Section specific topics must have sections';
  if (isGraded) return 'Discussion assignments cannot be section-specific';
  if (groupCategory) return 'Discussions with groups cannot be section-specific';
  return undefined;
}

async function save({ ctx, forum, before, isAnnouncement }: Draft, columns: TopicColumns): Promise<TopicRow> {
  if (before) {
    return await ctx.db
      .updateTable('discussion_topics')
      .set({ ...columns, updated_at: ctx.now })
      .where('id', '=', before.topic.id)
      .returningAll()
      .executeTakeFirstOrThrow();
  }
  const topic = await ctx.db
    .insertInto('discussion_topics')
    .values({
      ...fresh,
      ...inContext(forum.context),
      title: 'No Title',
      title_key: sortKey('No Title'),
      is_announcement: isAnnouncement,
      user_id: ctx.me.id,
      created_at: ctx.now,
      updated_at: ctx.now,
      ...columns,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  // The author has read what he wrote, and hears what is said to it.
  await ctx.db
    .insertInto('discussion_topic_participants')
    .values({ discussion_topic_id: topic.id, user_id: ctx.me.id, workflow_state: 'read' })
    .execute();
  return topic;
}

/** Pinned topics and announcements stand in an order; what is new in it stands last. */
async function putInPlace({ ctx, forum, params }: Draft, topic: TopicRow): Promise<void> {
  if ((topic.pinned || topic.is_announcement) && topic.position === null) {
    const position = await lastPosition(ctx, topic);
    await ctx.db.updateTable('discussion_topics').set({ position }).where('id', '=', topic.id).execute();
  }
  if (!forum.moderates) return;
  if (params.position_after) {
    const other = await findTopicRow(ctx, forum.context, params.position_after);
    await insertAt(ctx, topic, other.position ?? 1);
  }
  if (params.position_at) await insertAt(ctx, topic, params.position_at);
}
