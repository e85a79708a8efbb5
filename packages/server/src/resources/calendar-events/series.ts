/** Which events of a series a request means. */
import type { EventRow } from '../../domain/calendar-access.ts';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';

export type Which = 'one' | 'all' | 'following';

/** @throws Refusal for another word */
export function askedWhich(which: string | null | undefined): Which {
  const asked = which || 'one';
  if (asked === 'one' || asked === 'all' || asked === 'following') return asked;
  throw new Refusal(400, { error: `Invalid parameter which='${asked}'` });
}

/** All that can be changed of the series of an event, in order of their ids; locked so that two changes don't mix. */
export async function liveSeries(
  ctx: Context,
  { series_uuid }: EventRow,
  states: readonly EventRow['workflow_state'][] = ['active'],
): Promise<EventRow[]> {
  if (series_uuid === null) return [];
  return await ctx.db
    .selectFrom('calendar_events')
    .selectAll()
    .where('series_uuid', '=', series_uuid)
    .where('workflow_state', 'in', [...states])
    .orderBy('id')
    .forUpdate()
    .execute();
}
