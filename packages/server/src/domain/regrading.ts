/** What is graded already follows its assignment: the letters and percentages that its scores now are. */
import { sql } from 'kysely';
import type { Context } from '../http/context.ts';
import type { AssignmentRow } from './assignment-dates.ts';
import type { CourseRow } from './course-access.ts';
import { gradableOf } from './grading/schemes.ts';
import { showGrade } from './grading/show-grade.ts';

/** Call it after an assignment's points, grading type or standard changed; scores of the course come after it. */
export async function regrade(ctx: Context, course: CourseRow, assignment: AssignmentRow): Promise<void> {
  const rows = await ctx.db
    .selectFrom('submissions')
    .select(['id', 'score', 'grade'])
    .where('assignment_id', '=', assignment.id)
    .where('workflow_state', '=', 'graded')
    .where('score', 'is not', null)
    .orderBy('id')
    .execute();
  if (rows.length === 0) return;
  const gradable = await gradableOf(ctx, course, assignment);
  const graded = rows.map(({ id, score, grade }) => {
    const complete = assignment.grading_type === 'pass_fail' && (grade === 'complete' || grade === 'pass');
    const now = complete ? (assignment.points_possible ?? 0) : (score ?? 0);
    return { id, score: now, grade: showGrade(now, gradable, grade) };
  });
  await sql`
    update submissions set score = given.score, grade = given.grade, graded_at = ${ctx.now},
      updated_at = ${ctx.now}, grader_id = coalesce(${ctx.user?.id ?? null}, submissions.grader_id)
    from jsonb_to_recordset(${JSON.stringify(graded)}::jsonb)
      as given(id bigint, score double precision, grade text)
    where submissions.id = given.id`.execute(ctx.db);
}
