import { shortened } from '../display-width.ts';
import { escaped } from './escape.ts';
import { type Group, largest, type Tally } from './tally.ts';

const MOST_BARS = 16;
const WIDTH = 960;
const LABELS = 260;
const NUMBERS = 70;
const BAR = 22;
const STEP = 32;
const LONGEST_LABEL = 34;
/** Told apart by people who see colours differently (Okabe and Ito). */
const COLOURS = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#7f7f7f'];

/** Bars, their legend, and the same numbers as a table for whoever can't see them. */
export function plot(tally: Tally): string {
  const [by, across] = tally.of;
  if (!by || tally.rows === 0) return '';
  const title = `By ${by.title.toLowerCase()}${across ? ` and ${across.title.toLowerCase()}` : ''}`;
  const groups = largest(tally, MOST_BARS);
  return `<section aria-labelledby="plot-title">
<h2 id="plot-title">${escaped(title)}</h2>
${across ? legend(tally) : ''}${bars(title, groups, tally)}
<details><summary>The same as a table</summary>${numbers(tally)}</details>
</section>
`;
}

const colour = (index: number) => COLOURS[index % COLOURS.length] ?? '';

function legend({ parts, groups }: Tally): string {
  const items = parts.map((part, index) => {
    const rows = groups.reduce((total, { counts }) => total + (counts[index] ?? 0), 0);
    return `<li><svg width="14" height="14" aria-hidden="true"><rect width="14" height="14" fill="${colour(index)}"/></svg> ${escaped(part)} <b>${rows}</b></li>`;
  });
  return `<ul class="legend">${items.join('')}</ul>\n`;
}

function bars(title: string, groups: readonly Group[], { parts }: Tally): string {
  const most = Math.max(...groups.map(({ rows }) => rows));
  const scale = (WIDTH - LABELS - NUMBERS) / most;
  const shapes = groups.map((group, line) => {
    const top = line * STEP + 5;
    const middle = top + BAR / 2 + 5;
    let left = LABELS;
    const rects = group.counts.map((count, index) => {
      if (count === 0) return '';
      const width = count * scale;
      const what = [group.name, parts[index]].filter(Boolean).join(', ');
      const rect = `<rect x="${left.toFixed(1)}" y="${top}" width="${width.toFixed(1)}" height="${BAR}" fill="${colour(index)}"><title>${escaped(what)}: ${count}</title></rect>`;
      left += width;
      return rect;
    });
    return `<text x="${LABELS - 10}" y="${middle}" text-anchor="end">${escaped(shortened(group.name, LONGEST_LABEL))}</text>${rects.join('')}<text x="${(left + 8).toFixed(1)}" y="${middle}">${group.rows}</text>`;
  });
  return `<svg class="plot" viewBox="0 0 ${WIDTH} ${groups.length * STEP + 5}" role="img" aria-label="${escaped(title)}">${shapes.join('\n')}</svg>`;
}

function numbers({ of: [by, across], groups, parts }: Tally): string {
  const heads = across ? parts : [];
  const rows = groups.map(
    ({ name, rows: sum, counts }) =>
      `<tr><th scope="row">${escaped(name)}</th>${heads.map((_, index) => `<td>${counts[index]}</td>`).join('')}<td>${sum}</td></tr>`,
  );
  return `<table class="numbers"><thead><tr><th scope="col">${escaped(by?.title ?? '')}</th>${heads.map((part) => `<th scope="col">${escaped(part)}</th>`).join('')}<th scope="col">All</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
