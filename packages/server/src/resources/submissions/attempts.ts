/** The fields of a submission that each of its attempts has of its own. */

import { anyOf } from '../../db/any-of.ts';
import type { AssignmentRow } from '../../domain/assignment-access.ts';
import { attachedFiles } from '../../domain/attached-files.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import { enteredScore } from '../../domain/grading/late-policy.ts';
import { gradablesOf } from '../../domain/grading/schemes.ts';
import { type Gradable, showGrade } from '../../domain/grading/show-grade.ts';
import { isLate, isMissing, secondsLate } from '../../domain/grading/tardiness.ts';
import { withAbsoluteLinks } from '../../domain/html.ts';
import { mediaComment } from '../../domain/media-comments.ts';
import type { Work } from '../../domain/submission-access.ts';
import { anonymizedAssignments } from '../../domain/submission-anonymity.ts';
import { groupsIn } from '../../domain/submission-groups.ts';
import { gradeMatches, type SubmissionRow } from '../../domain/submission-state.ts';
import type { Context } from '../../http/context.ts';
import { inOrderOf } from '../../http/schema.ts';
import { serializeHandedIn } from '../files/serialize.ts';
import { Attempt } from './schema.ts';

export interface AttemptView {
  /** Names that aren't known are ignored. */
  readonly includes?: readonly string[];
  readonly responseFields?: readonly string[] | undefined;
  readonly excludeResponseFields?: readonly string[] | undefined;
  /** Shows `anonymous_id` in the place of `user_id`. */
  readonly anonymous?: boolean;
}

export interface ShownAttempt {
  /** Of the assignment as it is; the attempt may be an old one. */
  readonly work: Work;
  readonly attempt: SubmissionRow;
  readonly version: number;
  readonly readsGrade: boolean;
}

/** Beside these everything of an attempt can be left out by name. */
const ALWAYS = new Set(['group', 'media_comment', 'student_entered_score', 'anonymous_id']);
/** What `response_fields[]` says nothing of. */
const BESIDE = new Set(['preview_url', 'external_tool_url']);

/** How attempts are shown, asked for all of a page at once. */
export async function attemptSerializer(
  ctx: Context,
  attempts: readonly ShownAttempt[],
  view: AttemptView,
): Promise<(shown: ShownAttempt) => Attempt> {
  const assignments = distinctAssignments(attempts);
  const includesGroup = view.includes?.includes('group') === true;
  const [filesOf, proxyOf, gradableOf, anonymized, groupOf] = await Promise.all([
    attachedFiles(
      ctx,
      attempts.map(({ attempt }) => attempt),
    ),
    proxiesOf(ctx, attempts),
    gradablesOf(ctx, distinctCourses(attempts), assignments),
    anonymizedAssignments(ctx, assignments),
    includesGroup ? groupsOf(ctx, attempts) : undefined,
  ]);
  const isWanted = wantedFields(view);
  return (shown) => {
    const { work, attempt } = shown;
    const { assignment } = work;
    const files = filesOf(attempt);
    const proxy = proxyOf(attempt);
    const media = mediaComment(ctx, attempt, attempt.user_id);
    const fields: Attempt = {
      ...baseFields(ctx, attempt),
      ...(shown.readsGrade && gradeFields(attempt, gradableOf(assignment))),
      ...tardiness(ctx, attempt, assignment),
      ...(groupOf && { group: groupOf(attempt, assignment) }),
      ...(!anonymized.has(assignment.id) && { preview_url: previewUrl(ctx, shown) }),
      ...(media && { media_comment: media }),
      ...(files.length > 0 && { attachments: withPreview(serializeHandedIn(ctx, files)) }),
      ...(proxy !== undefined && { proxy_submitter: proxy, proxy_submitter_id: attempt.proxy_submitter_id }),
      ...(attempt.submission_type === 'basic_lti_launch' && launchFields(ctx, attempt)),
      ...(view.includes?.includes('student_entered_score') && {
        student_entered_score: attempt.student_entered_score,
      }),
      ...(view.anonymous && { anonymous_id: attempt.anonymous_id }),
    } as Attempt;
    const kept = Object.fromEntries(Object.entries(fields).filter(([name]) => isWanted(name)));
    return inOrderOf(Attempt, kept as Attempt);
  };
}

function wantedFields({ responseFields, excludeResponseFields, anonymous }: AttemptView) {
  const excluded = new Set(excludeResponseFields);
  const asked = responseFields && new Set(responseFields);
  return (name: string): boolean => {
    if (ALWAYS.has(name)) return true;
    if (anonymous && name === 'user_id') return false;
    const field = name === 'proxy_submitter_id' ? 'proxy_submitter' : name;
    if (excluded.has(field)) return false;
    return BESIDE.has(field) || !asked || asked.has(field);
  };
}

function baseFields(ctx: Context, row: SubmissionRow): Attempt {
  return {
    // 0 stands for what isn't stored: see load.ts.
    id: row.id === 0 ? null : row.id,
    body: row.body && withAbsoluteLinks(row.body, (path) => ctx.url(path)),
    url: row.url,
    submitted_at: row.submitted_at,
    assignment_id: row.assignment_id,
    user_id: row.user_id,
    submission_type: row.submission_type,
    workflow_state: row.workflow_state,
    grade_matches_current_submission: gradeMatches(row),
    graded_at: row.graded_at,
    grader_id: row.grader_id,
    attempt: row.attempt,
    cached_due_date: row.cached_due_date,
    // Null until somebody has graded or excused.
    excused: row.grader_id === null && !row.excused ? null : row.excused,
    late_policy_status: row.late_policy_status,
    points_deducted: row.points_deducted,
    grading_period_id: row.grading_period_id,
    extra_attempts: row.extra_attempts,
    posted_at: row.posted_at,
    redo_request: row.redo_request,
    custom_grade_status_id: row.custom_grade_status_id,
    sticker: row.sticker,
  };
}

/** What was entered is what there was before deductions. */
function gradeFields(row: SubmissionRow, gradable: Gradable): Attempt {
  const entered_score = enteredScore(row);
  const isDeducted = entered_score !== null && entered_score !== row.score;
  const showsEntered = isDeducted && gradable.grading_type !== 'pass_fail';
  return {
    grade: row.grade,
    score: row.score,
    entered_grade: showsEntered ? showGrade(entered_score, gradable) : row.grade,
    entered_score,
  };
}

function tardiness(ctx: Context, row: SubmissionRow, { submission_types }: AssignmentRow): Attempt {
  return {
    late: isLate(row, ctx.now),
    missing: isMissing(row, submission_types, ctx.now),
    seconds_late: secondsLate(row, ctx.now),
  };
}

function previewUrl(ctx: Context, { work, attempt, version }: ShownAttempt): string {
  const { assignment_id, user_id } = attempt;
  return ctx.url(
    `/courses/${work.course.id}/assignments/${assignment_id}/submissions/${user_id}?preview=1&version=${version}`,
  );
}

/** Where Canvas opens the tool again on what was handed in. */
function launchFields(ctx: Context, { course_id, assignment_id, url }: SubmissionRow): Attempt {
  const query = new URLSearchParams({ assignment_id: String(assignment_id), url: url ?? '' });
  return {
    url: ctx.url(`/courses/${course_id}/external_tools/retrieve?${query}`),
    external_tool_url: url,
  };
}

/** No document viewer is installed. */
const withPreview = (files: ReturnType<typeof serializeHandedIn>) =>
  files.map((file) => ({ ...file, preview_url: null }));

const distinctAssignments = (attempts: readonly ShownAttempt[]): AssignmentRow[] => [
  ...new Map(attempts.map(({ work }) => [work.assignment.id, work.assignment])).values(),
];

const distinctCourses = (attempts: readonly ShownAttempt[]): CourseRow[] => [
  ...new Map(attempts.map(({ work }) => [work.course.id, work.course])).values(),
];

async function proxiesOf(ctx: Context, attempts: readonly ShownAttempt[]) {
  const ids = attempts.flatMap(({ attempt }) => attempt.proxy_submitter_id ?? []);
  if (ids.length === 0) return () => undefined;
  const rows = await ctx.db
    .selectFrom('users')
    .select(['id', 'short_name'])
    .where('id', '=', anyOf(ids))
    .execute();
  const names = new Map(rows.map(({ id, short_name }) => [id, short_name]));
  return ({ proxy_submitter_id }: SubmissionRow) => names.get(proxy_submitter_id ?? 0);
}

/** The group that handed it in, else the one that the student is in. */
async function groupsOf(ctx: Context, attempts: readonly ShownAttempt[]) {
  const own = await groupsIn(
    ctx,
    distinctAssignments(attempts).flatMap(({ group_category_id }) => group_category_id ?? []),
    attempts.map(({ attempt }) => attempt.user_id),
  );
  const ids = attempts.flatMap(({ attempt }) => attempt.group_id ?? []);
  const rows = ids.length
    ? await ctx.db.selectFrom('groups').select(['id', 'name']).where('id', '=', anyOf(ids)).execute()
    : [];
  const named = new Map(rows.map((row) => [row.id, row]));
  return ({ group_id, user_id }: SubmissionRow, { group_category_id }: AssignmentRow) => {
    const group = named.get(group_id ?? 0) ?? own(group_category_id, user_id);
    return { id: group?.id ?? null, name: group?.name ?? null };
  };
}
