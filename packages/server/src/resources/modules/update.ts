import type { CourseRow } from '../../domain/course-access.ts';
import type { ModuleRow } from '../../domain/module-items.ts';
import { arrangeModules, lockModules } from '../../domain/module-order.ts';
import { modulesOf, refreshCourse } from '../../domain/module-progress.ts';
import { viewerOf } from '../../domain/module-visibility.ts';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { inOrderOf } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { module } from './load.ts';
import { type Published, publishItems } from './publish-items.ts';
import { ChangedModule } from './schema.ts';
import { serializeModule } from './serialize.ts';
import { moduleById, moduleChanges } from './write.ts';

export default operation('PUT /api/v1/courses/{course_id}/modules/{id}', {
  summary: 'Change a module, or publish it with its items',
  load: { course: course('course_id'), module: module('id') },
  requires: { module: 'update' },
  returns: ChangedModule,
  async handle({ ctx, course, module: before, params: { module: params } }) {
    if (!params) throw new Refusal(400, { message: 'missing module parameter' });
    const { published, position } = params;
    await lockModules(ctx, course);
    await ctx.db
      .updateTable('context_modules')
      .set({
        ...moduleChanges(params),
        ...(published !== undefined && { workflow_state: published ? 'active' : 'unpublished' }),
        updated_at: ctx.now,
      })
      .where('id', '=', before.id)
      .execute();
    const withItems = published !== undefined && !params.skip_content_tags;
    const items: Published = withItems ? await publishItems(ctx, course, before, published) : { left: [] };
    const move = typeof position === 'number' ? { id: before.id, position } : undefined;
    await arrangeModules(ctx, course, move);
    await refreshCourse(ctx, course);

    const after = await moduleById(ctx, before.id);
    const viewer = await viewerOf(ctx, course);
    const json = await serializeModule(ctx, course, after, { viewer, published: true });
    const asked = items.hasRequirements ?? false;
    return inOrderOf(ChangedModule, {
      ...json,
      ...((await asksMore(ctx, course, before, after, asked)) && { relock_warning: true }),
      publish_warning: published === true && items.left.length > 0,
      ...(published === true && items.left.length > 0 && { publish_warning_items: items.left }),
      unpublish_warning: published === false && items.left.length > 0,
    });
  },
});

/**
 * Whether students who have got further may now stand where they wouldn't have got to; they do, unless the module is
 * locked again. Source: relock_warning_check of Canvas's ContextModule.
 */
async function asksMore(
  ctx: Context,
  course: CourseRow,
  before: ModuleRow,
  after: ModuleRow,
  hasRequirements: boolean,
): Promise<boolean> {
  if (course.workflow_state !== 'available' || after.workflow_state !== 'active') return false;
  const added = after.prerequisite_module_ids.some((id) => !before.prerequisite_module_ids.includes(id));
  if (added || (after.unlock_at !== null && before.unlock_at === null)) return true;
  if (before.workflow_state === 'active') return false;
  if (hasRequirements || after.prerequisite_module_ids.length > 0 || after.unlock_at !== null) return true;
  const others = await modulesOf(ctx, course);
  return others.some(
    ({ workflow_state, prerequisite_module_ids }) =>
      workflow_state === 'active' && prerequisite_module_ids.includes(after.id),
  );
}
