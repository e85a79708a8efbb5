import { sql } from 'kysely';
import type { AssignmentGroupRow } from '../../domain/assignment-groups.ts';
import { recomputeScores } from '../../domain/grading/recompute-scores.ts';
import { alignNoOutcomes } from '../../domain/outcome-alignments.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { assignmentGroup, findGroup } from './load.ts';
import { AssignmentGroup } from './schema.ts';
import { serializeGroup } from './serialize.ts';

export default operation('DELETE /api/v1/courses/{course_id}/assignment_groups/{assignment_group_id}', {
  summary: 'Delete a group of assignments with what is in it, or move that to another first',
  load: { course: course('course_id'), group: assignmentGroup('assignment_group_id') },
  requires: { group: 'delete' },
  returns: AssignmentGroup,
  async handle({ ctx, course, group, params: { move_assignments_to } }) {
    if (move_assignments_to && (await hasAssignments(ctx, group))) {
      await moveAssignments(ctx, group, await findGroup(ctx, course, move_assignments_to));
    }
    await deleteAssignmentsOf(ctx, group);
    const deleted = await ctx.db
      .updateTable('assignment_groups')
      .set({ workflow_state: 'deleted', updated_at: ctx.now })
      .where('id', '=', group.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await recomputeScores(ctx, course.id);
    return serializeGroup(deleted);
  },
});

async function hasAssignments(ctx: Context, { id }: AssignmentGroupRow): Promise<boolean> {
  const found = await ctx.db
    .selectFrom('assignments')
    .select('id')
    .where('assignment_group_id', '=', id)
    .where('workflow_state', '<>', 'deleted')
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** After those that are there, in the order in which they were. */
async function moveAssignments(
  ctx: Context,
  from: AssignmentGroupRow,
  to: AssignmentGroupRow,
): Promise<void> {
  await sql`
    with ordered as (
      select id, row_number() over (
        order by assignment_group_id <> ${to.id}, position nulls last, id) as position
      from assignments
      where assignment_group_id in (${from.id}, ${to.id}) and workflow_state <> 'deleted'
    )
    update assignments set assignment_group_id = ${to.id}, position = ordered.position,
      updated_at = case when assignments.assignment_group_id = ${to.id}
        then assignments.updated_at else ${ctx.now}::timestamptz end
    from ordered where ordered.id = assignments.id`.execute(ctx.db);
}

async function deleteAssignmentsOf(ctx: Context, { id }: AssignmentGroupRow): Promise<void> {
  const deleted = await ctx.db
    .updateTable('assignments')
    .set({ workflow_state: 'deleted', updated_at: ctx.now })
    .where('assignment_group_id', '=', id)
    .where('workflow_state', '<>', 'deleted')
    .returning('id')
    .execute();
  await alignNoOutcomes(
    ctx,
    deleted.map((assignment) => assignment.id),
  );
}
