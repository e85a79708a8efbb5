import { Refusal } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { courseInAnyState } from '../courses/load.ts';
import { CourseNickname } from './schema.ts';
import { serializeNickname } from './serialize.ts';

/** In characters as people count them, as Canvas does. */
const TOO_LONG = 60;

export default operation('PUT /api/v1/users/self/course_nicknames/{course_id}', {
  summary: 'Give a course a nickname of my own',
  load: { course: courseInAnyState('course_id') },
  requires: { course: 'read' },
  returns: CourseNickname,
  async handle({ ctx, course, params: { nickname } }) {
    if (!nickname || nickname.trim() === '') throw new Refusal(400, { message: 'missing nickname' });
    if ([...nickname].length >= TOO_LONG) throw new Refusal(400, { message: 'nickname too long' });
    await ctx.db
      .insertInto('course_nicknames')
      .values({ user_id: ctx.me.id, course_id: course.id, nickname })
      .onConflict((conflict) => conflict.columns(['user_id', 'course_id']).doUpdateSet({ nickname }))
      .execute();
    return serializeNickname(course, nickname);
  },
});
