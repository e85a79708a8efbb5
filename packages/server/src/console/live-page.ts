import { html } from './markup.ts';
import type { PageParts } from './page.ts';

/** `/doc/api/live`: the frame that browser/live.js fills. */
export const livePage: PageParts = {
  title: 'Live console · Easel',
  section: 'live',
  wide: true,
  scripts: ['live.js'],
  main: html`
<h1>Live console</h1>
<noscript><p class="notice">The console works in your browser, with JavaScript. The <a href="/doc/api">reference</a> does without.</p></noscript>
<div class="live">
<section class="picker" aria-labelledby="picker-title">
<h2 id="picker-title">Operations</h2>
<label for="filter">Search</label>
<input id="filter" type="search" placeholder="courses in account" autocomplete="off" spellcheck="false">
<label class="check"><input id="only-implemented" type="checkbox" checked> only what Easel has</label>
<p id="found" class="quiet" role="status"></p>
<ul id="operations"></ul>
</section>
<div class="bench">
<section class="panel" aria-labelledby="token-title">
<h2 id="token-title">Your token</h2>
<form id="token-form" class="row" autocomplete="off">
<label class="hidden" for="token">Access token</label>
<input id="token" type="password" autocomplete="off" spellcheck="false" aria-describedby="token-note">
<button type="button" id="show-token" aria-pressed="false">Show</button>
</form>
<label class="check"><input id="keep-token" type="checkbox"> keep it until this tab is closed</label>
<p id="token-note" class="quiet">It stays in this page, is sent to this server only, and only in a header.</p>
<p id="whoami" role="status"></p>
</section>
<section class="panel" id="call" aria-labelledby="call-title"><h2 id="call-title">Choose an operation</h2><div id="call-body"></div></section>
<section class="panel" id="code" aria-labelledby="code-title" hidden>
<h2 id="code-title">The same call elsewhere</h2>
<div class="tabs" role="tablist" aria-labelledby="code-title">
<button type="button" role="tab" id="tab-curl" aria-controls="snippet" aria-selected="true">curl</button>
<button type="button" role="tab" id="tab-typescript" aria-controls="snippet" aria-selected="false" tabindex="-1">TypeScript</button>
<button type="button" role="tab" id="tab-python" aria-controls="snippet" aria-selected="false" tabindex="-1">Python</button>
</div>
<div id="snippet" role="tabpanel" aria-labelledby="tab-curl"><pre tabindex="0"><code id="snippet-code"></code></pre></div>
<p class="row"><button type="button" id="copy">Copy</button><span id="copied" class="quiet" role="status"></span></p>
</section>
<section class="panel" id="answer" aria-labelledby="answer-title" hidden>
<h2 id="answer-title">Answer</h2>
<p id="status" role="status"></p>
<div id="answer-body"></div>
</section>
</div>
</div>`,
};
