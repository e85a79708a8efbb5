/** The student whom the credentials of a request are those of. */
import { verifyPassword } from '../../domain/passwords.ts';
import { InvalidAccessToken, MissingParameter, Refusal } from '../../errors.ts';
import { identify } from '../../http/authenticate.ts';
import type { Context, User } from '../../http/context.ts';
import type { Params } from '../../http/operation.ts';
import { findUser } from '../users/load.ts';
import { commonAccounts } from './common-accounts.ts';

type Credentials = Params<'POST /api/v1/users/{user_id}/observees'>;

/** A token goes before a code, a code before a login. Throws Refusal 422 or 401 in Canvas's words. */
export async function studentOf(ctx: Context, observer: User, params: Credentials): Promise<User> {
  if (typeof params.access_token === 'string') return await byToken(ctx, params.access_token);
  if (typeof params.pairing_code === 'string') return await byPairingCode(ctx, params.pairing_code);
  if (!params.observee) throw new MissingParameter('observee');
  return await byLogin(ctx, observer, params);
}

const refusal = (status: number, message: string) => new Refusal(status, { errors: [{ message }] });

async function byToken(ctx: Context, token: string): Promise<User> {
  try {
    const { user } = (await identify(ctx.site, ctx.db, token)).caller;
    if (user) return user;
  } catch (error) {
    if (!(error instanceof InvalidAccessToken)) throw error;
  }
  throw refusal(422, 'Unknown observee.');
}

/** A code works once. */
async function byPairingCode(ctx: Context, text: string): Promise<User> {
  const code = await ctx.db
    .updateTable('observer_pairing_codes')
    .set({ workflow_state: 'deleted', updated_at: ctx.now })
    .where('code', '=', text)
    .where('workflow_state', '=', 'active')
    .where('expires_at', '>', ctx.now)
    .returning('user_id')
    .executeTakeFirst();
  if (!code) throw refusal(422, 'Invalid pairing code.');
  return await findUser(ctx, String(code.user_id));
}

async function byLogin(
  ctx: Context,
  observer: User,
  { observee, root_account_id }: Credentials,
): Promise<User> {
  const login = await ctx.db
    .selectFrom('pseudonyms')
    .select(['user_id', 'password_hash'])
    .where('account_id', '=', ctx.rootAccount.id)
    .where('unique_id_key', '=', observee?.unique_id?.toLowerCase() ?? '')
    .where('workflow_state', '=', 'active')
    .executeTakeFirst();
  const student = login && (await findUser(ctx, String(login.user_id)));
  const accounts = student ? await commonAccounts(ctx, [observer, student], root_account_id) : [];
  if (!login || !student || accounts.length === 0) throw refusal(422, 'Unknown observee.');
  if (!(await verifyPassword(observee?.password ?? '', login.password_hash))) {
    throw refusal(401, 'Invalid credentials provided.');
  }
  return student;
}
