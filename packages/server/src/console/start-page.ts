import type { Catalogue } from './catalogue.ts';
import { html } from './markup.ts';
import type { PageParts } from './page.ts';

/** `/`: what this is and where to go. */
export function startPage({ implementedCount, entries }: Catalogue, origin: string): PageParts {
  return {
    title: 'Easel',
    main: html`
<h1>Easel</h1>
<p class="lead">A server that answers the Canvas LMS REST API, on your own machine. Point at it what you would point at a
Canvas: it has ${implementedCount} of the ${entries.length.toLocaleString('en')} documented operations so far.</p>
<ul class="cards">
<li><a href="/doc/api"><strong>Reference</strong> Every operation: its parameters, its answer, who may call it, and how.</a></li>
<li><a href="/doc/api/live"><strong>Live console</strong> Try any call with your own token, and take it home as curl, TypeScript or Python.</a></li>
<li><a href="/doc/api/openapi.json"><strong>OpenAPI</strong> The same as a document for generators and other tools.</a></li>
<li><a href="/doc/api/postman_collection.json" download><strong>Postman collection</strong> Filled examples, and lists that follow <code>next</code> by themselves.</a></li>
</ul>
<h2>The first call</h2>
<pre tabindex="0"><code>curl -H "Authorization: Bearer $CANVAS_TOKEN" '${origin}/api/v1/accounts/self/courses?per_page=100'</code></pre>
<p>The administrator’s token was shown when Easel first started on this database.</p>`,
  };
}
