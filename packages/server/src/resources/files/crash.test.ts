/** Uploads while the server is killed: whole or not at all, and nothing left behind. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { glob, mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { multipart, type Ticket } from '../../../testing/upload.ts';
import { DiskStorage } from '../../files/disk.ts';
import { type Site, systemClock } from '../../http/site.ts';
import { openInstallation } from '../../installation.ts';
import { collectFiles } from './collect.ts';

const KILLS = 10;
const UPLOADS_A_KILL = 5;
const TOKEN = 'tok';

const home = await mkdtemp(join(tmpdir(), 'easel-crash-'));
const data = join(home, 'data');
const files = join(home, 'files');
let server: ChildProcess | undefined;
afterAll(async () => {
  server?.kill('SIGKILL');
  await rm(home, { recursive: true, force: true });
});

async function start(): Promise<string> {
  const main = join(import.meta.dirname, '../../main.ts');
  const args = ['--port', '0', '--data-dir', data, '--files', files, '--seed', 'empty', '--throttle', 'off'];
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env['PATH'], EASEL_ADMIN_TOKEN: TOKEN },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  server = child;
  let output = '';
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    output += chunk;
    const address = /ready at (\S+)/.exec(output)?.[1];
    if (address) return address;
  }
  throw new Error(`the server ended: ${output}`);
}

/** Sends a body bit by bit, so that a kill finds uploads at every stage. */
function sendSlowly(url: string, { payload, headers }: ReturnType<typeof multipart>) {
  return new Promise<{ status: number; location: string }>((resolve, reject) => {
    const sending = request(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': payload.length },
    });
    sending.on('error', reject);
    sending.on('response', (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? '' });
    });
    const pieces = randomInt(1, 20);
    const size = Math.ceil(payload.length / pieces);
    const write = async () => {
      for (let at = 0; at < payload.length; at += size) {
        sending.write(payload.subarray(at, at + size));
        await sleep(randomInt(0, 15));
      }
      sending.end();
    };
    void write();
  });
}

const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };

async function announce(address: string, name: string): Promise<Ticket> {
  const announced = await fetch(`${address}/api/v1/users/self/files`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ name, parent_folder_path: 'crash' }),
  });
  return (await announced.json()) as Ticket;
}

/** Steps 2 and 3. @returns whether the client was told that the file is there */
async function finish(ticket: Ticket, name: string, bytes: Buffer): Promise<boolean> {
  const form = multipart(ticket.upload_params, { param: 'file', name, type: 'text/plain', bytes });
  const { status, location } = await sendSlowly(ticket.upload_url, form);
  return status === 302 && (await fetch(location, { headers })).status === 200;
}

describe.runIf(inject('template').engine === 'pglite')('a server that is killed during uploads', () => {
  it(`has after ${KILLS * UPLOADS_A_KILL} interrupted uploads whole files only, and no bytes without one`, async () => {
    const sent = new Map<string, { hash: string; confirmed: boolean }>();
    for (let kill = 0; kill < KILLS; kill++) {
      const address = await start();
      const tickets = [];
      for (let n = 0; n < UPLOADS_A_KILL; n++) {
        tickets.push([`file-${kill}-${n}.bin`, await announce(address, `file-${kill}-${n}.bin`)] as const);
      }
      const uploads = tickets.map(async ([name, ticket]) => {
        const bytes = randomBytes(randomInt(1, 2_000_000));
        const hash = createHash('sha256').update(bytes).digest('hex');
        sent.set(name, { hash, confirmed: false });
        const confirmed = await finish(ticket, name, bytes).catch(() => false);
        sent.set(name, { hash, confirmed });
      });
      await sleep(randomInt(0, 350));
      const gone = once(server as ChildProcess, 'exit');
      server?.kill('SIGKILL');
      await gone;
      await Promise.all(uploads);
    }

    const { database } = await openInstallation({
      databaseUrl: undefined,
      dataDirectory: data,
      namedStatements: true,
      secret: undefined,
    });
    const storage = await DiskStorage.open(files);
    const site = {
      database,
      files: storage,
      clock: systemClock,
      log: pino({ level: 'silent' }),
    } as unknown as Site;
    await collectFiles(site, { abandoned: 0, unused: 0 });

    const rows = await database.kysely.selectFrom('attachments').selectAll().execute();
    await database.close();
    // What the collector left are files, each whole.
    for (const row of rows) {
      expect(row).toMatchObject({ file_state: 'available', workflow_state: 'processed' });
      const bytes = await readFile(
        join(files, 'objects', (row.content_key ?? '').slice(0, 2), row.content_key ?? ''),
      );
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sent.get(row.display_name)?.hash);
      expect(row.size).toBe(bytes.length);
    }
    // What a client was told is there, is there.
    const names = new Set(rows.map(({ display_name }) => display_name));
    const confirmed = [...sent].filter(([, upload]) => upload.confirmed).map(([name]) => name);
    expect(confirmed.filter((name) => !names.has(name))).toEqual([]);
    expect(confirmed.length).toBeLessThan(sent.size);
    // And no bytes beside.
    const objects = await Array.fromAsync(glob(join(files, 'objects/*/*')));
    expect(objects.map((file) => basename(file)).sort()).toEqual(
      rows.map(({ content_key }) => content_key).sort(),
    );
    expect(await Array.fromAsync(glob(join(files, 'incoming/*')))).toEqual([]);
  }, 300_000);
});
