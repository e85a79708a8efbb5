/** Whom a list of addresses means. Source: Canvas's UserList, which makes users of those whom nobody knows. */
import { randomUUID } from 'node:crypto';
import { anyOf } from '../../db/any-of.ts';
import { isEmailAddress } from '../../domain/email-address.ts';
import { sortableName } from '../../domain/person-names.ts';
import { randomToken } from '../../domain/random-token.ts';
import { sortKey } from '../../domain/sort-key.ts';
import type { Context, User } from '../../http/context.ts';

interface Entry {
  /** In lower case: neither addresses nor logins tell the cases apart. */
  readonly address: string;
  readonly name: string;
}

/**
 * The people at some addresses or with some logins, each once, in the order of the list. An unknown address gets a new
 * user, who is yet to be registered; what is neither an address nor a login is left out.
 *
 * @param texts `ada@example.com`, `"Ada Lovelace" <ada@example.com>`, `ada`; several with commas between them
 */
export async function peopleAt(ctx: Context, texts: readonly string[]): Promise<User[]> {
  const entries = texts.flatMap((text) => text.split(/[,;\n]/)).flatMap(parseEntry);
  const known = await usersBy(
    ctx,
    entries.map(({ address }) => address),
  );
  const found = new Map<number, User>();
  for (const { address, name } of entries) {
    const user =
      known.get(address) ?? (isEmailAddress(address) ? await newUser(ctx, address, name) : undefined);
    if (!user) continue;
    known.set(address, user);
    found.set(user.id, user);
  }
  return [...found.values()];
}

function parseEntry(text: string): Entry[] {
  const [, name = '', bracketed] = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(text) ?? [];
  const address = (bracketed ?? text).trim();
  return address === '' ? [] : [{ address: address.toLowerCase(), name: name.trim() || address }];
}

/** By login first, then by an address that isn't retired. */
async function usersBy(ctx: Context, addresses: readonly string[]): Promise<Map<string, User>> {
  if (addresses.length === 0) return new Map();
  const [logins, channels] = await Promise.all([
    ctx.db
      .selectFrom('pseudonyms')
      .select(['user_id', 'unique_id_key as address'])
      .where('account_id', '=', ctx.rootAccount.id)
      .where('workflow_state', '=', 'active')
      .where('unique_id_key', 'in', addresses)
      .execute(),
    ctx.db
      .selectFrom('communication_channels')
      .select((eb) => ['user_id', eb.fn<string>('lower', ['address']).as('address')])
      .where('type', '=', 'email')
      .where('workflow_state', '<>', 'retired')
      .where((eb) => eb(eb.fn<string>('lower', ['address']), 'in', addresses))
      .orderBy('workflow_state')
      .orderBy('id')
      .execute(),
  ]);
  const idBy = new Map<string, number>();
  for (const { address, user_id } of [...logins, ...channels]) {
    if (!idBy.has(address)) idBy.set(address, user_id);
  }
  const users = await ctx.db
    .selectFrom('users')
    .selectAll()
    .where('id', '=', anyOf(idBy.values()))
    .where('workflow_state', '<>', 'deleted')
    .execute();
  const byId = new Map(users.map((user) => [user.id, user]));
  return new Map(
    [...idBy].flatMap(([address, id]) => {
      const user = byId.get(id);
      return user ? [[address, user] as const] : [];
    }),
  );
}

async function newUser(ctx: Context, address: string, name: string): Promise<User> {
  const times = { created_at: ctx.now, updated_at: ctx.now };
  const sortable = sortableName(name);
  const user = await ctx.db
    .insertInto('users')
    .values({
      uuid: randomToken(40),
      lti_context_id: randomUUID(),
      lti_id: randomUUID(),
      name,
      short_name: name,
      sortable_name: sortable,
      sortable_name_key: sortKey(sortable),
      workflow_state: 'creation_pending',
      ...times,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await ctx.db
    .insertInto('communication_channels')
    .values({ user_id: user.id, type: 'email', address, workflow_state: 'unconfirmed', ...times })
    .execute();
  return user;
}
