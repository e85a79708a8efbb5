import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
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

/** A secret: typed without echo, or the first line of what is piped in. */
export async function askSecret(terminal: Terminal, prompt: string): Promise<string> {
  const { stdin } = terminal;
  const secret = stdin.isTTY ? await typed(terminal, prompt) : ((await text(stdin)).split('\n')[0] ?? '');
  if (secret.trim() === '') throw new UsageError('The token is empty');
  return secret.trim();
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
    stdin.on('data', read);
    signal.addEventListener('abort', () => finish(() => reject(signal.reason)), { once: true });
  });
}
