import { mayToAssignment } from '../../domain/assignment-access.ts';
import { demand } from '../../domain/demand.ts';
import { Refusal } from '../../errors.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { gradebooks, gradedAssignment } from '../submissions/load.ts';
import { findReviewedWork, findReviewer } from './load.ts';
import { PeerReview } from './schema.ts';
import { serializeReview } from './serialize.ts';

export default inContexts(
  gradebooks,
  'DELETE /api/v1/{context}/assignments/{assignment_id}/submissions/{submission_id}/peer_reviews',
  {
    summary: 'Ask a student no longer to review a submission',
    load: { assignment: gradedAssignment('assignment_id') },
    requires: 'user',
    returns: PeerReview,
    async handle({ ctx, context: { course }, assignment, params, path }) {
      const work = await findReviewedWork(ctx, { course, assignment }, path.submission_id);
      const reviewer = await findReviewer(ctx, course, params.user_id);
      await demand(ctx, mayToAssignment(ctx, assignment, 'grade'));
      const deleted = await ctx.db
        .deleteFrom('assessment_requests')
        .where('asset_id', '=', work.id)
        .where('assessor_id', '=', reviewer)
        .returningAll()
        .executeTakeFirst();
      if (!deleted) throw new Refusal(400, { errors: { base: 'Delete failed' } });
      return await serializeReview(ctx, { course, assignment }, deleted);
    },
  },
);
