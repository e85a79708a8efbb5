import { inContexts } from '../../http/in-contexts.ts';
import { page, wikis } from './load.ts';
import { findRevision, latestNumber, showRevision } from './revision.ts';
import { PageRevision } from './schema.ts';

export default inContexts(wikis, 'GET /api/v1/{context}/pages/{url_or_id}/revisions/latest', {
  summary: 'The newest revision of a page',
  load: { page: page('url_or_id') },
  requires: { page: 'read' },
  returns: PageRevision,
  async handle({ ctx, context, page, params }) {
    const latest = await latestNumber(ctx, page);
    const revision = await findRevision(ctx, page, latest);
    return await showRevision(ctx, context, revision, { content: params.summary !== true, latest });
  },
});
