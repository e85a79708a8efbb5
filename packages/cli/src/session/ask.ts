import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { Interrupted, UsageError } from '../frame/failure.ts';
import type { Terminal } from '../frame/terminal.ts';

/** The answer to a question, `undefined` where there is nobody to ask. */
export async function askYesNo(
  { stdin, stderr, signal }: Terminal,
  question: string,
): Promise<boolean | undefined> {
  if (!stdin.isTTY) return undefined;
  const lines = createInterface({ input: stdin, output: stderr });
  try {
    return /^y(es)?$/i.test((await lines.question(`${question} [y/N] `, { signal })).trim());
  } finally {
    lines.close();
  }
}

/**
 * A secret: typed without echo, or the next line of what is piped in.
 * @param options.mayBeEmpty whether nothing is an answer, too
 * @throws UsageError where it isn't
 */
export async function askSecret(
  terminal: Terminal,
  prompt: string,
  { what = 'token', mayBeEmpty = false }: { what?: string; mayBeEmpty?: boolean } = {},
): Promise<string> {
  const { stdin, signal } = terminal;
  const secret = (stdin.isTTY ? await typed(terminal, prompt) : await nextLine(stdin, signal)).trim();
  if (secret === '' && !mayBeEmpty) throw new UsageError(`The ${what} is empty`);
  return secret;
}

/** Leaves the rest for the next question. Empty at the end. */
async function nextLine(stdin: NodeJS.ReadStream, signal: AbortSignal): Promise<string> {
  stdin.setEncoding('utf8');
  let line = '';
  try {
    while (!line.includes('\n')) {
      signal.throwIfAborted();
      const chunk = stdin.read() as string | null;
      if (chunk !== null) line += chunk;
      else if (stdin.readableEnded || stdin.destroyed) return line;
      else await readableOrEnded(stdin, signal);
    }
  } finally {
    stdin.pause();
  }
  const end = line.indexOf('\n');
  if (end + 1 < line.length) stdin.unshift(line.slice(end + 1));
  return line.slice(0, end);
}

async function readableOrEnded(stdin: NodeJS.ReadStream, signal: AbortSignal): Promise<void> {
  const done = new AbortController();
  const options = { signal: AbortSignal.any([signal, done.signal]) };
  try {
    await Promise.race(['readable', 'end', 'close'].map((event) => once(stdin, event, options)));
  } finally {
    done.abort();
  }
}

const ENTER = /[\r\n]/;
const CTRL_C = '\u0003';
const CTRL_D = '\u0004';
const BACKSPACE = /[\b\u007f]/;
/** What terminals put around a pasted text, and what arrow keys send. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const ESCAPE_SEQUENCE = /\u001b\[[0-9;]*[~A-Za-z]/g;

function typed({ stdin, stderr, signal }: Terminal, prompt: string): Promise<string> {
  // First the echo goes, then the question comes: whoever pastes at once must not see the secret.
  stdin.setRawMode(true);
  stderr.write(prompt);
  stdin.setEncoding('utf8');
  stdin.resume();
  return new Promise<string>((resolve, reject) => {
    let secret = '';
    const finish = (end: () => void) => {
      stdin.off('data', read);
      signal.removeEventListener('abort', abandon);
      stdin.setRawMode(false);
      stdin.pause();
      stderr.write('\n');
      end();
    };
    // A raw terminal makes no signal of Ctrl-C.
    const read = (chunk: string) => {
      for (const key of chunk.replace(ESCAPE_SEQUENCE, '')) {
        if (key === CTRL_C) return finish(() => reject(new Interrupted('SIGINT')));
        if (ENTER.test(key) || key === CTRL_D) return finish(() => resolve(secret));
        secret = BACKSPACE.test(key) ? secret.slice(0, -1) : secret + key;
      }
    };
    const abandon = () => finish(() => reject(signal.reason));
    stdin.on('data', read);
    signal.addEventListener('abort', abandon, { once: true });
  });
}
