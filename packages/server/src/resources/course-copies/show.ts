import { NotFound } from '../../errors.ts';
import { parseNumber } from '../../http/ids.ts';
import { operation } from '../../http/operation.ts';
import { courseInAnyState } from '../courses/load.ts';
import { CourseCopy } from './schema.ts';
import { serializeCopy } from './serialize.ts';

export default operation('GET /api/v1/courses/{course_id}/course_copy/{id}', {
  summary: 'How far a copy into a course is',
  load: { course: courseInAnyState('course_id') },
  requires: {
    course: ['manage_course_content_add', 'manage_course_content_edit', 'manage_course_content_delete'],
  },
  returns: CourseCopy,
  async handle({ ctx, course, path }) {
    // After the right, which Canvas asks first.
    const copy = await ctx.db
      .selectFrom('course_copies')
      .selectAll()
      .where('course_id', '=', course.id)
      .where('id', '=', parseNumber(path.id) ?? 0)
      .executeTakeFirst();
    if (!copy) throw new NotFound();
    return serializeCopy(ctx, copy);
  },
});
