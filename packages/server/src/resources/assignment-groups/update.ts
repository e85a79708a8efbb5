import type { AssignmentGroupRow } from '../../domain/assignment-groups.ts';
import { courseAccess } from '../../domain/course-access.ts';
import { recomputeScores } from '../../domain/grading/recompute-scores.ts';
import { Unauthorized } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { assignmentGroup, isSettled } from './load.ts';
import { AssignmentGroup } from './schema.ts';
import { serializeGroup } from './serialize.ts';
import { changesOf, type GroupChanges, stored } from './write.ts';

export default operation('PUT /api/v1/courses/{course_id}/assignment_groups/{assignment_group_id}', {
  summary: 'Change a group of assignments; its weight and rules change the scores of the course',
  load: { course: course('course_id'), group: assignmentGroup('assignment_group_id') },
  requires: { group: 'update' },
  returns: AssignmentGroup,
  async handle({ ctx, course, group, params }) {
    const changes = changesOf(params, group, await countAssignments(ctx, group));
    const regrades = changesScores(group, changes);
    const { isAccountAdmin } = await courseAccess(ctx, course);
    if (regrades && !isAccountAdmin && (await isSettled(ctx, group))) throw new Unauthorized();
    const changed = await ctx.db
      .updateTable('assignment_groups')
      .set({ ...stored(changes), updated_at: ctx.now })
      .where('id', '=', group.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    if (regrades) await recomputeScores(ctx, course.id);
    return serializeGroup(changed);
  },
});

function changesScores(group: AssignmentGroupRow, { group_weight, rules }: GroupChanges): boolean {
  const weighs = group_weight !== undefined && group_weight !== group.group_weight;
  return weighs || (rules !== undefined && JSON.stringify(rules) !== JSON.stringify(group.rules));
}

async function countAssignments(ctx: Context, { id }: AssignmentGroupRow): Promise<number> {
  const { count } = await ctx.db
    .selectFrom('assignments')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('assignment_group_id', '=', id)
    .where('workflow_state', '<>', 'deleted')
    .executeTakeFirstOrThrow();
  return Number(count);
}
