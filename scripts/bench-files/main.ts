/**
 * `npm run bench:files`: how fast files come and go, beside a plain node:http stream to disk in the same run, and how
 * much memory the server needs for it.
 *
 *     npm run bench:files -- [--mb 256] [--rounds 5] [--large-gb 5] [--engine postgres|pglite]
 *
 * By default on PostgreSQL, so that the memory is the server's alone and not the embedded database's too.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { startPostgres } from '../../packages/server/testing/postgres-server.ts';

const { values } = parseArgs({
  options: {
    mb: { type: 'string', default: '256' },
    rounds: { type: 'string', default: '5' },
    'large-gb': { type: 'string', default: '0' },
    engine: { type: 'string', default: 'postgres' },
  },
});
const BYTES = Number(values.mb) * 1024 * 1024;
const ROUNDS = Number(values.rounds);
const LARGE = Math.round(Number(values['large-gb']) * 1024 ** 3);
const TOKEN = 'bench';
const BOUNDARY = '----EaselBench';
const root = join(import.meta.dirname, '../..');
const home = await mkdtemp(join(process.env['BENCH_DIR'] ?? tmpdir(), 'easel-bench-files-'));

interface Server {
  child: ChildProcess;
  url: string;
}

async function start(script: string, args: string[]): Promise<Server> {
  const child = spawn(process.execPath, [join(root, script), ...args], {
    env: { PATH: process.env['PATH'], EASEL_ADMIN_TOKEN: TOKEN },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    output += chunk;
    const url = /ready at (\S+)/.exec(output)?.[1];
    if (url) return { child, url };
  }
  throw new Error(`${script} ended: ${output}`);
}

/** Bytes that no two uploads share, made as they are sent. */
function contents(bytes: number): Readable {
  const chunk = Buffer.alloc(64 * 1024);
  for (let at = 0; at < chunk.length; at += 4) chunk.writeUInt32LE(Math.trunc(Math.random() * 2 ** 32), at);
  return Readable.from(
    (function* () {
      for (let left = bytes, count = 0; left > 0; left -= chunk.length) {
        const part = Buffer.from(chunk.subarray(0, Math.min(left, chunk.length)));
        part.writeUInt16LE(count++ & 0xffff, 0);
        yield part;
      }
    })(),
  );
}

function send(url: string, headers: Record<string, string | number>, body: Iterable<Buffer | Readable>) {
  return new Promise<IncomingMessage>((resolve, reject) => {
    const sending = request(url, { method: 'POST', headers, agent: false });
    sending.on('error', reject);
    sending.on('response', (response) => {
      response.resume();
      response.on('end', () => resolve(response));
    });
    (async () => {
      for (const part of body) {
        if (Buffer.isBuffer(part)) sending.write(part);
        else {
          for await (const chunk of part) {
            if (!sending.write(chunk)) await new Promise((drained) => sending.once('drain', drained));
          }
        }
      }
      sending.end();
    })().catch(reject);
  });
}

async function receive(url: string): Promise<number> {
  return await new Promise((resolve, reject) => {
    const asking = request(url, { agent: false, headers: { 'user-agent': 'bench' } }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`${response.statusCode} from ${url}`));
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () => resolve(bytes));
    });
    asking.on('error', reject);
    asking.end();
  });
}

const authorized = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
let count = 0;

/** All three steps. @returns the file's `url` */
async function uploadToEasel({ url }: Server, bytes: number): Promise<string> {
  const announced = await fetch(`${url}/api/v1/courses/1/files`, {
    method: 'POST',
    headers: authorized,
    body: JSON.stringify({ name: `bench-${++count}.bin`, size: bytes }),
  });
  const ticket = (await announced.json()) as { upload_url: string; upload_params: Record<string, string> };
  const fields = Object.entries(ticket.upload_params).map(
    ([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = Buffer.from(
    `${fields.join('')}--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="b"\r\nContent-Type: application/octet-stream\r\n\r\n`,
  );
  const tail = Buffer.from(`\r\n--${BOUNDARY}--\r\n`);
  const sent = await send(
    ticket.upload_url,
    {
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      'content-length': head.length + bytes + tail.length,
    },
    [head, contents(bytes), tail],
  );
  const confirmed = await fetch(sent.headers.location ?? '', { headers: authorized });
  const file = (await confirmed.json()) as { url: string; size: number };
  if (file.size !== bytes) throw new Error(`${file.size} bytes arrived of ${bytes}`);
  return file.url;
}

const uploadPlainly = ({ url }: Server, bytes: number) =>
  send(url, { 'content-length': bytes }, [contents(bytes)]);

async function megabytesASecond(bytes: number, work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return bytes / 1024 / 1024 / ((performance.now() - begun) / 1000);
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.trunc(numbers.length / 2)] ?? 0;

/** The most that a process has had in memory, as the kernel knows it. */
async function peakMegabytes({ child }: Server): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

async function residentMegabytes({ child }: Server): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

const postgres = values.engine === 'postgres' ? await startPostgres() : undefined;
const database = postgres
  ? ['--database-url', `${postgres.url}postgres`]
  : ['--data-dir', join(home, 'data')];
const easel = await start('packages/server/src/main.ts', [
  ...['--port', '0', ...database, '--files', join(home, 'files')],
  ...['--seed', 'empty', '--throttle', 'off'],
]);
const plain = await start('scripts/bench-files/plain-server.ts', [join(home, 'plain')]);
const plainSynced = await start('scripts/bench-files/plain-server.ts', [
  join(home, 'plain-synced'),
  '--fsync',
]);
try {
  const course = await fetch(`${easel.url}/api/v1/accounts/1/courses`, {
    method: 'POST',
    headers: authorized,
    body: JSON.stringify({ course: { name: 'Bench', storage_quota_mb: 1_000_000 } }),
  });
  if (course.status !== 200) throw new Error(await course.text());

  // First, so that it is seen beside what a fresh server holds.
  if (LARGE > 0) {
    const resident: number[] = [];
    const watch = setInterval(async () => resident.push(await residentMegabytes(easel)), 250);
    const before = await residentMegabytes(easel);
    const most = () => Math.max(...resident.splice(0));
    let address = '';
    const up = await megabytesASecond(LARGE, async () => {
      address = await uploadToEasel(easel, LARGE);
    });
    console.log(
      `${values['large-gb']} GB up: ${up.toFixed(0)} MB/s; memory ${before} MB before, ${most()} MB at most`,
    );
    const down = await megabytesASecond(LARGE, () => receive(address));
    console.log(`${values['large-gb']} GB down: ${down.toFixed(0)} MB/s; memory ${most()} MB at most`);
    clearInterval(watch);
  }
  const speeds = { upload: [], plainUpload: [], syncedUpload: [], download: [], plainDownload: [] } as Record<
    string,
    number[]
  >;
  for (let round = 0; round <= ROUNDS; round++) {
    let address = '';
    const measured = {
      plainUpload: await megabytesASecond(BYTES, () => uploadPlainly(plain, BYTES)),
      upload: await megabytesASecond(BYTES, async () => {
        address = await uploadToEasel(easel, BYTES);
      }),
      syncedUpload: await megabytesASecond(BYTES, () => uploadPlainly(plainSynced, BYTES)),
      plainDownload: await megabytesASecond(BYTES, () => receive(plain.url)),
      download: await megabytesASecond(BYTES, () => receive(address)),
    };
    // The first round warms everybody up.
    if (round > 0) for (const [name, speed] of Object.entries(measured)) speeds[name]?.push(speed);
  }
  const of = (name: string) => median(speeds[name] ?? []);
  const line = (name: string, own: number, other: number, against: string) =>
    console.log(
      `${name}  ${own.toFixed(0)} MB/s, ${against} ${other.toFixed(0)} MB/s: ${(own / other).toFixed(2)}`,
    );
  console.log(
    `${values.mb} MB, median of ${ROUNDS}, ${cpus()[0]?.model} × ${cpus().length}, Node ${process.version}`,
  );
  line('upload   (three steps, hashed, fsync)', of('upload'), of('plainUpload'), 'plain');
  line('upload                               ', of('upload'), of('syncedUpload'), 'plain with fsync');
  line('download                             ', of('download'), of('plainDownload'), 'plain');
  console.log(`memory: ${await residentMegabytes(easel)} MB now, ${await peakMegabytes(easel)} MB at most`);
} finally {
  for (const { child } of [easel, plain, plainSynced]) child.kill('SIGKILL');
  await postgres?.stop();
  await rm(home, { recursive: true, force: true });
}
