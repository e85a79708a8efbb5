import { operation } from '../../http/operation.ts';
import { Shape, Text } from '../../http/schema.ts';
import { conversationsIn } from './scope.ts';

export default operation('GET /api/v1/conversations/unread_count', {
  summary: 'How many of one’s conversations are unread',
  requires: 'user',
  // A text, for reasons of Canvas's history.
  returns: Shape({ unread_count: Text }),
  async handle({ ctx }) {
    const query = await conversationsIn(ctx, { scope: 'unread' });
    const { count } = await query
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return { unread_count: String(count) };
  },
});
