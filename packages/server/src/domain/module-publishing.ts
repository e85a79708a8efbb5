/** Publishing, unpublishing and renaming what module items lead to: the item follows its content, and the content it. */
import type { Context } from '../http/context.ts';
import { ofCourse } from './contexts.ts';
import type { CourseRow } from './course-access.ts';
import { courseSettings } from './course-settings.ts';
import { folderStates } from './folders.ts';
import type { ModuleItem } from './module-items.ts';
import { sortKey } from './sort-key.ts';
import type { PageRow } from './wiki-access.ts';
import { findPage, updatePage } from './wiki-pages.ts';

/** Whoever calls this has seen to it that the item may be (un)published. */
export async function setItemPublished(
  ctx: Context,
  course: CourseRow,
  item: ModuleItem,
  published: boolean,
): Promise<void> {
  const state = published ? 'active' : 'unpublished';
  await ctx.db
    .updateTable('module_items')
    .set({ workflow_state: state, updated_at: ctx.now })
    .where('id', '=', item.id)
    .execute();
  const { page, file, topic, assignment } = item.content ?? {};
  if (item.isPublished === published) return;
  if (page) await updatePage(ctx, await wholePage(ctx, course, page.id), { workflow_state: state });
  if (file) {
    await ctx.db
      .updateTable('attachments')
      .set({ locked: !published, updated_at: ctx.now })
      .where('id', '=', file.id)
      .execute();
  }
  if (topic) {
    await ctx.db
      .updateTable('discussion_topics')
      .set({ workflow_state: state, updated_at: ctx.now })
      .where('id', '=', topic.id)
      .execute();
  }
  if (assignment) {
    await ctx.db
      .updateTable('assignments')
      .set({ workflow_state: published ? 'published' : 'unpublished', updated_at: ctx.now })
      .where('id', '=', assignment.id)
      .execute();
  }
}

/** Gives an item another title, and what it leads to the same name; a file and a tool keep theirs. */
export async function renameItem(
  ctx: Context,
  course: CourseRow,
  item: ModuleItem,
  title: string,
): Promise<void> {
  const { page, topic, assignment } = item.content ?? {};
  await ctx.db
    .updateTable('module_items')
    .set({ title, ...(item.content?.title !== undefined && { content_title: title }), updated_at: ctx.now })
    .where('id', '=', item.id)
    .execute();
  if (page) await updatePage(ctx, await wholePage(ctx, course, page.id), { title });
  if (topic) {
    await ctx.db
      .updateTable('discussion_topics')
      .set({ title, title_key: sortKey(title), updated_at: ctx.now })
      .where('id', '=', topic.id)
      .execute();
  }
  if (assignment) {
    await ctx.db
      .updateTable('assignments')
      .set({ name: title, name_key: sortKey(title), updated_at: ctx.now })
      .where('id', '=', assignment.id)
      .execute();
  }
}

const wholePage = async (ctx: Context, course: CourseRow, id: number): Promise<PageRow> =>
  (await findPage(ctx, ofCourse(course), `page_id:${id}`)) as PageRow;

export type PublishFailure = 'file_in_hidden_folder' | 'usage_rights_required';

/** Why files stay unpublished whatever is asked, by item. */
export async function publishFailures(
  ctx: Context,
  course: CourseRow,
  items: readonly ModuleItem[],
): Promise<Map<number, PublishFailure>> {
  const files = items.flatMap(({ id, content }) => (content?.file ? [{ id, file: content.file }] : []));
  if (files.length === 0) return new Map();
  const stateOf = await folderStates(
    ctx,
    files.map(({ file }) => file.folder_id),
  );
  const needsRights = (await courseSettings(ctx, [course]))(course).flag('usage_rights_required');
  const failures = new Map<number, PublishFailure>();
  for (const { id, file } of files) {
    if (stateOf(file.folder_id).hidden) failures.set(id, 'file_in_hidden_folder');
    else if (needsRights && file.usage_rights_id === null) failures.set(id, 'usage_rights_required');
  }
  return failures;
}
