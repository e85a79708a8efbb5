/** One file over HTTP: conditions, ranges, and headers under which nothing of it runs on the server's origin. */
import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { mayBeShown } from './content-types.ts';
import { dispositionOf } from './names.ts';
import type { PouredFile } from './poured-file.ts';
import type { ByteRange, FileStorage, Presentation } from './storage.ts';

export interface Served {
  status: number;
  headers: Record<string, string>;
  body: Readable | PouredFile | string;
}

export interface ServedFile {
  key: string;
  tag: string;
  size: number;
  name: string;
  contentType: string;
  modifiedAt: string;
}

/** Even what is shown in place gets no scripts, no origin and no guessing at what it might be. */
const CONTAINED = {
  'x-content-type-options': 'nosniff',
  'content-security-policy':
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; media-src 'self'",
  'cross-origin-resource-policy': 'cross-origin',
};

export function presentationOf(file: ServedFile, asked: 'inline' | 'attachment'): Presentation {
  const kind = asked === 'inline' && mayBeShown(file.contentType) ? 'inline' : 'attachment';
  const known = file.contentType !== 'unknown/unknown';
  return {
    contentType: known ? withCharset(file.contentType) : 'application/octet-stream',
    disposition: dispositionOf(kind, file.name),
  };
}

const withCharset = (type: string) => (type.startsWith('text/') ? `${type}; charset=utf-8` : type);

/** @param method HEAD gets the headers alone */
export async function serveFile(
  storage: FileStorage,
  file: ServedFile,
  presentation: Presentation,
  { method, headers: asked }: { method: string; headers: IncomingHttpHeaders },
): Promise<Served> {
  const address = await storage.addressOf(file.key, presentation);
  if (address !== undefined) {
    const headers = { location: address, 'content-type': 'text/html; charset=utf-8', ...NOT_KEPT };
    return { status: 302, headers, body: '' };
  }
  const headers: Record<string, string> = {
    ...CONTAINED,
    // Browsers' viewers of PDF are scripts of their own, which a sandbox would stop.
    ...(file.contentType === 'application/pdf' && { 'content-security-policy': "default-src 'none'" }),
    'content-type': presentation.contentType,
    'content-disposition': presentation.disposition,
    etag: `"${file.tag}"`,
    'last-modified': new Date(file.modifiedAt).toUTCString(),
    'accept-ranges': 'bytes',
    'cache-control': 'private, max-age=0, must-revalidate',
  };
  if (isUnchanged(file, asked)) return { status: 304, headers, body: '' };
  const range = rangeOf(file, asked);
  if (range === 'unsatisfiable') {
    return { status: 416, headers: { ...headers, 'content-range': `bytes */${file.size}` }, body: '' };
  }
  const { start, end } = range ?? { start: 0, end: file.size - 1 };
  headers['content-length'] = String(end - start + 1);
  if (range) headers['content-range'] = `bytes ${start}-${end}/${file.size}`;
  return {
    status: range ? 206 : 200,
    headers,
    body: await bytesOf(storage, file, range, method),
  };
}

async function bytesOf(
  storage: FileStorage,
  { key, size }: ServedFile,
  range: ByteRange | undefined,
  method: string,
): Promise<Readable | PouredFile> {
  if (method === 'HEAD' || size === 0) return Readable.from([]);
  const whole = range ?? { start: 0, end: size - 1 };
  return storage.content ? await storage.content(key, whole) : await storage.read(key, range);
}

const NOT_KEPT = { 'cache-control': 'private, no-store' };

function isUnchanged({ tag, modifiedAt }: ServedFile, asked: IncomingHttpHeaders): boolean {
  const match = asked['if-none-match'];
  if (match !== undefined) {
    return match === '*' || match.split(',').some((each) => each.trim().replace(/^W\//, '') === `"${tag}"`);
  }
  const since = Date.parse(asked['if-modified-since'] ?? '');
  return Date.parse(modifiedAt) <= since;
}

/** One range is answered; several, and what is no range, count for nothing, as the standard allows. */
function rangeOf(
  { tag, size, modifiedAt }: ServedFile,
  asked: IncomingHttpHeaders,
): ByteRange | undefined | 'unsatisfiable' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(asked.range?.trim() ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  const condition = asked['if-range'];
  if (
    condition !== undefined &&
    condition !== `"${tag}"` &&
    Date.parse(condition as string) !== Date.parse(modifiedAt)
  ) {
    return undefined;
  }
  const [first, last] = [match[1] as string, match[2] as string];
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined;
  return start >= size || (first === '' && Number(last) === 0) ? 'unsatisfiable' : { start, end };
}
