import type { CourseRow } from '../../domain/course-access.ts';
import { NotFound, Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import type { TabEntry } from './entry.ts';
import { Tab } from './schema.ts';
import { serializeTab, tabsOfCourses } from './serialize.ts';

type Configuration = NonNullable<CourseRow['tab_configuration']>;

export default operation('PUT /api/v1/courses/{course_id}/tabs/{tab_id}', {
  summary: 'Move a tab in the navigation of a course, hide it or bring it back',
  load: { course: course('course_id') },
  requires: { course: 'manage_course_content_edit' },
  returns: Tab,
  async handle({ ctx, course, path: { tab_id }, params: { position, hidden } }) {
    const shown = (await tabsOfCourses(ctx, [course]))(course);
    const place = shown.findIndex(({ id }) => id === tab_id);
    const entry = shown[place];
    // Canvas fails here.
    if (!entry) throw new NotFound();
    if (entry.id === 'home' || entry.id === 'settings') {
      throw new Refusal(400, { error: `${tab_id} is not manageable` });
    }
    const before = configurationOf(course, shown);
    const target = position ?? undefined;
    if (target !== undefined && (target <= 1 || target > before.length)) {
      throw new Refusal(400, { error: 'That tab location is invalid' });
    }
    const changed = { ...entry, hidden: hidden ?? entry.hidden ?? false };
    await save(ctx, course, moved(before, changed, place, target));
    return serializeTab(ctx, changed, target ?? place + 1);
  },
});

/** What was stored, unless there are other tabs than at that time. */
function configurationOf({ tab_configuration }: CourseRow, shown: readonly TabEntry[]): Configuration {
  if (tab_configuration?.length === shown.length) return tab_configuration;
  return shown.map(({ id, hidden }) => ({ id, ...(hidden && { hidden }) }));
}

function moved(
  before: Configuration,
  { id, hidden }: TabEntry,
  place: number,
  target: number | undefined,
): Configuration {
  const at = before.findIndex((tab) => tab.id === id);
  const others = before.filter((tab) => tab.id !== id);
  others.splice(target === undefined ? (at < 0 ? place : at) : target - 1, 0, {
    id,
    ...(hidden && { hidden }),
  });
  return others;
}

async function save(ctx: Context, { id }: CourseRow, configuration: Configuration): Promise<void> {
  await ctx.db
    .updateTable('courses')
    .set({ tab_configuration: JSON.stringify(configuration), updated_at: ctx.now })
    .where('id', '=', id)
    .execute();
}
