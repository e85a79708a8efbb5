import type { AssignmentRow } from '../../domain/assignment-access.ts';
import type { PlacedEvent } from '../../domain/calendar-access.ts';
import { eventsById, placed } from '../../domain/calendar-events.ts';
import { NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';

/** A calendar event in whatever state. Throws NotFound. */
export async function findEvent(ctx: Context, text: string): Promise<PlacedEvent> {
  const id = parseNumber(text);
  const rows = id === undefined ? [] : await eventsById(ctx, [id]);
  const [event] = await placed(ctx, rows);
  if (!event) throw new NotFound();
  return event;
}

/** What `assignment_42` names. */
export const assignmentId = (text: string): number | undefined => {
  const [, id] = /^assignment_(.*)/.exec(text) ?? [];
  return id === undefined ? undefined : (parseNumber(id) ?? 0);
};

/** An assignment that isn't deleted. Throws NotFound. */
export async function findAssignmentById(ctx: Context, id: number): Promise<AssignmentRow> {
  const row = await ctx.db
    .selectFrom('assignments')
    .selectAll()
    .where('id', '=', id)
    .where('workflow_state', '<>', 'deleted')
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return row;
}
