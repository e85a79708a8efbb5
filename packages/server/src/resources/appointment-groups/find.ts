/** The appointment groups that somebody may sign up in, and those that he manages. */
import { type SelectQueryBuilder, sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { Tables } from '../../db/tables/index.ts';
import {
  type AppointmentGroup,
  type AppointmentGroupRow,
  mayManageAppointments,
  withPlaces,
} from '../../domain/calendar-appointments.ts';
import { namedBy } from '../../domain/calendar-contexts.ts';
import { courseAccesses } from '../../domain/course-access.ts';
import type { Context } from '../../http/context.ts';

type Groups = SelectQueryBuilder<Tables, 'appointment_groups', AppointmentGroupRow>;

interface Asked {
  codes: readonly string[] | undefined;
  includePast: boolean;
}

/** Active, for one of the courses that he is a student of and a section that he is in, or for groups of his. */
export function reservable(ctx: Context, { codes, includePast }: Asked): Groups {
  const ofCourses = codes ? sql`and places.course_id = ${anyOf(courseIds(codes))}` : sql``;
  return ctx.db
    .selectFrom('appointment_groups')
    .selectAll('appointment_groups')
    .where('appointment_groups.workflow_state', '=', 'active')
    .$if(!includePast, (query) => query.where('appointment_groups.end_at', '>=', ctx.now))
    .where(
      sql<boolean>`exists (select 1 from appointment_group_courses as places
        join courses on courses.id = places.course_id and courses.workflow_state = 'available'
        join enrollments on enrollments.course_id = places.course_id and enrollments.workflow_state = 'active'
          and enrollments.user_id = ${ctx.me.id}
        where places.appointment_group_id = appointment_groups.id ${ofCourses}
          and (enrollments.type = 'StudentEnrollment'
            or (appointment_groups.allow_observer_signup and enrollments.type = 'ObserverEnrollment'))
          and (not exists (select 1 from appointment_group_sections as sections
              where sections.appointment_group_id = appointment_groups.id)
            or exists (select 1 from appointment_group_sections as sections
              where sections.appointment_group_id = appointment_groups.id
                and sections.course_section_id = enrollments.course_section_id)))`,
    )
    .where(
      sql<boolean>`(appointment_groups.group_category_id is null or exists (
        select 1 from groups join group_memberships on group_memberships.group_id = groups.id
        where groups.group_category_id = appointment_groups.group_category_id
          and groups.workflow_state <> 'deleted' and group_memberships.workflow_state = 'accepted'
          and group_memberships.user_id = ${ctx.me.id}))`,
    );
}

/** Of the courses named, or of those that he is enrolled in. */
export async function manageable(ctx: Context, { codes, includePast }: Asked): Promise<AppointmentGroup[]> {
  const ofCourse = codes
    ? sql`places.course_id = ${anyOf(courseIds(codes))}`
    : sql`places.course_id in (select course_id from enrollments
        where user_id = ${ctx.me.id} and workflow_state not in ('deleted', 'rejected'))`;
  const rows = await ctx.db
    .selectFrom('appointment_groups')
    .selectAll()
    .where('workflow_state', '<>', 'deleted')
    .$if(!includePast, (query) =>
      query.where((eb) => eb.or([eb('end_at', '>=', ctx.now), eb('end_at', 'is', null)])),
    )
    .where(
      sql<boolean>`exists (select 1 from appointment_group_courses as places
        where places.appointment_group_id = appointment_groups.id and ${ofCourse})`,
    )
    .orderBy(sql`coalesce(start_at, 'infinity')`)
    .orderBy('id')
    .execute();
  const groups = await withPlaces(ctx, rows);
  // All at once, so that the question for each of them asks nothing more.
  await courseAccesses(
    ctx,
    groups.flatMap(({ courses }) => courses),
  );
  const managed = await Promise.all(groups.map((group) => mayManageAppointments(ctx, group)));
  return groups.filter((_, index) => managed[index]);
}

const courseIds = (codes: readonly string[]): number[] =>
  codes.flatMap((code) => {
    const name = namedBy(code);
    return name?.context_type === 'Course' ? [name.context_id] : [];
  });
