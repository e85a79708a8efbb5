import { Refusal } from './refusal.ts';

/** One part of a multipart body. Its bytes have to be read before the next part is asked for. */
export interface Part {
  readonly name: string;
  /** Undefined for an ordinary field. */
  readonly filename: string | undefined;
  readonly contentType: string | undefined;
  readonly bytes: AsyncIterable<Uint8Array>;
}

const CR = 13;
const LONGEST_HEAD = 8 * 1024;

/**
 * Reads `multipart/form-data` (RFC 7578) as it comes; holds no more than a chunk and a boundary of it.
 * @throws Refusal where the body isn't that
 */
export async function* partsOf(body: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<Part> {
  const input = new Input(body);
  const delimiter = new TextEncoder().encode(`\r\n--${boundary}`);
  // The first one stands at the beginning, without the line's end that belongs to the others.
  input.prepend(delimiter.subarray(0, 2));
  for await (const preamble of input.until(delimiter)) if (preamble.length > 0) throw malformed();
  while (true) {
    const end = await input.take(2);
    if (end === '--') return;
    if (end !== '\r\n') throw malformed();
    const part = { ...headOf(await input.head()), bytes: input.until(delimiter) };
    yield part;
    // A part that nobody read is in the way.
    for await (const _ of part.bytes);
  }
}

class Input {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array();

  constructor(body: AsyncIterable<Uint8Array>) {
    this.#chunks = body[Symbol.asyncIterator]();
  }

  prepend(bytes: Uint8Array): void {
    this.#held = joined(bytes, this.#held);
  }

  /** Exactly so many bytes, as text. */
  async take(count: number): Promise<string> {
    while (this.#held.length < count) await this.#more();
    const text = new TextDecoder().decode(this.#held.subarray(0, count));
    this.#held = this.#held.subarray(count);
    return text;
  }

  /** The lines of a part's head, up to the empty one. */
  async head(): Promise<string> {
    // Led by the line's end of the delimiter, so that a head without lines is found as well.
    this.prepend(new Uint8Array([CR, 10]));
    const end = new TextEncoder().encode('\r\n\r\n');
    let text = '';
    for await (const chunk of this.until(end)) {
      text += new TextDecoder('latin1').decode(chunk);
      if (text.length > LONGEST_HEAD) throw malformed();
    }
    return new TextDecoder().decode(Uint8Array.from(text, (character) => character.charCodeAt(0)));
  }

  /** The bytes before a mark, and past it. Begun again after its end, it gives nothing. */
  async *until(mark: Uint8Array): AsyncGenerator<Uint8Array> {
    while (true) {
      const at = indexOf(this.#held, mark);
      if (at !== -1) {
        const before = this.#held.subarray(0, at);
        this.#held = this.#held.subarray(at + mark.length);
        if (before.length > 0) yield before;
        return;
      }
      // What could be the beginning of the mark stays.
      const safe = this.#held.length - mark.length + 1;
      if (safe > 0) {
        const before = this.#held.subarray(0, safe);
        this.#held = this.#held.subarray(safe);
        yield before;
      }
      await this.#more();
    }
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#chunks.next();
    if (done) throw malformed();
    this.#held = joined(this.#held, value);
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function indexOf(bytes: Uint8Array, mark: Uint8Array): number {
  const first = mark[0] ?? 0;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (at + mark.length > bytes.length) return -1;
    if (mark.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}

const DISPOSITION =
  /^content-disposition:[ \t]*form-data((?:[ \t]*;[ \t]*[\w*-]+=(?:"[^"\r\n]*"|[^\s";]*))*)[ \t]*$/i;

/** Only what every browser sends: anything less plain might be read otherwise at the other end. */
function headOf(head: string): Omit<Part, 'bytes'> {
  const lines = head.split('\r\n').filter((line) => line !== '');
  const dispositions = lines.filter((line) => /^content-disposition[ \t]*:/i.test(line));
  const parameters = DISPOSITION.exec(dispositions[0] ?? '')?.[1];
  if (dispositions.length !== 1 || parameters === undefined) throw malformed();
  const named = [...parameters.matchAll(/([\w*-]+)=(?:"([^"]*)"|([^\s";]*))/g)].map(
    ([, key = '', quoted, token]) => [key.toLowerCase(), unescaped(quoted ?? token ?? '')] as const,
  );
  const of = (key: string) => named.filter(([name]) => name === key).map(([, value]) => value);
  const [name, ...moreNames] = of('name');
  const [filename, ...moreFilenames] = of('filename');
  if (name === undefined || moreNames.length + moreFilenames.length + of('filename*').length > 0) {
    throw malformed();
  }
  const type = lines.find((line) => /^content-type:/i.test(line))?.replace(/^[^:]*:\s*/, '');
  return { name, filename, contentType: type };
}

/** What HTML has browsers write for quotes and line ends. */
const unescaped = (text: string) =>
  text.replace(/%(22|0D|0A)/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
const escaped = (text: string) =>
  text.replace(
    /["\r\n]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );

const malformed = () =>
  new Refusal(400, 'bad_multipart', 'The body is no multipart form that browsers send.');

/** Fields and then files, written anew. The files are asked for only as they are sent. */
export async function* writeMultipart(
  boundary: string,
  fields: readonly (readonly [name: string, value: string])[],
  files: AsyncIterable<Part>,
): AsyncGenerator<Uint8Array> {
  const encode = (text: string) => new TextEncoder().encode(text);
  for (const [name, value] of fields) {
    yield encode(
      `--${boundary}\r\ncontent-disposition: form-data; name="${escaped(name)}"\r\n\r\n${value}\r\n`,
    );
  }
  for await (const { name, filename = '', contentType = '', bytes } of files) {
    const type = /^[\w.+-]+\/[\w.+-]+$/.test(contentType) ? contentType : 'application/octet-stream';
    const disposition = `form-data; name="${escaped(name)}"; filename="${escaped(filename)}"`;
    yield encode(`--${boundary}\r\ncontent-disposition: ${disposition}\r\ncontent-type: ${type}\r\n\r\n`);
    yield* bytes;
    yield encode('\r\n');
  }
  yield encode(`--${boundary}--\r\n`);
}
