import type { Updateable } from 'kysely';
import type { CoursesTable } from '../../db/tables/index.ts';
import { type CourseRow, forgetCourseAccess } from '../../domain/course-access.ts';
import { courseSettings, settingsChanges } from '../../domain/course-settings.ts';
import type { Context } from '../../http/context.ts';
import { operation, type Params } from '../../http/operation.ts';
import { courseInAnyState } from '../courses/load.ts';
import { CourseSettings } from './schema.ts';
import { serializeSettings } from './serialize.ts';

type UpdateParams = Params<'PUT /api/v1/courses/{course_id}/settings'>;

export default operation('PUT /api/v1/courses/{course_id}/settings', {
  summary: 'Change settings of a course',
  load: { course: courseInAnyState('course_id') },
  requires: { course: 'manage_course_content_edit' },
  returns: CourseSettings,
  async handle({ ctx, course, params }) {
    const changes = await changesOf(ctx, course, params);
    if (Object.keys(changes).length === 0) return await serializeSettings(ctx, course);
    const changed = await ctx.db
      .updateTable('courses')
      .set({ ...changes, updated_at: ctx.now })
      .where('id', '=', course.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    // Who may look before the start and after the end is among them.
    forgetCourseAccess(ctx);
    return await serializeSettings(ctx, changed);
  },
});

/** Those that are columns of their own, and the rest together. */
async function changesOf(ctx: Context, course: CourseRow, params: UpdateParams) {
  const { conditional_release, ...others } = params;
  const settings = (await courseSettings(ctx, [course]))(course);
  const mayRelease = conditional_release !== undefined && !settings.isLocked('conditional_release');
  const changes: Updateable<CoursesTable> = {
    ...settingsChanges({ ...others, ...(mayRelease && { conditional_release }) }, course),
  };
  for (const name of ['allow_student_forum_attachments', 'hide_final_grades', 'homeroom_course'] as const) {
    if (params[name] !== undefined) changes[name] = params[name];
  }
  for (const name of ['course_color', 'friendly_name'] as const) {
    if (params[name] !== undefined) changes[name] = params[name] || null;
  }
  return changes;
}
