import { sql } from 'kysely';
import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { CustomColumn } from './schema.ts';
import { serializeColumn } from './serialize.ts';

export default operation('GET /api/v1/courses/{course_id}/custom_gradebook_columns', {
  summary: 'The columns that graders added to a gradebook',
  load: { course: course('course_id') },
  requires: { course: ['view_all_grades', 'manage_grades'] },
  returns: List(CustomColumn),
  async handle({ ctx, course, params: { include_hidden } }) {
    const states = include_hidden ? (['active', 'hidden'] as const) : (['active'] as const);
    const query = ctx.db
      .selectFrom('custom_gradebook_columns')
      .selectAll()
      .where('course_id', '=', course.id)
      .where('workflow_state', 'in', states);
    const columns = await paginate(ctx, query, {
      key: 'id',
      kind: 'total',
      order: [{ by: 'position' }, { by: sql`title collate "C"` }],
    });
    return columns.map(serializeColumn);
  },
});
