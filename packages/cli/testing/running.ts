import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import type { Machine, Ran, RunOptions } from './easel.ts';

/** A command that is spoken with while it runs. */
export class Running {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Ran>;
  #stdout = '';
  #stderr = '';

  constructor(machine: Machine, args: readonly string[], options: RunOptions = {}) {
    this.child = machine.start(args, options);
    if (options.input !== undefined) this.child.stdin.write(options.input);
    this.child.stdout.on('data', (chunk) => {
      this.#stdout += chunk;
    });
    this.child.stderr.on('data', (chunk) => {
      this.#stderr += chunk;
    });
    this.ended = new Promise((resolve) => {
      this.child.once('close', (code) => {
        machine.printed += this.#stdout + this.#stderr;
        resolve({ code, stdout: this.#stdout, stderr: this.#stderr });
      });
    });
  }

  /** What it says on standard error, as soon as it says that. @throws when it ends before */
  async says(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = pattern.exec(this.#stderr);
      if (found) return found[1] ?? found[0];
      if (this.child.exitCode !== null) throw new Error(`it ended: ${this.#stdout}${this.#stderr}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
