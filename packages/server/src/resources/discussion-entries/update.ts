import { sanitizeHtml } from '../../domain/html.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { forums, topic } from '../discussion-topics/load.ts';
import { liveEntry } from './load.ts';
import { DiscussionEntry } from './schema.ts';
import { serializeEntry } from './serialize.ts';

export default inContexts(forums, 'PUT /api/v1/{context}/discussion_topics/{topic_id}/entries/{id}', {
  summary: 'Change what one said',
  load: { topic: topic('topic_id'), entry: liveEntry('id') },
  requires: { topic: 'read', entry: 'update' },
  returns: DiscussionEntry,
  async handle({ ctx, context, entry, params }) {
    const changed = await ctx.db
      .updateTable('discussion_entries')
      .set({
        editor_id: ctx.me.id,
        updated_at: ctx.now,
        ...(params.message !== undefined && { message: sanitizeHtml(params.message ?? '') }),
      })
      .where('id', '=', entry.entry.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return await serializeEntry(ctx, context, changed, { withUserName: true });
  },
});
