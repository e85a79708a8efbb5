/** By what a private conversation is found again. Source: Canvas's Conversation.private_hash_for. */
import { createHash } from 'node:crypto';

export interface ConversationPlace {
  readonly context_type: 'Account' | 'Course' | 'Group';
  readonly context_id: number;
}

/** Who takes part, in whatever order, and in which context. */
export function privateHash(userIds: readonly number[], place: ConversationPlace | undefined): string {
  const who = [...userIds].sort((a, b) => a - b).join(',');
  const where = place ? `|${place.context_type}_${place.context_id}` : '';
  return createHash('sha1')
    .update(who + where)
    .digest('hex');
}
