import type { PageRight, PageRow, WikiContext } from '../../domain/wiki-access.ts';
import { mayToPage } from '../../domain/wiki-access.ts';
import { findPage, frontPage } from '../../domain/wiki-pages.ts';
import { Refusal } from '../../errors.ts';
import { type Entity, loads } from '../../http/operation.ts';
import { courseContext } from '../courses/load.ts';
import { groupContext } from '../groups/load.ts';

/** Where pages are. */
export const wikis = { courses: courseContext, groups: groupContext };

/** A page with the course or group that it is in. */
export type PlacedPage = PageRow & { readonly context: WikiContext };

const grants: Entity<PlacedPage, PageRight>['grants'] = (ctx, page, right) =>
  mayToPage(ctx, page.context, page, right);

/** `load: { page: page('url_or_id') }`, of the context that was loaded before it. */
export const page = loads<PlacedPage, PageRight>({
  async find(ctx, text, { context }) {
    const wiki = context as WikiContext;
    const found = await findPage(ctx, wiki, text);
    if (!found) throw new Refusal(404, { message: 'page not found' });
    return { ...found, context: wiki };
  },
  grants,
});

/** The front page of the context that is named by the same part of the path. */
export const theFrontPage: Entity<PlacedPage, PageRight> = {
  async find(ctx, _id, { context }) {
    const wiki = context as WikiContext;
    const found = await frontPage(ctx, wiki);
    if (!found) throw noFrontPage();
    return { ...found, context: wiki };
  },
  grants,
};

export const noFrontPage = () => new Refusal(404, { message: 'No front page has been set' });
