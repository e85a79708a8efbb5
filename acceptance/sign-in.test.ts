/** Signing in, consent, the token page and revoking in Chromium: by mouse, by keyboard alone, and by axe. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeHome, startEasel, TOKEN } from './easel-process.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const CLI = join(import.meta.dirname, '../packages/cli/src/main.ts');
const LOGIN = 'admin@easel.example';
const PASSWORD = 'acceptance password';
const NAME = 'Ada Admin';

const home = await makeHome();
const easel = await startEasel(home, ['--seed', 'empty'], { EASEL_ADMIN_PASSWORD: PASSWORD });
const { url } = easel;

/** The application's own server, which only shows what it is sent. */
const application: Server = createServer((request, response) => {
  response.setHeader('content-type', 'text/html');
  response.end(
    `<!doctype html><title>App</title><h1>Back at the application</h1><p>${request.url?.length}</p>`,
  );
});
application.listen(0, '127.0.0.1');
await once(application, 'listening');
const redirectUri = `http://127.0.0.1:${(application.address() as AddressInfo).port}/callback`;

let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];
let clientId: string;
let clientSecret: string;

const SCOPES = ['url:GET|/api/v1/courses', 'url:PUT|/api/v1/courses/:id'];

async function api(path: string, body?: object, token = TOKEN) {
  const response = await fetch(`${url}/api/v1/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${token}`, 'user-agent': 'test', 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const { body: key } = (await api('accounts/1/developer_keys', {
    developer_key: {
      name: 'Course Helper',
      redirect_uris: [redirectUri],
      require_scopes: true,
      scopes: SCOPES,
    },
  })) as { body: { id: number; api_key: string } };
  clientId = String(key.id);
  clientSecret = key.api_key;
  await api(`accounts/1/developer_keys/${key.id}/developer_key_account_bindings`, { workflow_state: 'on' });
});
afterAll(async () => {
  await browser?.close();
  application.close();
  await easel.kill();
  await home.remove();
});
beforeEach(() => openPage());
afterEach(() => context.close());

async function openPage(options: { bypassCSP?: boolean; colorScheme?: 'light' | 'dark' } = {}) {
  context = await browser.newContext(options);
  page = await context.newPage();
  complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
}

async function signIn() {
  await page.getByLabel('Login').fill(LOGIN);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

const authAddress = () =>
  `${url}/login/oauth2/auth?${new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: SCOPES.join(' '),
    state: 'abc',
  })}`;

async function violations(): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  const { violations: found } = (await page.evaluate('axe.run()')) as {
    violations: { id: string; impact: string; nodes: { html: string }[] }[];
  };
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

const newToken = () => page.locator('#new-token').textContent() as Promise<string>;

describe('in a browser', () => {
  it('signs in, and out', async () => {
    await page.goto(`${url}/profile/settings`);
    await page.getByLabel('Login').fill(LOGIN);
    await page.getByLabel('Password').fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('Please verify your login');
    await signIn();
    await page.getByText(`You are ${NAME}.`).waitFor();
    expect(page.url()).toBe(`${url}/profile/settings`);
    const cookies = await context.cookies();
    expect(cookies.find(({ name }) => name === 'easel_session')).toMatchObject({
      httpOnly: true,
      sameSite: 'Lax',
    });
    expect(await page.evaluate('document.cookie')).not.toContain('easel_session');
    await page.getByRole('link', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    // The one complaint is the browser's about the answer to the wrong password.
    expect(complaints.filter((text) => !text.includes('400'))).toEqual([]);
  });

  it('makes a narrow token, shows it once, and revokes it', async () => {
    await page.goto(`${url}/profile/settings`);
    await signIn();
    await page.getByLabel('Purpose').fill('Nightly report');
    await page.getByLabel('May only read').check();
    await page.getByLabel('Only these operations').fill('GET /api/v1/courses');
    await page.getByRole('button', { name: 'Make token' }).click();
    const token = await newToken();
    expect((await api('courses', undefined, token)).status).toBe(200);
    expect((await api('users/self', undefined, token)).status).toBe(401);
    await page.goto(`${url}/profile/settings`);
    expect(await page.content()).not.toContain(token);
    const row = page.getByRole('row', { name: /Nightly report/ });
    const reloaded = async () => {
      await page.reload();
      return await row.textContent();
    };
    await expect.poll(reloaded).toContain('from 127.0.0.1');
    await row.getByRole('button', { name: 'Revoke' }).click();
    await row.waitFor({ state: 'detached' });
    expect((await api('courses', undefined, token)).status).toBe(401);
    expect(complaints).toEqual([]);
  });

  it('lets an application act after consent, through sign-in and back to it', async () => {
    await page.goto(authAddress());
    await signIn();
    await page.getByRole('heading', { name: 'Allow Course Helper?' }).waitFor();
    const text = await page.locator('main').textContent();
    expect(text).toContain('List your courses');
    expect(text).toContain('Update course');
    await page.getByRole('button', { name: 'Allow', exact: true }).click();
    // The page's policy lets its form lead to the application.
    await page.getByRole('heading', { name: 'Back at the application' }).waitFor();
    const { searchParams } = new URL(page.url());
    expect(searchParams.get('state')).toBe('abc');
    const response = await fetch(`${url}/login/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uri: redirectUri,
        code: searchParams.get('code') as string,
      }),
    });
    const { access_token } = (await response.json()) as { access_token: string };
    expect((await api('courses', undefined, access_token)).status).toBe(200);
    await page.goto(`${url}/profile/settings`);
    await page.getByRole('button', { name: 'Revoke Course Helper' }).click();
    await page.getByText('There are none.').waitFor();
    expect((await api('courses', undefined, access_token)).status).toBe(401);

    await page.goto(authAddress());
    await page.getByRole('button', { name: 'Don’t allow' }).click();
    await page.getByRole('heading', { name: 'Back at the application' }).waitFor();
    expect(new URL(page.url()).searchParams.get('error')).toBe('access_denied');
    expect(complaints.filter((complaint) => !complaint.includes('favicon'))).toEqual([]);
  });

  it('signs the command line in, and back to it', async () => {
    const machine = await mkdtemp(join(tmpdir(), 'easel-acceptance-cli-'));
    const child = spawn(process.execPath, [CLI, 'login', url, '--oauth', '--no-browser'], {
      env: { PATH: process.env['PATH'], HOME: machine, EASEL_TOKEN_STORE: 'file' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = text(child.stdout);
    // Not `for await`: leaving its loop would close the pipe under what the command says next.
    const address = await new Promise<string>((resolve) => {
      let remarks = '';
      child.stderr.setEncoding('utf8').on('data', (chunk) => {
        remarks += chunk;
        const [, found] = /^ {2}(http\S+)$/m.exec(remarks) ?? [];
        if (found) resolve(found);
      });
    });
    await page.goto(address);
    await signIn();
    await page.getByRole('heading', { name: 'Allow Easel command line?' }).waitFor();
    await page.getByRole('button', { name: 'Allow', exact: true }).click();
    await page.getByRole('heading', { name: 'You are signed in' }).waitFor();
    expect(await said).toBe(`${url}: signed in as ${NAME} (profile default)\n`);
    expect(complaints.filter((complaint) => !complaint.includes('favicon'))).toEqual([]);
    await rm(machine, { recursive: true, force: true });
  });

  it('does all that by the keyboard alone', async () => {
    const tabTo = async (wanted: string) => {
      for (let presses = 0; presses < 60; presses++) {
        await page.keyboard.press('Tab');
        const focused = (await page.evaluate(
          "[document.activeElement.id, document.activeElement.textContent.trim()].join(' ').trim()",
        )) as string;
        if (focused === wanted) return;
      }
      throw new Error(`${wanted} can't be reached by Tab`);
    };
    await page.goto(authAddress());
    // The login has the focus already.
    await page.keyboard.type(LOGIN);
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Allow Course Helper?' }).waitFor();
    await tabTo('Allow');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Back at the application' }).waitFor();

    await page.goto(`${url}/profile/settings`);
    await tabTo('purpose');
    await page.keyboard.type('By keyboard');
    await tabTo('read_only');
    await page.keyboard.press('Space');
    await tabTo('Make token');
    await page.keyboard.press('Enter');
    const token = await newToken();
    expect((await api('users/self', undefined, token)).status).toBe(200);
    await page.goto(`${url}/profile/settings`);
    await tabTo('Revoke By keyboard');
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: /By keyboard/ }).waitFor({ state: 'detached' });
    expect((await api('users/self', undefined, token)).status).toBe(401);
  });

  it.each(['light', 'dark'] as const)('has no serious violation in axe, %s', async (colorScheme) => {
    await context.close();
    await openPage({ bypassCSP: true, colorScheme });
    await page.goto(authAddress());
    expect(await violations(), 'sign-in').toEqual([]);
    await page.getByLabel('Login').fill(LOGIN);
    await page.getByLabel('Password').fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').waitFor();
    expect(await violations(), 'a refusal').toEqual([]);
    await signIn();
    await page.getByRole('heading', { name: 'Allow Course Helper?' }).waitFor();
    expect(await violations(), 'consent').toEqual([]);
    await page.goto(`${url}/profile/settings`);
    await page.getByLabel('Purpose').fill('For axe');
    await page.getByLabel('Only these operations').fill('GET /api/v1/courses');
    await page.getByRole('button', { name: 'Make token' }).click();
    await newToken();
    expect(await violations(), 'settings').toEqual([]);
    await page.goto(`${url}/logout`);
    expect(await violations(), 'sign-out').toEqual([]);
    await page.goto(`${url}/login/oauth2/auth?code=x`);
    expect(await violations(), 'out of band').toEqual([]);
  });
});
