/**
 * Canvas ignores a parameter that it doesn't know without a word, and the caller looks for the fault
 * elsewhere. These hints name the parameter that was probably meant. They go into a header, so they are
 * one line of printable ASCII; and since values may be secret, they speak of names alone.
 */
import type { ObjectNode, ParamNode } from '@easel/contract';

const MAX_HINT = 300;
const MAX_NAME = 60;
const MAX_EXAMPLES = 3;

/** Taken by every operation, so documented with none. */
const EVERYWHERE = new Set([
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

/** Names that callers expect, and what Canvas calls them. */
const TRAPS: Readonly<Record<string, string>> = {
  term_id: 'enrollment_term_id',
  due_date: 'due_at',
  start_date: 'start_at',
  end_date: 'end_at',
};

/**
 * What to send in place of ignored parameters that are misspelt, nested wrongly, known under another
 * name, or written `name:value`. Undefined when there is nothing to suggest.
 *
 * @param unknown names as `coerce` reports them
 * @param aliases expected last names → Canvas's, for one operation
 */
export function hintForUnknown(
  unknown: readonly string[],
  spec: ObjectNode,
  aliases: Readonly<Record<string, string>> = {},
): string | undefined {
  const ignored = unknown.filter((name) => !EVERYWHERE.has(name));
  if (ignored.length === 0) return undefined;
  const documented = documentedNames(spec).map((name) => ({ name, path: pathOf(name) }));
  const synonyms = new Map(Object.entries({ ...TRAPS, ...aliases }));

  const hints = ignored.flatMap((sent) => {
    // `?term_id:5` is a name without a value; only what stands before the colon is one.
    const [name = '', ...value] = sent.split(':');
    const written = value.length > 0;
    const meant = closest(pathOf(name), documented, synonyms);
    if (meant === undefined) return [];
    return `${shown(name)}${written ? ':...' : ''} is ignored: send ${shown(meant)}${written ? '=...' : ''}`;
  });
  return oneLine(hints);
}

/**
 * How to write a parameter that `coerce` refused for its shape, e.g. the fields of an object that was
 * sent as one text. Undefined when the operation doesn't document it.
 *
 * @param param its name, from `ParameterError.param`
 */
export function hintForWrongShape(param: string, spec: ObjectNode): string | undefined {
  const node = nodeAt(spec, param);
  if (!node) return undefined;
  const names = documentedNames(node, param).slice(0, MAX_EXAMPLES);
  return oneLine([
    `${shown(param)} has another shape: send ${names.map((name) => `${shown(name)}=...`).join(' and ')}`,
  ]);
}

interface Documented {
  readonly name: string;
  readonly path: readonly string[];
}

/**
 * The documented name whose last part is most like the last part sent; among equals the one that shares
 * more of the parts before it, then the least nested.
 */
function closest(
  sent: readonly string[],
  documented: readonly Documented[],
  synonyms: ReadonlyMap<string, string>,
): string | undefined {
  const last = sent.at(-1);
  if (last === undefined) return undefined;
  const synonym = synonyms.get(last);
  const bySynonym = synonym && closest([...sent.slice(0, -1), ...pathOf(synonym)], documented, new Map());
  if (bySynonym) return bySynonym;

  const parents = sent.slice(0, -1);
  const ranked = documented
    .map(({ name, path }) => ({
      name,
      distance: distance(last, path.at(-1) ?? ''),
      shared: path.slice(0, -1).filter((part) => parents.some((parent) => isLike(parent, part))).length,
      depth: path.length,
    }))
    .filter((candidate) => candidate.distance <= tolerance(last))
    .sort((a, b) => a.distance - b.distance || b.shared - a.shared || a.depth - b.depth);
  return ranked[0]?.name;
}

/** Every name that a form may send for a node: `course[name]`, `include[]`, `grade_data[...][score]`. */
function documentedNames(node: ParamNode, name = ''): string[] {
  switch (node.kind) {
    case 'object':
      return Object.entries(node.fields).flatMap(([key, field]) =>
        documentedNames(field, name === '' ? key : `${name}[${key}]`),
      );
    case 'array':
      return documentedNames(node.items, `${name}[]`);
    case 'map':
      return documentedNames(node.values, `${name}[...]`);
    default:
      return [name];
  }
}

function nodeAt(spec: ObjectNode, name: string): ParamNode | undefined {
  let node: ParamNode | undefined = spec;
  // The parts between the brackets, the empty one of `[]` among them.
  for (const [key] of name.matchAll(/[^[\]]+|(?<=\[)(?=\])/g)) {
    if (node?.kind === 'object') node = Object.hasOwn(node.fields, key) ? node.fields[key] : undefined;
    else if (node?.kind === 'array') node = node.items;
    else if (node?.kind === 'map') node = node.values;
    else return undefined;
  }
  return node;
}

/** The parts of a name that mean something: positions in lists and keys of maps don't. */
function pathOf(name: string): string[] {
  return name
    .split(/[[\]]+/)
    .filter((part) => part !== '' && part !== '...' && !/^\d+$/.test(part))
    .map((part) => part.slice(0, MAX_NAME));
}

/** How many slips of the finger still make the same word; short words resemble each other by chance. */
function tolerance(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

function isLike(a: string, b: string): boolean {
  return distance(a, b) <= tolerance(a);
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        at(last, j) + 1,
        at(row, j - 1) + 1,
        at(last, j - 1) + (same ? 0 : 1),
        swapped ? at(beforeLast, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [beforeLast, last] = [last, row];
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}

function shown(name: string): string {
  const printable = name.replace(/[^\x21-\x7e]/g, '?');
  return printable.length <= MAX_NAME ? printable : `${printable.slice(0, MAX_NAME - 3)}...`;
}

/** As many whole hints as fit. */
function oneLine(hints: readonly string[]): string | undefined {
  let line = '';
  for (const hint of hints) {
    const longer = line === '' ? hint : `${line}; ${hint}`;
    if (longer.length > MAX_HINT) break;
    line = longer;
  }
  return line === '' ? undefined : line;
}
