import { sql } from 'kysely';
import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { User } from '../users/schema.ts';
import { serializeUsers } from '../users/serialize.ts';

export default operation('GET /api/v1/courses/{course_id}/recent_students', {
  summary: 'The students of a course, whoever signed in last first',
  load: { course: course('course_id') },
  requires: { course: 'read_reports' },
  returns: List(User),
  async handle({ ctx, course }) {
    const lastLogin = sql<string | null>`(select max(last_login_at) from pseudonyms
      where pseudonyms.user_id = users.id and pseudonyms.account_id = ${course.root_account_id})`;
    const students = ctx.db
      .selectFrom('users')
      .selectAll('users')
      .where(
        sql<boolean>`exists (select 1 from enrollments where enrollments.user_id = users.id
          and enrollments.course_id = ${course.id} and enrollments.type = 'StudentEnrollment'
          and enrollments.workflow_state <> 'deleted')`,
      );
    const page = await paginate(ctx, students, {
      key: 'users.id',
      kind: 'total',
      order: [{ by: sql`coalesce(${lastLogin}, '-infinity')`, direction: 'desc' }],
    });
    return await serializeUsers(ctx, page, { context: { course }, includes: ['last_login'] });
  },
});
