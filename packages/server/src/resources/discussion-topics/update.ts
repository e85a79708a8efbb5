import { inContexts } from '../../http/in-contexts.ts';
import { fileOf } from './attachment.ts';
import { forums, topic } from './load.ts';
import { DiscussionTopic } from './schema.ts';
import { serializeTopic } from './serialize.ts';
import { writeTopic } from './write.ts';

export default inContexts(forums, 'PUT /api/v1/{context}/discussion_topics/{topic_id}', {
  summary: 'Change a discussion or an announcement',
  load: { topic: topic('topic_id') },
  requires: 'user',
  inTransaction: false,
  returns: DiscussionTopic,
  async handle({ ctx, topic, params }) {
    const file = await fileOf(ctx, topic.forum, topic, params);
    return await ctx.transaction(async (ctx) => {
      const changed = await writeTopic(ctx, topic.forum, topic, params, file);
      return await serializeTopic(ctx, changed, { include: ['sections', 'sections_user_count'] });
    });
  },
});
