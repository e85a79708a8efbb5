/** Grades of many students, in steps of one assignment: each is kept once its step is committed. */
import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { JsonValue } from '../../db/json-columns.ts';
import { assignedPairs } from '../../domain/assigned-students.ts';
import type { AssignmentRow } from '../../domain/assignment-access.ts';
import { type CourseRow, courseAccess } from '../../domain/course-access.ts';
import { isClosed, periodsOfCourse } from '../../domain/grading/periods.ts';
import { assess } from '../../domain/rubric-assessing.ts';
import { rubricsOfAssignments } from '../../domain/rubrics.ts';
import { addComment } from '../../domain/submission-comments.ts';
import {
  type Change,
  type Grading,
  graded,
  gradingOf,
  saveGrading,
} from '../../domain/submission-grading.ts';
import { isGradedAsGroup, type Team, teamsOf } from '../../domain/submission-groups.ts';
import { lockSubmissions } from '../../domain/submission-handing-in.ts';
import type { SubmissionRow } from '../../domain/submission-state.ts';
import { studentIds } from '../../domain/submission-students.ts';
import type { Context } from '../../http/context.ts';
import { defineJob, JobFailed } from '../../jobs/job.ts';
import { resolveUserIds } from '../users/load.ts';
import { attachableFiles, isMarks } from './grade.ts';

/** What is given to one student. */
export type GradeData = {
  posted_grade?: string | null;
  excuse?: boolean;
  text_comment?: string | null;
  group_comment?: boolean;
  media_comment_id?: string | null;
  media_comment_type?: string | null;
  file_ids?: number[];
  rubric_assessment?: JsonValue;
};

type Given = [student: string, data: GradeData];

/** How many students a step grades: others wait for it where the database is embedded. */
const STEP = 50;

type Args = {
  course_id: number;
  section_id: number | null;
  left: { assignment_id: number; students: Given[] }[];
  /** Students that nobody found, as they were named. */
  missing: string[];
  unpublished: number[];
  /** Grades that were given. */
  done: number;
  total: number;
};

export const gradeManyJob = defineJob<Args>('submissions_update', async (job, begun) => {
  let state = begun;
  while (state.left.length > 0) {
    state = await job.step(async (ctx) => {
      const next = await gradeNext(ctx, state);
      await job.continueWith(next);
      await job.progress.update((100 * next.done) / next.total);
      return next;
    });
  }
  const { missing, unpublished } = state;
  if (missing.length > 0) {
    throw new JobFailed(`Couldn't find User(s) with API ids ${missing.map((id) => `'${id}'`).join(', ')}`);
  }
  if (unpublished.length > 0) {
    throw new JobFailed(
      `Some assignments are either not published or deleted and can not be graded ${unpublished.map((id) => `'${id}'`).join(', ')}`,
    );
  }
});

/** Grades the next students, and says what is left. */
async function gradeNext(ctx: Context, state: Args): Promise<Args> {
  const [first, ...others] = state.left;
  if (!first) return state;
  const now = first.students.slice(0, STEP);
  const later = first.students.slice(STEP);
  const left = later.length > 0 ? [{ ...first, students: later }, ...others] : others;
  const next = { ...state, left, done: state.done + now.length };
  const found = await findPublished(ctx, state.course_id, first.assignment_id);
  if (!found) {
    return { ...next, unpublished: [...new Set([...state.unpublished, first.assignment_id])] };
  }
  const missing = await gradeStudents(ctx, found, state.section_id, now);
  return { ...next, missing: [...state.missing, ...missing] };
}

async function findPublished(ctx: Context, courseId: number, assignmentId: number) {
  const assignment = await ctx.db
    .selectFrom('assignments')
    .selectAll()
    .where('id', '=', assignmentId)
    .where('course_id', '=', courseId)
    .where('workflow_state', '=', 'published')
    .executeTakeFirst();
  if (!assignment) return undefined;
  const course = await ctx.db
    .selectFrom('courses')
    .selectAll()
    .where('id', '=', courseId)
    .executeTakeFirstOrThrow();
  return { course, assignment };
}

interface Graded {
  readonly course: CourseRow;
  readonly assignment: AssignmentRow;
}

/** @returns those who are no students of the assignment, as they were named */
async function gradeStudents(
  ctx: Context,
  { course, assignment }: Graded,
  sectionId: number | null,
  given: readonly Given[],
): Promise<string[]> {
  const studentOf = await studentsNamed(ctx, { course, assignment }, sectionId, given);
  const meant = given.flatMap(([name, data]) => {
    const userId = studentOf(name);
    return userId === undefined ? [] : [{ userId, data }];
  });
  const grading = await gradingOf(ctx, course, assignment);
  const teamOf = await teamsOf(
    ctx,
    assignment,
    meant.map(({ userId }) => userId),
  );
  const settled = await settledPeriods(ctx, course);
  const locked = await lockSubmissions(ctx, assignment, [
    ...new Set(meant.flatMap(({ userId }) => [userId, ...teamOf(userId).userIds])),
  ]);
  const rows = new Map(locked.map((row) => [row.user_id, row]));
  const before = new Map(rows);
  for (const { userId, data } of meant) {
    for (const member of membersGraded(assignment, teamOf(userId), userId, data)) {
      const row = rows.get(member);
      if (!row || settled(row) || (member !== userId && row.excused)) continue;
      const after = gradedRow(
        ctx,
        grading,
        { ...row, group_id: teamOf(userId).group?.id ?? row.group_id },
        data,
      );
      if (after) rows.set(member, after);
    }
  }
  const changes: Change[] = [...rows].flatMap(([userId, after]) => {
    const old = before.get(userId) as SubmissionRow;
    return after === old ? [] : [{ before: old, after }];
  });
  for (const row of await saveGrading(ctx, grading, changes)) rows.set(row.user_id, row);
  for (const { userId, data } of meant) {
    const open = new Map([...rows].filter(([, row]) => !settled(row)));
    for (const row of await assessed(ctx, { course, assignment }, open, teamOf(userId), userId, data)) {
      rows.set(row.user_id, row);
    }
  }
  for (const { userId, data } of meant)
    await comment(ctx, { course, assignment }, rows, teamOf(userId), userId, data);
  return given.map(([name]) => name).filter((name) => studentOf(name) === undefined);
}

const membersGraded = (assignment: AssignmentRow, team: Team, userId: number, { excuse }: GradeData) =>
  isGradedAsGroup(assignment) && excuse !== true ? team.userIds : [userId];

/** Undefined where nothing changes: then nothing is written, and no version made. */
function gradedRow(
  ctx: Context,
  grading: Grading,
  row: SubmissionRow,
  data: GradeData,
): SubmissionRow | undefined {
  if (data.posted_grade === undefined && data.excuse === undefined) return undefined;
  const after = graded(grading, row, data, ctx.now);
  return after.score === row.score && after.excused === row.excused ? undefined : after;
}

/** Students whom the caller sees, and who have the assignment, by what they are named with. */
async function studentsNamed(
  ctx: Context,
  { course, assignment }: Graded,
  sectionId: number | null,
  given: readonly Given[],
): Promise<(name: string) => number | undefined> {
  const ids = new Map<string, number>();
  const numeric = given.filter(([name]) => /^\d+$/.test(name));
  for (const [name] of numeric) ids.set(name, Number(name));
  // Other names are rare: each is looked up by itself, so that it is known whose it is.
  for (const [name] of given) {
    if (ids.has(name)) continue;
    const [id] = await resolveUserIds(ctx, [name]);
    if (id !== undefined) ids.set(name, id);
  }
  const access = await courseAccess(ctx, course);
  const students = studentIds(access, { courseId: course.id, sectionId, scope: 'gradeable' });
  const userIds = [...new Set(ids.values())].filter(Number.isSafeInteger);
  const rows = await ctx.db
    .selectFrom('users')
    .select('id')
    .where('id', '=', anyOf(userIds))
    .where(sql<boolean>`id in ${students}`)
    .execute();
  const isAssigned = await assignedPairs(ctx, {
    courseId: course.id,
    assignmentIds: [assignment.id],
    userIds,
  });
  const known = new Set(rows.map(({ id }) => id).filter((id) => isAssigned(assignment.id, id)));
  return (name) => {
    const id = ids.get(name);
    return id !== undefined && known.has(id) ? id : undefined;
  };
}

/** What is due in a closed period stays as it is, but to administrators. */
async function settledPeriods(ctx: Context, course: CourseRow): Promise<(row: SubmissionRow) => boolean> {
  if ((await courseAccess(ctx, course)).isAccountAdmin) return () => false;
  const periods = (await periodsOfCourse(ctx, course))?.periods ?? [];
  const closed = new Set(periods.filter((period) => isClosed(period, ctx.now)).map(({ id }) => id));
  return ({ grading_period_id }) => grading_period_id !== null && closed.has(grading_period_id);
}

/** What is said of a student with the rubric of the assignment, where it has one. */
async function assessed(
  ctx: Context,
  { course, assignment }: Graded,
  rows: ReadonlyMap<number, SubmissionRow>,
  team: Team,
  userId: number,
  { rubric_assessment: sent }: GradeData,
): Promise<readonly SubmissionRow[]> {
  if (!isMarks(sent)) return [];
  const rubric = (await rubricsOfAssignments(ctx, [assignment.id])).get(assignment.id);
  const members = isGradedAsGroup(assignment) ? team.userIds : [userId];
  const submissions = members.flatMap((member) => rows.get(member) ?? []);
  if (!rubric || submissions.length === 0) return [];
  const said = await assess(ctx, { ...rubric, course, assignment, submissions, sent, type: 'grading' });
  return said.submissions;
}

async function comment(
  ctx: Context,
  { course, assignment }: Graded,
  rows: Map<number, SubmissionRow>,
  team: Team,
  userId: number,
  data: GradeData,
): Promise<void> {
  const { text_comment, media_comment_id, media_comment_type, file_ids, group_comment } = data;
  if (!text_comment && !media_comment_id && !file_ids?.length) return;
  const attachment_ids = file_ids?.length ? await attachableFiles(ctx, file_ids).catch(() => []) : [];
  const members = group_comment && team.group ? team.userIds : [userId];
  const works = members.flatMap((member) => {
    const submission = rows.get(member);
    return submission ? [{ course, assignment, submission }] : [];
  });
  await addComment(ctx, works, {
    text: text_comment ?? '',
    media_comment_id,
    media_comment_type,
    attachment_ids,
  });
}
