/** Whom a message goes to: ids, uuids, and whole courses, sections or groups. */
import {
  findBookContext,
  knownInContext,
  knownUsers,
  parseCode,
} from '../../domain/address-book-contexts.ts';
import type { Context, User } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { ConversationRefusal } from './refusals.ts';

/** More take messages of their own. */
export const MOST_IN_GROUP = 100;

export interface RecipientOptions {
  /** Where individuals are looked for; what is no course, section or group says nothing. */
  readonly contextCode?: string | null | undefined;
  readonly conversationId?: number | undefined;
}

/** A list as it was sent: Canvas splits a single text at its commas. */
export function listed(ctx: Context, name: string, texts: readonly string[] | undefined): string[] {
  const sent = ctx.request.params[name];
  if (typeof sent === 'string') return sent.split(',').filter((each) => each !== '');
  return [...(texts ?? [])];
}

/** The people named whom the acting user may write to, each once; he himself only where nobody else is named. */
export async function findRecipients(
  ctx: Context,
  named: readonly string[],
  { contextCode, conversationId }: RecipientOptions = {},
): Promise<User[]> {
  const context = contextCode ? await findBookContext(ctx, contextCode) : undefined;
  if (contextCode && parseCode(contextCode) && !context)
    throw new ConversationRefusal('context_code', 'invalid');
  const found = await knownUsers(ctx, await individuals(ctx, named), { context, conversationId });
  for (const code of named.filter(parseCode)) {
    const recipients = await findBookContext(ctx, code);
    if (recipients) found.push(...(await knownInContext(ctx, recipients)));
  }
  const people = [...new Map(found.map((user) => [user.id, user])).values()];
  const onlyMe = people.length === 1 && people[0]?.id === ctx.me.id && named.length === 1;
  return onlyMe ? people : people.filter(({ id }) => id !== ctx.me.id);
}

async function individuals(ctx: Context, named: readonly string[]): Promise<number[]> {
  const uuids = named.filter((each) => each.startsWith('uuid:')).map((each) => each.slice('uuid:'.length));
  const rows =
    uuids.length === 0
      ? []
      : await ctx.db.selectFrom('users').select('id').where('uuid', 'in', uuids).execute();
  return [...named.flatMap((each) => parseNumber(each) ?? []), ...rows.map(({ id }) => id)];
}
