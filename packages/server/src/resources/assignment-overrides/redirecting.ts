/** From a section or a group to its override. */
import type { Override } from '../../domain/assignment-dates.ts';
import { contextOf } from '../../domain/contexts.ts';
import { type CourseRow, mayInCourse } from '../../domain/course-access.ts';
import { demand } from '../../domain/demand.ts';
import { NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { findAssignment } from '../assignments/load.ts';
import { knownOverrides } from './load.ts';

/** The course, which the caller must be able to read. Throws NotFound, Unauthorized. */
export async function courseOfOverride(ctx: Context, courseId: number): Promise<CourseRow> {
  const context = await contextOf(ctx, { context_type: 'Course', context_id: courseId });
  if (context.type !== 'Course' || context.course.workflow_state === 'deleted') throw new NotFound();
  await demand(ctx, mayInCourse(ctx, context.course, 'read'));
  return context.course;
}

/** Where the override of that section or group is. Throws NotFound. */
export async function addressOf(
  ctx: Context,
  course: CourseRow,
  assignmentId: string,
  set: Pick<Override, 'set_type' | 'set_id'>,
): Promise<string> {
  const assignment = await findAssignment(ctx, course, assignmentId);
  const overrides = await knownOverrides(ctx, assignment);
  const found = overrides.find(({ set_type, set_id }) => set_type === set.set_type && set_id === set.set_id);
  if (!found) throw new NotFound();
  return ctx.url(`/api/v1/courses/${course.id}/assignments/${assignment.id}/overrides/${found.id}`);
}
