import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { Machine, Ran } from './easel.ts';

/** Runs a command in a terminal of its own, types once it has been asked, and prints all that was seen there. */
const TYPIST = `
import os, pty, sys
question, answer = os.environ['QUESTION'].encode(), os.environ['ANSWER'].encode()
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[1], sys.argv[1:])
seen, typed = b'', False
while True:
    try:
        chunk = os.read(terminal, 4096)
    except OSError:
        break
    if not chunk:
        break
    seen += chunk
    if not typed and question and question in seen:
        os.write(terminal, answer)
        typed = True
sys.stdout.buffer.write(seen)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;

const MAIN = new URL('../src/main.ts', import.meta.url).pathname;

/** As `machine.easel`, but by a person at a terminal; what she saw is in `stdout`. */
export async function atTerminal(
  machine: Machine,
  args: readonly string[],
  {
    env = {},
    question = '',
    answer = '',
  }: { env?: Record<string, string>; question?: string; answer?: string } = {},
): Promise<Ran> {
  const child = spawn('python3', ['-c', TYPIST, process.execPath, MAIN, ...args], {
    cwd: machine.folder,
    env: {
      PATH: process.env['PATH'],
      HOME: machine.folder,
      EASEL_TOKEN_STORE: 'file',
      TERM: 'xterm',
      QUESTION: question,
      ANSWER: answer,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  machine.printed += stdout;
  return { code, stdout, stderr };
}
