import { ofCourse } from '../../domain/contexts.ts';
import { demand } from '../../domain/demand.ts';
import { removeRubricFrom } from '../../domain/rubric-associating.ts';
import { rubricRights } from '../../domain/rubrics.ts';
import { NotFound } from '../../errors.ts';
import { parseNumber } from '../../http/ids.ts';
import { operation } from '../../http/operation.ts';
import { Shape } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { findRubric } from './load.ts';
import { StoredRubric } from './schema.ts';
import { storedRubric } from './serialize.ts';

/** One that is used nowhere in the course can't be found here. */
export default operation('DELETE /api/v1/courses/{course_id}/rubrics/{id}', {
  summary: 'Take a rubric out of a course',
  load: { course: course('course_id') },
  requires: { course: 'manage_rubrics' },
  returns: Shape({ rubric: StoredRubric }),
  async handle({ ctx, course, path }) {
    const id = parseNumber(path.id);
    const used = await ctx.db
      .selectFrom('rubric_associations')
      .select('id')
      .where('rubric_id', '=', id ?? 0)
      .where('context_type', '=', 'Course')
      .where('context_id', '=', course.id)
      .where('workflow_state', '=', 'active')
      .limit(1)
      .executeTakeFirst();
    if (!used) throw new NotFound();
    const rubric = await findRubric(ctx, id);
    await demand(ctx, (await rubricRights(ctx, rubric)).delete_associations);
    await removeRubricFrom(ctx, rubric, ofCourse(course));
    const gone = await ctx.db
      .selectFrom('rubrics')
      .selectAll()
      .where('id', '=', rubric.id)
      .executeTakeFirstOrThrow();
    return { rubric: storedRubric(ctx, gone) };
  },
});
