import { inContexts } from '../../http/in-contexts.ts';
import { migration, places } from './load.ts';
import { carryOn } from './save.ts';
import { ContentMigration } from './schema.ts';

export default inContexts(places, 'PUT /api/v1/{context}/content_migrations/{id}', {
  summary: 'Choose what a migration brings, or upload its file again',
  load: { migration: migration('id') },
  requires: { context: 'manage_course_content_edit' },
  returns: ContentMigration,
  handle: ({ ctx, context, migration, params }) => carryOn(ctx, context, migration, params),
});
