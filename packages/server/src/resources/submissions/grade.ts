/** Grading and commenting on one submission, however it is named. */
import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { JsonValue } from '../../db/json-columns.ts';
import { courseAccess } from '../../domain/course-access.ts';
import { demand } from '../../domain/demand.ts';
import { isClosed } from '../../domain/grading/periods.ts';
import { assess } from '../../domain/rubric-assessing.ts';
import { rubricsOfAssignments } from '../../domain/rubrics.ts';
import { mayToSubmission } from '../../domain/submission-access.ts';
import { addComment } from '../../domain/submission-comments.ts';
import {
  type Change,
  type Entry,
  type Grading,
  graded,
  gradingOf,
  type Status,
  saveGrading,
  withStatus,
} from '../../domain/submission-grading.ts';
import { isGradedAsGroup, type Team, teamsOf } from '../../domain/submission-groups.ts';
import { lockSubmissions } from '../../domain/submission-handing-in.ts';
import type { SubmissionRow } from '../../domain/submission-state.ts';
import { InvalidRecord, NotFound, Refusal, Unauthorized } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import type { Params } from '../../http/operation.ts';
import type { StudentWork } from './load.ts';
import { isSticker } from './stickers.ts';

export type GradeParams =
  Params<'PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}'>;
type Asked = NonNullable<GradeParams['submission']>;

/**
 * @returns the student's submission as it is now, and those of his group that were graded with it
 * @throws Unauthorized, NotFound, Refusal
 */
export async function gradeWork(ctx: Context, work: StudentWork, params: GradeParams) {
  const { submission: asked, comment } = params;
  const { assignment } = work;
  const grades = asked !== undefined || params.rubric_assessment !== undefined;
  // Grades of several graders aren't kept apart: a moderated assignment is graded once its grades are published.
  if (asked?.provisional) throw new Unauthorized();
  if (!(await isAssigned(ctx, work))) throw new Unauthorized();
  await demand(ctx, mayToSubmission(ctx, work, grades ? 'grade' : 'comment'));
  if (grades) await refuseInClosedPeriod(ctx, work);
  if (asked?.custom_grade_status_id !== undefined) throw new NotFound();

  const team = (await teamsOf(ctx, assignment, [work.student.id]))(work.student.id);
  const rows = asked ? await enterGrades(ctx, work, team, asked, params) : [work.submission];
  const assessed = await assessRows(ctx, work, team, rows, params.rubric_assessment);
  const attachmentIds = comment?.file_ids ? await attachableFiles(ctx, comment.file_ids) : [];
  if (!comment) return { own: ownOf(assessed, work), all: assessed };
  const isForGroup = comment.group_comment === true && team.group !== null;
  const about = isForGroup ? await lockSubmissions(ctx, assignment, team.userIds) : [ownOf(assessed, work)];
  const commented = await addComment(
    ctx,
    about.map((submission) => ({ ...work, submission })),
    {
      text: comment.text_comment ?? '',
      attempt: comment.attempt,
      media_comment_id: comment.media_comment_id,
      media_comment_type: comment.media_comment_type,
      attachment_ids: attachmentIds,
    },
  );
  const touched = new Map(commented.map((row) => [row.id, row]));
  const all = assessed.map((row) => touched.get(row.id) ?? row);
  return { own: ownOf(commented, work, assessed), all };
}

function ownOf(
  rows: readonly SubmissionRow[],
  { student }: StudentWork,
  others: readonly SubmissionRow[] = [],
) {
  const own = [...rows, ...others].find(({ user_id }) => user_id === student.id);
  return own ?? (rows[0] as SubmissionRow);
}

/**
 * Assesses with the rubric of the assignment; whose grade it makes is graded by it afterwards. Of an assignment without
 * one nothing is said.
 */
async function assessRows(
  ctx: Context,
  { course, assignment, student }: StudentWork,
  team: Team,
  rows: readonly SubmissionRow[],
  sent: JsonValue | undefined,
): Promise<readonly SubmissionRow[]> {
  const rubric = isMarks(sent)
    ? (await rubricsOfAssignments(ctx, [assignment.id])).get(assignment.id)
    : undefined;
  if (!rubric || !isMarks(sent)) return rows;
  if (!rubric.rubric.data.some(({ id }) => Object.hasOwn(sent, id))) {
    throw new Refusal(400, { message: 'invalid rubric_assessment' });
  }
  const userIds = isGradedAsGroup(assignment) ? team.userIds : [student.id];
  const submissions = await lockSubmissions(ctx, assignment, userIds);
  const assessed = await assess(ctx, { ...rubric, course, assignment, submissions, sent, type: 'grading' });
  const known = new Map(assessed.submissions.map((row) => [row.id, row]));
  const others = assessed.submissions.filter(({ id }) => !rows.some((row) => row.id === id));
  return [...rows.map((row) => known.get(row.id) ?? row), ...others];
}

/** By criterion. */
export const isMarks = (sent: JsonValue | undefined): sent is { [criterion: string]: JsonValue } =>
  typeof sent === 'object' && sent !== null && !Array.isArray(sent);

async function isAssigned(ctx: Context, { assignment, student, submission }: StudentWork): Promise<boolean> {
  if (submission.id !== 0 && submission.workflow_state !== 'deleted') return true;
  const rows = await lockSubmissions(ctx, assignment, [student.id]);
  return rows.some(({ workflow_state }) => workflow_state !== 'deleted');
}

/** Only administrators change what is settled. */
async function refuseInClosedPeriod(ctx: Context, { course, submission }: StudentWork): Promise<void> {
  if (submission.grading_period_id === null) return;
  if ((await courseAccess(ctx, course)).isAccountAdmin) return;
  const period = await ctx.db
    .selectFrom('grading_periods')
    .selectAll()
    .where('id', '=', submission.grading_period_id)
    .where('workflow_state', '=', 'active')
    .executeTakeFirst();
  if (period && isClosed(period, ctx.now)) throw new Unauthorized();
}

async function enterGrades(
  ctx: Context,
  work: StudentWork,
  team: Team,
  asked: Asked,
  { prefer_points_over_scheme }: GradeParams,
): Promise<SubmissionRow[]> {
  const grading = await gradingOf(ctx, work.course, work.assignment);
  const excuses = asked.excuse === true;
  if (excuses && asked.posted_grade !== undefined && asked.posted_grade !== null) {
    throw new Refusal(400, { error: 'Cannot simultaneously grade and excuse an assignment' });
  }
  const together = isGradedAsGroup(work.assignment) && !excuses;
  const rows = await lockSubmissions(ctx, work.assignment, together ? team.userIds : [work.student.id]);
  const entry = entryOf(asked, work.submission, prefer_points_over_scheme);
  const status = statusOf(asked);
  const grouped = rows.map((row) => ({ ...row, group_id: team.group?.id ?? row.group_id }));
  const changes = grouped.flatMap((before): Change[] => {
    // Who is excused stays so when others of his group are graded.
    const skips = before.user_id !== work.student.id && before.excused;
    const entered = entry && !skips ? graded(grading, before, entry, ctx.now) : before;
    const after = status ? withStatus(grading, entered, status, ctx.now) : entered;
    return after === before ? [] : [{ before, after, versioned: status !== undefined && !entry }];
  });
  if (entry) await refuseFormerStudent(ctx, grading, work);
  const saved = new Map((await saveGrading(ctx, grading, changes)).map((row) => [row.id, row]));
  return rows.map((row) => saved.get(row.id) ?? row);
}

/** Nothing is entered where neither a grade nor an excuse is given. */
function entryOf(
  asked: Asked,
  before: SubmissionRow,
  prefer_points_over_scheme?: boolean,
): Entry | undefined {
  const { posted_grade, excuse, submission_type, url } = asked;
  const unexcuses = excuse === false && before.excused;
  const gives = posted_grade !== undefined && posted_grade !== null;
  if (!gives && excuse !== true && !unexcuses) return undefined;
  const mayLaunch = before.submission_type === null || before.submission_type === 'basic_lti_launch';
  return {
    posted_grade,
    excuse,
    prefer_points_over_scheme,
    ...(submission_type === 'basic_lti_launch' && mayLaunch && { launch: { url: url ?? null } }),
  };
}

const STATUSES = ['late', 'missing', 'extended', 'none'] as const;

function statusOf({ late_policy_status, seconds_late_override, sticker }: Asked): Status | undefined {
  if (late_policy_status === undefined && seconds_late_override === undefined && sticker === undefined) {
    return undefined;
  }
  const status = STATUSES.find((each) => each === late_policy_status) ?? null;
  if (late_policy_status && status === null) throw notIncluded('late_policy_status');
  if (sticker && !isSticker(sticker)) throw notIncluded('sticker');
  return {
    ...(late_policy_status !== undefined && { late_policy_status: status }),
    ...(seconds_late_override !== undefined && { seconds_late_override }),
    ...(sticker !== undefined && { sticker: sticker || null }),
  };
}

const notIncluded = (attribute: string) => new InvalidRecord({ [attribute]: ['inclusion'] });

/** Grades are given to who is in the course, be he inactive. */
async function refuseFormerStudent(
  ctx: Context,
  { course }: Grading,
  { student }: StudentWork,
): Promise<void> {
  const enrolled = await ctx.db
    .selectFrom('enrollments')
    .select('id')
    .where('course_id', '=', course.id)
    .where('user_id', '=', student.id)
    .where('type', 'in', ['StudentEnrollment', 'StudentViewEnrollment'])
    .where('workflow_state', 'not in', ['rejected', 'completed', 'deleted'])
    .executeTakeFirst();
  if (!enrolled) {
    throw new Refusal(400, { error: 'Student must be enrolled in the course as a student to be graded' });
  }
}

/** Files that the caller uploaded for comments. @throws Unauthorized where any isn't one */
export async function attachableFiles(ctx: Context, ids: readonly number[]): Promise<number[]> {
  const wanted = [...new Set(ids)];
  const rows = await ctx.db
    .selectFrom('attachments')
    .select('id')
    .where('id', '=', anyOf(wanted))
    .where('user_id', '=', ctx.me.id)
    .where('workflow_state', '=', 'processed')
    .where(sql<boolean>`comment_assignment_id is not null`)
    .execute();
  const found = new Set(rows.map(({ id }) => id));
  if (!wanted.every((id) => found.has(id))) throw new Unauthorized();
  return wanted;
}
