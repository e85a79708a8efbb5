/** Who is asked to assess whose work. Sources: Canvas's AssessmentRequest, Submission#assign_assessor and #peer_reviewer?. */
import { type Selectable, sql } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type { AssessmentRequestsTable } from '../db/tables/index.ts';
import type { Context } from '../http/context.ts';
import type { AssignmentRow } from './assignment-dates.ts';
import { rubricsOfAssignments } from './rubrics.ts';
import type { SubmissionRow } from './submission-state.ts';

export type AssessmentRequestRow = Selectable<AssessmentRequestsTable>;

/** The assessor by what he has on the assignment himself. */
export interface Review {
  readonly assessor: Pick<SubmissionRow, 'id' | 'user_id'>;
  readonly work: Pick<SubmissionRow, 'id' | 'user_id'>;
}

/** Asks for reviews; what was asked for already stays as it is. In the order of the reviews. */
export async function requestReviews(
  ctx: Context,
  assignment: AssignmentRow,
  reviews: readonly Review[],
): Promise<AssessmentRequestRow[]> {
  if (reviews.length === 0) return [];
  const rubric = (await rubricsOfAssignments(ctx, [assignment.id])).get(assignment.id);
  const rows = await ctx.db
    .insertInto('assessment_requests')
    .values(
      reviews.map(({ assessor, work }) => ({
        user_id: work.user_id,
        asset_id: work.id,
        assessor_id: assessor.user_id,
        assessor_asset_id: assessor.id,
        rubric_association_id: rubric?.association.id ?? null,
        created_at: ctx.now,
        updated_at: ctx.now,
      })),
    )
    // Asking again reminds, which is to have touched it.
    .onConflict((conflict) =>
      conflict.columns(['asset_id', 'assessor_id']).doUpdateSet({ updated_at: ctx.now }),
    )
    .returningAll()
    .execute();
  const byPair = new Map(rows.map((row) => [`${row.asset_id}:${row.assessor_id}`, row]));
  return reviews.flatMap(({ assessor, work }) => byPair.get(`${work.id}:${assessor.user_id}`) ?? []);
}

/**
 * Of which submissions in some courses the acting user is a reviewer who may look at them: the student is still in the
 * course, the assignment is published and peer reviewed, and the reviewer has handed in something himself.
 */
export async function reviewedBy(ctx: Context, courseIds: readonly number[]): Promise<ReadonlySet<number>> {
  if (!ctx.user || courseIds.length === 0) return new Set();
  const { rows } = await sql<{ asset_id: number }>`
    select requests.asset_id
    from assessment_requests requests
      join submissions work on work.id = requests.asset_id
      join assignments on assignments.id = work.assignment_id
      join submissions own on own.assignment_id = assignments.id and own.user_id = requests.assessor_id
    where requests.assessor_id = ${ctx.user.id} and work.course_id = ${anyOf(courseIds)}
      and assignments.peer_reviews and assignments.workflow_state = 'published'
      and own.workflow_state <> 'deleted' and own.submission_type is not null
      and exists (select 1 from enrollments
        where enrollments.course_id = work.course_id and enrollments.user_id = work.user_id
          and enrollments.type in ('StudentEnrollment', 'StudentViewEnrollment')
          and enrollments.workflow_state = 'active')`.execute(ctx.db);
  return new Set(rows.map(({ asset_id }) => asset_id));
}

/** Whether the acting user is asked to assess a student with a rubric, and hasn't yet. */
export async function isReviewer(ctx: Context, associationId: number, studentId: number): Promise<boolean> {
  if (!ctx.user) return false;
  const request = await ctx.db
    .selectFrom('assessment_requests')
    .select('id')
    .where('rubric_association_id', '=', associationId)
    .where('user_id', '=', studentId)
    .where('assessor_id', '=', ctx.user.id)
    .where('workflow_state', '=', 'assigned')
    .executeTakeFirst();
  return request !== undefined;
}

/**
 * A reviewer has assessed some submissions: by a comment, which is enough unless there is a rubric to fill in, or by
 * the rubric.
 */
export async function completeReviews(
  ctx: Context,
  submissionIds: readonly number[],
  by: 'comment' | 'rubric',
): Promise<void> {
  let query = ctx.db
    .updateTable('assessment_requests')
    .set({ workflow_state: 'completed', updated_at: ctx.now })
    .where('asset_id', '=', anyOf(submissionIds))
    .where('assessor_id', '=', ctx.me.id)
    .where('workflow_state', '=', 'assigned');
  if (by === 'comment') query = query.where('rubric_association_id', 'is', null);
  await query.execute();
}
