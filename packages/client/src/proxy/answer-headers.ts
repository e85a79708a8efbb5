import { formFields, urlEncoded } from '../form.ts';
import { parseLinkHeader } from '../link-header.ts';
import { fillPath } from '../operation.ts';
import type { Allowed } from './allow-list.ts';
import { checkParams } from './check-params.ts';
import { masked } from './guarded-stream.ts';
import type { Router } from './match-path.ts';
import { nestParams } from './nest-params.ts';
import { Refusal } from './refusal.ts';

/** Of Canvas's headers these reach the browser, and no others: no cookies, no challenges. */
const PASSED = [
  'content-type',
  'content-disposition',
  'content-range',
  'accept-ranges',
  'etag',
  'last-modified',
  'retry-after',
  'x-rate-limit-remaining',
  'x-request-cost',
  'x-request-context-id',
  'x-easel-hint',
] as const;

/** On every answer. What Canvas sends is data: a page among it must not run as one of the application's own. */
export const ALWAYS: Readonly<Record<string, string>> = {
  'cache-control': 'private, no-cache',
  vary: 'Cookie, Accept',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** Addresses as Canvas writes them, and as the browser may use them. */
export interface Addresses {
  readonly canvasOrigin: string;
  /** Where the browser sees the proxy, without a slash at the end. */
  readonly publicUrl: string;
  readonly router: Router;
}

/** @param sentTo what relative links are seen from @param secrets masked wherever they stand */
export function answerHeaders(
  from: Response,
  sentTo: string,
  addresses: Addresses,
  secrets: readonly string[],
): Headers {
  const headers = new Headers(ALWAYS);
  for (const name of PASSED) {
    const value = from.headers.get(name);
    if (value !== null) headers.set(name, masked(value, secrets));
  }
  // A compressed body was unpacked on its way.
  const length = from.headers.get('content-length');
  if (length !== null && !from.headers.has('content-encoding')) headers.set('content-length', length);
  const links = Object.entries(parseLinkHeader(from.headers.get('link'))).flatMap(([rel, target]) => {
    const own = target === undefined ? undefined : ownAddress(target, sentTo, addresses);
    return own === undefined ? [] : [`<${own}>; rel="${rel}"`];
  });
  if (links.length > 0) headers.set('link', links.join(','));
  return headers;
}

/**
 * The proxy's address for what Canvas's leads to, with the parameters that are allowed there; undefined where it leads to
 * anything that doesn't pass.
 */
export function ownAddress(target: string, base: string, addresses: Addresses): string | undefined {
  const url = URL.canParse(target, base) ? new URL(target, base) : undefined;
  if (!url || !isOfCanvas(url, addresses.canvasOrigin)) return undefined;
  const match = addresses.router.find('GET', url.pathname);
  if (!match) return undefined;
  const query = allowedQuery(match.allowed, url.searchParams);
  if (query === undefined) return undefined;
  return `${addresses.publicUrl}${fillPath(match.allowed.spec.path, match.path)}${query && `?${query}`}`;
}

/** Canvas behind a server that ends TLS may write `http:`. */
export function isOfCanvas(url: URL, canvasOrigin: string): boolean {
  return url.origin === canvasOrigin || `https://${url.host}` === canvasOrigin;
}

/** A link that Canvas made may name what was never sent, its default page size or a token. Undefined where it can't be read. */
function allowedQuery(allowed: Allowed, sent: URLSearchParams): string | undefined {
  const kept = [...sent].filter((pair) =>
    unlessRefused(() => checkParams(allowed, nestParams([pair])) ?? true),
  );
  return unlessRefused(() => urlEncoded(formFields(nestParams(kept))));
}

function unlessRefused<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return undefined;
  }
}
