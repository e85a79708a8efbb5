import { type SelectQueryBuilder, sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { Tables } from '../../db/tables/index.ts';
import { assignedPairs } from '../../domain/assigned-students.ts';
import type { AssignmentRow } from '../../domain/assignment-access.ts';
import type { SubmissionRow } from '../../domain/submission-state.ts';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { InvalidDate, validateDateParam } from '../../http/date-time.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { type PageOptions, paginate } from '../../http/page.ts';
import { Either, List } from '../../http/schema.ts';
import { askedAssignments } from './assignments-asked.ts';
import { groupedByStudent } from './grouped-by-student.ts';
import { type Gradebook, gradebooks } from './load.ts';
import { StudentSubmissions, Submission } from './schema.ts';
import { serializeSubmissions, viewOf } from './serialize.ts';
import { type AskedStudents, askedStudents, type StudentsParams } from './students-asked.ts';

export type Query = SelectQueryBuilder<Tables, 'submissions', SubmissionRow>;

export default inContexts(gradebooks, 'GET /api/v1/{context}/students/submissions', {
  summary: 'What some students have on some assignments',
  requires: 'user',
  returns: Either(List(Submission), List(StudentSubmissions)),
  async handle({ ctx, context, params }) {
    const students = await askedStudents(ctx, context, params);
    const assignments = await askedAssignments(ctx, context.course, students, params);
    const query = filtered(ctx, context, assignments, params);
    // Canvas looks whether there is anything, be it "false"; what is sent as false in JSON is nothing.
    const { grouped } = ctx.request.params;
    const isGrouped = grouped !== undefined && grouped !== null && grouped !== false && grouped !== '';
    return isGrouped
      ? await groupedByStudent(ctx, context, { students, assignments, query }, params)
      : await flat(ctx, context, students, assignments, query, params);
  },
});

function filtered(
  ctx: Context,
  { course }: Gradebook,
  assignments: ReadonlyMap<number, AssignmentRow>,
  params: StudentsParams,
): Query {
  const submittedSince = since(ctx, 'submitted_since', params.submitted_since);
  const gradedSince = since(ctx, 'graded_since', params.graded_since);
  let query: Query = ctx.db
    .selectFrom('submissions')
    .selectAll('submissions')
    .where('submissions.course_id', '=', course.id)
    .where('submissions.assignment_id', '=', anyOf(assignments.keys()))
    .where('submissions.workflow_state', '<>', 'deleted');
  if (submittedSince) query = query.where('submissions.submitted_at', '>', submittedSince);
  if (gradedSince) query = query.where('submissions.graded_at', '>', gradedSince);
  const { workflow_state } = params;
  return workflow_state ? query.where(sql<boolean>`submissions.workflow_state = ${workflow_state}`) : query;
}

function since(ctx: Context, name: string, text: string | null | undefined): string | undefined {
  if (!text) return undefined;
  try {
    // A day alone is no time here.
    if (!text.includes('T')) throw new InvalidDate(name);
    return validateDateParam(name, text, ctx.me.time_zone ?? ctx.rootAccount.default_time_zone ?? 'UTC');
  } catch (error) {
    if (!(error instanceof InvalidDate)) throw error;
    throw new Refusal(400, { errors: { [name]: `Invalid datetime for ${name}` } });
  }
}

async function flat(
  ctx: Context,
  { course }: Gradebook,
  { ids, seesAll }: AskedStudents,
  assignments: ReadonlyMap<number, AssignmentRow>,
  query: Query,
  params: StudentsParams,
) {
  const rows = await paginate(ctx, query.where(sql<boolean>`submissions.user_id in ${ids}`), orderOf(params));
  const isAssigned = seesAll ? () => true : await pairsOf(ctx, course.id, rows);
  const works = rows
    .filter(({ assignment_id, user_id }) => isAssigned(assignment_id, user_id))
    .map((submission) => ({
      course,
      assignment: assignments.get(submission.assignment_id) as AssignmentRow,
      submission,
    }));
  return await serializeSubmissions(ctx, works, viewOf(params));
}

/** What isn't graded stands last; upwards Canvas goes by bookmarks. */
function orderOf({ order, order_direction }: StudentsParams): PageOptions {
  const direction = order_direction === 'descending' ? 'desc' : 'asc';
  const kind = direction === 'asc' ? 'bookmarks' : 'total';
  const none = direction === 'asc' ? 'infinity' : '-infinity';
  const gradedAt = sql<string>`coalesce(submissions.graded_at, ${sql.lit(none)}::timestamptz)`;
  const by = kind === 'bookmarks' ? sql<string>`(${gradedAt})::text` : gradedAt;
  return order === 'graded_at'
    ? { key: 'submissions.id', order: [{ by, direction }], kind }
    : { key: 'submissions.id', direction, kind };
}

export async function pairsOf(ctx: Context, courseId: number, rows: readonly SubmissionRow[]) {
  return await assignedPairs(ctx, {
    courseId,
    assignmentIds: [...new Set(rows.map(({ assignment_id }) => assignment_id))],
    userIds: [...new Set(rows.map(({ user_id }) => user_id))],
  });
}
