/**
 * Gives parameters the types that their operation documents, as leniently as Canvas reads them.
 * A value that can't be what it should be is refused only when its shape is wrong; a wrong spelling
 * becomes false, 0 or null.
 */
import type { ArrayNode, LeafNode, MapNode, ObjectNode, ParamNode } from '@easel/contract';
import { parseDate, parseDateTime } from './date-time.ts';
import type { RackParams, RackScalar, RackValue } from './rack-params.ts';
import { emptyParams, isParams, ParameterError, UploadedFile } from './rack-params.ts';

export { InvalidDate, parseDateTime, validateDateParam } from './date-time.ts';

/** The largest value of a PostgreSQL `integer`, which most counts are stored in. */
export const INT4_MAX = 2_147_483_647;

export interface Coerced {
  readonly values: Record<string, unknown>;
  /** What the operation doesn't document and so ignores, e.g. `course[nmae]`. */
  readonly unknown: string[];
  /** What was meant for a date and is none, and so counts as empty. */
  readonly undated: string[];
}

/** Enough to tell a caller what went wrong; a body may hold any number of unknown names. */
const MAX_UNKNOWN = 20;

/**
 * @param zone IANA name, for dates that name no zone
 * @throws ParameterError naming the parameter whose shape is wrong, or whose value PostgreSQL can't hold
 */
export function coerce(spec: ObjectNode, params: RackParams, zone: string): Coerced {
  const coercion: Coercion = { zone, unknown: [], undated: [] };
  const values = coerceFields(spec, params, '', coercion);
  return { values, unknown: coercion.unknown, undated: coercion.undated };
}

interface Coercion extends Omit<Coerced, 'values'> {
  readonly zone: string;
}

function coerceFields(
  spec: ObjectNode,
  params: RackParams,
  parent: string,
  coercion: Coercion,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(params)) {
    const name = parent === '' ? key : `${parent}[${key}]`;
    const node = Object.hasOwn(spec.fields, key) ? spec.fields[key] : spec.rest;
    if (!node) {
      noteUnknown(name, value, coercion.unknown);
      continue;
    }
    const coerced = coerceValue(node, value, name, coercion);
    if (coerced !== undefined) values[key] = coerced;
  }
  return values;
}

/** Undefined where Canvas would find nothing: an object or a list that was sent as null. */
function coerceValue(node: ParamNode, value: RackValue, name: string, coercion: Coercion): unknown {
  switch (node.kind) {
    case 'object': {
      const params = wholeObject(value, name);
      return params && coerceFields(node, params, name, coercion);
    }
    case 'map': {
      const params = wholeObject(value, name);
      return params && coerceMap(node, params, name, coercion);
    }
    case 'array':
      return value === null ? undefined : coerceList(node, value, name, coercion);
    case 'json':
      refuseNul(value, name);
      return value;
    case 'file':
      return coerceFile(value, name);
    default:
      return coerceScalar(node, value, name, coercion);
  }
}

/** A form can't send an empty object, only a blank in its place. */
function wholeObject(value: RackValue, name: string): RackParams | undefined {
  if (value === null || value === '') return undefined;
  if (!isParams(value)) throw wrongType('an object', value, name);
  return value;
}

function coerceMap(node: MapNode, params: RackParams, name: string, coercion: Coercion): unknown {
  const values: Record<string, unknown> = emptyParams();
  for (const [key, value] of Object.entries(params)) {
    refuseNul(key, name);
    values[key] = coerceValue(node.values, value, `${name}[${key}]`, coercion);
  }
  return values;
}

function coerceList(node: ArrayNode, value: RackValue, name: string, coercion: Coercion): unknown[] {
  const structured = node.items.kind === 'object' || node.items.kind === 'map' || node.items.kind === 'array';
  return elements(value, structured)
    .map((item, index) => coerceValue(node.items, item, `${name}[${structured ? index : ''}]`, coercion))
    .filter((item) => item !== null && item !== undefined);
}

/** `a[0][k]=…&a[1][k]=…` is an object to Rack, and a list of objects to the endpoints that want one. */
function elements(value: RackValue, structured: boolean): RackValue[] {
  if (Array.isArray(value)) return value;
  if (structured && isParams(value) && Object.keys(value).every((key) => /^\d+$/.test(key))) {
    return Object.values(value);
  }
  return [value];
}

function coerceFile(value: RackValue, name: string): UploadedFile | null {
  // What a browser sends for a file field that was left empty.
  if (value === null || value === '') return null;
  if (!(value instanceof UploadedFile)) throw wrongType('a file', value, name);
  return value;
}

function coerceScalar(node: LeafNode, value: RackValue, name: string, coercion: Coercion): RackScalar {
  if (typeof value === 'object' && value !== null) throw wrongType('a single value', value, name);
  switch (node.kind) {
    case 'boolean':
      return toBoolean(value);
    case 'integer':
      return toInteger(value, name);
    case 'number':
      return toNumber(value, name);
    case 'date-time':
      return dated(value, name, coercion, (text) => parseDateTime(text, coercion.zone));
    case 'date':
      return dated(value, name, coercion, parseDate);
    default:
      refuseNul(value, name);
      return value === null ? null : String(value);
  }
}

function dated(
  value: RackScalar,
  name: string,
  { undated }: Coercion,
  parse: (text: string) => string | null,
): string | null {
  const date = typeof value === 'string' ? parse(value) : null;
  if (date === null && value !== null && !isBlank(value)) undated.push(name);
  return date;
}

const WORDS = new Map<string, boolean>([
  ...['yes', 'y', 'true', 't', 'on', '1'].map((word) => [word, true] as const),
  ...['no', 'n', 'false', 'f', 'off', '0'].map((word) => [word, false] as const),
]);

/** Canvas's `value_to_boolean`: a word, else whether the leading integer differs from 0. */
export function toBoolean(value: RackScalar | undefined): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return WORDS.get(value.toLowerCase()) ?? leadingNumber(value, INTEGER) !== 0;
  return typeof value === 'number' && Math.trunc(value) !== 0;
}

const INTEGER = /^\s*[+-]?\d+/;
const DECIMAL = /^\s*[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?/i;

/** Ruby's `to_i` and `to_f`: the number with which a text begins, else 0. */
function leadingNumber(text: string, pattern: RegExp): number {
  return Number(pattern.exec(text)?.[0] ?? 0);
}

function toInteger(value: RackScalar, name: string): number | null {
  if (value === null || isBlank(value)) return null;
  const number = Math.trunc(typeof value === 'string' ? leadingNumber(value, INTEGER) : Number(value));
  // Beyond this a number has lost digits already, and would name a neighbour.
  if (!Number.isSafeInteger(number)) throw new ParameterError(`${name} is out of range`, name);
  // Drops the sign of -0.
  return number + 0;
}

function toNumber(value: RackScalar, name: string): number | null {
  if (value === null || isBlank(value)) return null;
  const number = typeof value === 'string' ? leadingNumber(value, DECIMAL) : Number(value);
  if (!Number.isFinite(number)) throw new ParameterError(`${name} is out of range`, name);
  return number + 0;
}

function isBlank(value: RackScalar): boolean {
  return typeof value === 'string' && value.trim() === '';
}

/** PostgreSQL stores U+0000 neither in `text` nor in `jsonb`. */
function refuseNul(value: RackValue, name: string): void {
  if (typeof value === 'string') {
    if (value.includes('\0')) throw new ParameterError(`${name} contains a null byte`, name);
  } else if (Array.isArray(value)) {
    for (const item of value) refuseNul(item, name);
  } else if (isParams(value)) {
    for (const [key, item] of Object.entries(value)) {
      refuseNul(key, name);
      refuseNul(item, name);
    }
  }
}

function wrongType(expected: string, value: RackValue, name: string): ParameterError {
  return new ParameterError(`expected ${expected} (got ${described(value)}) for ${name}`, name);
}

function described(value: RackValue): string {
  if (Array.isArray(value)) return 'a list';
  if (value instanceof UploadedFile) return 'a file';
  return isParams(value) ? 'an object' : 'a single value';
}

/** Names the leaves, since it is they that were meant to have an effect. */
function noteUnknown(name: string, value: RackValue, unknown: string[]): void {
  if (unknown.length >= MAX_UNKNOWN) return;
  if (Array.isArray(value) && value.some((item) => Array.isArray(item) || isParams(item))) {
    value.forEach((item, index) => {
      noteUnknown(`${name}[${index}]`, item, unknown);
    });
  } else if (isParams(value) && Object.keys(value).length > 0) {
    for (const [key, item] of Object.entries(value)) noteUnknown(`${name}[${key}]`, item, unknown);
  } else {
    unknown.push(Array.isArray(value) ? `${name}[]` : name);
  }
}
