/** `easel courses list` into a CSV file: the whole command as its user starts it, in a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figures } from './measure.ts';

const [baseUrl = ''] = process.argv.slice(2);
const directory = await mkdtemp(join(tmpdir(), 'easel-bench-'));
const file = join(directory, 'courses.csv');
const main = join(import.meta.dirname, '../../../packages/cli/src/main.ts');
const started = performance.now();
const command = spawn(process.execPath, [main, 'courses', 'list', '--format', 'csv', '--output', file], {
  env: { ...process.env, CANVAS_URL: baseUrl, CANVAS_TOKEN: 'benchmark' },
  stdio: ['ignore', 'ignore', 'inherit'],
});
let peakMb = 0;
const watch = setInterval(async () => {
  const status = await readFile(`/proc/${command.pid}/status`, 'utf8').catch(() => '');
  peakMb = Math.max(peakMb, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}, 50);
await once(command, 'exit');
clearInterval(watch);
const seconds = (performance.now() - started) / 1000;
// One line is the heading.
const items = (await readFile(file, 'utf8')).trimEnd().split('\n').length - 1;
await rm(directory, { recursive: true });
console.log(JSON.stringify({ items, seconds, peakMb } satisfies Figures));
