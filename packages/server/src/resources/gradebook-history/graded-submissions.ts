/** The submissions of a course that were graded, on a day or at all: the latest first, a page of them. */
import { anyOf } from '../../db/any-of.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import type { SubmissionRow } from '../../domain/submission-state.ts';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseDateTime } from '../../http/date-time.ts';
import { paginate } from '../../http/page.ts';
import { serializeAssignments } from '../assignments/serialize.ts';
import { assignmentsOf } from '../submissions/load.ts';

/** Who graded where no person did: a quiz by itself, a tool, a policy. */
const NOBODY = { id: 0, name: 'Graded on submission' };

export const zoneOf = (ctx: Context): string =>
  ctx.user?.time_zone ?? ctx.rootAccount.default_time_zone ?? 'UTC';

export interface Asked {
  /** As `YYYY-MM-DD` in the caller's time zone. */
  readonly date?: string;
  readonly graderId?: number;
  readonly assignmentId?: number;
}

export async function gradedSubmissions(
  ctx: Context,
  course: CourseRow,
  { date, graderId, assignmentId }: Asked = {},
): Promise<SubmissionRow[]> {
  let query = ctx.db
    .selectFrom('submissions')
    .selectAll('submissions')
    .where('submissions.course_id', '=', course.id)
    .where('submissions.workflow_state', '<>', 'deleted')
    .where('submissions.graded_at', 'is not', null);
  if (date !== undefined) {
    const { first, last } = daySpan(ctx, date);
    query = query.where('submissions.graded_at', '>=', first).where('submissions.graded_at', '<=', last);
  }
  if (assignmentId !== undefined) query = query.where('submissions.assignment_id', '=', assignmentId);
  if (graderId === 0) {
    query = query.where((eb) =>
      eb.or([eb('submissions.grader_id', '<=', 0), eb('submissions.grader_id', 'is', null)]),
    );
  } else if (graderId !== undefined) query = query.where('submissions.grader_id', '=', graderId);
  return await paginate(ctx, query, {
    key: 'submissions.id',
    direction: 'desc',
    order: [{ by: 'submissions.graded_at', direction: 'desc' }],
    kind: 'total',
  });
}

function daySpan(ctx: Context, date: string): { first: string; last: string } {
  const isDay = /^\d{4}-\d{1,2}-\d{1,2}$/.test(date);
  const first = isDay && parseDateTime(date, zoneOf(ctx));
  const last = isDay && parseDateTime(`${date}T23:59:59`, zoneOf(ctx));
  if (!first || !last) throw new Refusal(400, { errors: [{ message: 'invalid date' }] });
  return { first, last };
}

/** The names of graders, by the ids that submissions have; whatever isn't a person is nobody. */
export async function gradersOf(ctx: Context, rows: readonly Pick<SubmissionRow, 'grader_id'>[]) {
  const users = await ctx.db
    .selectFrom('users')
    .select(['id', 'name'])
    .where('id', '=', anyOf(rows.flatMap(({ grader_id }) => grader_id ?? [])))
    .execute();
  const byId = new Map(users.map((user) => [user.id, user]));
  return (graderId: number | null) => byId.get(graderId ?? 0) ?? NOBODY;
}

/** Who graded some submissions, each with the assignments of theirs, in the order in which they appear. */
export async function byGrader(ctx: Context, course: CourseRow, rows: readonly SubmissionRow[]) {
  const graderOf = await gradersOf(ctx, rows);
  const assignments = await assignmentsOf(ctx, rows);
  const shown = await serializeAssignments(ctx, course, [...assignments.values()]);
  const byId = new Map(shown.map((assignment) => [assignment.id, assignment]));
  return (some: readonly SubmissionRow[]) =>
    [...Map.groupBy(some, ({ grader_id }) => graderOf(grader_id))].map(([{ id, name }, graded]) => ({
      name,
      id,
      assignments: [...new Set(graded.map(({ assignment_id }) => assignment_id))].flatMap(
        (assignmentId) => byId.get(assignmentId) ?? [],
      ),
    }));
}
