import { inContexts } from '../../http/in-contexts.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { page, wikis } from './load.ts';
import { latestNumber } from './revision.ts';
import { PageRevision } from './schema.ts';
import { serializeRevisions } from './serialize.ts';

export default inContexts(wikis, 'GET /api/v1/{context}/pages/{url_or_id}/revisions', {
  summary: 'The revisions of a page, the newest first',
  load: { page: page('url_or_id') },
  requires: { page: 'read_revisions' },
  returns: List(PageRevision),
  async handle({ ctx, context, page }) {
    const query = ctx.db.selectFrom('wiki_page_versions').selectAll().where('wiki_page_id', '=', page.id);
    const rows = await paginate(ctx, query, {
      kind: 'total',
      key: 'wiki_page_versions.number',
      direction: 'desc',
    });
    const latest = await latestNumber(ctx, page);
    return await serializeRevisions(ctx, context, rows, { latest, content: false });
  },
});
