import { sql } from 'kysely';
import { operation } from '../../http/operation.ts';
import { List } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { User } from '../users/schema.ts';
import { serializeUsers } from '../users/serialize.ts';

export default operation('GET /api/v1/courses/{course_id}/students', {
  summary: 'All students of a course at once, its Test Student among them',
  load: { course: course('course_id') },
  requires: { course: 'read_roster' },
  returns: List(User),
  async handle({ ctx, course }) {
    const students = await ctx.db
      .selectFrom('users')
      .selectAll('users')
      .where(
        sql<boolean>`exists (select 1 from enrollments where enrollments.user_id = users.id
          and enrollments.course_id = ${course.id}
          and enrollments.type in ('StudentEnrollment', 'StudentViewEnrollment')
          and enrollments.workflow_state not in ('rejected', 'completed', 'deleted', 'inactive'))`,
      )
      .orderBy('users.sortable_name_key')
      .orderBy('users.id')
      .execute();
    return await serializeUsers(ctx, students, { context: { course } });
  },
});
