import { sql } from 'kysely';
import { type AssignedStudent, assignedStudents } from '../../domain/assigned-students.ts';
import { isClosedAt } from '../../domain/grading/closed-periods.ts';
import { periodAt, periodsOfCourse } from '../../domain/grading/periods.ts';
import { Refusal } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { Flag, Id, MapOf, Nullable, Shape, type Static, Timestamp } from '../../http/schema.ts';
import { course } from './load.ts';

/** assignment → student → date */
const DueDates = MapOf(
  MapOf(
    Shape({
      due_at: Nullable(Timestamp),
      grading_period_id: Nullable(Id),
      in_closed_grading_period: Flag,
    }),
  ),
);

export default operation('GET /api/v1/courses/{course_id}/effective_due_dates', {
  summary: 'When each assignment is due for each student',
  load: { course: course('course_id') },
  requires: { course: 'read_as_admin' },
  returns: DueDates,
  async handle({ ctx, course, params }) {
    const ids = params.assignment_ids ?? [];
    if (!ids.every((id) => /^\d{1,15}$/.test(id))) {
      throw new Refusal(422, { errors: 'assignment_ids param is invalid' });
    }
    const scope = { courseId: course.id, assignmentIds: ids.length > 0 ? ids.map(Number) : undefined };
    const { rows } = await sql<AssignedStudent>`
      select assignment_id, user_id, due_at from ${assignedStudents(scope)} as assigned
      order by assignment_id, user_id`.execute(ctx.db);
    const periods = (await periodsOfCourse(ctx, course))?.periods ?? [];
    const dates: Static<typeof DueDates> = {};
    for (const { assignment_id, user_id, due_at } of rows) {
      const ofStudents = dates[assignment_id] ?? {};
      dates[assignment_id] = ofStudents;
      ofStudents[user_id] = {
        due_at,
        grading_period_id: periodAt(periods, due_at)?.id ?? null,
        in_closed_grading_period: isClosedAt(periods, due_at, ctx.now),
      };
    }
    return dates;
  },
});
