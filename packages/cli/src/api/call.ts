import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { Answer, Params } from '@easel/client';
import { UsageError } from '../frame/failure.ts';
import type { Terminal } from '../frame/terminal.ts';
import type { Session } from '../session/connect.ts';
import type { ApiOptions } from './options.ts';
import { type Field, fileField, textField, treeOf, typedField } from './typed-fields.ts';

const METHOD = /^(GET|HEAD|POST|PUT|PATCH|DELETE)$/i;

/** What the command line asks for. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly params: Params | undefined;
  readonly fields: readonly Field[];
}

/** @throws UsageError */
export function callOf([first, second]: readonly string[]): { method: string; path: string } {
  const hasMethod = first !== undefined && METHOD.test(first);
  const path = hasMethod ? second : first;
  if (path === undefined) {
    throw new UsageError('PATH is missing: below /api/v1/, or a URL', 'easel api courses/42');
  }
  if (!hasMethod && second !== undefined) throw new UsageError('METHOD is GET, POST, PUT, PATCH or DELETE');
  return { method: hasMethod ? first.toUpperCase() : 'GET', path: path.replace(/^\/(?!api\/|login\/)/, '') };
}

export async function fieldsOf({ field, typed, upload }: ApiOptions, { stdin }: Terminal): Promise<Field[]> {
  return [
    ...field.map(textField),
    ...(await Promise.all(typed.map((text) => typedField(text, stdin)))),
    ...(await Promise.all(upload.map(fileField))),
  ];
}

export async function paramsOf(
  fields: readonly Field[],
  { input }: ApiOptions,
  { stdin }: Terminal,
): Promise<Params | undefined> {
  if (input === undefined) return fields.length === 0 ? undefined : treeOf(fields);
  if (fields.length > 0) throw new UsageError('Give fields, or --input; not both');
  const json = input === '-' ? await text(stdin) : await readFile(input, 'utf8').catch(() => undefined);
  if (json === undefined) throw new UsageError(`Can't read ${input}`);
  try {
    // A list at the top is fine as well: Canvas knows it as `_json`.
    return JSON.parse(json) as Params;
  } catch {
    throw new UsageError('--input is no JSON');
  }
}

/** The path of a call on its Canvas, as the client reads it. */
export const urlOf = ({ canvas }: Session, path: string) => new URL(path, `${canvas.origin}/api/v1/`);

export function send(
  { canvas }: Session,
  { method, path, params }: Call,
  options: ApiOptions,
): Promise<Answer> {
  const body = options.input === undefined ? options.body : 'json';
  return canvas.raw(method, path, {
    ...(params && { params }),
    ...(body && { body }),
    headers: Object.fromEntries(options.header.map(headerOf)),
  });
}

function headerOf(typed: string): [name: string, value: string] {
  const colon = typed.indexOf(':');
  const name = typed.slice(0, colon).trim().toLowerCase();
  if (colon < 1) throw new UsageError('A header is written NAME:VALUE');
  if (name === 'authorization')
    throw new UsageError('The token is not given on the command line', 'easel login URL');
  return [name, typed.slice(colon + 1).trim()];
}
