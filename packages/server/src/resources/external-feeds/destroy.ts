import { NotFound } from '../../errors.ts';
import { parseNumber } from '../../http/ids.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { forums } from '../discussion-topics/load.ts';
import { demandAnnouncing } from './rules.ts';
import { ExternalFeed } from './schema.ts';
import { serializeFeed } from './serialize.ts';

export default inContexts(forums, 'DELETE /api/v1/{context}/external_feeds/{external_feed_id}', {
  summary: 'Let a feed make no more announcements; those that it made stay',
  requires: 'user',
  returns: ExternalFeed,
  async handle({ ctx, context, path }) {
    await demandAnnouncing(ctx, context);
    const id = parseNumber(path.external_feed_id) ?? 0;
    const feed = await ctx.db
      .selectFrom('external_feeds')
      .selectAll()
      .where('id', '=', id)
      .where('context_type', '=', context.type)
      .where('context_id', '=', context.id)
      .executeTakeFirst();
    if (!feed) throw new NotFound();
    await ctx.db.deleteFrom('external_feed_entries').where('external_feed_id', '=', id).execute();
    await ctx.db
      .updateTable('discussion_topics')
      .set({ external_feed_id: null })
      .where('external_feed_id', '=', id)
      .execute();
    await ctx.db.deleteFrom('external_feeds').where('id', '=', id).execute();
    return await serializeFeed(ctx, feed);
  },
});
