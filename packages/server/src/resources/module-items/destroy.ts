import { assignWorkOfModules } from '../../domain/assigned-work.ts';
import { arrangeItems, lockModules } from '../../domain/module-order.ts';
import { refreshCourse } from '../../domain/module-progress.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { item } from './load.ts';
import { ModuleItem } from './schema.ts';
import { serializeItem } from './serialize.ts';

export default operation('DELETE /api/v1/courses/{course_id}/modules/{module_id}/items/{id}', {
  summary: 'Take an item out of its module; what it leads to stays',
  load: { course: course('course_id'), item: item('id') },
  requires: { item: 'update' },
  returns: ModuleItem,
  async handle({ ctx, course, item }) {
    await lockModules(ctx, course);
    const json = await serializeItem(ctx, course, { ...item, requirement: null }, { published: true });
    await ctx.db
      .updateTable('module_items')
      .set({ workflow_state: 'deleted', requirement_type: null, updated_at: ctx.now })
      .where('id', '=', item.id)
      .execute();
    await arrangeItems(ctx, item.moduleId);
    await assignWorkOfModules(ctx, course.id);
    await refreshCourse(ctx, course);
    return { ...json, published: false };
  },
});
