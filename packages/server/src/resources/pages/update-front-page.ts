import { frontPage } from '../../domain/wiki-pages.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { wikis } from './load.ts';
import { Page } from './schema.ts';
import { changePage, makePage } from './update.ts';
import { blankPage } from './write.ts';

export default inContexts(wikis, 'PUT /api/v1/{context}/front_page', {
  summary: 'Change the front page, or make a page that is one',
  // What it takes depends on whether the page is there.
  requires: 'user',
  returns: Page,
  async handle({ ctx, context, params: { wiki_page = {} } }) {
    const page = await frontPage(ctx, context);
    if (page) return await changePage(ctx, context, page, wiki_page);
    const blank = { ...(await blankPage(ctx, context, '')), workflow_state: 'active' as const };
    return await makePage(ctx, context, blank, wiki_page, { was: false, becomes: true });
  },
});
