import type { Writable } from 'node:stream';
import { Interrupted } from './failure.ts';

export type OutputStream = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** What a command sees of the machine around it. */
export interface Terminal {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: NodeJS.ProcessEnv;
  /** Aborted by Ctrl-C and SIGTERM, with an `Interrupted` as its reason. */
  readonly signal: AbortSignal;
}

/** Prints a line of the answer. */
export function say({ stdout }: Terminal, line: string): void {
  stdout.write(`${line}\n`);
}

/** Prints a line about the work: it must not get into what is piped on. */
export function remark({ stderr }: Terminal, line: string): void {
  stderr.write(`${line}\n`);
}

export function thisTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  return { stdin, stdout, stderr, env, signal: untilInterrupted() };
}

/** The first signal lets the command tidy up; the second doesn't wait for it. */
function untilInterrupted(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      const interrupted = new Interrupted(name);
      if (controller.signal.aborted) process.exit(interrupted.exitCode);
      controller.abort(interrupted);
    });
  }
  return controller.signal;
}
