import { sanitizeHtml } from '../../domain/html.ts';
import { outcomeGroupErrors } from '../../domain/outcome-changes.ts';
import { plainText } from '../../domain/outcome-text.ts';
import { idsOfTree } from '../../domain/outcome-tree.ts';
import { sortKey } from '../../domain/sort-key.ts';
import { InvalidRecord } from '../../errors.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { anywhere, findOutcomeGroup, outcomeGroup } from './load.ts';
import { refused } from './refusal.ts';
import { OutcomeGroup } from './schema.ts';
import { serializeOutcomeGroup } from './serialize.ts';

export default inContexts(anywhere, 'PUT /api/v1/{context}/outcome_groups/{id}', {
  summary: 'Change a group of outcomes, or move it under another',
  load: { group: outcomeGroup('id') },
  requires: { context: 'manage_outcomes' },
  returns: OutcomeGroup,
  async handle({ ctx, context, group, params }) {
    if (group.learning_outcome_group_id === null) throw refused();
    const { title, description, vendor_guid, parent_outcome_group_id } = params;
    const changes = {
      title: title === undefined ? group.title : title && plainText(title),
      description: description === undefined ? group.description : description && sanitizeHtml(description),
      vendor_guid: vendor_guid === undefined ? group.vendor_guid : vendor_guid && plainText(vendor_guid),
    };
    let parentId = group.learning_outcome_group_id;
    if (parent_outcome_group_id && parent_outcome_group_id !== parentId) {
      parentId = (await findOutcomeGroup(ctx, context, parent_outcome_group_id)).id;
      if ((await idsOfTree(ctx, group.id)).includes(parentId)) throw refused();
    }
    const errors = outcomeGroupErrors(changes);
    if (Object.keys(errors).length > 0) throw new InvalidRecord(errors);
    const named = changes.title as string;
    const saved = await ctx.db
      .updateTable('learning_outcome_groups')
      .set({
        ...changes,
        title: named,
        title_key: sortKey(named),
        learning_outcome_group_id: parentId,
        updated_at: ctx.now,
      })
      .where('id', '=', group.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return await serializeOutcomeGroup(ctx, saved);
  },
});
