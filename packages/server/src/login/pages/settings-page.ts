import { html, type Markup } from '../../console/markup.ts';
import type { PageParts } from '../../console/page.ts';
import type { AccessToken } from '../../http/context.ts';
import type { AskedToken } from '../../resources/tokens/make.ts';
import type { Visit } from '../visit.ts';
import { type OwnLogin, passwordSection } from './password-section.ts';
import { alertBox, form } from './private-page.ts';

export type OwnToken = AccessToken & { app_name: string | null };

export interface SettingsView {
  tokens: readonly OwnToken[];
  /** Shown this once. */
  made?: { token: AccessToken; secret: string };
  problem?: string;
  /** What the form held that couldn't be taken. */
  asked?: AskedToken;
  /** Those that have a password. */
  logins: readonly OwnLogin[];
  /** Why the password stays what it was. */
  passwordProblem?: string;
}

export function settingsPage(
  visit: Visit,
  { tokens, made, problem, asked, logins, passwordProblem }: SettingsView,
): PageParts {
  const own = tokens.filter(({ developer_key_id }) => developer_key_id === null);
  const apps = tokens.filter(({ developer_key_id }) => developer_key_id !== null);
  return {
    title: `Settings · ${visit.rootAccount.name}`,
    main: html`<h1>Settings</h1>
<p>You are ${visit.caller.user?.name}. <a href="/logout">Sign out</a></p>
${made && madeNow(made.token, made.secret)}
<h2 id="tokens">Your access tokens</h2>
<p class="quiet">Whoever has a token can do what it allows, as you. Make each as narrow as its purpose.</p>
${own.length > 0 ? table(visit, own, 'Your access tokens') : html`<p>You have none.</p>`}
<h2 id="new">New access token</h2>
${problem !== undefined && alertBox(problem)}
${newTokenForm(visit, asked)}
<h2 id="apps">Applications that you allowed</h2>
${apps.length > 0 ? table(visit, apps, 'Applications that you allowed') : html`<p>There are none.</p>`}
${logins.length > 0 && passwordSection(visit, logins, passwordProblem)}`,
  };
}

const madeNow = ({ purpose }: AccessToken, secret: string): Markup => html`<div class="panel" role="status">
<p><strong>The token for “${purpose ?? ''}” was made.</strong> Copy it now: it can’t be shown again.</p>
<p><code class="secret" id="new-token" tabindex="0">${secret}</code></p></div>`;

function table(visit: Visit, tokens: readonly OwnToken[], caption: string): Markup {
  return html`<div class="scroll"><table class="tokens">
<caption class="hidden">${caption}</caption>
<thead><tr><th scope="col">For</th><th scope="col">May</th><th scope="col">Expires</th><th scope="col">Last used</th>
<th scope="col"><span class="hidden">Actions</span></th></tr></thead>
<tbody>${tokens.map((token) => row(visit, token))}</tbody></table></div>`;
}

function row(visit: Visit, token: OwnToken): Markup {
  const name = token.app_name ?? token.purpose ?? `token ${token.id}`;
  const id = html`<input type="hidden" name="id" value="${token.id}">`;
  const button = (action: string, word: string, kind: string) =>
    form(
      `/profile/tokens/${action}`,
      visit.csrf,
      html`${id}<button class="${kind}">${word}<span class="hidden"> ${name}</span></button>`,
    );
  return html`<tr>
<th scope="row">${name}${token.developer_key_id === null && html`<br><span class="quiet"><code>${token.token_hint}…</code></span>`}</th>
<td>${allowed(token)}</td>
<td>${token.workflow_state === 'pending' ? 'waits for you' : expiry(visit, token)}</td>
<td>${lastUse(token)}</td>
<td>${token.workflow_state === 'pending' && button('activate', 'Activate', 'plain')} ${button('revoke', 'Revoke', 'plain')}</td>
</tr>`;
}

function expiry(visit: Visit, { expires_at }: AccessToken): Markup | string {
  if (expires_at === null) return 'never';
  const isOver = expires_at <= visit.site.clock.now();
  return html`${isOver && html`<span class="bad">expired</span> `}${time(expires_at)}`;
}

const lastUse = ({ last_used_at, last_used_from }: AccessToken): Markup | string =>
  last_used_at === null
    ? 'never'
    : html`${time(last_used_at)}${last_used_from !== null && html`<br>from <code>${last_used_from}</code>`}`;

/** To the minute, and in UTC, since a page without scripts can't know where its reader is. */
const time = (text: string): Markup =>
  html`<time datetime="${text}">${text.slice(0, 10)} ${text.slice(11, 16)} UTC</time>`;

function allowed({ scopes, course_ids, read_only }: AccessToken): Markup {
  if (scopes.length === 0 && !course_ids && !read_only) return html`all that you may`;
  return html`<ul>
${read_only && html`<li>only read</li>`}
${course_ids !== null && html`<li>in ${course_ids.length === 1 ? 'course' : 'courses'} ${course_ids.join(', ')}</li>`}
${
  scopes.length > 0 &&
  html`<li><details><summary>${scopes.length} ${scopes.length === 1 ? 'operation' : 'operations'}</summary>
${scopes.map((scope) => html`<code>${scope}</code><br>`)}</details></li>`
}
</ul>`;
}

function newTokenForm(visit: Visit, asked: AskedToken = {}): Markup {
  return form(
    '/profile/tokens',
    visit.csrf,
    html`<p class="labelled"><label for="purpose">Purpose</label>
<input id="purpose" name="token[purpose]" maxlength="255" value="${asked.purpose ?? ''}" required></p>
<p class="labelled"><label for="expires_at">Expires after this day</label>
<span class="quiet" id="expires-help">Empty for never, if you may.</span>
<input id="expires_at" name="token[expires_at]" type="date" value="${asked.expires_at?.slice(0, 10) ?? ''}" aria-describedby="expires-help"></p>
<fieldset><legend>Narrower than you</legend>
<p class="check"><input id="read_only" name="token[read_only]" type="checkbox" value="1"${asked.read_only && html` checked`}>
<label for="read_only">May only read</label></p>
<p class="labelled"><label for="course_ids">Only in these courses</label>
<span class="quiet" id="courses-help">Their numbers, or sis_course_id:…, with blanks between. Empty for all.</span>
<input id="course_ids" name="token[course_ids]" value="${asked.course_ids?.join(' ') ?? ''}" aria-describedby="courses-help"></p>
<p class="labelled"><label for="scopes">Only these operations</label>
<span class="quiet" id="scopes-help">One on each line, as <code>GET /api/v1/courses</code> or
<code>url:GET|/api/v1/courses/:id</code>. Empty for all. The <a href="/doc/api">reference</a> has them.</span>
<textarea id="scopes" name="token[scopes]" rows="4" aria-describedby="scopes-help">${asked.scopes?.join('\n') ?? ''}</textarea></p>
</fieldset>
<p><button class="primary">Make token</button></p>`,
  );
}
