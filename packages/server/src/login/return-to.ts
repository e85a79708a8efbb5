/** Where to go after signing in, if nobody said. */
export const HOME = '/profile/settings';

/**
 * A place of this site, whatever a link said: `https://evil.example`, `//evil.example`, `/\evil.example` and the like
 * lead home.
 */
export function placeHere(text: string | undefined, origin: string): string {
  if (!text?.startsWith('/') || !URL.canParse(text, origin)) return HOME;
  const url = new URL(text, origin);
  // Browsers read backslashes and blanks as this parser does.
  if (url.origin !== new URL(origin).origin) return HOME;
  const place = url.pathname + url.search;
  return place.startsWith('//') ? HOME : place;
}
