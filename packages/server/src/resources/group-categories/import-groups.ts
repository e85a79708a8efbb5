/** Which group a row of a table means: one that is there, one that comes back, or a new one. */
import type { GroupCategoryRow, GroupRow } from '../../domain/group-access.ts';
import { makeGroup } from '../../domain/group-making.ts';
import { sortKey } from '../../domain/sort-key.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import type { ImportedRow } from './import-table.ts';
import { writeCategory } from './save.ts';

/** Of a category: by id or SIS id, be it deleted, else by its name. */
export async function groupOf(
  ctx: Context,
  category: GroupCategoryRow,
  row: ImportedRow,
): Promise<GroupRow | undefined> {
  const { canvas_group_id: id, group_id: sisId, group_name: name } = row;
  const groups = () => ctx.db.selectFrom('groups').selectAll().where('group_category_id', '=', category.id);
  const found =
    (id &&
      (await groups()
        .where('id', '=', parseNumber(id) ?? 0)
        .executeTakeFirst())) ||
    (sisId && (await groups().where('sis_group_id', '=', sisId).executeTakeFirst())) ||
    (name &&
      (await groups()
        .where('name', '=', name)
        .where('workflow_state', '<>', 'deleted')
        .orderBy('id')
        .limit(1)
        .executeTakeFirst()));
  if (found) return await revived(ctx, found);
  return name ? await makeGroup(ctx, category, { name }) : undefined;
}

/** A differentiation tag of a course, in the set that the row names or in one of its own. */
export async function tagOf(ctx: Context, courseId: number, row: ImportedRow): Promise<GroupRow | undefined> {
  const name = row['tag_name'] ?? row['group_name'];
  const tags = () =>
    ctx.db
      .selectFrom('groups')
      .selectAll()
      .where('context_type', '=', 'Course')
      .where('context_id', '=', courseId)
      .where('non_collaborative', '=', true);
  const [id, sisId] = [row['canvas_tag_id'] ?? row['canvas_group_id'], row['tag_id'] ?? row['group_id']];
  const found =
    (id &&
      (await tags()
        .where('id', '=', parseNumber(id) ?? 0)
        .executeTakeFirst())) ||
    (sisId && (await tags().where('sis_group_id', '=', sisId).executeTakeFirst())) ||
    (name && (await tags().where('name', '=', name).orderBy('id').limit(1).executeTakeFirst()));
  const named = await setOf(ctx, courseId, row);
  if (!found) {
    if (!name) return undefined;
    return await makeGroup(ctx, named ?? (await newSet(ctx, courseId, row['tag_set_name'] ?? name)), {
      name,
    });
  }
  const tag = await revived(ctx, found);
  if (!named || named.id === tag.group_category_id) {
    await reviveSet(ctx, tag.group_category_id);
    return tag;
  }
  return await ctx.db
    .updateTable('groups')
    .set({ group_category_id: named.id, updated_at: ctx.now })
    .where('id', '=', tag.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

async function revived(ctx: Context, group: GroupRow): Promise<GroupRow> {
  if (group.workflow_state !== 'deleted') return group;
  return await ctx.db
    .updateTable('groups')
    .set({ workflow_state: 'available', deleted_at: null, updated_at: ctx.now })
    .where('id', '=', group.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

async function reviveSet(ctx: Context, id: number): Promise<void> {
  await ctx.db.updateTable('group_categories').set({ deleted_at: null }).where('id', '=', id).execute();
}

/** The set that a row names, under the name that it gives; a name that is new makes a new set. */
async function setOf(
  ctx: Context,
  courseId: number,
  row: ImportedRow,
): Promise<GroupCategoryRow | undefined> {
  const { canvas_tag_set_id: id, tag_set_id: sisId, tag_set_name: name } = row;
  const sets = () =>
    ctx.db
      .selectFrom('group_categories')
      .selectAll()
      .where('context_type', '=', 'Course')
      .where('context_id', '=', courseId)
      .where('non_collaborative', '=', true);
  const found =
    (id &&
      (await sets()
        .where('id', '=', parseNumber(id) ?? 0)
        .executeTakeFirst())) ||
    (sisId && (await sets().where('sis_group_category_id', '=', sisId).executeTakeFirst())) ||
    (name && (await sets().where('name', '=', name).orderBy('id').limit(1).executeTakeFirst()));
  if (!found) return name ? await newSet(ctx, courseId, name) : undefined;
  return await writeCategory(ctx, found, { deleted_at: null, ...(name && { name }) });
}

async function newSet(ctx: Context, courseId: number, name: string): Promise<GroupCategoryRow> {
  return await ctx.db
    .insertInto('group_categories')
    .values({
      context_type: 'Course',
      context_id: courseId,
      root_account_id: ctx.rootAccount.id,
      name,
      name_key: sortKey(name),
      non_collaborative: true,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}
