import { anyOf } from '../../db/any-of.ts';
import type { FeedRow } from '../../domain/feed-announcements.ts';
import type { Context } from '../../http/context.ts';
import type { ExternalFeed } from './schema.ts';

/** With how many of their items became announcements, in one query. */
export async function serializeFeeds(ctx: Context, feeds: readonly FeedRow[]): Promise<ExternalFeed[]> {
  const counts = await ctx.db
    .selectFrom('external_feed_entries')
    .select((eb) => ['external_feed_id', eb.fn.countAll<number>().as('count')])
    .where('external_feed_id', '=', anyOf(feeds.map(({ id }) => id)))
    .groupBy('external_feed_id')
    .execute();
  const countOf = new Map(counts.map(({ external_feed_id, count }) => [external_feed_id, count]));
  return feeds.map((feed) => ({
    id: feed.id,
    url: feed.url,
    header_match: feed.header_match,
    created_at: feed.created_at,
    verbosity: feed.verbosity,
    display_name: feed.title ?? `${feed.url.split('/').slice(0, 3).join('/')} feed`,
    external_feed_entries_count: countOf.get(feed.id) ?? 0,
  }));
}

export async function serializeFeed(ctx: Context, feed: FeedRow): Promise<ExternalFeed> {
  return (await serializeFeeds(ctx, [feed]))[0] as ExternalFeed;
}
