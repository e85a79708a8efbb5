/** Making one user of two. Source: Canvas's UserMerge. */
import { type SqlBool, sql } from 'kysely';
import { forgetCourseAccess } from '../../domain/course-access.ts';
import { Refusal } from '../../errors.ts';
import type { Context, User } from '../../http/context.ts';
import { mergeContent } from './merge-content.ts';
import { mergeEnrollments } from './merge-enrollments.ts';
import { mergeFiles } from './merge-files.ts';
import { mergeObservationLinks } from './merge-links.ts';
import { MergeRecord, move, restate } from './merge-record.ts';
import { mergeSubmissions, reassignAll } from './merge-submissions.ts';

/** Moves everything that `from` has to `into`, and deletes `from`. @returns the user that is left */
export async function mergeUsers(ctx: Context, from: User, into: User): Promise<User> {
  if (from.id === into.id) return into;
  if (from.fake_student || into.fake_student) {
    throw new Refusal(400, { message: 'cannot merge a test student' });
  }
  const record = new MergeRecord();
  await keepPastIds(ctx, record, from, into);
  await copyFavorites(ctx, from, into);
  await mergeChannels(ctx, record, from, into);
  await mergeEnrollments(ctx, record, from.id, into.id);
  await mergeObservationLinks(ctx, record, from.id, into.id);
  await mergeLogins(ctx, record, from, into);
  await mergeAccountRoles(ctx, record, from, into);
  await move(ctx, record, 'access_tokens.user_id', await idsOf(ctx, 'access_tokens', from), into.id);
  await mergeSubmissions(ctx, record, from.id, into.id);
  await mergeContent(ctx, record, from.id, into.id);
  await mergeFiles(ctx, record, from, into);
  await reassignAll(ctx, [from.id, into.id]);
  const merged = await mergePerson(ctx, record, from, into);
  await bury(ctx, from, into);
  await ctx.db
    .insertInto('user_merges')
    .values({
      from_user_id: from.id,
      into_user_id: into.id,
      moved: record.toJson(),
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute();
  forgetCourseAccess(ctx);
  return merged;
}

/** In every context in which tools may know `from`, they go on knowing him by his old ids. */
async function keepPastIds(ctx: Context, record: MergeRecord, from: User, into: User): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    insert into user_past_lti_ids (user_id, context_type, context_id, user_uuid, user_lti_id, user_lti_context_id)
    select ${into.id}, contexts.type, contexts.id, ${from.uuid}, ${from.lti_id}, ${from.lti_context_id}
    from (select 'Course' as type, course_id as id from enrollments where user_id = ${from.id}
      union select 'Account', account_id from account_users where user_id = ${from.id}) as contexts
    where not exists (select 1 from user_past_lti_ids past where past.user_id in (${from.id}, ${into.id})
      and past.context_type = contexts.type and past.context_id = contexts.id)
    returning id`.execute(ctx.db);
  record.note(
    'user_past_lti_ids added',
    rows.map(({ id }) => id),
  );
  await sql`update user_past_lti_ids own set user_id = ${into.id} where own.user_id = ${from.id}
    and not exists (select 1 from user_past_lti_ids theirs where theirs.user_id = ${into.id}
      and theirs.context_type = own.context_type and theirs.context_id = own.context_id)`.execute(ctx.db);
}

async function copyFavorites(ctx: Context, from: User, into: User): Promise<void> {
  await sql`insert into favorites (user_id, context_type, context_id)
    select ${into.id}, context_type, context_id from favorites where user_id = ${from.id}
    on conflict do nothing`.execute(ctx.db);
}

/** Of one address that both have, the confirmed one stays. */
async function mergeChannels(ctx: Context, record: MergeRecord, from: User, into: User): Promise<void> {
  const rows = await ctx.db
    .selectFrom('communication_channels')
    .select(['id', 'user_id', 'type', 'address', 'position', 'workflow_state'])
    .where('user_id', 'in', [from.id, into.id])
    .orderBy('position')
    .execute();
  const theirs = rows.filter(({ user_id }) => user_id === into.id);
  const moving: number[] = [];
  for (const row of rows.filter(({ user_id }) => user_id === from.id)) {
    const twin = theirs.find(
      ({ type, address }) => type === row.type && address.toLowerCase() === row.address.toLowerCase(),
    );
    if (twin && row.workflow_state === 'active' && twin.workflow_state !== 'active') {
      await restate(ctx, record, 'communication_channels', [twin], 'active');
    }
    if (twin) await restate(ctx, record, 'communication_channels', [row], 'retired');
    else if (row.workflow_state !== 'retired') moving.push(row.id);
  }
  await moveBehind(ctx, record, 'communication_channels', moving, into);
}

async function mergeLogins(ctx: Context, record: MergeRecord, from: User, into: User): Promise<void> {
  await moveBehind(ctx, record, 'pseudonyms', await idsOf(ctx, 'pseudonyms', from), into);
}

/** Puts rows behind those that the user has. */
async function moveBehind(
  ctx: Context,
  record: MergeRecord,
  table: 'pseudonyms' | 'communication_channels',
  ids: readonly number[],
  into: User,
): Promise<void> {
  if (ids.length === 0) return;
  await sql`update ${sql.table(table)} set position = position + coalesce(
      (select max(position) from ${sql.table(table)} where user_id = ${into.id}), 0)
    where id = any(${ids}::bigint[])`.execute(ctx.db);
  await move(ctx, record, `${table}.user_id`, ids, into.id);
}

async function mergeAccountRoles(ctx: Context, record: MergeRecord, from: User, into: User): Promise<void> {
  const rows = await ctx.db
    .selectFrom('account_users as own')
    .leftJoin('account_users as twin', (join) =>
      join
        .onRef('twin.account_id', '=', 'own.account_id')
        .onRef('twin.role_id', '=', 'own.role_id')
        .on('twin.user_id', '=', into.id),
    )
    .select(['own.id', 'own.workflow_state', 'twin.id as twin_id', 'twin.workflow_state as twin_state'])
    .where('own.user_id', '=', from.id)
    .execute();
  for (const { id, workflow_state, twin_id, twin_state } of rows) {
    if (twin_id === null || twin_state === null) {
      await move(ctx, record, 'account_users.user_id', [id], into.id);
      continue;
    }
    if (workflow_state === 'active') {
      await restate(ctx, record, 'account_users', [{ id: twin_id, workflow_state: twin_state }], 'active');
    }
    await restate(ctx, record, 'account_users', [{ id, workflow_state }], 'deleted');
  }
}

async function idsOf(ctx: Context, table: 'pseudonyms' | 'access_tokens', { id }: User): Promise<number[]> {
  const rows = await ctx.db.selectFrom(table).select('id').where(sql<SqlBool>`user_id = ${id}`).execute();
  return rows.map((row) => row.id);
}

/** A picture where there is none, terms that either accepted, and the preferences of both. */
async function mergePerson(ctx: Context, record: MergeRecord, from: User, into: User): Promise<User> {
  const takesPicture = into.avatar_url === null && from.avatar_url !== null;
  if (takesPicture) record.note('avatar taken by', [into.id]);
  return await ctx.db
    .updateTable('users')
    .set({
      preferences: JSON.stringify({ ...into.preferences, ...from.preferences }),
      terms_accepted_at: into.terms_accepted_at ?? from.terms_accepted_at,
      ...(takesPicture && { avatar_url: from.avatar_url, avatar_state: from.avatar_state }),
      updated_at: ctx.now,
    })
    .where('id', '=', into.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

async function bury(ctx: Context, from: User, into: User): Promise<void> {
  await ctx.db
    .updateTable('users')
    .set({
      workflow_state: 'deleted',
      merged_into_user_id: into.id,
      deleted_at: ctx.now,
      updated_at: ctx.now,
    })
    .where('id', '=', from.id)
    .execute();
}
