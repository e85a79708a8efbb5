import { mayToEvent, type PlacedEvent } from '../../domain/calendar-access.ts';
import {
  type AppointmentGroup,
  eligibleParticipant,
  mayManageAppointments,
  type Participant,
  participantFor,
} from '../../domain/calendar-appointments.ts';
import { ReservationRefused, reservationsOf, reserve } from '../../domain/calendar-reservations.ts';
import { demand } from '../../domain/demand.ts';
import { NotFound, Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { operation } from '../../http/operation.ts';
import { assignmentId, findEvent } from './load.ts';
import { refusePast } from './past.ts';
import { CalendarEvent } from './schema.ts';
import { serializeEvent, showEvents } from './serialize.ts';

interface Wish {
  participant_id?: string | null;
  comments?: string | null;
  cancel_existing?: boolean;
}

async function signUp(ctx: Context, slotId: string, wish: Wish) {
  if (assignmentId(slotId) !== undefined) throw new NotFound();
  const slot = await findEvent(ctx, slotId);
  await demand(ctx, mayToEvent(ctx, slot, 'reserve'));
  await refusePast(ctx, slot);
  const { appointments } = slot.calendar as PlacedEvent['calendar'] & { type: 'AppointmentGroup' };
  const participant = await chosen(ctx, appointments, wish.participant_id);
  try {
    if (!participant) throw new ReservationRefused('invalid participant');
    const reservation = await reserve(ctx, slot.row.id, appointments, {
      participant,
      comments: wish.comments ?? null,
      cancelExisting: wish.cancel_existing === true,
    });
    return await serializeEvent(ctx, reservation);
  } catch (error) {
    if (!(error instanceof ReservationRefused)) throw error;
    const own = participant ? await reservationsOf(ctx, appointments, participant) : [];
    const reservations = await showEvents(ctx, own);
    throw new Refusal(400, [
      { attribute: 'reservation', type: 'calendar_event', message: error.message, reservations },
    ]);
  }
}

/** Managers name whom they like; others only themselves, or their group. */
async function chosen(
  ctx: Context,
  group: AppointmentGroup,
  named: string | null | undefined,
): Promise<Participant | undefined> {
  const id = named ? (parseNumber(named) ?? 0) : undefined;
  if (id !== undefined && (await mayManageAppointments(ctx, group))) {
    return await eligibleParticipant(ctx, group, id);
  }
  const own = await participantFor(ctx, group);
  return id === undefined || own?.id === id ? own : undefined;
}

export const reserveSlot = operation('POST /api/v1/calendar_events/{id}/reservations', {
  summary: 'Sign up for a slot',
  requires: 'public',
  returns: CalendarEvent,
  handle: ({ ctx, path, params }) => signUp(ctx, path.id, params),
});

export const reserveSlotFor = operation('POST /api/v1/calendar_events/{id}/reservations/{participant_id}', {
  summary: 'Sign somebody up for a slot',
  requires: 'public',
  returns: CalendarEvent,
  handle: ({ ctx, path, params }) => signUp(ctx, path.id, { ...params, participant_id: path.participant_id }),
});
