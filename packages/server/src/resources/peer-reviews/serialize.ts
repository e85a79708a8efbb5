import { mayToAssignment } from '../../domain/assignment-access.ts';
import { mayInCourse } from '../../domain/course-access.ts';
import type { AssessmentRequestRow } from '../../domain/peer-reviews.ts';
import type { Context } from '../../http/context.ts';
import { knownIncludes, loadIncludes } from '../../http/includes.ts';
import { inOrderOf } from '../../http/schema.ts';
import { peerReviewIncludes, type ReviewView } from './includes.ts';
import type { Reviewed } from './load.ts';
import { PeerReview } from './schema.ts';

/** Reviews of the work on one assignment, as the caller may know of them. */
export async function serializeReviews(
  ctx: Context,
  { course, assignment }: Reviewed,
  rows: readonly AssessmentRequestRow[],
  include: readonly string[] = [],
): Promise<PeerReview[]> {
  const anonymous = assignment.anonymous_peer_reviews;
  const namesAssessors = !anonymous || (await mayToAssignment(ctx, assignment, 'grade'));
  const namesAll = !anonymous || (await mayInCourse(ctx, course, 'view_all_grades'));
  const view: ReviewView = {
    course,
    assignment,
    namesAssessors,
    namesUser: ({ user_id }) => namesAll || user_id === ctx.user?.id,
  };
  const names = knownIncludes(include, peerReviewIncludes);
  const included = await loadIncludes(ctx, rows, names, peerReviewIncludes, view);
  return rows.map((row) =>
    inOrderOf(PeerReview, {
      id: row.id,
      asset_id: row.asset_id,
      asset_type: 'Submission',
      workflow_state: row.workflow_state,
      ...(view.namesUser(row) && { user_id: row.user_id }),
      ...(namesAssessors && { assessor_id: row.assessor_id }),
      ...included(row),
    }),
  );
}

export async function serializeReview(
  ctx: Context,
  reviewed: Reviewed,
  row: AssessmentRequestRow,
  include?: readonly string[],
): Promise<PeerReview> {
  const [json] = await serializeReviews(ctx, reviewed, [row], include);
  return json as PeerReview;
}
