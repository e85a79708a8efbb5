import { inContexts } from '../../http/in-contexts.ts';
import { contentExport, places } from './load.ts';
import { ContentExport } from './schema.ts';
import { serializeExports } from './serialize.ts';

export default inContexts(places, 'GET /api/v1/{context}/content_exports/{id}', {
  summary: 'One export, and where its file is',
  load: { export: contentExport('id') },
  requires: { export: 'read' },
  returns: ContentExport,
  handle: async ({ ctx, export: row }) => (await serializeExports(ctx, [row]))[0] as ContentExport,
});
