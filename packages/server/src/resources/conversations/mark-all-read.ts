import { operation } from '../../http/operation.ts';
import { Shape } from '../../http/schema.ts';
import { inboxOwner } from './load.ts';

export default operation('POST /api/v1/conversations/mark_all_as_read', {
  summary: 'Mark all of one’s conversations as read',
  requires: 'user',
  returns: Shape({}),
  async handle({ ctx }) {
    await ctx.db
      .updateTable('conversation_participants')
      .set({ workflow_state: 'read' })
      .where('user_id', '=', inboxOwner(ctx).id)
      .where('workflow_state', '=', 'unread')
      .where('last_message_at', 'is not', null)
      .execute();
    return {};
  },
});
