import type { JsonValue } from '@easel/contract';

/**
 * One page of a list and the ways on from it, as absolute URLs. Its rows are parsed when they are asked for: objects
 * that wait for their turn would outlive the young generation, and the heap would grow with every page.
 */
export interface Page<T> {
  readonly url: string;
  readonly readItems: () => readonly T[];
  readonly next: string | undefined;
  /** Absent wherever Canvas doesn't count the whole. */
  readonly last: string | undefined;
}

/**
 * The rows of a page: the body itself, or the one list inside it (`enrollment_terms`, account calendars). Where there
 * are several, as with the JSON API's side-loaded objects, the one that the path ends in.
 * @param key names the list, where neither holds
 */
export function rowsOf(body: JsonValue | undefined, path: string, key?: string): readonly JsonValue[] {
  if (Array.isArray(body)) return body;
  if (typeof body !== 'object' || body === null) return [];
  const lists = Object.entries(body).filter((entry): entry is [string, JsonValue[]] =>
    Array.isArray(entry[1]),
  );
  const last = path.split('/').at(-1) ?? '';
  const chosen =
    key === undefined
      ? lists.length === 1
        ? lists[0]
        : (lists.find(([name]) => name === last) ?? lists.find(([name]) => name.endsWith(`_${last}`)))
      : lists.find(([name]) => name === key);
  return chosen?.[1] ?? [];
}

const NUMBERED = /([?&]page=)(\d+)(?=&|$)/;

/** The number in `page=7`; undefined for bookmarks. */
export function pageNumber(url: string | undefined): number | undefined {
  const digits = url === undefined ? undefined : NUMBERED.exec(url)?.[2];
  return digits === undefined ? undefined : Number(digits);
}

/**
 * Guesses the pages that follow, so that they can be fetched at once: only where pages are numbered, and no further
 * than `last`, where the server says what is last. The first is always `next` itself.
 */
export function pagesAhead({ next, last }: Page<unknown>, count: number): string[] {
  if (next === undefined || count < 1) return [];
  const number = pageNumber(next);
  if (number === undefined) return [next];
  const end = Math.min(number + count - 1, pageNumber(last) ?? Number.POSITIVE_INFINITY);
  const rest = Array.from({ length: Math.max(0, end - number) }, (_, index) => number + 1 + index);
  return [next, ...rest.map((guess) => next.replace(NUMBERED, `$1${guess}`))];
}
