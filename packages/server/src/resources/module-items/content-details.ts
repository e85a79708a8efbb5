/** `include[]=content_details`: what an item leads to, as far as a list of items wants to know. */
import { lockOf, ownDates } from '../../domain/assignment-dates.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import { mayInCourse } from '../../domain/course-access.ts';
import { lockExplanation } from '../../domain/lock-explanation.ts';
import type { ModuleItem as Item } from '../../domain/module-items.ts';
import { itemLocks, type ModuleLock, moduleLockExplanation } from '../../domain/module-locks.ts';
import type { Context } from '../../http/context.ts';
import { inOrderOf } from '../../http/schema.ts';
import { fileLocks } from '../files/rules.ts';
import { usageRightsOf } from '../usage-rights/serialize.ts';
import { ContentDetails, type ContentLockInfo } from './schema.ts';

/** For all items at once, in a number of queries that doesn't grow with them. */
export async function contentDetails(
  ctx: Context,
  course: CourseRow,
  items: readonly Item[],
): Promise<(item: Item) => ContentDetails> {
  const assignments = items.flatMap(({ content }) => content?.assignment ?? []);
  const files = items.flatMap(({ content }) => content?.file ?? []);
  const [datesOf, lockFor, rightsOf] = await Promise.all([
    ownDates(ctx, course, assignments),
    locksOf(ctx, course, items),
    usageRightsOf(ctx, files),
  ]);
  return (item) => {
    const { assignment, topic, file } = item.content ?? {};
    const dates = assignment ? datesOf(assignment) : (topic ?? file);
    const lock = lockFor(item);
    return inOrderOf(ContentDetails, {
      usage_rights: (file && rightsOf(file)) ?? undefined,
      locked: file?.locked || (!assignment && topic?.locked) || undefined,
      hidden: file?.file_state === 'hidden' || undefined,
      display_name: file?.display_name,
      due_at: (assignment && datesOf(assignment).due_at) ?? undefined,
      unlock_at: (dates && 'unlock_at' in dates ? dates.unlock_at : undefined) ?? undefined,
      lock_at: dates?.lock_at ?? undefined,
      points_possible: assignment?.points_possible || undefined,
      ...(file && { thumbnail_url: null }),
      locked_for_user: lock !== undefined,
      lock_info: lock,
      lock_explanation: lock && explained(ctx, lock, item),
    });
  };
}

const things: Partial<Record<Item['type'], string>> = {
  Assignment: 'assignment',
  Discussion: 'topic',
  File: 'file',
  Page: 'page',
};

function explained(ctx: Context, lock: ContentLockInfo, { type }: Item): string {
  const thing = things[type] ?? 'content';
  return 'context_module' in lock
    ? moduleLockExplanation(ctx, lock as ModuleLock, thing)
    : lockExplanation(ctx, lock as Parameters<typeof lockExplanation>[1], thing);
}

const assets: Partial<Record<Item['type'], string>> = {
  Assignment: 'assignment',
  Discussion: 'discussion_topic',
  File: 'attachment',
  Page: 'wiki_page',
};

/**
 * What keeps the acting user from each of some items: the dates of the thing first, then the modules that it is in, then
 * its end. A graded topic goes by its assignment.
 */
export async function locksOf(
  ctx: Context,
  course: CourseRow,
  items: readonly Item[],
): Promise<(item: Item) => ContentLockInfo | undefined> {
  if (await mayInCourse(ctx, course, 'read_as_admin')) return () => undefined;
  const assignments = items.flatMap(({ content }) => content?.assignment ?? []);
  const files = items.flatMap(({ content }) => content?.file ?? []);
  const [modules, datesOf, fileLockOf] = await Promise.all([
    itemLocks(ctx, course),
    ownDates(ctx, course, assignments),
    fileLocks(ctx, files),
  ]);
  const all = [...modules.items.values()].flat();
  return (item) => {
    const { content, type, row } = item;
    const asset_string = `${assets[type]}_${row.content_id}`;
    const byDates = content?.assignment && lockOf(datesOf(content.assignment), ctx.now);
    if (byDates && 'unlock_at' in byDates) return { ...byDates, asset_string };
    const posted = content?.topic?.delayed_post_at;
    if (posted && posted > ctx.now) return { unlock_at: posted, asset_string };
    const places = content
      ? all.filter((each) => each.type === type && each.row.content_id === row.content_id)
      : [item];
    const locks = places.map((place) => modules.lock(place));
    const [first] = locks;
    if (first && locks.every(Boolean)) return content ? { ...first, asset_string } : first;
    if (content?.file) return fileLockOf(content.file);
    return byDates && { ...byDates, asset_string };
  };
}
