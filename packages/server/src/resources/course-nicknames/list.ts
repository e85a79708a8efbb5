import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { CourseNickname } from './schema.ts';
import { serializeNickname } from './serialize.ts';

export default operation('GET /api/v1/users/self/course_nicknames', {
  summary: 'All my course nicknames',
  requires: 'user',
  returns: List(CourseNickname),
  async handle({ ctx }) {
    const query = ctx.db
      .selectFrom('course_nicknames')
      .innerJoin('courses', 'courses.id', 'course_nicknames.course_id')
      .select(['courses.id', 'courses.name', 'course_nicknames.nickname'])
      .where('course_nicknames.user_id', '=', ctx.me.id);
    const rows = await paginate(ctx, query, { key: 'course_nicknames.id', kind: 'total' });
    return rows.map((row) => serializeNickname(row, row.nickname));
  },
});
