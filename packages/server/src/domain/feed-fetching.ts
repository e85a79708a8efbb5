/** Fetches a feed, and leaves to be done that it is fetched again: every hour, and ever later while it fails. */

import type { Context } from '../http/context.ts';
import { OutgoingError } from '../http/outgoing.ts';
import type { Site } from '../http/site.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { defineJob } from '../jobs/job.ts';
import { announceItems, type FeedRow } from './feed-announcements.ts';
import { type Feed, readFeed } from './feed-items.ts';
import { readText } from './feed-text.ts';

const HOUR = 3600;
/** After the first failure; after each further one twice as long. */
const FIRST_WAIT = HOUR / 2;
/** So often in a row, and Canvas doesn't ask any more. */
const MOST_FAILURES = 5;
/** Of a course that is over, in case it isn't for long. */
const WHILE_CLOSED = 48 * HOUR;

const LIMITS = { maxBytes: 5 * 1024 * 1024, timeoutMs: 60_000 };
const TAG = 'external_feed_refresh';

export const fetchFeedJob = defineJob<{ feed_id: number }>(TAG, async (job, { feed_id }) => {
  const begun = await job.step(async (ctx) => ({ site: ctx.site, feed: await findFeed(ctx, feed_id) }));
  if (!begun.feed) return;
  const fetched = await fetchFeed(begun.site, begun.feed.url, job.closing);
  await job.step(async (ctx) => {
    // It may have been deleted while it was fetched.
    const feed = await findFeed(ctx, feed_id);
    if (feed) await takeIn(ctx, feed, fetched);
    // With what was done: begun again, it would be fetched twice as often from now on.
    await job.progress.finish();
  });
});

const findFeed = (ctx: Context, id: number): Promise<FeedRow | undefined> =>
  ctx.db.selectFrom('external_feeds').selectAll().where('id', '=', id).executeTakeFirst();

/** Also called when the feed is added. */
export async function fetchLater(ctx: Context, feed: FeedRow, delaySeconds: number): Promise<void> {
  const context = { type: 'User', id: feed.user_id } as const;
  // Nobody asks how the last times went, and there is one every hour.
  await ctx.db
    .deleteFrom('progresses')
    .where('tag', '=', TAG)
    .where('user_id', '=', feed.user_id)
    .where('workflow_state', 'in', ['completed', 'failed'])
    .where('id', 'not in', (jobs) => jobs.selectFrom('jobs').select('progress_id'))
    .execute();
  await enqueue(ctx, fetchFeedJob, { feed_id: feed.id }, { progress: { context, tag: TAG }, delaySeconds });
}

async function takeIn(ctx: Context, feed: FeedRow, fetched: Feed | undefined): Promise<void> {
  if (!(await isOpen(ctx, feed))) return await fetchLater(ctx, feed, WHILE_CLOSED);
  if (!fetched) return await afterFailure(ctx, feed);
  await ctx.db
    .updateTable('external_feeds')
    .set({ title: fetched.title, consecutive_failures: 0, updated_at: ctx.now })
    .where('id', '=', feed.id)
    .execute();
  await announceItems(ctx, feed, fetched);
  await fetchLater(ctx, feed, HOUR);
}

async function afterFailure(ctx: Context, feed: FeedRow): Promise<void> {
  const consecutive_failures = feed.consecutive_failures + 1;
  await ctx.db
    .updateTable('external_feeds')
    .set({ failures: feed.failures + 1, consecutive_failures, updated_at: ctx.now })
    .where('id', '=', feed.id)
    .execute();
  if (consecutive_failures >= MOST_FAILURES) return;
  await fetchLater(ctx, feed, FIRST_WAIT * 2 ** (consecutive_failures - 1));
}

async function isOpen(ctx: Context, { context_type, context_id }: FeedRow): Promise<boolean> {
  const place =
    context_type === 'Course'
      ? await ctx.db
          .selectFrom('courses')
          .select('id')
          .where('id', '=', context_id)
          .where('workflow_state', 'not in', ['completed', 'deleted'])
          .executeTakeFirst()
      : await ctx.db
          .selectFrom('groups')
          .select('id')
          .where('id', '=', context_id)
          .where('workflow_state', '<>', 'deleted')
          .executeTakeFirst();
  return place !== undefined;
}

/** @returns undefined where it can't be had, or is no feed */
async function fetchFeed(site: Site, url: string, signal: AbortSignal): Promise<Feed | undefined> {
  try {
    const answer = await site.fetch(url, { ...LIMITS, signal });
    if (answer.status !== 200) {
      answer.body.destroy();
      return undefined;
    }
    return readFeed(await readText(answer.body, answer.headers['content-type']));
  } catch (error) {
    if (!(error instanceof OutgoingError)) throw error;
    site.log.info({ err: error, problem: error.problem }, 'could not fetch a feed');
    return undefined;
  }
}
