import { setSubscribed, topicReading } from '../../domain/discussion-reading.ts';
import { ownPart, type TopicStanding } from '../../domain/discussion-standing.ts';
import { isForGroups } from '../../domain/discussion-topics.ts';
import { InvalidRecord } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { NoContent, noContent } from '../../http/no-content.ts';
import { demandInitialPost, forums, topic } from './load.ts';

const subscribe = inContexts(forums, 'PUT /api/v1/{context}/discussion_topics/{topic_id}/subscribed', {
  summary: 'Subscribe to a topic',
  load: { topic: topic('topic_id') },
  requires: { topic: 'read' },
  returns: NoContent,
  handle: ({ ctx, topic }) => change(ctx, topic, true),
});

const unsubscribe = inContexts(forums, 'DELETE /api/v1/{context}/discussion_topics/{topic_id}/subscribed', {
  summary: 'Unsubscribe from a topic',
  load: { topic: topic('topic_id') },
  requires: { topic: 'read' },
  returns: NoContent,
  handle: ({ ctx, topic }) => change(ctx, topic, false),
});

/** Of a discussion for groups it is one's own group's part. */
async function change(ctx: Context, standing: TopicStanding, subscribed: boolean) {
  if (!ctx.user) return noContent();
  await demandInitialPost(ctx, standing);
  const reading = await topicReading(ctx, standing);
  if (reading.subscribed === subscribed) return noContent();
  const { topic } = standing;
  const about = isForGroups(topic) ? await ownPart(ctx, topic) : topic;
  if (!about) {
    throw new InvalidRecord({ discussion_topic_id: [['no child topic found', 'no child topic found']] });
  }
  await setSubscribed(ctx, about.id, subscribed);
  return noContent();
}

export default [...subscribe, ...unsubscribe];
