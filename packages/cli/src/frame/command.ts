import type { ExitCode } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

export interface OptionSpec {
  readonly summary: string;
  /** A flag stands alone, a text takes a value. */
  readonly type: 'flag' | 'text';
  readonly short?: string;
  /** What stands for the value in help, e.g. `FILE`. */
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly default?: string;
  /** May be given several times. */
  readonly multiple?: true;
}

export type OptionTable = Readonly<Record<string, OptionSpec>>;

export interface ArgumentSpec {
  readonly name: string;
  readonly summary: string;
  readonly optional?: true;
  readonly choices?: readonly string[];
}

/** A line to type, and what for. */
export interface Example {
  readonly line: string;
  readonly what: string;
}

export interface Command<Options extends OptionTable = OptionTable> {
  /** The words that call it: `['courses', 'list']`. */
  readonly words: readonly string[];
  readonly summary: string;
  readonly details?: string;
  readonly arguments?: readonly ArgumentSpec[];
  readonly options: Options;
  readonly examples: readonly Example[];
  /** Ends with 0 unless it says otherwise, or throws. */
  run(input: Input<Options>): Promise<ExitCode | undefined>;
}

/** Taken by every command. */
export const globalOptions = {
  profile: {
    type: 'text',
    short: 'p',
    value: 'NAME',
    summary: 'which Canvas and whose token (EASEL_PROFILE; see `easel profiles list`)',
  },
  json: { type: 'flag', summary: 'answers and errors as JSON, for programs' },
  help: { type: 'flag', short: 'h', summary: 'this text' },
} as const satisfies OptionTable;

export interface Input<Options extends OptionTable = OptionTable> {
  /** As many as the command declares; the optional ones may be missing. */
  readonly args: readonly string[];
  readonly options: ValuesOf<Options> & ValuesOf<typeof globalOptions>;
  readonly terminal: Terminal;
}

/** Infers the options' types, then forgets them: a table holds commands of every kind. */
export function command<const Options extends OptionTable>(spec: Command<Options>): Command {
  return spec;
}

export type ValuesOf<Options extends OptionTable> = {
  readonly [Name in keyof Options]: ValueOf<Options[Name]>;
};

type ValueOf<Spec extends OptionSpec> = Spec['type'] extends 'flag'
  ? boolean
  : Spec extends { multiple: true }
    ? readonly TextOf<Spec>[]
    : Spec extends { default: string }
      ? TextOf<Spec>
      : TextOf<Spec> | undefined;

type TextOf<Spec extends OptionSpec> = Spec extends { choices: readonly (infer Choice)[] } ? Choice : string;
