import { inContexts } from '../../http/in-contexts.ts';
import { NoContent, noContent } from '../../http/no-content.ts';
import { forums, topic } from '../discussion-topics/load.ts';
import { liveEntry } from './load.ts';
import { noteRemoval } from './participation.ts';

export default inContexts(forums, 'DELETE /api/v1/{context}/discussion_topics/{topic_id}/entries/{id}', {
  summary: 'Take back what was said; the answers to it stay',
  load: { topic: topic('topic_id'), entry: liveEntry('id') },
  requires: { topic: 'read', entry: 'delete' },
  returns: NoContent,
  async handle({ ctx, entry }) {
    await ctx.db
      .updateTable('discussion_entries')
      .set({ workflow_state: 'deleted', editor_id: ctx.me.id, deleted_at: ctx.now, updated_at: ctx.now })
      .where('id', '=', entry.entry.id)
      .execute();
    await noteRemoval(ctx, entry.topic, entry.entry);
    return noContent();
  },
});
