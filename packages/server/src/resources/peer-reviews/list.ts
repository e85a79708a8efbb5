import { mayToAssignment } from '../../domain/assignment-access.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { List } from '../../http/schema.ts';
import { gradebooks, gradedAssignment } from '../submissions/load.ts';
import { type Reviewed, reviewsOn } from './load.ts';
import { PeerReview } from './schema.ts';
import { serializeReviews } from './serialize.ts';

/** Graders see all of them, everybody else those of his own work. All at once, as Canvas sends them. */
async function listReviews(ctx: Context, reviewed: Reviewed, include?: string[], submissionId?: string) {
  let query = await reviewsOn(ctx, reviewed);
  if (!(await mayToAssignment(ctx, reviewed.assignment, 'grade'))) {
    query = query.where('assessment_requests.user_id', '=', ctx.me.id);
  }
  if (submissionId !== undefined) {
    query = query.where('assessment_requests.asset_id', '=', parseNumber(submissionId) ?? 0);
  }
  return await serializeReviews(ctx, reviewed, await query.execute(), include);
}

export const list = inContexts(gradebooks, 'GET /api/v1/{context}/assignments/{assignment_id}/peer_reviews', {
  summary: 'Who is to review whose work on an assignment',
  load: { assignment: gradedAssignment('assignment_id') },
  // Of which there may be none for him.
  requires: 'user',
  returns: List(PeerReview),
  handle: ({ ctx, context: { course }, assignment, params }) =>
    listReviews(ctx, { course, assignment }, params.include),
});

export const listOfSubmission = inContexts(
  gradebooks,
  'GET /api/v1/{context}/assignments/{assignment_id}/submissions/{submission_id}/peer_reviews',
  {
    summary: 'Who is to review one submission',
    load: { assignment: gradedAssignment('assignment_id') },
    requires: 'user',
    returns: List(PeerReview),
    handle: ({ ctx, context: { course }, assignment, params, path }) =>
      listReviews(ctx, { course, assignment }, params.include, path.submission_id),
  },
);
