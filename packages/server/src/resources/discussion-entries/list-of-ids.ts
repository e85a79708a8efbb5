import { NotFound } from '../../errors.ts';
import { parseNumber } from '../../http/ids.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { paginateArray } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { demandInitialPost, forums, topic } from '../discussion-topics/load.ts';
import { demandNames } from './load.ts';
import { DiscussionEntry } from './schema.ts';
import { serializeEntries } from './serialize.ts';

export default inContexts(forums, 'GET /api/v1/{context}/discussion_topics/{topic_id}/entry_list', {
  summary: 'Some entries by their ids, deleted ones too',
  load: { topic: topic('topic_id') },
  requires: { topic: 'read' },
  returns: List(DiscussionEntry),
  async handle({ ctx, context, topic, params }) {
    await demandInitialPost(ctx, topic);
    demandNames(topic);
    const ids = [...new Set((params.ids ?? []).map(parseNumber))];
    const known = ids.filter((id) => id !== undefined);
    const rows =
      known.length === 0
        ? []
        : await ctx.db
            .selectFrom('discussion_entries')
            .selectAll()
            .where('discussion_topic_id', '=', topic.topic.id)
            .where('id', 'in', known)
            .orderBy('id')
            .execute();
    // One that isn't there spoils the list.
    if (rows.length !== ids.length) throw new NotFound();
    return await serializeEntries(ctx, context, paginateArray(ctx, rows), { withUser: true });
  },
});
