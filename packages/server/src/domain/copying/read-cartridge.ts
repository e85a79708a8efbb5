/**
 * A Common Cartridge → content as data: all of it where Canvas or Easel has written it, otherwise what the standard knows
 * (IMS CC 1.0 to 1.3): files, addresses, discussions, assignments, and modules from the order of the manifest.
 */
import { posix } from 'node:path';
import { sanitizeHtml } from '../html.ts';
import type { Archive } from './archive.ts';
import { FILES, PAGES, SETTINGS } from './cartridge-format.ts';
import {
  type CourseContent,
  type FileContent,
  nothing,
  type PageContent,
  type TopicContent,
} from './content.ts';
import { folderKey } from './narrow.ts';
import { decoded } from './portable-html.ts';
import {
  assignmentOf,
  feedOf,
  filesMeta,
  groupOf,
  moduleOf,
  outcomesOf,
  policyOf,
  rubricOf,
  settingsOf,
  standardOf,
  topicColumns,
} from './read-canvas-xml.ts';
import { modulesOfManifest } from './read-manifest.ts';
import type { NewIssue } from './writing.ts';
import { Element } from './xml.ts';

export interface ReadCartridge {
  readonly content: CourseContent;
  readonly issues: readonly NewIssue[];
}

/** What the manifest lists. */
export interface CartridgeResource {
  readonly id: string;
  readonly type: string;
  /** Its first file. */
  readonly href: string;
  readonly files: readonly string[];
  readonly needs: readonly string[];
}

/** @throws RefusedArchive */
export async function readCartridge(archive: Archive): Promise<ReadCartridge> {
  const manifest = Element.parse(await archive.text('imsmanifest.xml')).at('manifest');
  return await new Reading(archive, manifest).read();
}

class Reading {
  readonly #archive: Archive;
  readonly #manifest: Element;
  readonly #resources: readonly CartridgeResource[];
  readonly #issues: NewIssue[] = [];

  constructor(archive: Archive, manifest: Element) {
    this.#archive = archive;
    this.#manifest = manifest;
    this.#resources = manifest.at('resources').all('resource').map(resourceOf);
  }

  async read(): Promise<ReadCartridge> {
    const isCanvas = this.#archive.has(`${SETTINGS}/course_settings.xml`);
    const topics = await this.#topics();
    const assignments = [
      ...(await this.#assignments()),
      ...topics.flatMap(({ assignment }) => (assignment ? [assignment] : [])),
    ];
    const files = await this.#files(isCanvas);
    const pages = isCanvas ? await this.#pages() : [];
    const base: CourseContent = {
      ...nothing,
      ...files,
      assignments,
      topics: topics.map(({ topic }) => topic),
      pages,
    };
    for (const { type, id } of this.#resources) {
      if (!type.startsWith('imsqti')) continue;
      this.#issues.push({
        issue_type: 'warning',
        description: `A quiz of the package was not imported (${id}): there are no quizzes here`,
      });
    }
    const content = isCanvas
      ? await this.#withCanvasFiles(base)
      : { ...base, modules: await this.#modules(base) };
    return { content, issues: this.#issues };
  }

  async #xml(name: string): Promise<Element> {
    const path = `${SETTINGS}/${name}.xml`;
    return this.#archive.has(path) ? Element.parse(await this.#archive.text(path)) : new Element(undefined);
  }

  async #withCanvasFiles(base: CourseContent): Promise<CourseContent> {
    const syllabus = `${SETTINGS}/syllabus.html`;
    const outcomes = outcomesOf((await this.#xml('learning_outcomes')).at('learningOutcomes'));
    const policy = (await this.#xml('late_policy')).at('late_policy');
    return {
      ...base,
      settings: settingsOf((await this.#xml('course_settings')).at('course')),
      syllabus: this.#archive.has(syllabus) ? htmlOf(await this.#archive.text(syllabus)).body : undefined,
      latePolicy: policy.exists ? policyOf(policy) : null,
      standards: (await this.#xml('grading_standards'))
        .at('gradingStandards')
        .all('gradingStandard')
        .map(standardOf),
      feeds: (await this.#xml('external_feeds')).at('externalFeeds').all('externalFeed').flatMap(feedOf),
      ...outcomes,
      rubrics: (await this.#xml('rubrics')).at('rubrics').all('rubric').map(rubricOf),
      groups: (await this.#xml('assignment_groups'))
        .at('assignmentGroups')
        .all('assignmentGroup')
        .map(groupOf),
      modules: (await this.#xml('module_meta')).at('modules').all('module').map(moduleOf),
    };
  }

  async #modules(content: CourseContent): Promise<CourseContent['modules']> {
    const links = new Map<string, { url: string; title: string }>();
    for (const { id, type, href } of this.#resources) {
      if (!type.startsWith('imswl_') || !this.#archive.has(href)) continue;
      const link = Element.parse(await this.#archive.text(href)).at('webLink');
      const url = link.at('url').attribute('href') ?? '';
      if (/^https?:\/\//i.test(url)) links.set(id, { url, title: link.value('title') ?? url });
    }
    return modulesOfManifest(this.#manifest, content, links);
  }

  async #assignments(): Promise<CourseContent['assignments']> {
    const found: CourseContent['assignments'][number][] = [];
    for (const { id, href, files, type } of this.#resources) {
      const settings = files.find((path) => path.endsWith('assignment_settings.xml'));
      if (settings && this.#archive.has(settings)) {
        const element = Element.parse(await this.#archive.text(settings)).at('assignment');
        const html = files.find((path) => path.endsWith('.html') && this.#archive.has(path));
        const description = html ? htmlOf(await this.#archive.text(html)).body : null;
        found.push(assignmentOf(element, id, description));
      } else if (type.startsWith('assignment_xml') && this.#archive.has(href)) {
        const element = Element.parse(await this.#archive.text(href)).at('assignment');
        found.push(standardAssignment(element, id));
      }
    }
    return found;
  }

  async #topics() {
    const found: { topic: TopicContent; assignment: CourseContent['assignments'][number] | null }[] = [];
    const files = new Map(this.#resources.map(({ id, href }) => [href, id]));
    for (const { id, type, href, needs } of this.#resources) {
      if (!type.startsWith('imsdt_') || !this.#archive.has(href)) continue;
      const element = Element.parse(await this.#archive.text(href)).at('topic');
      const metaHref = this.#resources.find((other) => needs.includes(other.id))?.href;
      const meta =
        metaHref?.endsWith('.xml') && this.#archive.has(metaHref)
          ? Element.parse(await this.#archive.text(metaHref)).at('topicMeta')
          : new Element(undefined);
      const text = element.at('text');
      const message = sanitizeHtml(
        text.attribute('texttype') === 'text/plain' ? plain(text.text) : text.text,
      );
      const graded = meta.at('assignment');
      const attached = element.at('attachments', 'attachment').attribute('href');
      const assignment = graded.exists
        ? assignmentOf(graded, graded.attribute('identifier') ?? `${id}_assignment`, message)
        : null;
      found.push({
        topic: {
          key: id,
          columns: topicColumns(meta, element.value('title') ?? 'No title'),
          message,
          assignment: assignment?.key ?? null,
          attachment:
            meta.value('attachment_identifierref') ?? (attached ? (files.get(attached) ?? null) : null),
        },
        assignment,
      });
    }
    return found;
  }

  async #pages(): Promise<PageContent[]> {
    const pages: PageContent[] = [];
    for (const { id, href } of this.#resources) {
      if (!href.startsWith(`${PAGES}/`) || !this.#archive.has(href)) continue;
      const { title, meta, body } = htmlOf(await this.#archive.text(href));
      const slug = posix.basename(href, '.html');
      pages.push({
        key: meta.get('identifier') ?? id,
        columns: {
          title: title || slug,
          workflow_state: meta.get('workflow_state') === 'unpublished' ? 'unpublished' : 'active',
          ...(meta.has('editing_roles') && { editing_roles: meta.get('editing_roles') as string }),
          todo_date: dateIn(meta, 'todo_date'),
          publish_at: dateIn(meta, 'publish_at'),
        },
        body,
        isFront: meta.get('front_page') === 'true',
        slug,
      });
    }
    return pages;
  }

  /** Web content is a file, unless Canvas has made a page of it. */
  async #files(isCanvas: boolean): Promise<Pick<CourseContent, 'files' | 'folders'>> {
    const meta = filesMeta((await this.#xml('files_meta')).at('fileMeta'));
    const files: FileContent[] = [];
    for (const { id, type, files: paths } of this.#resources) {
      if (type !== 'webcontent') continue;
      for (const [index, entry] of paths.entries()) {
        if (!this.#archive.has(entry) || (isCanvas && entry.startsWith(`${PAGES}/`))) continue;
        const path = entry.startsWith(`${FILES}/`) ? entry.slice(FILES.length + 1) : entry;
        const folder = posix.dirname(path);
        files.push({
          key: index === 0 ? id : `${id}_${index}`,
          folder: folder === '.' ? '' : folder,
          columns: { display_name: posix.basename(path), ...meta.columnsOf(id) },
          source: { entry },
        });
      }
    }
    return { files, folders: meta.folders.map((each) => ({ ...each, key: folderKey(each.path) })) };
  }
}

function resourceOf(element: Element): CartridgeResource {
  const files = element.all('file').map((file) => decoded(file.attribute('href') ?? ''));
  const href = element.attribute('href');
  return {
    id: element.attribute('identifier') ?? '',
    type: element.attribute('type') ?? '',
    href: href === undefined ? (files[0] ?? '') : decoded(href),
    files: files.length > 0 || href === undefined ? files : [decoded(href)],
    needs: element.all('dependency').flatMap((each) => each.attribute('identifierref') ?? []),
  };
}

/** The assignment of the standard's own extension (CC 1.3). */
function standardAssignment(element: Element, id: string): CourseContent['assignments'][number] {
  const gradable = element.at('gradable');
  const points = Number(gradable.attribute('points_possible'));
  const formats = element
    .at('submission_formats')
    .all('format')
    .flatMap((format) => SUBMISSIONS[format.attribute('type') ?? ''] ?? []);
  return {
    key: id,
    columns: {
      name: element.value('title') ?? 'No title',
      workflow_state: 'published',
      points_possible: Number.isFinite(points) ? points : 0,
      grading_type: gradable.text === 'false' ? 'not_graded' : 'points',
      submission_types: formats.length > 0 ? formats : ['none'],
    },
    description: sanitizeHtml(element.value('text') ?? ''),
    group: null,
    standard: null,
    rubric: null,
  };
}

const SUBMISSIONS: Readonly<Record<string, string>> = {
  file: 'online_upload',
  html: 'online_text_entry',
  text: 'online_text_entry',
  url: 'online_url',
};

const plain = (text: string): string =>
  `<p>${text.replace(/[&<>]/g, (found) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[found] ?? found)}</p>`;

/** A page of an archive: its title, its notes, and its text made harmless. */
function htmlOf(html: string): { title: string; meta: Map<string, string>; body: string } {
  const head = /<head[^>]*>([\s\S]*?)<\/head>/i.exec(html)?.[1] ?? '';
  const title = /<title[^>]*>([\s\S]*?)<\/title>/i.exec(head)?.[1] ?? '';
  const meta = new Map(
    [...head.matchAll(/<meta\s+name="([^"]*)"\s+content="([^"]*)"/gi)].map(([, name = '', value = '']) => [
      name,
      unescaped(value),
    ]),
  );
  const body = /<body[^>]*>([\s\S]*)<\/body>/i.exec(html)?.[1] ?? html.replace(head, '');
  return { title: unescaped(title).trim(), meta, body: sanitizeHtml(body.replace(/^\n|\n$/g, '')) };
}

const unescaped = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (found) => ({ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" })[found] ?? found,
  );

function dateIn(meta: ReadonlyMap<string, string>, name: string): string | null {
  const time = Date.parse(meta.get(name) ?? '');
  return Number.isNaN(time) ? null : `${new Date(time).toISOString().slice(0, 19)}Z`;
}
