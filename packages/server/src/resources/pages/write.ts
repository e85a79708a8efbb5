/** The parameters of `wiki_page[…]` → what a page becomes, said once for making and changing pages. */
import { inContext } from '../../domain/contexts.ts';
import { mayInCourse } from '../../domain/course-access.ts';
import { mayInGroup } from '../../domain/group-access.ts';
import { sanitizeHtml } from '../../domain/html.ts';
import {
  defaultEditingRoles,
  isPublished,
  mayInWiki,
  mayToPage,
  type PageRow,
  type WikiContext,
} from '../../domain/wiki-access.ts';
import {
  insertPage,
  type PageChanges,
  setFrontPage,
  stateAt,
  unsetFrontPage,
  updatePage,
} from '../../domain/wiki-pages.ts';
import { slugOf } from '../../domain/wiki-slugs.ts';
import { InvalidRecord, Unauthenticated, Unauthorized } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import type { Params } from '../../http/operation.ts';

export type PageParams = NonNullable<
  Params<'PUT /api/v1/courses/{course_id}/pages/{url_or_id}'>['wiki_page']
>;

const ROLES = ['teachers', 'students', 'members', 'public'];
const MAX_TITLE = 255;
/** Canvas's limit of a long text, in bytes. */
const MAX_BODY = 511_999;

/** A page that isn't there yet; whoever may not publish it later gets it published. */
export async function blankPage(ctx: Context, context: WikiContext, title: string): Promise<PageRow> {
  return {
    id: 0,
    ...inContext(context),
    url: '',
    title,
    title_key: '',
    body: null,
    editing_roles: defaultEditingRoles(context),
    user_id: null,
    todo_date: null,
    publish_at: null,
    unlock_at: null,
    lock_at: null,
    only_visible_to_overrides: false,
    workflow_state: (await mayInWiki(ctx, context, 'publish_page')) ? 'unpublished' : 'active',
    revised_at: ctx.now,
    created_at: ctx.now,
    updated_at: ctx.now,
  };
}

export function refuseUnless(ctx: Context, may: boolean): void {
  if (!may) throw ctx.user ? new Unauthorized() : new Unauthenticated();
}

/** Whether the page is, or is to be, the front page. */
export interface FrontPage {
  was: boolean;
  /** Asked for by the address, whatever the parameters say. */
  becomes?: true;
}

/**
 * Makes or changes a page as far as the caller may, and the front page with it.
 *
 * @param page as `blankPage` gives it where there is none yet
 * @throws InvalidRecord with status 401 for what the caller may not change, 400 for what can't be
 */
export async function savePage(
  ctx: Context,
  context: WikiContext,
  page: PageRow,
  params: PageParams,
  front: FrontPage,
): Promise<PageRow> {
  const isNew = page.id === 0;
  const fields = await allowed(ctx, context, page, params, front);
  const title = fields.title ?? page.title;
  refuseInvalid(title, fields.body);
  const { published, front_page, ...rest } = fields;
  const changes: PageChanges = { ...rest, ...(await todoDate(ctx, context, params)) };
  if (published !== undefined) changes.workflow_state = published ? 'active' : 'unpublished';

  const saved = isNew
    ? await insertPage(ctx, context, newFields(ctx, page, title, changes))
    : await updatePage(ctx, page, changes);
  if (front_page === true) await setFrontPage(ctx, context, saved);
  if (front_page === false && front.was) await unsetFrontPage(ctx, context);
  return saved;
}

function newFields(ctx: Context, page: PageRow, title: string, changes: PageChanges) {
  const { publish_at } = changes;
  const chosen = changes.workflow_state ?? (page.workflow_state === 'active' ? 'active' : 'unpublished');
  return {
    title,
    body: changes.body ?? null,
    editing_roles: changes.editing_roles ?? page.editing_roles,
    workflow_state: publish_at ? stateAt(publish_at, ctx.now) : chosen,
    todo_date: changes.todo_date ?? null,
    publish_at: publish_at ?? null,
  };
}

interface Fields {
  title?: string;
  body?: string | null;
  editing_roles?: string;
  publish_at?: string | null;
  published?: boolean;
  /** Set where it changes. */
  front_page?: boolean;
}

/** What of the parameters counts, by what the caller may. Source: get_update_params of Canvas's controller. */
async function allowed(
  ctx: Context,
  context: WikiContext,
  page: PageRow,
  params: PageParams,
  front: FrontPage,
): Promise<Fields> {
  const fields: Fields = {
    ...(params.title !== undefined && { title: params.title ?? '' }),
    ...(params.body !== undefined && { body: params.body === null ? null : sanitizeHtml(params.body) }),
    ...(params.editing_roles !== undefined && { editing_roles: rolesIn(params.editing_roles) }),
    ...(params.publish_at !== undefined && { publish_at: params.publish_at }),
    ...(params.published !== undefined && { published: params.published }),
  };
  const wanted = params.front_page ?? (front.becomes && true);
  if (wanted !== undefined && wanted !== front.was) fields.front_page = wanted;
  if (await mayInWiki(ctx, context, 'update')) {
    refuseUnpublishedFront(ctx, page, fields, front);
    return fields;
  }

  const mayUpdate = await mayToPage(ctx, context, page, 'update');
  refuseForbidden(ctx, page, fields, mayUpdate);
  refuseUnpublishedFront(ctx, page, fields, front);
  const { title, body, ...rest } = fields;
  if (page.id === 0) return { ...(title !== undefined && { title }), ...(body !== undefined && { body }) };
  if (!mayUpdate) return body === undefined ? {} : { body };
  return { ...rest, ...(title !== undefined && { title }), ...(body !== undefined && { body }) };
}

function rolesIn(text: string | null): string {
  const roles = (text ?? '').split(',').flatMap((role) => role.trim() || []);
  if (roles.length === 0 || roles.some((role) => !ROLES.includes(role))) {
    throw new InvalidRecord({ editing_roles: ['The provided editing roles are invalid'] });
  }
  return roles.join(',');
}

const sameRoles = (one: string, other: string) =>
  one.split(',').sort().join() === other.split(',').sort().join();

/** A title and a text are what everybody may say who makes a page at all. */
function refuseForbidden(ctx: Context, page: PageRow, fields: Fields, mayUpdate: boolean): void {
  const errors: Record<string, string[]> = {};
  if (fields.published !== undefined && fields.published !== isPublished(page, ctx.now)) {
    errors['published'] = ['You are not allowed to update the published state of this wiki page'];
  }
  if (!mayUpdate && page.id !== 0 && fields.title !== undefined && fields.title !== page.title) {
    errors['title'] = ['You are not allowed to update the title of this wiki page'];
  }
  if (fields.editing_roles !== undefined && !sameRoles(fields.editing_roles, page.editing_roles)) {
    errors['editing_roles'] = ['You are not allowed to update the editing roles of this wiki page'];
  }
  if (!mayUpdate && fields.front_page !== undefined) {
    errors['front_page'] = ['You are not allowed to change the wiki front page'];
  }
  if (Object.keys(errors).length > 0) throw new InvalidRecord(errors, 401);
}

function refuseUnpublishedFront(ctx: Context, page: PageRow, fields: Fields, { was }: FrontPage): void {
  const isFront = fields.front_page ?? was;
  const staysPublished = fields.published ?? isPublished(page, ctx.now);
  if (!isFront || staysPublished) return;
  const text = 'The front page cannot be unpublished';
  if (fields.front_page === undefined && fields.published === undefined) return;
  throw new InvalidRecord({
    ...(fields.front_page !== undefined && { front_page: [text] }),
    ...(fields.published !== undefined && { published: [text] }),
  });
}

function refuseInvalid(title: string, body: string | null | undefined): void {
  if (title.trim() === '') throw new InvalidRecord({ title: ["Title can't be blank"] });
  if (title.length > MAX_TITLE) {
    throw new InvalidRecord({ title: [`Title can't exceed ${MAX_TITLE} characters`] });
  }
  if (slugOf(title) === '') {
    throw new InvalidRecord({ title: ['Title must contain at least one letter or number'] });
  }
  if (Buffer.byteLength(body ?? '') > MAX_BODY) {
    throw new InvalidRecord({ body: [['too_long', `is too long (maximum is ${MAX_BODY} characters)`]] });
  }
}

/** When students find the page on their to-do list; ignored from whoever may not say so. */
async function todoDate(
  ctx: Context,
  context: WikiContext,
  { student_todo_at, student_planner_checkbox }: PageParams,
): Promise<{ todo_date?: string | null }> {
  if (!student_todo_at && student_planner_checkbox === undefined) return {};
  const right = 'manage_course_content_edit';
  const may =
    context.type === 'Course'
      ? await mayInCourse(ctx, context.course, right)
      : await mayInGroup(ctx, context.group, right);
  if (!may) return {};
  if (student_planner_checkbox === false) return { todo_date: null };
  return student_todo_at ? { todo_date: student_todo_at } : {};
}
