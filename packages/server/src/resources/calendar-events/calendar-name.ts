import { anyOf } from '../../db/any-of.ts';
import type { Calendar } from '../../domain/calendar-contexts.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import type { Context } from '../../http/context.ts';

/** What each of some calendars is called: a course by the caller's name for it. */
export async function calendarName(
  ctx: Context,
  calendars: readonly Calendar[],
): Promise<(calendar: Calendar) => string | null> {
  const courses = calendars.flatMap((calendar) => ('course' in calendar ? [calendar.course] : []));
  const nameOf = await courseName(ctx, courses);
  return (calendar) => {
    switch (calendar.type) {
      case 'Course':
      case 'CourseSection':
        return nameOf(calendar.course);
      case 'Group':
        return calendar.group.name;
      case 'User':
        return calendar.user.name;
      case 'Account':
        return calendar.account.name;
      case 'AppointmentGroup':
        return null;
    }
  };
}

export async function courseName(
  ctx: Context,
  courses: readonly CourseRow[],
): Promise<(course: CourseRow) => string> {
  if (!ctx.user || courses.length === 0) return ({ name }) => name;
  const rows = await ctx.db
    .selectFrom('course_nicknames')
    .select(['course_id', 'nickname'])
    .where('user_id', '=', ctx.user.id)
    .where('course_id', '=', anyOf(courses.map(({ id }) => id)))
    .execute();
  const nicknames = new Map(rows.map(({ course_id, nickname }) => [course_id, nickname]));
  return ({ id, name }) => nicknames.get(id) ?? name;
}
