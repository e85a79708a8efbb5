/** The enrollments that a user's courses are listed and shown with. */
import { type Expression, type SqlBool, sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { effectiveState } from '../../domain/enrollment-dates.ts';
import { standingsOf } from '../../domain/enrollment-standing.ts';
import type { Context, User } from '../../http/context.ts';
import type { ShownEnrollment } from './enrollments-field.ts';

export interface ListedEnrollment extends ShownEnrollment {
  readonly course_id: number;
  readonly root_account_id: number;
  /** What the enrollment is worth now, being kept out included. */
  readonly effective_state: ShownEnrollment['date_state'];
}

/** A user's enrollments for which a condition on `enrollments` and `courses` holds. */
export async function enrollmentsOf(
  ctx: Context,
  user: User,
  condition: Expression<SqlBool>,
): Promise<ListedEnrollment[]> {
  return await load(ctx, sql<boolean>`enrollments.user_id = ${user.id} and (${condition})`);
}

/** The students' enrollments that some observers' enrollments watch, each in its course. */
export async function observedEnrollments(
  ctx: Context,
  observers: readonly Pick<ListedEnrollment, 'associated_user_id' | 'course_id' | 'type'>[],
): Promise<ListedEnrollment[]> {
  const watched = new Set(
    observers
      .filter(({ type, associated_user_id }) => type === 'ObserverEnrollment' && associated_user_id !== null)
      .map(({ course_id, associated_user_id }) => `${course_id}/${associated_user_id}`),
  );
  if (watched.size === 0) return [];
  const rows = await load(
    ctx,
    sql<boolean>`enrollments.course_id = ${anyOf(observers.map(({ course_id }) => course_id))}
      and enrollments.user_id = ${anyOf(observers.flatMap(({ associated_user_id }) => associated_user_id ?? []))}
      and enrollments.type = 'StudentEnrollment' and enrollments.workflow_state <> 'deleted'`,
  );
  return rows.filter(({ course_id, user_id }) => watched.has(`${course_id}/${user_id}`));
}

async function load(ctx: Context, condition: Expression<SqlBool>): Promise<ListedEnrollment[]> {
  const rows = await ctx.db
    .selectFrom('enrollments')
    .innerJoin('courses', 'courses.id', 'enrollments.course_id')
    .innerJoin('roles', 'roles.id', 'enrollments.role_id')
    .select([
      'enrollments.associated_user_id',
      'enrollments.course_id',
      'enrollments.course_section_id',
      'enrollments.id',
      'enrollments.limit_privileges_to_course_section',
      'enrollments.role_id',
      'enrollments.root_account_id',
      'enrollments.type',
      'enrollments.user_id',
      'enrollments.workflow_state',
      'roles.name as role',
    ])
    .where(condition)
    .orderBy('enrollments.id')
    .execute();
  const standings = await standingsOf(ctx, rows);
  return rows.flatMap((row) => {
    const standing = standings.get(row.id);
    if (!standing) return [];
    return [{ ...row, date_state: standing.state, effective_state: effectiveState(standing) }];
  });
}
