import type { JsonValue } from '@easel/contract';
import type { CellValue } from 'hucre/xlsx';
import { cellText, isTime } from '../column.ts';
import type { Format } from './index.ts';

/** Excel's own limit for a cell. */
const LONGEST_CELL = 32_767;
const WIDTH_OF_TEXT = 24;

/**
 * A workbook, written as the rows come. Ids are text, for Excel keeps 15 digits of a number; times are Excel's own, in
 * UTC. Texts are stored as texts, so none is ever run as a formula.
 */
export const xlsx: Format = {
  extensions: ['xlsx'],
  binary: true,
  async *render({ title, columns = [], rows }) {
    const { writeXlsxStream } = await import('hucre/xlsx');
    const cells = async function* (): AsyncGenerator<CellValue[]> {
      for await (const row of rows()) yield columns.map(({ key }) => cellOf(row[key]));
    };
    yield* writeXlsxStream(cells(), {
      name: sheetName(title),
      columns: columns.map((column) => ({
        header: isTimeColumn(column.key) ? `${column.title} (UTC)` : column.title,
        width: WIDTH_OF_TEXT,
        ...(isTimeColumn(column.key) && { numFmt: 'yyyy-mm-dd hh:mm' }),
      })),
      freezePane: { rows: 1 },
    });
  },
};

/** Excel takes 31 characters, and none of these. */
const sheetName = (title: string) => title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);

/** By Canvas's habit; the rows come too late to ask them. */
const isTimeColumn = (key: string) => /_at$/.test(key);

function cellOf(value: JsonValue | undefined): CellValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return isTime(value) ? new Date(value) : cellText(value).slice(0, LONGEST_CELL);
}
