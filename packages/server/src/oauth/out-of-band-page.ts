import { html } from '../console/markup.ts';
import type { PageParts } from '../console/page.ts';

/** For applications without an address: their user carries the code over, or they read it from the address. */
export function outOfBandPage(
  code: string | undefined,
  error: string | undefined,
  description: string | undefined,
): PageParts {
  const main = code
    ? html`<h1>Almost done</h1><p>Give this code to the application that you allowed. It is good for ten minutes, once.</p>
<p><code class="secret" tabindex="0">${code}</code></p>`
    : html`<h1>Not allowed</h1><p>The application was told: <code>${error}</code>. ${description}</p>`;
  return { title: 'Authorization · Easel', main: html`<div class="card">${main}</div>` };
}
