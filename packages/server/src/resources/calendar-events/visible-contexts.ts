import { mayManageCalendar } from '../../domain/calendar-access.ts';
import { type Calendar, codeOf } from '../../domain/calendar-contexts.ts';
import { activeCalendarsOf } from '../../domain/calendar-feeds.ts';
import { courseAccess } from '../../domain/course-access.ts';
import { activeSections } from '../../domain/course-sections.ts';
import { sectionGrants, seesSection } from '../../domain/section-rights.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { Anything, List, Shape } from '../../http/schema.ts';
import { calendarName } from './calendar-name.ts';

export default operation('GET /api/v1/calendar_events/visible_contexts', {
  summary: 'The calendars that I can look at, and which of them I do',
  requires: 'user',
  returns: Shape({ contexts: List(Anything) }),
  async handle({ ctx }) {
    const selected = ctx.me.preferences['selected_calendar_contexts'];
    const codes = new Set(Array.isArray(selected) ? selected.map(String) : []);
    const calendars = await activeCalendarsOf(ctx);
    const nameOf = await calendarName(ctx, calendars);
    const contexts = await Promise.all(
      calendars.map(async (calendar) => ({
        id: String(calendar.id),
        name: nameOf(calendar),
        asset_string: codeOf(calendar),
        color: colorOf(ctx, codeOf(calendar)),
        selected: codes.has(codeOf(calendar)),
        allow_observers_in_appointment_groups: false,
        can_create_appointment_groups: calendar.type === 'Course' && (await mayManageCalendar(ctx, calendar)),
        ...(calendar.type === 'Course' && { sections: await sectionsOf(ctx, calendar, codes) }),
      })),
    );
    return { contexts };
  },
});

function colorOf(ctx: Context, code: string): unknown {
  const colors = ctx.me.preferences['custom_colors'];
  return (colors && typeof colors === 'object' && !Array.isArray(colors) && colors[code]) || null;
}

async function sectionsOf(
  ctx: Context,
  { course }: Calendar & { type: 'Course' },
  selected: ReadonlySet<string>,
): Promise<object[]> {
  const access = await courseAccess(ctx, course);
  const sections = await activeSections(ctx, course);
  return sections
    .filter(({ id }) => seesSection(access, id))
    .map(({ id, name }) => ({
      id: String(id),
      name,
      asset_string: `course_section_${id}`,
      selected: selected.has(`course_section_${id}`),
      can_create_appointment_groups: sectionGrants('manage_calendar', { sectionId: id, course: access }),
    }));
}
