import { CONTENT_RIGHTS } from '../../domain/copying/access.ts';
import { NotFound } from '../../errors.ts';
import { parseNumber } from '../../http/ids.ts';
import { operation } from '../../http/operation.ts';
import { courseInAnyState } from '../courses/load.ts';
import { CourseCopy } from './schema.ts';
import { serializeCopy, stateOfCopy } from './serialize.ts';

export default operation('GET /api/v1/courses/{course_id}/course_copy/{id}', {
  summary: 'How far a copy into a course is',
  load: { course: courseInAnyState('course_id') },
  requires: { course: CONTENT_RIGHTS },
  returns: CourseCopy,
  async handle({ ctx, course, path }) {
    // After the right, which Canvas asks first.
    const migration = await ctx.db
      .selectFrom('content_migrations')
      .selectAll()
      .where('context_type', '=', 'Course')
      .where('context_id', '=', course.id)
      .where('id', '=', parseNumber(path.id) ?? 0)
      .executeTakeFirst();
    if (!migration) throw new NotFound();
    const progress = await ctx.db
      .selectFrom('progresses')
      .select('completion')
      .where('id', '=', migration.progress_id ?? 0)
      .executeTakeFirst();
    const { completion = null } = progress ?? {};
    return serializeCopy(ctx, migration, {
      workflow_state: stateOfCopy(migration),
      progress: completion === null ? null : Math.trunc(completion),
    });
  },
});
