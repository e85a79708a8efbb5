import { everyOperationById, type OperationId, type OperationSpec, type ParamNode } from '@easel/contract';
import { documentedNames, nearestName, nodeAt } from '@easel/contract/hints';
import { isPathId, isWord } from './path-ids.ts';
import type { AllowedOperation, AllowList } from './types.ts';

/** One level of allowed names: everything below, some values, or some names. */
export type AllowedNames = true | ReadonlySet<string> | AllowedFields;
export interface AllowedFields {
  readonly [key: string]: AllowedNames;
}

export const isFields = (allowed: Exclude<AllowedNames, true>): allowed is AllowedFields =>
  !(allowed instanceof Set);

/** An operation with its rules, read and checked. */
export interface Allowed {
  readonly spec: OperationSpec;
  readonly params: AllowedFields;
  readonly takesSegment: (name: string, value: string) => boolean;
  readonly cacheMs: number;
  readonly bodyTypes: ReadonlySet<string>;
  readonly redirects: boolean;
}

/** Handled before any operation, so documented with none; of these only the two may be asked for. */
const PAGING: ReadonlySet<string> = new Set(['page', 'per_page']);

/** Each says who calls, how, or in which form: that is the proxy's to say. */
const NEVER: ReadonlySet<string> = new Set([
  'access_token',
  'api_key',
  'as_user_id',
  '_method',
  'authenticity_token',
  'format',
  'utf8',
]);

/** What hands out credentials would put them into the browser. */
const CREDENTIALS =
  /\/(?:tokens|inst_access_tokens|developer_keys?|jwts|pandata_events_token|sessionless_launch|kaltura_session)(?:\/|$)/;

/** @throws TypeError that says which line of the list is wrong, and what was probably meant */
export function readAllowList(list: AllowList): ReadonlyMap<OperationId, Allowed> {
  const read = Object.entries(list).map(([id, rules]): [OperationId, Allowed] => {
    const spec = specOf(id);
    try {
      return [spec.id, readRules(spec, rules)];
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw new TypeError(`${id}: ${error.message}`);
    }
  });
  if (read.length === 0) throw new TypeError('The allow list is empty: no operation could pass');
  return new Map(read);
}

function specOf(id: string): OperationSpec {
  const spec = everyOperationById.get(id as OperationId);
  if (spec) return spec;
  const shape = (text: string) => text.replace(/\{\w+\}|:\w+/g, '{}');
  const meant = [...everyOperationById.keys()].find((known) => shape(known) === shape(id));
  throw new TypeError(`There is no operation ${id}${meant ? `; the contract has ${meant}` : ''}`);
}

function readRules(spec: OperationSpec, rules: AllowedOperation): Allowed {
  if (spec.tail !== undefined) throw new TypeError('paths without a fixed number of segments do not pass');
  if (CREDENTIALS.test(spec.path))
    throw new TypeError('it hands out credentials, which a browser must not get');
  const { cache = 0 } = rules;
  if (!(cache >= 0 && Number.isFinite(cache))) throw new TypeError('cache takes seconds');
  if (cache > 0 && spec.method !== 'GET') throw new TypeError('only the answers of GET are cached');
  if (rules.body && spec.method === 'GET') throw new TypeError('a GET has no body');
  for (const type of rules.body ?? []) {
    if (!/^[\w.+-]+\/[\w.+-]+$/.test(type) || isReadAsParams(type)) {
      throw new TypeError(`${type} is no media type that could go through unread`);
    }
  }
  return {
    spec,
    params: readParams(spec, rules.params ?? []),
    takesSegment: readPath(spec, rules.path ?? {}),
    cacheMs: cache * 1000,
    bodyTypes: new Set(rules.body?.map((type) => type.toLowerCase())),
    redirects: rules.redirects === true,
  };
}

/** Bodies in which Canvas looks for parameters. */
const isReadAsParams = (type: string) => /json|x-www-form-urlencoded|multipart/i.test(type);

type Rules = NonNullable<AllowedOperation['params']>;

function readParams(spec: OperationSpec, listed: Rules): AllowedFields {
  const names: [string, true | readonly string[]][] = isNames(listed)
    ? listed.map((name) => [name, true])
    : Object.entries(listed);
  const fields: Fields = Object.create(null);
  for (const [name, values] of names) {
    const keys = name.match(/[^[\]]+/g) ?? [];
    const [first = ''] = keys;
    if (NEVER.has(first)) throw new TypeError(`${first} never passes`);
    if (!nodeOf(spec, name)) {
      const meant = nearestName(name, documentedNames(spec.params));
      throw new TypeError(`it has no parameter ${name}${meant ? `; did you mean ${meant}?` : ''}`);
    }
    put(fields, keys, values === true ? true : new Set(values));
  }
  if (spec.paginated) for (const name of PAGING) fields[name] ??= true;
  return fields;
}

const isNames = (listed: Rules): listed is readonly string[] => Array.isArray(listed);

/** What the contract says of a name; `include` stands for `include[]`, too. */
function nodeOf(spec: OperationSpec, name: string): ParamNode | undefined {
  return PAGING.has(name) ? { kind: 'string' } : nodeAt(spec.params, name);
}

/** Of a top-level name. */
export const topNode = ({ params }: OperationSpec, name: string): ParamNode | undefined =>
  PAGING.has(name)
    ? { kind: 'string' }
    : Object.hasOwn(params.fields, name)
      ? params.fields[name]
      : undefined;

interface Fields {
  [key: string]: true | ReadonlySet<string> | Fields;
}

function put(
  fields: Fields,
  [key = '', ...rest]: readonly string[],
  allowed: true | ReadonlySet<string>,
): void {
  // Keys that the caller chooses are documented as `<student_id>`.
  const own = /^<.*>$/.test(key) ? '*' : key;
  const there = fields[own];
  if (rest.length === 0) fields[own] = allowed;
  else if (there === undefined || there instanceof Set) {
    const below: Fields = Object.create(null);
    put(below, rest, allowed);
    fields[own] = below;
  } else if (there !== true) put(there as Fields, rest, allowed);
}

function readPath(
  spec: OperationSpec,
  rules: NonNullable<AllowedOperation['path']>,
): Allowed['takesSegment'] {
  for (const name of Object.keys(rules)) {
    if (!Object.hasOwn(spec.pathParams, name)) throw new TypeError(`its path has no parameter ${name}`);
  }
  const narrowed = new Map(
    Object.entries(rules).map(([name, rule]) => [name, rule === 'word' ? rule : new Set(rule)]),
  );
  return (name, value) => {
    const rule = narrowed.get(name);
    if (rule === undefined) return isPathId(value);
    return rule === 'word' ? isWord(value) : rule.has(value) && (isPathId(value) || isWord(value));
  };
}
