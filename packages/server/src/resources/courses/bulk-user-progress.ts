import { Refusal } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { List, Shape } from '../../http/schema.ts';
import { DisplayUser } from '../users/display.ts';
import { course } from './load.ts';
import { CourseProgress } from './schema.ts';

export default operation('GET /api/v1/courses/{course_id}/bulk_user_progress', {
  summary: "Every student's progress through a course",
  load: { course: course('course_id') },
  requires: { course: 'view_all_grades' },
  returns: List(Shape({ ...DisplayUser.properties, progress: CourseProgress })),
  async handle() {
    // Not quite what Canvas says of one user.
    throw new Refusal(400, {
      error: {
        message:
          'No progress available because this course is not module based (meaning, it does not have modules and module completion requirements).',
      },
    });
  },
});
