/** Whether one has read a topic with all that was said in it, or all topics of a course or group. */
import { noteViewed, setEntriesRead, setTopicRead } from '../../domain/discussion-reading.ts';
import { isVisible } from '../../domain/discussion-rights.ts';
import { type TopicStanding, topicStandings } from '../../domain/discussion-standing.ts';
import type { Context } from '../../http/context.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { NoContent, noContent } from '../../http/no-content.ts';
import { demandInitialPost, forums, topic } from './load.ts';
import { topicsIn } from './queries.ts';

const everyTopic = inContexts(forums, 'PUT /api/v1/{context}/discussion_topics/read_all', {
  summary: 'Mark the texts of all discussions, or of all announcements, as read',
  requires: { context: 'read' },
  returns: NoContent,
  async handle({ ctx, context, params }) {
    if (!ctx.user) return noContent();
    const rows = await topicsIn(ctx, context)
      .where('is_announcement', '=', params.only_announcements === 'true')
      .where('workflow_state', 'in', ['active', 'post_delayed'])
      .where((eb) => eb.or([eb('delayed_post_at', 'is', null), eb('delayed_post_at', '<=', ctx.now)]))
      .orderBy('id')
      .execute();
    const standingOf = await topicStandings(ctx, rows);
    for (const row of rows.filter((each) => isVisible(standingOf(each).access))) {
      await setTopicRead(ctx, row.id, 'read');
      await noteViewed(ctx, row);
      if (row.is_announcement) await setEntriesRead(ctx, [row.id], 'read');
    }
    return noContent();
  },
});

const everythingRead = inContexts(forums, 'PUT /api/v1/{context}/discussion_topics/{topic_id}/read_all', {
  summary: 'Mark a topic and all its entries as read',
  load: { topic: topic('topic_id') },
  requires: { topic: 'read' },
  returns: NoContent,
  handle: ({ ctx, topic, params }) => markAll(ctx, topic, 'read', params.forced_read_state),
});

const everythingUnread = inContexts(
  forums,
  'DELETE /api/v1/{context}/discussion_topics/{topic_id}/read_all',
  {
    summary: 'Mark a topic and all its entries as unread',
    load: { topic: topic('topic_id') },
    requires: { topic: 'read' },
    returns: NoContent,
    handle: ({ ctx, topic, params }) => markAll(ctx, topic, 'unread', params.forced_read_state),
  },
);

async function markAll(
  ctx: Context,
  standing: TopicStanding,
  state: 'read' | 'unread',
  forced: boolean | undefined,
) {
  await demandInitialPost(ctx, standing);
  const { topic } = standing;
  if (ctx.user) {
    await setEntriesRead(ctx, [topic.id], state, forced);
    await setTopicRead(ctx, topic.id, state);
    if (state === 'read') await noteViewed(ctx, topic);
  }
  return noContent();
}

export default [...everyTopic, ...everythingRead, ...everythingUnread];
