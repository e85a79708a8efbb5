import { anyOf } from '../../db/any-of.ts';
import { operation } from '../../http/operation.ts';
import { Id, List, MapOf } from '../../http/schema.ts';
import { course } from '../courses/load.ts';

export default operation('GET /api/v1/courses/{course_id}/bulk_user_tags', {
  summary: 'The differentiation tags that each of some users has in a course',
  load: { course: course('course_id') },
  requires: { course: ['manage_tags_add', 'manage_tags_manage', 'manage_tags_delete'] },
  returns: MapOf(List(Id)),
  async handle({ ctx, course, params: { user_ids = [] } }) {
    const rows = await ctx.db
      .selectFrom('group_memberships')
      .innerJoin('groups', 'groups.id', 'group_memberships.group_id')
      .select(['group_memberships.user_id', 'groups.id'])
      .where('groups.context_type', '=', 'Course')
      .where('groups.context_id', '=', course.id)
      .where('groups.non_collaborative', '=', true)
      .where('groups.workflow_state', '<>', 'deleted')
      .where('group_memberships.user_id', '=', anyOf(user_ids))
      .where('group_memberships.workflow_state', '<>', 'deleted')
      .orderBy('groups.id')
      .execute();
    const byUser = Map.groupBy(rows, ({ user_id }) => user_id);
    return Object.fromEntries(
      user_ids.map((id) => [String(id), (byUser.get(id) ?? []).map((tag) => tag.id)]),
    );
  },
});
