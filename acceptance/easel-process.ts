/** Easel as a user starts it: a process of its own that is spoken to over HTTP and nothing else. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';

const MAIN = join(import.meta.dirname, '../packages/server/src/main.ts');
export const TOKEN = 'acceptance-administrator';

/** Where one Easel keeps its data, so that it can be started again on them. */
export interface Home {
  args: string[];
  remove(): Promise<void>;
}

/** A new data directory, or a new database on the project's PostgreSQL. */
export async function makeHome(): Promise<Home> {
  const postgres = inject('postgres');
  const directory = await mkdtemp(join(tmpdir(), 'easel-acceptance-'));
  const remove = () => rm(directory, { recursive: true, force: true });
  if (!postgres) return { args: ['--data-dir', directory], remove };
  const name = `acceptance_${Math.random().toString(36).slice(2)}`;
  const client = new pg.Client(`${postgres}postgres`);
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return { args: ['--database-url', postgres + name], remove };
}

export interface Running {
  url: string;
  output(): string;
  /** Ends the process and waits until it is gone. */
  kill(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts Easel on a free port and waits for the line that says it is ready. */
export async function startEasel(
  home: Home,
  args: string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<Running> {
  const child = spawn(process.execPath, [MAIN, '--port', '0', ...home.args, ...args], {
    env: { ...process.env, EASEL_ADMIN_TOKEN: TOKEN, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  const url = await readyAddress(child, () => output);
  return {
    url,
    output: () => output,
    async kill(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
  };
}

function readyAddress(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const ready = /^Easel is ready at (\S+)$/m.exec(output());
      if (ready) resolve(ready[1] as string);
    };
    child.stdout?.on('data', look);
    child.on('exit', (code) =>
      reject(new Error(`Easel ended with ${code} before it was ready:\n${output()}`)),
    );
  });
}
