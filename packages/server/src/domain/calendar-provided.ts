/**
 * Events that another system provides, which is Easel's own: they are known by `provided_by` and `external_id`, once in
 * a calendar, and only whoever manages the calendar by an account role changes them.
 */
import { InvalidRecord, Refusal } from '../errors.ts';
import type { Context } from '../http/context.ts';
import { mayProvide, type PlacedEvent } from './calendar-access.ts';
import type { EventFields } from './calendar-events.ts';

/** @throws Refusal (403) that says whose the event is, and whom to ask */
export async function refuseProvided(ctx: Context, event: PlacedEvent): Promise<void> {
  const holder = event.row.provided_by === null ? event.parent : event;
  if (!holder?.row.provided_by || (await mayProvide(ctx, event.calendar))) return;
  const { provided_by, provider_contact } = holder.row;
  const whom = provider_contact ?? `an administrator of ${ctx.rootAccount.name}`;
  const message = `This event is provided by ${provided_by} and can’t be changed here. Ask ${whom}.`;
  throw new Refusal(403, { status: 'unauthorized', errors: [{ message, provided_by, provider_contact }] });
}

/** Whether a request says who provides an event. @throws InvalidRecord where it says half of it */
export function isProvided({ provided_by, external_id }: EventFields): boolean {
  if (!provided_by !== !external_id) {
    const missing = provided_by ? 'external_id' : 'provided_by';
    throw new InvalidRecord({
      [missing]: [['blank', "can't be blank: provided_by and external_id go together"]],
    });
  }
  return Boolean(provided_by);
}
