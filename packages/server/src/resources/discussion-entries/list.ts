import type { TopicRow } from '../../domain/discussion-topics.ts';
import type { Context } from '../../http/context.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { demandInitialPost, forums, topic } from '../discussion-topics/load.ts';
import { demandNames, visibleTopics } from './load.ts';
import { NEWEST_FIRST } from './order.ts';
import { DiscussionEntry } from './schema.ts';
import { serializeEntries } from './serialize.ts';

export default inContexts(forums, 'GET /api/v1/{context}/discussion_topics/{topic_id}/entries', {
  summary: 'What was said in a topic, without the answers to it',
  load: { topic: topic('topic_id') },
  requires: { topic: 'read' },
  returns: List(DiscussionEntry),
  async handle({ ctx, context, topic }) {
    await demandInitialPost(ctx, topic);
    demandNames(topic);
    const rows = await paginate(ctx, topLevelOf(ctx, await visibleTopics(ctx, topic)), NEWEST_FIRST);
    return await serializeEntries(ctx, context, rows, {
      withUser: true,
      withUserName: true,
      withReplies: true,
    });
  },
});

const topLevelOf = (ctx: Context, topics: readonly TopicRow[]) =>
  ctx.db
    .selectFrom('discussion_entries')
    .selectAll()
    .where(
      'discussion_topic_id',
      'in',
      topics.map(({ id }) => id),
    )
    .where('root_entry_id', 'is', null)
    .where('workflow_state', '=', 'active');
