import type { CourseRow } from '../../domain/course-access.ts';
import { demandReadableGrades, readsAllGrades } from '../../domain/outcome-grades.ts';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { List } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { OutcomeAlignment } from './schema.ts';

/** As in Canvas the whole list comes at once. */
export default operation('GET /api/v1/courses/{course_id}/outcome_alignments', {
  summary: 'What the assignments of a student, or one assignment, are aligned with',
  load: { course: course('course_id') },
  // Whose alignments somebody may see depends on whose are asked for.
  requires: 'user',
  returns: List(OutcomeAlignment),
  async handle({ ctx, course, params: { student_id, assignment_id } }) {
    if (!student_id && !assignment_id) {
      throw new Refusal(400, { message: 'student_id or assignment_id is required' });
    }
    const readsAll = await readsAllGrades(ctx, course);
    if (!student_id && !readsAll) throw new Refusal(401, { message: 'Unauthorized' });
    if (student_id && !readsAll) await demandReadableGrades(ctx, course, [student_id]);
    if (student_id) await demandUser(ctx, student_id);
    if (assignment_id) await demandAssignment(ctx, course, assignment_id);
    return await alignmentsOf(ctx, course, student_id, assignment_id, readsAll);
  },
});

async function demandUser(ctx: Context, id: number): Promise<void> {
  const user = await ctx.db.selectFrom('users').select('id').where('id', '=', id).executeTakeFirst();
  if (!user) throw new Refusal(404, { message: `Couldn't find User with 'id'=${id}` });
}

async function demandAssignment(ctx: Context, course: CourseRow, id: number): Promise<void> {
  const assignment = await ctx.db
    .selectFrom('assignments')
    .select('id')
    .where('id', '=', id)
    .where('course_id', '=', course.id)
    .where('workflow_state', '<>', 'deleted')
    .executeTakeFirst();
  if (!assignment) throw new Refusal(404, { message: 'Assignment not found or does not belong to course' });
}

/** Of assignments that the student has a submission of, handed in or not; unpublished ones for those who grade. */
async function alignmentsOf(
  ctx: Context,
  course: CourseRow,
  studentId: number | null | undefined,
  assignmentId: number | null | undefined,
  withUnpublished: boolean,
): Promise<OutcomeAlignment[]> {
  const rows = await ctx.db
    .selectFrom('learning_outcome_alignments as alignment')
    .innerJoin('assignments', 'assignments.id', 'alignment.content_id')
    .select([
      'alignment.learning_outcome_id',
      'assignments.id as assignment_id',
      'assignments.name',
      'assignments.submission_types',
    ])
    .where('alignment.content_type', '=', 'Assignment')
    .where('alignment.context_type', '=', 'Course')
    .where('alignment.context_id', '=', course.id)
    .where('alignment.workflow_state', '=', 'active')
    .where('assignments.workflow_state', '<>', 'deleted')
    .$if(!withUnpublished, (query) => query.where('assignments.workflow_state', '<>', 'unpublished'))
    .$if(Boolean(assignmentId), (query) => query.where('assignments.id', '=', assignmentId as number))
    .$if(Boolean(studentId), (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('submissions')
            .select('submissions.id')
            .whereRef('submissions.assignment_id', '=', 'assignments.id')
            .where('submissions.user_id', '=', studentId as number)
            .where('submissions.workflow_state', '<>', 'deleted'),
        ),
      ),
    )
    .orderBy('alignment.id')
    .execute();
  return rows.map(({ learning_outcome_id, name, assignment_id, submission_types }) => ({
    learning_outcome_id,
    title: name,
    assignment_id,
    submission_types: submission_types.join(','),
    url: ctx.url(`/courses/${course.id}/assignments/${assignment_id}`),
  }));
}
