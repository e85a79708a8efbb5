import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';

/** A standard handler, as `createCanvasProxy` makes them. */
export type FetchHandler = (request: Request) => Promise<Response>;

/**
 * The handler for `node:http` and for what is made of it: `createServer(nodeListener(handler, origin))`, Express's `use`,
 * Fastify's raw request and reply. The body must not have been read.
 * @param origin where the browser sees the server; nothing that the request says of it is believed
 */
export function nodeListener(
  handler: FetchHandler,
  origin: string,
): (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void> {
  return async (incoming, outgoing) => {
    const gone = new AbortController();
    outgoing.once('close', () => {
      if (!outgoing.writableFinished) gone.abort(new Error('the browser has gone'));
    });
    const request = requestOf(incoming, origin, gone.signal);
    const response = request ? await handler(request) : new Response(null, { status: 400 });
    await send(response, outgoing, gone.signal);
  };
}

function requestOf(incoming: IncomingMessage, origin: string, signal: AbortSignal): Request | undefined {
  const { method = 'GET', headers } = incoming;
  // Express shortens `url` by the path that it is mounted at.
  const target = (incoming as { originalUrl?: string }).originalUrl ?? incoming.url ?? '';
  // A whole address, `//host`, or what a URL would silently mend, came from no browser.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (!/^\/(?!\/)[^\\#\u0000-\u0020\u007f]*$/.test(target) || hasDotSegment(target)) return undefined;
  const hasBody = Number(headers['content-length'] ?? 0) > 0 || headers['transfer-encoding'] !== undefined;
  const carriesBody = hasBody && !/^(GET|HEAD)$/.test(method);
  try {
    return new Request(`${origin}${target}`, {
      method,
      headers: Object.entries(incoming.headersDistinct).flatMap(([name, values = []]) =>
        values.map((value): [string, string] => [name, value]),
      ),
      signal,
      ...(carriesBody && { body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>, duplex: 'half' }),
    });
  } catch {
    // A method or a header that no standard request can have: TRACE, CONNECT.
    return undefined;
  }
}

/** What a URL would mend as well. */
const hasDotSegment = (target: string) =>
  (target.split('?')[0] ?? '').split('/').some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment));

async function send(response: Response, outgoing: ServerResponse, signal: AbortSignal): Promise<void> {
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) if (name !== 'set-cookie') outgoing.setHeader(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies);
  if (!response.body) {
    outgoing.end();
    return;
  }
  try {
    await pipeline(Readable.fromWeb(response.body as NodeReadableStream), outgoing, { signal });
  } catch {
    // Half of an answer must not look like a whole one.
    outgoing.destroy();
  }
}
