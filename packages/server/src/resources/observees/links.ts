/** The links of a student or an observer, and the users at their other end. */
import { anyOf } from '../../db/any-of.ts';
import { NotFound, Refusal } from '../../errors.ts';
import type { Context, User } from '../../http/context.ts';
import { paginate } from '../../http/page.ts';
import { knownUserIncludes, serializeUsers } from '../users/serialize.ts';
import type { LinkedUser } from './schema.ts';

/** Which end is the given user; the other end is listed. */
export type End = 'observer_id' | 'user_id';

const otherEnd = (end: End): End => (end === 'observer_id' ? 'user_id' : 'observer_id');

export function linksBetween(ctx: Context, end: End, user: User, others: readonly number[]) {
  return ctx.db
    .selectFrom('user_observation_links')
    .select(['id', 'user_id', 'observer_id', 'root_account_id'])
    .where(end, '=', user.id)
    .where(otherEnd(end), '=', anyOf(others))
    .where('workflow_state', '=', 'active')
    .orderBy('root_account_id')
    .execute();
}

/** A page of those to whom a user is linked, by name. */
export async function listLinked(
  ctx: Context,
  end: End,
  user: User,
  include: readonly string[] = [],
): Promise<LinkedUser[]> {
  const query = ctx.db
    .selectFrom('users')
    .selectAll('users')
    .where('users.workflow_state', '<>', 'deleted')
    .where('users.id', 'in', (eb) =>
      eb
        .selectFrom('user_observation_links')
        .select(otherEnd(end))
        .where(end, '=', user.id)
        .where('workflow_state', '=', 'active'),
    );
  const users = await paginate(ctx, query, {
    key: 'users.id',
    order: [{ by: 'users.sortable_name_key' }],
    kind: 'total',
  });
  const json = await serializeUsers(ctx, users, {
    context: { account: ctx.rootAccount },
    includes: knownUserIncludes(include),
  });
  return await withLinks(ctx, end, user, json);
}

/** One of them; without any context, so that neither logins nor SIS ids show. */
export async function showLinked(ctx: Context, end: End, user: User, other: User): Promise<LinkedUser> {
  const json = await serializeUsers(ctx, [other]);
  return (await withLinks(ctx, end, user, json))[0] as LinkedUser;
}

async function withLinks(
  ctx: Context,
  end: End,
  user: User,
  users: Awaited<ReturnType<typeof serializeUsers>>,
): Promise<LinkedUser[]> {
  const links = await linksBetween(
    ctx,
    end,
    user,
    users.map(({ id }) => id),
  );
  const byOther = Map.groupBy(links, (link) => link[otherEnd(end)]);
  return users.map((json) => ({
    ...json,
    observation_link_root_account_ids: (byOther.get(json.id) ?? []).map(
      ({ root_account_id }) => root_account_id,
    ),
  }));
}

/** @throws NotFound where the two aren't linked */
export async function refuseUnlinked(ctx: Context, end: End, user: User, other: User): Promise<void> {
  if ((await linksBetween(ctx, end, user, [other.id])).length === 0) throw new NotFound();
}

/** @throws Refusal 400 for whoever would watch himself */
export function refuseSelf(observer: User, student: User): void {
  if (observer.id !== student.id) return;
  const message = 'Cannot observe yourself';
  throw new Refusal(400, { errors: [{ field: 'observer_id', message, error_code: message }] });
}
