import { openAsBlob } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Params, ParamValue } from '@easel/client';
import { UsageError } from '../frame/failure.ts';

/** A field as it was typed: its name and what it holds. */
export type Field = readonly [name: string, value: ParamValue];

/** `name=value`, the value a text whatever it looks like. */
export function textField(typed: string): Field {
  const equals = typed.indexOf('=');
  if (equals < 1) throw new UsageError('A field is written name=value');
  return [typed.slice(0, equals), typed.slice(equals + 1)];
}

/** `name=value`, where true, false, null and numbers are what they look like, and @FILE (@-: stdin) is its contents. */
export async function typedField(typed: string, stdin: NodeJS.ReadableStream): Promise<Field> {
  const [name, value] = textField(typed);
  const content = String(value);
  if (content === 'true' || content === 'false') return [name, content === 'true'];
  if (content === 'null') return [name, null];
  // Longer ones, such as ids of hosted Canvas, wouldn't survive.
  if (/^-?\d{1,15}(\.\d+)?$/.test(content) && String(Number(content)) === content)
    return [name, Number(content)];
  if (content === '@-') return [name, await text(stdin)];
  return content.startsWith('@')
    ? [name, await readable(content.slice(1), (path) => readFile(path, 'utf8'))]
    : [name, content];
}

/** `name=FILE`, to be uploaded. */
export async function fileField(typed: string): Promise<Field> {
  const [name, path] = textField(typed);
  const blob = await readable(String(path), (file) => openAsBlob(file));
  return [name, new File([blob], basename(String(path)))];
}

async function readable<T>(path: string, read: (path: string) => Promise<T>): Promise<T> {
  try {
    return await read(path);
  } catch (error) {
    throw new UsageError(`Can't read ${path} (${(error as NodeJS.ErrnoException).code ?? 'no file'})`);
  }
}

/**
 * Fields with bracketed names as the tree that Rails makes of them: `a[b]=1`, `a[]=1`, and `a[][b]=1`, where a name
 * that the last object of the list has already begins another.
 * @throws UsageError for a name that is used as two things
 */
export function treeOf(fields: readonly Field[]): Params {
  const root: Branch = {};
  for (const [name, value] of fields) put(root, keysOf(name), value, name);
  return root;
}

interface Branch {
  [key: string]: ParamValue | Branch;
}

/** `a[b][]` → `a`, `b` and the empty key, which stands for a place at the end of a list. */
function keysOf(name: string): string[] {
  const [first = '', ...rest] = name.split('[');
  const broken =
    first === '' || first.includes(']') || rest.some((part) => part.indexOf(']') !== part.length - 1);
  if (broken)
    throw new UsageError('A nested name is written a[b][c]', '`easel explain NAME=VALUE` may know it');
  return [first, ...rest.map((part) => part.slice(0, -1))];
}

function put(branch: Branch, [key = '', ...rest]: readonly string[], value: ParamValue, name: string): void {
  if (key === '__proto__') throw new UsageError(`${name} is no name`);
  if (rest.length === 0) {
    branch[key] = value;
    return;
  }
  if (rest[0] === '') {
    branch[key] ??= [];
    const list = branch[key];
    if (!Array.isArray(list)) throw new UsageError(`${name} is a list here, but something else before`);
    putLast(list as ParamValue[], rest.slice(1), value, name);
    return;
  }
  branch[key] ??= {};
  const inner = branch[key];
  if (!isBranch(inner)) throw new UsageError(`${name} has fields here, but is something else before`);
  put(inner, rest, value, name);
}

function putLast(list: ParamValue[], rest: readonly string[], value: ParamValue, name: string): void {
  if (rest.length === 0) {
    list.push(value);
    return;
  }
  const last = list.at(-1);
  if (isBranch(last) && !has(last, rest)) {
    put(last, rest, value, name);
    return;
  }
  const element: Branch = {};
  list.push(element as Params);
  put(element, rest, value, name);
}

/** Whether the place is taken; one in a list never is. */
function has(branch: Branch, [key = '', ...rest]: readonly string[]): boolean {
  if (rest[0] === '') return false;
  const value = branch[key];
  return rest.length > 0 && isBranch(value) ? has(value, rest) : value !== undefined;
}

function isBranch(value: ParamValue | Branch): value is Branch {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Blob || value instanceof Date)
  );
}
