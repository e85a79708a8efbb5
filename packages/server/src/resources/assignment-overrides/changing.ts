/** What every change of overrides of an assignment has in common. */

import { anyOf } from '../../db/any-of.ts';
import { assignWork } from '../../domain/assigned-work.ts';
import { forgetAssignmentAccess } from '../../domain/assignment-access.ts';
import type { AssignmentRow, Override } from '../../domain/assignment-dates.ts';
import { overridesOf } from '../../domain/assignment-dates.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import { enforceLatePolicy } from '../../domain/grading/course-policies.ts';
import type { Context } from '../../http/context.ts';

/** Assigns the work anew, by the overrides that there are now. */
export async function overridesChanged(
  ctx: Context,
  course: CourseRow,
  assignments: readonly Pick<AssignmentRow, 'id'>[],
): Promise<void> {
  const ids = assignments.map(({ id }) => id);
  await ctx.db.updateTable('assignments').set({ updated_at: ctx.now }).where('id', '=', anyOf(ids)).execute();
  forgetAssignmentAccess(ctx);
  await assignWork(ctx, { courseId: course.id, assignmentIds: ids });
  await enforceLatePolicy(ctx, course, ids);
}

/** An override as it is now, whoever it is for. */
export async function reloaded(
  ctx: Context,
  assignment: Pick<AssignmentRow, 'id'>,
  id: number,
): Promise<Override> {
  const all = (await overridesOf(ctx, [assignment.id])).get(assignment.id) ?? [];
  return all.find((override) => override.id === id) as Override;
}
