/** Who may do what with the work of a student. Source: the policy of Canvas's Submission. */
import type { Context } from '../http/context.ts';
import type { AssignmentRow } from './assignment-dates.ts';
import { type CourseRow, courseAccesses, type OwnCourseAccess } from './course-access.ts';
import { courseGrants } from './course-rights.ts';
import { assignDueReviews } from './peer-review-rounds.ts';
import { reviewedBy } from './peer-reviews.ts';
import { hidesGrade, type SubmissionRow } from './submission-state.ts';

export type SubmissionRight =
  | 'read'
  | 'read_grade'
  | 'read_comments'
  | 'comment'
  | 'grade'
  | 'mark_item_read';

/** A submission with what it belongs to. */
export interface Work {
  readonly course: CourseRow;
  readonly assignment: AssignmentRow;
  readonly submission: SubmissionRow;
}

/** The ids of the submissions that the user is asked to review, and may look at therefore. */
type Reviewed = ReadonlySet<number>;

type Rule = (access: OwnCourseAccess, work: Work, reviewed: Reviewed) => boolean;

const any =
  (...rules: Rule[]): Rule =>
  (access, work, reviewed) =>
    rules.some((rule) => rule(access, work, reviewed));

const isOwn: Rule = ({ userId }, { submission, assignment }) =>
  userId !== null && submission.user_id === userId && assignment.workflow_state === 'published';

const grades: Rule = (access, { assignment }) =>
  assignment.workflow_state === 'published' && courseGrants('manage_grades', access);

/** Sees the grades of everybody. */
const seesAllGrades: Rule = (access, work, reviewed) =>
  courseGrants('view_all_grades', access) || grades(access, work, reviewed);

const reviews: Rule = (_, { submission }, reviewed) => reviewed.has(submission.id);

const observes: Rule = ({ enrollments }, { submission }) =>
  enrollments.some(
    ({ type, associated_user_id, workflow_state }) =>
      type === 'ObserverEnrollment' &&
      associated_user_id === submission.user_id &&
      workflow_state === 'active',
  );

const isPosted: Rule = (_, { submission }) => submission.posted_at !== null;
const isHidden: Rule = (_, { submission, assignment }) => hidesGrade(submission, assignment);

/** Grades of a moderated assignment are entered by its final grader once they are published. */
const isModerated: Rule = (_, { assignment }) =>
  assignment.moderated_grading && assignment.grades_published_at === null;

const submissionRights: Record<SubmissionRight, Rule> = {
  read: any(isOwn, grades, seesAllGrades, observes, reviews),
  read_grade: (access, work, reviewed) => {
    if (seesAllGrades(access, work, reviewed)) return true;
    if (isHidden(access, work, reviewed)) return false;
    return (
      isOwn(access, work, reviewed) || (observes(access, work, reviewed) && isPosted(access, work, reviewed))
    );
  },
  read_comments: any(isOwn, grades, observes),
  comment: any(isOwn, grades, reviews),
  grade: (access, work, reviewed) =>
    grades(access, work, reviewed) &&
    work.submission.workflow_state !== 'deleted' &&
    !isModerated(access, work, reviewed),
  mark_item_read: isOwn,
};

/** Asks for one right after the other on work of any number of courses, in a number of queries that doesn't grow. */
export async function submissionRightsIn(
  ctx: Context,
  courses: readonly CourseRow[],
): Promise<(work: Work, right: SubmissionRight) => boolean> {
  const accesses = await courseAccesses(ctx, courses);
  const reviewed = await reviewedIn(ctx, accesses);
  return (work, right) =>
    submissionRights[right](accesses.get(work.course.id) as OwnCourseAccess, work, reviewed);
}

const isStudent = ({ enrollments }: OwnCourseAccess) =>
  enrollments.some(({ type }) => type === 'StudentEnrollment' || type === 'StudentViewEnrollment');

/** Reviews are among students. */
async function reviewedIn(ctx: Context, accesses: ReadonlyMap<number, OwnCourseAccess>): Promise<Reviewed> {
  const courseIds = [...accesses].filter(([, access]) => isStudent(access)).map(([id]) => id);
  if (courseIds.length === 0) return new Set();
  await assignDueReviews(ctx, courseIds);
  return await reviewedBy(ctx, courseIds);
}

export async function mayToSubmission(ctx: Context, work: Work, right: SubmissionRight): Promise<boolean> {
  return (await submissionRightsIn(ctx, [work.course]))(work, right);
}
