/** Changing one's own password, in the settings; the fields are named as Canvas's own form names them. */
import type { FastifyReply } from 'fastify';
import { recordEvents } from '../domain/audit.ts';
import { updateLogin } from '../domain/logins.ts';
import { passwordError, shortestPassword } from '../domain/passwords.ts';
import { NotFound } from '../errors.ts';
import type { Context, User } from '../http/context.ts';
import { checkPassword, TOO_MANY } from './check-password.ts';
import type { OwnLogin } from './pages/password-section.ts';
import { moveSession } from './sessions.ts';
import { loginsWithPassword, showSettings } from './settings.ts';
import { type AddPage, refuseForeignForm, signedIn, type Visit } from './visit.ts';

export function registerPasswordChange(addPage: AddPage): void {
  addPage('POST', '/profile/password', signedIn(changePassword));
}

async function changePassword(visit: Visit): Promise<FastifyReply> {
  refuseForeignForm(visit);
  const logins = await loginsWithPassword(visit.context(), visit.caller.user as User);
  const login = logins.find(({ id }) => String(id) === visit.text('pseudonym', 'password_id'));
  if (!login) throw new NotFound();
  const password = visit.text('pseudonym', 'password') ?? '';
  const problem = weaknessOf(visit, password) ?? (await problemWithOld(visit, login));
  if (problem) return await showSettings(visit, { passwordProblem: problem }, 400);
  const setCookies = await visit.transaction((ctx) => store(ctx, visit, login, password));
  setCookies();
  return visit.redirect('/profile/settings?password=changed#password');
}

/** Looked at first: it takes no attempt at the old one. */
function weaknessOf(visit: Visit, password: string): string | undefined {
  if (password !== (visit.text('pseudonym', 'password_confirmation') ?? '')) {
    return 'The two new passwords aren’t the same.';
  }
  switch (passwordError(visit.rootAccount, password)) {
    case 'too_short':
      return `The new password is too short: at least ${shortestPassword(visit.rootAccount)} characters.`;
    case 'too_long':
      return 'The new password is too long: 255 characters at most.';
    default:
      return undefined;
  }
}

/** Whoever finds an open browser must not guess it any faster than at the sign-in. */
async function problemWithOld(visit: Visit, { unique_id }: OwnLogin): Promise<string | undefined> {
  const old = visit.text('pseudonym', 'old_password') ?? '';
  const checked = await checkPassword(visit, unique_id, old, 'password_change_failed');
  if (checked === 'too many') return TOO_MANY;
  return checked === 'wrong' ? `Invalid old password for the login ${unique_id}` : undefined;
}

/** @returns what gives this browser its new cookie, for all sessions of the login have ended */
async function store(
  ctx: Context,
  visit: Visit,
  { id, unique_id }: OwnLogin,
  password: string,
): Promise<() => void> {
  const { session } = visit.caller;
  await updateLogin(ctx, id, { password });
  await recordEvents(ctx, [
    {
      category: 'authentication',
      event_type: 'password_changed',
      event_source: 'manual',
      account_id: ctx.rootAccount.id,
      user_id: ctx.me.id,
      pseudonym_id: id,
      event_data: { unique_id },
    },
  ]);
  if (session?.pseudonym_id !== id) return () => {};
  return await moveSession(ctx, visit, session);
}
