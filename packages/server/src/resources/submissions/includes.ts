/** `include[]` of submissions: each loaded for all of a page at once. */
import { anyOf } from '../../db/any-of.ts';
import { assignedPairs } from '../../domain/assigned-students.ts';
import { type CourseRow, courseAccess } from '../../domain/course-access.ts';
import { courseGrants } from '../../domain/course-rights.ts';
import { isLate, isMissing } from '../../domain/grading/tardiness.ts';
import type { Work } from '../../domain/submission-access.ts';
import { anonymizedAssignments } from '../../domain/submission-anonymity.ts';
import { hasPostableComments, visibleComments } from '../../domain/submission-comments.ts';
import { readStates, setReadState } from '../../domain/submission-read-states.ts';
import { hasSubmission, isGraded, isResubmitted, needsGrading } from '../../domain/submission-state.ts';
import { attemptsAmong, versionsOf } from '../../domain/submission-versions.ts';
import type { Context, User } from '../../http/context.ts';
import type { IncludeLoader, IncludeLoaders } from '../../http/includes.ts';
import type { Assignment } from '../assignments/schema.ts';
import { serializeAssignments } from '../assignments/serialize.ts';
import { serializeCourses } from '../courses/serialize.ts';
import { assessmentsOfSubmissions } from '../rubric-assessments/serialize.ts';
import { commentSerializer } from '../submission-comments/serialize.ts';
import { displayUser } from '../users/display.ts';
import { serializeUsers } from '../users/serialize.ts';
import { type AttemptView, attemptSerializer } from './attempts.ts';
import type { Submission } from './schema.ts';

/** A submission as it is about to be shown. */
export interface Shown extends Work {
  readonly readsGrade: boolean;
  readonly version: number;
}

export type SubmissionInclude =
  | 'submission_history'
  | 'has_postable_comments'
  | 'submission_comments'
  | 'submission_html_comments'
  | 'rubric_assessment'
  | 'full_rubric_assessment'
  | 'assignment'
  | 'course'
  | 'html_url'
  | 'user'
  | 'user_summary'
  | 'visibility'
  | 'submission_status'
  | 'grading_status'
  | 'read_state';

type Loader = IncludeLoader<Shown, Partial<Submission>, AttemptView>;

const ids = (rows: readonly Shown[]) => rows.map(({ submission }) => submission.id);
const ofRow =
  (fields: (row: Shown, ctx: Context) => Partial<Submission>): Loader =>
  async (ctx) =>
  (row) =>
    fields(row, ctx);

/** What was handed in each time, oldest first; of what has no past itself. */
const history: Loader = async (ctx, rows, view) => {
  const versions = await versionsOf(ctx, ids(rows));
  const pastOf = (row: Shown) => {
    const attempts = attemptsAmong(versions.get(row.submission.id) ?? []);
    const past = attempts.map(({ model, number }) => ({
      attempt: { ...row.submission, ...model },
      version: number,
    }));
    const shown = past.length > 0 ? past : [{ attempt: row.submission, version: row.version }];
    return shown.map((each) => ({
      // The date is the one by which the student goes now.
      attempt: { ...each.attempt, cached_due_date: row.submission.cached_due_date },
      version: each.version,
      work: row,
      readsGrade: row.readsGrade,
    }));
  };
  const pasts = new Map(rows.map((row) => [row, pastOf(row)]));
  const serialize = await attemptSerializer(ctx, [...pasts.values()].flat(), view);
  return (row) => ({ submission_history: (pasts.get(row) ?? []).map(serialize) });
};

const comments =
  (style: 'text' | 'html'): Loader =>
  async (ctx, rows) => {
    const commentsOf = await visibleComments(ctx, rows);
    const about = rows.flatMap((work) =>
      commentsOf(work.submission.id).map((comment) => ({ comment, work })),
    );
    const serialize = (await commentSerializer(ctx, about))[style];
    const shown = Map.groupBy(about, ({ work }) => work.submission.id);
    const name = style === 'text' ? 'submission_comments' : 'submission_html_comments';
    return ({ submission }) => ({ [name]: (shown.get(submission.id) ?? []).map(serialize) });
  };

const postableComments: Loader = async (ctx, rows) => {
  const has = await hasPostableComments(ctx, ids(rows));
  return ({ submission }) => ({ has_postable_comments: has(submission.id) });
};

const assessment =
  (style: 'indexed' | 'full'): Loader =>
  async (ctx, rows) => {
    const assessmentOf = await assessmentsOfSubmissions(ctx, ids(rows));
    const name = style === 'indexed' ? 'rubric_assessment' : 'full_rubric_assessment';
    return ({ submission, readsGrade }) => {
      const shown = readsGrade ? assessmentOf(submission.id)?.[style] : undefined;
      return shown ? { [name]: shown } : {};
    };
  };

const assignment: Loader = async (ctx, rows) => {
  const shown = new Map<number, Assignment>();
  for (const [, group] of Map.groupBy(rows, (row) => row.course.id)) {
    const [first] = group;
    const assignments = new Map(group.map((row) => [row.assignment.id, row.assignment]));
    if (!first) continue;
    for (const each of await serializeAssignments(ctx, first.course, [...assignments.values()])) {
      shown.set(each.id, each);
    }
  }
  return (row) => ({ assignment: shown.get(row.assignment.id) });
};

const course: Loader = async (ctx, rows) => {
  const courses = new Map<number, CourseRow>(rows.map((row) => [row.course.id, row.course]));
  const shown = await serializeCourses(ctx, [...courses.values()], { includes: ['html_url'] });
  const byId = new Map(shown.map((each) => [each.id, each]));
  return (row) => ({ course: byId.get(row.course.id) as NonNullable<Submission['course']> });
};

const htmlUrl: Loader = async (ctx, rows) => {
  const anonymized = await anonymizedAssignments(
    ctx,
    rows.map(({ assignment }) => assignment),
  );
  return ({ course: { id }, assignment, submission }) => ({
    html_url: anonymized.has(assignment.id)
      ? ctx.url(
          `/courses/${id}/gradebook/speed_grader?anonymous_id=${submission.anonymous_id}&assignment_id=${assignment.id}`,
        )
      : ctx.url(`/courses/${id}/assignments/${assignment.id}/submissions/${submission.user_id}`),
  });
};

const user =
  (style: 'whole' | 'summary'): Loader =>
  async (ctx, rows) => {
    const mayName = await nameableIn(ctx, rows);
    const named = rows.filter(mayName);
    const users: User[] = await ctx.db
      .selectFrom('users')
      .selectAll()
      .where('id', '=', anyOf(named.map(({ submission }) => submission.user_id)))
      .execute();
    const shown = style === 'whole' ? await wholeUsers(ctx, named, users) : summaries(ctx, users);
    return (row) => {
      const found = mayName(row) ? shown(row) : undefined;
      return found ? { user: found } : {};
    };
  };

async function wholeUsers(ctx: Context, rows: readonly Shown[], users: readonly User[]) {
  const byKey = new Map<string, NonNullable<Submission['user']>>();
  for (const [courseId, group] of Map.groupBy(rows, ({ course: { id } }) => id)) {
    const wanted = new Set(group.map(({ submission }) => submission.user_id));
    const some = users.filter(({ id }) => wanted.has(id));
    const [first] = group;
    if (!first) continue;
    const view = { context: { course: first.course }, includes: ['avatar_url'] as const };
    for (const each of await serializeUsers(ctx, some, view)) byKey.set(`${courseId}:${each.id}`, each);
  }
  return (row: Shown) => byKey.get(`${row.course.id}:${row.submission.user_id}`);
}

function summaries(ctx: Context, users: readonly User[]) {
  const byId = new Map(users.map((each) => [each.id, each]));
  return (row: Shown) => {
    const found = byId.get(row.submission.user_id);
    return found && displayUser(ctx, found, `/courses/${row.course.id}`);
  };
}

/** Whether the caller may know whose work it is. */
async function nameableIn(ctx: Context, rows: readonly Shown[]) {
  const anonymized = await anonymizedAssignments(
    ctx,
    rows.map(({ assignment }) => assignment),
  );
  const seesAll = new Set<number>();
  for (const row of rows) {
    if (courseGrants('view_all_grades', await courseAccess(ctx, row.course))) seesAll.add(row.course.id);
  }
  return ({ submission, assignment, course: { id } }: Shown): boolean => {
    if (submission.user_id === ctx.user?.id) return true;
    return !anonymized.has(assignment.id) && (!assignment.anonymous_peer_reviews || seesAll.has(id));
  };
}

/** Whether the assignment is still there for the student. */
const visibility: Loader = async (ctx, rows) => {
  const assigned = new Map<number, Awaited<ReturnType<typeof assignedPairs>>>();
  for (const [courseId, group] of Map.groupBy(rows, (row) => row.course.id)) {
    const scope = {
      courseId,
      assignmentIds: [...new Set(group.map(({ assignment }) => assignment.id))],
      userIds: [...new Set(group.map(({ submission }) => submission.user_id))],
    };
    assigned.set(courseId, await assignedPairs(ctx, scope));
  }
  return ({ course: { id }, assignment, submission }) => ({
    assignment_visible: assigned.get(id)?.(assignment.id, submission.user_id) ?? false,
  });
};

function submissionStatus({ submission, assignment }: Shown, ctx: Context): Submission['submission_status'] {
  if (isResubmitted(submission)) return 'resubmitted';
  if (isMissing(submission, assignment.submission_types, ctx.now)) return 'missing';
  if (isLate(submission, ctx.now)) return 'late';
  return submission.workflow_state === 'submitted' || hasSubmission(submission) ? 'submitted' : 'unsubmitted';
}

function gradingStatus({ submission }: Shown): NonNullable<Submission['grading_status']> | null {
  if (submission.excused) return 'excused';
  if (submission.workflow_state === 'pending_review') return 'needs_review';
  if (needsGrading(submission)) return 'needs_grading';
  return isGraded(submission) ? 'graded' : null;
}

/** As it was; to show it is to have seen it. */
const readState: Loader = async (ctx, rows) => {
  const stateOf = await readStates(
    ctx,
    rows.map(({ submission }) => submission),
  );
  const unread = rows.filter(({ submission }) => submission.id !== 0 && stateOf(submission) === 'unread');
  const seen = unread.map(({ submission: { id } }) => ({
    submission_id: id,
    user_id: ctx.me.id,
    item: 'grade' as const,
  }));
  await setReadState(ctx, seen, 'read');
  return ({ submission }) => ({ read_state: stateOf(submission) });
};

export const submissionIncludes: IncludeLoaders<
  SubmissionInclude,
  Shown,
  Partial<Submission>,
  AttemptView
> = {
  submission_history: history,
  has_postable_comments: postableComments,
  submission_comments: comments('text'),
  submission_html_comments: comments('html'),
  rubric_assessment: assessment('indexed'),
  full_rubric_assessment: assessment('full'),
  assignment,
  course,
  html_url: htmlUrl,
  user: user('whole'),
  user_summary: user('summary'),
  visibility,
  submission_status: ofRow((row, ctx) => ({ submission_status: submissionStatus(row, ctx) })),
  grading_status: ofRow((row) => ({ grading_status: gradingStatus(row) })),
  read_state: readState,
};
