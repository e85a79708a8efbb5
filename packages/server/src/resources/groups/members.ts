/** The members of some groups, for `include[]=users`. */
import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { standingsOf } from '../../domain/enrollment-standing.ts';
import { type GroupRow, groupAccesses } from '../../domain/group-access.ts';
import { type GroupAccess, groupGrants } from '../../domain/group-rights.ts';
import type { Account, Context, User } from '../../http/context.ts';
import { serializeUsers } from '../users/serialize.ts';
import { accountsOf, coursesOf, sectionRestriction } from './group-facts.ts';
import type { Member } from './schema.ts';

/** More are not given. */
const MOST = 1000;

interface Row extends User {
  group_id: number;
  accepted: boolean;
}

/**
 * Those who administer the course see all; others see who has accepted, and of a course who is at work in it, unless
 * they ask for inactive people too.
 */
export async function membersOfGroups(
  ctx: Context,
  groups: readonly GroupRow[],
  includeInactive: boolean,
): Promise<(group: GroupRow) => Member[]> {
  const [rows, accesses] = await Promise.all([memberRows(ctx, groups), groupAccesses(ctx, groups)]);
  const isActive = await activity(ctx, groups, rows);
  const byGroup = Map.groupBy(rows, ({ group_id }) => group_id);
  const shown = new Map(
    groups.map((group) => {
      const members = byGroup.get(group.id) ?? [];
      const seesAll = groupGrants('read_as_admin', accesses.get(group.id) as GroupAccess);
      const visible = seesAll
        ? members
        : members.filter((row) => row.accepted && (includeInactive || isActive(group, row.id)));
      return [group.id, visible.slice(0, MOST)];
    }),
  );
  const json = await serialized(ctx, groups, shown);
  return (group) =>
    (json.get(group.id) ?? []).map((user) =>
      includeInactive ? { ...user, active: isActive(group, user.id) } : user,
    );
}

async function memberRows(ctx: Context, groups: readonly GroupRow[]): Promise<Row[]> {
  const restriction = await sectionRestriction(ctx, groups);
  return await ctx.db
    .selectFrom('group_memberships')
    .innerJoin('groups', 'groups.id', 'group_memberships.group_id')
    .innerJoin('users', 'users.id', 'group_memberships.user_id')
    .selectAll('users')
    .select([
      'group_memberships.group_id',
      sql<boolean>`group_memberships.workflow_state = 'accepted'`.as('accepted'),
    ])
    .where('group_memberships.group_id', '=', anyOf(groups.map(({ id }) => id)))
    .where('group_memberships.workflow_state', '<>', 'deleted')
    .where('users.workflow_state', '<>', 'deleted')
    .$if(restriction !== null, (query) => query.where(restriction ?? sql<boolean>`true`))
    .orderBy('users.sortable_name_key')
    .orderBy('users.id')
    .execute();
}

/** Whether somebody is at work in the course of a group; in accounts everybody is. */
async function activity(ctx: Context, groups: readonly GroupRow[], members: readonly Row[]) {
  const courses = await coursesOf(ctx, groups);
  if (courses.size === 0) return () => true;
  const enrollments = await ctx.db
    .selectFrom('enrollments')
    .select(['id', 'course_id', 'user_id'])
    .where('course_id', '=', anyOf(courses.keys()))
    .where('user_id', '=', anyOf(members.map(({ id }) => id)))
    .where('workflow_state', '=', 'active')
    .execute();
  const standings = await standingsOf(ctx, enrollments);
  const active = new Set(
    enrollments
      .filter(({ id }) => standings.get(id)?.state === 'active')
      .map(({ course_id, user_id }) => `${course_id}:${user_id}`),
  );
  return ({ context_type, context_id }: GroupRow, userId: number) =>
    context_type === 'Account' || active.has(`${context_id}:${userId}`);
}

/** As the course or the account shows its people to the caller. */
async function serialized(
  ctx: Context,
  groups: readonly GroupRow[],
  shown: ReadonlyMap<number, readonly User[]>,
): Promise<Map<number, Member[]>> {
  const [courses, accounts] = await Promise.all([coursesOf(ctx, groups), accountsOf(ctx, groups)]);
  const json = new Map<number, Member[]>();
  const byPlace = Map.groupBy(groups, ({ context_type, context_id }) => `${context_type}:${context_id}`);
  for (const together of byPlace.values()) {
    const [{ context_type, context_id }] = together as [GroupRow];
    const course = context_type === 'Course' ? courses.get(context_id) : undefined;
    const context = course ? { course } : { account: accounts.get(context_id) as Account };
    const people = together.flatMap(({ id }) => shown.get(id) ?? []);
    const users = await serializeUsers(ctx, people, { context });
    const byId = new Map(users.map((user) => [user.id, user]));
    for (const { id } of together) {
      json.set(
        id,
        (shown.get(id) ?? []).map((user) => byId.get(user.id) as Member),
      );
    }
  }
  return json;
}
