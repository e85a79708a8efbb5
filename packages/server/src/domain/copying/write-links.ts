/** Once everything is there, links in texts can lead to it. */
import type { Context } from '../../http/context.ts';
import { recordSyllabus } from '../syllabus-versions.ts';
import { fromPortable, type LinkTarget } from './portable-html.ts';
import { courseOfWriting, type Writing } from './writing.ts';

export async function writeLinks(ctx: Context, writing: Writing): Promise<void> {
  const { content, keys, courseId } = writing;
  const target = await linkTarget(ctx, writing);
  const link = (html: string | null | undefined, title: string, path: string): string | undefined => {
    if (!html || !/"(?:\$|%24)/.test(html)) return undefined;
    const linked = fromPortable(html, target, content.originals);
    if (linked.missing.length > 0) {
      writing.issues.push({
        issue_type: 'warning',
        description: `Missing links found in imported content - ${title}`,
        fix_issue_html_url: path,
        error_message: linked.missing.join(', '),
      });
    }
    return linked.html;
  };
  const base = `/courses/${courseId}`;
  for (const { key, columns, description } of content.assignments) {
    const id = keys.find('assignments', key) ?? 0;
    const html = link(description, columns.name, `${base}/assignments/${id}`);
    if (html === undefined) continue;
    await ctx.db.updateTable('assignments').set({ description: html }).where('id', '=', id).execute();
  }
  for (const { key, columns, message } of content.topics) {
    const id = keys.find('discussion_topics', key) ?? 0;
    const html = link(message, columns.title, `${base}/discussion_topics/${id}`);
    if (html === undefined) continue;
    await ctx.db.updateTable('discussion_topics').set({ message: html }).where('id', '=', id).execute();
  }
  for (const { key, columns, body } of content.pages) {
    const id = keys.find('wiki_pages', key) ?? 0;
    const html = link(body, columns.title, `${base}/pages/${target.slugOf(id)}`);
    if (html === undefined || body === null) continue;
    await ctx.db.updateTable('wiki_pages').set({ body: html }).where('id', '=', id).execute();
    // The revision that was just made is the one whose links are meant.
    await ctx.db
      .updateTable('wiki_page_versions')
      .set({ body: html })
      .where('wiki_page_id', '=', id)
      .where('body', '=', body)
      .execute();
  }
  const syllabus = link(content.syllabus, 'Syllabus', `${base}/assignments/syllabus`);
  if (syllabus !== undefined) await writeSyllabus(ctx, writing, syllabus);
}

async function writeSyllabus(ctx: Context, writing: Writing, syllabus_body: string): Promise<void> {
  const course = await courseOfWriting(ctx, writing);
  await ctx.db.updateTable('courses').set({ syllabus_body }).where('id', '=', course.id).execute();
  await recordSyllabus(ctx, { ...course, syllabus_body }, null);
}

async function linkTarget(ctx: Context, { content, keys, courseId }: Writing): Promise<LinkTarget> {
  const slugs = await slugsOf(ctx, courseId);
  const bySlug = new Map(content.pages.map(({ slug, key }) => [slug, key]));
  const byPath = new Map(
    content.files.map(({ folder, columns, key }) => [
      folder === '' ? columns.display_name : `${folder}/${columns.display_name}`,
      key,
    ]),
  );
  return {
    courseId,
    find: (kind, key) => keys.find(kind, key),
    slugOf: (id) => slugs.get(id),
    fileAt: (path) => keys.find('attachments', byPath.get(path)),
    pageAt: (slug) => slugs.get(keys.find('wiki_pages', bySlug.get(slug)) ?? 0),
  };
}

async function slugsOf(ctx: Context, courseId: number): Promise<Map<number, string>> {
  const rows = await ctx.db
    .selectFrom('wiki_pages')
    .select(['id', 'url'])
    .where('context_type', '=', 'Course')
    .where('context_id', '=', courseId)
    .where('workflow_state', '<>', 'deleted')
    .execute();
  return new Map(rows.map(({ id, url }) => [id, url]));
}
