import { mayToPage } from '../../domain/wiki-access.ts';
import { frontPage } from '../../domain/wiki-pages.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { noFrontPage, wikis } from './load.ts';
import { Page } from './schema.ts';
import { showPage } from './show.ts';
import { refuseUnless } from './write.ts';

export default inContexts(wikis, 'GET /api/v1/{context}/front_page', {
  summary: 'The front page of a course or a group',
  // No part of the path names the page.
  requires: 'public',
  returns: Page,
  async handle({ ctx, context }) {
    const page = await frontPage(ctx, context);
    if (!page) throw noFrontPage();
    refuseUnless(ctx, await mayToPage(ctx, context, page, 'read'));
    return await showPage(ctx, { ...page, context });
  },
});
