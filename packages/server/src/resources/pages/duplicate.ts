import { containing } from '../../db/containing.ts';
import { ofCourse } from '../../domain/contexts.ts';
import type { PageRow } from '../../domain/wiki-access.ts';
import { insertPage, pagesOf } from '../../domain/wiki-pages.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { courseContext } from '../courses/load.ts';
import { type PlacedPage, page } from './load.ts';
import { Page } from './schema.ts';
import { showPage } from './show.ts';

const MAX_TITLE = 255;

/** An unpublished copy, called `… Copy`. */
export async function duplicatePage(ctx: Context, page: PlacedPage): Promise<PageRow> {
  return await insertPage(ctx, page.context, {
    title: await copyTitle(ctx, page),
    body: page.body,
    editing_roles: page.editing_roles,
    workflow_state: 'unpublished',
    todo_date: page.todo_date,
  });
}

/** `Essay` → `Essay Copy` → `Essay Copy 2`, as far as that is free. Source: DuplicatingObjects of Canvas. */
async function copyTitle(ctx: Context, { context, title }: PlacedPage): Promise<string> {
  const stem = title.replace(/ Copy(?: \d+)?$/, '').slice(0, MAX_TITLE - ' Copy 1000'.length);
  const rows = await pagesOf(ctx, context).where('title', 'ilike', containing(stem)).execute();
  const taken = new Set(rows.map((row) => row.title));
  for (let number = 1; ; number++) {
    const copy = number === 1 ? `${stem} Copy` : `${stem} Copy ${number}`;
    if (!taken.has(copy)) return copy;
  }
}

export default operation('POST /api/v1/courses/{course_id}/pages/{url_or_id}/duplicate', {
  summary: 'Copy a page',
  load: { context: { ...courseContext, param: 'course_id' }, page: page('url_or_id') },
  requires: { page: 'create' },
  returns: Page,
  async handle({ ctx, context, page }) {
    const copy = await duplicatePage(ctx, page);
    return await showPage(ctx, { ...copy, context: ofCourse(context.course) });
  },
});
