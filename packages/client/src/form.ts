import type { Params, ParamValue } from './types.ts';

/** One field of a form. `null` is a name without a value, as in `a&b=1`. */
export type FormField = readonly [name: string, value: string | Blob | null];

/** A form can't carry these parameters unharmed; JSON can. */
export class FormError extends Error {
  override readonly name = 'FormError';
}

/**
 * Nested parameters as the bracketed names from which Rails' parser (Rack's `QueryParser`) makes the same tree:
 * `{ course: { name: 'X' } }` → `course[name]=X`, `{ include: ['term'] }` → `include[]=term`.
 *
 * - `undefined` and empty objects are left out; `null` is a bare name, and drops out of lists, where Rails drops it too.
 * - An empty list is `name[]` without a value, which Rails reads as an empty list.
 * - Dates are ISO 8601 in UTC.
 * - In a list of objects a new object begins where a name repeats. So a name that the one before has too goes first.
 *
 * @throws FormError for lists in lists and for neighbouring objects in a list that share no plain value; TypeError for
 * names that are empty or already hold brackets, which is nearly always a mistake
 */
export function formFields(params: Params): FormField[] {
  return present(params).flatMap(([key, value]) => fieldsOf(key, value));
}

function fieldsOf(name: string, value: ParamValue): FormField[] {
  if (isList(value)) return listFields(name, value);
  if (isObject(value)) {
    return present(value).flatMap(([key, inner]) => fieldsOf(`${name}[${key}]`, inner));
  }
  return [[name, leafText(value)]];
}

function listFields(name: string, list: readonly ParamValue[]): FormField[] {
  const items = list.filter((item) => item !== undefined && item !== null);
  if (items.length === 0) return [[`${name}[]`, null]];

  let before: FormField[] = [];
  return items.flatMap((item) => {
    if (isList(item)) throw new FormError(`${name} holds a list inside a list`);
    const fields = fieldsOf(`${name}[]`, item);
    if (!isObject(item)) {
      before = [];
      return fields;
    }
    if (fields.length === 0) throw new FormError(`${name} holds an empty object`);
    const element = before.length === 0 ? fields : beginWithRepeated(fields, before, name);
    before = fields;
    return element;
  });
}

/** Only a repeated name of a plain value opens the next element; lists inside an element just grow. */
function beginWithRepeated(fields: FormField[], before: readonly FormField[], list: string): FormField[] {
  const start = `${list}[]`.length;
  const isPlain = ([name]: FormField) => !name.includes('[]', start);
  const first = fields.find(
    (field) =>
      isPlain(field) && before.some(([name]) => name === field[0] || name.startsWith(`${field[0]}[`)),
  );
  if (!first) throw new FormError(`Neighbouring objects in ${list} have no plain value in common`);
  return [first, ...fields.filter((field) => field !== first)];
}

/** Of an object what is to be sent, its names checked. */
function present(params: Params): [string, ParamValue][] {
  return Object.entries(params).filter(([key, value]) => {
    if (value === undefined) return false;
    if (key === '' || /[[\]]/.test(key)) {
      throw new TypeError(`Not a parameter's name: ${JSON.stringify(key)}. Nest objects, or give fields`);
    }
    return true;
  });
}

function leafText(value: ParamValue): string | Blob | null {
  if (value === null || value instanceof Blob) return value;
  return value instanceof Date ? value.toISOString() : String(value);
}

/** As one line, for a query or an urlencoded body. @throws FormError when a value is a file */
export function urlEncoded(fields: readonly FormField[]): string {
  return fields
    .map(([name, value]) => {
      if (value instanceof Blob) throw new FormError(`${name} is a file, which no query can hold`);
      return value === null ? encode(name) : `${encode(name)}=${encode(value)}`;
    })
    .join('&');
}

/** A lone surrogate, which no UTF-8 text can hold, becomes U+FFFD as it would in `fetch`. */
const encode = (text: string) => encodeURIComponent(text.toWellFormed());

/** With files. Multipart knows no name without a value, so `null` and the empty list become an empty text. */
export function multipart(fields: readonly FormField[]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value ?? '');
  return form;
}

export function isList(value: ParamValue): value is readonly ParamValue[] {
  return Array.isArray(value);
}

export function isObject(value: ParamValue): value is Params {
  return (
    typeof value === 'object' &&
    value !== null &&
    !isList(value) &&
    !(value instanceof Date) &&
    !(value instanceof Blob)
  );
}
