import { html } from '../../console/markup.ts';
import type { PageParts } from '../../console/page.ts';
import type { Visit } from '../visit.ts';
import { alertBox, form } from './private-page.ts';

export interface SignInForm {
  uniqueId: string;
  returnTo: string;
  problem?: string;
}

export function signInPage(visit: Visit, { uniqueId, returnTo, problem }: SignInForm): PageParts {
  const provider = visit.site.settings.identityProvider;
  const elsewhere = `/login/openid_connect?${new URLSearchParams({ return_to: returnTo })}`;
  return {
    title: `Sign in · ${visit.rootAccount.name}`,
    main: html`<div class="card">
<h1>Sign in</h1>
<p class="quiet">${visit.rootAccount.name}</p>
${problem !== undefined && alertBox(problem)}
${provider && html`<p><a class="button" href="${elsewhere}">Sign in with ${provider.name}</a></p><p class="or">or</p>`}
${form(
  '/login/canvas',
  visit.csrf,
  html`<input type="hidden" name="return_to" value="${returnTo}">
<p class="labelled"><label for="unique_id">Login</label>
<input id="unique_id" name="pseudonym_session[unique_id]" value="${uniqueId}" autocomplete="username" autocapitalize="none" spellcheck="false" required${uniqueId === '' && html` autofocus`}></p>
<p class="labelled"><label for="password">Password</label>
<input id="password" name="pseudonym_session[password]" type="password" autocomplete="current-password" required${uniqueId !== '' && html` autofocus`}></p>
<p class="check"><input id="remember_me" name="pseudonym_session[remember_me]" type="checkbox" value="1">
<label for="remember_me">Stay signed in for two weeks</label></p>
<p><button class="primary">Sign in</button></p>`,
)}
</div>`,
  };
}

export const signOutPage = (visit: Visit): PageParts => ({
  title: 'Sign out · Easel',
  main: html`<div class="card"><h1>Sign out</h1>
<p>You are signed in as ${visit.caller.user?.name}.</p>
${form('/logout', visit.csrf, html`<p><button class="primary">Sign out</button></p>`)}</div>`,
});
