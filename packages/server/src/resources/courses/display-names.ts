import { anyOf } from '../../db/any-of.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import { courseSettings } from '../../domain/course-settings.ts';
import type { Context } from '../../http/context.ts';

/** What a course is called before the caller, where that isn't its name. */
export type DisplayNames = (course: CourseRow) => string | undefined;

/** The friendly name of Canvas for Elementary first (unless it is not wanted), then the caller's nickname. */
export async function displayNames(
  ctx: Context,
  courses: readonly CourseRow[],
  { friendly = true } = {},
): Promise<DisplayNames> {
  const [friendlyName, nicknames] = await Promise.all([
    friendly ? friendlyNames(ctx, courses) : () => null,
    loadNicknames(ctx, courses),
  ]);
  return (course) => friendlyName(course) ?? nicknames.get(course.id);
}

/** Friendly names count only where an account of the chain has Canvas for Elementary. */
export async function friendlyNames(
  ctx: Context,
  courses: readonly CourseRow[],
): Promise<(course: CourseRow) => string | null> {
  const named = courses.filter(({ friendly_name }) => friendly_name);
  if (named.length === 0) return () => null;
  const settingsOf = await courseSettings(ctx, named);
  return (course) => (course.friendly_name && settingsOf(course).isElementary ? course.friendly_name : null);
}

async function loadNicknames(ctx: Context, courses: readonly CourseRow[]): Promise<Map<number, string>> {
  if (!ctx.user) return new Map();
  const rows = await ctx.db
    .selectFrom('course_nicknames')
    .select(['course_id', 'nickname'])
    .where('user_id', '=', ctx.user.id)
    .where('course_id', '=', anyOf(courses.map(({ id }) => id)))
    .execute();
  return new Map(rows.map(({ course_id, nickname }) => [course_id, nickname]));
}
