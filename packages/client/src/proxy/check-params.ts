import type { ParamNode } from '@easel/contract';
import { type Allowed, type AllowedNames, isFields, topNode } from './allow-list.ts';
import { Refusal, shown } from './refusal.ts';
import type { Params, Value } from './types.ts';

/** @throws Refusal unless the allow list has every one of them, in the shape that the contract knows */
export function checkParams({ spec, params: allowed }: Allowed, params: Params): void {
  for (const [name, value] of Object.entries(params)) {
    check(value, topNode(spec, name), allowed[name], name);
  }
}

/** @throws Refusal unless a file may be sent under this name */
export function checkFile({ spec, params: allowed }: Allowed, name: string): void {
  const node = topNode(spec, name);
  if (node?.kind !== 'file' || allowed[name] !== true) throw notAllowed(name);
}

function check(
  value: Value,
  node: ParamNode | undefined,
  allowed: AllowedNames | undefined,
  name: string,
): void {
  if (node === undefined || allowed === undefined) throw notAllowed(name);
  if (node.kind === 'json' && allowed === true) checkFree(value, name);
  else if (isList(value)) {
    if (node.kind !== 'array' && node.kind !== 'json') throw wrongShape(name);
    const items = node.kind === 'array' ? node.items : node;
    for (const item of value) check(item, items, allowed, `${name}[]`);
  } else if (typeof value === 'object' && value !== null) checkFields(value, node, allowed, name);
  else checkLeaf(value, node, allowed, name);
}

function checkFields(params: Params, node: ParamNode, allowed: AllowedNames, name: string): void {
  for (const [key, value] of Object.entries(params)) {
    const field = `${name}[${key}]`;
    checkKey(key, field);
    check(value, fieldOf(node, key, name), allowedBelow(allowed, key), field);
  }
}

function fieldOf(node: ParamNode, key: string, name: string): ParamNode | undefined {
  switch (node.kind) {
    case 'json':
      return node;
    case 'map':
      return node.values;
    case 'object':
      return Object.hasOwn(node.fields, key) ? node.fields[key] : node.rest;
    default:
      throw wrongShape(name);
  }
}

function allowedBelow(allowed: AllowedNames, key: string): AllowedNames | undefined {
  if (allowed === true) return true;
  return isFields(allowed) ? (allowed[key] ?? allowed['*']) : undefined;
}

function checkLeaf(
  value: string | number | boolean | null,
  node: ParamNode,
  allowed: AllowedNames,
  name: string,
): void {
  // A lone value where a list is due is Canvas's to judge.
  const leaf = node.kind === 'array' ? node.items : node;
  if (leaf.kind === 'object' || leaf.kind === 'map' || leaf.kind === 'array') throw wrongShape(name);
  if (leaf.kind === 'file') throw new Refusal(400, 'bad_parameter', `${shown(name)} takes a file.`);
  if (allowed !== true && (isFields(allowed) || !allowed.has(String(value)))) {
    throw new Refusal(403, 'value_not_allowed', `The proxy does not pass on this value of ${shown(name)}.`);
  }
  checkText(value, name);
}

/** Where the documentation leaves open what an object holds. */
function checkFree(value: Value, name: string): void {
  if (isList(value)) for (const item of value) checkFree(item, name);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      checkKey(key, `${name}[${key}]`);
      checkFree(inner, name);
    }
  } else checkText(value, name);
}

function checkText(value: Value, name: string): void {
  if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) {
    throw new Refusal(400, 'bad_parameter', `${shown(name)} holds what is no text.`);
  }
}

/** Of a JSON body, whose keys may be anything; a form's have been read already. */
function checkKey(key: string, name: string): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (key === '' || /[[\]\u0000-\u001f\u007f]/.test(key) || !key.isWellFormed()) {
    throw new Refusal(400, 'bad_parameter', `${shown(name)} is no name of a parameter.`);
  }
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

const notAllowed = (name: string) =>
  new Refusal(403, 'parameter_not_allowed', `The proxy does not pass on the parameter ${shown(name)}.`);

const wrongShape = (name: string) => new Refusal(400, 'bad_parameter', `${shown(name)} has another shape.`);
