import type { Updateable } from 'kysely';
import type { UsersTable } from '../../db/tables/index.ts';
import { demand } from '../../domain/demand.ts';
import { mayToUser } from '../../domain/user-access.ts';
import { InvalidRecord } from '../../errors.ts';
import type { Context, User as UserRow } from '../../http/context.ts';
import { operation, type Params } from '../../http/operation.ts';
import { acceptsKeys } from './accepted-keys.ts';
import { avatarChanges } from './avatar-changes.ts';
import { setEmail } from './channels.ts';
import { emailsOf, type UserInclude } from './includes.ts';
import { user } from './load.ts';
import { localeChanges, localeErrors } from './locale.ts';
import { nameErrors, namesAfter } from './names.ts';
import { User } from './schema.ts';
import { serializeUser } from './serialize.ts';
import { suspendLogins } from './suspend-logins.ts';

export type UserParams = NonNullable<Params<'PUT /api/v1/users/{id}'>['user']>;

export default operation('PUT /api/v1/users/{id}', {
  summary: 'Change a user',
  load: { user: user('id') },
  // The keys that are sent decide.
  requires: 'user',
  returns: User,
  async handle({ ctx, user, params: { user: asked = {} } }) {
    await demand(ctx, acceptsKeys(ctx, user, asked));
    const manages = await mayToUser(ctx, user, 'manage_user_details');
    const changed = await changeUser(ctx, user, asked, manages);
    return await serializeUser(ctx, changed, {
      context: { account: ctx.rootAccount },
      includes: includesFor(asked, manages),
    });
  },
});

/**
 * Applies what is accepted already; also for each user of a bulk update.
 * @throws InvalidRecord
 */
export async function changeUser(
  ctx: Context,
  user: UserRow,
  asked: UserParams,
  manages: boolean,
): Promise<UserRow> {
  const errors = { ...nameErrors(asked), ...localeErrors(asked) };
  if (Object.keys(errors).length > 0) throw new InvalidRecord(errors);
  const isSelf = user.id === ctx.user?.id;
  if ((asked.event === 'suspend' || asked.event === 'unsuspend') && !isSelf) {
    await suspendLogins(ctx, user, asked.event);
  }
  if (asked.email) await setEmail(ctx, user, asked.email);
  const changes: Updateable<UsersTable> = {
    ...(await renaming(ctx, user, asked)),
    ...localeChanges(ctx, asked),
    ...profileChanges(ctx, asked),
    ...(asked.avatar && (await avatarChanges(ctx, user, asked.avatar, manages))),
    ...(asked.terms_of_use && { terms_accepted_at: ctx.now }),
  };
  return await ctx.db
    .updateTable('users')
    .set({ ...changes, updated_at: ctx.now })
    .where('id', '=', user.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

async function renaming(ctx: Context, user: UserRow, { name, short_name, sortable_name }: UserParams) {
  if (name === undefined && short_name === undefined && sortable_name === undefined) return {};
  const asked = {
    ...(name !== undefined && { name }),
    ...(short_name !== undefined && { short_name }),
    ...(sortable_name !== undefined && { sortable_name }),
  };
  return namesAfter(asked, user, (await emailsOf(ctx, [user])).get(user.id) ?? 'User');
}

function profileChanges(ctx: Context, { title, bio, pronunciation, pronouns }: UserParams) {
  const chosen = pronouns ? offered(ctx, pronouns) : null;
  return {
    ...(typeof title === 'string' && { title }),
    ...(typeof bio === 'string' && { bio }),
    ...(typeof pronunciation === 'string' && { pronunciation }),
    // What the institution doesn't offer changes nothing, an empty text clears.
    ...(pronouns !== undefined && pronouns !== null && (chosen || pronouns === '') && { pronouns: chosen }),
  };
}

const DEFAULT_PRONOUNS = ['She/Her', 'He/Him', 'They/Them'];

/** The pronouns as the institution spells them. */
function offered(ctx: Context, asked: string): string | null {
  const listed = ctx.rootAccount.settings['pronouns'];
  const offers = Array.isArray(listed) && listed.length > 0 ? listed.map(String) : DEFAULT_PRONOUNS;
  return offers.find((text) => text.toLowerCase() === asked.trim().toLowerCase()) ?? null;
}

function includesFor(asked: UserParams, manages: boolean): UserInclude[] {
  return [
    'locale',
    'avatar_url',
    'email',
    'time_zone',
    ...(manages ? (['avatar_state'] as const) : []),
    ...(asked.title ? (['title'] as const) : []),
    ...(asked.bio ? (['bio'] as const) : []),
  ];
}
