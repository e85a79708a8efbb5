/**
 * What modules keep the acting user from: things of which every place in a module is still locked to him. Source:
 * ContextModuleItem and ContextModule#low_level_locked_for? of Canvas.
 */
import { anyOf } from '../db/any-of.ts';
import type { Context } from '../http/context.ts';
import type { CourseContext, GroupContext } from './contexts.ts';
import { type CourseRow, courseAccess, mayInCourse } from './course-access.ts';
import { type LockInfo, lockExplanation } from './lock-explanation.ts';
import { type ItemType, itemsOfModules, type ModuleItem, type ModuleRow } from './module-items.ts';
import { modulesOf, progressOf, type StudentProgress } from './module-progress.ts';
import { isShut, notBegun } from './module-progression.ts';

/** The module as Canvas shows it inside a lock: every column. */
export interface LockingModule {
  id: number;
  context_id: number;
  context_type: 'Course';
  name: string;
  position: number;
  prerequisites: { id: number; type: 'context_module'; name: string }[];
  completion_requirements: { id: number; type: string; min_score?: number; min_percentage?: number }[];
  created_at: string;
  updated_at: string;
  workflow_state: string;
  deleted_at: string | null;
  unlock_at: string | null;
  migration_id: null;
  require_sequential_progress: boolean;
  completion_events: string | null;
  requirement_count: number | null;
  root_account_id: number;
}

export interface ModuleLock extends LockInfo {
  context_module: LockingModule;
}

const assetNames: Partial<Record<ItemType, string>> = {
  Page: 'wiki_page',
  Assignment: 'assignment',
  Discussion: 'discussion_topic',
  File: 'attachment',
};

/** The locks of some pages for the acting user, by page; those of a group are in no module. */
export async function pageLocks(
  ctx: Context,
  context: CourseContext | GroupContext,
  pages: readonly { readonly id: number }[],
): Promise<Map<number, ModuleLock>> {
  if (context.type === 'Group') return new Map();
  return await contentLocks(
    ctx,
    context.course,
    'Page',
    pages.map(({ id }) => id),
  );
}

/**
 * The locks of some things of a course for the acting user, by their ids, in a number of queries that doesn't grow with
 * them; none for its staff.
 */
export async function contentLocks(
  ctx: Context,
  course: CourseRow,
  type: ItemType,
  ids: readonly number[],
): Promise<Map<number, ModuleLock>> {
  const locks = new Map<number, ModuleLock>();
  if (ids.length === 0 || (await mayInCourse(ctx, course, 'read_as_admin'))) return locks;
  const linked = await ctx.db
    .selectFrom('module_items')
    .select(['context_module_id', 'content_id'])
    .where('course_id', '=', course.id)
    .where('type', '=', type)
    .where('content_id', '=', anyOf(ids))
    .where('workflow_state', '<>', 'deleted')
    .execute();
  if (linked.length === 0) return locks;
  const lockOf = await itemLocks(ctx, course);
  const items = [...lockOf.items.values()].flat().filter((item) => item.type === type);
  for (const [id, places] of Map.groupBy(items, ({ row }) => row.content_id)) {
    const [first] = places.map((item) => lockOf.lock(item));
    if (first && ids.includes(id) && places.every((item) => lockOf.lock(item))) {
      locks.set(id, { asset_string: `${assetNames[type]}_${id}`, context_module: first.context_module });
    }
  }
  return locks;
}

export interface ItemLocks {
  readonly modules: readonly ModuleRow[];
  readonly items: ReadonlyMap<number, readonly ModuleItem[]>;
  /** What keeps the acting user from an item by itself; undefined where nothing does. */
  lock(item: ModuleItem): ModuleLock | undefined;
}

/** The locks of the items of a course for the acting user. */
export function itemLocks(ctx: Context, course: CourseRow): Promise<ItemLocks> {
  return ctx.once(`itemLocks:${course.id}`, () => loadItemLocks(ctx, course));
}

async function loadItemLocks(ctx: Context, course: CourseRow): Promise<ItemLocks> {
  const modules = await modulesOf(ctx, course);
  const items = await itemsOfModules(
    ctx,
    modules.map(({ id }) => id),
  );
  const byId = new Map(modules.map((module) => [module.id, module]));
  const isExempt = await mayInCourse(ctx, course, 'read_as_admin');
  const observes = await hasObserved(ctx, course);
  const progress: StudentProgress | undefined =
    ctx.user && !isExempt ? (await progressOf(ctx, course, [ctx.user.id])).get(ctx.user.id) : undefined;
  return {
    modules,
    items,
    lock(item) {
      const module = byId.get(item.moduleId);
      if (isExempt || !module) return undefined;
      const waits = module.unlock_at !== null && module.unlock_at > ctx.now;
      const asksNothing =
        module.prerequisite_module_ids.length === 0 &&
        !(
          module.require_sequential_progress && (items.get(module.id) ?? []).some((each) => each.requirement)
        );
      const isActive = module.workflow_state === 'active';
      const progression = progress?.get(module.id) ?? (progress ? notBegun : undefined);
      const isOpen =
        isActive &&
        ((asksNothing && !waits) ||
          observes ||
          (progression !== undefined && !isShut(module, progression, item.position)));
      if (isOpen && !waits) return undefined;
      return {
        ...(isOpen && module.unlock_at !== null && { unlock_at: module.unlock_at }),
        asset_string: `context_module_${module.id}`,
        context_module: lockingModule(course, module, byId, items.get(module.id) ?? []),
      };
    },
  };
}

/** Whoever watches students, or ever did, isn't kept from what they are kept from. */
async function hasObserved(ctx: Context, course: CourseRow): Promise<boolean> {
  const { enrollments } = await courseAccess(ctx, course);
  return enrollments.some(
    ({ type, associated_user_id }) => type === 'ObserverEnrollment' && associated_user_id !== null,
  );
}

function lockingModule(
  course: CourseRow,
  module: ModuleRow,
  modules: ReadonlyMap<number, ModuleRow>,
  items: readonly ModuleItem[],
): LockingModule {
  return {
    id: module.id,
    context_id: module.course_id,
    context_type: 'Course',
    name: module.name,
    position: module.position,
    prerequisites: module.prerequisite_module_ids.flatMap((id) => {
      const name = modules.get(id)?.name;
      return name === undefined ? [] : [{ id, type: 'context_module' as const, name }];
    }),
    completion_requirements: items.flatMap(({ id, requirement }) =>
      requirement
        ? [
            {
              id,
              type: requirement.type,
              ...(requirement.min_score !== null && { min_score: requirement.min_score }),
              ...(requirement.min_percentage !== null && { min_percentage: requirement.min_percentage }),
            },
          ]
        : [],
    ),
    created_at: module.created_at,
    updated_at: module.updated_at,
    workflow_state: module.workflow_state,
    deleted_at: module.deleted_at,
    unlock_at: module.unlock_at,
    migration_id: null,
    require_sequential_progress: module.require_sequential_progress,
    completion_events: module.publish_final_grade ? 'publish_final_grade' : null,
    requirement_count: module.requirement_count,
    root_account_id: course.root_account_id,
  };
}

/**
 * The lock in words; HTML, with a link to the modules.
 * @param thing `page`, `assignment`, `topic`, `file`
 */
export function moduleLockExplanation(ctx: Context, lock: ModuleLock, thing: string): string {
  if (lock.unlock_at) return lockExplanation(ctx, lock, thing);
  const { id, name, context_id, workflow_state } = lock.context_module;
  if (workflow_state === 'unpublished') {
    return `This ${thing} is part of an unpublished module and is not available yet.`;
  }
  const modules = ctx.url(`/courses/${context_id}/modules#module_${id}`);
  const prerequisites = `/courses/${context_id}/modules/${id}/prerequisites/${lock.asset_string}`;
  return (
    `This ${thing} is part of the module <b>${escapeHtml(name)}</b> and hasn't been unlocked yet.<br/>` +
    `<a href='${modules}'>Visit the course modules page for information on how to unlock this content.</a>` +
    `<a href='${prerequisites}' style='display: none;' id='module_prerequisites_lookup_link'>&nbsp;</a>`
  );
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] as string);
