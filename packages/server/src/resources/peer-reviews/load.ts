import type { AssignmentRow } from '../../domain/assignment-access.ts';
import { type CourseRow, courseAccess } from '../../domain/course-access.ts';
import { assignDueReviews } from '../../domain/peer-review-rounds.ts';
import type { SubmissionRow } from '../../domain/submission-state.ts';
import { studentIds } from '../../domain/submission-students.ts';
import { NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';

/** The assignment on which reviews are written; a section stands for its course. */
export interface Reviewed {
  readonly course: CourseRow;
  readonly assignment: AssignmentRow;
}

/** A submission by its own id, which these paths alone go by. Throws NotFound. */
export async function findReviewedWork(
  ctx: Context,
  { course, assignment }: Reviewed,
  text: string,
): Promise<SubmissionRow> {
  const submission = await ctx.db
    .selectFrom('submissions')
    .selectAll()
    .where('assignment_id', '=', assignment.id)
    .where('id', '=', parseNumber(text) ?? 0)
    .where('workflow_state', '<>', 'deleted')
    .executeTakeFirst();
  if (!submission) throw new NotFound();
  await findReviewer(ctx, course, submission.user_id);
  return submission;
}

/** Somebody who studies in the course, as far as the caller sees him. Throws NotFound. */
export async function findReviewer(
  ctx: Context,
  course: CourseRow,
  id: number | null | undefined,
): Promise<number> {
  const students = studentIds(await courseAccess(ctx, course), {
    courseId: course.id,
    sectionId: null,
    scope: 'current',
  });
  const found = await ctx.db
    .selectFrom('users')
    .select('id')
    .where('id', '=', id ?? 0)
    .where('id', 'in', students)
    .executeTakeFirst();
  if (!found) throw new NotFound();
  return found.id;
}

/** The reviews of an assignment, oldest first, with those whose time has just come. */
export async function reviewsOn(ctx: Context, { course, assignment }: Reviewed) {
  await assignDueReviews(ctx, [course.id], [assignment.id]);
  return ctx.db
    .selectFrom('assessment_requests')
    .innerJoin('submissions', 'submissions.id', 'assessment_requests.asset_id')
    .selectAll('assessment_requests')
    .where('submissions.assignment_id', '=', assignment.id)
    .orderBy('assessment_requests.id');
}
