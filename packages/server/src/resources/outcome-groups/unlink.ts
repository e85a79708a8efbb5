import { findLink } from '../../domain/outcome-groups.ts';
import { LastLinkToAlignedOutcome, removeLinks } from '../../domain/outcome-links.ts';
import { NotFound, Refusal } from '../../errors.ts';
import { parseNumber } from '../../http/ids.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { anywhere, outcomeGroup } from './load.ts';
import { OutcomeLink } from './schema.ts';
import { serializeOutcomeLink } from './serialize.ts';

export default inContexts(anywhere, 'DELETE /api/v1/{context}/outcome_groups/{id}/outcomes/{outcome_id}', {
  summary: 'Take an outcome out of a group; it is deleted with its last link',
  load: { group: outcomeGroup('id') },
  requires: { context: 'manage_outcomes' },
  returns: OutcomeLink,
  async handle({ ctx, group, path }) {
    const link = await findLink(ctx, group.id, parseNumber(path.outcome_id) ?? 0);
    if (!link) throw new NotFound();
    try {
      await removeLinks(ctx, [link.id]);
    } catch (error) {
      if (error instanceof LastLinkToAlignedOutcome) throw new Refusal(400, { message: error.message });
      throw error;
    }
    return await serializeOutcomeLink(ctx, link, { removed: true });
  },
});
