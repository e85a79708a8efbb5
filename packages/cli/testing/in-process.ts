import { Writable } from 'node:stream';
import { commands } from '../src/commands/index.ts';
import { run } from '../src/frame/run.ts';
import type { Ran } from './easel.ts';

class Collected extends Writable {
  text = '';

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}

/** The command without a process of its own: quick, for what ends before anything is sent or asked. */
export async function easelHere(words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const [stdout, stderr] = [new Collected(), new Collected()];
  const { signal } = new AbortController();
  const code = await run(commands, words, { stdin: process.stdin, stdout, stderr, env, signal });
  return { code, stdout: stdout.text, stderr: stderr.text };
}
