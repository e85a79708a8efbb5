import { mayToEvent, type PlacedEvent } from '../../domain/calendar-access.ts';
import { deleteEvent, placed, slotsOf } from '../../domain/calendar-events.ts';
import { refuseProvided } from '../../domain/calendar-provided.ts';
import { demand } from '../../domain/demand.ts';
import { NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { Either, List } from '../../http/schema.ts';
import { assignmentId, findEvent } from './load.ts';
import { refusePast } from './past.ts';
import { CalendarEvent } from './schema.ts';
import { serializeEvent, showEvents } from './serialize.ts';
import { askedWhich, liveSeries } from './series.ts';
import { shortenTo } from './update-series.ts';

export default operation('DELETE /api/v1/calendar_events/{id}', {
  summary: 'Delete an event, one or several of its series, a slot, or a reservation',
  requires: 'public',
  returns: Either(CalendarEvent, List(CalendarEvent)),
  async handle({ ctx, path, params: { which } }) {
    if (assignmentId(path.id) !== undefined) throw new NotFound();
    const event = await findEvent(ctx, path.id);
    if (event.row.series_uuid !== null) return await deleteSeries(ctx, event, which);
    await refuseUndeletable(ctx, event);
    const row = await deleteEvent(ctx, event);
    await deleteEmptyGroup(ctx, event);
    return await serializeEvent(ctx, { ...event, row, childrenCount: 0 });
  },
});

async function refuseUndeletable(ctx: Context, event: PlacedEvent): Promise<void> {
  await demand(ctx, mayToEvent(ctx, event, 'delete'));
  await refuseProvided(ctx, event);
  if (event.parent) await refusePast(ctx, event.parent);
}

/** @returns those that are gone, and then, where the rest of a series is deleted, what is left of it */
async function deleteSeries(ctx: Context, target: PlacedEvent, which: string | null | undefined) {
  const scope = askedWhich(which);
  const series = await liveSeries(ctx, target.row, ['active', 'locked']);
  const isMeant = {
    one: (id: number) => id === target.row.id,
    all: () => true,
    following: (_id: number, start: string | null) => (start ?? '') >= (target.row.start_at ?? ''),
  }[scope];
  const meant = await placed(
    ctx,
    series.filter(({ id, start_at }) => isMeant(id, start_at)),
  );
  if (meant.length === 0) throw new NotFound();
  for (const event of meant) await refuseUndeletable(ctx, event);
  const deleted = [];
  for (const event of meant) deleted.push(await deleteEvent(ctx, event));
  const left = series.filter(({ id }) => !meant.some(({ row }) => row.id === id));
  const front = scope === 'following' ? await shortenTo(ctx, left) : [];
  return await showEvents(ctx, [...deleted, ...front], { include: ['series_natural_language'] });
}

/** An appointment group that has lost its last slot goes too. */
async function deleteEmptyGroup(ctx: Context, { calendar }: PlacedEvent): Promise<void> {
  if (calendar.type !== 'AppointmentGroup' || (await slotsOf(ctx, [calendar.id])).length > 0) return;
  await ctx.db
    .updateTable('appointment_groups')
    .set({ workflow_state: 'deleted', updated_at: ctx.now })
    .where('id', '=', calendar.id)
    .execute();
}
