import { NotFound } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { column, visibleStudents } from './load.ts';
import { ColumnDatum } from './schema.ts';

export default operation('GET /api/v1/courses/{course_id}/custom_gradebook_columns/{id}/data', {
  summary: 'What a column of a gradebook says of the students',
  load: { course: course('course_id'), column: column('id') },
  requires: { course: ['view_all_grades', 'manage_grades'] },
  returns: List(ColumnDatum),
  async handle({ ctx, course, column, params: { include_hidden } }) {
    if (column.workflow_state === 'hidden' && !include_hidden) throw new NotFound();
    const query = ctx.db
      .selectFrom('custom_gradebook_column_data')
      .select(['content', 'user_id'])
      .where('custom_gradebook_column_id', '=', column.id)
      .where('user_id', 'in', await visibleStudents(ctx, course));
    const data = await paginate(ctx, query, { key: 'id', kind: 'total' });
    return data.map(({ content, user_id }) => ({ content, user_id }));
  },
});
