import { mayToPage } from '../../domain/wiki-access.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { wikis } from './load.ts';
import { Page } from './schema.ts';
import { showPage } from './show.ts';
import { blankPage, refuseUnless, savePage } from './write.ts';

export default inContexts(wikis, 'POST /api/v1/{context}/pages', {
  summary: 'Make a page',
  // The right is one in the wiki, not in the context itself.
  requires: 'user',
  returns: Page,
  async handle({ ctx, context, params: { wiki_page = {} } }) {
    const blank = await blankPage(ctx, context, '');
    refuseUnless(ctx, await mayToPage(ctx, context, blank, 'create'));
    const page = await savePage(ctx, context, blank, wiki_page, { was: false });
    return await showPage(ctx, { ...page, context });
  },
});
