/**
 * How long a list takes to its end, and how much memory: this client beside others, each in a process of its own,
 * one after the other, against one server that answers every page of 100 courses after 30 ms.
 *
 *     npm run bench:client -- [--courses=50000] [--delay=30]
 *
 * Fails when a client is less than 3 × faster than the others, or needs 200 MB.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Figures } from './clients/measure.ts';

const GOAL_RATIO = 3;
const GOAL_MB = 200;

const { values: options } = parseArgs({
  options: { courses: { type: 'string', default: '50000' }, delay: { type: 'string', default: '30' } },
});

interface Contestant {
  readonly name: string;
  readonly command: readonly [program: string, file: string, ...args: string[]];
  /** Without it the server doesn't say which page is last. */
  readonly last?: false;
  /** Held to the goals. */
  readonly ours?: true;
}

const node = process.execPath;
const contestants: readonly Contestant[] = [
  { name: '@easel/client', command: [node, 'easel.ts'], ours: true },
  { name: '@easel/client, no `last`', command: [node, 'easel.ts'], last: false, ours: true },
  { name: '`easel courses list` to CSV', command: [node, 'command-line.ts'], ours: true },
  { name: '@easel/client, concurrency 1', command: [node, 'easel.ts', '1'] },
  { name: '@kth/canvas-api', command: [node, 'kth.ts'] },
  { name: 'Python, for ucfopen/canvasapi', command: ['python3', 'follow_next.py'] },
];

const results: { contestant: Contestant; figures: Figures }[] = [];
for (const contestant of contestants) {
  results.push({ contestant, figures: await run(contestant) });
}
const others = results.filter(({ contestant }) => !contestant.name.includes('easel'));
const fastestOther = Math.min(...others.map(({ figures }) => figures.seconds));
printTable();
process.exitCode = results.some(missesAGoal) ? 1 : 0;

async function run({ command: [program, file, ...args], last }: Contestant): Promise<Figures> {
  const server = spawn(
    node,
    [
      fileBeside('server.ts'),
      `--courses=${options.courses}`,
      `--delay=${options.delay}`,
      `--last=${last === false ? 'no' : 'yes'}`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    const baseUrl = await lineOf(server, 'http');
    const client = spawn(program, [fileBeside(`clients/${file}`), baseUrl, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const figures = JSON.parse(await lineOf(client, '{')) as Figures;
    if (figures.items !== Number(options.courses)) {
      throw new Error(`${file} read ${figures.items} of ${options.courses} courses`);
    }
    return figures;
  } finally {
    server.kill();
    await once(server, 'exit');
  }
}

/** Libraries may have something to say of their own, so a line is known by its beginning. */
async function lineOf({ stdout }: ChildProcess, beginning: string): Promise<string> {
  if (stdout) {
    for await (const line of createInterface({ input: stdout })) if (line.startsWith(beginning)) return line;
  }
  throw new Error(`A process ended without a line that begins with ${beginning}`);
}

function fileBeside(name: string): string {
  return new URL(name, import.meta.url).pathname;
}

function printTable(): void {
  console.log(
    `${options.courses} courses, 100 a page, each page after ${options.delay} ms; Node ${process.versions.node}\n`,
  );
  console.log('| client | s | courses/s | peak MB | × the fastest other |');
  console.log('|---|---|---|---|---|');
  for (const { contestant, figures } of results) {
    const { items, seconds, peakMb } = figures;
    const cells = [
      contestant.name,
      seconds.toFixed(2),
      String(Math.round(items / seconds)),
      peakMb.toFixed(0),
      (fastestOther / seconds).toFixed(2),
    ];
    console.log(`| ${cells.join(' | ')} |${missesAGoal({ contestant, figures }) ? ' misses the goal' : ''}`);
  }
}

function missesAGoal({ contestant, figures }: (typeof results)[number]): boolean {
  return (
    contestant.ours === true && (fastestOther / figures.seconds < GOAL_RATIO || figures.peakMb >= GOAL_MB)
  );
}
