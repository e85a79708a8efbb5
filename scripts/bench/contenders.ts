/** The servers under measurement, each a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export const TOKEN = 'benchmark-administrator';
const ROOT = join(import.meta.dirname, '../..');

export interface Contender {
  name: string;
  url: string;
  /** Resident memory now, in MB. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

export const startBare = (database: string) =>
  start('node:http + pg', [join(import.meta.dirname, 'bare-server.ts'), database, '0'], /^ready at (\S+)$/m);

export const startEasel = (database: string) =>
  start(
    'Easel',
    [
      join(ROOT, 'packages/server/src/main.ts'),
      ...['--port', '0', '--database-url', database, '--seed', 'none', '--log-level', 'silent'],
      ...['--throttle', 'off'],
    ],
    /^Easel is ready at (\S+)$/m,
  );

async function start(name: string, args: string[], ready: RegExp): Promise<Contender> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await addressOf(child, ready);
  return {
    name,
    url,
    async memory() {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
      return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    },
    async stop() {
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    },
  };
}

function addressOf(child: ChildProcess, ready: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
      const match = ready.exec(output);
      if (match) resolve(match[1] as string);
    });
    child.on('exit', (code) => reject(new Error(`ended with ${code} before it was ready`)));
  });
}
