import { forumOf } from '../../domain/forum-access.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { fileOf } from './attachment.ts';
import { forums } from './load.ts';
import { DiscussionTopic } from './schema.ts';
import { serializeTopic } from './serialize.ts';
import { writeTopic } from './write.ts';

export default inContexts(forums, 'POST /api/v1/{context}/discussion_topics', {
  summary: 'Begin a discussion, or make an announcement',
  requires: 'user',
  inTransaction: false,
  returns: DiscussionTopic,
  async handle({ ctx, context, params }) {
    const forum = await forumOf(ctx, context);
    const file = await fileOf(ctx, forum, undefined, params);
    return await ctx.transaction(async (ctx) => {
      const topic = await writeTopic(ctx, forum, undefined, params, file);
      return await serializeTopic(ctx, topic, { include: ['sections', 'sections_user_count'] });
    });
  },
});
