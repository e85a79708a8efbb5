import type { GroupRow } from '../../domain/group-access.ts';
import { isFull, type MembershipRow } from '../../domain/group-members.ts';
import type { Context } from '../../http/context.ts';
import { loadIncludes } from '../../http/includes.ts';
import { inOrderOf } from '../../http/schema.ts';
import { sisFieldsShown } from '../group-categories/serialize.ts';
import { displayUser } from '../users/display.ts';
import {
  avatarsOf,
  categoriesOf,
  groupQuotas,
  groupsWithSubmission,
  leadersOf,
  membersOf,
  placesOf,
} from './group-facts.ts';
import { type GroupView, groupIncludes } from './includes.ts';
import { Group, GroupMembership } from './schema.ts';

export { groupIncludes } from './includes.ts';

/** Groups as the caller may see them, in a number of queries that doesn't grow with the list. */
export async function serializeGroups(
  ctx: Context,
  groups: readonly GroupRow[],
  view: GroupView = {},
): Promise<Group[]> {
  if (groups.length === 0) return [];
  const [placeOf, categoryOf, countOf, quotaOf, leaderOf, avatarOf, submitters, sis, included] =
    await Promise.all([
      placesOf(ctx, groups),
      categoriesOf(ctx, groups),
      membersOf(ctx, groups),
      groupQuotas(ctx, groups),
      leadersOf(ctx, groups),
      avatarsOf(ctx, groups),
      groupsWithSubmission(ctx, groups),
      sisFieldsShown(ctx),
      loadIncludes(ctx, groups, view.includes ?? [], groupIncludes, view),
    ]);
  return groups.map((group) => {
    const [category, place, leader, members] = [
      categoryOf(group),
      placeOf(group),
      leaderOf(group),
      countOf(group),
    ];
    return inOrderOf(Group, {
      id: group.id,
      name: group.name,
      created_at: group.created_at,
      max_membership: group.max_membership,
      is_public: group.is_public,
      join_level: group.join_level,
      group_category_id: group.group_category_id,
      description: group.description,
      members_count: members.shown,
      storage_quota_mb: quotaOf(group),
      context_type: group.context_type,
      ...(group.context_type === 'Course'
        ? { course_id: group.context_id }
        : { account_id: group.context_id }),
      context_name: place.name,
      avatar_url: avatarOf(group),
      role: category.role,
      leader: leader ? displayUser(ctx, leader, `/groups/${group.id}`) : null,
      is_full: isFull(group, category, members.accepted),
      ...(sis.id && { sis_group_id: group.sis_group_id }),
      ...(sis.importId && { sis_import_id: group.sis_import_id }),
      has_submission: submitters.has(group.id),
      concluded: place.concluded,
      non_collaborative: group.non_collaborative,
      ...included(group),
    });
  });
}

export async function serializeGroup(ctx: Context, group: GroupRow, view?: GroupView): Promise<Group> {
  const [json] = await serializeGroups(ctx, [group], view);
  return json as Group;
}

/** Memberships of one group. */
export async function serializeMemberships(
  ctx: Context,
  group: GroupRow,
  memberships: readonly MembershipRow[],
): Promise<GroupMembership[]> {
  const sis = await sisFieldsShown(ctx);
  return memberships.map((membership) =>
    inOrderOf(GroupMembership, {
      id: membership.id,
      group_id: membership.group_id,
      workflow_state: membership.workflow_state,
      user_id: membership.user_id,
      created_at: membership.created_at,
      moderator: membership.moderator,
      ...(sis.id && { sis_group_id: group.sis_group_id }),
      ...(sis.importId && { sis_import_id: membership.sis_import_id }),
    }),
  );
}

export async function serializeMembership(
  ctx: Context,
  group: GroupRow,
  membership: MembershipRow,
): Promise<GroupMembership> {
  const [json] = await serializeMemberships(ctx, group, [membership]);
  return json as GroupMembership;
}
