/** The parameters of `appointment_group[…]`, said once for making and changing appointment groups. */
import type { Updateable } from 'kysely';
import type { AppointmentGroupsTable } from '../../db/tables/index.ts';
import type { AppointmentGroup } from '../../domain/calendar-appointments.ts';
import { findCalendar } from '../../domain/calendar-contexts.ts';
import type { SlotTime } from '../../domain/calendar-slots.ts';
import { callersZone } from '../../domain/callers-zone.ts';
import { type CourseRow, mayInCourse } from '../../domain/course-access.ts';
import { demand } from '../../domain/demand.ts';
import { sanitizeHtml } from '../../domain/html.ts';
import { InvalidRecord, NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseDateTime } from '../../http/date-time.ts';
import type { Params } from '../../http/operation.ts';

export type GroupParams = NonNullable<Params<'POST /api/v1/appointment_groups'>['appointment_group']>;
type Fields = Updateable<AppointmentGroupsTable>;

const copied = [
  'location_name',
  'location_address',
  'participants_per_appointment',
  'min_appointments_per_participant',
  'max_appointments_per_participant',
  'allow_observer_signup',
] as const satisfies readonly (keyof GroupParams & keyof Fields)[];

const MAX_TEXT = 255;

/** @throws InvalidRecord */
export function fieldsOf(params: GroupParams, before?: AppointmentGroup): Fields {
  const fields: Record<string, unknown> = {};
  for (const name of copied) if (params[name] !== undefined) fields[name] = params[name];
  if (params.title !== undefined || !before) fields['title'] = params.title ?? '';
  if (params.description !== undefined) {
    fields['description'] = params.description && sanitizeHtml(params.description);
  }
  if (params.participant_visibility) fields['participant_visibility'] = params.participant_visibility;
  if (params.publish && before?.workflow_state !== 'deleted') fields['workflow_state'] = 'active';
  const given = fields as Fields;
  refuseInvalid({ ...before, ...given });
  return given;
}

function refuseInvalid(group: Fields): void {
  const errors: Record<string, [string, string][]> = {};
  if (!group.title?.trim()) errors['title'] = [['blank', "can't be blank"]];
  for (const name of ['title', 'location_name'] as const) {
    if ((group[name]?.length ?? 0) > MAX_TEXT) {
      errors[name] = [['too_long', `is too long (maximum is ${MAX_TEXT} characters)`]];
    }
  }
  for (const name of [
    'participants_per_appointment',
    'min_appointments_per_participant',
    'max_appointments_per_participant',
  ] as const) {
    const limit = group[name];
    if (typeof limit === 'number' && limit <= 0) errors[name] = [['greater_than', 'must be greater than 0']];
  }
  const { min_appointments_per_participant: least, max_appointments_per_participant: most } = group;
  if (least && most && least > most) {
    errors['min_appointments_per_participant'] = [
      ['less_than_or_equal_to', `must be less than or equal to ${most}`],
    ];
  }
  if (!['private', 'protected', undefined].includes(group.participant_visibility)) {
    errors['participant_visibility'] = [['inclusion', 'is not included in the list']];
  }
  if (Object.keys(errors).length > 0) throw new InvalidRecord(errors);
}

/** The courses that the caller names, all of which he must manage the calendar of. @throws NotFound */
export async function coursesNamed(ctx: Context, codes: readonly string[]): Promise<CourseRow[]> {
  const courses: CourseRow[] = [];
  for (const code of new Set(codes)) {
    const calendar = await findCalendar(ctx, code);
    if (calendar?.type !== 'Course' || calendar.course.workflow_state === 'deleted') throw new NotFound();
    courses.push(calendar.course);
  }
  for (const course of courses) await demand(ctx, mayInCourse(ctx, course, 'manage_calendar'));
  return courses;
}

/** Pairs of a start and an end; what is no pair is left out. */
export function slotTimes(ctx: Context, { new_appointments = {} }: GroupParams): SlotTime[] {
  const zone = callersZone(ctx);
  return Object.values(new_appointments).flatMap(([start, end]) => {
    const start_at = start ? parseDateTime(start, zone) : null;
    const end_at = end ? parseDateTime(end, zone) : null;
    return start_at && end_at ? [{ start_at, end_at }] : [];
  });
}
