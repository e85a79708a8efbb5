import type { CourseRow } from '../../domain/course-access.ts';
import { itemsOfModules, type ModuleItem, type ModuleRow } from '../../domain/module-items.ts';
import { publishFailures, setItemPublished } from '../../domain/module-publishing.ts';
import type { Context } from '../../http/context.ts';
import { unpublishable } from '../module-items/serialize.ts';

export interface Published {
  /** Items that couldn't follow, and why. */
  readonly left: { id: number; title: string; reason: string }[];
  readonly hasRequirements?: boolean;
}

/** Publishes or unpublishes the items of a module and what they lead to, as far as nothing stands against it. */
export async function publishItems(
  ctx: Context,
  course: CourseRow,
  module: ModuleRow,
  published: boolean,
): Promise<Published> {
  const items = (await itemsOfModules(ctx, [module.id])).get(module.id) ?? [];
  const [failures, canUnpublish] = await Promise.all([
    publishFailures(ctx, course, items),
    unpublishable(ctx, course, items),
  ]);
  const follows = (item: ModuleItem) =>
    published ? !failures.has(item.id) && !item.content?.page?.publish_at : canUnpublish(item);
  const left = [];
  for (const item of items) {
    if (follows(item)) await setItemPublished(ctx, course, item, published);
    else if (item.isPublished !== published || failures.has(item.id)) {
      left.push({ id: item.id, title: item.title, reason: failures.get(item.id) ?? 'unknown' });
    }
  }
  return { left, hasRequirements: items.some(({ requirement }) => requirement !== null) };
}
