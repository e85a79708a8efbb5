/**
 * Finding, making and changing pages: their slugs, revisions and publication. What a page is called by itself in modules
 * follows from this (domain/module-items.ts).
 */
import type { Updateable } from 'kysely';
import type { WikiPagesTable } from '../db/tables/index.ts';
import type { Context } from '../http/context.ts';
import { parseNumber } from '../http/ids.ts';
import { inContext } from './contexts.ts';
import { sortKey } from './sort-key.ts';
import { defaultEditingRoles, isPublished, type PageRow, type WikiContext } from './wiki-access.ts';
import { slugOf } from './wiki-slugs.ts';

/** The pages of a course or group, deleted ones left out. */
export const pagesOf = (ctx: Context, context: WikiContext) =>
  ctx.db
    .selectFrom('wiki_pages')
    .selectAll('wiki_pages')
    .where('wiki_pages.context_type', '=', context.type)
    .where('wiki_pages.context_id', '=', context.id)
    .where('wiki_pages.workflow_state', '<>', 'deleted');

/**
 * The page that a path means: by any slug that it ever had, else by its id. `page_id:7` is always an id, and finds
 * deleted pages too, which nobody may do anything with.
 */
export async function findPage(
  ctx: Context,
  context: WikiContext,
  text: string,
): Promise<PageRow | undefined> {
  const asked = /^page_id:(\d+)$/.exec(text)?.[1];
  if (asked !== undefined) {
    return await ctx.db
      .selectFrom('wiki_pages')
      .selectAll()
      .where('context_type', '=', context.type)
      .where('context_id', '=', context.id)
      .where('id', '=', parseNumber(asked) ?? 0)
      .executeTakeFirst();
  }
  const slugs = [text, slugOf(text)].filter((slug) => slug !== '' && !slug.includes('\0'));
  const found =
    slugs.length === 0
      ? []
      : await pagesOf(ctx, context)
          .innerJoin('wiki_page_slugs', 'wiki_page_slugs.wiki_page_id', 'wiki_pages.id')
          .select('wiki_page_slugs.slug')
          .where('wiki_page_slugs.slug', 'in', slugs)
          .execute();
  const bySlug = found.find(({ slug }) => slug === text) ?? found[0];
  if (bySlug) {
    const { slug: _, ...page } = bySlug;
    return page;
  }
  const id = Number.parseInt(text, 10);
  if (!Number.isSafeInteger(id) || id < 1) return undefined;
  return await pagesOf(ctx, context).where('wiki_pages.id', '=', id).executeTakeFirst();
}

export async function frontPage(ctx: Context, context: WikiContext): Promise<PageRow | undefined> {
  return await pagesOf(ctx, context)
    .innerJoin('wiki_front_pages', 'wiki_front_pages.wiki_page_id', 'wiki_pages.id')
    .executeTakeFirst();
}

/** The id of the front page, or null where there is none. */
export async function frontPageId(ctx: Context, { type, id }: WikiContext): Promise<number | null> {
  const row = await ctx.db
    .selectFrom('wiki_front_pages')
    .select('wiki_page_id')
    .where('context_type', '=', type)
    .where('context_id', '=', id)
    .executeTakeFirst();
  return row?.wiki_page_id ?? null;
}

/** Makes a page the front page, in the place of another if there is one. */
export async function setFrontPage(ctx: Context, context: WikiContext, page: PageRow): Promise<void> {
  await ctx.db
    .insertInto('wiki_front_pages')
    .values({ ...inContext(context), wiki_page_id: page.id })
    .onConflict((conflict) =>
      conflict.columns(['context_type', 'context_id']).doUpdateSet({ wiki_page_id: page.id }),
    )
    .execute();
}

/** A course whose home was the front page is led by its modules from then on. */
export async function unsetFrontPage(ctx: Context, context: WikiContext): Promise<void> {
  await ctx.db
    .deleteFrom('wiki_front_pages')
    .where('context_type', '=', context.type)
    .where('context_id', '=', context.id)
    .execute();
  if (context.type === 'Course' && context.course.default_view === 'wiki') {
    await ctx.db
      .updateTable('courses')
      .set({ default_view: 'modules', updated_at: ctx.now })
      .where('id', '=', context.id)
      .execute();
  }
}

export interface NewPage {
  title: string;
  body: string | null;
  editing_roles: string;
  workflow_state: 'active' | 'unpublished';
  todo_date?: string | null;
  publish_at?: string | null;
}

/** A new page with its first revision. */
export async function insertPage(ctx: Context, context: WikiContext, fields: NewPage): Promise<PageRow> {
  const page = await ctx.db
    .insertInto('wiki_pages')
    .values({
      ...inContext(context),
      ...fields,
      ...titleColumns(fields.title),
      // Claimed below: a slug leads to the page's id.
      url: '',
      user_id: ctx.user?.id ?? null,
      revised_at: ctx.now,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const url = await claimSlug(ctx, page, slugOf(fields.title));
  await ctx.db.updateTable('wiki_pages').set({ url }).where('id', '=', page.id).execute();
  const placed = { ...page, url };
  await recordRevision(ctx, placed);
  return placed;
}

const titleColumns = (title: string) => ({ title, title_key: sortKey(title) });

export type PageChanges = Pick<
  Updateable<WikiPagesTable>,
  'body' | 'editing_roles' | 'todo_date' | 'publish_at'
> & {
  title?: string;
  workflow_state?: 'active' | 'unpublished';
};

/** What makes a new revision when it changes. */
const revised = ['title', 'url', 'body', 'todo_date', 'publish_at'] as const satisfies (keyof PageRow)[];

/** Changes a page, with what follows for its address, its revisions and its publication. */
export async function updatePage(ctx: Context, page: PageRow, changes: PageChanges): Promise<PageRow> {
  const state = publication(ctx, page, changes);
  const title = changes.title ?? page.title;
  const url = title === page.title ? page.url : await claimSlug(ctx, page, slugOf(title));
  const next = { ...page, ...changes, ...state, title, url };
  const saysOther =
    next.title !== page.title || next.body !== page.body || next.workflow_state !== page.workflow_state;
  const updated = await ctx.db
    .updateTable('wiki_pages')
    .set({
      ...changes,
      ...state,
      ...titleColumns(title),
      url,
      ...(ctx.user && { user_id: ctx.user.id }),
      ...(saysOther && { revised_at: ctx.now }),
      updated_at: ctx.now,
    })
    .where('id', '=', page.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  if (revised.some((key) => updated[key] !== page[key])) await recordRevision(ctx, updated);
  return updated;
}

/**
 * Publishing or unpublishing at once drops the date on which that was to happen; a date that is set unpublishes until
 * it has come, and taking it away unpublishes as well.
 */
function publication(
  ctx: Context,
  page: PageRow,
  changes: Pick<PageChanges, 'workflow_state' | 'publish_at'>,
): Pick<PageRow, 'workflow_state' | 'publish_at'> {
  const current = isPublished(page, ctx.now) ? 'active' : 'unpublished';
  if (changes.workflow_state !== undefined && changes.workflow_state !== current) {
    return { workflow_state: changes.workflow_state, publish_at: null };
  }
  const publish_at = changes.publish_at === undefined ? page.publish_at : changes.publish_at;
  if (publish_at === page.publish_at) return { workflow_state: current, publish_at };
  return { workflow_state: stateAt(publish_at ?? null, ctx.now), publish_at: publish_at ?? null };
}

/** The state that a date of publication stands for. */
export const stateAt = (publish_at: string | null, now: string): 'active' | 'unpublished' =>
  publish_at !== null && publish_at <= now ? 'active' : 'unpublished';

/** Pages that could be edited by whom it was usual follow what is usual now. */
export async function followDefaultRoles(
  ctx: Context,
  before: WikiContext,
  after: WikiContext,
): Promise<void> {
  const [from, to] = [defaultEditingRoles(before), defaultEditingRoles(after)];
  if (from === to) return;
  await ctx.db
    .updateTable('wiki_pages')
    .set({ editing_roles: to, updated_at: ctx.now })
    .where('context_type', '=', after.type)
    .where('context_id', '=', after.id)
    .where('editing_roles', '=', from)
    .execute();
}

/** Its slugs are free again. */
export async function deletePage(ctx: Context, page: PageRow): Promise<PageRow> {
  await ctx.db.deleteFrom('wiki_page_slugs').where('wiki_page_id', '=', page.id).execute();
  return await ctx.db
    .updateTable('wiki_pages')
    .set({ workflow_state: 'deleted', updated_at: ctx.now })
    .where('id', '=', page.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/**
 * `week-1`, or `week-1-2`, `week-1-3` … where other pages have had the slug. Whoever claims the same at the same moment
 * waits for the other, and takes the next.
 */
async function claimSlug(ctx: Context, page: PageRow, base: string): Promise<string> {
  const { id, context_type, context_id } = page;
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`;
    const claimed = await ctx.db
      .insertInto('wiki_page_slugs')
      .values({ context_type, context_id, slug, wiki_page_id: id })
      .onConflict((conflict) => conflict.doNothing())
      .returning('slug')
      .executeTakeFirst();
    if (claimed) return slug;
    const holder = await ctx.db
      .selectFrom('wiki_page_slugs')
      .select('wiki_page_id')
      .where('context_type', '=', context_type)
      .where('context_id', '=', context_id)
      .where('slug', '=', slug)
      .executeTakeFirst();
    if (holder?.wiki_page_id === id) return slug;
    if (number === 1) number = await lastTaken(ctx, page, base);
  }
}

/** Up to which all are taken by other pages: a hundred pages of one title don't try a hundred times. */
async function lastTaken(ctx: Context, { id, context_type, context_id }: PageRow, base: string) {
  const rows = await ctx.db
    .selectFrom('wiki_page_slugs')
    .select('slug')
    .where('context_type', '=', context_type)
    .where('context_id', '=', context_id)
    .where('wiki_page_id', '<>', id)
    .where('slug', 'like', `${base.replace(/[\\%_]/g, '\\$&')}-%`)
    .execute();
  const taken = new Set(rows.map(({ slug }) => slug));
  let number = 1;
  while (taken.has(`${base}-${number + 1}`)) number++;
  return number;
}

async function recordRevision(ctx: Context, page: PageRow): Promise<void> {
  const { highest } = await ctx.db
    .selectFrom('wiki_page_versions')
    .select((eb) => eb.fn.coalesce(eb.fn.max('number'), eb.lit(0)).as('highest'))
    .where('wiki_page_id', '=', page.id)
    .executeTakeFirstOrThrow();
  await ctx.db
    .insertInto('wiki_page_versions')
    .values({
      wiki_page_id: page.id,
      number: Number(highest) + 1,
      url: page.url,
      title: page.title,
      body: page.body,
      user_id: page.user_id,
      revised_at: page.revised_at,
    })
    .execute();
}
