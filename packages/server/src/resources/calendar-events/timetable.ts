/** Timetables of courses and sections, and the events that they stand for. Source: Canvas's TimetableEventBuilder. */

import { type CourseRow, loadTerms } from '../../domain/course-access.ts';
import type { SectionRow } from '../../domain/course-sections.ts';
import { localTime } from '../../domain/fancy-midnight.ts';
import { toIana } from '../../domain/time-zones.ts';
import type { Context } from '../../http/context.ts';
import { parseDateTime } from '../../http/date-time.ts';
import type { Params } from '../../http/operation.ts';

/** Where the events of a timetable go. */
export interface TimetablePlace {
  course: CourseRow;
  section: SectionRow | undefined;
}

type GivenTimetable = NonNullable<
  Params<'POST /api/v1/courses/{course_id}/calendar_events/timetable'>['timetables']
>[string][number];

export interface Timetable {
  weekdays: string;
  start_time: string;
  end_time: string;
  location_name?: string;
  course_start_at: string;
  course_end_at: string;
}

export type TimetableEvent = {
  start_at: string;
  end_at: string;
  location_name?: string;
  title?: string;
  code: string;
};

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const SHORT: Readonly<Record<string, string>> = {
  ...{ su: 'Sun', m: 'Mon', t: 'Tue', w: 'Wed', th: 'Thu', f: 'Fri', s: 'Sat' },
  ...{ sunday: 'Sun', monday: 'Mon', tuesday: 'Tue', wednesday: 'Wed', thursday: 'Thu' },
  ...{ friday: 'Fri', saturday: 'Sat' },
};

export const zoneOfCourse = (ctx: Context, course: CourseRow): string =>
  toIana(course.time_zone ?? ctx.rootAccount.default_time_zone ?? 'UTC');

/** Fills in what isn't said. Errors are in Canvas's words. */
export async function readTimetables(
  ctx: Context,
  place: TimetablePlace,
  given: readonly GivenTimetable[],
): Promise<{ timetables: Timetable[]; errors: string[] }> {
  const [term] = (await loadTerms(ctx, [place.course.enrollment_term_id])).values();
  const first = place.section?.start_at ?? place.course.start_at ?? term?.start_at ?? null;
  const last = place.section?.end_at ?? place.course.conclude_at ?? term?.end_at ?? null;
  const errors = new Set<string>();
  const timetables = given.map((row) => {
    const { start_time, end_time, location_name } = row;
    const weekdays = weekdaysOf(row.weekdays ?? '');
    const course_start_at = row.course_start_at ?? first;
    const course_end_at = row.course_end_at ?? last;
    if (clockOf(start_time ?? '') === undefined) errors.add('invalid start time(s)');
    if (clockOf(end_time ?? '') === undefined) errors.add('invalid end time(s)');
    if (weekdays === undefined) errors.add('weekdays are not valid');
    if (!course_start_at) errors.add('no start date found');
    if (!course_end_at) errors.add('no end date found');
    return {
      weekdays: weekdays ?? '',
      start_time: start_time ?? '',
      end_time: end_time ?? '',
      ...(location_name && { location_name }),
      course_start_at: course_start_at ?? '',
      course_end_at: course_end_at ?? '',
    };
  });
  return { timetables, errors: [...errors] };
}

/** `M, wednesday` → `Mon,Wed` */
function weekdaysOf(text: string): string | undefined {
  const days = text.split(',').map((part) => {
    const word = part.trim().toLowerCase();
    return SHORT[word] ?? word.charAt(0).toUpperCase() + word.slice(1);
  });
  return days.every((day) => DAYS.includes(day)) ? days.join(',') : undefined;
}

/** `9:00 am`, `14:30`, `2 pm` → `14:30:00` */
function clockOf(text: string): string | undefined {
  const [, hour = '', minute = '00', half] =
    /^\s*(\d{1,2})(?::(\d{2}))?\s*([ap])?\.?m?\.?\s*$/i.exec(text) ?? [];
  if (hour === '' || (minute === '00' && half === undefined && !text.includes(':'))) return undefined;
  const number = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour);
  if (number > 23 || Number(minute) > 59 || (half && (Number(hour) < 1 || Number(hour) > 12)))
    return undefined;
  return `${String(number).padStart(2, '0')}:${minute}:00`;
}

/** The meetings of a timetable between its first and its last day. */
export function meetingsOf(
  ctx: Context,
  place: TimetablePlace,
  timetables: readonly Timetable[],
): TimetableEvent[] {
  const zone = zoneOfCourse(ctx, place.course);
  return timetables.flatMap((timetable) =>
    timetable.weekdays
      .split(',')
      .flatMap((weekday) => meetingsOn(place, timetable, DAYS.indexOf(weekday), zone)),
  );
}

function meetingsOn(
  place: TimetablePlace,
  timetable: Timetable,
  weekday: number,
  zone: string,
): TimetableEvent[] {
  const { course_start_at, course_end_at, location_name } = timetable;
  const day = new Date(`${localTime(course_start_at, zone).day}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + ((weekday - day.getUTCDay() + 7) % 7));
  const meetings: TimetableEvent[] = [];
  for (; day.toISOString() < course_end_at; day.setUTCDate(day.getUTCDate() + 7)) {
    const date = day.toISOString().slice(0, 10);
    const start_at = parseDateTime(`${date}T${clockOf(timetable.start_time)}`, zone);
    const end_at = parseDateTime(`${date}T${clockOf(timetable.end_time)}`, zone);
    if (!start_at || !end_at || start_at <= course_start_at || end_at >= course_end_at) continue;
    meetings.push({
      start_at,
      end_at,
      ...(location_name && { location_name }),
      code: codeFor(place, start_at, end_at),
    });
  }
  return meetings;
}

/** By which an event is found again that isn't named. */
export function codeFor({ course, section }: TimetablePlace, start: string, end: string): string {
  const place = section ? `course_section_${section.id}` : `course_${course.id}`;
  return `${place}_${Date.parse(start) / 1000}-${Date.parse(end) / 1000}`;
}
