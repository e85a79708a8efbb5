import { Refusal, shown } from './refusal.ts';
import type { Params, Scalar, Value } from './types.ts';

type Tree = { [name: string]: Branch };
type Branch = Scalar | Branch[] | Tree;

const MOST_PAIRS = 4096;
const DEEPEST = 20;

/** `a[b][][c]`, and nothing less regular: what two parsers might read in two ways passes neither. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const NAME = /^[^[\]\u0000-\u001f\u007f]+(?:\[[^[\]\u0000-\u001f\u007f]*\])*$/;

/**
 * Nests the pairs of a form or a query by Rack's rules. A plain name that comes twice, irregular brackets, and a name
 * that is both a value and more are refused, where Rack picks one of the meanings.
 * @throws Refusal
 */
export function nestParams(pairs: Iterable<readonly [name: string, value: string | null]>): Params {
  const tree = newTree();
  let count = 0;
  for (const [name, value] of pairs) {
    if (++count > MOST_PAIRS) throw new Refusal(400, 'too_many_parameters', 'There are too many parameters.');
    put(tree, stepsOf(name), value, name);
  }
  return tree;
}

export const newTree = (): Tree => Object.create(null) as Tree;

/** Keys; an empty one is the next element of a list. */
function stepsOf(name: string): string[] {
  const steps = NAME.test(name) ? name.split('[').map((step) => step.replace(/\]$/, '')) : [];
  if (steps.length === 0 || steps.length > DEEPEST || name.includes('[][]')) {
    throw new Refusal(400, 'bad_parameter', `${shown(name)} is no name of a parameter.`);
  }
  return steps;
}

function put(tree: Tree, [key = '', ...rest]: readonly string[], value: string | null, name: string): void {
  const there = tree[key];
  if (rest.length === 0) {
    if (there !== undefined) throw new Refusal(400, 'sent_twice', `${shown(name)} comes twice.`);
    tree[key] = value;
  } else if (rest[0] === '') {
    if (there !== undefined && !Array.isArray(there)) throw conflict(name);
    const list = there ?? [];
    tree[key] = list;
    putElement(list, rest.slice(1), value, name);
  } else {
    if (there !== undefined && !isTree(there)) throw conflict(name);
    const inner = there ?? newTree();
    tree[key] = inner;
    put(inner, rest, value, name);
  }
}

function putElement(list: Branch[], steps: readonly string[], value: string | null, name: string): void {
  if (steps.length === 0) {
    // Rails drops nulls from lists, which leaves `a[]` an empty one.
    if (value !== null) list.push(value);
    return;
  }
  const last = list.at(-1);
  const goesOn = last !== undefined && isTree(last) && !holds(last, steps);
  const element = goesOn ? last : newTree();
  if (!goesOn) list.push(element);
  put(element, steps, value, name);
}

/** A name that the element has begins the next one; lists in an element only grow. */
function holds(tree: Tree, steps: readonly string[]): boolean {
  if (steps.includes('')) return false;
  let at: Branch | undefined = tree;
  for (const step of steps) {
    if (at === undefined || !isTree(at)) return false;
    at = at[step];
  }
  return at !== undefined;
}

const conflict = (name: string) =>
  new Refusal(400, 'bad_parameter', `${shown(name)} stands beside another meaning of itself.`);

function isTree(value: Branch): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A JSON body as parameters, its nulls dropped from lists as Rails does.
 * @throws Refusal unless it is an object
 */
export function paramsOfJson(text: string): Params {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new Refusal(400, 'bad_json', 'The body is no JSON.');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Refusal(400, 'bad_json', 'The body is no object of JSON.');
  }
  return copied(body, 0) as Params;
}

function copied(value: unknown, depth: number): Value {
  if (depth > DEEPEST) throw new Refusal(400, 'bad_parameter', 'The body is nested too deeply.');
  if (Array.isArray(value)) {
    return value.filter((item) => item !== null).map((item) => copied(item, depth + 1));
  }
  if (typeof value !== 'object' || value === null) return value as Scalar;
  const tree: { [name: string]: Value } = Object.create(null);
  for (const [key, inner] of Object.entries(value)) tree[key] = copied(inner, depth + 1);
  return tree;
}
