import { inContext, ofCourse } from '../../domain/contexts.ts';
import { CONTENT_RIGHTS } from '../../domain/copying/access.ts';
import { queueMigration } from '../../domain/copying/queue-migration.ts';
import { mayInCourse } from '../../domain/course-access.ts';
import { demand } from '../../domain/demand.ts';
import { Refusal } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { courseInAnyState, findCourseInAnyState } from '../courses/load.ts';
import { selectionByTypes } from './chosen-types.ts';
import { CourseCopy } from './schema.ts';
import { serializeCopy } from './serialize.ts';

export default operation('POST /api/v1/courses/{course_id}/course_copy', {
  summary: 'Copy content of another course into this one (content migrations do it better)',
  load: { course: courseInAnyState('course_id') },
  requires: { course: CONTENT_RIGHTS },
  returns: CourseCopy,
  async handle({ ctx, course, params: { source_course, only, except } }) {
    const source = await findCourseInAnyState(ctx, source_course ?? '');
    if (only && except) {
      throw new Refusal(400, {
        errors: 'You can not use "only" and "except" options at the same time.',
      });
    }
    await demand(ctx, mayInCourse(ctx, source, 'read'));
    await demand(ctx, mayInCourse(ctx, source, 'read_as_admin'));
    const selection = selectionByTypes(only, except);
    const migration = await ctx.db
      .insertInto('content_migrations')
      .values({
        ...inContext(ofCourse(course)),
        user_id: ctx.me.id,
        migration_type: 'course_copy_importer',
        source_course_id: source.id,
        selection: selection && JSON.stringify(selection),
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await queueMigration(ctx, migration);
    return serializeCopy(ctx, migration, { workflow_state: 'created', progress: null });
  },
});
