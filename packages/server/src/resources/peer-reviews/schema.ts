import { Id, List, OneOf, Optional, Shape, type Static } from '../../http/schema.ts';
import { SubmissionComment } from '../submission-comments/schema.ts';
import { DisplayUser } from '../users/display.ts';

/** Whoever may not know who reviews whom isn't told of the one or the other. */
export const PeerReview = Shape({
  id: Id,
  user_id: Optional(Id),
  asset_id: Id,
  asset_type: OneOf('Submission'),
  workflow_state: OneOf('assigned', 'completed'),
  assessor_id: Optional(Id),
  user: Optional(DisplayUser),
  assessor: Optional(DisplayUser),
  submission_comments: Optional(List(SubmissionComment)),
});
export type PeerReview = Static<typeof PeerReview>;
