/**
 * Links in HTML from one course to the next: on the way out a link to a thing of the course becomes a token with its
 * migration id, on the way in the link to what the thing became. The tokens are those of Canvas's archives:
 *
 *     $CANVAS_OBJECT_REFERENCE$/assignments/<key>        also pages, discussion_topics, modules, modules/items
 *     $CANVAS_COURSE_REFERENCE$/file_ref/<key>/download  a file
 *     $CANVAS_COURSE_REFERENCE$/grades                   any other page of the course
 *     $WIKI_REFERENCE$/pages/<slug>, $IMS-CC-FILEBASE$/<path>   read, and not written
 */
import { type Kind, keyOf } from './keys.ts';

const OBJECT = '$CANVAS_OBJECT_REFERENCE$';
const COURSE = '$CANVAS_COURSE_REFERENCE$';
const WIKI = '$WIKI_REFERENCE$';
const FILES = ['$IMS-CC-FILEBASE$', '$IMS_CC_FILEBASE$', '%24IMS-CC-FILEBASE%24', '%24IMS_CC_FILEBASE%24'];

/** What a course's addresses call a kind. */
const PLACES: Readonly<Record<string, Kind>> = {
  announcements: 'discussion_topics',
  assignments: 'assignments',
  discussion_topics: 'discussion_topics',
  modules: 'context_modules',
};

const LINK = /(\s(?:href|src|data|poster)=")([^"]*)"/gi;
/** The editor's notes of what a link leads to, which are made anew wherever they are needed. */
const NOTES = /\sdata-api-(?:endpoint|returntype)="[^"]*"/gi;

/** The course whose HTML is read. */
export interface LinkSource {
  readonly courseId: number;
  /** `https://host`, of links that are written whole. */
  readonly origin: string;
  /** Slug → id of its page. */
  readonly pageIds: ReadonlyMap<string, number>;
  /** Of the course. */
  readonly fileIds: ReadonlySet<number>;
}

/** @param originals gets what each token stands in for */
export function toPortable(html: string, source: LinkSource, originals: Map<string, string>): string {
  if (!html.includes('="')) return html;
  return html.replace(NOTES, '').replace(LINK, (whole, before: string, url: string) => {
    const token = tokenOf(url, source);
    if (token === undefined) return whole;
    originals.set(token, url);
    return `${before}${token}"`;
  });
}

function tokenOf(url: string, source: LinkSource): string | undefined {
  const path = url.startsWith(`${source.origin}/`) ? url.slice(source.origin.length) : url;
  const bare = /^\/files\/(\d+)(.*)$/s.exec(path);
  if (bare) return fileToken(Number(bare[1]), bare[2] ?? '', source);
  const match = /^\/courses\/(\d+)(\/.*|[?#].*)?$/s.exec(path);
  if (!match || Number(match[1]) !== source.courseId) return undefined;
  const rest = match[2] ?? '';
  const file = /^\/files\/(\d+)(.*)$/s.exec(rest);
  if (file) return fileToken(Number(file[1]), file[2] ?? '', source) ?? COURSE + rest;
  const item = /^\/modules\/items\/(\d+)(.*)$/s.exec(rest);
  if (item) return `${OBJECT}/modules/items/${keyOf('content_tags', Number(item[1]))}${item[2]}`;
  const page = /^\/(?:pages|wiki)\/([^/?#]+)(.*)$/s.exec(rest);
  if (page) {
    const id = source.pageIds.get(decoded(page[1] ?? ''));
    return id === undefined ? COURSE + rest : `${OBJECT}/pages/${keyOf('wiki_pages', id)}${page[2]}`;
  }
  const object = /^\/([a-z_]+)\/(\d+)(.*)$/s.exec(rest);
  const kind = object && PLACES[object[1] ?? ''];
  if (object && kind) return `${OBJECT}/${object[1]}/${keyOf(kind, Number(object[2]))}${object[3]}`;
  return COURSE + rest;
}

const fileToken = (id: number, rest: string, { fileIds }: LinkSource) =>
  fileIds.has(id) ? `${COURSE}/file_ref/${keyOf('attachments', id)}${rest}` : undefined;

/** A broken escape is a name like any other. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The course into which HTML is written. */
export interface LinkTarget {
  readonly courseId: number;
  find(kind: Kind, key: string): number | undefined;
  slugOf(pageId: number): string | undefined;
  /** By its path below the root of the archive's files. */
  fileAt(path: string): number | undefined;
  /** The page that an archive knows by a slug. */
  pageAt(slug: string): string | undefined;
}

/** @returns the HTML with links, and the tokens that led nowhere */
export function fromPortable(
  html: string,
  target: LinkTarget,
  originals: ReadonlyMap<string, string>,
): { html: string; missing: string[] } {
  const missing: string[] = [];
  const linked = html.replace(LINK, (whole, before: string, url: string) => {
    const found = addressOf(url, target);
    if (found === undefined) return whole;
    if (found === null) missing.push(url);
    // What wasn't copied is still where it was.
    const address = found ?? originals.get(url) ?? lost(url, target);
    return `${before}${address}"`;
  });
  return { html: linked, missing: missing.filter((token) => !originals.has(token)) };
}

/** The page of the course itself is better than a link that nothing can follow. */
const lost = (url: string, { courseId }: LinkTarget): string =>
  url.startsWith('$') || url.startsWith('%24') ? `/courses/${courseId}/${url.replace(/^[^/]*\/?/, '')}` : url;

/** Undefined of what is no token, null of one that leads nowhere. */
function addressOf(url: string, target: LinkTarget): string | null | undefined {
  const base = `/courses/${target.courseId}`;
  const token = url.replaceAll('%24', '$');
  if (token.startsWith(`${OBJECT}/`)) return objectAddress(token.slice(OBJECT.length + 1), base, target);
  if (token.startsWith(`${WIKI}/`)) {
    const [, name = '', rest = ''] =
      /^(?:pages|wiki)\/([^/?#]+)(.*)$/s.exec(token.slice(WIKI.length + 1)) ?? [];
    const slug = target.pageAt(decoded(name));
    return slug === undefined ? null : `${base}/pages/${slug}${rest}`;
  }
  const files = FILES.find((prefix) => url.startsWith(`${prefix}/`));
  if (files) {
    const path = (url.slice(files.length + 1).split(/[?#]/)[0] ?? '').replaceAll('&amp;', '&');
    const id = target.fileAt(decoded(path));
    return id === undefined ? null : `${base}/files/${id}/preview`;
  }
  if (!token.startsWith(COURSE)) return undefined;
  const rest = token.slice(COURSE.length);
  const file = /^\/file_ref\/([^/?#]+)(.*)$/s.exec(rest);
  if (!file) return base + rest;
  const id = target.find('attachments', file[1] ?? '');
  return id === undefined ? null : `${base}/files/${id}${file[2]}`;
}

function objectAddress(path: string, base: string, target: LinkTarget): string | null {
  const item = /^modules\/items\/([^/?#]+)(.*)$/s.exec(path);
  const [, place = '', key = '', rest = ''] = item
    ? ['', 'modules/items', item[1], item[2]]
    : (/^([a-z_]+)\/([^/?#]+)(.*)$/s.exec(path) ?? []);
  if (place === 'pages') {
    const id = target.find('wiki_pages', key);
    const slug = id === undefined ? target.pageAt(decoded(key)) : target.slugOf(id);
    return slug === undefined ? null : `${base}/pages/${slug}${rest}`;
  }
  const kind = item ? 'content_tags' : PLACES[place];
  const id = kind && target.find(kind, key);
  return id === undefined ? null : `${base}/${place}/${id}${rest}`;
}
