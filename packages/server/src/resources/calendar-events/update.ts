import { courseOf, forgetAssignmentAccess, mayToAssignment } from '../../domain/assignment-access.ts';
import { updateAssignment } from '../../domain/assignment-writing.ts';
import { mayManageCalendar, mayProvide, mayToEvent, type PlacedEvent } from '../../domain/calendar-access.ts';
import { type Calendar, codeOf, findCalendar, isDeleted } from '../../domain/calendar-contexts.ts';
import { replaceChildren, updateEvent } from '../../domain/calendar-events.ts';
import { isProvided, refuseProvided } from '../../domain/calendar-provided.ts';
import { refuseOverlaps } from '../../domain/calendar-slots.ts';
import { demand } from '../../domain/demand.ts';
import { MissingParameter, NotFound, Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { Either, List } from '../../http/schema.ts';
import { serializeAssignmentEvent } from './assignment-events.ts';
import { assignmentId, findAssignmentById, findEvent } from './load.ts';
import { AssignmentEvent, CalendarEvent } from './schema.ts';
import { showEvents } from './serialize.ts';
import { beginSeries, updateSeries } from './update-series.ts';
import { childTimes, type EventParams, fieldsOf } from './write.ts';

export default operation('PUT /api/v1/calendar_events/{id}', {
  summary: 'Change an event, one or several of its series, or the due date of an assignment',
  // What the id names decides what right it takes.
  requires: 'public',
  returns: Either(CalendarEvent, AssignmentEvent, List(CalendarEvent)),
  async handle({ ctx, path, params: { calendar_event: params, which } }) {
    const id = assignmentId(path.id);
    if (id !== undefined) return await moveAssignment(ctx, id, params);
    const event = await findEvent(ctx, path.id);
    await demand(ctx, mayToEvent(ctx, event, 'update'));
    await refuseProvided(ctx, event);
    if (!params) throw new MissingParameter('calendar_event');
    const moved = await inPlace(ctx, event, params.context_code);
    const fields = fieldsOf(params);
    const saysProvider = [fields.provided_by, fields.external_id].some((value) => value !== undefined);
    if (saysProvider) {
      isProvided({ ...moved.row, ...fields });
      await demand(ctx, mayProvide(ctx, moved.calendar));
    }
    if (moved.row.series_uuid !== null) return await updateSeries(ctx, moved, fields, params.rrule, which);
    if (params.rrule) return await beginSeries(ctx, moved, fields, params.rrule);
    return await updateOne(ctx, moved, params);
  },
});

async function moveAssignment(ctx: Context, id: number, params: EventParams | undefined) {
  const assignment = await findAssignmentById(ctx, id);
  await demand(ctx, mayToAssignment(ctx, assignment, 'update'));
  if (!params) throw new MissingParameter('calendar_event');
  const course = await courseOf(ctx, assignment);
  const changed = await updateAssignment(ctx, course, assignment, { due_at: params.start_at ?? null });
  forgetAssignmentAccess(ctx);
  return await serializeAssignmentEvent(ctx, changed);
}

/** The event where the request wants it, stored there at once. */
async function inPlace(
  ctx: Context,
  event: PlacedEvent,
  code: string | null | undefined,
): Promise<PlacedEvent> {
  if (!code) return event;
  const calendar = await findCalendar(ctx, code);
  if (!calendar || isDeleted(calendar)) throw new NotFound();
  if (codeOf(calendar) !== codeOf(event.calendar)) refuseMoving(event);
  await demand(ctx, mayManageCalendar(ctx, calendar));
  if (codeOf(calendar) === codeOf(event.calendar)) return event;
  if (event.row.provided_by !== null) await demand(ctx, mayProvide(ctx, calendar));
  const row = await ctx.db
    .updateTable('calendar_events')
    .set({ context_type: calendar.type, context_id: calendar.id, effective_context_codes: codesIn(calendar) })
    .where('id', '=', event.row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return { ...event, row, calendar };
}

const codesIn = (calendar: Calendar): string[] =>
  calendar.type === 'CourseSection' ? [`course_${calendar.course.id}`] : [];

function refuseMoving({ row, calendar, childrenCount }: PlacedEvent): void {
  if (calendar.type === 'AppointmentGroup') {
    throw new Refusal(400, { message: 'Cannot move Scheduler appointments between calendars' });
  }
  const isOfSections =
    row.parent_calendar_event_id !== null || childrenCount > 0 || row.effective_context_codes.length > 0;
  if (isOfSections) {
    throw new Refusal(400, { message: 'Cannot move events with section-specific times between calendars' });
  }
}

async function updateOne(ctx: Context, event: PlacedEvent, params: EventParams) {
  const fields = fieldsOf(params);
  const times = await childTimes(ctx, event.calendar, params, event.row.id);
  if (event.calendar.type === 'AppointmentGroup') {
    const { id, start_at, end_at } = { ...event.row, ...fields };
    await refuseOverlaps(ctx, event.calendar.appointments, [{ id, start_at, end_at: end_at ?? start_at }]);
  }
  const changed = await updateEvent(ctx, event, fields, { again: params.remove_child_events === true });
  const shown = times ? await replaceChildren(ctx, changed, times) : changed;
  const [json] = await showEvents(ctx, [shown]);
  return json as CalendarEvent;
}
