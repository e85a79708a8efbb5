import { mayToPage } from '../../domain/wiki-access.ts';
import { updatePage } from '../../domain/wiki-pages.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { page, wikis } from './load.ts';
import { findRevision, latestNumber, revisionNumber, showRevision } from './revision.ts';
import { PageRevision } from './schema.ts';
import { refuseUnless } from './write.ts';

export default inContexts(wikis, 'POST /api/v1/{context}/pages/{url_or_id}/revisions/{revision_id}', {
  summary: 'Bring back a page as it was, as a new revision',
  load: { page: page('url_or_id') },
  requires: { page: 'read_revisions' },
  returns: PageRevision,
  async handle({ ctx, context, page, path }) {
    refuseUnless(ctx, await mayToPage(ctx, context, page, 'update'));
    const { title, body } = await findRevision(ctx, page, revisionNumber(path.revision_id));
    const { context: _, ...row } = page;
    await updatePage(ctx, row, { title, body });
    const latest = await latestNumber(ctx, page);
    return await showRevision(ctx, context, await findRevision(ctx, page, latest), { content: true, latest });
  },
});
