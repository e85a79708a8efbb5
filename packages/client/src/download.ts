import type { Canvas } from './canvas.ts';
import type { CanvasError } from './errors/canvas-error.ts';
import { errorOf } from './errors/of-answer.ts';
import { UnexpectedAnswerError } from './errors/unexpected-answer-error.ts';
import type { IdKind } from './types.ts';

/** What the download needs of Canvas's File. */
export interface Downloadable {
  readonly id?: string | number | null | undefined;
  readonly url?: string | null | undefined;
}

export interface DownloadOptions {
  /** The first byte that is wanted; the answer is 206 when the storage goes along, 200 with everything when not. */
  readonly from?: number;
  readonly signal?: AbortSignal;
}

const MOST_REDIRECTS = 10;

/**
 * The contents of a file as they come, from wherever Canvas keeps them. The token never goes along: a file's `url` opens
 * it by itself, and where it doesn't, Canvas is asked for one that does.
 * @returns the storage's answer, with nothing of its body read
 * @throws CanvasError
 */
export async function download<Ids extends IdKind>(
  canvas: Canvas<Ids>,
  file: Downloadable,
  { from = 0, signal }: DownloadOptions = {},
): Promise<Response> {
  const headers: Record<string, string> = from > 0 ? { range: `bytes=${from}-` } : {};
  const get = (url: string) =>
    follow(canvas, onTls(new URL(url, canvas.origin), canvas.origin), headers, signal);
  const answer = file.url ? await get(file.url) : undefined;
  if (answer instanceof Response) return answer;
  // Some accounts hand out addresses that only a browser's session opens.
  const { body } = await canvas.raw<{ public_url?: string }>('GET', `/api/v1/files/${file.id}/public_url`, {
    signal,
  });
  const again = body.public_url ? await get(body.public_url) : undefined;
  if (again instanceof Response) return again;
  throw again ?? answer ?? unexpected(new URL(canvas.origin), 'Canvas gives no address for the contents');
}

/** Canvas behind a proxy that ends TLS may write `http:` into its links. */
function onTls(url: URL, origin: string): URL {
  if (url.protocol === 'http:' && `https://${url.host}` === origin) url.protocol = 'https:';
  return url;
}

/** @returns what was refused as an error, for there may be another way */
async function follow<Ids extends IdKind>(
  canvas: Canvas<Ids>,
  start: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal | undefined,
): Promise<Response | CanvasError> {
  let url = start;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const answer = await canvas.sendElsewhere(url, {
      method: 'GET',
      // Compressed, no byte would be where a range looks for it.
      headers: { 'accept-encoding': 'identity', ...headers },
      signal,
    });
    const location = answer.headers.get('location');
    if (answer.status >= 300 && answer.status < 400 && location) {
      await answer.body?.cancel();
      url = onTls(new URL(location, url), canvas.origin);
      if (url.origin === canvas.origin && /^\/login\b/.test(url.pathname)) {
        return unexpected(url, 'the contents are only for those who sign in by a browser');
      }
      continue;
    }
    if (answer.status < 400 || answer.status === 416) return answer;
    return errorOf(step(url), {
      status: answer.status,
      headers: answer.headers,
      body: await answer.text(),
      throttled: answer.status === 429,
      retryAfterMs: undefined,
    });
  }
  return unexpected(url, 'the storage redirects for ever');
}

const unexpected = (url: URL, message: string) =>
  new UnexpectedAnswerError({ ...step(url), messages: [message] });

/** The query is what opens the storage, so errors leave it out. */
const step = (url: URL) => ({ method: 'GET', url: url.origin + url.pathname });
