/** Custom data is one tree of JSON for each user and namespace; a scope is the path to a node of it. */
import type { JsonValue } from '../../db/json-columns.ts';
import { Refusal } from '../../errors.ts';
import { ParameterError } from '../../http/rack-params.ts';

type JsonObject = { [key: string]: JsonValue };

/** As deep as parameters may nest; PostgreSQL's parser has a limit too. */
const DEEPEST = 100;

/** `food_app/favorites` → the keys that lead there; the empty scope is the whole tree. */
export function keysOf(scope: string): string[] {
  const keys = scope.split('/').filter((key) => key !== '');
  if (keys.length > DEEPEST) throw new ParameterError('parameters are nested too deeply');
  return keys;
}

/**
 * @returns null where the last key names nothing
 * @throws Refusal where an earlier one names nothing, or something that has no keys
 */
export function valueAt(tree: JsonValue, keys: readonly string[]): JsonValue {
  return keys.reduce((node, key) => {
    if (!isObject(node)) throw invalidScope();
    return child(node, key);
  }, tree);
}

/**
 * @returns the tree with the value at the scope, objects above it made where there were none; and what the
 *   value replaces, null if nothing
 * @throws Refusal (409) where that would lose a value above
 */
export function withValueAt(
  tree: JsonValue,
  keys: readonly string[],
  value: JsonValue,
  above: readonly string[] = [],
): { tree: JsonValue; replaced: JsonValue } {
  const [key, ...rest] = keys;
  if (key === undefined) return { tree: value, replaced: tree };
  if (tree !== null && !isObject(tree)) throw writeConflict(above, tree);
  const node = tree ?? {};
  const below = withValueAt(child(node, key), rest, value, [...above, key]);
  return { tree: { ...node, [key]: below.tree }, replaced: below.replaced };
}

/**
 * @returns what stood at the scope, and the tree without it; undefined where nothing is left. Objects that
 *   become empty go too.
 * @throws Refusal where nothing stands there
 */
export function withoutValueAt(
  tree: JsonValue,
  keys: readonly string[],
): { removed: JsonValue; left: JsonValue | undefined } {
  const [key, ...rest] = keys;
  if (key === undefined) return { removed: tree, left: undefined };
  if (!isObject(tree) || !Object.hasOwn(tree, key)) throw invalidScope();
  const { removed, left } = withoutValueAt(child(tree, key), rest);
  const node = Object.fromEntries(
    Object.entries(tree).flatMap(([name, value]): [string, JsonValue][] => {
      if (name !== key) return [[name, value]];
      return left === undefined ? [] : [[name, left]];
    }),
  );
  return { removed, left: Object.keys(node).length > 0 ? node : undefined };
}

const isObject = (value: JsonValue): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const child = (node: JsonObject, key: string): JsonValue =>
  Object.hasOwn(node, key) ? (node[key] as JsonValue) : null;

const invalidScope = () => new Refusal(400, { message: 'invalid scope for hash' });

function writeConflict(scope: readonly string[], value: JsonValue): Refusal {
  return new Refusal(409, {
    conflict_scope: scope.join('/'),
    type_at_conflict: rubyClass(value),
    value_at_conflict: value,
    message: 'write conflict for custom_data hash',
  });
}

function rubyClass(value: JsonValue): string {
  if (Array.isArray(value)) return 'Array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Float';
  if (typeof value === 'boolean') return value ? 'TrueClass' : 'FalseClass';
  return 'String';
}
