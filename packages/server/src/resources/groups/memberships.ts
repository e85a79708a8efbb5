/** One membership of a group: how a path names it, and who may do what with it. Source: Canvas's GroupMembership. */
import { type GroupRow, groupAccess } from '../../domain/group-access.ts';
import { categoryOf, type MembershipRow } from '../../domain/group-members.ts';
import { groupGrants } from '../../domain/group-rights.ts';
import { isMember } from '../../domain/membership.ts';
import { NotFound } from '../../errors.ts';
import type { Context, User } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { loads } from '../../http/operation.ts';
import { resolveUserIds } from '../users/load.ts';

export type MembershipRight = 'read' | 'update' | 'delete';

/** A membership with the group that it is of, from which every right over it comes. */
export type MembershipInGroup = MembershipRow & { readonly group: GroupRow };

async function find(
  ctx: Context,
  group: GroupRow,
  by: 'id' | 'user_id',
  value: number | undefined,
): Promise<MembershipInGroup> {
  const found =
    value !== undefined &&
    (await ctx.db
      .selectFrom('group_memberships')
      .selectAll()
      .where('group_id', '=', group.id)
      .where(by, '=', value)
      .where('workflow_state', '<>', 'deleted')
      .executeTakeFirst());
  if (!found) throw new NotFound();
  return { ...found, group };
}

export async function membershipGrants(
  ctx: Context,
  { user_id, group }: { user_id: number; group: GroupRow },
  right: MembershipRight,
): Promise<boolean> {
  const access = await groupAccess(ctx, group);
  if (!access.userId) return false;
  if (group.non_collaborative) return groupGrants(right, access);
  if (right === 'read') return groupGrants('read_roster', access);
  const leaves = right === 'delete' && user_id === access.userId && groupGrants('leave', access);
  return leaves || groupGrants('manage', access);
}

/** Whether the caller may make somebody a member. */
export async function mayAddMember(ctx: Context, group: GroupRow, user: User): Promise<boolean> {
  const access = await groupAccess(ctx, group);
  if (!access.userId) return false;
  if (group.non_collaborative) return groupGrants('create', access);
  const joins = user.id === access.userId && groupGrants('join', access);
  // Nobody is put into a community: he comes by himself.
  if (joins || (await categoryOf(ctx, group)).role === 'communities') return joins;
  return access.parentGrants('manage_groups_manage') && (await canBePutInto(ctx, group, user));
}

async function canBePutInto(ctx: Context, group: GroupRow, user: User): Promise<boolean> {
  if (group.context_type === 'Account') return await isMember(ctx, ctx.rootAccount, user.id);
  const enrollment = await ctx.db
    .selectFrom('enrollments')
    .select('id')
    .where('course_id', '=', group.context_id)
    .where('user_id', '=', user.id)
    .where('type', '<>', 'StudentViewEnrollment')
    .where('workflow_state', '<>', 'deleted')
    .limit(1)
    .executeTakeFirst();
  return enrollment !== undefined;
}

/** `self` or the id of a membership of the group that was loaded before it. */
export const membership = loads<MembershipInGroup, MembershipRight>({
  find: (ctx, text, { group }) =>
    text === 'self'
      ? find(ctx, group as GroupRow, 'user_id', ctx.me.id)
      : find(ctx, group as GroupRow, 'id', parseNumber(text)),
  grants: membershipGrants,
});

/** The same by the user, in whatever form. */
export const membershipOfUser = loads<MembershipInGroup, MembershipRight>({
  async find(ctx, text, { group }) {
    const [id] = await resolveUserIds(ctx, [text]);
    return await find(ctx, group as GroupRow, 'user_id', id);
  },
  grants: membershipGrants,
});
