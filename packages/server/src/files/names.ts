/** The two names of a file: as people see it, and as Canvas stores it. */

/** Canvas keeps no longer ones. */
export const MAX_NAME = 255;

/** `Straße 1.pdf` → `Stra%C3%9Fe+1.pdf`, cut so that every part between dots keeps its share of 220 characters. */
export function storedName(name: string): string {
  const escaped = encodeURIComponent(name)
    .replace(/[!'()*]/g, percentEncoded)
    .replaceAll('%20', '+');
  const most = Math.trunc(220 / escaped.split('.').length);
  return escaped.replace(/[^.]+/g, (part) => part.slice(0, most));
}

/** Cuts the middle out of a long name, so that its extension stays. */
export function displayName(name: string): string {
  const characters = [...name];
  const dot = characters.lastIndexOf('.');
  if (dot === -1) return characters.slice(0, MAX_NAME).join('');
  const extension = characters.slice(dot).slice(0, Math.trunc(MAX_NAME / 2) + 1);
  return [...characters.slice(0, dot).slice(0, MAX_NAME - extension.length), ...extension].join('');
}

/** As many as Canvas tries before it takes a name that nobody can have. */
const MOST_NUMBERS = 7;

/**
 * `words.txt` → `words-1.txt`, where that is free.
 * @param unguessable for when all numbers are taken
 */
export function uniqueName(name: string, taken: ReadonlySet<string>, unguessable: () => string): string {
  if (!taken.has(name)) return name;
  const extension = /(?:\.[A-Za-z][A-Za-z0-9]*)*\.[A-Za-z0-9]*$/.exec(name)?.[0] ?? '';
  const base = name.slice(0, name.length - extension.length);
  for (let number = 1; number <= MOST_NUMBERS; number++) {
    const candidate = `${base}-${number}${extension}`;
    if (!taken.has(candidate)) return candidate;
  }
  return `${base}-${unguessable()}${extension}`;
}

/** For a Content-Disposition: plain letters for old clients, the name itself for all others. */
export function dispositionOf(kind: 'inline' | 'attachment', name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, '_')
    .replace(/["\\]/g, '\\$&');
  const exact = encodeURIComponent(name).replace(/['()*!~_-]/g, percentEncoded);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${exact}`;
}

const percentEncoded = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
