import { mayInCourse } from '../../domain/course-access.ts';
import { noteModuleAction } from '../../domain/module-progress.ts';
import { Refusal, Unauthenticated, Unauthorized } from '../../errors.ts';
import { operation, Reply } from '../../http/operation.ts';
import { Anything } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { item } from './load.ts';

export default operation('GET /api/v1/courses/{course_id}/module_item_redirect/{id}', {
  summary: 'Follow an address in a module, which counts as seeing it',
  load: { course: course('course_id'), item: item('id') },
  requires: { course: 'read' },
  returns: Anything,
  async handle({ ctx, course, item }) {
    const { workflow_state } = await ctx.db
      .selectFrom('context_modules')
      .select('workflow_state')
      .where('id', '=', item.moduleId)
      .executeTakeFirstOrThrow();
    const isPublished = item.isPublished && workflow_state === 'active';
    if (!isPublished && !(await mayInCourse(ctx, course, 'manage_course_content_edit'))) {
      throw ctx.user ? new Unauthorized() : new Unauthenticated();
    }
    if (item.type !== 'ExternalUrl' || item.row.url === null) {
      throw new Refusal(400, { message: 'incorrect module item type' });
    }
    if (ctx.user) {
      await noteModuleAction(ctx, {
        user: ctx.user.id,
        type: 'view',
        content: { type: 'Item', id: item.id },
      });
    }
    return new Reply(302, '', { location: item.row.url });
  },
});
