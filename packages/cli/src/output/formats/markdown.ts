import { cellText, isTime, readableTime } from '../column.ts';
import { printable } from '../printable.ts';
import type { Format } from './index.ts';

/** A table of GitHub's Markdown. */
export const markdown: Format = {
  extensions: ['md', 'markdown'],
  async *render({ columns = [], rows }) {
    yield line(columns.map(({ title }) => title));
    yield `|${columns.map(() => '---|').join('')}\n`;
    for await (const row of rows()) {
      yield line(
        columns.map(({ key }) => {
          const value = row[key];
          return isTime(value) ? readableTime(value) : cellText(value);
        }),
      );
    }
  },
};

function line(cells: readonly string[]): string {
  return `| ${cells.map(escaped).join(' | ')} |\n`;
}

/** What Markdown, or the HTML that may stand in it, would take for its own. */
function escaped(text: string): string {
  return printable(text).replace(/[\\`*_[\]<>|#]/g, '\\$&');
}
