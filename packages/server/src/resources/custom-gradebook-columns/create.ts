import { sql } from 'kysely';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { CustomColumn } from './schema.ts';
import { serializeColumn } from './serialize.ts';
import { columnChanges } from './write.ts';

export default operation('POST /api/v1/courses/{course_id}/custom_gradebook_columns', {
  summary: 'Add a column to a gradebook',
  load: { course: course('course_id') },
  requires: { course: ['view_all_grades', 'manage_grades'] },
  returns: CustomColumn,
  async handle({ ctx, course, params }) {
    const { title = '', ...changes } = columnChanges(params, null);
    const last = sql<number>`(select coalesce(max(position), 0) + 1 from custom_gradebook_columns
      where course_id = ${course.id})`;
    const column = await ctx.db
      .insertInto('custom_gradebook_columns')
      .values({
        position: last,
        ...changes,
        title,
        course_id: course.id,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return serializeColumn(column);
  },
});
