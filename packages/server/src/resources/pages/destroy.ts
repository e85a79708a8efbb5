import { deletePage, frontPageId } from '../../domain/wiki-pages.ts';
import { InvalidRecord } from '../../errors.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { page, wikis } from './load.ts';
import { Page } from './schema.ts';
import { serializePage } from './serialize.ts';

export default inContexts(wikis, 'DELETE /api/v1/{context}/pages/{url_or_id}', {
  summary: 'Delete a page',
  load: { page: page('url_or_id') },
  requires: { page: 'delete' },
  returns: Page,
  async handle({ ctx, context, page }) {
    if ((await frontPageId(ctx, context)) === page.id) {
      throw new InvalidRecord({ front_page: ['The front page cannot be deleted'] });
    }
    return await serializePage(ctx, context, await deletePage(ctx, page));
  },
});
