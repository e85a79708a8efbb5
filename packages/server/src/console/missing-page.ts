import { html } from './markup.ts';
import type { PageParts } from './page.ts';

export const missingPage: PageParts = {
  title: 'No such page · Easel',
  main: html`<h1>No such page</h1><p>The <a href="/doc/api">API reference</a> has all headings and a search.</p>`,
};
