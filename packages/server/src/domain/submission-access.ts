/** Who may do what with the work of a student. Source: the policy of Canvas's Submission. */
import type { Context } from '../http/context.ts';
import type { AssignmentRow } from './assignment-dates.ts';
import { type CourseRow, courseAccesses, type OwnCourseAccess } from './course-access.ts';
import { courseGrants } from './course-rights.ts';
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

type Rule = (access: OwnCourseAccess, work: Work) => boolean;

const any =
  (...rules: Rule[]): Rule =>
  (access, work) =>
    rules.some((rule) => rule(access, work));

const isPublished: Rule = (_, { assignment }) => assignment.workflow_state === 'published';

const isOwn: Rule = (access, work) =>
  access.userId !== null && work.submission.user_id === access.userId && isPublished(access, work);

const grades: Rule = (access, work) => isPublished(access, work) && courseGrants('manage_grades', access);

/** Sees the grades of everybody. */
const seesAllGrades: Rule = (access, work) => courseGrants('view_all_grades', access) || grades(access, work);

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
  read: any(isOwn, grades, seesAllGrades, observes),
  read_grade: (access, work) => {
    if (seesAllGrades(access, work)) return true;
    if (isHidden(access, work)) return false;
    return isOwn(access, work) || (observes(access, work) && isPosted(access, work));
  },
  read_comments: any(isOwn, grades, observes),
  comment: any(isOwn, grades),
  grade: (access, work) =>
    grades(access, work) && work.submission.workflow_state !== 'deleted' && !isModerated(access, work),
  mark_item_read: isOwn,
};

/** Asks for one right after the other on work of any number of courses, in a number of queries that doesn't grow. */
export async function submissionRightsIn(
  ctx: Context,
  courses: readonly CourseRow[],
): Promise<(work: Work, right: SubmissionRight) => boolean> {
  const accesses = await courseAccesses(ctx, courses);
  return (work, right) => submissionRights[right](accesses.get(work.course.id) as OwnCourseAccess, work);
}

export async function mayToSubmission(ctx: Context, work: Work, right: SubmissionRight): Promise<boolean> {
  return (await submissionRightsIn(ctx, [work.course]))(work, right);
}
