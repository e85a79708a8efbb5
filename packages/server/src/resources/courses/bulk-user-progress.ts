import { courseAccess } from '../../domain/course-access.ts';
import { courseProgress, moduleBased } from '../../domain/course-progress.ts';
import { enrollmentsVisibleTo } from '../../domain/visible-enrollments.ts';
import { Refusal } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List, Shape } from '../../http/schema.ts';
import { DisplayUser, displayUser } from '../users/display.ts';
import { course } from './load.ts';
import { NO_PROGRESS } from './no-progress.ts';
import { CourseProgress } from './schema.ts';

export default operation('GET /api/v1/courses/{course_id}/bulk_user_progress', {
  summary: "Every student's progress through a course",
  load: { course: course('course_id') },
  requires: { course: 'view_all_grades' },
  returns: List(Shape({ ...DisplayUser.properties, progress: CourseProgress })),
  async handle({ ctx, course }) {
    if (!(await moduleBased(ctx, [course.id])).has(course.id)) {
      // Not quite what Canvas says of one user.
      throw new Refusal(400, {
        error: {
          message:
            'No progress available because this course is not module based (meaning, it does not have modules and module completion requirements).',
        },
      });
    }
    const visible = enrollmentsVisibleTo(await courseAccess(ctx, course));
    const students = await paginate(
      ctx,
      ctx.db
        .selectFrom('users')
        .selectAll('users')
        .where((eb) =>
          eb.exists(
            visible.reduce(
              (query, condition) => query.where(condition),
              eb
                .selectFrom('enrollments')
                .select('enrollments.id')
                .whereRef('enrollments.user_id', '=', 'users.id')
                .where('enrollments.course_id', '=', course.id)
                .where('enrollments.type', '=', 'StudentEnrollment')
                .where('enrollments.workflow_state', 'in', ['active', 'invited', 'creation_pending']),
            ),
          ),
        ),
      { kind: 'total', order: [{ by: 'users.sortable_name_key' }], key: 'users.id' },
    );
    const progressOf = await courseProgress(
      ctx,
      course,
      students.map(({ id }) => id),
    );
    return students.map((user) => ({
      ...displayUser(ctx, user, `/courses/${course.id}`),
      progress: progressOf.get(user.id) ?? NO_PROGRESS,
    }));
  },
});
