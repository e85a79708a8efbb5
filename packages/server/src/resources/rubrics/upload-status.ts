import { Refusal } from '../../errors.ts';
import { parseNumber } from '../../http/ids.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { rubricContexts } from './load.ts';
import { RubricImport } from './schema.ts';
import { serializeImport } from './serialize-import.ts';

export default inContexts(rubricContexts, 'GET /api/v1/{context}/rubrics/upload/{id}', {
  summary: 'How an import of rubrics stands, the latest or one by its id',
  requires: { context: 'manage_rubrics' },
  returns: RubricImport,
  async handle({ ctx, context, path: { id } }) {
    let query = ctx.db
      .selectFrom('rubric_imports')
      .selectAll()
      .where('context_type', '=', context.type)
      .where('context_id', '=', context.id);
    if (id !== 'latest') query = query.where('id', '=', parseNumber(id) ?? 0);
    const row = await query.orderBy('id', 'desc').limit(1).executeTakeFirst();
    if (!row) throw new Refusal(404, { message: missing(id) });
    return await serializeImport(ctx, row);
  },
});

const missing = (id: string) =>
  id === 'latest' ? 'ActiveRecord::RecordNotFound' : `Couldn't find RubricImport with 'id'=${id}`;
