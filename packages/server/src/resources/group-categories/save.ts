/** Saving a category, and what it makes: groups, and members for them. */
import type { Updateable } from 'kysely';
import type { GroupCategoriesTable } from '../../db/tables/index.ts';
import { mayInAccount } from '../../domain/account-access.ts';
import { forgetGroupAccess, type GroupCategoryRow } from '../../domain/group-access.ts';
import { makeGroup } from '../../domain/group-making.ts';
import { sortKey } from '../../domain/sort-key.ts';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { assignUnassigned } from './distribute.ts';
import {
  type CategoryParams,
  type Draft,
  keptValues,
  refuseInvalid,
  refuseTakenSisId,
  type Wanted,
  wantedGroups,
} from './populate.ts';
import type { GroupsContext } from './rules.ts';
import { singular } from './singular.ts';
import { unassignedUsers } from './unassigned.ts';

export async function createCategory(
  ctx: Context,
  context: GroupsContext,
  params: CategoryParams,
  non_collaborative: boolean,
): Promise<GroupCategoryRow> {
  const draft: Draft = {
    ...keptValues(params, ''),
    id: 0,
    context_type: context.type,
    context_id: context.id,
    role: null,
    non_collaborative,
  };
  const wanted = wantedGroups(params, draft);
  await refuseInvalid(ctx, draft, undefined, wanted);
  const { id: _, ...values } = draft;
  const category = await ctx.db
    .insertInto('group_categories')
    .values({
      ...values,
      ...(await sisChange(ctx, params, 0)),
      root_account_id: ctx.rootAccount.id,
      name_key: sortKey(draft.name),
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await makeWanted(ctx, category, wanted);
  return category;
}

export async function updateCategory(
  ctx: Context,
  category: GroupCategoryRow,
  params: CategoryParams,
): Promise<GroupCategoryRow> {
  const kept = keptValues(params, category.name);
  const wanted = wantedGroups(params, { ...category, ...kept });
  await refuseInvalid(ctx, { ...category, ...kept }, category, wanted);
  const changed = await writeCategory(ctx, category, {
    ...kept,
    ...(await sisChange(ctx, params, category.id)),
  });
  if (changed.group_limit !== category.group_limit) {
    await ctx.db
      .updateTable('groups')
      .set({ max_membership: changed.group_limit, updated_at: ctx.now })
      .where('group_category_id', '=', category.id)
      .execute();
  }
  await makeWanted(ctx, changed, wanted);
  return changed;
}

export async function writeCategory(
  ctx: Context,
  { id }: GroupCategoryRow,
  changes: Updateable<GroupCategoriesTable>,
): Promise<GroupCategoryRow> {
  forgetGroupAccess(ctx);
  return await ctx.db
    .updateTable('group_categories')
    .set({
      ...changes,
      ...(changes.name !== undefined && { name_key: sortKey(changes.name) }),
      updated_at: ctx.now,
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

async function sisChange(ctx: Context, { sis_group_category_id: sisId }: CategoryParams, id: number) {
  if (sisId === undefined || sisId === null) return {};
  if (!(await mayInAccount(ctx, ctx.rootAccount, 'manage_sis'))) {
    throw new Refusal(401, { message: 'You must have manage_sis permission to set sis attributes' });
  }
  await refuseTakenSisId(ctx, sisId, id);
  return { sis_group_category_id: sisId || null };
}

async function makeWanted(ctx: Context, category: GroupCategoryRow, wanted: Wanted): Promise<void> {
  const count =
    wanted.size > 0 ? Math.ceil((await countUnassigned(ctx, category)) / wanted.size) : wanted.count;
  const name = singular(category.name);
  for (let number = 1; number <= count; number++)
    await makeGroup(ctx, category, { name: `${name} ${number}` });
  if (wanted.assign && count > 0) await assignUnassigned(ctx, category);
}

async function countUnassigned(ctx: Context, category: GroupCategoryRow): Promise<number> {
  const { users } = await (await unassignedUsers(ctx, category))
    .select((eb) => eb.fn.countAll<number>().as('users'))
    .executeTakeFirstOrThrow();
  return users;
}
