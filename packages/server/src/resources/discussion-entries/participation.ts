/** What follows from an entry for its author, its topic and what rests on it. */
import { sql } from 'kysely';
import { setSubscribed, topicReading } from '../../domain/discussion-reading.ts';
import type { TopicStanding } from '../../domain/discussion-standing.ts';
import type { EntryRow } from '../../domain/discussion-topics.ts';
import type { Context } from '../../http/context.ts';

/** Seconds for which an earlier reply stands for later ones, so that a lively topic's row isn't fought over. */
const REPLY_RESOLUTION = 60;

/** The author has read what he said, follows the topic from now on, and the topic is lively. */
export async function notePosting(ctx: Context, standing: TopicStanding, entry: EntryRow): Promise<void> {
  const { topic } = standing;
  await ctx.db
    .insertInto('discussion_entry_participants')
    .values({
      discussion_entry_id: entry.id,
      discussion_topic_id: topic.id,
      user_id: ctx.me.id,
      workflow_state: 'read',
    })
    .execute();
  const { subscribed, subscription_hold } = await topicReading(ctx, standing);
  if (!subscribed && subscription_hold === undefined) await setSubscribed(ctx, topic.id, true);
  await ctx.db
    .updateTable('discussion_topics')
    .set({ last_reply_at: ctx.now, updated_at: ctx.now })
    .where('id', '=', topic.id)
    .where(
      sql<boolean>`(last_reply_at is null
        or last_reply_at < ${ctx.now}::timestamptz - make_interval(secs => ${REPLY_RESOLUTION}))`,
    )
    .execute();
}
