/** The assignments of some courses that are due when a list asks. Source: assignment_scope of Canvas's controller. */
import { sql } from 'kysely';
import { assignmentAccesses } from '../../domain/assignment-access.ts';
import { allDates } from '../../domain/assignment-all-dates.ts';
import { type AssignmentRow, ownDates } from '../../domain/assignment-dates.ts';
import { visibleAssignments } from '../../domain/assignment-visibility.ts';
import { baseRoleOf } from '../../domain/base-roles.ts';
import type { Calendar } from '../../domain/calendar-contexts.ts';
import type { Range } from '../../domain/calendar-listing.ts';
import { type CourseRow, courseAccess } from '../../domain/course-access.ts';
import { activeSections } from '../../domain/course-sections.ts';
import type { Context } from '../../http/context.ts';
import type { ListParams } from './asked.ts';
import type { DatedAssignment } from './assignment-events.ts';

/** As Canvas's own pages read it: what is more isn't looked at. */
const MOST = 1000;

/** By their own due dates, one row each date that the reader may know of. */
export async function assignmentsIn(
  reader: Context,
  calendars: readonly Calendar[],
  range: Range | 'undated' | 'all',
  params: ListParams,
): Promise<DatedAssignment[]> {
  const rows: DatedAssignment[] = [];
  for (const calendar of calendars) {
    if (calendar.type !== 'Course') continue;
    const { course } = calendar;
    const assignments = await dueIn(reader, course, range, params);
    rows.push(...(await dated(reader, course, assignments)));
  }
  const inRange = ({ due_at }: DatedAssignment) =>
    typeof range === 'string' || due_at === null || (due_at >= range.start && due_at <= range.end);
  return rows.filter(inRange).sort(byBaseDate).slice(0, MOST);
}

function byBaseDate({ assignment: a }: DatedAssignment, { assignment: b }: DatedAssignment): number {
  if (a.due_at !== b.due_at) return (a.due_at ?? '~') < (b.due_at ?? '~') ? -1 : 1;
  return a.id - b.id;
}

async function dueIn(
  reader: Context,
  course: CourseRow,
  range: Range | 'undated' | 'all',
  params: ListParams,
): Promise<AssignmentRow[]> {
  let query = reader.db
    .selectFrom('assignments')
    .selectAll('assignments')
    .where('assignments.course_id', '=', course.id)
    .where(await visibleAssignments(reader, course))
    .orderBy('due_at')
    .orderBy('id')
    .limit(MOST);
  if (params.exclude_submission_types?.length) {
    query = query.where(sql<boolean>`not ${ofTypes(params.exclude_submission_types)}`);
  } else if (params.submission_types?.length) {
    query = query.where(sql<boolean>`${ofTypes(params.submission_types)}`);
  }
  if (params.important_dates) query = query.where('important_dates', '=', true);
  if (range === 'undated') query = query.where('due_at', 'is', null);
  if (typeof range === 'object') {
    const { start, end } = range;
    query = query.where(
      sql<boolean>`(assignments.due_at between ${start} and ${end} or exists (
        select 1 from assignment_overrides where assignment_overrides.assignment_id = assignments.id
          and assignment_overrides.workflow_state = 'active' and assignment_overrides.due_at_overridden
          and assignment_overrides.due_at between ${start} and ${end}))`,
    );
  }
  return await query.execute();
}

const ofTypes = (types: readonly string[]) =>
  sql`array_to_string(assignments.submission_types, ',') = any(${[...types]}::text[])`;

async function dated(
  reader: Context,
  course: CourseRow,
  assignments: readonly AssignmentRow[],
): Promise<DatedAssignment[]> {
  if (assignments.length === 0) return [];
  const access = await courseAccess(reader, course);
  if (access.enrollments.some(({ type }) => baseRoleOf(type) === 'StudentEnrollment')) {
    const datesFor = await ownDates(reader, course, assignments);
    return assignments.map((assignment) => {
      const { due_at, overrides } = datesFor(assignment);
      return { assignment, course, due_at, overrides };
    });
  }
  const [datesOf, accesses, sections] = await Promise.all([
    allDates(reader, course, assignments),
    assignmentAccesses(reader, course, assignments),
    activeSections(reader, course),
  ]);
  return assignments.flatMap((assignment) => {
    const listed = datesOf(assignment);
    const all = accesses.get(assignment.id)?.dates.overrides ?? [];
    const given = listed.flatMap(({ id }) => all.filter((override) => override.id === id));
    const ofSections = given.filter(({ set_type }) => set_type === 'CourseSection').length;
    const hasBase = listed.length === 0 || listed.some(({ base }) => base);
    const everySection = ofSections > 0 && ofSections === sections.length;
    return [
      ...given.map((override) => ({
        assignment,
        course,
        due_at: override.due_at_overridden ? override.due_at : assignment.due_at,
        overrides: [override],
      })),
      ...(hasBase && !everySection ? [{ assignment, course, due_at: assignment.due_at, overrides: [] }] : []),
    ];
  });
}
