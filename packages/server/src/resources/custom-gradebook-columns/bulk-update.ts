import { anyOf } from '../../db/any-of.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import { MissingParameter, NotFound, Unauthorized } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation, type Params } from '../../http/operation.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { course } from '../courses/load.ts';
import { Progress } from '../progress/schema.ts';
import { serializeProgress } from '../progress/serialize.ts';
import { bulkUpdateDataJob } from './bulk-update-job.ts';
import type { Datum } from './data.ts';
import { visibleStudents } from './load.ts';

type BulkParams = Params<'PUT /api/v1/courses/{course_id}/custom_gradebook_column_data'>;

export default operation('PUT /api/v1/courses/{course_id}/custom_gradebook_column_data', {
  summary: 'Say something of many students in columns of a gradebook',
  load: { course: course('course_id') },
  requires: { course: ['view_all_grades', 'manage_grades'] },
  returns: Progress,
  async handle({ ctx, course, params }) {
    const data = dataOf(params);
    await refuseForeignColumns(ctx, course, data);
    await refuseHiddenStudents(ctx, course, data);
    const progress = await enqueue(
      ctx,
      bulkUpdateDataJob,
      { course_id: course.id, data },
      { progress: { context: { type: 'Course', id: course.id }, tag: 'custom_columns_submissions_update' } },
    );
    return serializeProgress(ctx, progress);
  },
});

/** @throws MissingParameter unless every entry says of which column and student it is */
function dataOf({ column_data = [] }: BulkParams): Datum[] {
  if (column_data.length === 0) throw new MissingParameter('column_data');
  return column_data.map(({ column_id, user_id, content }) => {
    if (typeof column_id !== 'number') throw new MissingParameter('column_id');
    if (typeof user_id !== 'number') throw new MissingParameter('user_id');
    if (content === undefined) throw new MissingParameter('content');
    return { column_id, user_id, content: content ?? '' };
  });
}

async function refuseForeignColumns(ctx: Context, course: CourseRow, data: readonly Datum[]): Promise<void> {
  const asked = new Set(data.map(({ column_id }) => column_id));
  const known = await ctx.db
    .selectFrom('custom_gradebook_columns')
    .select('id')
    .where('course_id', '=', course.id)
    .where('workflow_state', '<>', 'deleted')
    .where('id', '=', anyOf(asked))
    .execute();
  if (known.length < asked.size) throw new NotFound();
}

async function refuseHiddenStudents(ctx: Context, course: CourseRow, data: readonly Datum[]): Promise<void> {
  const asked = new Set(data.map(({ user_id }) => user_id));
  const seen = await ctx.db
    .selectFrom('users')
    .select('id')
    .where('id', '=', anyOf(asked))
    .where('id', 'in', await visibleStudents(ctx, course))
    .execute();
  if (seen.length < asked.size) throw new Unauthorized();
}
