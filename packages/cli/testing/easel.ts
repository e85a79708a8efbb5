import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { onTestFinished, vi } from 'vitest';

// Each command is a process; on a busy machine one alone may take a second.
vi.setConfig({ testTimeout: 30_000 });

const MAIN = new URL('../src/main.ts', import.meta.url).pathname;

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Typed into standard input, which then ends. */
  readonly input?: string;
  readonly nodeOptions?: readonly string[];
}

/** A user's machine: a folder to work in, nobody signed in. */
export class Machine {
  readonly folder: string;
  /** All that was ever printed here. */
  printed = '';

  constructor(folder: string) {
    this.folder = folder;
  }

  get configFolder(): string {
    return join(this.folder, '.config', 'easel');
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** The real command in a process of its own. */
  start(
    args: readonly string[],
    { env = {}, nodeOptions = [] }: RunOptions = {},
  ): ChildProcessWithoutNullStreams {
    return spawn(process.execPath, [...nodeOptions, MAIN, ...args], {
      cwd: this.folder,
      env: { PATH: process.env['PATH'], HOME: this.folder, EASEL_TOKEN_STORE: 'file', ...env },
    });
  }

  async easel(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
    const child = this.start(args, options);
    child.stdin.end(options.input ?? '');
    return this.finished(child);
  }

  async finished(child: ChildProcessWithoutNullStreams): Promise<Ran> {
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    this.printed += stdout + stderr;
    return { code, stdout, stderr };
  }
}

export async function newMachine(): Promise<Machine> {
  const folder = await mkdtemp(join(tmpdir(), 'easel-cli-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return new Machine(folder);
}

export const TOKEN = 'secret0token0that0must0never0be0printed0anywhere0at0all0123456789';

/** What makes a Canvas known without a profile. */
export const at = (url: string) => ({ CANVAS_URL: url, CANVAS_TOKEN: TOKEN });
