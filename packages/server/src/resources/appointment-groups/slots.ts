import { anyOf } from '../../db/any-of.ts';
import { type AppointmentGroup, courseCodes } from '../../domain/calendar-appointments.ts';
import { childrenOf, slotsOf } from '../../domain/calendar-events.ts';
import type { Context } from '../../http/context.ts';

/** Slots and reservations are called as their group, and stand under its courses. */
export async function renameSlots(ctx: Context, group: AppointmentGroup): Promise<void> {
  const { title, description, location_name, location_address } = group;
  const slots = await idsOf(ctx, group);
  const children = (await childrenOf(ctx, slots)).map(({ id }) => id);
  const named = { title, description, location_name, location_address };
  await ctx.db
    .updateTable('calendar_events')
    .set({ ...named, effective_context_codes: courseCodes(group) })
    .where('id', '=', anyOf(slots))
    .execute();
  await ctx.db.updateTable('calendar_events').set(named).where('id', '=', anyOf(children)).execute();
}

/** With who has signed up. */
export async function deleteSlots(ctx: Context, group: AppointmentGroup): Promise<void> {
  const slots = await idsOf(ctx, group);
  const children = (await childrenOf(ctx, slots)).map(({ id }) => id);
  await ctx.db
    .updateTable('calendar_events')
    .set({ workflow_state: 'deleted', updated_at: ctx.now })
    .where('id', '=', anyOf([...slots, ...children]))
    .execute();
}

const idsOf = async (ctx: Context, { id }: AppointmentGroup): Promise<number[]> =>
  (await slotsOf(ctx, [id])).map((slot) => slot.id);
