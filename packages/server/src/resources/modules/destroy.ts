import { assignWorkOfModules } from '../../domain/assigned-work.ts';
import { arrangeModules, lockModules } from '../../domain/module-order.ts';
import { refreshCourse } from '../../domain/module-progress.ts';
import { viewerOf } from '../../domain/module-visibility.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { module } from './load.ts';
import { Module } from './schema.ts';
import { serializeModule } from './serialize.ts';
import { moduleById } from './write.ts';

export default operation('DELETE /api/v1/courses/{course_id}/modules/{id}', {
  summary: 'Delete a module with its items; what they lead to stays',
  load: { course: course('course_id'), module: module('id') },
  requires: { module: 'delete' },
  returns: Module,
  async handle({ ctx, course, module: { id } }) {
    await lockModules(ctx, course);
    const deleted = { workflow_state: 'deleted', updated_at: ctx.now } as const;
    await ctx.db.updateTable('module_items').set(deleted).where('context_module_id', '=', id).execute();
    await ctx.db
      .updateTable('context_modules')
      .set({ ...deleted, deleted_at: ctx.now })
      .where('id', '=', id)
      .execute();
    await arrangeModules(ctx, course);
    await assignWorkOfModules(ctx, course.id);
    await refreshCourse(ctx, course);
    const viewer = await viewerOf(ctx, course);
    return await serializeModule(ctx, course, await moduleById(ctx, id), { viewer, published: true });
  },
});
