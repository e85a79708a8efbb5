import type { OptionTable } from '../frame/command.ts';
import { formatNames } from './formats/index.ts';

/** Of every command that lists. */
export const outputOptions = {
  format: {
    type: 'text',
    short: 'f',
    value: 'FORMAT',
    choices: formatNames,
    summary: 'how the list is written; otherwise by the name of --output, or a table',
  },
  output: {
    type: 'text',
    short: 'o',
    value: 'FILE',
    summary: 'into a file, which is replaced once the list is whole',
  },
  columns: {
    type: 'text',
    short: 'c',
    value: 'LIST',
    summary: 'which fields, by commas: id,name,term.name; json and ndjson hold all of them otherwise',
  },
  title: { type: 'text', value: 'TEXT', summary: 'above a report (html) and of the sheet (xlsx)' },
  limit: { type: 'text', value: 'NUMBER', summary: 'no more rows than these' },
  resume: { type: 'flag', summary: 'go on with an export to --output that was interrupted' },
  formulas: {
    type: 'flag',
    summary: 'CSV: no apostrophe before cells that a spreadsheet would run as formulas',
  },
} as const satisfies OptionTable;
