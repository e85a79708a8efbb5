/** Settings, syllabus, late policy and grading standards of a course. */
import type { Updateable } from 'kysely';
import type { CoursesTable } from '../../db/tables/index.ts';
import type { Context } from '../../http/context.ts';
import { forgetCourseAccess } from '../course-access.ts';
import { codeWhereNeeded } from '../self-enrollment.ts';
import { recordSyllabus } from '../syllabus-versions.ts';
import type { StandardReference } from './content.ts';
import { courseOfWriting, times, type Writing } from './writing.ts';

export async function writeStandards(ctx: Context, { content, keys, courseId }: Writing): Promise<void> {
  for (const { key, columns } of content.standards) {
    const { data = [], ...rest } = columns;
    const values = { ...rest, title: rest.title ?? null, data: JSON.stringify(data), updated_at: ctx.now };
    const known = keys.find('grading_standards', key);
    const updated =
      known &&
      (await ctx.db
        .updateTable('grading_standards')
        .set(values)
        .where('id', '=', known)
        .where('workflow_state', '=', 'active')
        .returning('id')
        .executeTakeFirst());
    const { id } =
      updated ||
      (await ctx.db
        .insertInto('grading_standards')
        .values({
          ...values,
          ...times(ctx),
          context_type: 'Course',
          context_id: courseId,
          user_id: ctx.user?.id ?? null,
        })
        .returning('id')
        .executeTakeFirstOrThrow());
    await keys.remember(ctx, 'grading_standards', key, id);
  }
}

export const standardId = ({ keys }: Writing, standard: StandardReference | null): number | null => {
  if (standard === null) return null;
  return 'id' in standard ? standard.id : (keys.find('grading_standards', standard.key) ?? null);
};

export async function writeSettings(ctx: Context, writing: Writing): Promise<void> {
  const { content, shift } = writing;
  const { settings, syllabus } = content;
  const course = await courseOfWriting(ctx, writing);
  const changes: Updateable<CoursesTable> = {
    ...(settings && {
      ...settings.columns,
      ...(settings.columns.start_at !== undefined && { start_at: shift(settings.columns.start_at) }),
      ...(settings.columns.conclude_at !== undefined && { conclude_at: shift(settings.columns.conclude_at) }),
      grading_standard_id: standardId(writing, settings.standard),
      settings: JSON.stringify({ ...course.settings, ...settings.settings }),
      ...(settings.tabs && { tab_configuration: JSON.stringify(settings.tabs) }),
    }),
    ...(syllabus !== undefined && { syllabus_body: syllabus }),
  };
  if (Object.keys(changes).length === 0) return;
  const changed = await ctx.db
    .updateTable('courses')
    .set({ ...changes, ...(await codeWhereNeeded(ctx, changes, course)), updated_at: ctx.now })
    .where('id', '=', course.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  // One with links is kept once they lead somewhere (write-links.ts).
  if (!syllabus?.includes('$')) await recordSyllabus(ctx, changed, course.syllabus_body);
  forgetCourseAccess(ctx);
}

export async function writeLatePolicy(ctx: Context, { content, courseId }: Writing): Promise<void> {
  if (!content.latePolicy) return;
  const updated = await ctx.db
    .updateTable('late_policies')
    .set({ ...content.latePolicy, updated_at: ctx.now })
    .where('course_id', '=', courseId)
    .returning('id')
    .executeTakeFirst();
  if (updated) return;
  await ctx.db
    .insertInto('late_policies')
    .values({ ...content.latePolicy, course_id: courseId, ...times(ctx) })
    .execute();
}
