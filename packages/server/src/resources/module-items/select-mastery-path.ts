import { mayInCourse } from '../../domain/course-access.ts';
import { Refusal, Unauthorized } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { Anything } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { readerOf } from '../modules/load.ts';

export default operation(
  'POST /api/v1/courses/{course_id}/modules/{module_id}/items/{id}/select_mastery_path',
  {
    summary: 'Choose one of several ways on; mastery paths are off',
    load: { course: course('course_id') },
    requires: { course: 'read' },
    returns: Anything,
    async handle({ ctx, course, params }) {
      const { student } = await readerOf(ctx, course, params.student_id);
      const mayChoose =
        (student !== undefined && student === ctx.me.id) ||
        (await mayInCourse(ctx, course, 'manage_assignments_edit'));
      if (!mayChoose) throw new Unauthorized();
      throw new Refusal(400, { message: 'mastery paths not enabled' });
    },
  },
);
