import { NotFound } from '../../errors.ts';
import { parseNumber } from '../../http/ids.ts';
import { operation } from '../../http/operation.ts';
import { Shape } from '../../http/schema.ts';
import { rootAdministrator } from './administrator.ts';

export default operation('DELETE /api/v1/conversations/{id}/delete_for_all', {
  summary: 'Take a conversation away from all who take part',
  requires: 'user',
  returns: Shape({}),
  async handle({ ctx, path }) {
    await rootAdministrator(ctx);
    const id = parseNumber(path.id) ?? 0;
    const conversation = await ctx.db
      .selectFrom('conversations')
      .select('id')
      .where('id', '=', id)
      .executeTakeFirst();
    if (!conversation) throw new NotFound();
    await ctx.db
      .deleteFrom('conversation_message_participants')
      .where('conversation_message_id', 'in', (messages) =>
        messages.selectFrom('conversation_messages').select('id').where('conversation_id', '=', id),
      )
      .execute();
    await ctx.db.deleteFrom('conversation_participants').where('conversation_id', '=', id).execute();
    return {};
  },
});
