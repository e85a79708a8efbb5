/** Who watches whom: the links, and the enrollments that come and go with them. */

import type { Context } from '../http/context.ts';
import { observerFollows } from './observers-follow.ts';

export interface ObservationLink {
  studentId: number;
  observerId: number;
  rootAccountId: number;
}

/** Links an observer to a student, in whose courses he then is too. Nothing happens where the link exists. */
export async function link(
  ctx: Context,
  { studentId, observerId, rootAccountId }: ObservationLink,
): Promise<void> {
  const existing = await ctx.db
    .selectFrom('user_observation_links')
    .select(['id', 'workflow_state'])
    .where('user_id', '=', studentId)
    .where('observer_id', '=', observerId)
    .where('root_account_id', '=', rootAccountId)
    .executeTakeFirst();
  if (existing?.workflow_state === 'active') return;
  await ctx.db
    .insertInto('user_observation_links')
    .values({
      user_id: studentId,
      observer_id: observerId,
      root_account_id: rootAccountId,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['user_id', 'observer_id', 'root_account_id'])
        .doUpdateSet({ workflow_state: 'active', updated_at: ctx.now }),
    )
    .execute();
  await joinCourses(ctx, studentId, observerId);
}

async function joinCourses(ctx: Context, studentId: number, observerId: number): Promise<void> {
  const enrollments = await ctx.db
    .selectFrom('enrollments')
    .selectAll()
    .where('user_id', '=', studentId)
    .where('type', '=', 'StudentEnrollment')
    .where('workflow_state', 'in', ['active', 'invited', 'creation_pending'])
    .orderBy('course_id')
    .orderBy('id')
    .execute();
  for (const enrollment of enrollments) await observerFollows(ctx, observerId, enrollment);
}

/** Takes links away, and the observer out of the courses that he was in because of them. */
export async function unlink(ctx: Context, linkIds: readonly number[]): Promise<void> {
  if (linkIds.length === 0) return;
  const links = await ctx.db
    .updateTable('user_observation_links')
    .set({ workflow_state: 'deleted', updated_at: ctx.now })
    .where('id', 'in', linkIds)
    .returning(['user_id', 'observer_id', 'root_account_id'])
    .execute();
  for (const { user_id, observer_id, root_account_id } of links) {
    await ctx.db
      .updateTable('enrollments')
      .set({ workflow_state: 'deleted', updated_at: ctx.now })
      .where('user_id', '=', observer_id)
      .where('associated_user_id', '=', user_id)
      .where('root_account_id', '=', root_account_id)
      .where('type', '=', 'ObserverEnrollment')
      .where('workflow_state', '<>', 'deleted')
      .execute();
  }
}
