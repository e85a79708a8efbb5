/**
 * Who joins a group and leaves it, and what follows: only one group of a category at a time, and a leader who is one
 * of the members. Source: Canvas's Group, GroupMembership and GroupLeadership.
 */
import { type Selectable, sql } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type { GroupMembershipsTable } from '../db/tables/index.ts';
import { InvalidRecord } from '../errors.ts';
import type { Context, User } from '../http/context.ts';
import { assignWork } from './assigned-work.ts';
import { forgetGroupAccess, type GroupCategoryRow, type GroupRow } from './group-access.ts';
import { groupsSharingSection } from './group-sections.ts';
import { randomToken } from './random-token.ts';

export type MembershipRow = Selectable<GroupMembershipsTable>;
type State = MembershipRow['workflow_state'];

/** In these one can be in several groups at once. */
export const allowsSeveral = ({ role }: Pick<GroupCategoryRow, 'role'>): boolean =>
  role === 'student_organized' || role === 'communities';

export interface Joining {
  /** As the group's join level has it unless said otherwise. */
  state?: 'accepted' | 'invited' | 'requested';
  moderator?: boolean;
}

const STATE_BY_LEVEL: Readonly<Record<string, State>> = {
  invitation_only: 'invited',
  parent_context_request: 'requested',
  parent_context_auto_join: 'accepted',
};

/**
 * Makes somebody a member; who is one already stays as he is.
 *
 * @throws InvalidRecord where the group is full, or the sections of its members keep him out
 */
export async function addMember(
  ctx: Context,
  group: GroupRow,
  user: User,
  { state, moderator }: Joining = {},
): Promise<{ membership: MembershipRow; created: boolean }> {
  const category = await categoryOf(ctx, group);
  const asked = state ?? STATE_BY_LEVEL[group.join_level] ?? 'accepted';
  // Only in communities does anybody have to accept anything.
  const workflow_state = category.role === 'communities' ? asked : 'accepted';
  const existing = await ctx.db
    .selectFrom('group_memberships')
    .selectAll()
    .where('group_id', '=', group.id)
    .where('user_id', '=', user.id)
    .where('workflow_state', '<>', 'deleted')
    .executeTakeFirst();
  if (existing) {
    const changes = {
      ...(existing.workflow_state !== 'accepted' && { workflow_state }),
      ...(moderator !== undefined && { moderator }),
    };
    return { membership: await changeMembership(ctx, group, existing, changes), created: false };
  }
  await refuseToJoin(ctx, group, category, user);
  const membership = await ctx.db
    .insertInto('group_memberships')
    .values(newMembership(ctx, group, user.id, workflow_state, moderator ?? false))
    .returningAll()
    .executeTakeFirstOrThrow();
  await afterJoining(ctx, group, category, user.id);
  return { membership, created: true };
}

/** Changes a membership that lasts. */
export async function changeMembership(
  ctx: Context,
  group: GroupRow,
  membership: MembershipRow,
  changes: Partial<Pick<MembershipRow, 'workflow_state' | 'moderator'>>,
): Promise<MembershipRow> {
  const before = membership as Record<string, unknown>;
  if (Object.entries(changes).every(([name, value]) => before[name] === value)) return membership;
  const changed = await ctx.db
    .updateTable('group_memberships')
    .set({ ...changes, updated_at: ctx.now })
    .where('id', '=', membership.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await afterJoining(ctx, group, await categoryOf(ctx, group), membership.user_id);
  return changed;
}

/** Ends memberships, of whichever groups. */
export async function endMemberships(ctx: Context, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const ended = await ctx.db
    .updateTable('group_memberships')
    .set({ workflow_state: 'deleted', updated_at: ctx.now })
    .where('id', '=', anyOf(ids))
    .where('workflow_state', '<>', 'deleted')
    .returning(['group_id', 'user_id'])
    .execute();
  await afterChange(
    ctx,
    ended.map(({ group_id }) => group_id),
    ended.map(({ user_id }) => user_id),
  );
}

/**
 * Puts people into a group at once, who are in it neither as members nor as invited. Neither limits nor other groups
 * are looked at.
 *
 * @returns the memberships by user
 */
export async function insertMembers(
  ctx: Context,
  group: GroupRow,
  userIds: readonly number[],
): Promise<MembershipRow[]> {
  if (userIds.length === 0) return [];
  const sorted = [...new Set(userIds)].sort((a, b) => a - b);
  const rows = await ctx.db
    .insertInto('group_memberships')
    .values(sorted.map((userId) => newMembership(ctx, group, userId, 'accepted', false)))
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .execute();
  await afterChange(ctx, [group.id], sorted);
  return rows;
}

const newMembership = (
  ctx: Context,
  { id }: GroupRow,
  user_id: number,
  workflow_state: State,
  moderator: boolean,
) => ({
  group_id: id,
  user_id,
  workflow_state,
  moderator,
  uuid: randomToken(40),
  created_at: ctx.now,
  updated_at: ctx.now,
});

export function categoryOf(ctx: Context, { group_category_id }: GroupRow): Promise<GroupCategoryRow> {
  return ctx.db
    .selectFrom('group_categories')
    .selectAll()
    .where('id', '=', group_category_id)
    .executeTakeFirstOrThrow();
}

async function refuseToJoin(ctx: Context, group: GroupRow, category: GroupCategoryRow, user: User) {
  if (category.self_signup === 'restricted') {
    const fitting = await groupsSharingSection(ctx, [group.id], user.id);
    if (!fitting.has(group.id)) {
      throw new InvalidRecord({
        user_id: [`${user.name} does not share a section with the other members of ${group.name}.`],
      });
    }
  }
  if (isFull(group, category, await countAccepted(ctx, group))) {
    throw new InvalidRecord({ group_id: ['The group is full.'] });
  }
}

/** Groups that students make are never full. */
export function isFull(group: GroupRow, category: GroupCategoryRow, members: number): boolean {
  const most = group.max_membership || category.group_limit;
  return category.role !== 'student_organized' && most !== null && most > 0 && members >= most;
}

async function countAccepted(ctx: Context, { id }: GroupRow): Promise<number> {
  // Whoever joins the same group at the same moment waits here, so that the last place is taken once.
  await ctx.db.selectFrom('groups').select('id').where('id', '=', id).forUpdate().execute();
  const { members } = await ctx.db
    .selectFrom('group_memberships')
    .select((eb) => eb.fn.countAll<number>().as('members'))
    .where('group_id', '=', id)
    .where('workflow_state', '=', 'accepted')
    .executeTakeFirstOrThrow();
  return members;
}

async function afterJoining(ctx: Context, group: GroupRow, category: GroupCategoryRow, userId: number) {
  if (!allowsSeveral(category)) await endOthers(ctx, group, userId);
  await afterChange(ctx, [group.id], [userId]);
}

/** One is in one group of a category; to join another is to move. */
async function endOthers(ctx: Context, group: GroupRow, userId: number): Promise<void> {
  const others = await ctx.db
    .selectFrom('group_memberships')
    .innerJoin('groups', 'groups.id', 'group_memberships.group_id')
    .select('group_memberships.id')
    .where('groups.group_category_id', '=', group.group_category_id)
    .where('groups.id', '<>', group.id)
    .where('group_memberships.user_id', '=', userId)
    .where('group_memberships.workflow_state', '<>', 'deleted')
    .execute();
  await endMemberships(
    ctx,
    others.map(({ id }) => id),
  );
}

async function afterChange(ctx: Context, groupIds: readonly number[], userIds: readonly number[]) {
  if (groupIds.length === 0) return;
  await settleLeaders(ctx, groupIds);
  await ctx.db.updateTable('groups').set({ updated_at: ctx.now }).where('id', '=', anyOf(groupIds)).execute();
  forgetGroupAccess(ctx);
  const courses = await ctx.db
    .selectFrom('groups')
    .select('context_id')
    .distinct()
    .where('id', '=', anyOf(groupIds))
    .where('context_type', '=', 'Course')
    .execute();
  for (const { context_id } of courses) await assignWork(ctx, { courseId: context_id, userIds });
}

/** A leader who has left leads no longer, and where the category says so another member takes his place. */
export async function settleLeaders(ctx: Context, groupIds: readonly number[]): Promise<void> {
  await ctx.db
    .updateTable('groups')
    .set({ leader_id: null })
    .where('id', '=', anyOf(groupIds))
    .where('leader_id', 'is not', null)
    .where(
      sql<boolean>`not exists (select 1 from group_memberships
        where group_memberships.group_id = groups.id and group_memberships.user_id = groups.leader_id
          and group_memberships.workflow_state <> 'deleted')`,
    )
    .execute();
  await sql`
    update groups set leader_id = (
      select user_id from group_memberships
      where group_memberships.group_id = groups.id and group_memberships.workflow_state <> 'deleted'
      order by case group_categories.auto_leader when 'random' then random() else group_memberships.id end
      limit 1)
    from group_categories
    where group_categories.id = groups.group_category_id and group_categories.auto_leader is not null
      and groups.id = ${anyOf(groupIds)} and groups.leader_id is null`.execute(ctx.db);
}
