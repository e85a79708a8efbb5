/**
 * A table in a file, as Canvas's importers read it: bytes, since the file may be no UTF-8; commas, or semicolons where the
 * header has more of them; a byte order mark is passed over.
 */

/** A cell: its bytes as Latin-1, or null where there was nothing, not even quotes. */
export type Cell = string | null;

/** The file as a whole can't be read: nothing of it is imported. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

const malformed = () => new UnreadableFile('Invalid CSV File');
const BOM = '\u00ef\u00bb\u00bf';

/** Throws UnreadableFile. */
export function parseCsv(bytes: Buffer): Cell[][] {
  const latin = bytes.toString('latin1');
  const text = latin.startsWith(BOM) ? latin.slice(BOM.length) : latin;
  if (text === '') throw new UnreadableFile('File has no data');
  const header = text.split(/\r\n|\n|\r/, 1)[0] ?? '';
  const separator = countOf(header, ';') > countOf(header, ',') ? ';' : ',';
  const rows: Cell[][] = [];
  let at = 0;
  while (at < text.length) {
    const [row, next] = readRow(text, at, separator);
    rows.push(row);
    at = next;
  }
  return rows;
}

const countOf = (text: string, character: string) => text.split(character).length - 1;

/** @returns the row, and where the next one begins */
function readRow(text: string, start: number, separator: string): [row: Cell[], next: number] {
  const row: Cell[] = [];
  let at = start;
  for (;;) {
    const [cell, end] = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at, separator);
    const after = text[end];
    if (after === separator) {
      row.push(cell);
      at = end + 1;
      continue;
    }
    if (after !== undefined && after !== '\n' && after !== '\r') throw malformed();
    // An empty line has no cells.
    if (cell !== null || row.length > 0) row.push(cell);
    return [row, end + (text.startsWith('\r\n', end) ? 2 : 1)];
  }
}

/** @returns what stands between quotes, and where it ends */
function readQuoted(text: string, start: number): [cell: string, end: number] {
  let cell = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) throw malformed();
    cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') return [cell, quote + 1];
    cell += '"';
    at = quote + 2;
  }
}

function readPlain(text: string, start: number, separator: string): [cell: Cell, end: number] {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
  const cell = text.slice(start, end);
  if (cell.includes('"')) throw malformed();
  return [cell === '' ? null : cell, end];
}

/** One line of a table, with quotes where a cell needs them. */
export const csvLine = (cells: readonly (string | number | null | undefined)[]): string =>
  `${cells.map((cell) => quoted(cell === null || cell === undefined ? '' : String(cell))).join(',')}\n`;

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
