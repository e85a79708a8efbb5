import { noteModuleAction } from '../../domain/module-progress.ts';
import type { Context } from '../../http/context.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { type PlacedPage, page, wikis } from './load.ts';
import { Page } from './schema.ts';
import { serializePage } from './serialize.ts';

/** Whoever gets to read what a page says has viewed it. */
export async function showPage(ctx: Context, page: PlacedPage): Promise<Page> {
  const json = await serializePage(ctx, page.context, page);
  if (ctx.user && !json.locked_for_user) {
    await noteModuleAction(ctx, { user: ctx.user.id, type: 'view', content: { type: 'Page', id: page.id } });
  }
  return json;
}

export default inContexts(wikis, 'GET /api/v1/{context}/pages/{url_or_id}', {
  summary: 'A page with what it says',
  load: { page: page('url_or_id') },
  requires: { page: 'read' },
  returns: Page,
  handle: ({ ctx, page }) => showPage(ctx, page),
});
