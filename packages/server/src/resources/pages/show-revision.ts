import { inContexts } from '../../http/in-contexts.ts';
import { page, wikis } from './load.ts';
import { findRevision, latestNumber, revisionNumber, showRevision } from './revision.ts';
import { PageRevision } from './schema.ts';

export default inContexts(wikis, 'GET /api/v1/{context}/pages/{url_or_id}/revisions/{revision_id}', {
  summary: 'A page as it was',
  load: { page: page('url_or_id') },
  requires: { page: 'read_revisions' },
  returns: PageRevision,
  async handle({ ctx, context, page, path, params }) {
    const revision = await findRevision(ctx, page, revisionNumber(path.revision_id));
    const latest = await latestNumber(ctx, page);
    return await showRevision(ctx, context, revision, { content: params.summary !== true, latest });
  },
});
