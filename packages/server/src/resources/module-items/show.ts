import { progressOf } from '../../domain/module-progress.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { visibleItem } from './load.ts';
import { ModuleItem } from './schema.ts';
import { serializeItem } from './serialize.ts';

export default operation('GET /api/v1/courses/{course_id}/modules/{module_id}/items/{id}', {
  summary: 'One item of a module',
  load: { course: course('course_id') },
  requires: { course: 'read' },
  returns: ModuleItem,
  async handle({ ctx, course, path, params: { include, student_id } }) {
    const { item, student, published } = await visibleItem(ctx, course, path, student_id);
    const progress =
      student === undefined
        ? undefined
        : ((await progressOf(ctx, course, [student])).get(student) ?? new Map());
    return await serializeItem(ctx, course, item, {
      progress,
      published,
      details: include?.includes('content_details') ?? false,
      masteryPaths: include?.includes('mastery_paths') ?? false,
    });
  },
});
