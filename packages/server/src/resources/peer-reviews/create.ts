import { mayToAssignment } from '../../domain/assignment-access.ts';
import { demand } from '../../domain/demand.ts';
import { requestReviews } from '../../domain/peer-reviews.ts';
import { lockSubmissions } from '../../domain/submission-handing-in.ts';
import { NotFound, Refusal } from '../../errors.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { gradebooks, gradedAssignment } from '../submissions/load.ts';
import { findReviewedWork, findReviewer } from './load.ts';
import { PeerReview } from './schema.ts';
import { serializeReview } from './serialize.ts';

export default inContexts(
  gradebooks,
  'POST /api/v1/{context}/assignments/{assignment_id}/submissions/{submission_id}/peer_reviews',
  {
    summary: 'Ask a student to review a submission',
    load: { assignment: gradedAssignment('assignment_id') },
    // Asked after the students, whom Canvas looks for first.
    requires: 'user',
    returns: PeerReview,
    async handle({ ctx, context: { course }, assignment, params, path }) {
      const work = await findReviewedWork(ctx, { course, assignment }, path.submission_id);
      const reviewer = await findReviewer(ctx, course, params.user_id);
      if (reviewer === work.user_id) throw new Refusal(400, { errors: { base: 'Create failed' } });
      await demand(ctx, mayToAssignment(ctx, assignment, 'grade'));
      const [assessor] = await lockSubmissions(ctx, assignment, [reviewer]);
      if (!assessor) throw new NotFound();
      const [review] = await requestReviews(ctx, assignment, [{ assessor, work }]);
      if (!review) throw new NotFound();
      return await serializeReview(ctx, { course, assignment }, review, params.include);
    },
  },
);
