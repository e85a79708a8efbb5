import type { Canvas, CanvasList } from '@easel/client';
import type { JsonObject } from '@easel/contract';
import {
  type ArgumentSpec,
  type Command,
  command,
  type Example,
  type globalOptions,
  type OptionTable,
  type ValuesOf,
} from '../frame/command.ts';
import { remark } from '../frame/terminal.ts';
import type { Column } from '../output/column.ts';
import { exportList, layoutOf } from '../output/export-list.ts';
import { outputOptions } from '../output/options.ts';
import { connect } from '../session/connect.ts';

export interface ListSpec<Options extends OptionTable> {
  /** `courses`: the command is `easel courses list`. */
  readonly noun: string;
  readonly summary: string;
  readonly details?: string;
  readonly arguments?: readonly ArgumentSpec[];
  readonly options: Options;
  readonly examples: readonly Example[];
  readonly columns: readonly Column[];
  readonly defaultColumns: readonly string[];
  /** What a report counts: bars, and their parts. */
  readonly facets: readonly string[];
  /**
   * @param keys of the columns that will be written; undefined: all that Canvas sends
   * @throws UsageError
   */
  readonly list: (
    canvas: Canvas,
    options: ValuesOf<Options>,
    keys: readonly string[] | undefined,
    args: readonly string[],
  ) => CanvasList<unknown> | Promise<CanvasList<unknown>>;
}

/** The commands that list differ in what they ask Canvas for; all else is here. */
export function listCommand<const Options extends OptionTable>(spec: ListSpec<Options>): Command {
  return command({
    words: [spec.noun, 'list'],
    summary: spec.summary,
    details: [
      spec.details,
      `Columns: ${spec.columns.map(({ key }) => key).join(', ')}, and any other field of the answer by its path.`,
    ]
      .filter(Boolean)
      .join('\n\n'),
    ...(spec.arguments && { arguments: spec.arguments }),
    options: { ...spec.options, ...outputOptions },
    examples: spec.examples,
    async run(input) {
      // The compiler doesn't look into the values of a table that it doesn't know yet.
      const options = input.options as unknown as ValuesOf<Options> &
        ValuesOf<typeof outputOptions & typeof globalOptions>;
      const { noun, columns, defaultColumns, facets } = spec;
      const session = await connect(input);
      const layout = layoutOf({ options, columns, defaultColumns });
      const keys = layout.columns && [...layout.columns.map(({ key }) => key), ...facets];
      await exportList(input.terminal, {
        noun,
        list: (await spec.list(session.canvas, options, keys, input.args)) as CanvasList<JsonObject>,
        origin: session.canvas.origin,
        columns,
        defaultColumns,
        facets,
        filters: [...argumentsOf(spec.arguments, input.args), ...filtersOf(spec.options, options)],
        options,
      });
      for (const hint of session.hints) remark(input.terminal, `hint: ${hint}`);
      return undefined;
    },
  });
}

function argumentsOf(
  specs: readonly ArgumentSpec[] = [],
  args: readonly string[],
): (readonly [string, string])[] {
  return args.map((value, index) => {
    const name = specs[index]?.name ?? '';
    return [name.charAt(0) + name.slice(1).toLowerCase(), value] as const;
  });
}

/** What was asked for, as a report says it. */
function filtersOf<Options extends OptionTable>(
  specs: Options,
  values: ValuesOf<Options>,
): (readonly [string, string])[] {
  return Object.keys(specs).flatMap((name) => {
    const value: unknown = values[name];
    if (value === undefined || value === false || (Array.isArray(value) && value.length === 0)) return [];
    const shown = value === true ? 'yes' : Array.isArray(value) ? value.join(', ') : String(value);
    return [[name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' '), shown] as const];
  });
}
