import { assignWorkOfModules } from '../../domain/assigned-work.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import type { ModuleItem as Item } from '../../domain/module-items.ts';
import { arrangeItems, lockModules } from '../../domain/module-order.ts';
import { refreshCourse } from '../../domain/module-progress.ts';
import { publishFailures, renameItem, setItemPublished } from '../../domain/module-publishing.ts';
import { NotFound, Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { findItem, item } from './load.ts';
import { ModuleItem } from './schema.ts';
import { serializeItem, unpublishable } from './serialize.ts';
import { hasAddress, type ItemParams, requirementColumns, validUrl } from './write.ts';

export default operation('PUT /api/v1/courses/{course_id}/modules/{module_id}/items/{id}', {
  summary: 'Change an item, move it, or publish it with what it leads to',
  load: { course: course('course_id'), item: item('id') },
  requires: { item: 'update' },
  returns: ModuleItem,
  async handle({ ctx, course, item, params: { module_item: params } }) {
    if (!params) throw new Refusal(400, { message: 'missing module item parameter' });
    await lockModules(ctx, course);
    const moduleId = await targetModule(ctx, course, item, params.module_id);
    if (params.published !== undefined) await publish(ctx, course, item, params.published);
    if (params.title) await renameItem(ctx, course, item, params.title);
    await ctx.db
      .updateTable('module_items')
      .set({
        ...(moduleId !== item.moduleId && { context_module_id: moduleId, position: 2 ** 31 - 1 }),
        ...(hasAddress(item) && params.external_url && { url: validUrl(params.external_url) }),
        ...(typeof params.indent === 'number' && { indent: Math.max(params.indent, 0) }),
        ...(params.new_tab !== undefined && { new_tab: params.new_tab }),
        ...requirementColumns(params.completion_requirement, item.content),
        updated_at: ctx.now,
      })
      .where('id', '=', item.id)
      .execute();
    if (moduleId !== item.moduleId) await arrangeItems(ctx, item.moduleId);
    const move = typeof params.position === 'number' ? { id: item.id, position: params.position } : undefined;
    await arrangeItems(ctx, moduleId, move);
    if (moduleId !== item.moduleId) await assignWorkOfModules(ctx, course.id);
    await refreshCourse(ctx, course);
    const changed = await findItem(ctx, moduleId, item.id);
    if (!changed) throw new NotFound();
    return await serializeItem(ctx, course, changed, { published: true });
  },
});

/** The module that the item is to be in: another of the course, or its own. */
async function targetModule(
  ctx: Context,
  course: CourseRow,
  { moduleId }: Item,
  asked: ItemParams['module_id'],
): Promise<number> {
  if (asked === undefined || asked === null) return moduleId;
  const id = parseNumber(asked) ?? 0;
  if (id === moduleId) return moduleId;
  const target = await ctx.db
    .selectFrom('context_modules')
    .select('id')
    .where('course_id', '=', course.id)
    .where('id', '=', id)
    .where('workflow_state', '<>', 'deleted')
    .executeTakeFirst();
  if (!target) throw new Refusal(400, { message: 'invalid module_id' });
  return target.id;
}

async function publish(ctx: Context, course: CourseRow, item: Item, published: boolean): Promise<void> {
  if (published) {
    const failures = await publishFailures(ctx, course, [item]);
    if (failures.has(item.id)) throw new Refusal(422, { message: "item can't be published" });
  } else if (!(await unpublishable(ctx, course, [item]))(item)) {
    throw new Refusal(403, { message: "item can't be unpublished" });
  }
  await setItemPublished(ctx, course, item, published);
}
