/**
 * Enrolling people: which section and role an enrollment gets, in which state it begins, how an earlier one is revived,
 * and how observers follow their students. Source: enroll_user of Canvas's Course, and its Enrollment.
 */
import type { Selectable, Updateable } from 'kysely';
import type { EnrollmentsTable } from '../db/tables/index.ts';
import { type FieldErrors, InvalidRecord } from '../errors.ts';
import type { Context, User } from '../http/context.ts';
import { assignWork } from './assigned-work.ts';
import { type AnyEnrollmentType, baseRoleOf, isStaff } from './base-roles.ts';
import { type CourseRow, forgetCourseAccess } from './course-access.ts';
import { builtInRole, type RoleRow } from './course-roles.ts';
import { defaultSection, type SectionRow } from './course-sections.ts';
import { effectiveState } from './enrollment-dates.ts';
import { standingOfOne } from './enrollment-standing.ts';
import { leaveGroups } from './group-leaving.ts';
import { observersFollow } from './observers-follow.ts';

export type EnrollmentRow = Selectable<EnrollmentsTable>;
type Changes = Updateable<EnrollmentsTable>;

export interface Enrolling {
  type: AnyEnrollmentType;
  /** The built-in role of the type unless said otherwise. */
  role?: RoleRow | undefined;
  /** The default section unless said otherwise. */
  section?: SectionRow | undefined;
  /** As the state of the course has it unless said otherwise. */
  state?: string | null | undefined;
  associated_user_id?: number | null | undefined;
  limit_privileges_to_course_section?: boolean | undefined;
  self_enrolled?: boolean | undefined;
  start_at?: string | null | undefined;
  end_at?: string | null | undefined;
  /** Moves an enrollment of the same kind in another section here, instead of adding one. */
  onlyOnce?: boolean;
}

/**
 * Enrolls somebody; an enrollment of the same kind in the same section is changed and revived instead.
 *
 * @throws InvalidRecord for what can't be
 */
export async function enrollUser(
  ctx: Context,
  course: CourseRow,
  user: User,
  enrolling: Enrolling,
): Promise<EnrollmentRow> {
  const role = enrolling.role ?? (await builtInRole(ctx, baseRoleOf(enrolling.type)));
  if (!role) throw new InvalidRecord({ role_id: [['blank', "can't be blank"]] });
  const section = enrolling.section ?? (await defaultSection(ctx, course));
  await refuseInvalid(ctx, course, user, enrolling);
  const key: EnrollmentKey = {
    user_id: user.id,
    type: enrolling.type,
    role_id: role.id,
    associated_user_id: enrolling.associated_user_id ?? null,
    course_section_id: section.id,
  };
  const details = {
    limit_privileges_to_course_section: enrolling.limit_privileges_to_course_section ?? false,
    self_enrolled: enrolling.self_enrolled ?? false,
    start_at: enrolling.start_at ?? null,
    end_at: enrolling.end_at ?? null,
  };
  const state = initialState(course, user, enrolling);
  const again = (existing: EnrollmentRow) => revive(ctx, existing, { ...details, ...key }, state);

  const existing = await findSame(ctx, course, key, enrolling.onlyOnce);
  if (existing) return await again(existing);
  const added = await ctx.db
    .insertInto('enrollments')
    .values({
      ...key,
      ...details,
      course_id: course.id,
      root_account_id: course.root_account_id,
      workflow_state: state,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  // Somebody else was faster.
  if (!added) return await again((await findSame(ctx, course, key)) as EnrollmentRow);
  await observersFollow(ctx, added);
  await afterChange(ctx, added);
  if (isStaff(added.type)) await claim(ctx, course);
  return added;
}

type State = EnrollmentRow['workflow_state'];
type EnrollmentKey = Pick<
  EnrollmentRow,
  'user_id' | 'type' | 'role_id' | 'associated_user_id' | 'course_section_id'
>;

const states: readonly State[] = [
  'creation_pending',
  'invited',
  'active',
  'completed',
  'inactive',
  'rejected',
  'deleted',
];

/** Students wait for their course to be published; staff are invited at once; observers needn't accept. */
function initialState(course: CourseRow, user: User, { type, state }: Enrolling): State {
  const isPublished = course.workflow_state === 'available';
  const byDefault =
    type === 'ObserverEnrollment' && user.workflow_state === 'registered'
      ? 'active'
      : isPublished
        ? 'invited'
        : 'creation_pending';
  const asked = (state ?? byDefault) as State;
  if (isStaff(type)) return asked === 'creation_pending' ? 'invited' : asked;
  return asked === 'invited' && !isPublished ? 'creation_pending' : asked;
}

function findSame(ctx: Context, course: CourseRow, key: EnrollmentKey, inAnySection = false) {
  return ctx.db
    .selectFrom('enrollments')
    .selectAll()
    .where('course_id', '=', course.id)
    .where('user_id', '=', key.user_id)
    .where('type', '=', key.type)
    .where('role_id', '=', key.role_id)
    .where('associated_user_id', 'is not distinct from', key.associated_user_id)
    .$if(!inAnySection, (query) => query.where('course_section_id', '=', key.course_section_id))
    .orderBy((eb) => eb('course_section_id', '<>', key.course_section_id))
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}

/** Whoever is in the course stays as he is, with the new details; everybody else begins again. */
async function revive(
  ctx: Context,
  existing: EnrollmentRow,
  { course_section_id, ...details }: Changes,
  state: State,
): Promise<EnrollmentRow> {
  if (effectiveState(await standingOfOne(ctx, existing)) === 'active') {
    return await changeEnrollment(ctx, existing, details);
  }
  return await changeEnrollment(ctx, existing, {
    ...details,
    course_section_id,
    workflow_state: existing.type === 'StudentViewEnrollment' ? 'active' : state,
    ...(existing.workflow_state === 'deleted' && { sis_import_id: null }),
  });
}

/** Changes an enrollment, and with a student's those of his observers. */
export async function changeEnrollment(
  ctx: Context,
  enrollment: EnrollmentRow,
  changes: Changes,
): Promise<EnrollmentRow> {
  const before = enrollment as Record<string, unknown>;
  if (Object.entries(changes).every(([name, value]) => before[name] === value)) return enrollment;
  const changed = await ctx.db
    .updateTable('enrollments')
    .set({ ...changes, updated_at: ctx.now })
    .where('id', '=', enrollment.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await observersFollow(ctx, changed, enrollment);
  await afterChange(ctx, changed, enrollment);
  return changed;
}

async function afterChange(ctx: Context, enrollment: EnrollmentRow, before?: EnrollmentRow): Promise<void> {
  forgetCourseAccess(ctx);
  const becameActive = enrollment.workflow_state === 'active' && before?.workflow_state !== 'active';
  if (becameActive) await addToFavorites(ctx, enrollment);
  if (before && hasLeftSection(enrollment, before)) await leaveGroups(ctx, before);
  if (mayChangeWork(enrollment, before)) {
    await assignWork(ctx, { courseId: enrollment.course_id, userIds: [enrollment.user_id] });
  }
}

const hasLeftSection = (enrollment: EnrollmentRow, before: EnrollmentRow): boolean =>
  before.workflow_state !== 'deleted' &&
  (enrollment.workflow_state === 'deleted' || enrollment.course_section_id !== before.course_section_id);

const mayChangeWork = (enrollment: EnrollmentRow, before?: EnrollmentRow): boolean =>
  baseRoleOf(enrollment.type) === 'StudentEnrollment' &&
  (enrollment.workflow_state !== before?.workflow_state ||
    enrollment.course_section_id !== before.course_section_id);

/** A new course joins the favorites of whoever keeps any. */
async function addToFavorites(ctx: Context, { user_id, course_id }: EnrollmentRow): Promise<void> {
  const keeper = await ctx.db
    .selectFrom('favorites')
    .select('user_id')
    .where('user_id', '=', user_id)
    .where('context_type', '=', 'Course')
    .limit(1)
    .executeTakeFirst();
  if (!keeper) return;
  await ctx.db
    .insertInto('favorites')
    .values({ user_id, context_type: 'Course', context_id: course_id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A course that somebody teaches is no longer just made. */
async function claim(ctx: Context, { id }: CourseRow): Promise<void> {
  await ctx.db
    .updateTable('courses')
    .set({ workflow_state: 'claimed', updated_at: ctx.now })
    .where('id', '=', id)
    .where('workflow_state', '=', 'created')
    .execute();
}

async function refuseInvalid(
  ctx: Context,
  course: CourseRow,
  user: User,
  enrolling: Enrolling,
): Promise<void> {
  const errors: Record<string, FieldErrors[string]> = {};
  const { type, state, associated_user_id: observed } = enrolling;
  if (observed && type !== 'ObserverEnrollment') {
    errors['associated_user_id'] = ['only ObserverEnrollments may have an associated_user_id'];
  } else if (observed === user.id) {
    errors['associated_user_id'] = ['Cannot observe yourself'];
  } else if (observed && (await observes(ctx, course, observed, user.id))) {
    errors['associated_user_id'] = ['Cannot observe observer observing self'];
  }
  if (course.workflow_state === 'deleted') errors['course_id'] = ['is not a valid course'];
  else if (course.template) errors['course_id'] = ['is a template course'];
  if (user.fake_student && type !== 'StudentViewEnrollment') {
    errors['user_id'] = ['cannot add a student view student in a regular role'];
  }
  if (state === '') errors['workflow_state'] = [['blank', "can't be blank"]];
  else if (state && !(states as readonly string[]).includes(state)) {
    errors['workflow_state'] = [['inclusion', 'is not included in the list']];
  }
  if (Object.keys(errors).length > 0) throw new InvalidRecord(errors);
}

async function observes(
  ctx: Context,
  course: CourseRow,
  observerId: number,
  studentId: number,
): Promise<boolean> {
  const enrollment = await ctx.db
    .selectFrom('enrollments')
    .select('id')
    .where('course_id', '=', course.id)
    .where('type', '=', 'ObserverEnrollment')
    .where('user_id', '=', observerId)
    .where('associated_user_id', '=', studentId)
    .where('workflow_state', '<>', 'deleted')
    .limit(1)
    .executeTakeFirst();
  return enrollment !== undefined;
}
