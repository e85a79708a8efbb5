import { parseArgs } from 'node:util';
import { type Command, globalOptions, type Input, type OptionSpec, type OptionTable } from './command.ts';
import { UsageError } from './failure.ts';
import { nearest } from './nearest.ts';

/** The command that the first words name, and what follows them. */
export function findCommand(
  commands: readonly Command[],
  words: readonly string[],
): { command: Command; rest: readonly string[] } | undefined {
  const [command] = commands
    .filter((candidate) => candidate.words.every((word, index) => words[index] === word))
    .sort((a, b) => b.words.length - a.words.length);
  return command && { command, rest: words.slice(command.words.length) };
}

/** @throws UsageError */
export function parse(command: Command, words: readonly string[]): Pick<Input, 'args' | 'options'> {
  const specs: OptionTable = { ...command.options, ...globalOptions };
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      Object.entries(specs).map(([name, { type, short, multiple = false }]) => [
        name,
        { type: type === 'flag' ? 'boolean' : 'string', multiple, ...(short && { short }) } as const,
      ]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'option') checkOption(token.rawName, token.name, token.value, specs);
  }
  const help = values['help'] === true;
  if (!help) checkArguments(command, positionals);
  const options = Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => [name, values[name] ?? absent(spec)]),
  );
  return { args: positionals, options: options as Input['options'] };
}

function checkOption(rawName: string, name: string, value: string | undefined, specs: OptionTable): void {
  const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
  if (!spec) {
    const meant = nearest(name, Object.keys(specs));
    throw new UsageError(
      `There is no option ${rawName}`,
      meant ? `did you mean --${meant}?` : '--help lists the options',
    );
  }
  if (spec.type === 'flag' && value !== undefined) throw new UsageError(`${rawName} takes no value`);
  if (spec.type === 'text' && value === undefined) {
    throw new UsageError(`${rawName} needs a value: ${rawName} ${spec.value ?? 'VALUE'}`);
  }
  if (spec.choices && value !== undefined && !spec.choices.includes(value)) {
    const meant = nearest(value, spec.choices);
    throw new UsageError(
      `${rawName} can be ${spec.choices.join(', ')}`,
      meant && `did you mean ${rawName} ${meant}?`,
    );
  }
}

function checkArguments(command: Command, given: readonly string[]): void {
  const known = command.arguments ?? [];
  // The optional ones may stand before them, as METHOD does before PATH.
  const missing = known.filter(({ optional }) => !optional)[given.length];
  const name = `easel ${command.words.join(' ')}`;
  if (missing) throw new UsageError(`${missing.name} is missing: ${missing.summary}`, `${name} --help`);
  if (given.length > known.length) {
    const takes = known.length === 0 ? 'no arguments' : known.map((argument) => argument.name).join(' ');
    throw new UsageError(`Too many arguments: ${name} takes ${takes}`, `${name} --help`);
  }
}

function absent({ type, multiple, default: preset }: OptionSpec) {
  if (type === 'flag') return false;
  return multiple ? [] : preset;
}
