import { type Column, cellText, isTime, type Row, readableTime } from '../column.ts';
import { padded, shortened, widthOf } from '../display-width.ts';
import { printable } from '../printable.ts';
import type { Format, Sheet } from './index.ts';

/** Of these the columns' widths are taken; the rest of a long list is fitted in. */
const MEASURED = 200;
const GAP = '  ';
const NARROWEST = 8;

/** For people at a terminal. */
export const table: Format = {
  extensions: ['txt'],
  async *render(sheet) {
    const { columns = [] } = sheet;
    let first: string[][] | undefined = [];
    let widths: number[] = [];
    const begin = function* (cells: readonly string[][]) {
      widths = fit(measure(columns, cells), sheet.width);
      yield heading(columns, widths, sheet);
      for (const row of cells) yield line(row, widths);
    };
    for await (const row of sheet.rows()) {
      const cells = columns.map((column) => cellOf(row, column));
      if (!first) yield line(cells, widths);
      else if (first.push(cells) === MEASURED) {
        yield* begin(first);
        first = undefined;
      }
    }
    if (first?.length === 0) yield `No ${sheet.noun}.\n`;
    else if (first) yield* begin(first);
  },
};

function cellOf(row: Row, { key }: Column): string {
  const value = row[key];
  return isTime(value) ? readableTime(value) : printable(cellText(value));
}

function heading(columns: readonly Column[], widths: readonly number[], { colour }: Sheet): string {
  const text = line(
    columns.map(({ title }) => title.toUpperCase()),
    widths,
  );
  return colour ? `\u001b[1m${text.trimEnd()}\u001b[22m\n` : text;
}

function line(cells: readonly string[], widths: readonly number[]): string {
  const shown = cells.map((cell, index) => {
    const width = widths[index] ?? 0;
    return padded(shortened(cell, width), width);
  });
  return `${shown.join(GAP).trimEnd()}\n`;
}

function measure(columns: readonly Column[], rows: readonly string[][]): number[] {
  return columns.map(({ title }, index) =>
    Math.max(widthOf(title), ...rows.map((row) => widthOf(row[index] ?? ''))),
  );
}

/** The widest columns give way until the line fits; without a width nothing has to. */
function fit(widths: readonly number[], available: number | undefined): number[] {
  const fitted = [...widths];
  const room = (available ?? Number.POSITIVE_INFINITY) - GAP.length * (fitted.length - 1);
  for (;;) {
    const widest = Math.max(...fitted);
    const sum = fitted.reduce((total, width) => total + width, 0);
    if (sum <= room || widest <= NARROWEST) return fitted;
    fitted[fitted.indexOf(widest)] = widest - 1;
  }
}
