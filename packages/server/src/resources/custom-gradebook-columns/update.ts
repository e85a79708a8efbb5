import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { column } from './load.ts';
import { CustomColumn } from './schema.ts';
import { serializeColumn } from './serialize.ts';
import { columnChanges } from './write.ts';

export default operation('PUT /api/v1/courses/{course_id}/custom_gradebook_columns/{id}', {
  summary: 'Change a column of a gradebook',
  load: { course: course('course_id'), column: column('id') },
  requires: { course: ['view_all_grades', 'manage_grades'] },
  returns: CustomColumn,
  async handle({ ctx, column, params }) {
    const changed = await ctx.db
      .updateTable('custom_gradebook_columns')
      .set({ ...columnChanges(params, column.title), updated_at: ctx.now })
      .where('id', '=', column.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return serializeColumn(changed);
  },
});
