/**
 * Reads a multipart form with one file as it comes: the fields first, then the file, never all of it at once. What
 * looks for the boundary is `Buffer.indexOf` over whole chunks, and the file's chunks are handed on as they arrived:
 * a parser that copies or looks at each byte takes longer than the network and the disk together.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';

/** The form is no form, or breaks off. */
export class BrokenForm extends Error {
  override readonly name = 'BrokenForm';
}

export interface FilePart {
  /** The fields that came before the file. */
  fields: ReadonlyMap<string, string>;
  /** As the client said it; undefined where it said nothing. */
  contentType: string | undefined;
  /** To be read once. Throws BrokenForm where the body ends before the file does. */
  bytes: AsyncIterable<Buffer>;
}

const MOST_FIELDS = 100;
/** A policy is the longest field of a form with a ticket in it. */
const MOST_FIELD_BYTES = 64 * 1024;
const MOST_HEADER_BYTES = 16 * 1024;

/**
 * Hands the file over while it arrives. What comes after it is not looked at.
 * @param isFile whether a part of this name is the file
 * @returns what `take` returns
 * @throws BrokenForm where the form is none, has no file, or ends before its end; whatever `take` throws
 */
export async function readFileForm<T>(
  body: Readable,
  headers: IncomingHttpHeaders,
  isFile: (name: string) => boolean,
  take: (part: FilePart) => Promise<T>,
): Promise<T> {
  const boundary = boundaryOf(headers['content-type'] ?? '');
  const source = new Source(body);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const fields = new Map<string, string>();
  // What stands before the first boundary is not looked at.
  await source.readUntil(delimiter, MOST_FIELD_BYTES);
  for (let parts = 0; await source.beginsPart(); parts++) {
    if (parts > MOST_FIELDS) throw new BrokenForm('the form has too many fields');
    const { name, contentType } = readHeaders(await source.readUntil(HEADERS_END, MOST_HEADER_BYTES));
    if (isFile(name)) {
      const taken = await take({ fields, contentType, bytes: source.pieces(delimiter) });
      source.skipRest();
      return taken;
    }
    fields.set(name, (await source.readUntil(delimiter, MOST_FIELD_BYTES)).toString());
  }
  throw new BrokenForm('the form has no file');
}

const HEADERS_END = Buffer.from('\r\n\r\n');

function boundaryOf(contentType: string): string {
  const match = /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]+)"|([^\s;]+))/is.exec(contentType);
  const boundary = match?.[1] ?? match?.[2];
  if (!boundary || boundary.length > 200) throw new BrokenForm('the body is no multipart/form-data');
  return boundary;
}

/** The name and type of a part. Its file name is of no interest: step 1 of the upload has said it. */
function readHeaders(bytes: Buffer): { name: string; contentType: string | undefined } {
  let name = '';
  let contentType: string | undefined;
  for (const line of bytes.toString().split('\r\n')) {
    const [, header = '', value = ''] = /^([\w-]+):\s*(.*)$/s.exec(line) ?? [];
    if (/^content-type$/i.test(header)) contentType = value;
    if (/^content-disposition$/i.test(header)) name = parameterOf(value, 'name');
  }
  return { name, contentType };
}

function parameterOf(value: string, wanted: string): string {
  for (const [, name, quoted, plain] of value.matchAll(/;\s*([\w*-]+)=(?:"((?:[^"\\]|\\.)*)"|([^;]*))/gs)) {
    if (name?.toLowerCase() === wanted) return (quoted ?? plain ?? '').replace(/\\(.)/g, '$1');
  }
  return '';
}

/** What has come of a body and isn't used yet. */
class Source {
  readonly #body: Readable;
  readonly #chunks: AsyncIterator<Buffer>;
  /** Begins like the line before the first boundary, which a body doesn't have. */
  #rest: Buffer = Buffer.from('\r\n');

  constructor(body: Readable) {
    this.#body = body;
    // Whoever stops reading still wants to answer on the same connection.
    this.#chunks = body.iterator({ destroyOnReturn: false });
  }

  /** Everything before a delimiter, which is taken off too. */
  async readUntil(delimiter: Buffer, mostBytes: number): Promise<Buffer> {
    for (;;) {
      const at = this.#rest.indexOf(delimiter);
      if (at !== -1) return this.#takeThrough(at, delimiter.length);
      if (this.#rest.length > mostBytes) throw new BrokenForm('a part of the form is too long');
      this.#rest = Buffer.concat([this.#rest, await this.#next()]);
    }
  }

  /** After a boundary: whether another part follows rather than the end. */
  async beginsPart(): Promise<boolean> {
    while (this.#rest.length < 2) this.#rest = Buffer.concat([this.#rest, await this.#next()]);
    if (this.#rest.toString('latin1', 0, 2) === '--') return false;
    await this.readUntil(Buffer.from('\n'), MOST_HEADER_BYTES);
    return true;
  }

  /** Everything before a delimiter, in the chunks in which it comes. */
  async *pieces(delimiter: Buffer): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.#rest.indexOf(delimiter);
      if (at !== -1) {
        const last = this.#takeThrough(at, delimiter.length);
        if (last.length > 0) yield last;
        return;
      }
      const held = this.#rest.subarray(startOfPrefix(this.#rest, delimiter));
      const piece = this.#rest.subarray(0, this.#rest.length - held.length);
      if (piece.length > 0) yield piece;
      const next = await this.#next();
      this.#rest = held.length > 0 ? Buffer.concat([held, next]) : next;
    }
  }

  skipRest(): void {
    this.#body.resume();
  }

  #takeThrough(at: number, length: number): Buffer {
    const taken = this.#rest.subarray(0, at);
    this.#rest = this.#rest.subarray(at + length);
    return taken;
  }

  async #next(): Promise<Buffer> {
    let result: IteratorResult<Buffer>;
    try {
      result = await this.#chunks.next();
    } catch (error) {
      throw new BrokenForm(`the connection broke off: ${(error as Error).message}`);
    }
    if (result.done) throw new BrokenForm('the form ends before its end');
    return result.value;
  }
}

/** Where in its last bytes a chunk may begin a delimiter that the next chunk ends; its length where it can't. */
function startOfPrefix(chunk: Buffer, delimiter: Buffer): number {
  let at = Math.max(0, chunk.length - delimiter.length + 1);
  for (;;) {
    at = chunk.indexOf(delimiter[0] as number, at);
    if (at === -1) return chunk.length;
    if (chunk.compare(delimiter, 0, chunk.length - at, at) === 0) return at;
    at++;
  }
}
