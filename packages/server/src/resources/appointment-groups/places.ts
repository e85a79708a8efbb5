/** What an appointment group is for: courses, and sections or groups of them. */
import { anyOf } from '../../db/any-of.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';

/** After those that are there already. */
export async function addCourses(
  ctx: Context,
  groupId: number,
  courses: readonly CourseRow[],
  position = 0,
): Promise<void> {
  if (courses.length === 0) return;
  await ctx.db
    .insertInto('appointment_group_courses')
    .values(
      courses.map(({ id }, index) => ({
        appointment_group_id: groupId,
        course_id: id,
        position: position + index,
      })),
    )
    .execute();
}

const idsIn = (codes: readonly string[], word: string): number[] =>
  codes.flatMap((code) =>
    code.startsWith(`${word}_`) ? (parseNumber(code.slice(word.length + 1)) ?? []) : [],
  );

/** One category of one course makes its groups the participants. */
export async function categoryNamed(
  ctx: Context,
  courses: readonly CourseRow[],
  codes: readonly string[],
): Promise<number | null> {
  const [id] = idsIn(codes, 'group_category');
  if (id === undefined || codes.length > 1 || courses.length > 1) return null;
  const category = await ctx.db
    .selectFrom('group_categories')
    .select('id')
    .where('id', '=', id)
    .where('context_type', '=', 'Course')
    .where('context_id', '=', courses[0]?.id ?? 0)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return category?.id ?? null;
}

/** The sections that are named; of a course of which none is named, all, where any is named at all. */
export async function addSections(
  ctx: Context,
  groupId: number,
  courses: readonly CourseRow[],
  codes: readonly string[],
): Promise<void> {
  const named = new Set(idsIn(codes, 'course_section'));
  if (named.size === 0) return;
  const sections = await ctx.db
    .selectFrom('course_sections')
    .select(['id', 'course_id'])
    .where('course_id', '=', anyOf(courses.map(({ id }) => id)))
    .where('workflow_state', '=', 'active')
    .execute();
  const withNamed = new Set(sections.flatMap(({ id, course_id }) => (named.has(id) ? [course_id] : [])));
  const meant = sections.filter(({ id, course_id }) => named.has(id) || !withNamed.has(course_id));
  if (meant.length === 0) return;
  await ctx.db
    .insertInto('appointment_group_sections')
    .values(meant.map(({ id }) => ({ appointment_group_id: groupId, course_section_id: id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
