import { type Position, readCursor, writeCursor } from './cursor.ts';
import { type Page, pageNumber } from './page.ts';
import { type PageSource, walkPages } from './walk-pages.ts';

export interface ListSource<T> extends PageSource<T> {
  /** A path on the server, made absolute. */
  readonly resolve: (path: string) => string;
}

/** How far a list has come. */
export interface ListProgress {
  readonly pages: number;
  readonly items: number;
  /** The number of the last page, where the server says it. */
  readonly lastPage: number | undefined;
}

/**
 * A list of Canvas, however many pages it has. Nothing is fetched until it is read, and every reading starts anew:
 *
 * ```ts
 * for await (const course of canvas.list('GET /api/v1/courses')) console.log(course.name);
 * ```
 *
 * Reading throws a `CanvasError` when a page fails for good, `LoopError` when the server's `next` leads back,
 * `ForeignLinkError` when it leads to another host, and the signal's reason when it is aborted.
 */
export class CanvasList<T> implements AsyncIterable<T> {
  readonly #source: ListSource<T>;
  readonly #start: Position;
  #position: Position | undefined;
  #progress: ListProgress = { pages: 0, items: 0, lastPage: undefined };

  constructor(source: ListSource<T>, start: Position) {
    this.#source = source;
    this.#start = start;
    this.#position = start;
  }

  /**
   * The place right behind the row (or page) that was handed out last, to go on from with `from`: a short text
   * without secrets. Undefined when the list was read to its end.
   */
  get cursor(): string | undefined {
    return this.#position && writeCursor(this.#position);
  }

  /** Of the latest reading. */
  get progress(): ListProgress {
    return this.#progress;
  }

  /**
   * The same list from a cursor on. The page that it lies in is fetched again; rows that came or went in between
   * move it, as they move pages.
   * @throws TypeError when the text is no cursor
   */
  from(cursor: string): CanvasList<T> {
    const { path, skip } = readCursor(cursor);
    return new CanvasList(this.#source, { url: this.#source.resolve(path), skip });
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, void> {
    for await (const { page, skip } of this.#walk(this.#source)) {
      const items = page.readItems();
      for (let row = skip; row < items.length; row++) {
        const isLast = row === items.length - 1;
        this.#position = isLast ? after(page) : { url: page.url, skip: row + 1 };
        this.#progress = { ...this.#progress, items: this.#progress.items + 1 };
        yield items[row] as T;
      }
      this.#position = after(page);
    }
  }

  /** Page by page, in order; the last one may be empty. */
  async *pages(): AsyncGenerator<T[], void, void> {
    for await (const { page, skip } of this.#walk(this.#source)) {
      const items = page.readItems().slice(skip);
      this.#position = after(page);
      this.#progress = { ...this.#progress, items: this.#progress.items + items.length };
      yield items;
    }
  }

  /** All rows at once: for lists that fit into memory. */
  async toArray(): Promise<T[]> {
    const all: T[] = [];
    for await (const items of this.pages()) for (const item of items) all.push(item);
    return all;
  }

  /** The first row, if there is one; no further page is fetched for it. */
  async first(): Promise<T | undefined> {
    for await (const { page, skip } of this.#walk({ ...this.#source, concurrency: 0 })) {
      const items = page.readItems();
      if (items.length > skip) return items[skip];
    }
    return undefined;
  }

  async *#walk(source: ListSource<T>): AsyncGenerator<{ page: Page<T>; skip: number }, void, void> {
    let { url, skip } = this.#start;
    this.#position = this.#start;
    this.#progress = { pages: 0, items: 0, lastPage: undefined };
    for await (const page of walkPages(url, source)) {
      const lastPage = pageNumber(page.last) ?? this.#progress.lastPage;
      this.#progress = { ...this.#progress, pages: this.#progress.pages + 1, lastPage };
      yield { page, skip };
      skip = 0;
    }
  }
}

function after({ next }: Page<unknown>): Position | undefined {
  return next === undefined ? undefined : { url: next, skip: 0 };
}
