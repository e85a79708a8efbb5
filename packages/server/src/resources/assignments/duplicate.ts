import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { assignWork } from '../../domain/assigned-work.ts';
import { forgetAssignmentAccess } from '../../domain/assignment-access.ts';
import type { AssignmentRow } from '../../domain/assignment-dates.ts';
import { named } from '../../domain/assignment-fields.ts';
import { insertAssignment } from '../../domain/assignment-writing.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { copyTitle } from './copy-title.ts';
import { DuplicatedAssignment } from './schema.ts';
import { serializeAssignment } from './serialize.ts';

export default operation('POST /api/v1/courses/{course_id}/assignments/{assignment_id}/duplicate', {
  summary: 'Copy an assignment, without what was handed in and without overrides',
  load: { course: course('course_id') },
  requires: { course: 'manage_assignments_add' },
  returns: DuplicatedAssignment,
  async handle({ ctx, course, path, params }) {
    const original = await find(ctx, course, parseNumber(path.assignment_id));
    if (!original) throw new Refusal(400, { error: 'assignment does not exist' });
    const beside = params.target_assignment_id
      ? await find(ctx, course, params.target_assignment_id)
      : original;
    if (!beside) throw new Refusal(400, { error: 'cannot save new assignment' });
    if (original.external_tool_tag_attributes !== null) {
      throw new Refusal(400, { error: "This assignment can't be duplicated" });
    }
    const copy = await insertAssignment(ctx, await copied(ctx, original, beside));
    await assignWork(ctx, { courseId: course.id, assignmentIds: [copy.id] });
    return {
      ...(await serializeAssignment(ctx, course, copy)),
      new_positions: await positionsIn(ctx, beside.assignment_group_id),
    };
  },
});

async function find(ctx: Context, course: CourseRow, id: number | undefined) {
  return await ctx.db
    .selectFrom('assignments')
    .selectAll()
    .where('id', '=', id ?? 0)
    .where('course_id', '=', course.id)
    .where('workflow_state', '<>', 'deleted')
    .executeTakeFirst();
}

/** After another, before those that come after it. */
async function copied(ctx: Context, original: AssignmentRow, beside: AssignmentRow): Promise<AssignmentRow> {
  const position = (beside.position ?? 0) + 1;
  await ctx.db
    .updateTable('assignments')
    .set({ position: sql`position + 1` })
    .where('assignment_group_id', '=', original.assignment_group_id)
    .where('workflow_state', '<>', 'deleted')
    .where('position', '>=', position)
    .execute();
  forgetAssignmentAccess(ctx);
  return {
    ...original,
    ...named(copyTitle(original.name, await namesIn(ctx, original))),
    position,
    peer_review_count: 0,
    grades_published_at: null,
    post_to_sis: false,
    post_manually: original.anonymous_grading || original.moderated_grading,
    sis_assignment_id: null,
    integration_id: null,
    integration_data: {},
    lti_context_id: randomUUID(),
    duplicate_of_id: original.id,
    workflow_state: 'unpublished',
    created_at: ctx.now,
    updated_at: ctx.now,
  };
}

async function namesIn(ctx: Context, { course_id }: AssignmentRow): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('assignments')
    .select('name')
    .where('course_id', '=', course_id)
    .where('workflow_state', '<>', 'deleted')
    .execute();
  return rows.map(({ name }) => name);
}

async function positionsIn(ctx: Context, groupId: number): Promise<Record<string, number>> {
  const rows = await ctx.db
    .selectFrom('assignments')
    .select(['id', 'position'])
    .where('assignment_group_id', '=', groupId)
    .where('workflow_state', '<>', 'deleted')
    .orderBy('id')
    .execute();
  return Object.fromEntries(rows.map(({ id, position }) => [id, position ?? 0]));
}
