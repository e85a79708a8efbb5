/** Modules with their items, requirements and prerequisites. */
import type { Context } from '../../http/context.ts';
import { hasContent, loadContents } from '../module-items.ts';
import { arrangeItems, arrangeModules, lockModules } from '../module-order.ts';
import { refreshCourse } from '../module-progress.ts';
import type { ItemContent, ModuleContent } from './content.ts';
import { kindOfItem } from './read-course.ts';
import { courseOfWriting, times, type Writing } from './writing.ts';

const LAST = 2 ** 31 - 1;

export async function writeModules(ctx: Context, writing: Writing): Promise<void> {
  const { modules } = writing.content;
  if (modules.length === 0) return;
  const course = await courseOfWriting(ctx, writing);
  await lockModules(ctx, course);
  for (const [index, module] of modules.entries()) {
    const id = await writeModule(ctx, writing, module, LAST - modules.length + index);
    await writing.keys.remember(ctx, 'context_modules', module.key, id);
    for (const [place, item] of module.items.entries()) {
      await writeItem(ctx, writing, id, item, LAST - module.items.length + place);
    }
    await arrangeItems(ctx, id);
  }
  for (const module of modules) await writePrerequisites(ctx, writing, module);
  await arrangeModules(ctx, course);
  await refreshCourse(ctx, course);
}

async function writeModule(
  ctx: Context,
  { keys, shift, courseId }: Writing,
  { key, columns }: ModuleContent,
  position: number,
): Promise<number> {
  const values = { ...columns, unlock_at: shift(columns.unlock_at ?? null), updated_at: ctx.now };
  const { position: _, ...changes } = values;
  const known = keys.find('context_modules', key);
  const updated =
    known &&
    (await ctx.db
      .updateTable('context_modules')
      .set(changes)
      .where('id', '=', known)
      .where('workflow_state', '<>', 'deleted')
      .returning('id')
      .executeTakeFirst());
  if (updated) return updated.id;
  const { id } = await ctx.db
    .insertInto('context_modules')
    .values({ ...values, ...times(ctx), course_id: courseId, position })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function writePrerequisites(ctx: Context, { keys }: Writing, module: ModuleContent): Promise<void> {
  const ids = module.prerequisites.flatMap((key) => keys.find('context_modules', key) ?? []);
  await ctx.db
    .updateTable('context_modules')
    .set({ prerequisite_module_ids: ids })
    .where('id', '=', keys.find('context_modules', module.key) ?? 0)
    .execute();
}

async function writeItem(
  ctx: Context,
  { keys, courseId, issues }: Writing,
  moduleId: number,
  { key, columns, content }: ItemContent,
  position: number,
): Promise<void> {
  const kind = kindOfItem(columns.type);
  const contentId = kind ? keys.find(kind, content) : undefined;
  if (hasContent(columns.type) && contentId === undefined) {
    issues.push({
      issue_type: 'warning',
      description: `The module item "${columns.title}" was not imported: what it leads to is not in the course`,
    });
    return;
  }
  const linked = { type: columns.type, content_id: contentId ?? 0 };
  const led = (await loadContents(ctx, [linked]))(linked);
  const { link_settings, position: _, ...rest } = columns;
  const values = {
    ...rest,
    new_tab: columns.new_tab ?? null,
    link_settings: link_settings ? JSON.stringify(link_settings) : null,
    content_id: linked.content_id,
    content_title: led?.title ?? null,
    context_module_id: moduleId,
    updated_at: ctx.now,
  };
  const known = keys.find('content_tags', key);
  const updated =
    known &&
    (await ctx.db
      .updateTable('module_items')
      .set(values)
      .where('id', '=', known)
      .where('workflow_state', '<>', 'deleted')
      .returning('id')
      .executeTakeFirst());
  const { id } =
    updated ||
    (await ctx.db
      .insertInto('module_items')
      .values({ ...values, ...times(ctx), course_id: courseId, position })
      .returning('id')
      .executeTakeFirstOrThrow());
  await keys.remember(ctx, 'content_tags', key, id);
}

/** `insert_into_module_…`: a module of the course gets what was imported as its items, at a place or at the end. */
export async function writeIntoModule(ctx: Context, writing: Writing): Promise<void> {
  const into = writing.options.insertInto;
  if (!into || !(await isModuleOf(ctx, writing, into.moduleId))) return;
  const { content, keys, courseId } = writing;
  const topicsOf = new Set(content.topics.flatMap(({ assignment }) => assignment ?? []));
  const candidates = [
    ...content.assignments
      .filter(({ key }) => !topicsOf.has(key))
      .map(
        ({ key, columns }) =>
          ({ kind: 'assignments', type: 'Assignment', key, title: columns.name }) as const,
      ),
    ...content.topics.map(
      ({ key, columns }) =>
        ({ kind: 'discussion_topics', type: 'Discussion', key, title: columns.title }) as const,
    ),
    ...content.pages.map(
      ({ key, columns }) => ({ kind: 'wiki_pages', type: 'Page', key, title: columns.title }) as const,
    ),
    ...content.files.map(
      ({ key, columns }) =>
        ({ kind: 'attachments', type: 'File', key, title: columns.display_name }) as const,
    ),
  ];
  let { position } = into;
  for (const { kind, type, key, title } of candidates) {
    const id = keys.find(kind, key);
    if (id === undefined || (into.only !== null && into.only !== kind)) continue;
    const linked = { type, content_id: id };
    // By an earlier import, or by this step's first try.
    if (await isInModule(ctx, into.moduleId, linked)) continue;
    const led = (await loadContents(ctx, [linked]))(linked);
    const item = await ctx.db
      .insertInto('module_items')
      .values({
        ...linked,
        ...times(ctx),
        course_id: courseId,
        context_module_id: into.moduleId,
        title,
        content_title: led?.title ?? null,
        position: LAST,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await arrangeItems(
      ctx,
      into.moduleId,
      position === null ? undefined : { id: item.id, position: position++ },
    );
  }
}

async function isModuleOf(ctx: Context, { courseId }: Writing, id: number): Promise<boolean> {
  const module = await ctx.db
    .selectFrom('context_modules')
    .select('id')
    .where('id', '=', id)
    .where('course_id', '=', courseId)
    .where('workflow_state', '<>', 'deleted')
    .executeTakeFirst();
  return module !== undefined;
}

async function isInModule(
  ctx: Context,
  moduleId: number,
  { type, content_id }: { type: ItemContent['columns']['type']; content_id: number },
): Promise<boolean> {
  const item = await ctx.db
    .selectFrom('module_items')
    .select('id')
    .where('context_module_id', '=', moduleId)
    .where('type', '=', type)
    .where('content_id', '=', content_id)
    .where('workflow_state', '<>', 'deleted')
    .executeTakeFirst();
  return item !== undefined;
}
