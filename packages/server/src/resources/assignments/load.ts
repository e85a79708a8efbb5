import {
  type AssignmentRight,
  type AssignmentRow,
  knowCourse,
  mayToAssignment,
} from '../../domain/assignment-access.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import { NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseId } from '../../http/ids.ts';
import { loads } from '../../http/operation.ts';

/** `42`, `sis_assignment_id:X`, `lti_context_id:…` → an assignment of a course that isn't deleted. Throws NotFound. */
export async function findAssignment(ctx: Context, course: CourseRow, text: string): Promise<AssignmentRow> {
  const id = parseId(text, 'assignment');
  let query = ctx.db
    .selectFrom('assignments')
    .selectAll()
    .where('course_id', '=', course.id)
    .where('workflow_state', '<>', 'deleted');
  if (id.by === 'id') query = query.where('id', '=', id.id);
  else if (id.by === 'column') query = query.where(id.column, '=', id.value);
  else throw new NotFound();
  const assignment = await query.executeTakeFirst();
  if (!assignment) throw new NotFound();
  knowCourse(ctx, course);
  return assignment;
}

/** `load: { course: course('course_id'), assignment: assignment('assignment_id') }`: one of the course loaded before. */
export const assignment = loads<AssignmentRow, AssignmentRight>({
  find: (ctx, id, { course }) => findAssignment(ctx, course as CourseRow, id),
  grants: mayToAssignment,
});
