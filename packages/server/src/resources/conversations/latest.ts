import { anyOf } from '../../db/any-of.ts';
import type { Context } from '../../http/context.ts';
import type { MessageRow } from './load.ts';

export interface Latest {
  readonly last: MessageRow | undefined;
  /** Of the acting user's own. */
  readonly authored: MessageRow | undefined;
}

/** The newest message that the acting user has of each conversation; one that nobody wrote is none. */
export async function latestMessages(ctx: Context, ids: readonly number[]): Promise<(id: number) => Latest> {
  const newest = ctx.db
    .selectFrom('conversation_messages')
    .innerJoin(
      'conversation_message_participants as mine',
      'mine.conversation_message_id',
      'conversation_messages.id',
    )
    .selectAll('conversation_messages')
    .distinctOn('conversation_messages.conversation_id')
    .where('conversation_messages.conversation_id', '=', anyOf(ids))
    .where('conversation_messages.generated', '=', false)
    .where('mine.user_id', '=', ctx.me.id)
    .where('mine.workflow_state', '<>', 'deleted')
    .orderBy('conversation_messages.conversation_id')
    .orderBy('conversation_messages.created_at', 'desc')
    .orderBy('conversation_messages.id', 'desc');
  const [last, authored] = await Promise.all([
    newest.execute(),
    newest.where('author_id', '=', ctx.me.id).execute(),
  ]);
  const byConversation = (rows: readonly MessageRow[]) =>
    new Map(rows.map((row) => [row.conversation_id, row]));
  const lastOf = byConversation(last);
  const authoredOf = byConversation(authored);
  return (id) => ({ last: lastOf.get(id), authored: authoredOf.get(id) });
}
