import { anyOf } from '../../db/any-of.ts';
import type { AssignmentRow } from '../../domain/assignment-access.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import type { AssessmentRequestRow } from '../../domain/peer-reviews.ts';
import { visibleComments } from '../../domain/submission-comments.ts';
import type { SubmissionRow } from '../../domain/submission-state.ts';
import type { User } from '../../http/context.ts';
import type { IncludeLoader, IncludeLoaders } from '../../http/includes.ts';
import { commentSerializer } from '../submission-comments/serialize.ts';
import { displayUser } from '../users/display.ts';
import type { PeerReview } from './schema.ts';

export interface ReviewView {
  readonly course: CourseRow;
  readonly assignment: AssignmentRow;
  readonly namesAssessors: boolean;
  namesUser(row: AssessmentRequestRow): boolean;
}

type Loader = IncludeLoader<AssessmentRequestRow, Partial<PeerReview>, ReviewView>;

/** Both, the one whose work it is and the one who looks at it. */
const user: Loader = async (ctx, rows, view) => {
  const users: User[] = await ctx.db
    .selectFrom('users')
    .selectAll()
    .where('id', '=', anyOf(rows.flatMap(({ user_id, assessor_id }) => [user_id, assessor_id])))
    .execute();
  const shown = new Map(users.map((each) => [each.id, displayUser(ctx, each, `/courses/${view.course.id}`)]));
  return (row) => {
    const [whose, assessor] = [shown.get(row.user_id), shown.get(row.assessor_id)];
    return {
      ...(whose && view.namesUser(row) && { user: whose }),
      ...(assessor && view.namesAssessors && { assessor }),
    };
  };
};

/** All that the caller may read of what was said of the work, by whomever. */
const comments: Loader = async (ctx, rows, { course, assignment }) => {
  const submissions: SubmissionRow[] = await ctx.db
    .selectFrom('submissions')
    .selectAll()
    .where('id', '=', anyOf(rows.map(({ asset_id }) => asset_id)))
    .execute();
  const works = submissions.map((submission) => ({ course, assignment, submission }));
  const commentsOf = await visibleComments(ctx, works);
  const about = works.flatMap((work) => commentsOf(work.submission.id).map((comment) => ({ comment, work })));
  const { text } = await commentSerializer(ctx, about);
  const bySubmission = Map.groupBy(about, ({ work }) => work.submission.id);
  return ({ asset_id }) => ({ submission_comments: (bySubmission.get(asset_id) ?? []).map(text) });
};

export const peerReviewIncludes: IncludeLoaders<
  'user' | 'submission_comments',
  AssessmentRequestRow,
  Partial<PeerReview>,
  ReviewView
> = { user, submission_comments: comments };
