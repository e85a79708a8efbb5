import { mayInCourse } from '../../domain/course-access.ts';
import { courseProgress, moduleBased } from '../../domain/course-progress.ts';
import { mayToUser } from '../../domain/user-access.ts';
import { NotFound, Unauthenticated, Unauthorized } from '../../errors.ts';
import { operation, Reply } from '../../http/operation.ts';
import { user } from '../users/load.ts';
import { course } from './load.ts';
import { NO_PROGRESS } from './no-progress.ts';
import { CourseProgress } from './schema.ts';

export default operation('GET /api/v1/courses/{course_id}/users/{user_id}/progress', {
  summary: "A user's progress through a course",
  load: { course: course('course_id'), user: user('user_id') },
  // Who may look depends on both at once.
  requires: 'public',
  returns: CourseProgress,
  async handle({ ctx, course, user }) {
    const enrolled = await ctx.db
      .selectFrom('enrollments')
      .select('id')
      .where('course_id', '=', course.id)
      .where('user_id', '=', user.id)
      .where('workflow_state', '<>', 'deleted')
      .limit(1)
      .executeTakeFirst();
    if (!enrolled) throw new NotFound();
    const may = (await mayInCourse(ctx, course, 'view_all_grades')) || (await mayToUser(ctx, user, 'read'));
    if (!may) throw ctx.user ? new Unauthorized() : new Unauthenticated();
    const isLed = (await moduleBased(ctx, [course.id])).has(course.id);
    const progress = isLed ? (await courseProgress(ctx, course, [user.id])).get(user.id) : undefined;
    return progress ?? new Reply(400, NO_PROGRESS);
  },
});
