/** Signing up for a slot, however many do so at once. Source: reserve_for of Canvas's CalendarEvent. */
import type { Transaction } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type { Tables } from '../db/tables/index.ts';
import type { Context } from '../http/context.ts';
import type { EventRow, PlacedEvent } from './calendar-access.ts';
import { type AppointmentGroup, courseCodes, type Participant } from './calendar-appointments.ts';
import { childrenOf, deleteEvent, eventsById, placed } from './calendar-events.ts';

/** Why nobody is signed up, in Canvas's words. */
export class ReservationRefused extends Error {
  override readonly name = 'ReservationRefused';
}

/** What a participant has of an appointment group, by start. */
export async function reservationsOf(
  ctx: Context,
  group: Pick<AppointmentGroup, 'id'>,
  participant: Participant,
): Promise<EventRow[]> {
  return await ctx.db
    .selectFrom('calendar_events')
    .innerJoin('calendar_events as slots', 'slots.id', 'calendar_events.parent_calendar_event_id')
    .selectAll('calendar_events')
    .where('slots.context_type', '=', 'AppointmentGroup')
    .where('slots.context_id', '=', group.id)
    .where('slots.workflow_state', '<>', 'deleted')
    .where('calendar_events.context_type', '=', participant.type)
    .where('calendar_events.context_id', '=', participant.id)
    .where('calendar_events.workflow_state', '<>', 'deleted')
    .orderBy('calendar_events.start_at')
    .orderBy('calendar_events.id')
    .execute();
}

export interface ReservationWish {
  participant: Participant;
  comments: string | null;
  cancelExisting: boolean;
}

/**
 * Whoever comes second waits until the first is signed up or refused, and then counts anew.
 *
 * @throws ReservationRefused
 */
export async function reserve(ctx: Context, slotId: number, group: AppointmentGroup, wish: ReservationWish) {
  const { participant } = wish;
  await lockParticipant(ctx, participant);
  const existing = await reservationsOf(ctx, group, participant);
  // All at once and in one order, so that two who swap their slots don't wait for each other.
  const slots = await lockSlots(ctx, [slotId, ...existing.map((each) => each.parent_calendar_event_id ?? 0)]);
  const slot = slots.find(({ id }) => id === slotId) as EventRow;
  if (slot.workflow_state === 'deleted') throw new ReservationRefused('not an appointment');
  const kept = wish.cancelExisting ? await cancel(ctx, existing) : existing;
  const taken = await childrenOf(ctx, [slotId]);
  refuseFull(group, slot, kept, taken, participant);
  return await signUp(ctx, slot, group, wish);
}

async function lockParticipant(ctx: Context, { type, id }: Participant): Promise<void> {
  const table = type === 'User' ? 'users' : 'groups';
  await (ctx.db as Transaction<Tables>)
    .selectFrom(table)
    .select('id')
    .where('id', '=', id)
    .forNoKeyUpdate()
    .execute();
}

const lockSlots = (ctx: Context, ids: readonly number[]): Promise<EventRow[]> =>
  ctx.db
    .selectFrom('calendar_events')
    .selectAll()
    .where('id', '=', anyOf(ids))
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();

/** @returns what is left: nothing */
async function cancel(ctx: Context, reservations: readonly EventRow[]): Promise<EventRow[]> {
  if (reservations.some(({ end_at }) => end_at !== null && end_at < ctx.now)) {
    throw new ReservationRefused('cannot cancel past reservation');
  }
  for (const event of await placed(ctx, reservations)) await deleteEvent(ctx, event);
  return [];
}

function refuseFull(
  group: AppointmentGroup,
  slot: EventRow,
  own: readonly EventRow[],
  taken: readonly EventRow[],
  { type, id }: Participant,
): void {
  const most = group.max_appointments_per_participant;
  if (most !== null && own.length >= most) {
    throw new ReservationRefused('participant has met per-participant limit');
  }
  const places = slot.participants_per_appointment ?? group.participants_per_appointment;
  if (places !== null && taken.length >= places) throw new ReservationRefused('all slots filled');
  if (taken.some(({ context_type, context_id }) => context_type === type && context_id === id)) {
    throw new ReservationRefused('participant has already reserved this appointment');
  }
}

async function signUp(
  ctx: Context,
  slot: EventRow,
  group: AppointmentGroup,
  { participant, comments }: ReservationWish,
): Promise<PlacedEvent> {
  const { title, description, location_name, location_address, important_dates, start_at, end_at } = slot;
  const row = await ctx.db
    .insertInto('calendar_events')
    .values({
      context_type: participant.type,
      context_id: participant.id,
      parent_calendar_event_id: slot.id,
      effective_context_codes: participant.type === 'User' ? courseCodes(group) : [],
      user_id: ctx.me.id,
      ...{ title, description, location_name, location_address, important_dates, start_at, end_at },
      workflow_state: 'locked',
      comments,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await ctx.db
    .updateTable('calendar_events')
    .set({ workflow_state: 'locked', updated_at: ctx.now })
    .where('id', '=', slot.id)
    .where('workflow_state', '=', 'active')
    .execute();
  const [event] = await placed(ctx, await eventsById(ctx, [row.id]));
  return event as PlacedEvent;
}
