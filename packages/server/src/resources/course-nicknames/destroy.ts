import { Refusal } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { courseInAnyState } from '../courses/load.ts';
import { CourseNickname } from './schema.ts';
import { serializeNickname } from './serialize.ts';

export default operation('DELETE /api/v1/users/self/course_nicknames/{course_id}', {
  summary: 'Call a course by its own name again',
  // Also a course that the caller may no longer read: the nickname is his.
  load: { course: courseInAnyState('course_id') },
  requires: 'user',
  returns: CourseNickname,
  async handle({ ctx, course }) {
    const removed = await ctx.db
      .deleteFrom('course_nicknames')
      .where('user_id', '=', ctx.me.id)
      .where('course_id', '=', course.id)
      .returning('id')
      .executeTakeFirst();
    if (!removed) throw new Refusal(404, { message: 'no nickname exists for course' });
    return serializeNickname(course, null);
  },
});
