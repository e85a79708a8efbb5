import type { ObjectNode, ParamNode } from '../param-node.ts';

/** A parameter as a form names it: `course[name]`, `include[]`, `grade_data[...][posted_grade]`. */
export interface DocumentedName {
  readonly name: string;
  readonly path: readonly string[];
}

/** Every name that a form may send to an operation. */
export function documentedNames(spec: ObjectNode): DocumentedName[] {
  return namesIn(spec, '').map((name) => ({ name, path: pathOf(name) }));
}

/** Every name that a form may send for a node, which has the name given. */
export function namesIn(node: ParamNode, name: string): string[] {
  switch (node.kind) {
    case 'object':
      return Object.entries(node.fields).flatMap(([key, field]) =>
        namesIn(field, name === '' ? key : `${name}[${key}]`),
      );
    case 'array':
      return namesIn(node.items, `${name}[]`);
    case 'map':
      return namesIn(node.values, `${name}[...]`);
    default:
      return [name];
  }
}

/** What the contract says of a name; undefined where it doesn't know it. Keys of maps and of open objects are known. */
export function nodeAt(spec: ObjectNode, name: string): ParamNode | undefined {
  let node: ParamNode | undefined = spec;
  // The parts between the brackets, the empty one of `[]` among them.
  for (const [key] of name.matchAll(/[^[\]]+|(?<=\[)(?=\])/g)) {
    if (node?.kind === 'object') node = Object.hasOwn(node.fields, key) ? node.fields[key] : node.rest;
    else if (node?.kind === 'array' && (key === '' || /^\d+$/.test(key))) node = node.items;
    else if (node?.kind === 'map') node = node.values;
    else if (node?.kind !== 'json') return undefined;
  }
  return node;
}

/** Longer than any documented part; whoever sends more doesn't make the comparison cost more. */
const LONGEST_PART = 60;

/** The parts of a name that mean something: positions in lists and keys of maps don't. */
export function pathOf(name: string): string[] {
  return name
    .split(/[[\]]+/)
    .filter((part) => part !== '' && part !== '...' && !/^\d+$/.test(part))
    .map((part) => part.slice(0, LONGEST_PART));
}
