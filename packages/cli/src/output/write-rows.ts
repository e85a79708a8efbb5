/** Rows that a command has put together itself, in any of the formats of lists. */
import type { JsonObject } from '@easel/contract';
import type { ValuesOf } from '../frame/command.ts';
import { UsageError } from '../frame/failure.ts';
import { remark, type Terminal } from '../frame/terminal.ts';
import type { Column } from './column.ts';
import { checkOutput, writeToFile, writeToStdout } from './destination.ts';
import { layoutOf } from './export-list.ts';
import { type Format, formats } from './formats/index.ts';
import { outputOptions } from './options.ts';
import { Projection } from './projection.ts';

const { limit: _limit, resume: _resume, ...sheetOptions } = outputOptions;

/** Of commands whose rows come from many lists: there is nothing to cut off and nothing to go on with. */
export { sheetOptions };

export interface Rows {
  readonly title: string;
  readonly noun: string;
  readonly columns: readonly Column[];
  readonly defaultColumns: readonly string[];
  readonly filters: readonly (readonly [name: string, value: string])[];
  readonly origin: string;
  readonly options: ValuesOf<typeof sheetOptions> & { readonly json: boolean };
  /** Fetched once it is known that they can be written. */
  rows(): Promise<readonly JsonObject[]>;
}

/** @throws UsageError when they can't be written there or so; nothing is fetched then */
export async function writeRows(terminal: Terminal, what: Rows): Promise<void> {
  const { columns: known, defaultColumns, options, noun, filters, origin } = what;
  const { output } = options;
  const layout = layoutOf({
    options: { ...options, limit: undefined, resume: false },
    columns: known,
    defaultColumns,
  });
  const format: Format = formats[layout.name];
  const isSeen = output === undefined && terminal.stdout.isTTY === true;
  if (isSeen && format.binary) {
    throw new UsageError(`${layout.name} is not for a terminal`, '--output FILE, or > FILE');
  }
  if (output !== undefined) await checkOutput(output);
  const projection = new Projection(layout.columns, []);
  const rows = await what.rows();
  const pieces = format.render({
    title: options.title ?? what.title,
    noun,
    columns: layout.columns,
    filters,
    facets: [],
    origin,
    at: new Date(),
    width: isSeen ? terminal.stdout.columns : undefined,
    colour: isSeen && !terminal.env['NO_COLOR'],
    formulas: options.formulas,
    async *rows() {
      for (const row of rows) yield projection.project(row);
    },
  });
  if (output === undefined) return await writeToStdout(terminal, pieces);
  await writeToFile(terminal, output, pieces);
  remark(terminal, `easel: ${rows.length.toLocaleString('en')} ${noun} in ${output}`);
}
