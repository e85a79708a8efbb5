import { forgetDone, noteModuleAction } from '../../domain/module-progress.ts';
import { operation } from '../../http/operation.ts';
import { Shape, Text } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { visibleItem } from './load.ts';

export const Ok = Shape({ message: Text });

export const markDone = operation('PUT /api/v1/courses/{course_id}/modules/{module_id}/items/{id}/done', {
  summary: 'Say that one is done with an item',
  load: { course: course('course_id') },
  requires: { course: 'read' },
  returns: Ok,
  async handle({ ctx, course, path }) {
    const { item } = await visibleItem(ctx, course, path);
    await noteModuleAction(ctx, {
      user: ctx.me.id,
      type: 'mark_done',
      content: { type: 'Item', id: item.id },
    });
    return { message: 'OK' };
  },
});

export const markNotDone = operation(
  'DELETE /api/v1/courses/{course_id}/modules/{module_id}/items/{id}/done',
  {
    summary: 'Take back that one is done with an item',
    load: { course: course('course_id') },
    requires: { course: 'read' },
    returns: Ok,
    async handle({ ctx, course, path }) {
      const { item } = await visibleItem(ctx, course, path);
      await forgetDone(ctx, course, ctx.me.id, item.id);
      return { message: 'OK' };
    },
  },
);
