/** `include[]` of groups. */

import { anyOf } from '../../db/any-of.ts';
import type { GroupRow } from '../../domain/group-access.ts';
import { groupAccesses } from '../../domain/group-access.ts';
import { type GroupAccess, type GroupRight, groupGrants } from '../../domain/group-rights.ts';
import type { Context } from '../../http/context.ts';
import type { IncludeLoader, IncludeLoaders } from '../../http/includes.ts';
import { serializeGroupCategories } from '../group-categories/serialize.ts';
import { serializeTabs, tabsOfGroup } from '../tabs/serialize.ts';
import { categoriesOf } from './group-facts.ts';
import { membersOfGroups } from './members.ts';
import type { Group } from './schema.ts';

export interface GroupView {
  includes?: readonly GroupInclude[];
  /** Gives inactive members too, and says of each whether he is at work. */
  includeInactive?: boolean;
}

export type GroupInclude =
  | 'permissions'
  | 'users'
  | 'group_category'
  | 'favorites'
  | 'html_url'
  | 'tabs'
  | 'can_access'
  | 'can_message';

type Loader = IncludeLoader<GroupRow, Partial<Group>, GroupView>;

/** An include that is about what the caller may. */
const ofRights =
  (fields: (may: (right: GroupRight) => boolean) => Partial<Group>): Loader =>
  async (ctx, groups) => {
    const accesses = await groupAccesses(ctx, groups);
    return ({ id }) => fields((right) => groupGrants(right, accesses.get(id) as GroupAccess));
  };

const permissions = ofRights((may) => ({
  permissions: {
    create_discussion_topic: may('create_forum') || may('moderate_forum'),
    join: may('join'),
    create_announcement: may('create_forum') || (may('read_announcements') && may('moderate_forum')),
  },
}));

const users: Loader = async (ctx, groups, { includeInactive = false }) => {
  const membersOf = await membersOfGroups(ctx, groups, includeInactive);
  return (group) => ({ users: membersOf(group) });
};

const groupCategory: Loader = async (ctx, groups) => {
  const categoryOf = await categoriesOf(ctx, groups);
  const categories = new Map(groups.map((group) => [group.group_category_id, categoryOf(group)]));
  const json = await serializeGroupCategories(ctx, [...categories.values()]);
  const byId = new Map(json.map((category) => [category.id, category]));
  return ({ group_category_id }) => {
    const group_category = byId.get(group_category_id);
    return group_category ? { group_category } : {};
  };
};

const favorites: Loader = async (ctx, groups) => {
  const chosen = await favoritesAmong(
    ctx,
    groups.map(({ id }) => id),
  );
  return ({ id }) => ({ is_favorite: chosen.has(id) });
};

async function favoritesAmong(ctx: Context, ids: readonly number[]): Promise<Set<number>> {
  if (!ctx.user) return new Set();
  const rows = await ctx.db
    .selectFrom('favorites')
    .select('context_id')
    .where('user_id', '=', ctx.user.id)
    .where('context_type', '=', 'Group')
    .where('context_id', '=', anyOf(ids))
    .execute();
  return new Set(rows.map(({ context_id }) => context_id));
}

export const groupIncludes: IncludeLoaders<GroupInclude, GroupRow, Partial<Group>, GroupView> = {
  permissions,
  users,
  group_category: groupCategory,
  favorites,
  html_url: async (ctx) => (group) => ({ html_url: ctx.url(`/groups/${group.id}`) }),
  tabs: async (ctx) => (group) => ({ tabs: serializeTabs(ctx, tabsOfGroup(group)) }),
  can_access: ofRights((may) => ({ can_access: may('read') })),
  can_message: ofRights((may) => ({ can_message: may('send_messages') })),
};
