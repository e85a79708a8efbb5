import type { Column, Row } from '../column.ts';
import { csv } from './csv.ts';
import { html } from './html.ts';
import { json, ndjson } from './json.ts';
import { markdown } from './markdown.ts';
import { table } from './table.ts';
import { xlsx } from './xlsx.ts';

/** A list on its way into a file. */
export interface Sheet {
  /** `Courses of the fall` */
  readonly title: string;
  /** What its rows are: `courses`. */
  readonly noun: string;
  /** Undefined: the rows as they came. */
  readonly columns: readonly Column[] | undefined;
  /** What was asked for, to be read by people. */
  readonly filters: readonly (readonly [name: string, value: string])[];
  /** Keys of columns whose values are worth counting: the first makes the bars, the second their parts. */
  readonly facets: readonly Column[];
  /** `https://canvas.example.edu` */
  readonly origin: string;
  readonly at: Date;
  /** Whether the destination shows characters in columns, and how many. */
  readonly width: number | undefined;
  readonly colour: boolean;
  /** CSV: leave cells alone that a spreadsheet would run as formulas. */
  readonly formulas: boolean;
  /** From the first row on. A format that `rereads` may ask again. */
  rows(): AsyncIterable<Row>;
}

export interface Format {
  readonly extensions: readonly string[];
  /** Not for a terminal. */
  readonly binary?: true;
  /** Reads all rows before it writes the first. */
  readonly rereads?: true;
  /** Can hold rows as they came, with everything in them. */
  readonly whole?: true;
  render(sheet: Sheet): AsyncIterable<string | Uint8Array>;
}

export const formats = { table, json, ndjson, csv, xlsx, html, markdown } as const satisfies Record<
  string,
  Format
>;

export type FormatName = keyof typeof formats;
export const formatNames = Object.keys(formats) as FormatName[];

/** `report.xlsx` → `xlsx` */
export function formatOfFile(path: string): FormatName | undefined {
  const extension = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return formatNames.find((name) => (formats[name] as Format).extensions.includes(extension));
}
