import { type CourseRow, mayInCourse } from '../../domain/course-access.ts';
import { itemsOfModules, type ModuleItem, type ModuleRow } from '../../domain/module-items.ts';
import { visibleItems } from '../../domain/module-visibility.ts';
import { NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { loads } from '../../http/operation.ts';
import { type Reader, readerOf, visibleModule } from '../modules/load.ts';

export type PlacedItem = ModuleItem & { readonly course: CourseRow };

/** `load: { course: course('course_id'), item: item('id') }`: for those who change it, in whatever module of the course. */
export const item = loads<PlacedItem, 'update'>({
  async find(ctx, id, loaded) {
    const course = loaded['course'] as CourseRow;
    const row = await ctx.db
      .selectFrom('module_items')
      .select(['id', 'context_module_id'])
      .where('course_id', '=', course.id)
      .where('id', '=', parseNumber(id) ?? 0)
      .where('workflow_state', '<>', 'deleted')
      .executeTakeFirst();
    const found = row && (await findItem(ctx, row.context_module_id, row.id));
    if (!found) throw new NotFound();
    return { ...found, course };
  },
  grants: (ctx, { course }) => mayInCourse(ctx, course, 'manage_course_content_edit'),
});

export async function findItem(ctx: Context, moduleId: number, id: number): Promise<ModuleItem | undefined> {
  return (await itemsOfModules(ctx, [moduleId])).get(moduleId)?.find((each) => each.id === id);
}

export interface Found extends Reader {
  readonly module: ModuleRow;
  readonly item: ModuleItem;
}

/** A module's item as a reader sees it. Throws NotFound. */
export async function visibleItem(
  ctx: Context,
  course: CourseRow,
  path: { module_id: string; id: string },
  studentId?: string | null,
): Promise<Found> {
  const reader = await readerOf(ctx, course, studentId);
  const module = await visibleModule(ctx, course, reader.viewer, path.module_id);
  const found = await findItem(ctx, module.id, parseNumber(path.id) ?? 0);
  const [item] = found ? await visibleItems(ctx, course, [found], reader.viewer) : [];
  if (!item) throw new NotFound();
  return { ...reader, module, item };
}
