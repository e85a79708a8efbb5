import type { PathValue } from '@easel/client';
import { checkedId } from '../commands/ids.ts';
import { UsageError } from '../frame/failure.ts';

type Owner = 'course' | 'user' | 'group';

/** Where files are: a folder in the files of a course, a user or a group, or below a folder with an id. */
export interface Place {
  readonly kind: Owner | 'folder';
  readonly id: string;
  /** Names of folders from there on; undefined when no path was given, which isn't the root's. */
  readonly path: readonly string[] | undefined;
}

export const PLACE_FORMS = 'course:ID:/path, user:ID:/path, group:ID:/path or folder:ID';

/**
 * `user:self:/Eval Reports/Fall2015`, `course:sis_course_id:CHEM-101:/Week 1`, `folder:7`. Ids may hold colons, so the
 * path begins at the first colon that a slash follows.
 * @throws UsageError
 */
export function readPlace(name: string, text: string): Place {
  const [, kind, rest] = /^(course|user|group|folder):(.+)$/s.exec(text) ?? [];
  if (kind === undefined || rest === undefined) {
    throw new UsageError(`${name} names no place`, `write ${PLACE_FORMS}, with self for your own files`);
  }
  const start = rest.indexOf(':/');
  const id = start === -1 ? rest : rest.slice(0, start);
  const path = start === -1 ? undefined : namesIn(name, rest.slice(start + 1));
  return kind === 'folder'
    ? { kind, id: folderId(name, id), path }
    : { kind: kind as Owner, id: slashesInHex(checkedId(name, kind as Owner, id)), path };
}

export function placeText({ kind, id, path }: Place): string {
  return `${kind}:${id}${path === undefined ? '' : `:/${path.join('/')}`}`;
}

function namesIn(name: string, path: string): string[] {
  const names = path.split('/').filter((each) => each !== '');
  // No folder can be called so, and in a URL they would climb.
  if (names.some((each) => /^\.\.?$/.test(each))) throw new UsageError(`${name} may not hold . or ..`);
  return names;
}

function folderId(name: string, id: string): string {
  if (/^\d+(~\d+)?$/.test(id)) return id;
  throw new UsageError(`${name} needs the number of a folder`, 'folder:7; its subfolders are folder:7:/path');
}

/** Many servers in front of Canvas undo `%2F` in paths; Canvas has a form without it. */
function slashesInHex(id: string): string {
  const [, prefix, value] = /^((?:sis|lti)_\w+):(.*\/.*)$/s.exec(id) ?? [];
  return value === undefined ? id : `hex:${prefix}:${Buffer.from(value, 'utf8').toString('hex')}`;
}

/** The part of the API that its files and folders are below. */
export function ownerUrl(place: { readonly kind: Owner | 'folder'; readonly id: PathValue }): string {
  return `/api/v1/${place.kind}s/${encodeURIComponent(String(place.id)).replaceAll('.', '%2E').replaceAll('%3A', ':')}`;
}
