/** Appointment groups: slots of courses that students, or their groups, sign up for. Source: Canvas's AppointmentGroup. */
import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type { AppointmentGroupsTable } from '../db/tables/index.ts';
import type { Context } from '../http/context.ts';
import { type CourseRow, courseAccesses, type OwnCourseAccess } from './course-access.ts';
import { courseGrants } from './course-rights.ts';
import { visibleSections } from './section-rights.ts';

export type AppointmentGroupRow = Selectable<AppointmentGroupsTable>;

export interface AppointmentGroup extends AppointmentGroupRow {
  /** In the order in which they were added. */
  readonly courses: readonly CourseRow[];
  /** None for all sections of the courses. */
  readonly sectionIds: readonly number[];
}

/** Whoever signs up. */
export interface Participant {
  readonly type: 'User' | 'Group';
  readonly id: number;
}

export const participantType = ({ group_category_id }: AppointmentGroupRow): 'User' | 'Group' =>
  group_category_id === null ? 'User' : 'Group';

export async function appointmentGroups(ctx: Context, ids: readonly number[]): Promise<AppointmentGroup[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .selectFrom('appointment_groups')
    .selectAll()
    .where('id', '=', anyOf(ids))
    .orderBy('id')
    .execute();
  return await withPlaces(ctx, rows);
}

/** The groups with what they are for. */
export async function withPlaces(
  ctx: Context,
  rows: readonly AppointmentGroupRow[],
): Promise<AppointmentGroup[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [courses, sections] = await Promise.all([
    ctx.db
      .selectFrom('appointment_group_courses')
      .innerJoin('courses', 'courses.id', 'appointment_group_courses.course_id')
      .selectAll('courses')
      .select('appointment_group_id')
      .where('appointment_group_id', '=', anyOf(ids))
      .orderBy('position')
      .execute(),
    ctx.db
      .selectFrom('appointment_group_sections')
      .selectAll()
      .where('appointment_group_id', '=', anyOf(ids))
      .orderBy('course_section_id')
      .execute(),
  ]);
  return rows.map((row) => ({
    ...row,
    courses: courses.filter(({ appointment_group_id }) => appointment_group_id === row.id),
    sectionIds: sections
      .filter(({ appointment_group_id }) => appointment_group_id === row.id)
      .map(({ course_section_id }) => course_section_id),
  }));
}

/** Manages a calendar that it is for, and sees all whom it is for. */
export async function mayManageAppointments(ctx: Context, group: AppointmentGroup): Promise<boolean> {
  if (group.workflow_state === 'deleted') return false;
  const courses = group.courses.filter(({ workflow_state }) => workflow_state !== 'deleted');
  const accesses = [...(await courseAccesses(ctx, courses)).values()];
  if (!accesses.some((access) => courseGrants('manage_calendar', access))) return false;
  const visible = accesses.map(visibleSections);
  if (visible.includes('all') || accesses.some(isUnlimitedStaff)) return true;
  const own = new Set(visible.flatMap((sections) => (sections === 'all' ? [] : sections)));
  return group.sectionIds.length > 0 && group.sectionIds.every((id) => own.has(id));
}

const isUnlimitedStaff = ({ enrollments }: OwnCourseAccess) =>
  enrollments.length > 0 && enrollments.some((each) => !each.limit_privileges_to_course_section);

/** Signs up, and so reads it: the user himself or his group, of an active appointment group that is for them. */
export function participantFor(ctx: Context, group: AppointmentGroup): Promise<Participant | undefined> {
  return ctx.once(`participant:${group.id}`, async () => {
    if (!ctx.user) return undefined;
    const { id } = ctx.user;
    if (group.group_category_id === null) {
      return (await isEligible(ctx, group)) ? { type: 'User', id } : undefined;
    }
    const own = await ctx.db
      .selectFrom('groups')
      .innerJoin('group_memberships', 'group_memberships.group_id', 'groups.id')
      .select('groups.id')
      .where('groups.group_category_id', '=', group.group_category_id)
      .where('groups.workflow_state', '<>', 'deleted')
      .where('group_memberships.user_id', '=', id)
      .where('group_memberships.workflow_state', '=', 'accepted')
      .orderBy('groups.id')
      .executeTakeFirst();
    return own && { type: 'Group', id: own.id };
  });
}

/** The same of the acting user as `isEligibleUser` asks of all, from what is known of him already. */
async function isEligible(ctx: Context, group: AppointmentGroup): Promise<boolean> {
  const published = group.courses.filter(({ workflow_state }) => workflow_state === 'available');
  const accesses = await courseAccesses(ctx, published);
  return [...accesses.values()].some(({ enrollments }) =>
    enrollments.some(
      ({ type, workflow_state, course_section_id }) =>
        workflow_state === 'active' &&
        (type === 'StudentEnrollment' || (group.allow_observer_signup && type === 'ObserverEnrollment')) &&
        (group.sectionIds.length === 0 || group.sectionIds.includes(course_section_id)),
    ),
  );
}

export async function mayReserve(ctx: Context, group: AppointmentGroup): Promise<boolean> {
  return group.workflow_state === 'active' && (await participantFor(ctx, group)) !== undefined;
}

export async function mayReadAppointments(ctx: Context, group: AppointmentGroup): Promise<boolean> {
  return (await mayReserve(ctx, group)) || (await mayManageAppointments(ctx, group));
}

/** Who has signed up. */
export async function mayReadParticipants(ctx: Context, group: AppointmentGroup): Promise<boolean> {
  if (await mayManageAppointments(ctx, group)) return true;
  return group.participant_visibility === 'protected' && (await mayReserve(ctx, group));
}

/** Of a query over `users`: its students, and their observers where these may sign up too. */
export function isEligibleUser(
  { courses, sectionIds, allow_observer_signup }: AppointmentGroup,
  observers = allow_observer_signup,
): RawBuilder<SqlBool> {
  const types = observers ? ['StudentEnrollment', 'ObserverEnrollment'] : ['StudentEnrollment'];
  const inSections =
    sectionIds.length === 0 ? sql`` : sql`and enrollments.course_section_id = ${anyOf(sectionIds)}`;
  const published = courses.filter(({ workflow_state }) => workflow_state === 'available');
  return sql<SqlBool>`exists (select 1 from enrollments
    where enrollments.user_id = users.id and enrollments.workflow_state = 'active'
      and enrollments.type = any(${types}) and enrollments.course_id = ${anyOf(published.map(({ id }) => id))}
      ${inSections})`;
}

/** Of a query over `groups`: those of its category. */
export const isEligibleGroup = ({ group_category_id }: AppointmentGroup): RawBuilder<SqlBool> =>
  sql<SqlBool>`(groups.group_category_id = ${group_category_id} and groups.workflow_state <> 'deleted')`;

/** Where the ids of those who may sign up are among these: the participant with the id, or undefined. */
export async function eligibleParticipant(
  ctx: Context,
  group: AppointmentGroup,
  id: number,
): Promise<Participant | undefined> {
  const type = participantType(group);
  const found = await (type === 'User'
    ? ctx.db.selectFrom('users').select('id').where('id', '=', id).where(isEligibleUser(group))
    : ctx.db.selectFrom('groups').select('id').where('id', '=', id).where(isEligibleGroup(group))
  ).executeTakeFirst();
  return found && { type, id };
}

/** `course_1,course_2`, which slots and reservations stand under. */
export const courseCodes = ({ courses }: AppointmentGroup): string[] =>
  courses.map(({ id }) => `course_${id}`);
