/** When pages open and close to the acting user: by their own dates, or those of the overrides that reach him. */
import type { Context } from '../http/context.ts';
import { datesOfContents, type Lock, lockOf, overridesOfPages } from './assignment-dates.ts';
import type { PageRow, WikiContext } from './wiki-access.ts';

export type PageDateLock = Lock & { readonly asset_string: string };

/** What keeps him from some pages now, by their ids; those of a group have no dates. */
export async function pageDateLocks(
  ctx: Context,
  context: WikiContext,
  pages: readonly PageRow[],
): Promise<Map<number, PageDateLock>> {
  if (context.type === 'Group') return new Map();
  const datesFor = await datesOfContents(ctx, context.course.id, overridesOfPages, pages, ctx.user?.id);
  const locks = pages.flatMap((page): [number, PageDateLock][] => {
    const lock = lockOf(datesFor(page), ctx.now);
    return lock ? [[page.id, { asset_string: `wiki_page_${page.id}`, ...lock }]] : [];
  });
  return new Map(locks);
}
