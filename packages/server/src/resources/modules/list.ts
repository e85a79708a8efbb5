import { containing } from '../../db/containing.ts';
import { progressOf } from '../../domain/module-progress.ts';
import { modulesVisibleTo } from '../../domain/module-visibility.ts';
import { SearchTermTooShort } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { readerOf } from './load.ts';
import { Module } from './schema.ts';
import { serializeModules } from './serialize.ts';

export default operation('GET /api/v1/courses/{course_id}/modules', {
  summary: 'The modules of a course, in their order',
  load: { course: course('course_id') },
  requires: { course: 'read' },
  returns: List(Module),
  async handle({ ctx, course, params: { include, search_term, student_id } }) {
    const { viewer, student, published } = await readerOf(ctx, course, student_id);
    const search = search_term || undefined;
    if (search && search.length < 2) throw new SearchTermTooShort();
    const bySearch = search !== undefined && !include?.includes('items');
    const query = ctx.db
      .selectFrom('context_modules')
      .selectAll()
      .where('course_id', '=', course.id)
      .where(modulesVisibleTo(viewer))
      .$if(bySearch, (query) => query.where('name', 'ilike', containing(search ?? '')));
    const modules = await paginate(ctx, query, {
      kind: 'total',
      order: [{ by: 'context_modules.position' }],
      key: 'context_modules.id',
    });
    const progress =
      student === undefined
        ? undefined
        : ((await progressOf(ctx, course, [student])).get(student) ?? new Map());
    return await serializeModules(ctx, course, modules, { viewer, progress, published, include, search });
  },
});
