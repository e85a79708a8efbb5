import { fillPath } from '../operation.ts';
import { eitherSignal } from '../signals.ts';
import type { Match } from './match-path.ts';
import type { Settings } from './options.ts';
import type { ReadRequest } from './read-request.ts';
import { Refusal } from './refusal.ts';

/** What the proxy asks of Canvas, all of it made here: nothing of the browser's request goes on as it came. */
export interface Sent {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ReadRequest['body'];
}

/** What the browser may say of how it wants an answer. */
export function requestFor(request: Request, match: Match, read: ReadRequest, settings: Settings): Sent {
  const { spec } = match.allowed;
  const query = read.query === '' ? '' : `?${read.query}`;
  return {
    url: `${settings.canvasOrigin}${fillPath(spec.path, match.path)}${query}`,
    method: spec.method,
    headers: {
      accept: acceptFor(request, spec.path),
      'user-agent': settings.userAgent,
      ...(read.contentType !== undefined && { 'content-type': read.contentType }),
      ...conditionsOf(request, spec.method),
    },
    body: read.body,
  };
}

const STRING_IDS = 'application/json+canvas-string-ids';

/** Ids as numbers or as text; contents as they are. */
function acceptFor({ headers }: Request, path: string): string {
  if (!path.startsWith('/api/')) return '*/*';
  return headers.get('accept')?.includes(STRING_IDS) ? STRING_IDS : 'application/json';
}

function conditionsOf({ headers }: Request, method: string): Record<string, string> {
  if (method !== 'GET') return {};
  const [tag, range] = [headers.get('if-none-match'), headers.get('range')];
  return {
    ...(tag !== null && isTagList(tag) && { 'if-none-match': tag }),
    ...(range !== null && /^bytes=(?:\d{1,15}-\d{0,15}|-\d{1,15})$/.test(range) && { range }),
  };
}

const isTagList = (text: string) =>
  text.length <= 1000 && /^(?:W\/)?"[\x21\x23-\x7e]*"(?:, *(?:W\/)?"[\x21\x23-\x7e]*")*$/.test(text);

export interface Received {
  readonly response: Response;
  /** Ends what is still on its way. */
  readonly abandon: () => void;
}

/**
 * Sends it, once, and follows nothing.
 * @param gone aborted when the browser is
 * @throws Refusal 504 when Canvas takes too long, 502 when it can't be reached
 */
export async function sendToCanvas(
  { url, method, headers, body }: Sent,
  token: string,
  settings: Settings,
  gone: AbortSignal,
): Promise<Received> {
  const over = new AbortController();
  const timer = setTimeout(() => over.abort('late'), settings.timeoutMs);
  // While a large body goes up, Canvas can't begin its answer.
  const isLong = body !== undefined && typeof body !== 'string';
  if (isLong) clearTimeout(timer);
  try {
    const response = await settings.fetch(url, {
      method,
      headers: { ...headers, authorization: `Bearer ${token}` },
      redirect: 'manual',
      signal: eitherSignal(gone, over.signal) ?? null,
      ...(body !== undefined && { body }),
      ...(isLong && { duplex: 'half' }),
    });
    return { response, abandon: () => over.abort('abandoned') };
  } catch (error) {
    // What broke off a body on its way up is a fault of the body.
    if (error instanceof Refusal) throw error;
    if (error instanceof Error && error.cause instanceof Refusal) throw error.cause;
    if (gone.aborted) throw new Refusal(499, 'browser_gone', 'The browser has gone.');
    if (over.signal.aborted) throw new Refusal(504, 'canvas_too_slow', 'Canvas took too long to answer.');
    throw new Refusal(502, 'canvas_unreachable', 'Canvas did not answer.');
  } finally {
    clearTimeout(timer);
  }
}
