import type { OptionTable, ValuesOf } from '../frame/command.ts';
import { changingOptions } from '../session/changing.ts';

export const apiOptions = {
  field: {
    type: 'text',
    short: 'f',
    value: 'NAME=TEXT',
    multiple: true,
    summary: 'a parameter, nested as a[b][]',
  },
  typed: {
    type: 'text',
    short: 'F',
    value: 'NAME=VALUE',
    multiple: true,
    summary: 'likewise, but true, false, null, numbers are what they look like, @FILE is read (@-: stdin)',
  },
  upload: {
    type: 'text',
    value: 'NAME=FILE',
    multiple: true,
    summary: 'a file as a part of a multipart form',
  },
  input: { type: 'text', value: 'FILE', summary: 'the body, JSON, from a file (-: stdin)' },
  body: {
    type: 'text',
    value: 'KIND',
    choices: ['form', 'json'],
    summary: 'how parameters of POST, PUT and PATCH travel (otherwise as a form, if one can carry them)',
  },
  paginate: { type: 'flag', summary: 'all pages of a list, as one' },
  jq: {
    type: 'text',
    short: 'q',
    value: 'FILTER',
    summary: 'what jq makes of it; with --paginate, of every page',
  },
  include: { type: 'flag', short: 'i', summary: 'status and headers first' },
  header: { type: 'text', short: 'H', value: 'NAME:VALUE', multiple: true, summary: 'one more header' },
  ...changingOptions,
} as const satisfies OptionTable;

export type ApiOptions = ValuesOf<typeof apiOptions>;
