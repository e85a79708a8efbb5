import { encodeParams } from './encode-params.ts';
import type { RackParams } from './rack-params.ts';

/** What `page` must be to reach each page, for those that exist. */
export interface PageTokens {
  readonly current?: string | number | undefined;
  readonly next?: string | number | undefined;
  readonly prev?: string | number | undefined;
  readonly first?: string | number | undefined;
  readonly last?: string | number | undefined;
}

export interface Links {
  /** Absolute, without a query and without `.json`. */
  readonly url: string;
  /** The parameters of the query alone: those of a body are not repeated in links. */
  readonly query: RackParams;
  readonly pages: PageTokens;
  readonly perPage: number;
}

/** In the order in which they are sent. */
const RELS = ['current', 'next', 'prev', 'first', 'last'] as const;
/** In the order in which they are needed: front servers cut off the headers of an answer at 8 KB. */
const PRIORITY = ['next', 'last', 'prev', 'current', 'first'] as const;
const MAX_SIZE = 6 * 1024;

/** Replaced by the link's own page, or secret. */
const NOT_REPEATED = new Set(['page', 'per_page', 'access_token', 'api_key']);

/** The value of `Link` exactly as Canvas's `Api.build_links` writes it; undefined when there is none. */
export function linkHeader({ url, query, pages, perPage }: Links): string | undefined {
  const linkTo = pageLinks({ url, query, perPage });
  const links = new Map<keyof PageTokens, string>();
  let size = 0;
  for (const rel of PRIORITY) {
    const page = pages[rel];
    if (page === undefined) continue;
    const link = linkTo(page);
    size += link.length;
    if (size > MAX_SIZE) break;
    links.set(rel, link);
  }
  if (links.size === 0) return undefined;
  return RELS.filter((rel) => links.has(rel))
    .map((rel) => `<${links.get(rel)}>; rel="${rel}"`)
    .join(',');
}

/** The address of any page of a list. */
export function pageLinks({ url, query, perPage }: Omit<Links, 'pages'>): (page: string | number) => string {
  const repeated = encodeParams(
    Object.fromEntries(Object.entries(query).filter(([name]) => !NOT_REPEATED.has(name))),
  );
  const base = `${url}?${repeated === '' ? '' : `${repeated}&`}`;
  return (page) => `${base}page=${escapeToken(page)}&per_page=${perPage}`;
}

/** Canvas's tokens need no escaping and keep the colon of `bookmark:`. */
function escapeToken(page: string | number): string {
  return encodeURIComponent(page).replaceAll('%3A', ':');
}
