/** Whose a calendar is: a course's, a section's, a group's, a user's, an account's, or an appointment group's. */
import { anyOf } from '../db/any-of.ts';
import type { Context } from '../http/context.ts';
import { parseNumber } from '../http/ids.ts';
import { type AppointmentGroup, appointmentGroups } from './calendar-appointments.ts';
import { type AnyContext, ofAccount, ofCourse, ofGroup, ofUser } from './contexts.ts';
import type { CourseRow } from './course-access.ts';
import type { SectionRow } from './course-sections.ts';

export type SectionCalendar = {
  readonly type: 'CourseSection';
  readonly id: number;
  readonly section: SectionRow;
  readonly course: CourseRow;
};
export type AppointmentCalendar = {
  readonly type: 'AppointmentGroup';
  readonly id: number;
  readonly appointments: AppointmentGroup;
};
export type Calendar = AnyContext | SectionCalendar | AppointmentCalendar;
export type CalendarType = Calendar['type'];

const WORDS: Readonly<Record<string, CalendarType>> = {
  course: 'Course',
  course_section: 'CourseSection',
  group: 'Group',
  user: 'User',
  account: 'Account',
  appointment_group: 'AppointmentGroup',
};
const CODES = Object.fromEntries(Object.entries(WORDS).map(([word, type]) => [type, word])) as Record<
  CalendarType,
  string
>;

export interface CalendarName {
  readonly context_type: CalendarType;
  readonly context_id: number;
}

/** `course_section_42` */
export const calendarCode = ({ context_type, context_id }: CalendarName): string =>
  `${CODES[context_type]}_${context_id}`;
export const codeOf = ({ type, id }: Calendar): string =>
  calendarCode({ context_type: type, context_id: id });

/** Undefined for what is no code. */
export function namedBy(code: string): CalendarName | undefined {
  const [, word = '', digits = ''] = /^([a-z_]+)_(\d+)$/.exec(code) ?? [];
  const context_id = parseNumber(digits);
  const context_type = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  return context_type && context_id !== undefined ? { context_type, context_id } : undefined;
}

/** What some names or rows lie in, by code, in whatever state; a number of queries that doesn't grow with them. */
export async function calendarsOf(
  ctx: Context,
  names: readonly CalendarName[],
): Promise<Map<string, Calendar>> {
  const idsOf = (type: CalendarType) =>
    names.flatMap(({ context_type, context_id }) => (context_type === type ? [context_id] : []));
  const all = await Promise.all([
    load(
      idsOf('Course'),
      (ids) => ctx.db.selectFrom('courses').selectAll().where('id', '=', anyOf(ids)).execute(),
      ofCourse,
    ),
    load(
      idsOf('Group'),
      (ids) => ctx.db.selectFrom('groups').selectAll().where('id', '=', anyOf(ids)).execute(),
      ofGroup,
    ),
    load(
      idsOf('User'),
      (ids) => ctx.db.selectFrom('users').selectAll().where('id', '=', anyOf(ids)).execute(),
      ofUser,
    ),
    load(
      idsOf('Account'),
      (ids) => ctx.db.selectFrom('accounts').selectAll().where('id', '=', anyOf(ids)).execute(),
      ofAccount,
    ),
    sectionCalendars(ctx, idsOf('CourseSection')),
    load(idsOf('AppointmentGroup'), (ids) => appointmentGroups(ctx, ids), ofAppointments),
  ]);
  return new Map(all.flat().map((calendar) => [codeOf(calendar), calendar]));
}

export const ofAppointments = (appointments: AppointmentGroup): AppointmentCalendar => ({
  type: 'AppointmentGroup',
  id: appointments.id,
  appointments,
});

async function load<Row>(
  ids: readonly number[],
  query: (ids: readonly number[]) => Promise<Row[]>,
  calendar: (row: Row) => Calendar,
): Promise<Calendar[]> {
  return ids.length === 0 ? [] : (await query(ids)).map(calendar);
}

async function sectionCalendars(ctx: Context, ids: readonly number[]): Promise<Calendar[]> {
  if (ids.length === 0) return [];
  const sections = await ctx.db
    .selectFrom('course_sections')
    .selectAll()
    .where('id', '=', anyOf(ids))
    .execute();
  const courses = await ctx.db
    .selectFrom('courses')
    .selectAll()
    .where('id', '=', anyOf(sections.map(({ course_id }) => course_id)))
    .execute();
  const byId = new Map(courses.map((course) => [course.id, course]));
  return sections.map((section) => ({
    type: 'CourseSection',
    id: section.id,
    section,
    course: byId.get(section.course_id) as CourseRow,
  }));
}

/** Undefined for a code that names nothing. */
export async function findCalendar(ctx: Context, code: string): Promise<Calendar | undefined> {
  const name = namedBy(code);
  return name && (await calendarsOf(ctx, [name])).get(code);
}

/** Whether it was deleted. A suspended account's calendar is there. */
export function isDeleted(calendar: Calendar): boolean {
  switch (calendar.type) {
    case 'Course':
      return calendar.course.workflow_state === 'deleted';
    case 'CourseSection':
      return calendar.section.workflow_state === 'deleted' || calendar.course.workflow_state === 'deleted';
    case 'Group':
      return calendar.group.workflow_state === 'deleted';
    case 'User':
      return calendar.user.workflow_state === 'deleted';
    case 'Account':
      return calendar.account.workflow_state === 'deleted';
    case 'AppointmentGroup':
      return calendar.appointments.workflow_state === 'deleted';
  }
}
