import type { Context } from '../../http/context.ts';
import { linkHeader } from '../../http/link-header.ts';
import type { Pagination } from './schema.ts';

/** The page that `paginateArray` gave, in the answer itself, where Canvas says it too. Source: Api.jsonapi_meta */
export function paginationOf(ctx: Context, count: number): Pagination {
  const { perPage = count, ...pages } = ctx.links ?? { current: '1', first: '1' };
  const header = linkHeader({
    url: ctx.request.origin + ctx.request.path,
    query: ctx.request.query,
    pages,
    perPage,
  });
  const links = new Map(
    [...(header ?? '').matchAll(/<([^>]*)>; rel="(\w+)"/g)].map(([, url = '', rel = '']) => [rel, url]),
  );
  const link = (rel: string) => links.get(rel) ?? '';
  return {
    per_page: perPage,
    current: link('current'),
    ...(links.has('next') && { next: link('next') }),
    ...(links.has('prev') && { prev: link('prev') }),
    first: link('first'),
    last: link('last'),
    page: Number(pages.current),
    template: link('current').replace(/page=\d+/, 'page={page}'),
    count,
    page_count: Math.max(1, Math.ceil(count / perPage)),
  };
}
