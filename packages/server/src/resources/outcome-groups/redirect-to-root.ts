import { outcomeApiPath } from '../../domain/outcome-contexts.ts';
import { rootOutcomeGroup } from '../../domain/outcome-groups.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { Reply } from '../../http/operation.ts';
import { Text } from '../../http/schema.ts';
import { anywhere } from './load.ts';

export default inContexts(anywhere, 'GET /api/v1/{context}/root_outcome_group', {
  summary: 'To the group that holds all others',
  requires: { context: 'read_outcomes' },
  returns: Text,
  async handle({ ctx, context }) {
    const root = await rootOutcomeGroup(ctx, context);
    const location = ctx.url(`${outcomeApiPath(root)}/outcome_groups/${root.id}`);
    return new Reply(302, `<html><body>You are being <a href="${location}">redirected</a>.</body></html>`, {
      location,
      'content-type': 'text/html; charset=utf-8',
    });
  },
});
