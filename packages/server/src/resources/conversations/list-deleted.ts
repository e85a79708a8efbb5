import { parseNumber } from '../../http/ids.ts';
import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { rootAdministrator } from './administrator.ts';
import { serializeMessages } from './messages.ts';
import { DeletedMessage } from './schema.ts';

export default operation('GET /api/v1/conversations/deleted', {
  summary: 'Messages that a user has deleted for himself',
  requires: 'user',
  returns: List(DeletedMessage),
  async handle({ ctx, params }) {
    await rootAdministrator(ctx);
    let query = ctx.db
      .selectFrom('conversation_message_participants as theirs')
      .innerJoin('conversation_messages', 'conversation_messages.id', 'theirs.conversation_message_id')
      .selectAll('conversation_messages')
      .select(['theirs.deleted_at', 'theirs.user_id'])
      .where('theirs.workflow_state', '=', 'deleted')
      .where('theirs.user_id', '=', parseNumber(params.user_id ?? '') ?? 0);
    if (params.conversation_id) {
      query = query.where('conversation_id', '=', parseNumber(params.conversation_id) ?? 0);
    }
    if (params.deleted_before) query = query.where('theirs.deleted_at', '<', params.deleted_before);
    if (params.deleted_after) query = query.where('theirs.deleted_at', '>', params.deleted_after);
    const rows = await paginate(ctx, query, {
      key: 'conversation_messages.id',
      direction: 'desc',
      order: [{ by: 'theirs.deleted_at', direction: 'desc' }],
      kind: 'total',
    });
    const messages = await serializeMessages(ctx, rows);
    return rows.map(({ deleted_at, user_id, conversation_id }, at) => ({
      ...(messages[at] as (typeof messages)[number]),
      deleted_at,
      user_id,
      conversation_id,
    }));
  },
});
