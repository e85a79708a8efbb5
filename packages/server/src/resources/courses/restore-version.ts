import { recordSyllabus } from '../../domain/syllabus-versions.ts';
import { NotFound } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { course } from './load.ts';
import { Course } from './schema.ts';
import { serializeCourse } from './serialize.ts';

export default operation('POST /api/v1/courses/{course_id}/restore/{version_id}', {
  summary: "Take the course's syllabus back to an earlier version",
  load: { course: course('course_id') },
  requires: { course: 'manage_course_content_edit' },
  returns: Course,
  async handle({ ctx, course, path }) {
    if (!/^\d{1,9}$/.test(path.version_id)) throw new NotFound();
    const version = await ctx.db
      .selectFrom('course_syllabus_versions')
      .select('syllabus_body')
      .where('course_id', '=', course.id)
      .where('version', '=', Number(path.version_id))
      .executeTakeFirst();
    if (!version) throw new NotFound();
    const restored = await ctx.db
      .updateTable('courses')
      .set({ syllabus_body: version.syllabus_body, updated_at: ctx.now })
      .where('id', '=', course.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await recordSyllabus(ctx, restored, course.syllabus_body);
    return await serializeCourse(ctx, restored, { includes: ['syllabus_body'] });
  },
});
