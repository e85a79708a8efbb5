import { randomUUID } from 'node:crypto';
import { type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

/**
 * Sends a form as `fetch` would, redirects left alone. Node's `fetch` keeps a second copy of every body it sends, in case
 * of a redirect, and so holds a file whole in memory.
 */
export async function sendForm(
  url: string,
  init: Omit<RequestInit, 'body'> & { readonly body: FormData },
): Promise<Response> {
  const boundary = `easel-${randomUUID()}`;
  const parts = [...init.body].map(([name, value]) => partOf(boundary, name, value));
  const end = Buffer.from(`--${boundary}--\r\n`);
  const length = parts.reduce((sum, { head, size }) => sum + head.length + size + 2, end.length);
  const request = (url.startsWith('https:') ? overHttps : overHttp)(url, {
    method: init.method ?? 'POST',
    headers: {
      ...Object.fromEntries(new Headers(init.headers)),
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': length,
    },
    ...(init.signal && { signal: init.signal }),
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve);
    request.on('error', reject);
  });
  // A storage may refuse before it has read everything: then its answer counts, not the broken pipe.
  const sent = pipeline(Readable.from(bytesOf(parts, end), { objectMode: false }), request);
  const answer = await Promise.race([answered, sent.then(() => answered)]).catch(() => answered);
  sent.catch(() => {});
  return responseOf(answer);
}

interface Part {
  readonly head: Buffer;
  readonly size: number;
  readonly content: Buffer | File;
}

function partOf(boundary: string, name: string, value: string | File): Part {
  const disposition = `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(name)}"`;
  if (typeof value === 'string') {
    const content = Buffer.from(value.replace(/\r?\n|\r/g, '\r\n'));
    return { head: Buffer.from(`${disposition}\r\n\r\n`), size: content.length, content };
  }
  const type = value.type || 'application/octet-stream';
  const head = `${disposition}; filename="${escaped(value.name)}"\r\nContent-Type: ${type}\r\n\r\n`;
  return { head: Buffer.from(head), size: value.size, content: value };
}

/** As browsers do. */
const escaped = (name: string) => name.replaceAll('\n', '%0A').replaceAll('\r', '%0D').replaceAll('"', '%22');

async function* bytesOf(parts: readonly Part[], end: Buffer): AsyncGenerator<Uint8Array> {
  for (const { head, content } of parts) {
    yield head;
    if (content instanceof File) yield* content.stream();
    else yield content;
    yield Buffer.from('\r\n');
  }
  yield end;
}

async function responseOf(answer: IncomingMessage): Promise<Response> {
  const { statusCode: status = 502, rawHeaders } = answer;
  const headers = new Headers();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    headers.append(rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '');
  }
  const body = await buffer(answer);
  return new Response(status === 204 || status === 304 ? null : new Uint8Array(body), { status, headers });
}
