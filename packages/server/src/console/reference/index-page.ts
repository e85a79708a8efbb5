import { type Catalogue, type Chapter, type Entry, isImplemented, slugOf } from '../catalogue.ts';
import { type Content, html } from '../markup.ts';
import type { PageParts } from '../page.ts';
import { search } from './search.ts';

const MOST_RESULTS = 100;

/** `/doc/api`: every heading of the documentation, or what a search found. */
export function indexPage(catalogue: Catalogue, query: string): PageParts {
  const isSearch = query.trim() !== '';
  return {
    title: isSearch ? `${query} · Easel API reference` : 'Easel API reference',
    section: 'reference',
    main: html`
<h1>API reference</h1>
<p class="lead">Canvas documents ${catalogue.entries.length.toLocaleString('en')} operations under ${catalogue.chapters.length} headings.
Easel has ${catalogue.implementedCount} of them; the others answer 501.</p>
<form class="search" role="search" action="/doc/api">
<label for="q">Search operations and parameters</label>
<div class="row"><input id="q" name="q" type="search" value="${query}" placeholder="enrollment_term_id" autocomplete="off"><button>Search</button></div>
</form>
${isSearch ? results(catalogue, query) : headings(catalogue)}`,
  };
}

function headings({ chapters }: Catalogue): Content {
  return html`<h2>Headings</h2><ul class="headings">${chapters.map(heading)}</ul>`;
}

function heading({ resource, slug, entries }: Chapter): Content {
  const has = entries.filter(isImplemented).length;
  return html`<li${has > 0 && html` class="has"`}><a href="/doc/api/${slug}.html">${resource}</a>
<span>${has} of ${entries.length}</span></li>`;
}

function results(catalogue: Catalogue, query: string): Content {
  const found = search(catalogue, query);
  const shown = found.slice(0, MOST_RESULTS);
  const more = found.length > shown.length ? `; these are the first ${shown.length}` : '';
  return html`<h2>${found.length === 1 ? '1 operation' : `${found.length} operations`}${more}</h2>
${found.length === 0 && html`<p>Fewer or shorter words find more. <a href="/doc/api">All headings</a></p>`}
<ol class="results">${shown.map(({ entry, parameters }) => result(entry, parameters))}</ol>`;
}

function result(entry: Entry, parameters: readonly string[]): Content {
  const { spec, title } = entry;
  return html`<li><a href="${addressOf(entry)}">${title}</a>${!isImplemented(entry) && html` <span class="badge">not in Easel</span>`}
<div><span class="method ${spec.method.toLowerCase()}">${spec.method}</span> <code>${spec.path}</code></div>
${parameters.length > 0 && html`<div class="quiet">takes ${parameters.map((parameter) => html`<code>${parameter}</code> `)}</div>`}</li>`;
}

const addressOf = ({ spec, name }: Entry) => `/doc/api/${slugOf(spec.resource)}.html#${name}`;
