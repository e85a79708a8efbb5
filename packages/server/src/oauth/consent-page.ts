import { html, type Markup } from '../console/markup.ts';
import type { PageParts } from '../console/page.ts';
import type { AuthorizationRequest } from '../db/json-columns.ts';
import { form } from '../login/pages/private-page.ts';
import type { Visit } from '../login/visit.ts';
import { isUserInfoOnly } from './access-tokens.ts';
import { type Client, nameOf, OUT_OF_BAND } from './clients.ts';
import { type InWords, namesUser, scopesInWords } from './scopes-in-words.ts';

/** Asks whether an application may, and says what. */
export function consentPage(visit: Visit, client: Client, request: AuthorizationRequest): PageParts {
  const name = nameOf(client);
  const token = html`<input type="hidden" name="custom_csrf_token" value="${request.consent_token}">`;
  const remember = html`<p class="check"><input id="remember_access" name="remember_access" type="checkbox" value="1">
<label for="remember_access">Don’t ask me again for ${name}</label></p>`;
  return {
    title: `Allow ${name}? · ${visit.rootAccount.name}`,
    main: html`<div class="card">
<h1>Allow ${name}?</h1>
<p><strong>${name}</strong> asks to act for you, <strong>${visit.caller.user?.name}</strong>, at ${visit.rootAccount.name}.</p>
${request.purpose !== null && html`<p>It says what for: ${request.purpose}</p>`}
${whatFor(client, request)}
<p class="quiet">${whereTo(request)} You can take this back at any time under your settings.</p>
${form(
  '/login/oauth2/accept',
  visit.csrf,
  html`${token}${isUserInfoOnly(request.scopes) && remember}
<p class="buttons"><button class="primary">Allow</button>
<button formaction="/login/oauth2/deny">Don’t allow</button></p>`,
)}
</div>`,
  };
}

function whatFor({ require_scopes }: Client, { scopes }: AuthorizationRequest): Markup {
  const who = html`<li>Learn your name and your number here</li>`;
  if (isUserInfoOnly(scopes)) return html`<h2>It wants to</h2><ul class="bullets">${who}</ul>`;
  if (!require_scopes) {
    return html`<h2>It wants to</h2><ul class="bullets"><li>Do everything here that you can do yourself: read all that
you can see, and change all that you can change</li></ul>`;
  }
  return html`<h2>It wants to</h2>
${namesUser(scopes) && html`<ul class="bullets">${who}</ul>`}
${scopesInWords(scopes).map(chapter)}`;
}

const chapter = ({ heading, reads, changes }: InWords): Markup => html`<h3>${heading}</h3>
${reads.length > 0 && html`<p>See:</p><ul class="bullets">${reads.map((title) => html`<li>${title}</li>`)}</ul>`}
${changes.length > 0 && html`<p>Change:</p><ul class="bullets">${changes.map((title) => html`<li>${title}</li>`)}</ul>`}`;

function whereTo({ redirect_uri }: AuthorizationRequest): Markup {
  if (redirect_uri === OUT_OF_BAND) return html`You will get a code to give to it.`;
  const { protocol, host } = new URL(redirect_uri);
  return html`You will be sent to ${host === '' ? html`an application on this device (${protocol})` : html`<code>${host}</code>`}.`;
}
