import { distance, isLike } from './likeness.ts';
import { type DocumentedName, pathOf } from './names.ts';

/** Taken by every operation, so documented with none. */
const EVERYWHERE: ReadonlySet<string> = new Set([
  'page',
  'per_page',
  'as_user_id',
  'access_token',
  'api_key',
  'format',
  'utf8',
  'authenticity_token',
  '_method',
]);

export const isTakenEverywhere = (name: string): boolean => EVERYWHERE.has(name);

/** Names that callers expect, and what Canvas calls them. */
const EXPECTED: ReadonlyMap<string, string> = new Map([
  ['term_id', 'enrollment_term_id'],
  ['due_date', 'due_at'],
  ['start_date', 'start_at'],
  ['end_date', 'end_at'],
]);

/**
 * The documented name that was probably meant: its last part is most like the last part sent; among equals the one
 * that shares more of the parts before it, then the least nested.
 */
export function nearestName(sent: string, documented: readonly DocumentedName[]): string | undefined {
  const path = pathOf(sent);
  const last = path.at(-1);
  if (last === undefined) return undefined;
  const expected = EXPECTED.get(last);
  return (
    (expected && nearestPath([...path.slice(0, -1), expected], documented)) ?? nearestPath(path, documented)
  );
}

function nearestPath(sent: readonly string[], documented: readonly DocumentedName[]): string | undefined {
  const last = sent.at(-1) ?? '';
  const parents = sent.slice(0, -1);
  return documented
    .filter(({ path }) => isLike(last, path.at(-1) ?? ''))
    .map(({ name, path }) => ({
      name,
      distance: distance(last, path.at(-1) ?? ''),
      shared: path.slice(0, -1).filter((part) => parents.some((parent) => isLike(parent, part))).length,
      depth: path.length,
    }))
    .sort((a, b) => a.distance - b.distance || b.shared - a.shared || a.depth - b.depth)[0]?.name;
}
