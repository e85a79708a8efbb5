import { type Command, globalOptions, type OptionSpec, type OptionTable } from '../frame/command.ts';
import { findCommand } from '../frame/parse.ts';

export interface Suggestion {
  readonly word: string;
  readonly what: string;
}

/**
 * What may stand in the place of the last word, which may be begun or empty.
 * @param profileNames for `--profile` and `profiles use`
 */
export function suggest(
  commands: readonly Command[],
  words: readonly string[],
  profileNames: readonly string[],
): Suggestion[] {
  const typed = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const found = findCommand(commands, before);
  const fits = ({ word }: Suggestion) => word.startsWith(typed);
  return (
    found ? within(found.command, found.rest, typed, profileNames) : nextWords(commands, before)
  ).filter(fits);
}

/** The words that go on from those before. */
function nextWords(commands: readonly Command[], before: readonly string[]): Suggestion[] {
  const going = commands.filter(({ words }) => before.every((word, index) => words[index] === word));
  const next = new Map<string, string>();
  for (const { words, summary } of going) {
    const word = words[before.length];
    if (word === undefined) continue;
    const isWhole = words.length === before.length + 1;
    next.set(
      word,
      isWhole
        ? summary
        : `${going
            .filter((other) => other.words[before.length] === word)
            .map((other) => other.words.slice(before.length + 1).join(' '))
            .join(', ')}`,
    );
  }
  return [...next].map(([word, what]) => ({ word, what }));
}

function within(
  command: Command,
  rest: readonly string[],
  typed: string,
  profileNames: readonly string[],
): Suggestion[] {
  const options: OptionTable = { ...command.options, ...globalOptions };
  const open = optionOf(rest.at(-1) ?? '', options);
  if (open && open.spec.type === 'text') return valuesOf(open.name, open.spec, profileNames);
  if (typed.startsWith('-')) {
    return Object.entries(options)
      .filter(([name, { multiple }]) => multiple || !rest.includes(`--${name}`))
      .map(([name, { summary }]) => ({ word: `--${name}`, what: summary }));
  }
  const given = rest.filter(
    (word, index) => !word.startsWith('-') && !takesValue(rest[index - 1] ?? '', options),
  );
  const argument = command.arguments?.[given.length];
  if (argument?.choices) return argument.choices.map((word) => ({ word, what: '' }));
  return command.words[0] === 'profiles' && argument
    ? profileNames.map((word) => ({ word, what: 'profile' }))
    : [];
}

function valuesOf(
  name: string,
  { choices = [], summary }: OptionSpec,
  profileNames: readonly string[],
): Suggestion[] {
  return (name === 'profile' ? profileNames : choices).map((word) => ({ word, what: summary }));
}

function optionOf(word: string, options: OptionTable): { name: string; spec: OptionSpec } | undefined {
  const found = Object.entries(options).find(
    ([name, { short }]) => word === `--${name}` || (short !== undefined && word === `-${short}`),
  );
  return found && { name: found[0], spec: found[1] };
}

const takesValue = (word: string, options: OptionTable) => optionOf(word, options)?.spec.type === 'text';
