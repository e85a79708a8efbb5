/** Of which assignments a list over several students holds submissions. */
import { anyOf } from '../../db/any-of.ts';
import { assignedPairs } from '../../domain/assigned-students.ts';
import type { AssignmentRow } from '../../domain/assignment-access.ts';
import { type CourseRow, mayInCourse } from '../../domain/course-access.ts';
import { periodsOfCourse } from '../../domain/grading/periods.ts';
import { NotFound, Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import type { AskedStudents, StudentsParams } from './students-asked.ts';

/** @throws Refusal for an assignment that isn't there, and for a period that is no id; NotFound for one of elsewhere */
export async function askedAssignments(
  ctx: Context,
  course: CourseRow,
  { own, seesAll }: AskedStudents,
  params: StudentsParams,
): Promise<Map<number, AssignmentRow>> {
  const asked = params.assignment_ids?.map((text) => parseNumber(text) ?? 0) ?? [];
  const rows = await published(ctx, course, asked, params);
  const teaches = seesAll || (await mayInCourse(ctx, course, 'read_as_admin'));
  const seen = teaches ? rows : await assignedTo(ctx, course, rows, own);
  return new Map(seen.map((row) => [row.id, row]));
}

async function published(
  ctx: Context,
  { id, ...course }: CourseRow,
  asked: readonly number[],
  { post_to_sis, grading_period_id }: StudentsParams,
): Promise<AssignmentRow[]> {
  let query = ctx.db
    .selectFrom('assignments')
    .selectAll()
    .where('course_id', '=', id)
    .where('workflow_state', '=', 'published');
  if (post_to_sis) query = query.where('post_to_sis', '=', true);
  if (asked.length > 0) query = query.where('id', '=', anyOf(asked));
  const periodId = await periodAsked(ctx, { id, ...course }, grading_period_id);
  if (periodId !== undefined) {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('submissions')
          .select('submissions.id')
          .whereRef('submissions.assignment_id', '=', 'assignments.id')
          .where('submissions.grading_period_id', '=', periodId)
          .where('submissions.workflow_state', '<>', 'deleted'),
      ),
    );
  }
  const rows = await query.execute();
  const found = new Set(rows.map((row) => row.id));
  if (!asked.every((each) => found.has(each))) {
    throw new Refusal(403, { error: 'invalid assignment ids requested' });
  }
  return rows;
}

async function periodAsked(
  ctx: Context,
  course: CourseRow,
  given: StudentsParams['grading_period_id'],
): Promise<number | undefined> {
  if (given === undefined || given === null || given === '') return undefined;
  if (typeof given !== 'string' && typeof given !== 'number') {
    throw new Refusal(400, {
      error: 'grading_period_id is invalid, verify the parameter and type are correct',
    });
  }
  const id = parseNumber(String(given));
  const found = (await periodsOfCourse(ctx, course))?.periods.find((period) => period.id === id);
  if (!found) throw new NotFound();
  return found.id;
}

async function assignedTo(
  ctx: Context,
  course: CourseRow,
  assignments: readonly AssignmentRow[],
  userIds: readonly number[],
): Promise<AssignmentRow[]> {
  const assignmentIds = assignments.map(({ id }) => id);
  const isAssigned = await assignedPairs(ctx, { courseId: course.id, assignmentIds, userIds });
  return assignments.filter(({ id }) => userIds.some((userId) => isAssigned(id, userId)));
}
