import { assignedPairs } from '../../domain/assigned-students.ts';
import { Refusal } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { List } from '../../http/schema.ts';
import { gradebook, gradedAssignment } from '../submissions/load.ts';
import { allocateReviews } from './allocating.ts';
import { PeerReview } from './schema.ts';
import { serializeReviews } from './serialize.ts';

export default operation('POST /api/v1/courses/{course_id}/assignments/{assignment_id}/allocate', {
  summary: 'Let the caller have submissions to review',
  load: { context: gradebook('course_id'), assignment: gradedAssignment('assignment_id') },
  requires: 'user',
  returns: List(PeerReview),
  async handle({ ctx, context: { course }, assignment, params }) {
    const scope = { courseId: course.id, assignmentIds: [assignment.id], userIds: [ctx.me.id] };
    const isAssigned = await assignedPairs(ctx, scope);
    if (!isAssigned(assignment.id, ctx.me.id)) {
      throw new Refusal(403, { errors: { base: 'Assignment is not assigned to you' } });
    }
    const reviews = await allocateReviews(ctx, { course, assignment });
    return await serializeReviews(ctx, { course, assignment }, reviews, params.include);
  },
});
