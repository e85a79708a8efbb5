/**
 * Pages (conventions 4). Every list goes through here: n + 1 rows are fetched to know whether there is a next
 * page, the order always ends in a unique key, and nothing is counted unless Canvas shows `last`.
 */
import { type AliasableExpression, type SelectQueryBuilder, sql } from 'kysely';
import { NotFound } from '../errors.ts';
import type { Context } from './context.ts';

export interface PageLinks {
  perPage: number;
  current: string;
  next?: string;
  prev?: string;
  first: string;
  last?: string;
}

/** A sort key: never null, so that a bookmark can stand on it (`coalesce` where the column may be). */
export interface SortKey {
  by: string | AliasableExpression<unknown>;
  direction?: 'asc' | 'desc' | undefined;
}

export interface PageOptions {
  /** Ends the order and makes it unique: `courses.id`. */
  key: string;
  order?: readonly SortKey[];
  /** Direction of the key itself. */
  direction?: 'asc' | 'desc';
  /**
   * `total`: numbered pages with `last`. `bookmarks`: `next` stands on the last row, so page 1,000 costs what page 1
   * costs; numbers are still understood. Lists where Canvas leaves `last` out take these.
   */
  kind: 'total' | 'bookmarks';
  perPage?: PerPage;
  /** The number of the page to give whatever `page` says, where a request asks for it in another way. */
  page?: number | undefined;
}

interface PerPage {
  /** Where `per_page` isn't given. */
  default: number;
  most: number;
}

type Asked = { number: number } | { bookmark: (string | number)[] };

const BOOKMARK = 'bookmark:';
/** Beyond this no list has rows; it keeps the offset inside what PostgreSQL takes. */
const LAST_NUMBER = 1_000_000_000;

/** `per_page`: 10 unless asked, 1 to 100, as leniently read as Canvas reads it. */
export function perPageOf(ctx: Context, limits: PerPage = { default: 10, most: 100 }): number {
  const asked = ctx.request.params['per_page'];
  const given = asked !== undefined && asked !== null && asked !== '';
  const number = given ? Number.parseInt(String(asked), 10) : limits.default;
  return Math.min(Math.max(Number.isNaN(number) ? 1 : number, 1), limits.most);
}

function askedPage(ctx: Context, kind: PageOptions['kind'], keys: number): Asked {
  const page = ctx.request.params['page'];
  if (page === undefined || page === null || page === '') return { number: 1 };
  const text = String(page);
  if (/^[1-9]\d*$/.test(text)) return { number: Math.min(Number(text), LAST_NUMBER) };
  if (kind === 'bookmarks') {
    if (text === 'first') return { number: 1 };
    if (text.startsWith(BOOKMARK)) return { bookmark: readBookmark(text, keys) };
  }
  throw new NotFound();
}

function writeBookmark(values: unknown[]): string {
  return BOOKMARK + Buffer.from(JSON.stringify(values)).toString('base64url');
}

function readBookmark(text: string, keys: number): (string | number)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(text.slice(BOOKMARK.length), 'base64url').toString());
    const sound =
      Array.isArray(values) &&
      values.length === keys &&
      values.every((value) => typeof value === 'string' || Number.isFinite(value));
    if (sound) return values;
  } catch {
    // Not JSON: falls through to the answer for any malformed page.
  }
  throw new NotFound();
}

const columnOf = (by: SortKey['by']) => (typeof by === 'string' ? sql.ref(by) : by);

/** The rows after a bookmark: one row comparison where all keys run one way (an index follows it). */
function after(keys: readonly Required<SortKey>[], values: readonly (string | number)[]) {
  const operator = (direction: 'asc' | 'desc') => sql.raw(direction === 'asc' ? '>' : '<');
  const first = keys[0] as Required<SortKey>;
  if (keys.every(({ direction }) => direction === first.direction)) {
    const columns = sql.join(keys.map(({ by }) => columnOf(by)));
    return sql<boolean>`(${columns}) ${operator(first.direction as 'asc')} (${sql.join(values)})`;
  }
  const cases = keys.map(({ by, direction }, index) => {
    const equal = keys.slice(0, index).map((key, at) => sql`${columnOf(key.by)} = ${values[at]}`);
    const beyond = sql`${columnOf(by)} ${operator(direction as 'asc')} ${values[index]}`;
    return sql`(${sql.join([...equal, beyond], sql` and `)})`;
  });
  return sql<boolean>`(${sql.join(cases, sql` or `)})`;
}

/**
 * One page of a query, and the Link header with it.
 *
 * @param query filters, joins and selection, without order and limit; it has one row per `key`
 * @returns the rows of the page that the request asks for
 * @throws NotFound for a page that is no page
 */
export async function paginate<DB, TB extends keyof DB, Row extends object>(
  ctx: Context,
  query: SelectQueryBuilder<DB, TB, Row>,
  options: PageOptions,
): Promise<Row[]> {
  const { key, order = [], direction = 'asc', kind } = options;
  const keys: Required<SortKey>[] = [...order, { by: key, direction }].map((sortKey) => ({
    by: sortKey.by,
    direction: sortKey.direction ?? 'asc',
  }));
  const perPage = perPageOf(ctx, options.perPage);
  const asked = options.page ? { number: options.page } : askedPage(ctx, kind, keys.length);

  const ordered = <Q extends typeof query>(base: Q): Q =>
    keys.reduce<Q>((q, { by, direction: way }) => q.orderBy(columnOf(by), way) as Q, base);

  let paged = query;
  if ('bookmark' in asked) {
    paged = ordered(paged.where(after(keys, asked.bookmark))).limit(perPage + 1);
  } else if (asked.number === 1) {
    paged = ordered(paged).limit(perPage + 1);
  } else {
    // The offset runs over keys alone; the wide rows are fetched for the page only.
    const skipped = ordered(query.clearSelect() as typeof query)
      .select(columnOf(key).as('page_key'))
      .limit(perPage + 1)
      .offset((asked.number - 1) * perPage);
    paged = ordered(paged.where(sql<boolean>`${sql.ref(key)} in (${skipped})`));
  }
  // The values that the next page's bookmark stands on come along, and stay: taking them off would turn every
  // row into a dictionary, which costs more than all the rest.
  const named = keys.map(({ by }, index) => columnOf(by).as(`page_key_${index}`));
  const rows = (await (kind === 'bookmarks' ? paged.select(named) : paged).execute()) as Row[];

  const more = rows.length > perPage;
  if (more) rows.length = perPage;
  const last = rows.at(-1) as Record<string, unknown> | undefined;
  const bookmark =
    kind === 'bookmarks' && more && last
      ? writeBookmark(keys.map((_, i) => last[`page_key_${i}`]))
      : undefined;

  ctx.links = linksOf(ctx, asked, { kind, perPage, more, bookmark });
  if (kind === 'total') ctx.links.last = String(await lastPage(query, asked, rows.length, more, perPage));
  return rows;
}

function linksOf(
  ctx: Context,
  asked: Asked,
  page: { kind: PageOptions['kind']; perPage: number; more: boolean; bookmark: string | undefined },
): PageLinks {
  const { kind, perPage, more, bookmark } = page;
  const first = kind === 'bookmarks' ? 'first' : '1';
  if ('bookmark' in asked) {
    return {
      perPage,
      current: String(ctx.request.params['page']),
      first,
      ...(bookmark && { next: bookmark }),
    };
  }
  return {
    perPage,
    current: asked.number === 1 ? first : String(asked.number),
    first,
    ...(more && { next: bookmark ?? String(asked.number + 1) }),
    ...(asked.number > 1 && { prev: String(asked.number - 1) }),
  };
}

async function lastPage<DB, TB extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, TB, Row>,
  asked: Asked,
  rows: number,
  more: boolean,
  perPage: number,
): Promise<number> {
  // The last page tells the total itself.
  if (!more && 'number' in asked && (rows > 0 || asked.number === 1)) return asked.number;
  const { total } = (await query
    .clearSelect()
    .clearOrderBy()
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow()) as unknown as { total: number };
  return Math.max(1, Math.ceil(total / perPage));
}

/** One page of a list that is short and already in memory (roles, tabs). Numbered, with total. */
export function paginateArray<T>(ctx: Context, all: readonly T[], limits?: PerPage): T[] {
  const perPage = perPageOf(ctx, limits);
  const asked = askedPage(ctx, 'total', 1) as { number: number };
  const start = (asked.number - 1) * perPage;
  ctx.links = {
    ...linksOf(ctx, asked, {
      kind: 'total',
      perPage,
      more: all.length > start + perPage,
      bookmark: undefined,
    }),
    last: String(Math.max(1, Math.ceil(all.length / perPage))),
  };
  return all.slice(start, start + perPage);
}
