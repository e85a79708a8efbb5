/** Whether a name and a password are somebody's. An unknown name takes as long as a known one. */
import { noteEvent } from '../domain/audit.ts';
import { hashPassword, verifyPassword } from '../domain/passwords.ts';
import { randomToken } from '../domain/random-token.ts';
import type { Context } from '../http/context.ts';
import { countAttempt, forgiveAttempt } from './attempts.ts';
import type { Visit } from './visit.ts';

export interface UsableLogin {
  id: number;
  user_id: number;
  password_hash: string | null;
}

const LONGEST_PASSWORD = 255;

export const TOO_MANY =
  'Too many failed attempts to sign in. Please wait a while and try again, or ask your administrator.';

/** A password that nobody has, hashed as others are: what is compared where there is nothing to compare with. */
const nobodys = hashPassword(randomToken(64));

/** @param failure what a wrong password is written down as */
export async function checkPassword(
  visit: Visit,
  name: string,
  password: string,
  failure: 'login_failed' | 'password_change_failed' = 'login_failed',
): Promise<UsableLogin | 'wrong' | 'too many'> {
  const ctx = visit.context();
  const key = name.trim().toLowerCase();
  if (!(await countAttempt(ctx, key, visit.address))) return 'too many';
  const login = await findUsableLogin(ctx, key);
  const stored = login?.password_hash?.startsWith('scrypt$') ? login.password_hash : undefined;
  const isRight = await verifyPassword(password.slice(0, LONGEST_PASSWORD + 1), stored ?? (await nobodys));
  if (login && stored && isRight && password.length <= LONGEST_PASSWORD) {
    await forgiveAttempt(ctx, key, visit.address);
    return login;
  }
  noteEvent(visit.site, {
    category: 'authentication',
    event_type: failure,
    event_source: 'manual',
    account_id: visit.rootAccount.id,
    user_id: login?.user_id,
    pseudonym_id: login?.id,
    request_id: visit.facts.id,
    address: visit.address,
  });
  return 'wrong';
}

/** A login in use, of a user who may sign in. */
export async function findUsableLogin(ctx: Context, key: string): Promise<UsableLogin | undefined> {
  // No login has such a name, and PostgreSQL can't be asked for it.
  if (key.includes('\0')) return undefined;
  return await ctx.db
    .selectFrom('pseudonyms')
    .innerJoin('users', 'users.id', 'pseudonyms.user_id')
    .select(['pseudonyms.id', 'pseudonyms.user_id', 'pseudonyms.password_hash'])
    .where('pseudonyms.account_id', '=', ctx.rootAccount.id)
    .where('pseudonyms.unique_id_key', '=', key)
    .where('pseudonyms.workflow_state', '=', 'active')
    .where('users.workflow_state', 'not in', ['deleted', 'creation_pending'])
    .orderBy('pseudonyms.id')
    .limit(1)
    .executeTakeFirst();
}
