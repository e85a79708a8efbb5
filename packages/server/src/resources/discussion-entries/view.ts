/**
 * A topic with all that was said in it. Canvas answers from a copy that is made after a change and may lag behind it;
 * here it is read as it is, so nothing is newer than the view.
 */
import { anyOf } from '../../db/any-of.ts';
import { contextPath } from '../../domain/contexts.ts';
import type { TopicStanding } from '../../domain/discussion-standing.ts';
import type { Forum } from '../../domain/forum-access.ts';
import type { Context } from '../../http/context.ts';
import { inContexts } from '../../http/in-contexts.ts';
import type { Params } from '../../http/operation.ts';
import { demandInitialPost, forums, topic } from '../discussion-topics/load.ts';
import { displayUser } from '../users/display.ts';
import { demandNames } from './load.ts';
import { TopicView, type ViewedEntry } from './schema.ts';
import { attachedFiles, type SharedColumns, sharedFields } from './serialize.ts';

export default inContexts(forums, 'GET /api/v1/{context}/discussion_topics/{topic_id}/view', {
  summary: 'A topic with all its entries, who wrote them, and what one has read of them',
  load: { topic: topic('topic_id') },
  requires: { topic: 'read_replies' },
  returns: TopicView,
  async handle({ ctx, topic, params }) {
    await demandInitialPost(ctx, topic);
    demandNames(topic);
    const [entries, own] = await Promise.all([loadEntries(ctx, topic), ownReading(ctx, topic)]);
    const filesOf = await attachedFiles(ctx, entries);
    const url = (path: string) => ctx.url(path);
    return {
      unread_entries: entries.filter(({ id }) => !own.read.has(id)).map(({ id }) => id),
      forced_entries: entries.filter(({ id }) => own.forced.has(id)).map(({ id }) => id),
      entry_ratings: topic.topic.allow_rating ? own.ratings : {},
      participants: await participants(ctx, topic.forum, entries, params),
      view: threaded(entries, (entry) => {
        const fields: ViewedEntry = sharedFields(entry, url);
        return entry.attachment_id === null ? fields : Object.assign(fields, filesOf(entry));
      }),
      new_entries: [],
    };
  },
});

type Entry = Awaited<ReturnType<typeof loadEntries>>[number];

const loadEntries = (ctx: Context, { topic }: TopicStanding) =>
  ctx.db
    .selectFrom('discussion_entries')
    .select([
      'id',
      'user_id',
      'parent_id',
      'created_at',
      'updated_at',
      'editor_id',
      'rating_count',
      'rating_sum',
      'message',
      'attachment_id',
      'workflow_state',
    ])
    .where('discussion_topic_id', '=', topic.id)
    .orderBy('created_at')
    .orderBy('id')
    .execute();

/** Entries below what they answer, oldest first on every level. */
function threaded(
  entries: readonly Entry[],
  fieldsOf: (entry: SharedColumns & Entry) => ViewedEntry,
): ViewedEntry[] {
  const shown = new Map<number, ViewedEntry>();
  for (const entry of entries) shown.set(entry.id, fieldsOf(entry));
  const top: ViewedEntry[] = [];
  for (const { id, parent_id } of entries) {
    const entry = shown.get(id) as ViewedEntry;
    const parent = parent_id === null ? undefined : shown.get(parent_id);
    if (!parent) top.push(entry);
    else if (parent.replies) parent.replies.push(entry);
    else parent.replies = [entry];
  }
  return top;
}

async function ownReading(ctx: Context, { topic }: TopicStanding) {
  const rows = ctx.user
    ? await ctx.db
        .selectFrom('discussion_entry_participants')
        .select(['discussion_entry_id as id', 'workflow_state', 'forced_read_state', 'rating'])
        .where('discussion_topic_id', '=', topic.id)
        .where('user_id', '=', ctx.user.id)
        .execute()
    : [];
  const rated = rows.filter(({ rating }) => rating !== null);
  return {
    read: new Set(rows.filter(({ workflow_state }) => workflow_state === 'read').map(({ id }) => id)),
    forced: new Set(rows.filter(({ forced_read_state }) => forced_read_state).map(({ id }) => id)),
    ratings: Object.fromEntries(rated.map(({ id, rating }) => [String(id), rating as number])),
  };
}

type ViewParams = Params<'GET /api/v1/courses/{course_id}/discussion_topics/{topic_id}/view'>;

/** Whoever wrote or edited something. */
async function participants(
  ctx: Context,
  forum: Forum,
  entries: readonly Entry[],
  params: ViewParams,
): Promise<TopicView['participants']> {
  const people = new Set<number>();
  for (const { user_id, editor_id } of entries) {
    if (user_id !== null) people.add(user_id);
    if (editor_id !== null) people.add(editor_id);
  }
  const ids = [...people];
  const [users, enrollments] = await Promise.all([
    ctx.db.selectFrom('users').selectAll().where('id', '=', anyOf(ids)).orderBy('id').execute(),
    enrollmentsOf(ctx, forum, ids, params),
  ]);
  const saysState = params.include_enrollment_state === true && forum.readsAsAdmin;
  return users.map((user) => {
    const own = enrollments?.get(user.id) ?? [];
    return {
      ...displayUser(ctx, user, contextPath(forum.context)),
      ...(saysState &&
        enrollments && {
          isInactive: own.length > 0 && own.every(({ workflow_state }) => workflow_state === 'inactive'),
        }),
      ...(params.include_context_card_info === true &&
        enrollments && {
          is_student: own.some(({ type }) => type === 'StudentEnrollment'),
          course_id: String(forum.course?.id),
        }),
    };
  });
}

async function enrollmentsOf(ctx: Context, { course }: Forum, ids: readonly number[], params: ViewParams) {
  if (!course || !(params.include_enrollment_state || params.include_context_card_info)) return undefined;
  const rows = await ctx.db
    .selectFrom('enrollments')
    .select(['user_id', 'type', 'workflow_state'])
    .where('course_id', '=', course.id)
    .where('user_id', '=', anyOf(ids))
    .execute();
  return Map.groupBy(rows, ({ user_id }) => user_id);
}
