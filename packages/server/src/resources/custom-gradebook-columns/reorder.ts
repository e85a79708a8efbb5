import { sql } from 'kysely';
import { MissingParameter } from '../../errors.ts';
import { parseNumber } from '../../http/ids.ts';
import { operation } from '../../http/operation.ts';
import { Shape } from '../../http/schema.ts';
import { course } from '../courses/load.ts';

/** Canvas lets anybody do this who is signed in; Easel asks for what the other operations take. */
export default operation('POST /api/v1/courses/{course_id}/custom_gradebook_columns/reorder', {
  summary: 'Put the columns of a gradebook in order',
  load: { course: course('course_id') },
  requires: { course: ['view_all_grades', 'manage_grades'] },
  returns: Shape({}),
  async handle({ ctx, course, params: { order } }) {
    const ids = idsOf(order);
    await sql`
      update custom_gradebook_columns set position = placed.position, updated_at = ${ctx.now}
      from (
        select id, row_number() over (
          order by array_position(${ids}::bigint[], id), position, id
        ) as position
        from custom_gradebook_columns where course_id = ${course.id} and workflow_state <> 'deleted'
      ) as placed
      where custom_gradebook_columns.id = placed.id
        and custom_gradebook_columns.position <> placed.position`.execute(ctx.db);
    return {};
  },
});

/** A list, or one text with commas; what names no column is passed over, and columns not named come last. */
function idsOf(order: unknown): number[] {
  const texts = Array.isArray(order) ? order : typeof order === 'string' ? order.split(',') : [];
  const ids = [...new Set(texts.flatMap((text) => parseNumber(String(text)) ?? []))];
  if (ids.length === 0) throw new MissingParameter('order');
  return ids;
}
