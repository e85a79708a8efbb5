import { assignWork } from '../../domain/assigned-work.ts';
import { type CourseRow, forgetCourseAccess } from '../../domain/course-access.ts';
import type { SectionRow } from '../../domain/course-sections.ts';
import type { Context } from '../../http/context.ts';

/**
 * Puts a section and everybody in it into another course. It is the default section there only if it is the only one.
 *
 * @param originId the course that it will still belong to; null where it comes home
 */
export async function moveToCourse(
  ctx: Context,
  section: SectionRow,
  course: CourseRow,
  originId: number | null,
): Promise<SectionRow> {
  const another = await ctx.db
    .selectFrom('course_sections')
    .select('id')
    .where('course_id', '=', course.id)
    .where('workflow_state', '=', 'active')
    .limit(1)
    .executeTakeFirst();
  const moved = await ctx.db
    .updateTable('course_sections')
    .set({
      course_id: course.id,
      root_account_id: course.root_account_id,
      nonxlist_course_id: originId,
      default_section: another === undefined,
      updated_at: ctx.now,
    })
    .where('id', '=', section.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  const people = await ctx.db
    .updateTable('enrollments')
    .set({ course_id: course.id, root_account_id: course.root_account_id, updated_at: ctx.now })
    .where('course_section_id', '=', section.id)
    .returning('user_id')
    .execute();
  forgetCourseAccess(ctx);
  const userIds = people.map(({ user_id }) => user_id);
  for (const courseId of [section.course_id, course.id]) await assignWork(ctx, { courseId, userIds });
  return moved;
}
