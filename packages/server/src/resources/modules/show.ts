import { mayInCourse } from '../../domain/course-access.ts';
import { progressOf } from '../../domain/module-progress.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { readerOf, visibleModule } from './load.ts';
import { Module } from './schema.ts';
import { serializeModule } from './serialize.ts';

export default operation('GET /api/v1/courses/{course_id}/modules/{id}', {
  summary: 'One module',
  load: { course: course('course_id') },
  requires: { course: 'read' },
  returns: Module,
  async handle({ ctx, course, path, params: { include, student_id } }) {
    const { viewer, student } = await readerOf(ctx, course, student_id);
    const module = await visibleModule(ctx, course, viewer, path.id);
    const progress =
      student === undefined
        ? undefined
        : ((await progressOf(ctx, course, [student])).get(student) ?? new Map());
    const published = await mayInCourse(ctx, course, 'read_as_admin');
    return await serializeModule(ctx, course, module, { viewer, progress, published, include });
  },
});
