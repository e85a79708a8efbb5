import { inContexts } from '../../http/in-contexts.ts';
import { anyContentRight, migration, places } from './load.ts';
import { ContentMigration } from './schema.ts';
import { serializeMigration } from './serialize.ts';

export default inContexts(places, 'GET /api/v1/{context}/content_migrations/{id}', {
  summary: 'One migration, and how far it is',
  load: { migration: migration('id') },
  requires: { context: anyContentRight },
  returns: ContentMigration,
  handle: ({ ctx, migration }) => serializeMigration(ctx, migration),
});
