import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { column } from './load.ts';
import { CustomColumn } from './schema.ts';
import { serializeColumn } from './serialize.ts';

export default operation('DELETE /api/v1/courses/{course_id}/custom_gradebook_columns/{id}', {
  summary: 'Delete a column of a gradebook',
  load: { course: course('course_id'), column: column('id') },
  requires: { course: ['view_all_grades', 'manage_grades'] },
  returns: CustomColumn,
  async handle({ ctx, column }) {
    const gone = await ctx.db
      .updateTable('custom_gradebook_columns')
      .set({ workflow_state: 'deleted', updated_at: ctx.now })
      .where('id', '=', column.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return serializeColumn(gone);
  },
});
