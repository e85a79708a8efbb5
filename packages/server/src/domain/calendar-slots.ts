/** The slots of an appointment group. */
import { InvalidRecord } from '../errors.ts';
import type { Context } from '../http/context.ts';
import type { EventRow } from './calendar-access.ts';
import type { AppointmentGroup } from './calendar-appointments.ts';
import { ofAppointments } from './calendar-contexts.ts';
import { draftEvent, type EventFields, insertEvents, slotsOf, spanSlots } from './calendar-events.ts';

export interface SlotTime {
  /** Of a slot that is there already. */
  id?: number;
  start_at: string | null;
  end_at: string | null;
}

/** Adds slots, which are called as their group. @throws InvalidRecord where two overlap or one ends before it begins */
export async function addSlots(
  ctx: Context,
  group: AppointmentGroup,
  times: readonly SlotTime[],
  fields: EventFields = {},
): Promise<EventRow[]> {
  await refuseOverlaps(ctx, group, times);
  const { title, description, location_name, location_address } = group;
  const drafts = times.map(({ start_at, end_at }) =>
    draftEvent(ctx, ofAppointments(group), {
      ...fields,
      title,
      description,
      location_name,
      location_address,
      start_at,
      end_at,
    }),
  );
  const slots = await insertEvents(ctx, drafts);
  await spanSlots(ctx, group.id);
  return slots;
}

/** @throws InvalidRecord in Canvas's words */
export async function refuseOverlaps(
  ctx: Context,
  group: AppointmentGroup,
  changed: readonly SlotTime[],
): Promise<void> {
  const ids = new Set(changed.map(({ id }) => id));
  const present: SlotTime[] = (await slotsOf(ctx, [group.id])).filter(({ id }) => !ids.has(id));
  const all = [...present, ...changed].sort((a, b) => ((a.start_at ?? '') < (b.start_at ?? '') ? -1 : 1));
  const errors = all.flatMap(({ start_at, end_at }, index) => {
    const previous = all[index - 1]?.end_at;
    return [
      ...((end_at ?? '') < (start_at ?? '') ? ['Appointment end time precedes start time'] : []),
      ...(previous && (start_at ?? '') < previous ? ['Appointments overlap'] : []),
    ];
  });
  if (errors.length > 0) throw new InvalidRecord({ appointments: errors });
}
