import type { CourseRow } from '../../domain/course-access.ts';
import { itemsOfModules, type ModuleRow } from '../../domain/module-items.ts';
import type { StudentProgress } from '../../domain/module-progress.ts';
import { notBegun } from '../../domain/module-progression.ts';
import { type ModuleViewer, visibleItems } from '../../domain/module-visibility.ts';
import type { Context } from '../../http/context.ts';
import { inOrderOf } from '../../http/schema.ts';
import { serializeItems } from '../module-items/serialize.ts';
import { Module } from './schema.ts';

export interface ModuleView {
  readonly viewer: ModuleViewer;
  /** Of the student to whom they are shown, or of whom. */
  readonly progress?: StudentProgress | undefined;
  readonly published: boolean;
  /** `include[]`: `items`, and with them `content_details`. */
  readonly include?: readonly string[] | undefined;
  /** Of modules that aren't called so only the items that are, and nothing of those without any. */
  readonly search?: string | undefined;
}

/** As many items as one page may hold are given with their module. */
const MOST_ITEMS = 100;

/** Modules of one course for the caller, in a number of queries that doesn't grow with them. */
export async function serializeModules(
  ctx: Context,
  course: CourseRow,
  modules: readonly ModuleRow[],
  view: ModuleView,
): Promise<Module[]> {
  const all = await itemsOfModules(
    ctx,
    modules.map(({ id }) => id),
  );
  const visible = await visibleItems(ctx, course, [...all.values()].flat(), view.viewer);
  const visibleIn = Map.groupBy(visible, ({ moduleId }) => moduleId);
  const withItems = view.include?.includes('items') ?? false;
  const inlined = new Map(
    modules.map((module) => {
      const items = visibleIn.get(module.id) ?? [];
      return [
        module.id,
        withItems && items.length <= MOST_ITEMS ? matching(module, items, view.search) : undefined,
      ];
    }),
  );
  const json = await serializeItems(
    ctx,
    course,
    [...inlined.values()].flatMap((items) => items ?? []),
    {
      progress: view.progress,
      published: view.published,
      details: view.include?.includes('content_details') ?? false,
    },
  );
  const jsonOf = Map.groupBy(json, ({ module_id }) => module_id);
  return modules.flatMap((module) => {
    const items = inlined.get(module.id);
    if (items === null) return [];
    const asked = (all.get(module.id) ?? []).some(({ requirement }) => requirement !== null);
    const progression = view.progress && (view.progress.get(module.id) ?? notBegun);
    return [
      inOrderOf(Module, {
        id: module.id,
        name: module.name,
        position: module.position,
        unlock_at: module.unlock_at,
        require_sequential_progress: module.require_sequential_progress,
        requirement_type: asked && module.requirement_count === 1 ? 'one' : 'all',
        publish_final_grade: module.publish_final_grade,
        prerequisite_module_ids: module.prerequisite_module_ids,
        ...(progression && { state: progression.workflow_state, completed_at: progression.completed_at }),
        ...(view.published && { published: module.workflow_state === 'active' }),
        items_count: visibleIn.get(module.id)?.length ?? 0,
        items_url: ctx.url(`/api/v1/courses/${course.id}/modules/${module.id}/items`),
        ...(items && { items: jsonOf.get(module.id) ?? [] }),
      }),
    ];
  });
}

export async function serializeModule(
  ctx: Context,
  course: CourseRow,
  module: ModuleRow,
  view: ModuleView,
): Promise<Module> {
  const [json] = await serializeModules(ctx, course, [module], view);
  return json as Module;
}

/** Null for a module of which nothing is called so. */
function matching<Item extends { title: string }>(
  { name }: ModuleRow,
  items: readonly Item[],
  search: string | undefined,
): readonly Item[] | null {
  if (search === undefined || contains(name, search)) return items;
  const found = items.filter(({ title }) => contains(title, search));
  return found.length > 0 ? found : null;
}

export const contains = (text: string, search: string): boolean =>
  text.toLowerCase().includes(search.toLowerCase());
