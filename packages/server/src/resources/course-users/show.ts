import { sql } from 'kysely';
import { courseAccess } from '../../domain/course-access.ts';
import { NotFound } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { findUser } from '../users/load.ts';
import { CourseUser } from './schema.ts';
import { serializeCourseUsers } from './serialize.ts';
import { visibleEnrollments } from './visible-users.ts';

export default operation('GET /api/v1/courses/{course_id}/users/{id}', {
  summary: 'One person in a course, or who was in it',
  load: { course: course('course_id') },
  requires: { course: 'read_roster' },
  returns: CourseUser,
  async handle({ ctx, course, path, params }) {
    // After the right to look at all, as Canvas does it.
    const user = await findUser(ctx, path.id);
    const access = await courseAccess(ctx, course);
    const enrollments = await ctx.db
      .selectFrom('enrollments')
      .selectAll()
      .select(
        sql<boolean>`(${sql.join([sql`true`, ...visibleEnrollments(access)], sql` and `)})`.as('visible'),
      )
      .where('course_id', '=', course.id)
      .where('user_id', '=', user.id)
      .where('workflow_state', '<>', 'deleted')
      .orderBy('id')
      .execute();
    if (!enrollments.some(({ visible }) => visible)) throw new NotFound();
    const asked = params.include ?? [];
    const current = enrollments.filter(({ workflow_state }) =>
      ['active', 'invited', 'creation_pending'].includes(workflow_state),
    );
    const [json] = await serializeCourseUsers(ctx, course, [user], {
      asked,
      enrollments: asked.includes('enrollments') ? current : undefined,
    });
    return json as CourseUser;
  },
});
