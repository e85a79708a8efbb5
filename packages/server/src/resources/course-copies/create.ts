import { mayInCourse } from '../../domain/course-access.ts';
import { demand } from '../../domain/demand.ts';
import { Refusal } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { courseInAnyState, findCourseInAnyState } from '../courses/load.ts';
import { copyCourse } from './copy.ts';
import { CourseCopy } from './schema.ts';
import { serializeCopy } from './serialize.ts';

export default operation('POST /api/v1/courses/{course_id}/course_copy', {
  summary: 'Copy content of another course into this one (content migrations do it better)',
  load: { course: courseInAnyState('course_id') },
  requires: {
    course: ['manage_course_content_add', 'manage_course_content_edit', 'manage_course_content_delete'],
  },
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
    const copied = await copyCourse(ctx, source, course, { only, except });
    const copy = await ctx.db
      .insertInto('course_copies')
      .values({
        course_id: course.id,
        source_course_id: source.id,
        user_id: ctx.me.id,
        ...copied,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    // Canvas copies later and says so; here it is done by the time anybody asks how far it is.
    return serializeCopy(ctx, { ...copy, workflow_state: 'created', progress: null });
  },
});
