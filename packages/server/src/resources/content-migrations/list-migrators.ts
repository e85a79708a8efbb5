import { inContexts } from '../../http/in-contexts.ts';
import { List } from '../../http/schema.ts';
import { anyContentRight, places } from './load.ts';
import { Migrator } from './schema.ts';
import { migrationTypes } from './types.ts';

export default inContexts(places, 'GET /api/v1/{context}/content_migrations/migrators', {
  summary: 'From where content can be brought here',
  requires: { context: anyContentRight },
  returns: List(Migrator),
  async handle({ context }) {
    return migrationTypes
      .filter(({ contexts }) => contexts.includes(context.type))
      .map(({ type, needsFile, name, requiredSettings }) => ({
        type,
        requires_file_upload: needsFile,
        name,
        required_settings: [...requiredSettings],
      }));
  },
});
