import { suggest } from '../completion/suggest.ts';
import { explainFailure } from '../session/explain-failure.ts';
import { readProfiles } from '../session/profiles.ts';
import type { Command } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { UsageError, WithHints } from './failure.ts';
import { helpOf, overview } from './help.ts';
import { nearest } from './nearest.ts';
import { findCommand, parse } from './parse.ts';
import { asJson, asText, reportOf } from './report.ts';
import { remark, say, type Terminal } from './terminal.ts';
import { VERSION } from './version.ts';

/** Runs a command line from its words to the code that the process ends with. Never throws. */
export async function run(
  commands: readonly Command[],
  words: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  try {
    return (await runCommand(commands, words, terminal)) ?? EXIT.ok;
  } catch (error) {
    const failure = error instanceof WithHints ? error.cause : error;
    // What explains an error must not hide it.
    const hints = await explainFailure(failure).catch(() => []);
    const report = reportOf(hints.length === 0 ? error : new WithHints(error, hints));
    remark(terminal, wantsJson(words) ? asJson(report) : asText(report));
    return report.exitCode;
  }
}

async function runCommand(commands: readonly Command[], words: readonly string[], terminal: Terminal) {
  const [first] = words;
  if (first === undefined || first === '--help' || first === '-h') return say(terminal, overview(commands));
  if (first === '--version' || first === '-v') return say(terminal, VERSION);
  if (first === 'help') return say(terminal, helpFor(commands, words.slice(1)));
  if (first === '__complete') return complete(commands, words.slice(1), terminal);
  if (first.startsWith('-')) throw new UsageError('Options come behind the command', 'easel COMMAND --help');

  const found = findCommand(commands, words);
  if (!found) {
    const asks = words.some((word) => word === '--help' || word === '-h');
    return say(
      terminal,
      helpFor(
        commands,
        words.filter((word) => !word.startsWith('-')),
        asks,
      ),
    );
  }
  const { args, options } = parse(found.command, found.rest);
  if (options.help) return say(terminal, helpOf(found.command));
  return found.command.run({ args, options, terminal });
}

/** What the shells' scripts ask for: a word and what it is for, a line each. */
async function complete(commands: readonly Command[], words: readonly string[], terminal: Terminal) {
  const { named } = await readProfiles(terminal.env).catch(() => ({ named: {} }));
  for (const { word, what } of suggest(commands, words, Object.keys(named)))
    say(terminal, `${word}\t${what}`);
}

/** @throws UsageError when the words name nothing, or several commands and nobody asked which */
function helpFor(commands: readonly Command[], words: readonly string[], asked = true): string {
  const found = findCommand(commands, words);
  if (found) return helpOf(found.command);
  const group = words.slice(0, 1);
  const members = commands.filter((command) => command.words.length > 1 && command.words[0] === group[0]);
  if (members.length > 0 && words.length === 1 && asked) return overview(commands, group);
  if (members.length > 0) {
    const verbs = members.map((command) => command.words[1] ?? '');
    const meant = words[1] === undefined ? undefined : nearest(words[1], verbs);
    throw new UsageError(
      `easel ${group[0]} takes ${verbs.join(', ')}`,
      meant ? `did you mean easel ${group[0]} ${meant}?` : `easel ${group[0]} --help`,
    );
  }
  if (words.length === 0) return overview(commands);
  const meant = nearest(words[0] ?? '', [...new Set(commands.map((command) => command.words[0] ?? ''))]);
  throw new UsageError(
    'There is no such command',
    meant ? `did you mean easel ${meant}?` : 'easel --help lists them',
  );
}

/** Known before the options are parsed, so that a mistake in them is told as wanted too. */
function wantsJson(words: readonly string[]): boolean {
  return words.some(
    (word, index) =>
      word === '--json' ||
      /^--format=(nd)?json$/.test(word) ||
      (word === '--format' && /^(nd)?json$/.test(words[index + 1] ?? '')),
  );
}
