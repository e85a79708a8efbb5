import type { Selectable } from 'kysely';
import type { CourseSectionsTable } from '../db/tables/index.ts';
import type { Context } from '../http/context.ts';
import type { CourseRow } from './course-access.ts';

export type SectionRow = Selectable<CourseSectionsTable>;

export async function activeSections(ctx: Context, course: CourseRow): Promise<SectionRow[]> {
  return await active(ctx, course).execute();
}

const active = (ctx: Context, { id }: CourseRow) =>
  ctx.db
    .selectFrom('course_sections')
    .selectAll()
    .where('course_id', '=', id)
    .where('workflow_state', '=', 'active')
    .orderBy('id');

/** The section that was made with the course; made now where there is none (it may have been cross-listed away). */
export async function defaultSection(ctx: Context, course: CourseRow): Promise<SectionRow> {
  const section = await active(ctx, course).where('default_section', '=', true).limit(1).executeTakeFirst();
  return section ?? (await addDefaultSection(ctx, course));
}

/** A section that is called like its course. */
export async function addDefaultSection(ctx: Context, course: CourseRow): Promise<SectionRow> {
  return await ctx.db
    .insertInto('course_sections')
    .values({
      course_id: course.id,
      root_account_id: course.root_account_id,
      name: course.name,
      name_key: course.name_key,
      default_section: true,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}
