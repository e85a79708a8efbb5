import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { module } from './load.ts';
import { overridesOfModule, serializeOverrides } from './overrides.ts';
import { ModuleOverride } from './schema.ts';

export default operation('GET /api/v1/courses/{course_id}/modules/{context_module_id}/assignment_overrides', {
  summary: 'For whom a module is; for everybody where nobody is named',
  load: { course: course('course_id'), module: module('context_module_id') },
  requires: { module: 'update' },
  returns: List(ModuleOverride),
  async handle({ ctx, module }) {
    const overrides = await paginate(ctx, overridesOfModule(ctx, module.id), {
      kind: 'total',
      key: 'assignment_overrides.id',
    });
    return await serializeOverrides(ctx, overrides);
  },
});
