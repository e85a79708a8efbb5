import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { inContext } from '../../domain/contexts.ts';
import type { TopicRow } from '../../domain/discussion-topics.ts';
import type { ForumContext } from '../../domain/forum-access.ts';
import type { Context } from '../../http/context.ts';

/** The discussions and announcements of a context that aren't deleted. */
export function topicsIn(ctx: Context, context: ForumContext) {
  const { context_type, context_id } = inContext(context);
  return ctx.db
    .selectFrom('discussion_topics')
    .selectAll('discussion_topics')
    .where('context_type', '=', context_type)
    .where('context_id', '=', context_id)
    .where('workflow_state', '<>', 'deleted');
}

/** Those that stand in an order of their own: the pinned ones, or the announcements. */
const ranked = (ctx: Context, { context_type, context_id, is_announcement }: Listed) =>
  ctx.db
    .updateTable('discussion_topics')
    .where('context_type', '=', context_type)
    .where('context_id', '=', context_id)
    .where('is_announcement', '=', is_announcement)
    .where('workflow_state', '<>', 'deleted')
    .$if(!is_announcement, (query) => query.where('pinned', '=', true));

type Listed = Pick<TopicRow, 'id' | 'context_type' | 'context_id' | 'is_announcement'>;

/** The position below all others of its list. */
export async function lastPosition(ctx: Context, topic: Omit<Listed, 'id'>): Promise<number> {
  const { last } = await ctx.db
    .selectFrom('discussion_topics')
    .select(sql<number>`coalesce(max(position), 0)::int`.as('last'))
    .where('context_type', '=', topic.context_type)
    .where('context_id', '=', topic.context_id)
    .where('is_announcement', '=', topic.is_announcement)
    .where('workflow_state', '<>', 'deleted')
    .$if(!topic.is_announcement, (query) => query.where('pinned', '=', true))
    .executeTakeFirstOrThrow();
  return last + 1;
}

/** Puts a topic at a position; those from there on move down by one. */
export async function insertAt(ctx: Context, topic: Listed, position: number): Promise<void> {
  await ranked(ctx, topic)
    .set({ position: sql`position + 1` })
    .where('position', '>=', position)
    .where('id', '<>', topic.id)
    .execute();
  await ctx.db.updateTable('discussion_topics').set({ position }).where('id', '=', topic.id).execute();
}

/** Whether students have done anything in each of some topics, which then can be neither taken back nor given to groups. */
export async function studentWork(
  ctx: Context,
  topics: readonly Pick<TopicRow, 'id' | 'assignment_id'>[],
): Promise<(topic: Pick<TopicRow, 'id' | 'assignment_id'>) => boolean> {
  const ids = topics.map(({ id }) => id);
  const { rows } = await sql<{ id: number }>`
    select distinct coalesce(t.root_topic_id, t.id) as id from discussion_topics t
      join discussion_entries e on e.discussion_topic_id = t.id and e.workflow_state = 'active'
      left join groups g on t.context_type = 'Group' and g.id = t.context_id and g.context_type = 'Course'
      join enrollments s on s.user_id = e.user_id and s.type = 'StudentEnrollment' and s.workflow_state <> 'deleted'
        and s.course_id = coalesce(g.context_id, t.context_id)
    where (t.id = ${anyOf(ids)} or t.root_topic_id = ${anyOf(ids)}) and t.workflow_state <> 'deleted'`.execute(
    ctx.db,
  );
  const discussed = new Set(rows.map(({ id }) => id));
  const submitted = await submittedAssignments(
    ctx,
    topics.flatMap(({ assignment_id }) => assignment_id ?? []),
  );
  return ({ id, assignment_id }) =>
    assignment_id === null ? discussed.has(id) : submitted.has(assignment_id);
}

export const hasStudentWork = async (ctx: Context, topic: TopicRow): Promise<boolean> =>
  (await studentWork(ctx, [topic]))(topic);

async function submittedAssignments(ctx: Context, ids: readonly number[]): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set();
  const rows = await ctx.db
    .selectFrom('submissions')
    .select('assignment_id')
    .distinct()
    .where('assignment_id', '=', anyOf(ids))
    .where('submission_type', 'is not', null)
    .where('workflow_state', '<>', 'deleted')
    .execute();
  return new Set(rows.map(({ assignment_id }) => assignment_id));
}
