import { anyOf } from '../../db/any-of.ts';
import type { EventRow } from '../../domain/calendar-access.ts';
import { type AppointmentGroup, withPlaces } from '../../domain/calendar-appointments.ts';
import { childrenOf, slotsOf } from '../../domain/calendar-events.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { operation } from '../../http/operation.ts';
import { List } from '../../http/schema.ts';
import { CalendarEvent } from '../calendar-events/schema.ts';
import { showEvents } from '../calendar-events/serialize.ts';
import { reservable } from './find.ts';

export default operation('GET /api/v1/appointment_groups/next_appointment', {
  summary: 'The next slot that I can sign up for, if there is one',
  requires: 'user',
  returns: List(CalendarEvent),
  async handle({ ctx, params: { appointment_group_ids: ids } }) {
    const named = ids?.map((id) => parseNumber(id) ?? 0);
    const rows = await reservable(ctx, { codes: undefined, includePast: false })
      .$if(named !== undefined, (query) => query.where('appointment_groups.id', '=', anyOf(named ?? [])))
      .execute();
    const slot = await nextFree(ctx, await withPlaces(ctx, rows));
    return await showEvents(ctx, slot ? [slot] : []);
  },
});

async function nextFree(ctx: Context, groups: readonly AppointmentGroup[]): Promise<EventRow | undefined> {
  const slots = await slotsOf(
    ctx,
    groups.map(({ id }) => id),
  );
  const taken = await childrenOf(
    ctx,
    slots.map(({ id }) => id),
  );
  const bySlot = Map.groupBy(taken, ({ parent_calendar_event_id }) => parent_calendar_event_id ?? 0);
  const limits = new Map(groups.map((group) => [group.id, group.participants_per_appointment]));
  return slots.find((slot) => {
    const children = bySlot.get(slot.id) ?? [];
    const limit = slot.participants_per_appointment ?? limits.get(slot.context_id) ?? null;
    const isMine = children.some(
      ({ context_type, context_id }) => context_type === 'User' && context_id === ctx.me.id,
    );
    return !isMine && (limit === null || children.length < limit);
  });
}
