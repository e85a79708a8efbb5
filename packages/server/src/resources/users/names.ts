import { nameParts, sortableName } from '../../domain/person-names.ts';
import { sortKey } from '../../domain/sort-key.ts';
import type { FieldErrors } from '../../errors.ts';
import type { User } from '../../http/context.ts';

export interface NameParams {
  name?: string | null;
  short_name?: string | null;
  sortable_name?: string | null;
}

type Names = Pick<User, 'name' | 'short_name' | 'sortable_name' | 'sortable_name_key'>;

const LONGEST = 255;

/**
 * The three names of a user after a change. The sortable one follows the name as long as nobody chose it; the short
 * one stays what it is.
 *
 * @param before absent for a new user
 * @param fallback the name of whoever is given none
 */
export function namesAfter(asked: NameParams, before: Names | undefined, fallback: string): Names {
  const name = asked.name === undefined ? (before?.name ?? fallback) : asked.name || fallback;
  const short_name = (asked.short_name === undefined ? before?.short_name : asked.short_name) || name;
  const sortable_name = asked.sortable_name || sortableAfter(asked, name, before);
  return { name, short_name, sortable_name, sortable_name_key: sortKey(sortable_name) };
}

function sortableAfter(asked: NameParams, name: string, before: Names | undefined): string {
  if (!before) return sortableName(name);
  const cleared = asked.sortable_name !== undefined;
  if (!cleared && (name === before.name || !isDerived(before))) return before.sortable_name;
  return sortableName(name, before.sortable_name);
}

/** Whether a sortable name is but the name, turned around. */
function isDerived({ name, sortable_name }: Names): boolean {
  const { given, surname, suffix } = nameParts(sortable_name, { sortable: true });
  return [given, surname, suffix].filter(Boolean).join(' ') === name;
}

export function nameErrors(asked: NameParams): FieldErrors {
  const tooLong = (['name', 'short_name', 'sortable_name'] as const).filter(
    (key) => (asked[key]?.length ?? 0) > LONGEST,
  );
  return Object.fromEntries(tooLong.map((key) => [key, ['too_long']]));
}
