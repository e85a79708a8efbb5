/** The parameters of `calendar_event[…]` → what an event becomes, said once for making and changing events. */
import { mayManageCalendar } from '../../domain/calendar-access.ts';
import { type Calendar, calendarCode, codeOf, findCalendar } from '../../domain/calendar-contexts.ts';
import {
  type ChildTime,
  childrenOf,
  type EventFields,
  refuseLongTexts,
} from '../../domain/calendar-events.ts';
import { sanitizeHtml } from '../../domain/html.ts';
import { InvalidRecord } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import type { Params } from '../../http/operation.ts';

export type EventParams = NonNullable<Params<'POST /api/v1/calendar_events'>['calendar_event']>;

const copied = [
  'title',
  'start_at',
  'end_at',
  'all_day',
  'time_zone_edited',
  'location_name',
  'location_address',
  'important_dates',
  'blackout_date',
  'comments',
  'participants_per_appointment',
  'provided_by',
  'external_id',
  'provider_contact',
] as const satisfies readonly (keyof EventParams & keyof EventFields)[];

/** What is said of an event itself, neither how it comes again nor of its sections. @throws InvalidRecord */
export function fieldsOf(params: EventParams): EventFields {
  const fields: Record<string, unknown> = {};
  for (const name of copied) if (params[name] !== undefined) fields[name] = params[name];
  if (params.description !== undefined) {
    fields['description'] = params.description && sanitizeHtml(params.description);
  }
  const given = fields as EventFields;
  refuseLongTexts(given);
  return given;
}

const invalid = (message: string) => new InvalidRecord({ child_event_data: [message] });

/**
 * The times of sections that a request gives; undefined where it says nothing of them.
 *
 * @param eventId of an event that has some already: what isn't changed needs no right
 */
export async function childTimes(
  ctx: Context,
  calendar: Calendar,
  { child_event_data, remove_child_events }: EventParams,
  eventId?: number,
): Promise<ChildTime[] | undefined> {
  if (!child_event_data) return remove_child_events ? [] : undefined;
  const given = Object.values(child_event_data);
  if (given.length === 0) return remove_child_events ? [] : undefined;
  const codes = given.map(({ context_code }) => context_code ?? '');
  if (new Set(codes).size < codes.length) throw invalid('Duplicate child event contexts');
  const present = eventId === undefined ? [] : await childrenOf(ctx, [eventId]);
  return await Promise.all(
    given.map(async ({ context_code, start_at = null, end_at = null }) => {
      const section = context_code ? await findCalendar(ctx, context_code) : undefined;
      if (section?.type !== 'CourseSection' || `course_${section.course.id}` !== codeOf(calendar)) {
        throw invalid('Invalid child event context');
      }
      const isUnchanged = present.some(
        (child) =>
          calendarCode(child) === context_code && child.start_at === start_at && child.end_at === end_at,
      );
      if (!isUnchanged && !(await mayManageCalendar(ctx, section))) {
        throw invalid('Invalid child event context');
      }
      return { calendar: section, start_at, end_at };
    }),
  );
}
