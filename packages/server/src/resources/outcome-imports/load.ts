import type { AccountContext, CourseContext } from '../../domain/contexts.ts';
import { Refusal } from '../../errors.ts';
import { parseNumber } from '../../http/ids.ts';
import { loads } from '../../http/operation.ts';
import type { OutcomeImportRow } from './import-row.ts';

/** `42` or `latest` → an import into the context that was loaded before it. Throws Refusal 404, in the words of this page. */
export const outcomeImport = loads<OutcomeImportRow, never>({
  async find(ctx, id, loaded) {
    const context = loaded['context'] as AccountContext | CourseContext;
    let query = ctx.db
      .selectFrom('outcome_imports')
      .selectAll()
      .where('context_type', '=', context.type)
      .where('context_id', '=', context.id);
    if (id !== 'latest') query = query.where('id', '=', parseNumber(id) ?? 0);
    const found = await query.orderBy('id', 'desc').limit(1).executeTakeFirst();
    if (found) return found;
    const missing =
      id === 'latest' ? 'ActiveRecord::RecordNotFound' : `Couldn't find OutcomeImport with 'id'=${id}`;
    throw new Refusal(404, { message: missing });
  },
  grants: async () => false,
});
