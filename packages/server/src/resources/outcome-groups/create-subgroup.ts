import { sanitizeHtml } from '../../domain/html.ts';
import { outcomeGroupErrors } from '../../domain/outcome-changes.ts';
import { plainText } from '../../domain/outcome-text.ts';
import { sortKey } from '../../domain/sort-key.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { anywhere, outcomeGroup } from './load.ts';
import { refused } from './refusal.ts';
import { OutcomeGroup } from './schema.ts';
import { serializeOutcomeGroup } from './serialize.ts';

export default inContexts(anywhere, 'POST /api/v1/{context}/outcome_groups/{id}/subgroups', {
  summary: 'Create a group under a group of outcomes',
  load: { group: outcomeGroup('id') },
  requires: { context: 'manage_outcomes' },
  returns: OutcomeGroup,
  async handle({ ctx, group, params }) {
    const fields = {
      title: plainText(params.title ?? ''),
      description: params.description ? sanitizeHtml(params.description) : null,
      vendor_guid: params.vendor_guid ? plainText(params.vendor_guid) : null,
    };
    const wrong = Object.keys(outcomeGroupErrors(fields));
    if (wrong.length > 0) {
      ctx.hint(`Missing or too long: ${wrong.join(', ')}`);
      throw refused();
    }
    const made = await ctx.db
      .insertInto('learning_outcome_groups')
      .values({
        ...fields,
        title_key: sortKey(fields.title),
        context_type: group.context_type,
        context_id: group.context_id,
        learning_outcome_group_id: group.id,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return await serializeOutcomeGroup(ctx, made);
  },
});
