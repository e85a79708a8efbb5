/** Tables in files as spreadsheets and programs write them: RFC 4180, also with semicolons or tabs, with or without a BOM. */
import { UsageError } from '../frame/failure.ts';

export interface CsvTable {
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
}

export interface CsvRow {
  /** In the file, from 1. */
  readonly line: number;
  /** Without the blanks around them. */
  readonly cells: readonly string[];
}

const SEPARATORS = [',', ';', '\t'] as const;

/**
 * Empty lines are no rows.
 * @throws UsageError for a file without a header, or with quotes that nothing closes
 */
export function parseCsv(text: string): CsvTable {
  const content = text.replace(/^\ufeff/, '');
  const first = /^[^\r\n]*/.exec(content)?.[0] ?? '';
  const separator = SEPARATORS.toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ',';
  const rows = [...rowsOf(content, separator)].filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [header, ...rest] = rows;
  if (!header) throw new UsageError('The file is empty: its first line names the columns');
  return { header: header.cells, rows: rest };
}

function* rowsOf(content: string, separator: string): Generator<CsvRow> {
  const pattern = new RegExp(`"((?:[^"]|"")*)"|[^${separator}\r\n"]+|(${separator})|(\r\n|\n|\r)|"`, 'g');
  let line = 1;
  let began = 1;
  let cells: string[] = [];
  let cell = '';
  for (const [piece, quoted, isSeparator, isEnd] of content.matchAll(pattern)) {
    if (piece === '"') throw new UsageError(`Line ${line}: the quotes are never closed`);
    if (isEnd) {
      yield { line: began, cells: [...cells, cell.trim()] };
      line++;
      began = line;
      [cells, cell] = [[], ''];
    } else if (isSeparator) {
      cells.push(cell.trim());
      cell = '';
    } else {
      cell += quoted === undefined ? piece : quoted.replaceAll('""', '"');
      line += piece.match(/\r\n|\n|\r/g)?.length ?? 0;
    }
  }
  yield { line: began, cells: [...cells, cell.trim()] };
}
