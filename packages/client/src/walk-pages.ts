import { type Page, pagesAhead } from './page.ts';
import { eitherSignal } from './signals.ts';

export interface PageSource<T> {
  readonly fetchPage: (url: string, signal: AbortSignal | undefined) => Promise<Page<T>>;
  /** How many pages may be on their way at once. */
  readonly concurrency: number;
  readonly signal: AbortSignal | undefined;
  /** The error for a `next` that leads back. */
  readonly loop: (url: string, page: number) => Error;
}

/**
 * Yields every page in order. `next` alone says what follows and where the end is; `last` and the numbers only help to
 * guess which pages to fetch ahead. At most `concurrency` pages are held, and what is on its way is abandoned as soon
 * as the caller stops.
 */
export async function* walkPages<T>(
  start: string,
  source: PageSource<T>,
): AsyncGenerator<Page<T>, void, void> {
  const { fetchPage, loop } = source;
  const stop = new AbortController();
  const signal = eitherSignal(source.signal, stop.signal);
  const visited = new Set<string>();
  let concurrency = source.concurrency;
  let ahead = new Map<string, Promise<Page<T>>>();

  try {
    for (let url: string | undefined = start; url !== undefined; ) {
      if (visited.has(url)) throw loop(url, visited.size);
      visited.add(url);
      if (ahead.size > 0 && !ahead.has(url)) {
        // The server goes on elsewhere than its numbers promised: no more guesses.
        ahead = new Map();
        concurrency = Math.min(concurrency, 1);
      }
      const page: Page<T> = await (ahead.get(url) ?? fetchPage(url, signal));
      ahead.delete(url);
      if (!visited.has(page.next ?? '')) {
        for (const guess of pagesAhead(page, reach(page, visited.size, concurrency))) {
          if (!ahead.has(guess)) ahead.set(guess, quietly(fetchPage(guess, signal)));
        }
      }
      yield page;
      url = page.next;
    }
  } finally {
    stop.abort();
  }
}

/** Without `last` the end may be near, so guesses reach no further ahead than the list has already come. */
function reach({ last }: Page<unknown>, pagesRead: number, concurrency: number): number {
  return last === undefined ? Math.min(concurrency, pagesRead) : concurrency;
}

/** A page that is fetched ahead may fail without being asked for; whoever asks still gets the failure. */
function quietly<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}
