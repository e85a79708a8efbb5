import type { KeyRing } from './key-ring.ts';
import { Refusal } from './refusal.ts';

/** The header by which a page shows that it could read `…/session`, so that it is one of the proxy's own origin. */
export const CSRF_HEADER = 'x-csrf-token';

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD']);
export const isSafe = (method: string): boolean => SAFE.has(method);

/**
 * What the browser itself says of the page behind a request: `Sec-Fetch-Site`, which pages can't set, and `Origin`. A page
 * of another site, or of a neighbouring host, gets nothing; a link or the address line may read.
 * @throws Refusal
 */
export function demandOwnPage(request: Request, publicOrigin: string): void {
  const site = request.headers.get('sec-fetch-site');
  const isOwnSite = site === null || site === 'same-origin' || (site === 'none' && isSafe(request.method));
  const origin = request.headers.get('origin');
  if (isOwnSite && (origin === null || origin === publicOrigin)) return;
  throw new Refusal(403, 'other_origin', 'The proxy answers pages of its own origin only.');
}

export const csrfTokenOf = (keys: KeyRing, session: string): Promise<string> => keys.sign(`csrf ${session}`);

/** Browsers that say nothing of a page's origin are why the token is asked for as well. @throws Refusal */
export async function demandCsrfToken(
  request: Request,
  keys: KeyRing,
  session: string | undefined,
): Promise<void> {
  const token = request.headers.get(CSRF_HEADER);
  if (session !== undefined && token !== null && (await keys.verify(`csrf ${session}`, token))) return;
  // The status of Canvas's own answer.
  throw new Refusal(
    422,
    'invalid_csrf_token',
    `The header ${CSRF_HEADER} has to hold the csrf_token of /session.`,
  );
}
