/** Items of feeds as announcements: each once, and under another title where the feed changes it. */
import { type Selectable, sql } from 'kysely';
import type { ExternalFeedEntriesTable, ExternalFeedsTable } from '../db/tables/index.ts';
import type { Context } from '../http/context.ts';
import { contextOf, inContext } from './contexts.ts';
import type { Feed, FeedItem } from './feed-items.ts';
import { type Forum, type ForumContext, forumOf } from './forum-access.ts';
import { sanitizeHtml, textOfHtml } from './html.ts';
import { messageHtml } from './message-html.ts';
import { sortKey } from './sort-key.ts';

export type FeedRow = Selectable<ExternalFeedsTable>;
type EntryRow = Selectable<ExternalFeedEntriesTable>;

const MAX_TITLE = 255;
const MAX_EXCERPT = 250;

/** Only what was posted since the feed was added is announced, and only under a title that fits. */
export async function announceItems(ctx: Context, feed: FeedRow, { items }: Feed): Promise<void> {
  const known = await ctx.db
    .selectFrom('external_feed_entries')
    .selectAll()
    .where('external_feed_id', '=', feed.id)
    .execute();
  const forum = await forumOf(ctx, (await contextOf(ctx, feed)) as ForumContext);
  // Feeds begin with the newest, which is to stand last in the course's order.
  for (const item of items.toReversed()) {
    const entry = known.find(({ uuid, url }) => uuid === item.uuid || (url !== null && url === item.url));
    if (entry) await retitle(ctx, entry, item);
    else if (isNews(feed, item)) known.push(await announce(ctx, feed, forum, item));
  }
}

const isNews = ({ created_at, header_match }: FeedRow, { postedAt, title }: FeedItem): boolean =>
  (postedAt === null || postedAt >= created_at) &&
  (header_match === null || title.toLowerCase().includes(header_match.toLowerCase()));

async function retitle(ctx: Context, entry: EntryRow, item: FeedItem): Promise<void> {
  const title = titleOf(item);
  if (title === entry.title) return;
  await ctx.db
    .updateTable('external_feed_entries')
    .set({ title, updated_at: ctx.now })
    .where('id', '=', entry.id)
    .execute();
  await ctx.db
    .updateTable('discussion_topics')
    .set({ title, title_key: sortKey(title), updated_at: ctx.now })
    .where('id', '=', entry.discussion_topic_id)
    .where('workflow_state', '<>', 'deleted')
    .execute();
}

const titleOf = ({ title }: FeedItem): string => title.slice(0, MAX_TITLE) || 'No Title';

async function announce(ctx: Context, feed: FeedRow, forum: Forum, item: FeedItem): Promise<EntryRow> {
  const title = titleOf(item);
  const times = { created_at: ctx.now, updated_at: ctx.now };
  const topic = await ctx.db
    .insertInto('discussion_topics')
    .values({
      ...inContext(forum.context),
      ...times,
      is_announcement: true,
      external_feed_id: feed.id,
      user_id: feed.user_id,
      title,
      title_key: sortKey(title),
      message: messageOf(feed, item),
      workflow_state: 'active',
      discussion_type: 'threaded',
      posted_at: ctx.now,
      last_reply_at: ctx.now,
      locked: forum.announcementsTakeNoReplies,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from discussion_topics
        where context_type = ${feed.context_type} and context_id = ${feed.context_id} and is_announcement)`,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return await ctx.db
    .insertInto('external_feed_entries')
    .values({
      ...times,
      external_feed_id: feed.id,
      uuid: item.uuid,
      url: item.url,
      title,
      posted_at: item.postedAt,
      discussion_topic_id: topic.id,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** The link first, in Canvas's words, and as much of the item as the feed's verbosity lets through. */
function messageOf({ verbosity }: FeedRow, { url, html }: FeedItem): string {
  const link = url === null ? '' : `<a href="${escaped(url)}">Original article</a><br/><br/>`;
  return sanitizeHtml(link + shown(verbosity, html)) || '<br/>';
}

function shown(verbosity: FeedRow['verbosity'], html: string): string {
  if (verbosity === 'link_only') return '';
  const text = textOfHtml(html);
  if (verbosity === 'full' || text.length <= MAX_EXCERPT) return html;
  return messageHtml(`${text.slice(0, MAX_EXCERPT - 3)}...`);
}
