import { parseNumber } from '../../http/ids.ts';
import { operation } from '../../http/operation.ts';
import { Flag, Shape } from '../../http/schema.ts';
import { hideItem } from './items.ts';

export default operation('DELETE /api/v1/users/self/activity_stream/{id}', {
  summary: 'Hide an item of my stream',
  requires: 'user',
  returns: Shape({ hidden: Flag }),
  // Canvas says so of an item that doesn't exist, too.
  async handle({ ctx, path }) {
    const id = parseNumber(path.id);
    if (id) await hideItem(ctx, id);
    return { hidden: true };
  },
});
