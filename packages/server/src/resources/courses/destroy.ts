import { mayInCourse } from '../../domain/course-access.ts';
import { Refusal, Unauthorized } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { Flag, Optional, Shape } from '../../http/schema.ts';
import { course } from './load.ts';
import { moveCourse } from './states.ts';

export default operation('DELETE /api/v1/courses/{id}', {
  summary: 'Delete or conclude a course',
  load: { course: course('id') },
  // Which of the two it takes is known only with `event`.
  requires: { course: ['delete', 'conclude'] },
  returns: Shape({ delete: Optional(Flag), conclude: Optional(Flag) }),
  async handle({ ctx, course, params: { event } }) {
    if (event !== 'delete' && event !== 'conclude') {
      throw new Refusal(400, { message: 'Only "delete" and "conclude" events are allowed.' });
    }
    if (!(await mayInCourse(ctx, course, event))) throw new Unauthorized();
    await moveCourse(ctx, course, event);
    return { [event]: true };
  },
});
