/** Whether one has read the text of a topic itself. An announcement is read with what was said to it. */
import { noteViewed, setEntriesRead, setTopicRead } from '../../domain/discussion-reading.ts';
import type { TopicStanding } from '../../domain/discussion-standing.ts';
import type { Context } from '../../http/context.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { NoContent, noContent } from '../../http/no-content.ts';
import { forums, topic } from './load.ts';

const markRead = inContexts(forums, 'PUT /api/v1/{context}/discussion_topics/{topic_id}/read', {
  summary: 'Mark the text of a topic as read',
  load: { topic: topic('topic_id') },
  requires: { topic: 'read' },
  returns: NoContent,
  handle: ({ ctx, topic }) => mark(ctx, topic, 'read'),
});

const markUnread = inContexts(forums, 'DELETE /api/v1/{context}/discussion_topics/{topic_id}/read', {
  summary: 'Mark the text of a topic as unread',
  load: { topic: topic('topic_id') },
  requires: { topic: 'read' },
  returns: NoContent,
  handle: ({ ctx, topic }) => mark(ctx, topic, 'unread'),
});

async function mark(ctx: Context, { topic }: TopicStanding, state: 'read' | 'unread') {
  if (ctx.user) {
    await setTopicRead(ctx, topic.id, state);
    if (state === 'read') await noteViewed(ctx, topic);
    if (topic.is_announcement && state === 'read') await setEntriesRead(ctx, [topic.id], 'read');
  }
  return noContent();
}

export default [...markRead, ...markUnread];
