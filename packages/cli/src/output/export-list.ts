import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CanvasList } from '@easel/client';
import type { JsonObject } from '@easel/contract';
import type { ValuesOf } from '../frame/command.ts';
import { UsageError, WithHints } from '../frame/failure.ts';
import { remark, type Terminal } from '../frame/terminal.ts';
import { type Column, chooseColumns, type Row } from './column.ts';
import { checkOutput, writeToFile, writeToStdout } from './destination.ts';
import { type Format, type FormatName, formatOfFile, formats, type Sheet } from './formats/index.ts';
import type { outputOptions } from './options.ts';
import { ProgressBar } from './progress-bar.ts';
import { Projection } from './projection.ts';
import { Spool } from './spool.ts';

/** What is to be exported. */
export interface Export {
  /** `courses` */
  readonly noun: string;
  readonly list: CanvasList<JsonObject>;
  readonly origin: string;
  /** All columns that have a title. */
  readonly columns: readonly Column[];
  readonly defaultColumns: readonly string[];
  /** Keys of columns that a report counts. */
  readonly facets: readonly string[];
  readonly filters: readonly (readonly [name: string, value: string])[];
  readonly options: ValuesOf<typeof outputOptions> & { readonly json: boolean };
}

export type Selection = Pick<Export, 'columns' | 'defaultColumns' | 'options'>;

/** How a list will be written; commands ask first, for some columns cost a parameter. */
export function layoutOf({ options, columns, defaultColumns }: Selection): {
  name: FormatName;
  columns: Column[] | undefined;
} {
  if (options.columns?.trim() === '') throw new UsageError('--columns names none');
  const name = options.json
    ? 'json'
    : (options.format ??
      (options.output === undefined ? undefined : formatOfFile(options.output)) ??
      'table');
  const whole = (formats[name] as Format).whole === true && options.columns === undefined;
  return { name, columns: whole ? undefined : chooseColumns(options.columns, columns, defaultColumns) };
}

/** Reads a list to its end and writes it where and as the options say. */
export async function exportList(terminal: Terminal, what: Export): Promise<void> {
  const { options } = what;
  const { output } = options;
  const layout = layoutOf(what);
  const format: Format = formats[layout.name];
  const isSeen = output === undefined && terminal.stdout.isTTY === true;
  if (options.resume && output === undefined) {
    throw new UsageError('--resume needs the --output of the export');
  }
  if (isSeen && format.binary) {
    throw new UsageError(`${layout.name} is not for a terminal`, '--output FILE, or > FILE');
  }
  if (output !== undefined) await checkOutput(output);

  const sheet = sheetOf(what, layout.columns, isSeen ? terminal : undefined);
  const projection = new Projection(layout.columns, sheet.facets);
  const source: Source = { what, projection, limit: limitOf(options.limit) };
  const render: Render = (rows) => format.render({ ...sheet, rows });
  if (output !== undefined) await exportToFile(terminal, output, source, render);
  else if (format.rereads) await exportThroughSpool(terminal, source, render);
  else
    await writeToStdout(
      terminal,
      render(() => rowsAsTheyCome(terminal, source)),
    );
  projection.remarkOnUnknown(terminal);
}

type Render = (rows: Sheet['rows']) => AsyncIterable<string | Uint8Array>;

/** @param seenAt the terminal that it is shown at, if it is */
function sheetOf(
  { noun, options, filters, facets, columns: known, origin }: Export,
  columns: Column[] | undefined,
  seenAt: Terminal | undefined,
): Omit<Sheet, 'rows'> {
  return {
    title: options.title ?? noun.charAt(0).toUpperCase() + noun.slice(1),
    noun,
    columns,
    filters,
    facets: chooseColumns(undefined, known, facets),
    origin,
    at: new Date(),
    width: seenAt?.stdout.columns,
    colour: seenAt !== undefined && !seenAt.env['NO_COLOR'],
    formulas: options.formulas,
  };
}

interface Source {
  readonly what: Export;
  readonly projection: Projection;
  readonly limit: number;
}

async function exportToFile(
  terminal: Terminal,
  output: string,
  source: Source,
  render: Render,
): Promise<void> {
  const { noun, options, list, origin } = source.what;
  // Before it is read, a list's cursor is its address.
  const question = JSON.stringify([origin, list.cursor, source.projection.keys, source.limit]);
  const spool = await Spool.open(`${output}.easel-part`, question, options.resume);
  if (options.resume && spool.rowCount === 0) {
    remark(terminal, 'easel: there is nothing to go on with; beginning anew');
  }
  try {
    await fill(spool, terminal, source);
    await writeToFile(
      terminal,
      output,
      render(() => spool.rows()),
    );
  } catch (error) {
    await spool.close();
    if (spool.rowCount === 0) throw error;
    const kept = `${spool.rowCount.toLocaleString('en')} ${noun} are kept; the same command with --resume goes on`;
    throw new WithHints(error, [kept]);
  }
  await spool.remove();
  remark(terminal, `easel: ${spool.rowCount.toLocaleString('en')} ${noun} in ${output}`);
}

/** For a format that reads all rows before it writes the first, through a pipe. */
async function exportThroughSpool(terminal: Terminal, source: Source, render: Render): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'easel-'));
  try {
    const spool = await Spool.open(join(folder, 'rows'), '', false);
    try {
      await fill(spool, terminal, source);
      await writeToStdout(
        terminal,
        render(() => spool.rows()),
      );
    } finally {
      await spool.remove();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads the list, or what is left of it, into the spool. */
async function fill(spool: Spool, terminal: Terminal, { what, projection, limit }: Source): Promise<void> {
  const { position } = spool;
  if (position === 'done') return;
  const list = position === undefined ? what.list : what.list.from(position);
  const bar = new ProgressBar(terminal, what.noun, spool.rowCount);
  try {
    for await (const page of list.pages()) {
      const rows = page.slice(0, limit - spool.rowCount).map((row) => projection.project(row));
      const isFull = spool.rowCount + rows.length >= limit;
      await spool.append(rows, isFull ? undefined : list.cursor);
      bar.update(list.progress);
      if (isFull) return;
    }
  } finally {
    bar.end();
  }
}

async function* rowsAsTheyCome(
  terminal: Terminal,
  { what: { list, noun }, projection, limit }: Source,
): AsyncGenerator<Row> {
  // Where the rows themselves can be seen to come, a bar would only be in their way.
  const bar = terminal.stdout.isTTY ? undefined : new ProgressBar(terminal, noun);
  let left = limit;
  try {
    for await (const page of list.pages()) {
      for (const row of page.slice(0, left)) yield projection.project(row);
      left -= page.length;
      bar?.update(list.progress);
      if (left <= 0) return;
    }
  } finally {
    bar?.end();
  }
}

function limitOf(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (!/^[1-9]\d*$/.test(text)) throw new UsageError('--limit takes a whole number of rows');
  return Number(text);
}
