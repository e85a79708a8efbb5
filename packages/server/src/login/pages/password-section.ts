import { html, type Markup } from '../../console/markup.ts';
import { shortestPassword } from '../../domain/passwords.ts';
import type { Visit } from '../visit.ts';
import { alertBox, form } from './private-page.ts';

export interface OwnLogin {
  id: number;
  unique_id: string;
}

/** Of the settings: the form that changes a password, for whoever has one here. */
export function passwordSection(
  visit: Visit,
  logins: readonly OwnLogin[],
  problem: string | undefined,
): Markup {
  return html`<h2 id="password">Password</h2>
${visit.text('password') === 'changed' && html`<p role="status">Your password was changed. Other browsers are signed out.</p>`}
${problem !== undefined && alertBox(problem)}
${form(
  '/profile/password',
  visit.csrf,
  html`${whichLogin(logins)}
<p class="labelled"><label for="old_password">Current password</label>
<input id="old_password" name="pseudonym[old_password]" type="password" autocomplete="current-password" required></p>
<p class="labelled"><label for="new_password">New password</label>
<span class="quiet" id="password-help">At least ${shortestPassword(visit.rootAccount)} characters.</span>
<input id="new_password" name="pseudonym[password]" type="password" autocomplete="new-password" required aria-describedby="password-help"></p>
<p class="labelled"><label for="password_confirmation">New password again</label>
<input id="password_confirmation" name="pseudonym[password_confirmation]" type="password" autocomplete="new-password" required></p>
<p><button>Change password</button></p>`,
)}`;
}

function whichLogin(logins: readonly OwnLogin[]): Markup {
  const [only, ...others] = logins;
  if (only && others.length === 0) {
    return html`<input type="hidden" name="pseudonym[password_id]" value="${only.id}">`;
  }
  return html`<p class="labelled"><label for="password_id">Login</label>
<select id="password_id" name="pseudonym[password_id]">
${logins.map(({ id, unique_id }) => html`<option value="${id}">${unique_id}</option>`)}</select></p>`;
}
