import { mayManageCalendar, mayProvide, type PlacedEvent } from '../../domain/calendar-access.ts';
import {
  type Calendar,
  calendarCode,
  calendarsOf,
  isDeleted,
  namedBy,
} from '../../domain/calendar-contexts.ts';
import { deleteEvent, type EventFields, placed } from '../../domain/calendar-events.ts';
import { CanvasError, Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation, type Params } from '../../http/operation.ts';
import {
  Anything,
  Id,
  List,
  Nullable,
  OneOf,
  Optional,
  Shape,
  type Static,
  Text,
} from '../../http/schema.ts';
import { changeProvided, putProvided } from './provided.ts';
import { fieldsOf } from './write.ts';

const MOST = 1000;

const Outcome = Shape({
  external_id: Nullable(Text),
  context_code: Nullable(Text),
  /** Null where there is none. */
  id: Nullable(Id),
  outcome: OneOf('created', 'updated', 'unchanged', 'deleted', 'absent', 'failed'),
  /** Why it failed, as the answer to it alone would say. */
  error: Optional(Anything),
});
type Outcome = Static<typeof Outcome>;

type Given = NonNullable<Params<'PUT /api/easel/v1/calendar_events/provided'>['events']>[number];

/** Easel's own: a timetable of another system, up to a thousand events of any calendars in one call. */
export default operation('PUT /api/easel/v1/calendar_events/provided', {
  summary:
    'Make, change and delete events that another system provides, each on its own: what fails stops nothing',
  requires: 'user',
  returns: List(Outcome),
  async handle({ ctx, params: { provided_by, provider_contact, events = [] } }) {
    if (!provided_by) throw new Refusal(400, { message: 'provided_by is missing' });
    if (events.length > MOST)
      throw new Refusal(400, { message: `only a maximum of ${MOST} events can be given` });
    const shared = { provided_by, ...(provider_contact !== undefined && { provider_contact }) };
    const calendars = await namedCalendars(ctx, events);
    const present = await presentEvents(ctx, provided_by, events);
    const outcomes: Outcome[] = [];
    for (const event of events) outcomes.push(await putOne(ctx, event, shared, calendars, present));
    return outcomes;
  },
});

async function namedCalendars(ctx: Context, events: readonly Given[]): Promise<Map<string, Calendar>> {
  const names = new Set(events.map(({ context_code }) => context_code ?? ''));
  return await calendarsOf(
    ctx,
    [...names].flatMap((code) => namedBy(code) ?? []),
  );
}

const keyOf = (code: string, id: string) => `${code} ${id}`;

async function presentEvents(
  ctx: Context,
  provider: string,
  events: readonly Given[],
): Promise<Map<string, PlacedEvent>> {
  const rows = await ctx.db
    .selectFrom('calendar_events')
    .selectAll()
    .where('provided_by', '=', provider)
    .where('external_id', 'in', ['', ...events.map(({ external_id }) => external_id ?? '')])
    .where('workflow_state', '<>', 'deleted')
    .orderBy('id')
    .forUpdate()
    .execute();
  const found = await placed(ctx, rows);
  return new Map(found.map((event) => [keyOf(calendarCode(event.row), event.row.external_id ?? ''), event]));
}

async function putOne(
  ctx: Context,
  { context_code = null, external_id = null, deleted, ...given }: Given,
  shared: EventFields,
  calendars: ReadonlyMap<string, Calendar>,
  present: Map<string, PlacedEvent>,
): Promise<Outcome> {
  const about = { external_id, context_code };
  const failed = (error: unknown): Outcome => ({ ...about, id: null, outcome: 'failed', error });
  if (!external_id) return failed({ message: 'external_id is missing' });
  const calendar = calendars.get(context_code ?? '');
  if (!calendar || isDeleted(calendar)) return failed({ message: 'context_code names no calendar' });
  if (!(await mayManageCalendar(ctx, calendar)) || !(await mayProvide(ctx, calendar))) {
    return failed({ message: 'user not authorized to perform that action' });
  }
  const key = keyOf(context_code ?? '', external_id);
  const known = present.get(key);
  if (deleted) {
    if (!known) return { ...about, id: null, outcome: 'absent' };
    await deleteEvent(ctx, known);
    present.delete(key);
    return { ...about, id: known.row.id, outcome: 'deleted' };
  }
  try {
    const fields = { ...fieldsOf(given), ...shared, external_id };
    const { row, outcome } = known
      ? await changeProvided(ctx, known.row, fields)
      : await putProvided(ctx, calendar, fields);
    present.set(key, known ? { ...known, row } : { row, calendar, childrenCount: 0 });
    return { ...about, id: row.id, outcome };
  } catch (error) {
    if (error instanceof CanvasError) return failed(error.body);
    throw error;
  }
}
