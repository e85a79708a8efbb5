import { NotFound } from '../../errors.ts';
import { operation, Reply } from '../../http/operation.ts';
import { Anything } from '../../http/schema.ts';
import { group } from '../groups/load.ts';
import { addressOf, courseOfOverride } from './redirecting.ts';

export default operation('GET /api/v1/groups/{group_id}/assignments/{assignment_id}/override', {
  summary: 'Redirect to the override of an assignment for a group',
  load: { group: group('group_id') },
  requires: { group: 'read' },
  // To whoever doesn't see the group there is none.
  denied: NotFound,
  returns: Anything,
  async handle({ ctx, group, path }) {
    if (group.context_type !== 'Course') throw new NotFound();
    const course = await courseOfOverride(ctx, group.context_id);
    const location = await addressOf(ctx, course, path.assignment_id, {
      set_type: 'Group',
      set_id: group.id,
    });
    return new Reply(302, null, { location });
  },
});
