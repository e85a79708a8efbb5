import { mayToEvent, type PlacedEvent } from '../../domain/calendar-access.ts';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';

/** Of a slot that is over nobody but its managers signs up or withdraws. */
export async function refusePast(ctx: Context, slot: PlacedEvent): Promise<void> {
  const { end_at } = slot.row;
  if (slot.calendar.type !== 'AppointmentGroup' || end_at === null || end_at >= ctx.now) return;
  if (await mayToEvent(ctx, slot, 'manage')) return;
  throw new Refusal(403, { message: 'Cannot create or change reservation for past appointment' });
}
