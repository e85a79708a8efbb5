import { inContexts } from '../../http/in-contexts.ts';
import { forums, topic } from './load.ts';
import { DiscussionTopic } from './schema.ts';
import { serializeTopic } from './serialize.ts';

export default inContexts(forums, 'GET /api/v1/{context}/discussion_topics/{topic_id}', {
  summary: 'One discussion or announcement',
  load: { topic: topic('topic_id') },
  requires: { topic: 'read' },
  returns: DiscussionTopic,
  handle: async ({ ctx, topic, params }) => await serializeTopic(ctx, topic, { include: params.include }),
});
