/** Handing something in: the next attempt of a student, or of all in his group. Source: Canvas's Assignment#submit_homework. */
import { sql } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import { InvalidRecord } from '../errors.ts';
import type { Context } from '../http/context.ts';
import { assignWork } from './assigned-work.ts';
import type { AssignmentRow } from './assignment-access.ts';
import type { CourseRow } from './course-access.ts';
import { latePolicyOf } from './grading/course-policies.ts';
import { applyLatePolicy } from './grading/late-policy.ts';
import { noteModuleAction } from './module-progress.ts';
import { addComment } from './submission-comments.ts';
import { teamsOf } from './submission-groups.ts';
import type { SubmissionRow } from './submission-state.ts';
import { storeGrading } from './submission-store.ts';
import { addVersions } from './submission-versions.ts';

export interface HandedIn {
  readonly submission_type: string;
  readonly body?: string | null;
  readonly url?: string | null;
  readonly attachment_ids?: readonly number[];
  readonly media_comment_id?: string | null;
  readonly media_comment_type?: string | null;
  /** Now unless said otherwise. */
  readonly submitted_at?: string | null | undefined;
  /** Who hands in for the student. */
  readonly proxy_submitter_id?: number | null;
  readonly comment?: string | null | undefined;
  /** Says the comment to the whole group. */
  readonly group_comment?: boolean | undefined;
}

export interface HandingIn {
  readonly course: CourseRow;
  readonly assignment: AssignmentRow;
  readonly userId: number;
}

/** What `allowed_attempts` counts. */
const COUNTED_TYPES = ['online_upload', 'online_url', 'online_text_entry'];

/**
 * Hands in, whatever the student's right to; the comment is the acting user's.
 * @returns the student's submission as it is now
 * @throws InvalidRecord where no attempt is left
 */
export async function handIn(ctx: Context, { course, assignment, userId }: HandingIn, work: HandedIn) {
  const team = (await teamsOf(ctx, assignment, [userId]))(userId);
  const before = await lockSubmissions(ctx, assignment, team.userIds);
  for (const row of before) refuseBeyondLast(assignment, row);
  const after = await store(ctx, assignment, before, work, team.group?.id ?? null);
  const rows = await deductForLateness(ctx, assignment, after);
  await addVersions(ctx, rows);
  const own = rows.find((row) => row.user_id === userId) as SubmissionRow;
  await noteModuleAction(ctx, {
    user: rows.map(({ user_id }) => user_id),
    type: 'submit',
    content: { type: 'Assignment', id: assignment.id },
  });
  if (!work.comment) return own;
  const about = work.group_comment ? rows : [own];
  const commented = await addComment(
    ctx,
    about.map((submission) => ({ course, assignment, submission })),
    { text: work.comment },
  );
  return commented.find(({ user_id }) => user_id === userId) ?? own;
}

/** The rows of some students, which are theirs until the end of the transaction; made where they are missing. */
export async function lockSubmissions(
  ctx: Context,
  assignment: Pick<AssignmentRow, 'id' | 'course_id'>,
  userIds: readonly number[],
): Promise<SubmissionRow[]> {
  const locked = () =>
    ctx.db
      .selectFrom('submissions')
      .selectAll()
      .where('assignment_id', '=', assignment.id)
      .where('user_id', '=', anyOf(userIds))
      .orderBy('id')
      .forUpdate()
      .execute();
  const rows = await locked();
  if (rows.length === userIds.length) return rows;
  await assignWork(ctx, { courseId: assignment.course_id, assignmentIds: [assignment.id], userIds });
  return await locked();
}

function refuseBeyondLast(assignment: AssignmentRow, { attempt, extra_attempts }: SubmissionRow): void {
  const { allowed_attempts, submission_types } = assignment;
  if (allowed_attempts === null || allowed_attempts < 0) return;
  if (!submission_types.some((type) => COUNTED_TYPES.includes(type))) return;
  if (allowed_attempts + (extra_attempts ?? 0) > (attempt ?? 0)) return;
  const message = 'you have reached the maximum number of allowed attempts for this assignment';
  throw new InvalidRecord({ attempt: [[message, message]] });
}

/** What was handed in before goes; the grade stays, and no longer matches. */
async function store(
  ctx: Context,
  assignment: AssignmentRow,
  before: readonly SubmissionRow[],
  work: HandedIn,
  groupId: number | null,
): Promise<SubmissionRow[]> {
  return await ctx.db
    .updateTable('submissions')
    .set({
      submission_type: work.submission_type,
      body: work.body ?? null,
      url: work.url ?? null,
      attachment_ids: [...(work.attachment_ids ?? [])],
      media_comment_id: work.media_comment_id ?? null,
      media_comment_type: work.media_comment_type ?? null,
      proxy_submitter_id: work.proxy_submitter_id ?? null,
      submitted_at: work.submitted_at ?? ctx.now,
      attempt: sql<number>`coalesce(attempt, 0) + 1`,
      // A grade of before the first attempt is that of attempt 0.
      graded_attempt: sql<number>`case when score is null then graded_attempt
        else coalesce(graded_attempt, attempt, 0) end`,
      workflow_state: 'submitted',
      late_policy_status: null,
      seconds_late_override: null,
      redo_request: false,
      sticker: null,
      group_id: groupId,
      updated_at: ctx.now,
    })
    .where('assignment_id', '=', assignment.id)
    .where('id', '=', anyOf(before.map(({ id }) => id)))
    .returningAll()
    .execute();
}

/** What is graded already keeps its grade until somebody grades the new attempt. */
async function deductForLateness(
  ctx: Context,
  assignment: AssignmentRow,
  rows: readonly SubmissionRow[],
): Promise<SubmissionRow[]> {
  const policy = (await latePolicyOf(ctx, assignment.course_id)) ?? null;
  return await storeGrading(
    ctx,
    rows.map((row) => {
      if (row.score !== null) return row;
      const outcome = applyLatePolicy(policy, { ...row, entered: null }, assignment, ctx.now);
      return { ...row, points_deducted: outcome?.points_deducted ?? null };
    }),
  );
}
