/** What of a course is to be copied. Source: ContentMigration.process_copy_params, ContentExport#export_object?. */
import type { CopySelection, JsonValue } from '../../db/json-columns.ts';
import { parseNumber } from '../../http/ids.ts';
import { localId } from '../global-id.ts';
import { type Kind, keyOf } from './keys.ts';

/** The API's names of kinds → those of selections. */
const NAMES: Readonly<Record<string, string>> = {
  modules: 'context_modules',
  module_items: 'content_tags',
  pages: 'wiki_pages',
  files: 'attachments',
};

/** The asset that a list of ids means. */
const KINDS: Readonly<Record<string, Kind>> = {
  announcements: 'discussion_topics',
  assignment_groups: 'assignment_groups',
  assignments: 'assignments',
  attachments: 'attachments',
  content_tags: 'content_tags',
  context_modules: 'context_modules',
  discussion_topics: 'discussion_topics',
  folders: 'folders',
  learning_outcome_groups: 'learning_outcome_groups',
  learning_outcomes: 'learning_outcomes',
  rubrics: 'rubrics',
  wiki_pages: 'wiki_pages',
};

const isOn = (value: JsonValue | undefined): boolean =>
  ['1', 't', 'true', 'y', 'yes', 'on', 'enabled'].includes(String(value).toLowerCase());

/** `select[assignments][]=12`: ids, or asset strings as keys of a hash. Null for everything. */
export function selectionByIds(sent: JsonValue | undefined): CopySelection | null {
  return readSelection(sent, (kind, text) => {
    const number = parseNumber(text.replace(/^.*_(?=\d+$)/, ''));
    const known = KINDS[kind];
    return number !== undefined && known ? keyOf(known, localId(number)) : undefined;
  });
}

/** `copy[assignments][id_g123]=1`, as selective_data names them. Null for everything. */
export function selectionByKeys(sent: JsonValue | undefined): CopySelection | null {
  return readSelection(sent, (_kind, text) => text.replace(/^id_/, ''));
}

function readSelection(
  sent: JsonValue | undefined,
  keyFor: (kind: string, text: string) => string | undefined,
): CopySelection | null {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return null;
  const all: string[] = [];
  const keys: Record<string, string[]> = {};
  for (const [name, value] of Object.entries(sent)) {
    const kind = NAMES[name] ?? name;
    if (Array.isArray(value) || (typeof value === 'object' && value !== null)) {
      const chosen = Array.isArray(value)
        ? value.map(String)
        : Object.entries(value).flatMap(([key, on]) => (isOn(on) ? [key] : []));
      keys[kind] = [...(keys[kind] ?? []), ...chosen.flatMap((text) => keyFor(kind, text) ?? [])];
    } else if (isOn(value)) {
      all.push(kind.replace(/^all_/, ''));
    }
  }
  if (all.includes('everything') || (all.length === 0 && Object.keys(keys).length === 0)) return null;
  return { all, keys };
}

/** Answers for each thing whether it is wanted. */
export class Chosen {
  readonly #all: ReadonlySet<string> | null;
  readonly #keys: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(selection: CopySelection | null) {
    this.#all = selection && new Set(selection.all);
    this.#keys = new Map(Object.entries(selection?.keys ?? {}).map(([kind, keys]) => [kind, new Set(keys)]));
  }

  get everything(): boolean {
    return this.#all === null;
  }

  /** All of a kind. */
  all(...kinds: string[]): boolean {
    return this.#all === null || kinds.some((kind) => this.#all?.has(kind));
  }

  has(kind: string, key: string): boolean {
    return this.all(kind) || (this.#keys.get(kind)?.has(key) ?? false);
  }
}
