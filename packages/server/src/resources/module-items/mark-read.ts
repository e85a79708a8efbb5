import { noteModuleAction } from '../../domain/module-progress.ts';
import { Refusal } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { locksOf } from './content-details.ts';
import { visibleItem } from './load.ts';
import { Ok } from './mark-done.ts';

export default operation('POST /api/v1/courses/{course_id}/modules/{module_id}/items/{id}/mark_read', {
  summary: 'Say that one has seen an item, where it was opened without Easel',
  load: { course: course('course_id') },
  requires: { course: 'read' },
  returns: Ok,
  async handle({ ctx, course, path }) {
    const { item } = await visibleItem(ctx, course, path);
    const lockOf = await locksOf(ctx, course, [item]);
    if (lockOf(item)) throw new Refusal(403, { message: 'The module item is locked.' });
    await noteModuleAction(ctx, { user: ctx.me.id, type: 'view', content: { type: 'Item', id: item.id } });
    return { message: 'OK' };
  },
});
