/** Feeds that make announcements: they go on doing so in the course that they are copied into. */
import type { Context } from '../../http/context.ts';
import { fetchLater } from '../feed-fetching.ts';
import type { FeedContent } from './content.ts';
import { times, type Writing } from './writing.ts';

export async function writeFeeds(ctx: Context, writing: Writing): Promise<void> {
  for (const feed of writing.content.feeds) {
    const id = (await sameFeed(ctx, writing, feed)) ?? (await addFeed(ctx, writing, feed));
    await writing.keys.remember(ctx, 'external_feeds', feed.key, id);
  }
}

/** No course has the same feed twice. */
async function sameFeed(
  ctx: Context,
  { keys, courseId }: Writing,
  { key, columns }: FeedContent,
): Promise<number | undefined> {
  const { url, verbosity = 'full', header_match = null } = columns;
  const row = await ctx.db
    .selectFrom('external_feeds')
    .select('id')
    .where('context_type', '=', 'Course')
    .where('context_id', '=', courseId)
    .where((eb) =>
      eb.or([
        eb('id', '=', keys.find('external_feeds', key) ?? 0),
        eb.and([
          eb('url', '=', url),
          eb('verbosity', '=', verbosity),
          eb('header_match', 'is not distinct from', header_match),
        ]),
      ]),
    )
    .executeTakeFirst();
  return row?.id;
}

async function addFeed(ctx: Context, { courseId }: Writing, { columns }: FeedContent): Promise<number> {
  const feed = await ctx.db
    .insertInto('external_feeds')
    .values({
      ...columns,
      ...times(ctx),
      context_type: 'Course',
      context_id: courseId,
      user_id: ctx.me.id,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await fetchLater(ctx, feed, 0);
  return feed.id;
}
