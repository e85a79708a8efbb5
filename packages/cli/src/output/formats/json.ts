import type { Row } from '../column.ts';
import type { Format, Sheet } from './index.ts';

/** One list, a row a line. */
export const json: Format = {
  extensions: ['json'],
  whole: true,
  async *render(sheet) {
    let before = '[\n  ';
    for await (const row of sheet.rows()) {
      yield before + JSON.stringify(picked(row, sheet));
      before = ',\n  ';
    }
    yield before.startsWith('[') ? '[]\n' : '\n]\n';
  },
};

/** A row a line and nothing else, so that programs can read it as it comes. */
export const ndjson: Format = {
  extensions: ['ndjson', 'jsonl'],
  whole: true,
  async *render(sheet) {
    for await (const row of sheet.rows()) yield `${JSON.stringify(picked(row, sheet))}\n`;
  },
};

function picked(row: Row, { columns }: Sheet): Row {
  return columns ? Object.fromEntries(columns.map(({ key }) => [key, row[key] ?? null])) : row;
}
