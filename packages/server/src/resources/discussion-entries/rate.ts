import { sql } from 'kysely';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { NoContent, noContent } from '../../http/no-content.ts';
import { demandInitialPost, forums, topic } from '../discussion-topics/load.ts';
import { demandEntryRight, type EntryStanding, entry } from './load.ts';

export default inContexts(
  forums,
  'POST /api/v1/{context}/discussion_topics/{topic_id}/entries/{entry_id}/rating',
  {
    summary: 'Like an entry, or no longer',
    load: { topic: topic('topic_id'), entry: entry('entry_id') },
    requires: { topic: 'read' },
    returns: NoContent,
    async handle({ ctx, entry, params }) {
      await demandInitialPost(ctx, entry.topic);
      const rating = params.rating ?? 0;
      if (rating !== 0 && rating !== 1) throw new Refusal(400, { message: 'Invalid rating given' });
      demandEntryRight('rate', entry.access);
      if (ctx.user) await rate(ctx, entry, rating);
      return noContent();
    },
  },
);

/** The entry is locked, so that its sums are those of the ratings whoever else rates. */
async function rate(ctx: Context, { entry }: EntryStanding, rating: 0 | 1): Promise<void> {
  const key = { discussion_entry_id: entry.id, user_id: ctx.me.id };
  await ctx.db.selectFrom('discussion_entries').select('id').where('id', '=', entry.id).forUpdate().execute();
  const before = await ctx.db
    .selectFrom('discussion_entry_participants')
    .select('rating')
    .where((eb) => eb.and(key))
    .executeTakeFirst();
  if (before?.rating === rating) return;
  await ctx.db
    .insertInto('discussion_entry_participants')
    .values({ ...key, discussion_topic_id: entry.discussion_topic_id, rating })
    .onConflict((conflict) => conflict.columns(['discussion_entry_id', 'user_id']).doUpdateSet({ rating }))
    .execute();
  const isFirst = before === undefined || before.rating === null;
  await ctx.db
    .updateTable('discussion_entries')
    .set({
      rating_count: sql`coalesce(rating_count, 0) + ${isFirst ? 1 : 0}`,
      rating_sum: sql`coalesce(rating_sum, 0) + ${rating - (before?.rating ?? 0)}`,
    })
    .where('id', '=', entry.id)
    .execute();
}
