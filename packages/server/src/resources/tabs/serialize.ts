import { type CourseRow, courseAccesses } from '../../domain/course-access.ts';
import type { CourseAccess } from '../../domain/course-rights.ts';
import { courseSettings } from '../../domain/course-settings.ts';
import type { Context } from '../../http/context.ts';
import { type CourseTabsOptions, courseTabs } from './course-tabs.ts';
import type { TabEntry } from './entry.ts';
import type { Tab } from './schema.ts';
import { usedTabs } from './used-tabs.ts';

export { tabsOfGroup } from './group-tabs.ts';

/** The tabs in the order given, each with its place. */
export const serializeTabs = (ctx: Context, entries: readonly TabEntry[]): Tab[] =>
  entries.map((entry, index) => serializeTab(ctx, entry, index + 1));

export function serializeTab(ctx: Context, entry: TabEntry, position: number): Tab {
  const { id, path, hidden, unused, label } = entry;
  return {
    id,
    html_url: path,
    full_url: ctx.url(path),
    position,
    ...(hidden && { hidden }),
    ...(unused && { unused }),
    visibility: id === 'settings' || unused || hidden ? 'admins' : (entry.visibility ?? 'public'),
    label,
    type: 'internal',
  };
}

/** The tabs of each of some courses, for the caller: `include[]=tabs`. */
export async function tabsOfCourses(
  ctx: Context,
  courses: readonly CourseRow[],
  options?: CourseTabsOptions,
): Promise<(course: CourseRow) => TabEntry[]> {
  const [accesses, settingsOf, usedIn] = await Promise.all([
    courseAccesses(ctx, courses),
    courseSettings(ctx, courses),
    usedTabs(
      ctx,
      courses.map(({ id }) => id),
    ),
  ]);
  return (course) =>
    courseTabs(
      course,
      accesses.get(course.id) as CourseAccess,
      settingsOf(course),
      usedIn(course.id),
      options,
    );
}
