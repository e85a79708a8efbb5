/** What the answer about a category holds beside the row: work that is under way, and on request counts and groups. */
import { anyOf } from '../../db/any-of.ts';
import type { GroupCategoryRow } from '../../domain/group-access.ts';
import type { Context } from '../../http/context.ts';
import { type IncludeLoader, type IncludeLoaders, knownIncludes, loadIncludes } from '../../http/includes.ts';
import { serializeGroups } from '../groups/serialize.ts';
import { serializeProgress } from '../progress/serialize.ts';
import type { GroupCategory } from './schema.ts';
import { serializeGroupCategories } from './serialize.ts';
import { unassignedUsers } from './unassigned.ts';

type Include = 'progress' | 'groups_count' | 'unassigned_users_count' | 'groups';
type Loader = IncludeLoader<GroupCategoryRow, Partial<GroupCategory>>;

const idsOf = (categories: readonly GroupCategoryRow[]) => anyOf(categories.map(({ id }) => id));

const progress: Loader = async (ctx, categories) => {
  const rows = await ctx.db
    .selectFrom('progresses')
    .selectAll()
    .where('context_type', '=', 'GroupCategory')
    .where('context_id', '=', idsOf(categories))
    .where('workflow_state', 'in', ['queued', 'running'])
    .orderBy('id')
    .execute();
  const byCategory = Map.groupBy(rows, ({ context_id }) => context_id);
  return ({ id }) => {
    const [first] = byCategory.get(id) ?? [];
    return first ? { progress: serializeProgress(ctx, first) } : {};
  };
};

const groupsCount: Loader = async (ctx, categories) => {
  const rows = await ctx.db
    .selectFrom('groups')
    .select((eb) => ['group_category_id', eb.fn.countAll<number>().as('groups')])
    .where('group_category_id', '=', idsOf(categories))
    .where('workflow_state', '<>', 'deleted')
    .groupBy('group_category_id')
    .execute();
  const counts = new Map(rows.map(({ group_category_id, groups }) => [group_category_id, groups]));
  return ({ id }) => ({ groups_count: counts.get(id) ?? 0 });
};

/** A page has few categories; each counts people of its own. */
const unassignedUsersCount: Loader = async (ctx, categories) => {
  const counts = new Map<number, number>();
  for (const category of categories) {
    const { users } = await (await unassignedUsers(ctx, category))
      .select((eb) => eb.fn.countAll<number>().as('users'))
      .executeTakeFirstOrThrow();
    counts.set(category.id, users);
  }
  return ({ id }) => ({ unassigned_users_count: counts.get(id) as number });
};

const groups: Loader = async (ctx, categories) => {
  const rows = await ctx.db
    .selectFrom('groups')
    .selectAll()
    .where('group_category_id', '=', idsOf(categories))
    .where('workflow_state', '<>', 'deleted')
    .orderBy('name_key')
    .orderBy('id')
    .execute();
  const json = Map.groupBy(await serializeGroups(ctx, rows), (group) => group.group_category_id);
  return ({ id }) => ({ groups: json.get(id) ?? [] });
};

const loaders: IncludeLoaders<Include, GroupCategoryRow, Partial<GroupCategory>> = {
  progress,
  groups_count: groupsCount,
  unassigned_users_count: unassignedUsersCount,
  groups,
};

/**
 * Categories as their own pages give them.
 *
 * @param always what comes unasked
 * @param asked `includes[]` of the request
 */
export async function categoriesWith(
  ctx: Context,
  categories: readonly GroupCategoryRow[],
  always: readonly Include[],
  asked: readonly string[] | undefined,
): Promise<GroupCategory[]> {
  const names = knownIncludes([...always, ...(asked ?? []).filter((name) => name !== 'progress')], loaders);
  const included = await loadIncludes(ctx, categories, names, loaders, undefined);
  return await serializeGroupCategories(ctx, categories, included);
}

export async function categoryWith(
  ctx: Context,
  category: GroupCategoryRow,
  always: readonly Include[],
  asked?: readonly string[],
): Promise<GroupCategory> {
  const [json] = await categoriesWith(ctx, [category], always, asked);
  return json as GroupCategory;
}
