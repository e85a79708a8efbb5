import type { ModuleRow } from '../../domain/module-items.ts';
import { modulesOf, relock } from '../../domain/module-progress.ts';
import { viewerOf } from '../../domain/module-visibility.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { module } from './load.ts';
import { Module } from './schema.ts';
import { serializeModule } from './serialize.ts';

export default operation('PUT /api/v1/courses/{course_id}/modules/{id}/relock', {
  summary: 'Lock a module, and those that wait for it, until students have met what it asks now',
  load: { course: course('course_id'), module: module('id') },
  requires: { module: 'update' },
  returns: Module,
  async handle({ ctx, course, module }) {
    await relock(ctx, course, dependents(module.id, await modulesOf(ctx, course)));
    return await serializeModule(ctx, course, module, {
      viewer: await viewerOf(ctx, course),
      published: true,
    });
  },
});

/** The module itself and all that ask for it, directly or not; prerequisites stand before what asks for them. */
function dependents(id: number, modules: readonly ModuleRow[]): number[] {
  const found = new Set([id]);
  for (const module of modules) {
    if (module.prerequisite_module_ids.some((other) => found.has(other))) found.add(module.id);
  }
  return [...found];
}
