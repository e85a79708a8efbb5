/** What somebody is about to say: its text, its files, what it forwards. */
import type { Insertable } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { ConversationMessagesTable } from '../../db/tables/index.ts';
import { ofUser } from '../../domain/contexts.ts';
import { assertPath } from '../../domain/folders.ts';
import { sanitizeHtml } from '../../domain/html.ts';
import { InvalidRecord } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import type { MessageRow } from './load.ts';
import { ConversationRefusal } from './refusals.ts';

export interface MessageParams {
  readonly body?: string | null;
  readonly attachment_ids?: readonly string[];
  readonly media_comment_id?: string | null;
  readonly media_comment_type?: string | null;
  readonly forwarded_message_ids?: readonly string[];
}

/** A message without its conversation. */
export type MessageDraft = Omit<Insertable<ConversationMessagesTable>, 'id' | 'conversation_id'>;

const MAX_SUBJECT = 255;
const MAX_BODY = 65_535;
/** Of whoever writes: what is in it can be sent along. */
const ATTACHMENTS_FOLDER = 'conversation attachments';

const tooLong = (most: number) => [['too_long', `is too long (maximum is ${most} characters)`]] as const;

/** @throws InvalidRecord */
export function checkSubject(subject: string | null | undefined): void {
  if (subject && subject.length > MAX_SUBJECT) throw new InvalidRecord({ subject: tooLong(MAX_SUBJECT) });
}

/** @throws InvalidRecord, ConversationRefusal */
export async function draftMessage(ctx: Context, params: MessageParams): Promise<MessageDraft> {
  const body = sanitizeHtml(params.body ?? '');
  if (body.length > MAX_BODY) throw new InvalidRecord({ body: tooLong(MAX_BODY) });
  const attachment_ids = await ownAttachments(ctx, numbers(params.attachment_ids));
  const forwarded = await forwardable(ctx, numbers(params.forwarded_message_ids));
  const recorded = params.media_comment_id?.trim() && params.media_comment_type;
  return {
    author_id: ctx.me.id,
    body,
    attachment_ids,
    forwarded_message_ids: forwarded.map(({ id }) => id),
    media_comment_id: recorded ? (params.media_comment_id ?? null) : null,
    media_comment_type: recorded ? (params.media_comment_type ?? null) : null,
    has_attachments: attachment_ids.length > 0 || forwarded.some((each) => each.has_attachments),
    has_media_objects: Boolean(recorded) || forwarded.some((each) => each.has_media_objects),
    created_at: ctx.now,
  };
}

const numbers = (texts: readonly string[] = []): number[] => texts.flatMap((text) => parseNumber(text) ?? []);

/** Whatever else is named isn't sent, and nothing is said of it. */
async function ownAttachments(ctx: Context, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const folder = await assertPath(ctx, ofUser(ctx.me), ATTACHMENTS_FOLDER);
  const files = await ctx.db
    .selectFrom('attachments')
    .select('id')
    .where('folder_id', '=', folder.id)
    .where('id', '=', anyOf(ids))
    .orderBy('id')
    .execute();
  return files.map(({ id }) => id);
}

/** Messages of one conversation of his own. */
async function forwardable(ctx: Context, ids: readonly number[]): Promise<MessageRow[]> {
  if (ids.length === 0) return [];
  const messages = await ctx.db
    .selectFrom('conversation_messages')
    .selectAll()
    .where('id', '=', anyOf(ids))
    .where('conversation_id', 'in', (mine) =>
      mine
        .selectFrom('conversation_participants')
        .select('conversation_id')
        .where('user_id', '=', ctx.me.id)
        .where('message_count', '>', 0),
    )
    .orderBy('id')
    .execute();
  const conversations = new Set(messages.map(({ conversation_id }) => conversation_id));
  if (conversations.size !== 1) throw new ConversationRefusal('forwarded_message_ids', 'invalid');
  return messages;
}
