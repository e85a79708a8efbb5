import { arrangeModules, lockModules } from '../../domain/module-order.ts';
import { viewerOf } from '../../domain/module-visibility.ts';
import { Refusal } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { Module } from './schema.ts';
import { serializeModule } from './serialize.ts';
import { moduleById, moduleChanges } from './write.ts';

export default operation('POST /api/v1/courses/{course_id}/modules', {
  summary: 'Make a module',
  load: { course: course('course_id') },
  requires: { course: 'manage_course_content_add' },
  returns: Module,
  async handle({ ctx, course, params: { module } }) {
    if (!module) throw new Refusal(400, { message: 'missing module parameter' });
    const { name } = module;
    if (!name?.trim()) throw new Refusal(400, { message: 'missing module name' });
    await lockModules(ctx, course);
    const { id } = await ctx.db
      .insertInto('context_modules')
      .values({
        course_id: course.id,
        position: 2 ** 31 - 1,
        ...moduleChanges(module),
        name,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { position } = module;
    await arrangeModules(ctx, course, typeof position === 'number' ? { id, position } : undefined);
    const viewer = await viewerOf(ctx, course);
    return await serializeModule(ctx, course, await moduleById(ctx, id), {
      viewer,
      published: viewer.seesUnpublished,
    });
  },
});
