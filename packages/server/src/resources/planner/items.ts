import { sql } from 'kysely';
import { mayReadCalendar } from '../../domain/calendar-access.ts';
import { type Calendar, calendarsOf, namedBy } from '../../domain/calendar-contexts.ts';
import { activeCalendarsOf } from '../../domain/calendar-feeds.ts';
import type { Range } from '../../domain/calendar-listing.ts';
import { callersZone } from '../../domain/callers-zone.ts';
import { courseAccess, mayInCourse } from '../../domain/course-access.ts';
import { demand } from '../../domain/demand.ts';
import { mayToUser } from '../../domain/user-access.ts';
import { Refusal, Unauthorized } from '../../errors.ts';
import { anonymous, Context, type User } from '../../http/context.ts';
import { InvalidDate, validateDateParam } from '../../http/date-time.ts';
import { operation, type Params } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { findUser, user } from '../users/load.ts';
import {
  assignmentsFound,
  eventsFound,
  type Found,
  notesFound,
  type Places,
  pagesFound,
  reviewsFound,
  topicsFound,
} from './items-found.ts';
import { keyOf, PlannerItem, showItems } from './items-shown.ts';

type ItemParams = Params<'GET /api/v1/planner/items'>;

export const listItems = operation('GET /api/v1/planner/items', {
  summary: 'What stands in my planner, or in that of somebody whom I observe',
  // What is to be read in a course with an open syllabus is open too.
  requires: 'public',
  returns: List(PlannerItem),
  async handle({ ctx, params }) {
    const { observed_user_id } = params;
    await demand(ctx, ctx.user !== null || params.filter === 'all_ungraded_todo_items');
    if (!observed_user_id) return await listOf(ctx, ctx, params);
    const observed = await findUser(ctx, observed_user_id);
    const codes = await observedCodes(ctx, observed, params.context_codes ?? []);
    return await listOf(ctx, asReader(ctx, observed), { ...params, context_codes: codes });
  },
});

export const listItemsOfUser = operation('GET /api/v1/users/{user_id}/planner/items', {
  summary: 'What stands in somebody’s planner',
  load: { user: user('user_id') },
  requires: 'user',
  returns: List(PlannerItem),
  async handle({ ctx, user, params }) {
    if (user.id === ctx.me.id) return await listOf(ctx, ctx, params);
    await demand(ctx, mayToUser(ctx, user, 'read_as_parent'));
    return await listOf(ctx, asReader(ctx, user), params);
  },
});

const asReader = (ctx: Context, user: User): Context =>
  new Context({ ...ctx, caller: { ...anonymous, user } });

/** Courses in which the caller observes that user; other codes drop out. */
async function observedCodes(ctx: Context, { id }: User, codes: readonly string[]): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('enrollments')
    .select('course_id')
    .where('user_id', '=', ctx.me.id)
    .where('type', '=', 'ObserverEnrollment')
    .where('associated_user_id', '=', id)
    .where('workflow_state', '=', 'active')
    .execute();
  const courses = new Set(rows.map(({ course_id }) => `course_${course_id}`));
  const valid = codes.filter((code) => courses.has(code));
  if (valid.length === 0) throw new Unauthorized();
  return valid;
}

async function listOf(ctx: Context, reader: Context, params: ItemParams): Promise<PlannerItem[]> {
  const range = askedRange(ctx, params);
  const places = { calendars: await askedCalendars(ctx, reader, params), range };
  const found = await itemsFor(reader, places, params.filter);
  const listed = sql<{ key: string; date: string; created_at: string; type: string; id: number }>`(
    select * from jsonb_to_recordset(${JSON.stringify(found.map(refOf))}::jsonb)
      as item(key text, date text, created_at text, type text, id bigint))`.as('items');
  const direction = params.order === 'desc' ? 'desc' : 'asc';
  const rows = await paginate(ctx, ctx.db.selectFrom(listed).selectAll(), {
    kind: 'bookmarks',
    order: [
      { by: 'items.date', direction },
      { by: 'items.created_at', direction },
      { by: 'items.id', direction },
    ],
    key: 'items.type',
    direction,
  });
  const byKey = new Map(found.map((item) => [keyOf(item), item]));
  return await showItems(
    ctx,
    reader,
    rows.flatMap(({ key }) => byKey.get(key) ?? []),
  );
}

const refOf = (found: Found) => ({
  key: keyOf(found),
  date: found.date,
  created_at: found.created_at,
  type: found.type,
  id: found.row.id,
});

async function itemsFor(
  reader: Context,
  places: Places,
  filter: string | null | undefined,
): Promise<Found[]> {
  if (filter === 'ungraded_todo_items' || filter === 'all_ungraded_todo_items') {
    return [...(await pagesFound(reader, places)), ...(await topicsFound(reader, places, false))];
  }
  const graded = await assignmentsFound(reader, places);
  const topics = await topicsFound(reader, places, true);
  if (filter === 'new_activity') {
    const all = [...graded, ...topics];
    const shown = reader.user ? await showItems(reader, reader, all) : [];
    return all.filter((_, index) => shown[index]?.new_activity);
  }
  return [
    ...graded,
    ...topics,
    ...(await pagesFound(reader, places)),
    ...(await notesFound(reader, places)),
    ...(await eventsFound(reader, places)),
    ...(await reviewsFound(reader, places)),
  ];
}

const DAY_MS = 24 * 60 * 60 * 1000;
const TWO_WEEKS = 14;
/** What is open on one side. */
const TEN_YEARS = 3650;

/** Two weeks either way, unless the request says otherwise. */
function askedRange(ctx: Context, params: ItemParams): Range {
  const bound = (name: 'start_date' | 'end_date', which: 'start' | 'end') => {
    const text = params[name];
    if (!text) return undefined;
    try {
      return validateDateParam(name, text, callersZone(ctx), which);
    } catch (error) {
      if (error instanceof InvalidDate) throw new Refusal(400, { errors: error.message });
      throw error;
    }
  };
  const start = bound('start_date', 'start');
  const end = bound('end_date', 'end');
  const days = start || end ? TEN_YEARS : TWO_WEEKS;
  return { start: start ?? daysFrom(ctx.now, -days), end: end ?? daysFrom(ctx.now, days) };
}

const daysFrom = (time: string, days: number): string =>
  `${new Date(Date.parse(time) + days * DAY_MS).toISOString().slice(0, 19)}Z`;

async function askedCalendars(ctx: Context, reader: Context, params: ItemParams): Promise<Calendar[]> {
  if (!params.context_codes) return reader.user ? await usualCalendars(reader, params) : [];
  const named = await calendarsOf(
    ctx,
    params.context_codes.flatMap((code) => namedBy(code) ?? []),
  );
  const isOpen = async (calendar: Calendar): Promise<boolean> =>
    (await mayReadCalendar(reader, calendar)) ||
    (params.filter === 'all_ungraded_todo_items' &&
      calendar.type === 'Course' &&
      (await mayInCourse(reader, calendar.course, 'read_syllabus')));
  const calendars: Calendar[] = [];
  for (const code of new Set(params.context_codes)) {
    const calendar = named.get(code);
    await demand(ctx, calendar !== undefined && (await isOpen(calendar)));
    if (calendar) calendars.push(calendar);
  }
  return calendars;
}

/** Oneself, one's groups, and the courses that one is a student of. */
async function usualCalendars(reader: Context, { include = [] }: ItemParams): Promise<Calendar[]> {
  const all = await activeCalendarsOf(reader, { concluded: include.includes('concluded') });
  const calendars: Calendar[] = [];
  for (const calendar of all) {
    if (calendar.type === 'Account' && !include.includes('account_calendars')) continue;
    if (calendar.type === 'Course') {
      const { enrollments } = await courseAccess(reader, calendar.course);
      if (!enrollments.some(({ type }) => type === 'StudentEnrollment' || type === 'StudentViewEnrollment'))
        continue;
    }
    calendars.push(calendar);
  }
  return calendars;
}
