import { operation } from '../../http/operation.ts';
import { Flag, Shape } from '../../http/schema.ts';
import { hideItem } from './items.ts';

export default operation('DELETE /api/v1/users/self/activity_stream', {
  summary: 'Hide all items of my stream',
  requires: 'user',
  returns: Shape({ hidden: Flag }),
  async handle({ ctx }) {
    await hideItem(ctx);
    return { hidden: true };
  },
});
