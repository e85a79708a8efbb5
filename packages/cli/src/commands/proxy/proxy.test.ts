/** `easel proxy` as a process, against the real Easel; the worked example in Chromium. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  ADMIN_LOGIN,
  ADMIN_PASSWORD,
  ADMIN_TOKEN,
  makeApplication,
  type RealEasel,
  startEasel,
} from '../../../../client/testing/real-easel.ts';
import { recordingRelay } from '../../../../client/testing/recording-relay.ts';
import { type Machine, newMachine } from '../../../testing/easel.ts';
import { EXAMPLE } from './example.ts';

vi.setConfig({ testTimeout: 60_000 });

const EXAMPLE_FOLDER = new URL('../../../../../examples/proxy', import.meta.url).pathname;
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** A secret as Easel makes them. */
const RANDOM = /(?<![\w-])[A-Za-z0-9]{64}(?![\w-])/;

let easel: RealEasel;
beforeAll(async () => {
  easel = await startEasel();
}, 120_000);
afterAll(() => easel.stop());

const signedIn = () => ({ CANVAS_URL: easel.url, CANVAS_TOKEN: ADMIN_TOKEN });

interface Started {
  readonly url: string;
  readonly child: ChildProcessWithoutNullStreams;
  printed(): string;
  /** Ends it as a supervisor does, and gives its code. */
  end(): Promise<number | null>;
}

async function start(
  machine: Machine,
  args: string[],
  env: Record<string, string> = signedIn(),
): Promise<Started> {
  const child = machine.start(['proxy', '--port', '0', ...args], { env });
  const closed = once(child, 'close') as Promise<[number | null]>;
  onTestFinished(() => void child.kill('SIGKILL'));
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      printed += chunk;
    });
  }
  const url = () => /ready at (http\S+),/.exec(printed)?.[1];
  await Promise.race([expect.poll(url, { timeout: 30_000 }).toBeDefined(), closed]);
  return {
    url: url() ?? `it ended: ${printed}`,
    child,
    printed: () => printed,
    async end() {
      child.kill('SIGTERM');
      return (await closed)[0];
    },
  };
}

/** A machine with the worked example on it. */
async function withExample(): Promise<Machine> {
  const machine = await newMachine();
  await cp(EXAMPLE_FOLDER, machine.folder, { recursive: true });
  return machine;
}

/** A request as no `fetch` would send it. */
function raw(
  url: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: string; headers: IncomingMessage['headers'] }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    get({ hostname, port, path, headers }, async (response) =>
      resolve({ status: response.statusCode ?? 0, body: await text(response), headers: response.headers }),
    ).on('error', reject);
  });
}

describe('easel proxy init', () => {
  it('writes the worked example, once', async () => {
    const machine = await newMachine();
    expect((await machine.easel(['proxy', 'init', 'page'])).stdout).toBe(
      'written: page/proxy.json\nwritten: page/public/index.html\nwritten: page/public/courses.js\n',
    );
    for (const [name, content] of Object.entries(EXAMPLE)) {
      expect(await readFile(`${EXAMPLE_FOLDER}/${name}`, 'utf8'), name).toBe(content);
    }
    const again = await machine.easel(['proxy', 'init', 'page']);
    expect([again.code, again.stderr]).toEqual([
      1,
      expect.stringContaining('page/proxy.json is there already'),
    ]);
  });
});

describe('easel proxy', () => {
  it('passes on what is listed with the profile’s token, serves the page, logs, and ends well', async () => {
    const machine = await withExample();
    await machine.easel(['login', easel.url, '--profile', 'demo', '--test'], { input: ADMIN_TOKEN });
    const proxy = await start(machine, [], {});
    const page = await raw(proxy.url, '/');
    expect([page.status, page.headers['content-type'], page.body]).toEqual([
      200,
      'text/html; charset=utf-8',
      EXAMPLE['public/index.html'],
    ]);
    const me = await fetch(`${proxy.url}/canvas/api/v1/users/self`);
    expect(await me.json()).toMatchObject({ id: 1, name: 'Ada Admin' });
    expect((await fetch(`${proxy.url}/canvas/api/v1/users/2`)).status).toBe(403);
    expect((await fetch(`${proxy.url}/canvas/api/v1/accounts?access_token=hidden`)).status).toBe(403);
    expect(await proxy.end()).toBe(0);
    const lines = proxy
      .printed()
      .split('\n')
      .map((line) => line.replace(/^\S+Z /, '').replace(/ \d+ms/, ''));
    expect(lines).toEqual(
      expect.arrayContaining([
        `easel: ready at ${proxy.url}, in front of ${easel.url}`,
        '200 GET /',
        '200 GET /api/v1/users/{id} id=self user=demo',
        '403 GET /api/v1/users/{id} refused=id_not_allowed',
        '403 GET (refused) refused=operation_not_allowed',
      ]),
    );
    expect(proxy.printed()).not.toMatch(new RegExp(`${ADMIN_TOKEN}|hidden`));
  });

  it('serves the folder and nothing beside it', async () => {
    const machine = await withExample();
    await writeFile(machine.path('secret.txt'), 'secret');
    await writeFile(machine.path('public/.env'), 'secret');
    await symlink(machine.path('secret.txt'), machine.path('public/link.txt'));
    await mkdir(machine.path('public/empty'));
    await writeFile(machine.path('public/ä b.txt'), 'fine');
    // Whoever puts the configuration there must not publish it.
    await cp(machine.path('proxy.json'), machine.path('public/proxy.json'));
    const config = JSON.parse(await readFile(machine.path('proxy.json'), 'utf8'));
    await writeFile(machine.path('public/proxy.json'), JSON.stringify({ ...config, static: '.' }));
    const proxy = await start(machine, ['--config', 'public/proxy.json', '--json']);
    for (const path of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/%5c..%5csecret.txt',
      '/.env',
      '/%2eenv',
      '/link.txt',
      '/empty',
      '/proxy.json',
      '/x%00.txt',
      '/%zz',
      '//etc/passwd',
    ]) {
      const { status, body } = await raw(proxy.url, path);
      expect([path, status, body]).toEqual([path, 404, 'There is no such file.\n']);
    }
    expect((await raw(proxy.url, '/%C3%A4%20b.txt?v=1')).body).toBe('fine');
    expect((await fetch(`${proxy.url}/courses.js`, { method: 'HEAD' })).headers.get('content-type')).toMatch(
      /javascript/,
    );
    expect((await fetch(`${proxy.url}/courses.js`, { method: 'POST' })).status).toBe(405);
    await proxy.end();
    const logged = proxy
      .printed()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line));
    expect(logged).toContainEqual({
      at: expect.any(String),
      event: 'file',
      method: 'GET',
      file: '/.env',
      status: 404,
      ms: expect.any(Number),
    });
  });

  it('answers to its own name only', async () => {
    const machine = await withExample();
    const proxy = await start(machine, []);
    const { port } = new URL(proxy.url);
    const path = '/canvas/api/v1/users/self';
    expect((await raw(proxy.url, path, { host: `evil.example:${port}` })).status).toBe(421);
    const alias = await raw(proxy.url, path, { host: `localhost:${port}` });
    expect([alias.status, alias.headers.location]).toEqual([307, proxy.url + path]);
    expect((await raw(proxy.url, path)).status).toBe(200);
    const foreign = await fetch(proxy.url + path, { headers: { origin: 'https://evil.example' } });
    expect(foreign.status).toBe(403);
    const escaped = await raw(proxy.url, '/canvas/../canvas/api/v1/users/self');
    expect(escaped.status).toBe(400);
  });

  it('finishes what is under way when it is told to end', async () => {
    const slow = createHttpServer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('["first"');
      setTimeout(() => response.end(',"last"]'), 1500);
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void slow.close());
    await once(slow, 'listening');
    const machine = await withExample();
    const at = `http://127.0.0.1:${(slow.address() as AddressInfo).port}`;
    const proxy = await start(machine, [], { CANVAS_URL: at, CANVAS_TOKEN: ADMIN_TOKEN });
    const asked = await fetch(`${proxy.url}/canvas/api/v1/courses`);
    const ended = proxy.end();
    await sleep(100);
    await expect(fetch(`${proxy.url}/canvas/api/v1/courses`)).rejects.toThrow();
    expect(await asked.json()).toEqual(['first', 'last']);
    expect(await ended).toBe(0);
  });

  it.each([
    ['nothing to read', undefined, [], /There is no proxy.json, proxy.yml, proxy.yaml here/],
    ['no JSON', '{', [], /proxy.json can't be read/],
    ['a key that is misspelt', '{"operation":{}}', [], /did you mean operations\?/],
    ['an empty list', '{"operations":{}}', [], /allow list is empty/],
    [
      'an operation that is not there',
      '{"operations":{"GET /api/v1/course":{}}}',
      [],
      /There is no operation GET \/api\/v1\/course/,
    ],
    [
      'a rule that is misspelt',
      '{"operations":{"GET /api/v1/courses":{"param":[]}}}',
      [],
      /did you mean params\?/,
    ],
    [
      'another Canvas than the token’s',
      '{"canvas":"https://c.example","operations":{}}',
      [],
      /for https:\/\/c.example, and you are signed in at/,
    ],
    [
      'a secret in the file',
      '{"oauth":{"clientId":"1","clientSecret":"x"}}',
      [],
      /EASEL_PROXY_CLIENT_SECRET/,
    ],
    [
      'sessions without keys',
      '{"canvas":"https://c.example","oauth":{"clientId":"1"},"sessions":{"directory":"s"},"operations":{"GET /api/v1/courses":{}}}',
      [],
      /EASEL_PROXY_KEYS/,
    ],
    [
      'the whole network',
      '{"operations":{"GET /api/v1/courses":{}}}',
      ['--host', '0.0.0.0'],
      /act by your token/,
    ],
    ['no port', '{"operations":{"GET /api/v1/courses":{}}}', ['--port', 'x'], /--port takes/],
    [
      'plain http for others',
      '{"publicUrl":"http://app.example","operations":{"GET /api/v1/courses":{}}}',
      [],
      /https/,
    ],
  ])('says what is wrong with %s', async (_, config, args, message) => {
    const machine = await newMachine();
    if (config !== undefined) await writeFile(machine.path('proxy.json'), config);
    const { code, stderr, stdout } = await machine.easel(['proxy', '--port', '0', ...args], {
      env: signedIn(),
    });
    expect([code === 0, stdout]).toEqual([false, '']);
    expect(stderr).toMatch(message);
  });
});

/** A page in Chromium, behind a wire that keeps every byte that the proxy sends it. */
async function open(
  proxyPort: () => number,
  launched = chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] }),
) {
  const relay = recordingRelay(proxyPort);
  relay.server.listen(0, '127.0.0.1');
  await once(relay.server, 'listening');
  const browser = await launched;
  onTestFinished(async () => {
    await browser.close();
    relay.server.close();
  });
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  return {
    page,
    complaints,
    url: `http://127.0.0.1:${(relay.server.address() as AddressInfo).port}`,
    bytes: () => relay.bytes().toString('latin1'),
  };
}

describe.skipIf(!existsSync(CHROMIUM))('the worked example in Chromium', () => {
  const listed = (page: Awaited<ReturnType<typeof open>>['page']) =>
    page.locator('#courses li').allTextContents();

  it('lists the courses of whoever owns the profile’s token, which is nowhere in it', async () => {
    let port = 0;
    const { page, complaints, url, bytes } = await open(() => port);
    const machine = await withExample();
    const [course] = (await easel.api('GET', 'accounts/self/courses?search_term=Library')) as {
      id: number;
    }[];
    await easel.api('POST', `courses/${course?.id}/enrollments`, {
      enrollment: { user_id: 'self', type: 'TeacherEnrollment', enrollment_state: 'active' },
    });
    const config = JSON.parse(await readFile(machine.path('proxy.json'), 'utf8'));
    await writeFile(machine.path('proxy.json'), JSON.stringify({ ...config, publicUrl: url }));
    const proxy = await start(machine, []);
    port = portOf(proxy);
    await page.goto(url);
    await page.getByText('1 courses').waitFor();
    expect(await listed(page)).toEqual(['Library Orientation Default Term']);
    expect(complaints).toEqual([]);
    const kept = await page.evaluate(
      '({ cookie: document.cookie, html: document.documentElement.outerHTML, local: JSON.stringify(localStorage) })',
    );
    expect(JSON.stringify(kept)).not.toContain(ADMIN_TOKEN);
    expect(bytes()).toContain('Library Orientation');
    expect(bytes()).not.toContain(ADMIN_TOKEN);
  });

  it('lets people sign in with Canvas, lists theirs, and signs them out', async () => {
    let port = 0;
    const { page, complaints, url, bytes } = await open(() => port);
    const machine = await withExample();
    const application = await makeApplication(easel, `${url}/canvas/callback`);
    const yaml = (await readFile(machine.path('proxy-oauth.yml'), 'utf8'))
      .replace('https://canvas.example.edu', easel.url)
      .replace('10000000000001', application.clientId);
    await writeFile(machine.path('proxy-oauth.yml'), `${yaml}\npublicUrl: ${url}\n`);
    const proxy = await start(machine, ['-c', 'proxy-oauth.yml'], {
      EASEL_PROXY_CLIENT_SECRET: application.clientSecret,
      EASEL_PROXY_KEYS: 'a key of the test with more than thirty-two bytes',
    });
    port = portOf(proxy);

    await page.goto(url);
    await page.getByText('You are not signed in.').waitFor();
    await page.getByRole('link', { name: 'Sign in with Canvas' }).click();
    await page.getByLabel('Login').fill(ADMIN_LOGIN);
    await page.getByLabel('Password').fill(ADMIN_PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Allow', exact: true }).click();
    await page.getByText(/\d+ courses/).waitFor();
    expect(page.url()).toBe(`${url}/`);
    expect(await listed(page)).toContain('Library Orientation Default Term');

    const cookies = (await page.context().cookies()).filter(({ name }) => name === 'easel_proxy');
    expect(cookies).toMatchObject([{ httpOnly: true, sameSite: 'Lax' }]);
    expect(await page.evaluate('document.cookie')).not.toContain('easel_proxy');
    expect(bytes()).not.toContain(application.clientSecret);
    // What Easel granted nobody knows here; but its tokens are 64 letters and digits, and nothing else here is.
    expect(application.clientSecret).toMatch(RANDOM);
    expect(bytes()).not.toMatch(RANDOM);
    expect(await readdir(machine.path('.sessions'))).toHaveLength(1);

    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('You are not signed in.').waitFor();
    expect(await readdir(machine.path('.sessions'))).toEqual([]);
    expect(await proxy.end()).toBe(0);
    expect(proxy.printed()).toMatch(/303 GET \(login\) user=1 /);
    expect(proxy.printed()).toMatch(/204 POST \(logout\) user=1 /);
    expect(complaints.filter((text) => !text.includes('401'))).toEqual([]);
  });
});

/** Where it listens, which isn't its public address. */
const portOf = (proxy: Started) => Number(/listening at http:\S+:(\d+)$/m.exec(proxy.printed())?.[1]);
