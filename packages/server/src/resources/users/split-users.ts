/** Undoing a merge as far as it can be undone. Source: Canvas's SplitUsers. */
import { type Selectable, sql } from 'kysely';
import type { UserMergesTable } from '../../db/tables/index.ts';
import { forgetCourseAccess } from '../../domain/course-access.ts';
import type { Context, User } from '../../http/context.ts';
import { passConversations, recodeEvents } from './merge-content.ts';
import { splitFiles } from './merge-files.ts';
import { movable, touching } from './merge-record.ts';
import { reassignAll, splitSubmissions } from './merge-submissions.ts';

export type Merge = Selectable<UserMergesTable>;

/** Gives the merged user back what came from him and the user still has. @returns the user who is back */
export async function splitOff(ctx: Context, merge: Merge): Promise<User> {
  const { from_user_id: fromId, into_user_id: intoId, moved } = merge;
  await restoreStates(ctx, moved);
  for (const column of movable) await moveBack(ctx, column, moved[column] ?? [], merge);
  await sql`delete from user_past_lti_ids
    where id = any(${moved['user_past_lti_ids added'] ?? []}::bigint[])`.execute(ctx.db);
  const back = await ctx.db
    .updateTable('users')
    .set({
      workflow_state: 'registered',
      merged_into_user_id: null,
      deleted_at: null,
      updated_at: ctx.now,
    })
    .where('id', '=', fromId)
    .returningAll()
    .executeTakeFirstOrThrow();
  await splitSubmissions(ctx, moved, fromId, intoId);
  await sql`update assignment_override_students set user_id = ${fromId} where user_id = ${intoId}
    and assignment_override_id = any(${moved['overrides for'] ?? []}::bigint[])`.execute(ctx.db);
  await recodeEvents(ctx, moved['calendar_events.context_id'] ?? [], intoId, fromId);
  await passConversations(ctx, intoId, fromId, moved['conversations of'] ?? []);
  await splitFiles(ctx, moved['attachments of'] ?? [], back, intoId);
  await reassignAll(ctx, [fromId, intoId]);
  if (moved['avatar taken by']) await givePictureBack(ctx, back, intoId);
  await ctx.db
    .updateTable('user_merges')
    .set({ workflow_state: 'split', updated_at: ctx.now })
    .where('id', '=', merge.id)
    .execute();
  forgetCourseAccess(ctx);
  return back;
}

/** What was taken away since belongs to nobody's past: only rows that the user still holds go back. */
async function moveBack(
  ctx: Context,
  column: (typeof movable)[number],
  ids: readonly number[],
  { from_user_id, into_user_id }: Merge,
): Promise<void> {
  if (ids.length === 0) return;
  const [table, name] = column.split('.') as [string, string];
  await sql`update ${sql.table(table)} set ${sql.ref(name)} = ${from_user_id} ${touching(ctx, column)}
    where id = any(${ids}::bigint[]) and ${sql.ref(name)} = ${into_user_id}`.execute(ctx.db);
}

/** `enrollments is active` → these are active again. */
async function restoreStates(ctx: Context, moved: Merge['moved']): Promise<void> {
  for (const [key, ids] of Object.entries(moved)) {
    const [, table, state] = /^(\w+) is (\w+)$/.exec(key) ?? [];
    if (!table || !state) continue;
    await sql`update ${sql.table(table)} set workflow_state = ${state}, updated_at = ${ctx.now}
      where id = any(${ids}::bigint[])`.execute(ctx.db);
  }
}

/** Unless another was chosen meanwhile. */
async function givePictureBack(ctx: Context, from: User, intoId: number): Promise<void> {
  await ctx.db
    .updateTable('users')
    .set({ avatar_url: null, avatar_state: 'none' })
    .where('id', '=', intoId)
    .where('avatar_url', '=', from.avatar_url)
    .execute();
}
