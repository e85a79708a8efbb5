/** `/login`, `/login/canvas`. */
import { checkPassword, TOO_MANY } from './check-password.ts';
import { type Sending, sendPrivatePage } from './pages/private-page.ts';
import { type SignInForm, signInPage } from './pages/sign-in-page.ts';
import { placeHere } from './return-to.ts';
import { beginSession } from './sessions.ts';
import { type AddPage, refuseForeignForm, type Visit } from './visit.ts';

/** Where else a place of this site may lead at once: to an application that needs no more asking. */
export type LeadsTo = (visit: Visit, place: string) => Promise<readonly string[]>;

const WRONG = 'Please verify your login and password and try again.';

export function registerPasswordSignIn(addPage: AddPage, leadsTo: LeadsTo): void {
  const send = async (visit: Visit, form: SignInForm, status = 200) => {
    const sending: Sending = { status, formTargets: await leadsTo(visit, form.returnTo) };
    return sendPrivatePage(visit.reply, signInPage(visit, form), sending);
  };

  addPage('GET', '/login', async (visit) => {
    const returnTo = placeHere(visit.text('return_to'), visit.origin);
    if (visit.caller.user && !visit.text('force_login')) return visit.redirect(returnTo);
    return visit.redirect(`/login/canvas?${new URLSearchParams({ return_to: returnTo })}`);
  });

  addPage('GET', '/login/canvas', (visit) =>
    send(visit, {
      uniqueId: visit.text('pseudonym_session', 'unique_id') ?? visit.text('login_hint') ?? '',
      returnTo: placeHere(visit.text('return_to'), visit.origin),
    }),
  );

  addPage('POST', '/login/canvas', async (visit) => {
    refuseForeignForm(visit);
    const uniqueId = visit.text('pseudonym_session', 'unique_id') ?? '';
    const password = visit.text('pseudonym_session', 'password');
    const returnTo = placeHere(visit.text('return_to'), visit.origin);
    if (!password) return await send(visit, { uniqueId, returnTo, problem: 'No password was given.' }, 400);
    const login = await checkPassword(visit, uniqueId, password);
    if (login === 'wrong') return await send(visit, { uniqueId, returnTo, problem: WRONG }, 400);
    if (login === 'too many') return await send(visit, { uniqueId, returnTo, problem: TOO_MANY }, 400);
    await beginSession(visit, {
      user_id: login.user_id,
      pseudonym_id: login.id,
      provider: 'canvas',
      remembered: visit.text('pseudonym_session', 'remember_me') === '1',
    });
    return visit.redirect(returnTo);
  });
}
