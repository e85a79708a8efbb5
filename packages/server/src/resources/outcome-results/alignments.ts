/** What results and outcomes rest on, as the answers show it. There are no rubrics yet, so these are assignments. */
import type { Selectable } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { AssignmentsTable } from '../../db/tables/index.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import type { Context } from '../../http/context.ts';
import type { LinkedAlignment, LinkedAssignment } from './schema.ts';

type AssignmentRow = Selectable<AssignmentsTable>;

export interface AlignedAssignment {
  readonly id: number;
  readonly learning_outcome_id: number;
  readonly assignment: AssignmentRow;
}

/** The assignments of a course that are aligned with some outcomes. */
export async function alignedAssignments(
  ctx: Context,
  course: CourseRow,
  outcomeIds: readonly number[],
): Promise<AlignedAssignment[]> {
  const alignments = await ctx.db
    .selectFrom('learning_outcome_alignments')
    .select(['id', 'learning_outcome_id', 'content_id'])
    .where('learning_outcome_id', '=', anyOf(outcomeIds))
    .where('context_type', '=', 'Course')
    .where('context_id', '=', course.id)
    .where('content_type', '=', 'Assignment')
    .where('workflow_state', '=', 'active')
    .orderBy('id')
    .execute();
  const assignments = await assignmentsById(
    ctx,
    alignments.map(({ content_id }) => content_id),
  );
  return alignments.flatMap(({ id, learning_outcome_id, content_id }) => {
    const assignment = assignments.get(content_id);
    return assignment ? [{ id, learning_outcome_id, assignment }] : [];
  });
}

export async function assignmentsById(
  ctx: Context,
  ids: readonly number[],
): Promise<Map<number, AssignmentRow>> {
  const rows = await ctx.db
    .selectFrom('assignments')
    .selectAll()
    .where('id', '=', anyOf(ids))
    .where('workflow_state', '<>', 'deleted')
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export const assetOf = ({ id }: AssignmentRow): string => `assignment_${id}`;

export const assignmentUrl = (ctx: Context, { id, course_id }: AssignmentRow): string =>
  ctx.url(`/courses/${course_id}/assignments/${id}`);

export function linkedAlignment(ctx: Context, assignment: AssignmentRow): LinkedAlignment {
  return { id: assetOf(assignment), name: assignment.name, html_url: assignmentUrl(ctx, assignment) };
}

export function linkedAssignment(ctx: Context, assignment: AssignmentRow): LinkedAssignment {
  return { ...linkedAlignment(ctx, assignment), submission_types: assignment.submission_types.join(',') };
}
