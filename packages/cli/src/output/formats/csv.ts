import type { JsonValue } from '@easel/contract';
import { cellText } from '../column.ts';
import type { Format } from './index.ts';

/**
 * RFC 4180: CRLF, quotes where they are needed, UTF-8 without a byte order mark. The first line holds the columns'
 * keys, for programs; people are better served by xlsx.
 *
 * A text that begins with = + - @, a tab or a carriage return is run as a formula by spreadsheets, and anybody who may
 * name a course or himself could plant one. It gets an apostrophe in front, as OWASP advises, unless it is a plain
 * number. `--formulas` leaves such texts alone, for programs that read the file.
 */
export const csv: Format = {
  extensions: ['csv'],
  async *render({ columns = [], formulas, rows }) {
    yield line(columns.map(({ key }) => key));
    const text = formulas ? cellText : guarded;
    for await (const row of rows()) yield line(columns.map(({ key }) => text(row[key])));
  },
};

const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+([.,]\d+)?$/;

function guarded(value: JsonValue | undefined): string {
  const text = cellText(value);
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

function line(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
}
