import { sql } from 'kysely';
import { mayToUser } from '../../domain/user-access.ts';
import type { UserRight } from '../../domain/user-rights.ts';
import { NotFound } from '../../errors.ts';
import type { Context, User } from '../../http/context.ts';
import { type IdColumn, parseId, parseIds } from '../../http/ids.ts';
import { loads } from '../../http/operation.ts';

/**
 * `42`, `self`, `sis_user_id:X`, `sis_login_id:x@y` … → a user, in whatever state.
 * SIS forms look through the logins of this root account. Throws NotFound.
 */
export async function findUserInAnyState(ctx: Context, text: string): Promise<User> {
  const id = parseId(text, 'user');
  if (id.by === 'word') return ctx.me;
  if (id.by === 'nothing') throw new NotFound();
  const query = ctx.db.selectFrom('users').selectAll('users');
  const user = await (id.by === 'id'
    ? query.where('users.id', '=', id.id)
    : query.where(named(ctx, id.column, [id.value]))
  )
    // Both a merged user and the one into whom he was merged answer to his old ids.
    .orderBy((eb) => eb('users.workflow_state', '=', 'deleted'))
    .orderBy('users.id')
    .limit(1)
    .executeTakeFirst();
  if (!user) throw new NotFound();
  return user;
}

/** A user who isn't deleted. Throws NotFound. */
export async function findUser(ctx: Context, text: string): Promise<User> {
  const user = await findUserInAnyState(ctx, text);
  if (user.workflow_state === 'deleted') throw new NotFound();
  return user;
}

/** `load: { user: user('user_id') }` */
export const user = loads<User, UserRight>({ find: findUser, grants: mayToUser });

/** For what may also be asked of a deleted user: who he is, to restore him, to split him off again. */
export const userInAnyState = loads<User, UserRight>({ find: findUserInAnyState, grants: mayToUser });

/**
 * A list of ids in whatever form → the ids of users, deleted or not, each once; SIS ids that don't exist drop out.
 * Numbers go through unchecked.
 */
export async function resolveUserIds(ctx: Context, texts: readonly string[]): Promise<number[]> {
  const parsed = parseIds(texts, 'user');
  const ids = parsed.flatMap((id) => (id.by === 'id' ? [id.id] : id.by === 'word' ? [ctx.me.id] : []));
  const byColumn = Map.groupBy(
    parsed.filter((id) => id.by === 'column'),
    ({ column }) => column,
  );
  for (const [column, group] of byColumn) {
    const values = group.map(({ value }) => value);
    const rows = await ctx.db
      .selectFrom('users')
      .select('id')
      .where(named(ctx, column, values))
      .execute();
    ids.push(...rows.map(({ id }) => id));
  }
  return [...new Set(ids)];
}

/** Users whom any of the values names. */
function named(ctx: Context, column: IdColumn<'user'>, values: readonly string[]) {
  const byLogin = (condition: ReturnType<typeof sql>) => sql<boolean>`exists (
    select 1 from pseudonyms where pseudonyms.user_id = users.id
      and pseudonyms.account_id = ${ctx.rootAccount.id} and pseudonyms.workflow_state <> 'deleted' and ${condition})`;
  switch (column) {
    case 'sis_user_id':
      return byLogin(sql`pseudonyms.sis_user_id = any(${values})`);
    case 'sis_login_id':
      return byLogin(sql`pseudonyms.unique_id_key = any(${values.map((value) => value.toLowerCase())})`);
    case 'sis_integration_id':
      return byLogin(sql`pseudonyms.integration_id = any(${values})`);
    case 'lti_1_3_id':
      return sql<boolean>`users.lti_id = any(${values})`;
    case 'uuid':
      return sql<boolean>`users.uuid = any(${values})`;
    case 'lti_user_id':
      // Tools also know users by the ids that they had before they were merged into another.
      return sql<boolean>`(users.lti_context_id = any(${values}) or exists (select 1 from user_past_lti_ids
        where user_past_lti_ids.user_id = users.id and user_lti_context_id = any(${values})))`;
    default:
      return sql<boolean>`users.lti_context_id = any(${values})`;
  }
}
