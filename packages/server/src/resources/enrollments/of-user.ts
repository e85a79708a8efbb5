/** Which enrollments of one user somebody may list, everywhere or in one course (users file 3.3). */
import { sql } from 'kysely';
import { isStaff } from '../../domain/base-roles.ts';
import { type CourseRow, courseAccess } from '../../domain/course-access.ts';
import { demand } from '../../domain/demand.ts';
import { standingsOf } from '../../domain/enrollment-standing.ts';
import { adminPermissions } from '../../domain/roles-held.ts';
import { mayToUser } from '../../domain/user-access.ts';
import { Refusal } from '../../errors.ts';
import type { Context, User } from '../../http/context.ts';
import { findTerm } from '../terms/load.ts';
import { byStoredState, type Condition, type ListParams } from './filters.ts';
import { hasBeenObserver, readsRoster } from './roster.ts';

/** @throws Unauthorized, Refusal for an unknown state, NotFound for an unknown term */
export async function enrollmentsOf(
  ctx: Context,
  user: User,
  params: ListParams,
  course?: CourseRow,
): Promise<Condition[]> {
  const conditions: Condition[] = [sql`enrollments.user_id = ${user.id}`];
  if (course) conditions.push(sql`enrollments.course_id = ${course.id}`);
  conditions.push(
    ...(user.id === ctx.user?.id
      ? [await ownInStates(ctx, user, params.state)]
      : await othersEnrollments(ctx, user, params, course)),
  );
  if (params.enrollment_term_id) {
    const term = await findTerm(ctx, params.enrollment_term_id, ctx.rootAccount.id);
    conditions.push(
      sql`enrollments.course_id in (select id from courses where enrollment_term_id = ${term.id})`,
    );
  }
  return conditions;
}

async function othersEnrollments(
  ctx: Context,
  user: User,
  params: ListParams,
  course: CourseRow | undefined,
): Promise<Condition[]> {
  await demand(ctx, maySeeOf(ctx, user, course));
  const asked = byStoredState(params);
  return asked.length > 0 ? asked : [sql`enrollments.workflow_state in ('active', 'invited')`];
}

async function maySeeOf(ctx: Context, user: User, course: CourseRow | undefined): Promise<boolean> {
  if (course) {
    const access = await courseAccess(ctx, course);
    return readsRoster(access) || hasBeenObserver(access);
  }
  const { permissions } = await adminPermissions(ctx, ctx.rootAccount.path, 'account');
  return permissions.has('read_roster') || (await mayToUser(ctx, user, 'read_as_parent'));
}

/** The states that one may ask for of oneself, as the dates have them; some stand for several. */
const ownStates: Record<string, readonly string[]> = {
  active: ['active'],
  inactive: ['inactive'],
  rejected: ['rejected'],
  invited: ['invited'],
  creation_pending: ['creation_pending'],
  pending_active: ['pending_active'],
  pending_invited: ['pending_invited'],
  completed: ['completed'],
  current_and_invited: ['active', 'invited'],
  current_and_future: ['active', 'invited', 'creation_pending', 'pending_active', 'pending_invited'],
  current_future_and_restricted: [
    'active',
    'invited',
    'creation_pending',
    'pending_active',
    'pending_invited',
    'inactive',
  ],
  current_and_concluded: ['active', 'completed'],
};

/** One's own: the dates decide, and they are worked out here, not in SQL. */
async function ownInStates(ctx: Context, user: User, asked: string[] | undefined): Promise<Condition> {
  const wanted = statesFor(asked);
  const rows = await ctx.db
    .selectFrom('enrollments')
    .innerJoin('courses', 'courses.id', 'enrollments.course_id')
    .select([
      'enrollments.id',
      'enrollments.course_id',
      'enrollments.type',
      'enrollments.workflow_state',
      'courses.workflow_state as course_state',
    ])
    .where('enrollments.user_id', '=', user.id)
    .where('enrollments.workflow_state', '<>', 'deleted')
    .where('courses.workflow_state', '<>', 'deleted')
    .execute();
  const standings = await standingsOf(ctx, rows);
  const ids = rows
    .filter((row) => {
      const state = standings.get(row.id)?.state ?? 'deleted';
      if (!wanted) return isCurrent(row.workflow_state) && isOpen(row) && state !== 'completed';
      return wanted.has(state) && (isOpen(row) || !isCurrent(state));
    })
    .map(({ id }) => id);
  return sql`enrollments.id = any(${ids}::bigint[])`;
}

function statesFor(asked: string[] | undefined): ReadonlySet<string> | undefined {
  if (!asked || asked.length === 0) return undefined;
  return new Set(
    asked.flatMap((name) => {
      if (!Object.hasOwn(ownStates, name)) throw new Refusal(400, { error: `Invalid state ${name}` });
      return ownStates[name] ?? [];
    }),
  );
}

const isCurrent = (state: string) => state === 'active' || state === 'invited';

/** Nobody but staff is in a course before it is published. */
const isOpen = (row: { type: Parameters<typeof isStaff>[0]; course_state: string }) =>
  row.course_state === 'available' || isStaff(row.type) || row.type === 'StudentViewEnrollment';
