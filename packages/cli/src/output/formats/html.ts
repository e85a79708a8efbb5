import { createHash } from 'node:crypto';
import type { JsonValue } from '@easel/contract';
import { type Column, cellText, isTime, type Row, readableTime } from '../column.ts';
import { escaped } from '../html/escape.ts';
import { plot } from '../html/plot.ts';
import { SCRIPT } from '../html/script.ts';
import { STYLE } from '../html/style.ts';
import { type Tally, tally } from '../html/tally.ts';
import type { Format, Sheet } from './index.ts';

/** A report in one file that asks nothing of any network: it can be mailed, kept and printed. */
export const html: Format = {
  extensions: ['html', 'htm'],
  rereads: true,
  async *render(sheet) {
    const { columns = [], origin } = sheet;
    yield above(sheet, await tally(sheet.rows(), sheet.facets));
    for await (const row of sheet.rows()) {
      yield `<tr>${columns.map((column) => cell(row, column, origin)).join('')}</tr>\n`;
    }
    yield BELOW;
  },
};

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
/** The browser itself sees to it that nothing is loaded, and that nothing in the data is ever run. */
const POLICY = `default-src 'none'; style-src ${sha256(STYLE)}; script-src ${sha256(SCRIPT)}; base-uri 'none'; form-action 'none'`;

function above(sheet: Sheet, counts: Tally): string {
  const { title, noun, columns = [], filters, origin, at } = sheet;
  const [day, time] = at.toISOString().split('T');
  const heads = columns.map(
    (column) => `<th scope="col"><button type="button">${escaped(titleOf(column))}</button></th>`,
  );
  const asked = filters.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${escaped(title)}: ${escaped(new URL(origin).host)}, ${day}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
<p class="about"><a href="${escaped(origin)}">${escaped(new URL(origin).host)}</a>, as of <time datetime="${at.toISOString()}">${day} ${time?.slice(0, 5)} UTC</time></p>
${asked.length > 0 ? `<dl>${asked.join('')}</dl>` : ''}
<p class="sum"><b>${counts.rows}</b> ${noun}</p>
</header>
<main>
${plot(counts)}<section aria-labelledby="rows-title">
<h2 id="rows-title">All ${noun}</h2>
<p class="search" hidden><label for="search">Search</label> <input type="search" id="search" autocomplete="off"> <span id="shown" role="status"></span></p>
<div class="wide">
<table id="rows">
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
`;
}

const BELOW = `</tbody>
</table>
</div>
</section>
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;

const titleOf = ({ key, title }: Column) => (/_at$/.test(key) ? `${title} (UTC)` : title);

function cell(row: Row, { key, page }: Column, origin: string): string {
  const value = row[key];
  if (isTime(value))
    return `<td data-sort="${value}"><time datetime="${value}">${readableTime(value)}</time></td>`;
  const text = escaped(cellText(value));
  const href = page && value && pageOf(row, page);
  return `<td${classOf(value)}>${href ? `<a href="${escaped(origin + href)}">${text}</a>` : text}</td>`;
}

const classOf = (value: JsonValue | undefined) => (typeof value === 'number' ? ' class="number"' : '');

/** `/courses/{id}` of a row; undefined when it lacks a part of it. */
function pageOf(row: Row, page: string): string | undefined {
  let complete = true;
  const path = page.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = row[key];
    complete &&= value !== undefined && value !== null;
    return encodeURIComponent(cellText(value));
  });
  return complete ? path : undefined;
}
