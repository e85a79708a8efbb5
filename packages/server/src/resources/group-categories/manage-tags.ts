import { type CourseRow, mayInCourse } from '../../domain/course-access.ts';
import { demand } from '../../domain/demand.ts';
import type { GroupCategoryRow, GroupRow } from '../../domain/group-access.ts';
import { deleteGroups, groupErrors, makeGroup } from '../../domain/group-making.ts';
import { sortKey } from '../../domain/sort-key.ts';
import { InvalidRecord, MissingParameter, onlyNotFound, Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation, type Params } from '../../http/operation.ts';
import { List, Shape } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { Group } from '../groups/schema.ts';
import { serializeGroups } from '../groups/serialize.ts';
import { findGroupCategory } from './load.ts';
import { createCategory, writeCategory } from './save.ts';
import { GroupCategory } from './schema.ts';
import { serializeGroupCategories } from './serialize.ts';

type ManageParams =
  Params<'POST /api/v1/courses/{course_id}/group_categories/bulk_manage_differentiation_tag'>;

const MOST_OPERATIONS = 50;

const Managed = Shape({
  created: List(Group),
  updated: List(Group),
  deleted: List(Group),
  group_category: GroupCategory,
});

export default operation(
  'POST /api/v1/courses/{course_id}/group_categories/bulk_manage_differentiation_tag',
  {
    summary: 'Make, rename and delete the differentiation tags of one set at once, and the set with them',
    load: { course: course('course_id') },
    // Each kind of change takes a right of its own.
    requires: { course: ['manage_tags_add', 'manage_tags_manage', 'manage_tags_delete'] },
    returns: Managed,
    async handle({ ctx, course, params }) {
      const { operations, group_category } = params;
      if (!operations) throw new MissingParameter('operations');
      if (!group_category) throw new MissingParameter('group_category');
      const { create = [], update = [], delete: gone = [] } = operations;
      if (create.length + update.length + gone.length > MOST_OPERATIONS) {
        throw new Refusal(400, {
          errors: `You can only perform a maximum of ${MOST_OPERATIONS} operations at a time.`,
        });
      }
      const existing = group_category.id ? await setOf(ctx, course, group_category.id) : undefined;
      if (create.length > 0 || !existing) await demand(ctx, mayInCourse(ctx, course, 'manage_tags_add'));
      if (update.length > 0) await demand(ctx, mayInCourse(ctx, course, 'manage_tags_manage'));
      if (gone.length > 0) await demand(ctx, mayInCourse(ctx, course, 'manage_tags_delete'));
      const set = await preparedSet(ctx, course, existing, group_category);

      const deleted = await Promise.all(gone.map(({ id }) => tagIn(ctx, set, id)));
      await deleteGroups(
        ctx,
        deleted.map(({ id }) => id),
      );
      const created: GroupRow[] = [];
      for (const { name } of create) {
        created.push(await makeGroup(ctx, set, { ...(name !== undefined && { name: name ?? '' }) }));
      }
      const updated: GroupRow[] = [];
      for (const { id, name } of update)
        updated.push(await rename(ctx, await tagIn(ctx, set, id), name ?? ''));
      const [json] = await serializeGroupCategories(ctx, [set]);
      return {
        created: await serializeGroups(ctx, created),
        updated: await serializeGroups(ctx, updated),
        deleted: await serializeGroups(ctx, deleted),
        group_category: json as GroupCategory,
      };
    },
  },
);

/** @throws Refusal for what is no set of tags of the course */
async function setOf(ctx: Context, course: CourseRow, id: string): Promise<GroupCategoryRow> {
  const set = await findGroupCategory(ctx, id).catch(onlyNotFound);
  if (!set) throw new Refusal(404, { status: 'not found' });
  if (!set.non_collaborative) {
    throw new Refusal(400, { errors: 'This endpoint only works for Differentiation Tags' });
  }
  if (set.context_id !== course.id)
    throw new Refusal(400, { errors: 'GroupCategory not part of the course' });
  return set;
}

async function preparedSet(
  ctx: Context,
  course: CourseRow,
  existing: GroupCategoryRow | undefined,
  { name }: NonNullable<ManageParams['group_category']>,
): Promise<GroupCategoryRow> {
  if (!existing) {
    const context = { type: 'Course', id: course.id, course } as const;
    return await createCategory(ctx, context, { name: name ?? null, split_groups: '0' }, true);
  }
  return name && name !== existing.name ? await writeCategory(ctx, existing, { name }) : existing;
}

async function tagIn(ctx: Context, set: GroupCategoryRow, id: number | null | undefined): Promise<GroupRow> {
  const tag = await ctx.db
    .selectFrom('groups')
    .selectAll()
    .where('id', '=', id ?? 0)
    .where('group_category_id', '=', set.id)
    .executeTakeFirst();
  if (!tag) throw new Refusal(404, { error: `Couldn't find Group with 'id'=${id ?? ''}` });
  return tag;
}

async function rename(ctx: Context, { id }: GroupRow, name: string): Promise<GroupRow> {
  const errors = groupErrors({ name });
  if (Object.keys(errors).length > 0) throw new InvalidRecord(errors);
  return await ctx.db
    .updateTable('groups')
    .set({ name, name_key: sortKey(name), updated_at: ctx.now })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
