import { models, resources } from '@easel/contract';
import { slugOf } from '../catalogue.ts';
import { type Content, html } from '../markup.ts';

const page = new Map(
  resources.map((resource) => [resource.replaceAll(' ', '').toLowerCase(), slugOf(resource)]),
);

/** A documented type, with links to the objects in it: `User[]`. */
export function answerType(expression: string): Content {
  const pieces = expression.split(/(\b[A-Z]\w*\b)/);
  return html`<code class="type">${pieces.map((piece) => linked(piece))}</code>`;
}

function linked(name: string): Content {
  const resource = models.get(name)?.resource.replaceAll(' ', '').toLowerCase();
  const slug = resource && page.get(resource);
  return slug ? html`<a href="/doc/api/${slug}.html#object-${name}">${name}</a>` : name;
}
