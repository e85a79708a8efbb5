/**
 * Observers are in the courses of the students whom they watch, and everything that happens to a student's enrollment
 * happens to theirs. Source: the linked enrollments of Canvas's Enrollment.
 */
import { type Selectable, sql } from 'kysely';
import type { EnrollmentsTable } from '../db/tables/index.ts';
import type { Context } from '../http/context.ts';
import { forgetCourseAccess } from './course-access.ts';

type EnrollmentRow = Selectable<EnrollmentsTable>;

/**
 * Makes the enrollments of a student's observers follow his.
 *
 * @param before the student's enrollment as it was; absent where it is new
 */
export async function observersFollow(
  ctx: Context,
  student: EnrollmentRow,
  before?: EnrollmentRow,
): Promise<void> {
  if (student.type !== 'StudentEnrollment') return;
  for (const observerId of await observersOf(ctx, student)) {
    await observerFollows(ctx, observerId, student, before);
  }
}

/** One observer's part of it; also for a new link between the two. */
export async function observerFollows(
  ctx: Context,
  observerId: number,
  student: EnrollmentRow,
  before?: EnrollmentRow,
): Promise<void> {
  const own = await ctx.db
    .selectFrom('enrollments')
    .selectAll()
    .where('user_id', '=', observerId)
    .where('type', '=', 'ObserverEnrollment')
    .where('associated_user_id', '=', student.user_id)
    .where('course_section_id', '=', before?.course_section_id ?? student.course_section_id)
    .orderBy('id')
    .executeTakeFirst();
  if (own && isFollowing(own, before)) await copy(ctx, own, student);
  else if (!own && isNewsworthy(student, before)) await join(ctx, observerId, student);
}

/** An observer who was taken out on his own account stays out, until the student himself comes back. */
function isFollowing(own: EnrollmentRow, before: EnrollmentRow | undefined): boolean {
  if (!before) return own.workflow_state === 'deleted' || own.workflow_state === 'inactive';
  return own.workflow_state !== 'deleted' || before.workflow_state === 'deleted';
}

const comesBackFrom = ['inactive', 'deleted', 'completed'];

function isNewsworthy(student: EnrollmentRow, before: EnrollmentRow | undefined): boolean {
  if (!before) return true;
  return student.workflow_state !== before.workflow_state && comesBackFrom.includes(before.workflow_state);
}

/** What an observer's enrollment has from the student's; he is never asked whether he accepts. */
const followed = (student: EnrollmentRow) => ({
  course_id: student.course_id,
  course_section_id: student.course_section_id,
  root_account_id: student.root_account_id,
  workflow_state: student.workflow_state === 'invited' ? ('active' as const) : student.workflow_state,
  start_at: student.start_at,
  end_at: student.end_at,
});

async function copy(ctx: Context, own: EnrollmentRow, student: EnrollmentRow): Promise<void> {
  await ctx.db
    .updateTable('enrollments')
    .set({ ...followed(student), updated_at: ctx.now })
    .where('id', '=', own.id)
    .execute();
  forgetCourseAccess(ctx);
}

async function join(ctx: Context, observerId: number, student: EnrollmentRow): Promise<void> {
  const role = await ctx.db
    .selectFrom('roles')
    .select('id')
    .where('root_account_id', '=', student.root_account_id)
    .where('name', '=', 'ObserverEnrollment')
    .where('workflow_state', '=', 'built_in')
    .executeTakeFirstOrThrow();
  await ctx.db
    .insertInto('enrollments')
    .values({
      ...followed(student),
      user_id: observerId,
      type: 'ObserverEnrollment',
      role_id: role.id,
      associated_user_id: student.user_id,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  forgetCourseAccess(ctx);
}

/** Those who are linked to the student in the institution and have a login there. */
async function observersOf(ctx: Context, student: EnrollmentRow): Promise<number[]> {
  const rows = await ctx.db
    .selectFrom('user_observation_links as links')
    .innerJoin('users', 'users.id', 'links.observer_id')
    .select('links.observer_id')
    .where('links.user_id', '=', student.user_id)
    .where('links.root_account_id', '=', student.root_account_id)
    .where('links.workflow_state', '=', 'active')
    .where('users.workflow_state', '<>', 'deleted')
    .where(
      sql<boolean>`exists (select 1 from pseudonyms where pseudonyms.user_id = users.id
        and pseudonyms.account_id = links.root_account_id and pseudonyms.workflow_state <> 'deleted')`,
    )
    .orderBy('links.id')
    .execute();
  return rows.map(({ observer_id }) => observer_id);
}
