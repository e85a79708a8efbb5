import { topicGrants } from '../../domain/discussion-rights.ts';
import { topicStanding } from '../../domain/discussion-standing.ts';
import type { TopicRow } from '../../domain/discussion-topics.ts';
import { sortKey } from '../../domain/sort-key.ts';
import { Refusal, Unauthorized } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { duplicateAssignmentOfTopic } from './graded.ts';
import { refreshParts } from './groups.ts';
import { forums, topic } from './load.ts';
import { insertAt, topicsIn } from './queries.ts';
import { DiscussionTopic } from './schema.ts';
import { serializeTopic } from './serialize.ts';

export default inContexts(forums, 'POST /api/v1/{context}/discussion_topics/{topic_id}/duplicate', {
  summary: 'Make another discussion like this one',
  load: { topic: topic('topic_id') },
  requires: { topic: 'read' },
  returns: DiscussionTopic,
  async handle({ ctx, context, topic }) {
    const source = topic.topic;
    if (source.is_announcement) throw new Refusal(400, { error: 'announcements cannot be duplicated' });
    // A group's part is made with the whole.
    if (source.root_topic_id !== null || !topicGrants('duplicate', topic.access)) throw new Unauthorized();

    const copy = await insertCopy(ctx, source, topic.forum.moderates);
    if (topic.forum.course) await duplicateAssignmentOfTopic(ctx, topic.forum.course, source, copy);
    if (source.pinned) await insertAt(ctx, copy, (source.position ?? 0) + 1);
    await refreshParts(ctx, copy.id);

    const [row, pinned] = await Promise.all([
      topicsIn(ctx, context).where('id', '=', copy.id).executeTakeFirstOrThrow(),
      topicsIn(ctx, context).where('pinned', '=', true).orderBy('id').execute(),
    ]);
    return {
      ...(await serializeTopic(ctx, await topicStanding(ctx, row), { include: ['sections'] })),
      ...(source.pinned && {
        new_positions: Object.fromEntries(pinned.map(({ id, position }) => [String(id), position])),
      }),
      ...(source.assignment_id !== null && { set_assignment: true }),
    };
  },
});

/** A draft, unless its author couldn't publish it afterwards. */
async function insertCopy(ctx: Context, source: TopicRow, moderates: boolean): Promise<TopicRow> {
  const { id, editor_id: _, assignment_id: __, position: ___, last_reply_at: ____, ...columns } = source;
  const title = await titleOfCopy(ctx, source);
  const copy = await ctx.db
    .insertInto('discussion_topics')
    .values({
      ...columns,
      title,
      title_key: sortKey(title),
      user_id: ctx.me.id,
      attachment_id: null,
      workflow_state: moderates ? 'unpublished' : 'active',
      posted_at: ctx.now,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await ctx.db
    .insertInto('discussion_topic_sections')
    .columns(['discussion_topic_id', 'course_section_id'])
    .expression((eb) =>
      eb
        .selectFrom('discussion_topic_sections')
        .select((of) => [of.val(copy.id).as('discussion_topic_id'), 'course_section_id'])
        .where('discussion_topic_id', '=', id),
    )
    .execute();
  await ctx.db
    .insertInto('discussion_topic_participants')
    .values({ discussion_topic_id: copy.id, user_id: ctx.me.id, workflow_state: 'read' })
    .execute();
  return copy;
}

/** `Debate Copy`, `Debate Copy 2` …: the first that is free in the course or group. */
async function titleOfCopy(ctx: Context, { title, context_type, context_id }: TopicRow): Promise<string> {
  const base = title.replace(/ Copy(?: \d+)?$/, '');
  const rows = await ctx.db
    .selectFrom('discussion_topics')
    .select('title')
    .where('context_type', '=', context_type)
    .where('context_id', '=', context_id)
    .where('workflow_state', '<>', 'deleted')
    .execute();
  const taken = new Set(rows.map((row) => row.title));
  const most = 255 - ' Copy 999'.length;
  for (let number = 1; ; number += 1) {
    const candidate = `${base.slice(0, most)} Copy${number === 1 ? '' : ` ${number}`}`;
    if (!taken.has(candidate)) return candidate;
  }
}
