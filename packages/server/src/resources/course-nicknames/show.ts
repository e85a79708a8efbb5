import { operation } from '../../http/operation.ts';
import { courseInAnyState } from '../courses/load.ts';
import { CourseNickname } from './schema.ts';
import { serializeNickname } from './serialize.ts';

export default operation('GET /api/v1/users/self/course_nicknames/{course_id}', {
  summary: 'My nickname for a course',
  load: { course: courseInAnyState('course_id') },
  requires: { course: 'read' },
  returns: CourseNickname,
  async handle({ ctx, course }) {
    const row = await ctx.db
      .selectFrom('course_nicknames')
      .select('nickname')
      .where('user_id', '=', ctx.me.id)
      .where('course_id', '=', course.id)
      .executeTakeFirst();
    return serializeNickname(course, row?.nickname ?? null);
  },
});
