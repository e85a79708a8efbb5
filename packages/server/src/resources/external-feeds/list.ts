import { inContexts } from '../../http/in-contexts.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { forums } from '../discussion-topics/load.ts';
import { demandAnnouncing } from './rules.ts';
import { ExternalFeed } from './schema.ts';
import { serializeFeeds } from './serialize.ts';

export default inContexts(forums, 'GET /api/v1/{context}/external_feeds', {
  summary: 'The feeds whose items become announcements',
  requires: 'user',
  returns: List(ExternalFeed),
  async handle({ ctx, context }) {
    await demandAnnouncing(ctx, context);
    const query = ctx.db
      .selectFrom('external_feeds')
      .selectAll()
      .where('context_type', '=', context.type)
      .where('context_id', '=', context.id);
    return await serializeFeeds(ctx, await paginate(ctx, query, { key: 'external_feeds.id', kind: 'total' }));
  },
});
