/**
 * Turns forms, query strings and JSON bodies into the one tree of parameters that Canvas sees.
 *
 * The nesting rules are those of Rack 3 as Rails 8 applies them (`ActionDispatch::ParamBuilder`):
 * Rack's grammar of names, a depth limit of 100, and nulls dropped from lists.
 */

/** A file that came as a part of a form. */
export class UploadedFile {
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Buffer;

  constructor(file: { filename: string; contentType: string; bytes: Buffer }) {
    this.filename = file.filename;
    this.contentType = file.contentType;
    this.bytes = file.bytes;
  }
}

/** What one name of a form can carry; null is a name without `=`. */
export type ParamValue = string | null | UploadedFile;

/** Decoded names and values in the order in which they were sent. */
export type ParamPairs = Array<[name: string, value: string | null]>;

export type RackScalar = string | number | boolean | null;
export type RackValue = RackScalar | UploadedFile | RackValue[] | RackParams;

/** Objects of this type have no prototype, so that a parameter named `__proto__` is only a name. */
export type RackParams = { [name: string]: RackValue };

/** The request's parameters can't be read, or one of them has the wrong shape. Answered with 400. */
export class ParameterError extends Error {
  readonly status = 400;
  /** The parameter at fault, e.g. `course[name]`; of a conflict between two names only the last key. */
  readonly param: string | undefined;

  constructor(message: string, param?: string) {
    super(message);
    this.name = 'ParameterError';
    this.param = param;
  }
}

/** Rack's defaults for a query or an urlencoded body; the depth is Rails' own. */
const MAX_BYTES = 4 * 1024 * 1024;
const MAX_PAIRS = 4096;
const MAX_DEPTH = 100;

export function emptyParams(): RackParams {
  return Object.create(null) as RackParams;
}

export function isParams(value: RackValue | undefined): value is RackParams {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof UploadedFile)
  );
}

/**
 * Splits `a=1&b[c]=2` into decoded pairs. Throws ParameterError on a malformed percent sign, on bytes
 * that aren't UTF-8, and beyond Rack's limits of 4 MB and 4,096 pairs.
 */
export function parseQueryString(text: string): ParamPairs {
  if (Buffer.byteLength(text) > MAX_BYTES) {
    throw new ParameterError(`total query size exceeds limit (${MAX_BYTES})`);
  }
  const parts = text.split(/& */, MAX_PAIRS + 1);
  refuseTooMany(parts.length);

  return parts
    .filter((part) => part !== '')
    .map((part) => {
      const equals = part.indexOf('=');
      if (equals === -1) return [decode(part), null];
      const name = decode(part.slice(0, equals));
      return [name, decode(part.slice(equals + 1), name)];
    });
}

function refuseTooMany(pairs: number): void {
  if (pairs > MAX_PAIRS) throw new ParameterError(`total number of parameters exceeds limit (${MAX_PAIRS})`);
}

function decode(text: string, param?: string): string {
  const spaced = text.replaceAll('+', ' ');
  if (!spaced.includes('%')) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    const malformed = /%(?![0-9A-Fa-f]{2})/.test(spaced);
    throw new ParameterError(malformed ? 'invalid %-encoding' : 'invalid UTF-8 encoding', param);
  }
}

/**
 * Nests `[name, value]` pairs by the brackets in their names. The last value of a plain name wins;
 * `a[][k]` opens a new element when the last one already has `k`; unbalanced brackets become part of a
 * key. Throws ParameterError when one name is used both as a value and as a list or an object.
 */
export function nestParams(pairs: Iterable<readonly [string, ParamValue]>): RackParams {
  const params = emptyParams();
  let count = 0;
  for (const [name, value] of pairs) {
    refuseTooMany(++count);
    store(params, name, value, 0);
  }
  return params;
}

/** Returns `params`, except for the name `[]` inside a list, which stands for a list of its own. */
function store(params: RackParams, name: string, value: ParamValue, depth: number): RackParams | RackValue[] {
  if (depth >= MAX_DEPTH) throw new ParameterError('parameters are nested too deeply');
  const [key, rest] = splitName(name, depth);
  if (key === '') return params;

  if (rest === '') {
    if (key === '[]' && depth > 0) return value === null ? [] : [value];
    params[key] = value;
  } else if (rest === '[') {
    params[name] = value;
  } else if (rest === '[]') {
    const list = listAt(params, key);
    if (value !== null) list.push(value);
  } else if (rest.startsWith('[]')) {
    const list = listAt(params, key);
    const inner = nameInElement(rest);
    const last = list.at(-1);
    if (isParams(last) && !hasPath(last, inner)) store(last, inner, value, depth + 1);
    else list.push(store(emptyParams(), inner, value, depth + 1));
  } else {
    store(objectAt(params, key), rest, value, depth + 1);
  }
  return params;
}

/** `course[name]` → `course` and `[name]`; below the top, `[name][x]` → `name` and `[x]`. */
function splitName(name: string, depth: number): [key: string, rest: string] {
  if (depth === 0) {
    // A bracket in first place is part of the key: `[a]=1` is a parameter called "[a]".
    const bracket = name.indexOf('[', 1);
    return bracket === -1 ? [name, ''] : [name.slice(0, bracket), name.slice(bracket)];
  }
  if (name.startsWith('[]')) return ['[]', name.slice(2)];
  if (name.startsWith('[')) {
    const end = name.indexOf(']', 1);
    if (end !== -1) return [name.slice(1, end), name.slice(end + 1)];
  }
  return [name, ''];
}

/** `[][k]` names `k` in an element of the list; anything less regular keeps its brackets. */
function nameInElement(rest: string): string {
  return /^\[\]\[([^[\]]+)\]$/.exec(rest)?.[1] ?? rest.slice(2);
}

function hasPath(params: RackParams, name: string): boolean {
  if (name.includes('[]')) return false;
  let at: RackValue | undefined = params;
  for (const key of name.split(/[[\]]+/)) {
    if (key === '') continue;
    if (!isParams(at) || !(key in at)) return false;
    at = at[key];
  }
  return true;
}

function listAt(params: RackParams, key: string): RackValue[] {
  const list = params[key] ?? [];
  if (!Array.isArray(list)) throw conflict('Array', list, key);
  params[key] = list;
  return list;
}

function objectAt(params: RackParams, key: string): RackParams {
  const object = params[key] ?? emptyParams();
  if (!isParams(object)) throw conflict('Hash', object, key);
  params[key] = object;
  return object;
}

/** Rack's own words, Ruby names of types included, since clients match on them. */
function conflict(expected: string, got: RackValue, key: string): ParameterError {
  return new ParameterError(`expected ${expected} (got ${rubyClass(got)}) for param \`${key}'`, key);
}

function rubyClass(value: RackValue): string {
  if (Array.isArray(value)) return 'Array';
  if (value instanceof UploadedFile) return 'ActionDispatch::Http::UploadedFile';
  return isParams(value) ? 'Hash' : 'String';
}

/** Rails: `request_parameters.merge(query_parameters)`, so that of two whole values the query's wins. */
export function mergeParams(query: RackParams, body: RackParams): RackParams {
  return Object.assign(emptyParams(), body, query);
}

/**
 * Reads a JSON body as Rails does: an empty body has no parameters, anything but an object arrives
 * under `_json`, nulls drop out of lists. Throws ParameterError on malformed JSON, on more than 100
 * levels, and on strings that no UTF-8 text can hold.
 */
export function parseJsonBody(text: string): RackParams {
  if (text === '') return emptyParams();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    // V8's message quotes the body, which may hold a password.
    throw new ParameterError('Error occurred while parsing request parameters');
  }
  const value = fromJson(body, 0);
  return isParams(value) ? value : Object.assign(emptyParams(), { _json: value });
}

function fromJson(value: unknown, depth: number): RackValue {
  if (depth > MAX_DEPTH) throw new ParameterError('parameters are nested too deeply');
  if (Array.isArray(value)) {
    return value.filter((item) => item !== null).map((item) => fromJson(item, depth + 1));
  }
  if (typeof value === 'object' && value !== null) {
    const params = emptyParams();
    for (const [key, item] of Object.entries(value)) params[wellFormed(key)] = fromJson(item, depth + 1);
    return params;
  }
  return typeof value === 'string' ? wellFormed(value) : (value as RackScalar);
}

function wellFormed(text: string): string {
  if (!text.isWellFormed()) throw new ParameterError('invalid UTF-8 encoding');
  return text;
}
