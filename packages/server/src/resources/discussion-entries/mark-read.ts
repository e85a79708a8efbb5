import type { Context } from '../../http/context.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { NoContent, noContent } from '../../http/no-content.ts';
import { demandInitialPost, forums, topic } from '../discussion-topics/load.ts';
import { type EntryStanding, entry } from './load.ts';

const markRead = inContexts(
  forums,
  'PUT /api/v1/{context}/discussion_topics/{topic_id}/entries/{entry_id}/read',
  {
    summary: 'Mark an entry as read',
    load: { topic: topic('topic_id'), entry: entry('entry_id') },
    requires: { topic: 'read', entry: 'read' },
    returns: NoContent,
    handle: ({ ctx, entry, params }) => mark(ctx, entry, 'read', params.forced_read_state),
  },
);

const markUnread = inContexts(
  forums,
  'DELETE /api/v1/{context}/discussion_topics/{topic_id}/entries/{entry_id}/read',
  {
    summary: 'Mark an entry as unread',
    load: { topic: topic('topic_id'), entry: entry('entry_id') },
    requires: { topic: 'read', entry: 'read' },
    returns: NoContent,
    handle: ({ ctx, entry, params }) => mark(ctx, entry, 'unread', params.forced_read_state),
  },
);

/** Where nothing changes nothing is written, not even by whom. */
async function mark(
  ctx: Context,
  { entry, topic }: EntryStanding,
  state: 'read' | 'unread',
  forced: boolean | undefined,
) {
  if (!ctx.user) return noContent();
  await demandInitialPost(ctx, topic);
  await ctx.db
    .insertInto('discussion_entry_participants')
    .values({
      discussion_entry_id: entry.id,
      discussion_topic_id: entry.discussion_topic_id,
      user_id: ctx.user.id,
      workflow_state: state,
      forced_read_state: forced ?? false,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['discussion_entry_id', 'user_id'])
        .doUpdateSet({ workflow_state: state, ...(forced !== undefined && { forced_read_state: forced }) })
        .where('discussion_entry_participants.workflow_state', '<>', state),
    )
    .execute();
  return noContent();
}

export default [...markRead, ...markUnread];
