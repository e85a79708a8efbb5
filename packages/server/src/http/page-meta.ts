/** What a page says of itself in answers after JSON:API, where Canvas repeats the Link header in `meta`. */
import type { Context } from './context.ts';
import { pageLinks } from './link-header.ts';
import type { PageLinks } from './page.ts';
import { Count, Optional, Shape, type Static, Text } from './schema.ts';

export const PageMeta = Shape({
  per_page: Count,
  current: Optional(Text),
  next: Optional(Text),
  prev: Optional(Text),
  first: Optional(Text),
  last: Optional(Text),
  page: Count,
  template: Text,
  count: Count,
  page_count: Count,
});
export type PageMeta = Static<typeof PageMeta>;

/** Of the numbered page that was just made. */
export function pageMeta(ctx: Context, count: number): PageMeta {
  const { perPage, ...pages } = ctx.links as PageLinks;
  const url = ctx.request.origin + ctx.request.path;
  const linkTo = pageLinks({ url, query: ctx.request.query, perPage });
  const { current, next, prev, first, last } = pages;
  return {
    per_page: perPage,
    current: linkTo(current),
    ...(next && { next: linkTo(next) }),
    ...(prev && { prev: linkTo(prev) }),
    first: linkTo(first),
    ...(last && { last: linkTo(last) }),
    page: Number(current),
    template: linkTo(current).replace(/\bpage=\d+/, 'page={page}'),
    count,
    page_count: Math.max(1, Math.ceil(count / perPage)),
  };
}
