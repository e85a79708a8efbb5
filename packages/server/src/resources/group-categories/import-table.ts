/** A table of groups and who is to be in them, as it came and as its rows read. */
import { parseCsv, UnreadableFile } from '../../domain/csv.ts';
import { WHOLE_BODY } from '../../http/body.ts';
import type { Context } from '../../http/context.ts';

/** The part `attachment` of a form, or the body itself; nothing is a table without rows. */
export function tableOf(ctx: Context): Buffer {
  const file = ctx.request.files?.get('attachment') ?? ctx.request.files?.get(WHOLE_BODY);
  if (!file) {
    ctx.hint(
      'No file came: send it as attachment in a multipart form, or as the body with Content-Type: text/csv',
    );
  }
  return file?.bytes ?? Buffer.alloc(0);
}

/** What a row says, by the names of the columns in lower case; empty cells are absent. */
export type ImportedRow = Readonly<Record<string, string>>;

/** @throws UnreadableFile in Canvas's words */
export function readTable(bytes: Buffer): ImportedRow[] {
  if (!isUtf8(bytes)) throw new UnreadableFile('Invalid UTF-8');
  if (bytes.length === 0) return [];
  const [header = [], ...rows] = parsed(bytes);
  const names = header.map((name) =>
    decoded(name ?? '')
      .trim()
      .toLowerCase(),
  );
  return rows.map((cells) =>
    Object.fromEntries(
      cells.flatMap((cell, index) => {
        const name = names[index];
        const text = decoded(cell ?? '').trim();
        return name && text !== '' ? [[name, text]] : [];
      }),
    ),
  );
}

function parsed(bytes: Buffer) {
  try {
    return parseCsv(bytes).filter((row) => row.length > 0);
  } catch (error) {
    if (error instanceof UnreadableFile) throw new UnreadableFile('Malformed CSV');
    throw error;
  }
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const decoded = (latin: string) => Buffer.from(latin, 'latin1').toString('utf8').replaceAll('\0', '');
