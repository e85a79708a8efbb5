import { models } from '@easel/contract';
import { type Chapter, isImplemented } from '../catalogue.ts';
import { type Content, html } from '../markup.ts';
import type { PageParts } from '../page.ts';
import { answerType } from './answer-type.ts';
import { operationSection } from './operation-section.ts';

/** `/doc/api/courses.html`: the objects of a heading, then its operations. */
export function resourcePage({ resource, entries }: Chapter, origin: string): PageParts {
  const has = entries.filter(isImplemented).length;
  const objects = [...models.values()].filter((model) => headingOf(model.resource) === headingOf(resource));
  return {
    title: `${resource} · Easel API reference`,
    section: 'reference',
    wide: true,
    main: html`<div class="columns">
<nav class="contents" aria-label="Operations"><ul>
${entries.map(
  (entry) =>
    html`<li><a href="#${entry.name}"${!isImplemented(entry) && html` class="missing"`}>${entry.title}</a></li>`,
)}
</ul></nav>
<div class="chapter">
<p class="crumbs"><a href="/doc/api">API reference</a></p>
<h1>${resource}</h1>
<p class="lead">Easel has ${has} of ${entries.length}.</p>
${objects.length > 0 && html`<h2>Objects</h2>${objects.map(({ name, fields }) => object(name, fields))}`}
<h2>Operations</h2>
${entries.map((entry) => operationSection(entry, origin))}
</div></div>`,
  };
}

/** The documentation writes its headings as `NewQuizzes` beside objects and as `New Quizzes` over operations. */
const headingOf = (text: string) => text.replaceAll(' ', '').toLowerCase();

function object(name: string, fields: Readonly<Record<string, { type: string; format?: string }>>): Content {
  return html`<details class="object" id="object-${name}"><summary><code>${name}</code></summary>
<div class="scroll" tabindex="0" role="region" aria-label="Fields of ${name}"><table><thead><tr><th scope="col">Field</th><th scope="col">Type</th></tr></thead><tbody>
${Object.entries(fields).map(
  ([field, { type, format }]) =>
    html`<tr><th scope="row"><code>${field}</code></th><td>${answerType(type)}${format && html` <span class="quiet">${format}</span>`}</td></tr>`,
)}
</tbody></table></div></details>`;
}
