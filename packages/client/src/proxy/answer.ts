import type { Allowed } from './allow-list.ts';
import { type CachedAnswer, LONGEST_CACHED } from './answer-cache.ts';
import { type Addresses, answerHeaders, isOfCanvas, ownAddress } from './answer-headers.ts';
import { guardedStream } from './guarded-stream.ts';
import type { Settings } from './options.ts';
import { Refusal } from './refusal.ts';
import type { Received } from './send-to-canvas.ts';

interface About {
  readonly sentTo: string;
  readonly allowed: Allowed;
  readonly secrets: readonly string[];
  readonly addresses: Addresses;
  readonly settings: Settings;
  /** Takes a whole answer that may be given again. */
  readonly keep: ((answer: CachedAnswer) => void) | undefined;
}

const BODILESS: ReadonlySet<number> = new Set([204, 205, 304]);

/** Canvas's answer as the browser may have it: its status, some of its headers, its body as it comes. */
export function answerOf({ response, abandon }: Received, about: About): Response {
  const { status, body } = response;
  const headers = answerHeaders(response, about.sentTo, about.addresses, about.secrets);
  if (status >= 300 && status < 400 && status !== 304) {
    abandon();
    headers.set('location', locationOf(response, about));
    headers.delete('content-length');
    return new Response(null, { status, headers });
  }
  if (!body || BODILESS.has(status)) return new Response(null, { status, headers });
  const copy = status === 200 && about.keep ? new Copy() : undefined;
  const { limits, timeoutMs: idleMs } = about.settings;
  const stream = guardedStream(body, {
    secrets: about.secrets,
    longest: limits.answer,
    idleMs,
    abandon,
    onChunk: copy && ((chunk) => copy.add(chunk)),
    onEnd: copy && (() => copy.whole && about.keep?.({ status, headers, body: copy.whole })),
  });
  return new Response(stream, { status, headers });
}

/**
 * The proxy never follows a redirect. One that stays among what passes becomes the proxy's own; one to another host the
 * browser gets where the list says so, and goes there without any token.
 */
function locationOf(response: Response, { sentTo, addresses, allowed, secrets }: About): string {
  const location = response.headers.get('location') ?? '';
  const own = ownAddress(location, sentTo, addresses);
  if (own !== undefined) return own;
  const target = URL.canParse(location, sentTo) ? new URL(location, sentTo) : undefined;
  const isElsewhere =
    target && /^https?:$/.test(target.protocol) && !isOfCanvas(target, addresses.canvasOrigin);
  if (allowed.redirects && isElsewhere && !secrets.some((secret) => location.includes(secret)))
    return target.href;
  throw new Refusal(502, 'redirect_not_allowed', 'Canvas redirects to where the proxy does not lead.');
}

/** What was sent, as long as it isn't too much to keep. */
class Copy {
  #chunks: Uint8Array[] = [];
  #length = 0;

  add(chunk: Uint8Array): void {
    this.#length += chunk.length;
    if (this.#length > LONGEST_CACHED) this.#chunks = [];
    else this.#chunks.push(chunk.slice());
  }

  get whole(): Uint8Array<ArrayBuffer> | undefined {
    if (this.#length > LONGEST_CACHED) return undefined;
    const whole = new Uint8Array(this.#length);
    let at = 0;
    for (const chunk of this.#chunks) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    return whole;
  }
}
