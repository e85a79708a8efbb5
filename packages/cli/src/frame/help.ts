import { type ArgumentSpec, type Command, globalOptions, type OptionTable } from './command.ts';
import { EXIT, EXIT_MEANINGS, type ExitName } from './exit-codes.ts';

/** `easel --help`, or of the commands that begin with the same word: `easel courses --help`. */
export function overview(commands: readonly Command[], prefix: readonly string[] = []): string {
  const shown = commands.filter(({ words }) => prefix.every((word, index) => words[index] === word));
  const whole = prefix.length === 0;
  return lines(
    whole ? 'easel: the command line for any Canvas LMS' : `easel ${prefix.join(' ')}`,
    '',
    section(
      'Commands',
      shown.map((command) => [signature(command), command.summary]),
    ),
    whole &&
      section('Start with', [
        ['easel login https://canvas.example.edu', 'once; the token is asked for'],
        ['easel doctor', 'when something is odd'],
        ['easel COMMAND --help', 'options and examples of a command'],
        ['easel completion bash|zsh|fish', 'how to let the Tab key complete all this'],
      ]),
    whole &&
      section('Environment', [
        ['CANVAS_URL, CANVAS_TOKEN', 'both together win over every profile'],
        ['EASEL_PROFILE', 'the profile where --profile is not given'],
        ['EASEL_TOKEN_STORE', 'keyring or file: where `easel login` keeps tokens'],
        ['XDG_CONFIG_HOME', 'profiles are in $XDG_CONFIG_HOME/easel (~/.config/easel)'],
        ['NO_COLOR', 'no colours'],
      ]),
    whole && section('Exit codes', exitCodes()),
  );
}

export function helpOf(command: Command): string {
  const { summary, details, options, examples } = command;
  return lines(
    `easel ${signature(command)} [OPTIONS]`,
    '',
    summary,
    details &&
      `\n${details
        .split('\n')
        .map((line) => wrapped(line, LINE).join('\n'))
        .join('\n')}`,
    '',
    section(
      'Arguments',
      (command.arguments ?? []).map((argument) => [argument.name, argument.summary]),
    ),
    section('Options', optionRows(options)),
    section('Everywhere', optionRows(globalOptions)),
    examples.length > 0 && 'Examples\n',
    ...examples.map(({ line, what }) => `  # ${what}\n  ${line}\n`),
  );
}

export function signature(command: Command): string {
  return [...command.words, ...(command.arguments ?? []).map(placeholder)].join(' ');
}

const placeholder = ({ name, optional }: ArgumentSpec) => (optional ? `[${name}]` : name);

function optionRows(options: OptionTable): [string, string][] {
  return Object.entries(options).map(([name, spec]) => {
    const short = spec.short === undefined ? '    ' : `-${spec.short}, `;
    const value = spec.type === 'flag' ? '' : ` ${spec.value ?? 'VALUE'}`;
    const notes = [
      spec.choices?.join(', '),
      spec.multiple && 'several times',
      spec.default && `default: ${spec.default}`,
    ].filter((note) => typeof note === 'string');
    return [`${short}--${name}${value}`, [spec.summary, ...notes.map((note) => `(${note})`)].join(' ')];
  });
}

function exitCodes(): [string, string][] {
  return (Object.keys(EXIT) as ExitName[]).map((name) => [String(EXIT[name]), EXIT_MEANINGS[name]]);
}

const WIDEST = 38;
const LINE = 110;

function section(title: string, rows: readonly (readonly [string, string])[]): string | false {
  if (rows.length === 0) return false;
  const width = Math.min(WIDEST, Math.max(...rows.map(([name]) => name.length)));
  const body = rows.flatMap(([name, text]) => {
    const [first = '', ...more] = wrapped(text, LINE - width - 4);
    const further = more.map((line) => `  ${' '.repeat(width)}  ${line}`);
    return name.length > width
      ? [`  ${name}`, `  ${' '.repeat(width)}  ${first}`, ...further]
      : [`  ${name.padEnd(width)}  ${first}`, ...further];
  });
  return `${title}\n\n${body.join('\n')}\n`;
}

/** Lines that are no longer, broken at blanks. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}

function lines(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter((part) => part !== false && part !== undefined).join('\n');
}
