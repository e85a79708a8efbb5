import { itemsOfModules } from '../../domain/module-items.ts';
import { progressOf } from '../../domain/module-progress.ts';
import { visibleItems } from '../../domain/module-visibility.ts';
import { SearchTermTooShort } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { paginateArray } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { readerOf, visibleModule } from '../modules/load.ts';
import { ModuleItem } from './schema.ts';
import { serializeItems } from './serialize.ts';

export default operation('GET /api/v1/courses/{course_id}/modules/{module_id}/items', {
  summary: 'The items of a module, in their order',
  load: { course: course('course_id') },
  requires: { course: 'read' },
  returns: List(ModuleItem),
  async handle({ ctx, course, path, params: { include, search_term, student_id } }) {
    const { viewer, student, published } = await readerOf(ctx, course, student_id);
    const module = await visibleModule(ctx, course, viewer, path.module_id);
    if (search_term && search_term.length < 2) throw new SearchTermTooShort();
    const all = (await itemsOfModules(ctx, [module.id])).get(module.id) ?? [];
    const visible = await visibleItems(ctx, course, all, viewer);
    const term = search_term?.toLowerCase();
    const found = term ? visible.filter(({ title }) => title.toLowerCase().includes(term)) : visible;
    const progress =
      student === undefined
        ? undefined
        : ((await progressOf(ctx, course, [student])).get(student) ?? new Map());
    return await serializeItems(ctx, course, paginateArray(ctx, found), {
      progress,
      published,
      details: include?.includes('content_details') ?? false,
      masteryPaths: include?.includes('mastery_paths') ?? false,
    });
  },
});
