/** Making groups and categories, and what they have to be. Source: the validations of Canvas's Group and GroupCategory. */
import { randomUUID } from 'node:crypto';
import type { Updateable } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type { GroupsTable } from '../db/tables/index.ts';
import { type FieldErrors, InvalidRecord } from '../errors.ts';
import type { Account, Context } from '../http/context.ts';
import { assignWork } from './assigned-work.ts';
import { forgetGroupAccess, type GroupCategoryRow, type GroupRow } from './group-access.ts';
import { randomToken } from './random-token.ts';
import { sortKey } from './sort-key.ts';

const LONGEST_NAME = 255;
/** All tags of a course together. */
const MOST_TAGS = 40;
/** The variants of one tag. */
const MOST_VARIANTS = 10;

export type GroupValues = Updateable<GroupsTable>;

/** What is wrong with what was asked for. */
export function groupErrors({ name, max_membership }: GroupValues): FieldErrors {
  const errors: Record<string, FieldErrors[string]> = {};
  if (name !== undefined && name.trim() === '') errors['name'] = ['Name is required'];
  else if (name !== undefined && name.length > LONGEST_NAME) errors['name'] = ['Enter a shorter group name'];
  if (max_membership !== undefined && max_membership !== null && max_membership <= 1) {
    errors['max_membership'] = ['Must be greater than 1'];
  }
  return errors;
}

/**
 * Makes a group of a category, where the category is.
 *
 * @param values without a name it gets one that means nothing
 * @throws InvalidRecord
 */
export async function makeGroup(
  ctx: Context,
  category: GroupCategoryRow,
  values: GroupValues,
): Promise<GroupRow> {
  const name = values.name ?? randomToken(40);
  const errors = { ...groupErrors({ ...values, name }), ...(await tagErrors(ctx, category)) };
  if (Object.keys(errors).length > 0) throw new InvalidRecord(errors);
  if (values.sis_group_id) await refuseTakenSisGroupId(ctx, values.sis_group_id);
  return await ctx.db
    .insertInto('groups')
    .values({
      ...values,
      name,
      name_key: sortKey(name),
      context_type: category.context_type,
      context_id: category.context_id,
      account_id: await accountOf(ctx, category),
      root_account_id: category.root_account_id,
      group_category_id: category.id,
      join_level: values.join_level || 'invitation_only',
      is_public: values.is_public === true && category.role === 'communities',
      max_membership: values.max_membership || category.group_limit,
      non_collaborative: category.non_collaborative,
      uuid: randomToken(40),
      lti_context_id: randomUUID(),
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

async function accountOf(ctx: Context, { context_type, context_id }: GroupCategoryRow): Promise<number> {
  if (context_type === 'Account') return context_id;
  const { account_id } = await ctx.db
    .selectFrom('courses')
    .select('account_id')
    .where('id', '=', context_id)
    .executeTakeFirstOrThrow();
  return account_id;
}

/** @throws InvalidRecord where another group has it, be it deleted */
export async function refuseTakenSisGroupId(ctx: Context, sisId: string, exceptId = 0): Promise<void> {
  const other = await ctx.db
    .selectFrom('groups')
    .select('id')
    .where('root_account_id', '=', ctx.rootAccount.id)
    .where('sis_group_id', '=', sisId)
    .where('id', '<>', exceptId)
    .executeTakeFirst();
  if (other) throw new InvalidRecord({ sis_source_id: [['taken', 'has already been taken']] });
}

/** How many tags a course has. */
export async function countTags(ctx: Context, courseId: number): Promise<number> {
  const { tags } = await ctx.db
    .selectFrom('groups')
    .innerJoin('group_categories', 'group_categories.id', 'groups.group_category_id')
    .select((eb) => eb.fn.countAll<number>().as('tags'))
    .where('group_categories.non_collaborative', '=', true)
    .where('group_categories.context_type', '=', 'Course')
    .where('group_categories.context_id', '=', courseId)
    .where('group_categories.deleted_at', 'is', null)
    .where('groups.workflow_state', '<>', 'deleted')
    .executeTakeFirstOrThrow();
  return tags;
}

export const tagLimitReached = async (ctx: Context, courseId: number): Promise<boolean> =>
  (await countTags(ctx, courseId)) >= MOST_TAGS;

async function tagErrors(ctx: Context, category: GroupCategoryRow): Promise<FieldErrors> {
  if (!category.non_collaborative) return {};
  const { variants } = await ctx.db
    .selectFrom('groups')
    .select((eb) => eb.fn.countAll<number>().as('variants'))
    .where('group_category_id', '=', category.id)
    .where('workflow_state', '<>', 'deleted')
    .executeTakeFirstOrThrow();
  const problems = [
    ...(variants >= MOST_VARIANTS ? ['Variant limit reached for tag'] : []),
    ...((await tagLimitReached(ctx, category.context_id))
      ? ['You have reached the tag limit for this course']
      : []),
  ];
  return problems.length > 0 ? { base: problems } : {};
}

/** The one category of an account for the groups that anybody may make; made when it is first needed. */
export async function communitiesOf(ctx: Context, account: Account): Promise<GroupCategoryRow> {
  const find = () =>
    ctx.db
      .selectFrom('group_categories')
      .selectAll()
      .where('context_type', '=', 'Account')
      .where('context_id', '=', account.id)
      .where('role', '=', 'communities')
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
  const found = await find();
  if (found) return found;
  const name = 'Communities';
  await ctx.db
    .insertInto('group_categories')
    .values({
      context_type: 'Account',
      context_id: account.id,
      root_account_id: account.root_account_id,
      name,
      name_key: sortKey(name),
      role: 'communities',
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await find()) as GroupCategoryRow;
}

/** Who was in them stays on record; work that was assigned to a tag is assigned so no longer. */
export async function deleteGroups(ctx: Context, ids: readonly number[]): Promise<void> {
  const deleted = await ctx.db
    .updateTable('groups')
    .set({ workflow_state: 'deleted', deleted_at: ctx.now, updated_at: ctx.now })
    .where('id', '=', anyOf(ids))
    .where('workflow_state', '<>', 'deleted')
    .returning(['id', 'context_type', 'context_id', 'non_collaborative'])
    .execute();
  const tags = deleted.filter(({ non_collaborative }) => non_collaborative);
  await ctx.db
    .updateTable('assignment_overrides')
    .set({ workflow_state: 'deleted', updated_at: ctx.now })
    .where('set_type', '=', 'Group')
    .where('set_id', '=', anyOf(tags.map(({ id }) => id)))
    .execute();
  forgetGroupAccess(ctx);
  const courses = deleted.filter(({ context_type }) => context_type === 'Course');
  for (const courseId of new Set(courses.map(({ context_id }) => context_id))) {
    await assignWork(ctx, { courseId });
  }
}
