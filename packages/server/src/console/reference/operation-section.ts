import { toCurl, toPython, toTypeScript } from '../browser/snippets.js';
import { callOf } from '../call.ts';
import { type Entry, isImplemented } from '../catalogue.ts';
import type { Field } from '../fields.ts';
import { type Content, html } from '../markup.ts';
import { answerType } from './answer-type.ts';

export function operationSection(entry: Entry, origin: string): Content {
  const { spec, name, title, implemented } = entry;
  return html`<section class="operation" id="${name}" aria-labelledby="${name}-title">
<h3 id="${name}-title"><a href="#${name}">${title}</a></h3>
<p class="call"><span class="method ${spec.method.toLowerCase()}">${spec.method}</span> <code>${brokenAtSlashes(spec.path)}</code></p>
${badges(entry)}
${
  implemented &&
  html`<p>${implemented.summary}.</p><p class="who"><strong>Who may:</strong> ${implemented.whoMay}</p>`
}
${parameters(entry)}
<p><strong>Answer:</strong> ${answerType(spec.returns === 'JSONValue' && spec.paginated ? 'JSONValue[]' : spec.returns)}${spec.paginated && html`, in pages: ten at a time unless <code>per_page</code> says otherwise (up to 100), with the next page’s address in the <code>Link</code> header`}</p>
${examples(entry, origin)}
</section>`;
}

/** Long paths may go on on the next line, at a slash. */
const brokenAtSlashes = (path: string): Content =>
  path.split(/(?=\/)/).map((segment) => html`<wbr>${segment}`);

function badges({ spec, name, implemented }: Entry): Content {
  return html`<p class="badges">${
    implemented
      ? html`<span class="badge yes">in Easel</span>`
      : html`<span class="badge">not in Easel: answers 501</span>`
  }${spec.beta && html` <span class="badge">beta</span>`}${spec.deprecated && html` <span class="badge">deprecated</span>`}
<a href="/doc/api/live#${name}">Try it<span class="hidden"> live: ${spec.method} ${spec.path}</span></a></p>`;
}

function parameters({ spec, fields }: Entry): Content {
  const inPath = [...new Set([...Object.keys(spec.pathParams), ...(spec.tail ? [spec.tail] : [])])];
  if (inPath.length + fields.length === 0) return html`<p class="quiet">No parameters.</p>`;
  const rows = [
    ...inPath.map(
      (name) => html`<tr><th scope="row"><code>${name}</code></th><td>in the path</td><td></td></tr>`,
    ),
    ...fields.map(parameter),
  ];
  const table = html`<div class="scroll" tabindex="0" role="region" aria-label="Parameters of ${spec.id}"><table class="parameters">
<thead><tr><th scope="col">Parameter</th><th scope="col">Type</th><th scope="col">Documented values</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
  const MANY = 14;
  return rows.length <= MANY
    ? table
    : html`<details><summary>${rows.length} parameters</summary>${table}</details>`;
}

function parameter({ name, kind, repeats, values }: Field): Content {
  return html`<tr><th scope="row"><code>${name}</code></th><td>${kind}${repeats && ', repeated'}</td>
<td>${values.map((value, index) => html`${index > 0 && ' '}<code>${value}</code>`)}</td></tr>`;
}

function examples(entry: Entry, origin: string): Content {
  const call = callOf(entry, origin);
  const languages: readonly [string, string][] = [
    ['curl', toCurl(call)],
    ['TypeScript', toTypeScript(call)],
    ['Python', toPython(call)],
  ];
  return languages.map(
    (
      [language, code],
      index,
    ) => html`<details class="example" name="example-${entry.name}"${index === 0 && isImplemented(entry) && html` open`}>
<summary>${language}</summary><pre tabindex="0" aria-label="${language}: ${entry.spec.id}"><code>${code}</code></pre></details>`,
  );
}
