import { noteModuleAction } from '../../domain/module-progress.ts';
import { mayToPage, type PageRow, type WikiContext } from '../../domain/wiki-access.ts';
import { findPage, frontPageId } from '../../domain/wiki-pages.ts';
import { titleOfSlug } from '../../domain/wiki-slugs.ts';
import type { Context } from '../../http/context.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { wikis } from './load.ts';
import { Page } from './schema.ts';
import { showPage } from './show.ts';
import { blankPage, type FrontPage, type PageParams, refuseUnless, savePage } from './write.ts';

/** Changes a page that is there; whoever does so has contributed to it. */
export async function changePage(
  ctx: Context,
  context: WikiContext,
  page: PageRow,
  params: PageParams,
): Promise<Page> {
  const may =
    (await mayToPage(ctx, context, page, 'update')) ||
    (await mayToPage(ctx, context, page, 'update_content'));
  refuseUnless(ctx, may);
  const was = (await frontPageId(ctx, context)) === page.id;
  const saved = await savePage(ctx, context, page, params, { was });
  await noteModuleAction(ctx, {
    user: ctx.me.id,
    type: 'contribute',
    content: { type: 'Page', id: saved.id },
  });
  return await showPage(ctx, { ...saved, context });
}

/** Makes the page that was asked for, since there is none. */
export async function makePage(
  ctx: Context,
  context: WikiContext,
  blank: PageRow,
  params: PageParams,
  front: FrontPage,
): Promise<Page> {
  refuseUnless(ctx, await mayToPage(ctx, context, blank, 'create'));
  return await showPage(ctx, { ...(await savePage(ctx, context, blank, params, front)), context });
}

export default inContexts(wikis, 'PUT /api/v1/{context}/pages/{url_or_id}', {
  summary: 'Change a page, or make it where there is none of that address',
  // What it takes depends on whether the page is there.
  requires: 'user',
  returns: Page,
  async handle({ ctx, context, path, params: { wiki_page = {} } }) {
    const page = await findPage(ctx, context, path.url_or_id);
    if (page) return await changePage(ctx, context, page, wiki_page);
    const blank = await blankPage(ctx, context, titleOfSlug(path.url_or_id));
    return await makePage(ctx, context, blank, wiki_page, { was: false });
  },
});
