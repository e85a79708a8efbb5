import { InvalidRecord, MissingParameter, NotFound } from '../../errors.ts';
import { parseNumber } from '../../http/ids.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { writeData } from './data.ts';
import { column, visibleStudents } from './load.ts';
import { ColumnDatum } from './schema.ts';
import { MAX_TEXT, TOO_LONG } from './write.ts';

export default operation('PUT /api/v1/courses/{course_id}/custom_gradebook_columns/{id}/data/{user_id}', {
  summary: 'Say something of a student in a column of a gradebook',
  load: { course: course('course_id'), column: column('id') },
  requires: { course: ['view_all_grades', 'manage_grades'] },
  returns: ColumnDatum,
  async handle({ ctx, course, column, path, params: { column_data } }) {
    const student = await ctx.db
      .selectFrom('users')
      .select('id')
      .where('id', '=', parseNumber(path.user_id) ?? 0)
      .where('id', 'in', await visibleStudents(ctx, course))
      .executeTakeFirst();
    if (!student) throw new NotFound();
    if (column_data?.content === undefined) throw new MissingParameter('column_data');
    const content = column_data.content ?? '';
    if (content.length > MAX_TEXT) throw new InvalidRecord({ content: [TOO_LONG] });
    await writeData(ctx, [{ column_id: column.id, user_id: student.id, content }]);
    return { content, user_id: student.id };
  },
});
