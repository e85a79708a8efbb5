import { inContexts } from '../../http/in-contexts.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { anyContentRight, places } from './load.ts';
import { ContentMigration } from './schema.ts';
import { serializeMigrations } from './serialize.ts';

export default inContexts(places, 'GET /api/v1/{context}/content_migrations', {
  summary: 'What was brought here, the newest first',
  requires: { context: anyContentRight },
  returns: List(ContentMigration),
  async handle({ ctx, context }) {
    const query = ctx.db
      .selectFrom('content_migrations')
      .selectAll()
      .where('context_type', '=', context.type)
      .where('context_id', '=', context.id);
    const rows = await paginate(ctx, query, {
      kind: 'total',
      key: 'content_migrations.id',
      direction: 'desc',
    });
    return await serializeMigrations(ctx, rows);
  },
});
