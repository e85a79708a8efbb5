import type { Selectable } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { WikiPageVersionsTable } from '../../db/tables/index.ts';
import { contextPath } from '../../domain/contexts.ts';
import { withAbsoluteLinks } from '../../domain/html.ts';
import { lockExplanation } from '../../domain/lock-explanation.ts';
import { type ModuleLock, moduleLockExplanation, pageLocks } from '../../domain/module-locks.ts';
import { type PageDateLock, pageDateLocks } from '../../domain/page-dates.ts';
import { isPublished, mayInWiki, type PageRow, type WikiContext } from '../../domain/wiki-access.ts';
import { frontPageId } from '../../domain/wiki-pages.ts';
import type { Context, User } from '../../http/context.ts';
import { inOrderOf } from '../../http/schema.ts';
import { type DisplayUser, displayUser } from '../users/display.ts';
import { Page, PageRevision } from './schema.ts';

/** Pages of one course or group for the caller, in a number of queries that doesn't grow with them. */
export async function serializePages(
  ctx: Context,
  context: WikiContext,
  pages: readonly PageRow[],
  { body: withBody }: { body: boolean },
): Promise<Page[]> {
  const isExempt = await mayInWiki(ctx, context, 'view_unpublished_items');
  const [frontId, moduleLocks, dateLocks, editorOf] = await Promise.all([
    frontPageId(ctx, context),
    isExempt ? new Map<number, ModuleLock>() : pageLocks(ctx, context, pages),
    isExempt ? new Map<number, PageDateLock>() : pageDateLocks(ctx, context, pages),
    editors(ctx, context, pages),
  ]);
  return pages.map((page) => {
    const published = isPublished(page, ctx.now);
    const moduleLock = moduleLocks.get(page.id);
    const dateLock = dateLocks.get(page.id);
    const lock = moduleLock ?? dateLock;
    const why = moduleLock
      ? moduleLockExplanation(ctx, moduleLock, 'page')
      : dateLock && lockExplanation(ctx, dateLock, 'page');
    const last_edited_by = editorOf(page.user_id);
    return inOrderOf(Page, {
      title: page.title,
      created_at: page.created_at,
      url: page.url,
      editing_roles: page.editing_roles,
      page_id: page.id,
      ...(last_edited_by && { last_edited_by }),
      published,
      hide_from_students: !published,
      front_page: page.id === frontId && page.workflow_state !== 'deleted',
      html_url: ctx.url(`${contextPath(context)}/pages/${encodeURIComponent(page.url)}`),
      todo_date: page.todo_date,
      publish_at: page.publish_at,
      updated_at: page.revised_at,
      locked_for_user: lock !== undefined,
      ...(lock && why && { lock_info: lock, lock_explanation: why }),
      ...(withBody && !lock && { body: bodyOf(ctx, page) }),
    });
  });
}

/** A page by itself, with what it says. */
export async function serializePage(ctx: Context, context: WikiContext, page: PageRow): Promise<Page> {
  const [json] = await serializePages(ctx, context, [page], { body: true });
  return json as Page;
}

const bodyOf = (ctx: Context, { body }: { body: string | null }) =>
  body && withAbsoluteLinks(body, (path) => ctx.url(path));

export type RevisionRow = Selectable<WikiPageVersionsTable>;

/** @param content whether what the page said then is shown */
export async function serializeRevisions(
  ctx: Context,
  context: WikiContext,
  revisions: readonly RevisionRow[],
  { latest, content }: { latest: number; content: boolean },
): Promise<PageRevision[]> {
  const editorOf = await editors(ctx, context, revisions);
  return revisions.map((revision) => {
    const edited_by = editorOf(revision.user_id);
    return inOrderOf(PageRevision, {
      revision_id: revision.number,
      updated_at: revision.revised_at,
      latest: revision.number === latest,
      ...(content && { url: revision.url, title: revision.title, body: bodyOf(ctx, revision) }),
      ...(edited_by && { edited_by }),
    });
  });
}

async function editors(
  ctx: Context,
  context: WikiContext,
  rows: readonly { readonly user_id: number | null }[],
): Promise<(id: number | null) => DisplayUser | undefined> {
  const ids = rows.flatMap(({ user_id }) => user_id ?? []);
  const users: User[] =
    ids.length === 0
      ? []
      : await ctx.db.selectFrom('users').selectAll().where('id', '=', anyOf(ids)).execute();
  const shown = new Map(users.map((user) => [user.id, displayUser(ctx, user, contextPath(context))]));
  return (id) => shown.get(id ?? 0);
}
