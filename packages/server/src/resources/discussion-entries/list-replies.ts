import { NotFound } from '../../errors.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { demandInitialPost, forums, topic } from '../discussion-topics/load.ts';
import { demandNames, findEntryRow, visibleTopics } from './load.ts';
import { NEWEST_FIRST } from './order.ts';
import { DiscussionEntry } from './schema.ts';
import { serializeEntries } from './serialize.ts';

export default inContexts(
  forums,
  'GET /api/v1/{context}/discussion_topics/{topic_id}/entries/{entry_id}/replies',
  {
    summary: 'All that hangs on an entry, newest first',
    load: { topic: topic('topic_id') },
    requires: { topic: 'read' },
    returns: List(DiscussionEntry),
    async handle({ ctx, context, topic, path }) {
      await demandInitialPost(ctx, topic);
      demandNames(topic);
      const parent = await findEntryRow(ctx, await visibleTopics(ctx, topic), path.entry_id);
      // Only what stands at the top is asked for what is below it.
      if (parent.root_entry_id !== null || parent.workflow_state === 'deleted') throw new NotFound();
      const replies = ctx.db
        .selectFrom('discussion_entries')
        .selectAll()
        .where('root_entry_id', '=', parent.id)
        .where('workflow_state', '=', 'active');
      const rows = await paginate(ctx, replies, NEWEST_FIRST);
      return await serializeEntries(ctx, context, rows, { withUser: true, withUserName: true });
    },
  },
);
