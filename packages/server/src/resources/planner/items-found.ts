/** What stands in somebody's planner between two moments. Source: planner_items of Canvas's controller. */
import { type RawBuilder, sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { AssignmentRow } from '../../domain/assignment-dates.ts';
import { type EventRow, isHidden } from '../../domain/calendar-access.ts';
import type { Calendar } from '../../domain/calendar-contexts.ts';
import { placed } from '../../domain/calendar-events.ts';
import { eventsIn, type Range } from '../../domain/calendar-listing.ts';
import { audiences } from '../../domain/content-audience.ts';
import { isVisible } from '../../domain/discussion-rights.ts';
import { topicStandings } from '../../domain/discussion-standing.ts';
import { postedAt, publishedTopic, type TopicRow } from '../../domain/discussion-topics.ts';
import type { AssessmentRequestRow } from '../../domain/peer-reviews.ts';
import { mayInWiki, type PageRow, readersOf } from '../../domain/wiki-access.ts';
import type { Context } from '../../http/context.ts';
import type { NoteRow } from './notes.ts';

/** By its type, with when it is due. */
export type Found = { readonly date: string; readonly created_at: string } & (
  | { readonly type: 'assignment'; readonly row: AssignmentRow }
  | {
      readonly type: 'announcement' | 'discussion_topic';
      readonly row: TopicRow;
      readonly assignment?: AssignmentRow;
    }
  | { readonly type: 'wiki_page'; readonly row: PageRow }
  | { readonly type: 'planner_note'; readonly row: NoteRow }
  | { readonly type: 'calendar_event'; readonly row: EventRow }
  | {
      readonly type: 'assessment_request';
      readonly row: AssessmentRequestRow;
      readonly assignment: AssignmentRow;
    }
);

export interface Places {
  readonly calendars: readonly Calendar[];
  readonly range: Range;
}

const idsOf = ({ calendars }: Places, type: Calendar['type']) =>
  calendars.flatMap((calendar) => (calendar.type === type ? [calendar.id] : []));

const inPlaces = (places: Places): RawBuilder<boolean> =>
  sql<boolean>`((context_type = 'Course' and context_id = ${anyOf(idsOf(places, 'Course'))})
    or (context_type = 'Group' and context_id = ${anyOf(idsOf(places, 'Group'))}))`;

/** What the reader has to hand in, by his own dates; of a graded discussion the discussion. */
export async function assignmentsFound(reader: Context, places: Places): Promise<Found[]> {
  const { start, end } = places.range;
  const rows = await reader.db
    .selectFrom('submissions')
    .innerJoin('assignments', 'assignments.id', 'submissions.assignment_id')
    .selectAll('assignments')
    .select('submissions.cached_due_date')
    .where('submissions.user_id', '=', reader.user?.id ?? 0)
    .where('submissions.workflow_state', '<>', 'deleted')
    .where('assignments.workflow_state', '=', 'published')
    .where('assignments.course_id', '=', anyOf(idsOf(places, 'Course')))
    .where('submissions.cached_due_date', '>=', start)
    .where('submissions.cached_due_date', '<=', end)
    .execute();
  const topics = await reader.db
    .selectFrom('discussion_topics')
    .selectAll()
    .where('assignment_id', '=', anyOf(rows.map(({ id }) => id)))
    .where('root_topic_id', 'is', null)
    .where('workflow_state', '<>', 'deleted')
    .execute();
  const topicOf = new Map(topics.map((topic) => [topic.assignment_id, topic]));
  return rows.map(({ cached_due_date, ...row }) => {
    const topic = topicOf.get(row.id);
    const when = { date: cached_due_date ?? row.created_at, created_at: row.created_at };
    return topic
      ? { ...when, type: 'discussion_topic', row: topic, assignment: row }
      : { ...when, type: 'assignment', row };
  });
}

/** Discussions with a to-do date, and announcements. */
export async function topicsFound(
  reader: Context,
  places: Places,
  withAnnouncements: boolean,
): Promise<Found[]> {
  const { start, end } = places.range;
  const rows = await reader.db
    .selectFrom('discussion_topics')
    .selectAll('discussion_topics')
    .select(postedAt.as('posted'))
    .where(inPlaces(places))
    .where(publishedTopic)
    .where('assignment_id', 'is', null)
    .where('root_topic_id', 'is', null)
    .where(
      sql<boolean>`case when is_announcement then ${withAnnouncements} and ${postedAt} between ${start} and ${end}
        else todo_date between ${start} and ${end} end`,
    )
    .execute();
  const standingOf = await topicStandings(reader, rows);
  return rows
    .filter((row) => isVisible(standingOf(row).access))
    .map(({ posted, ...row }) => ({
      type: row.is_announcement ? 'announcement' : 'discussion_topic',
      row,
      date: (row.is_announcement ? posted : row.todo_date) ?? row.created_at,
      created_at: row.created_at,
    }));
}

/** Pages with a to-do date that are for the reader. */
export async function pagesFound(reader: Context, places: Places): Promise<Found[]> {
  const { start, end } = places.range;
  const rows = await reader.db
    .selectFrom('wiki_pages')
    .selectAll()
    .where(inPlaces(places))
    .where('workflow_state', '=', 'active')
    .where('todo_date', '>=', start)
    .where('todo_date', '<=', end)
    .execute();
  const found: Found[] = [];
  for (const calendar of places.calendars) {
    if (calendar.type !== 'Course' && calendar.type !== 'Group') continue;
    const own = rows.filter(
      ({ context_type, context_id }) => context_type === calendar.type && context_id === calendar.id,
    );
    if (own.length === 0 || !(await mayInWiki(reader, calendar, 'read'))) continue;
    const userIds = await readersOf(reader, calendar);
    const ids = own.map(({ id }) => id);
    const isFor = userIds === 'all' ? undefined : await audiences(reader, 'Page', ids, userIds);
    for (const row of own) {
      if (isFor && userIds !== 'all' && !userIds.some((userId) => isFor(row.id, userId))) continue;
      found.push({
        type: 'wiki_page',
        row,
        date: row.todo_date ?? row.created_at,
        created_at: row.created_at,
      });
    }
  }
  return found;
}

/** The reader's own, of the courses asked for and of none. */
export async function notesFound(reader: Context, places: Places): Promise<Found[]> {
  const rows = await reader.db
    .selectFrom('planner_notes')
    .selectAll()
    .where('user_id', '=', reader.user?.id ?? 0)
    .where('workflow_state', '=', 'active')
    .where('todo_date', '>=', places.range.start)
    .where('todo_date', '<=', places.range.end)
    .where(
      sql<boolean>`(course_id = ${anyOf(idsOf(places, 'Course'))}
        or (course_id is null and ${idsOf(places, 'User').length > 0}))`,
    )
    .execute();
  return rows.map((row) => ({ type: 'planner_note', row, date: row.todo_date, created_at: row.created_at }));
}

/** Where sections have their own times, these, and not the event of the course. */
export async function eventsFound(reader: Context, { calendars, range }: Places): Promise<Found[]> {
  const events = (await eventsIn(reader, reader, calendars, range)).where(
    'context_type',
    '<>',
    'AppointmentGroup',
  );
  const shown = (await placed(reader, await events.execute())).filter((event) => !isHidden(event));
  return shown.map(({ row }) => ({
    type: 'calendar_event',
    row,
    date: row.start_at ?? row.created_at,
    created_at: row.created_at,
  }));
}

/** What the reader has to say of others' work, when his own is due. */
export async function reviewsFound(reader: Context, places: Places): Promise<Found[]> {
  const { start, end } = places.range;
  const rows = await reader.db
    .selectFrom('assessment_requests')
    .innerJoin('submissions', 'submissions.id', 'assessment_requests.assessor_asset_id')
    .selectAll('assessment_requests')
    .select(['submissions.assignment_id', 'submissions.cached_due_date'])
    .where('assessment_requests.assessor_id', '=', reader.user?.id ?? 0)
    .where('assessment_requests.workflow_state', '=', 'assigned')
    .where('submissions.course_id', '=', anyOf(idsOf(places, 'Course')))
    .where('submissions.workflow_state', '<>', 'deleted')
    .where('submissions.cached_due_date', '>=', start)
    .where('submissions.cached_due_date', '<=', end)
    .execute();
  const assignments = await reader.db
    .selectFrom('assignments')
    .selectAll()
    .where('id', '=', anyOf(rows.map(({ assignment_id }) => assignment_id)))
    .where('workflow_state', '=', 'published')
    .execute();
  const byId = new Map(assignments.map((assignment) => [assignment.id, assignment]));
  return rows.flatMap(({ assignment_id, cached_due_date, ...row }) => {
    const assignment = byId.get(assignment_id);
    if (!assignment) return [];
    const date = cached_due_date ?? row.created_at;
    return [{ type: 'assessment_request' as const, row, assignment, date, created_at: row.created_at }];
  });
}
