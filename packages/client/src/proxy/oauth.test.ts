import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fakeCanvas } from '../../testing/fake-canvas.ts';
import { FakeClock } from '../../testing/fake-clock.ts';
import { FakeOAuth } from '../../testing/fake-oauth.ts';
import { ProxyBrowser } from '../../testing/proxy-browser.ts';
import { createCanvasProxy } from './create-proxy.ts';
import { memoryStore } from './memory-store.ts';
import { directoryStore } from './node/directory-store.ts';
import type { OAuthProxyOptions } from './options.ts';
import type { ProxyEvent } from './types.ts';

const ORIGIN = 'https://app.example.edu';
const KEY = 'the first key, which has more than thirty-two bytes';
const NEWER_KEY = 'the second key, which has more than thirty-two bytes';
const CLIENT_SECRET = 'client-secret-that-stays-here';

async function open(options: Partial<OAuthProxyOptions> = {}) {
  const canvas = new FakeOAuth();
  const { baseUrl, requests } = await fakeCanvas(canvas.handler);
  const events: ProxyEvent[] = [];
  const clock = new FakeClock();
  const store = memoryStore(() => clock.now());
  const proxyWith = (more: Partial<OAuthProxyOptions> = {}) =>
    createCanvasProxy({
      baseUrl,
      publicUrl: `${ORIGIN}/canvas`,
      oauth: { clientId: '10000000000001', clientSecret: CLIENT_SECRET },
      keys: [KEY],
      operations: {
        'GET /api/v1/users/{id}': {},
        'GET /api/v1/courses/{id}': { cache: 60 },
        'PUT /api/v1/courses/{id}': { params: ['course'] },
      },
      audit: (event) => events.push(event),
      clock,
      store,
      ...options,
      ...more,
    });
  const proxy = proxyWith();
  const newBrowser = (handler = proxy) => new ProxyBrowser(handler, ORIGIN);
  const signIn = async (user = 7, browser = newBrowser(), returnTo = '/page?tab=1') => {
    const begun = await browser.fetch(`/canvas/login?return_to=${encodeURIComponent(returnTo)}`);
    const granted = canvas.allow(begun.headers.get('location') ?? '', user);
    const back = await browser.fetch(`/canvas/callback?${new URLSearchParams(granted)}`);
    return { browser, begun, back };
  };
  return { canvas, requests, events, clock, store, proxy, proxyWith, newBrowser, signIn };
}

const ME = '/canvas/api/v1/users/self';

describe('signing in', () => {
  it('leads to Canvas with PKCE and a state, and back with a session', async () => {
    const { signIn, newBrowser, proxy } = await open();
    const browser = newBrowser();
    expect(await browser.session('/canvas')).toEqual({ user: null, csrf_token: null });
    expect((await browser.fetch(ME)).status).toBe(401);

    const { begun, back } = await signIn(7, browser);
    const location = new URL(begun.headers.get('location') ?? '');
    expect(location.pathname).toBe('/login/oauth2/auth');
    expect(Object.fromEntries(location.searchParams)).toEqual({
      client_id: '10000000000001',
      response_type: 'code',
      redirect_uri: `${ORIGIN}/canvas/callback`,
      state: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    expect([back.status, back.headers.get('location')]).toEqual([303, `${ORIGIN}/page?tab=1`]);
    const cookie = back.headers.getSetCookie().find((line) => line.startsWith('__Host-easel_proxy='));
    expect(cookie).toMatch(/=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure$/);
    expect(await browser.session('/canvas')).toMatchObject({ user: { id: '7', name: 'User 7' } });
    expect(await browser.json(ME)).toMatchObject({ id: 7 });
    expect((await newBrowser(proxy).fetch(ME)).status).toBe(401);
  });

  it('lets not one byte of a token, code, verifier or secret through to the browser', async () => {
    const { signIn, canvas, clock, requests } = await open();
    const { browser } = await signIn();
    await browser.session('/canvas');
    await browser.text(ME);
    await clock.sleep(3_590_000);
    await browser.text(ME);
    canvas.forgetAccess();
    await browser.text(ME);
    await browser.write('PUT', '/canvas/api/v1/courses/1', '{}', { 'content-type': 'application/json' });
    canvas.endAll();
    await browser.text(ME);
    await browser.write('POST', '/canvas/logout');

    const received = browser.received.join('\n');
    const codes = new Set(canvas.secrets.filter((secret) => secret.startsWith('code-')));
    const verifiers = requests
      .map(({ body }) => new URLSearchParams(body).get('code_verifier'))
      .filter((text) => text !== null);
    // The code comes by the browser's own address line, and is spent by then.
    const secrets = [
      ...canvas.secrets.filter((secret) => !codes.has(secret)),
      ...verifiers,
      CLIENT_SECRET,
      KEY,
    ];
    expect(secrets.length).toBeGreaterThan(8);
    expect(secrets.filter((secret) => received.includes(secret))).toEqual([]);
    expect([...codes].filter((secret) => received.includes(secret))).toEqual([]);
  });

  it.each([
    ['without having begun', undefined, true],
    ['with another state', 'x', false],
    ['without a state', '', false],
  ])('ends %s', async (_, state, inAnotherBrowser) => {
    const { newBrowser, canvas, requests, events } = await open();
    const browser = newBrowser();
    const begun = await browser.fetch('/canvas/login');
    const granted = canvas.allow(begun.headers.get('location') ?? '', 7);
    const query = new URLSearchParams({ ...granted, ...(state !== undefined && { state }) });
    const back = await (inAnotherBrowser ? newBrowser() : browser).fetch(`/canvas/callback?${query}`);
    expect(back.status).toBe(400);
    expect(back.headers.getSetCookie()).toEqual([]);
    expect(events.at(-1)).toMatchObject({ event: 'login_failed', status: 400, reason: 'login_expired' });
    expect(requests).toEqual([]);
  });

  it('ends when it took longer than ten minutes, and when the code is not good', async () => {
    const { newBrowser, canvas, clock } = await open();
    const browser = newBrowser();
    const begun = await browser.fetch('/canvas/login?return_to=/x');
    const granted = canvas.allow(begun.headers.get('location') ?? '', 7);
    const wrong = await browser.fetch(
      `/canvas/callback?${new URLSearchParams({ ...granted, code: 'wrong' })}`,
    );
    expect([wrong.status, wrong.headers.get('location')]).toEqual([303, `${ORIGIN}/x?login_error=failed`]);
    const again = await browser.fetch('/canvas/login');
    await clock.sleep(601_000);
    const late = canvas.allow(again.headers.get('location') ?? '', 7);
    expect((await browser.fetch(`/canvas/callback?${new URLSearchParams(late)}`)).status).toBe(400);
  });

  it('tells the page when it was denied', async () => {
    const { newBrowser, events } = await open();
    const browser = newBrowser();
    const begun = await browser.fetch('/canvas/login?return_to=/x%3Fa=1');
    const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state') ?? '';
    const back = await browser.fetch(`/canvas/callback?error=access_denied&state=${state}`);
    expect(back.headers.get('location')).toBe(`${ORIGIN}/x?a=1&login_error=access_denied`);
    expect(events.at(-1)).toMatchObject({ event: 'login_failed', reason: 'access_denied' });
    expect(browser.cookies.size).toBe(0);
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '\\/evil',
    '/\t/evil.example',
    '',
  ])('leads nowhere else: %j', async (returnTo) => {
    const { signIn, newBrowser } = await open();
    const { back } = await signIn(7, newBrowser(), returnTo);
    expect(new URL(back.headers.get('location') ?? '').origin).toBe(ORIGIN);
  });

  it('gives a new session each time, and ends the one before', async () => {
    const { signIn, newBrowser, proxy, canvas } = await open();
    const { browser } = await signIn(7);
    const before = new Map(browser.cookies);
    await signIn(8, browser);
    expect(await browser.json(ME)).toMatchObject({ id: 8 });
    const old = newBrowser(proxy);
    for (const [name, value] of before) old.cookies.set(name, value);
    expect((await old.fetch(ME)).status).toBe(401);
    expect(canvas.families).toHaveLength(1);
  });
});

describe('signing out', () => {
  it('needs the token of the session, then ends it here and at Canvas', async () => {
    const { signIn, canvas, newBrowser, events } = await open();
    const { browser } = await signIn();
    expect((await browser.write('POST', '/canvas/logout')).status).toBe(422);
    expect((await browser.fetch('/canvas/logout')).status).toBe(405);
    await browser.session('/canvas');
    const cookies = new Map(browser.cookies);
    expect(
      (await browser.write('POST', '/canvas/logout', undefined, { origin: 'https://evil.example' })).status,
    ).toBe(403);
    expect((await browser.write('POST', '/canvas/logout')).status).toBe(204);
    expect([browser.cookies.size, canvas.revoked, canvas.families.length]).toEqual([0, 1, 0]);
    const old = newBrowser();
    for (const [name, value] of cookies) old.cookies.set(name, value);
    expect((await old.fetch(ME)).status).toBe(401);
    expect(events.map(({ event, user, status }) => [event, user, status])).toEqual([
      ['login_begun', undefined, 303],
      ['login', '7', 303],
      ['refused', undefined, 422],
      ['refused', undefined, 405],
      ['session', '7', 200],
      ['refused', undefined, 403],
      ['logout', '7', 204],
      ['refused', undefined, 401],
    ]);
  });

  it('comes by itself after twelve hours', async () => {
    const { signIn, clock } = await open();
    const { browser } = await signIn();
    await clock.sleep(12 * 3_600_000 - 1);
    expect((await browser.fetch(ME)).status).toBe(200);
    await clock.sleep(1);
    expect((await browser.fetch(ME)).status).toBe(401);
  });
});

describe('a token that ends', () => {
  it('is renewed once for any number of requests', async () => {
    const { signIn, canvas, clock } = await open();
    const { browser } = await signIn();
    canvas.slowness = 50;
    await clock.sleep(3_600_000);
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async () => (await browser.fetch(ME)).status),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect([canvas.refreshes, canvas.families.length]).toEqual([1, 1]);
  });

  it('is renewed once when Canvas refuses it to twenty requests at a time', async () => {
    const { signIn, canvas } = await open();
    const { browser } = await signIn();
    canvas.slowness = 50;
    canvas.forgetAccess();
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async () => (await browser.fetch(ME)).status),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect([canvas.refreshes, canvas.families.length]).toEqual([1, 1]);
  });

  it('is renewed once by two processes that share a directory', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'easel-proxy-'));
    onTestFinished(() => rm(directory, { recursive: true }));
    const { signIn, canvas, proxyWith, newBrowser, clock } = await open();
    const [one, two] = [0, 1].map(() => proxyWith({ store: directoryStore(directory, () => clock.now()) }));
    const { browser } = await signIn(7, newBrowser(one));
    const elsewhere = newBrowser(two);
    for (const [name, value] of browser.cookies) elsewhere.cookies.set(name, value);
    canvas.slowness = 100;
    for (const round of [1, 2, 3]) {
      canvas.forgetAccess();
      const statuses = await Promise.all(
        [browser, elsewhere, browser, elsewhere].map(async (each) => (await each.fetch(ME)).status),
      );
      expect(statuses).toEqual([200, 200, 200, 200]);
      expect([canvas.refreshes, canvas.families.length]).toEqual([round, 1]);
    }
  });

  it('is renewed for the write that met it, which is sent again', async () => {
    const { signIn, canvas, requests } = await open();
    const { browser } = await signIn();
    await browser.session('/canvas');
    canvas.forgetAccess();
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await browser.write('PUT', '/canvas/api/v1/courses/1', 'course[name]=X', form)).status).toBe(200);
    expect(requests.filter(({ method }) => method === 'PUT').map(({ body }) => body)).toEqual([
      'course%5Bname%5D=X',
      'course%5Bname%5D=X',
    ]);
  });

  it('ends the session when it can’t be renewed, and says so as Canvas does', async () => {
    const { signIn, canvas } = await open();
    const { browser } = await signIn();
    canvas.endAll();
    const refused = await browser.fetch(ME);
    expect([refused.status, await refused.json()]).toMatchObject([401, { status: 'unauthenticated' }]);
    expect(await browser.session('/canvas')).toEqual({ user: null, csrf_token: null });
  });

  it('leaves the session alone while Canvas can’t be reached', async () => {
    let isDown = false;
    const { signIn, clock } = await open({
      fetch: (url, init) =>
        isDown && url.endsWith('/token') ? Promise.reject(new Error('down')) : fetch(url, init),
    });
    const { browser } = await signIn();
    isDown = true;
    // Half a minute is left, which is better than nothing.
    await clock.sleep(3_570_000);
    expect((await browser.fetch(ME)).status).toBe(200);
    await clock.sleep(60_000);
    expect((await browser.fetch(ME)).status).toBe(502);
    isDown = false;
    expect((await browser.fetch(ME)).status).toBe(200);
  });

  it.each([429, 403])(
    'waits while Canvas throttles with %d, and leaves the session alone',
    async (status) => {
      const { signIn, canvas, clock } = await open();
      canvas.throttledStatus = status;
      canvas.throttled = 2;
      const { browser } = await signIn();
      expect(clock.slept).toEqual([2000, 4000]);
      canvas.forgetAccess();
      canvas.throttled = 4;
      expect((await browser.fetch(ME)).status).toBe(429);
      expect((await browser.fetch(ME)).status).toBe(200);
    },
  );

  it('is not brought back to life by a renewal that ends after the sign-out', async () => {
    const { signIn, canvas } = await open();
    const { browser } = await signIn();
    await browser.session('/canvas');
    canvas.slowness = 100;
    canvas.forgetAccess();
    const asked = browser.fetch(ME);
    await sleep(30);
    expect((await browser.write('POST', '/canvas/logout')).status).toBe(204);
    await asked;
    expect(canvas.families).toEqual([]);
    expect((await browser.fetch(ME)).status).toBe(401);
  });
});

describe('what is stored', () => {
  async function openDirectory() {
    const directory = join(await mkdtemp(join(tmpdir(), 'easel-proxy-')), 'sessions');
    onTestFinished(() => rm(join(directory, '..'), { recursive: true }));
    const opened = await open();
    const proxyWith = (keys: string[]) =>
      opened.proxyWith({ keys, store: directoryStore(directory, () => opened.clock.now()) });
    const contents = async () =>
      Promise.all(
        (await readdir(directory)).map(
          async (name) => `${name} ${await readFile(join(directory, name), 'utf8')}`,
        ),
      );
    return { ...opened, directory, proxyWith, contents };
  }

  it('holds neither tokens nor what the cookie holds, and only its owner may read it', async () => {
    const { signIn, newBrowser, proxyWith, canvas, contents, directory } = await openDirectory();
    const { browser } = await signIn(7, newBrowser(proxyWith([KEY])));
    const [file = '', ...more] = await contents();
    expect(more).toEqual([]);
    const secrets = [...canvas.secrets, ...browser.cookies.values(), 'User 7', KEY];
    expect(secrets.filter((secret) => file.includes(secret))).toEqual([]);
    const [name = ''] = await readdir(directory);
    expect((await stat(directory)).mode & 0o777).toBe(0o700);
    expect((await stat(join(directory, name))).mode & 0o777).toBe(0o600);
  });

  it('outlives the process, and the change of keys', async () => {
    const { signIn, newBrowser, proxyWith, contents } = await openDirectory();
    const { browser } = await signIn(7, newBrowser(proxyWith([KEY])));
    const through = (keys: string[]) => {
      const other = newBrowser(proxyWith(keys));
      for (const [name, value] of browser.cookies) other.cookies.set(name, value);
      return other;
    };
    const before = await contents();
    expect((await through([KEY]).fetch(ME)).status).toBe(200);
    expect(await contents()).toEqual(before);
    expect((await through([NEWER_KEY]).fetch(ME)).status).toBe(401);
    const rotating = through([NEWER_KEY, KEY]);
    // A page that was open before the change has a token that the old key signed.
    const { csrf_token } = await browser.session('/canvas');
    rotating.csrfToken = csrf_token ?? '';
    expect(
      (await rotating.write('PUT', '/canvas/api/v1/courses/1', '{}', { 'content-type': 'application/json' }))
        .status,
    ).toBe(200);
    expect(await contents()).not.toEqual(before);
    expect((await through([NEWER_KEY]).fetch(ME)).status).toBe(200);
    expect((await through([KEY]).fetch(ME)).status).toBe(401);
  });

  it('is nobody’s when it was changed, or put in the place of another', async () => {
    const { signIn, newBrowser, proxyWith, directory } = await openDirectory();
    const proxy = proxyWith([KEY]);
    const { browser: ada } = await signIn(7, newBrowser(proxy));
    const [adas = ''] = await readdir(directory);
    const { browser: bob } = await signIn(8, newBrowser(proxy));
    const bobs = (await readdir(directory)).find((name) => name !== adas) ?? '';
    await writeFile(join(directory, adas), await readFile(join(directory, bobs)));
    expect((await ada.fetch(ME)).status).toBe(401);
    expect((await bob.fetch(ME)).status).toBe(200);
    await writeFile(join(directory, bobs), 'no JSON');
    expect((await bob.fetch(ME)).status).toBe(401);
  });

  it('is gone after the sign-out', async () => {
    const { signIn, newBrowser, proxyWith, directory } = await openDirectory();
    const { browser } = await signIn(7, newBrowser(proxyWith([KEY])));
    await browser.session('/canvas');
    expect(await readdir(directory)).toHaveLength(1);
    await browser.write('POST', '/canvas/logout');
    expect(await readdir(directory)).toEqual([]);
  });

  it('is swept away when it is over', async () => {
    const { signIn, newBrowser, proxyWith, directory, clock } = await openDirectory();
    await signIn(7, newBrowser(proxyWith([KEY])));
    await clock.sleep(13 * 3_600_000);
    await signIn(8, newBrowser(proxyWith([KEY])));
    expect(await readdir(directory)).toHaveLength(1);
  });

  it('is free again after a process died with its lock', async () => {
    const { signIn, newBrowser, proxyWith, directory, canvas } = await openDirectory();
    const { browser } = await signIn(7, newBrowser(proxyWith([KEY])));
    const [name = ''] = await readdir(directory);
    const lock = join(directory, name.replace('.json', '.lock'));
    await writeFile(lock, 'the dead');
    await utimes(lock, new Date(), new Date(Date.now() - 61_000));
    canvas.forgetAccess();
    expect((await browser.fetch(ME)).status).toBe(200);
    expect(await readdir(directory)).toEqual([name]);
  });

  it('of answers is gone when the user has left', async () => {
    const { signIn, requests } = await open();
    const { browser } = await signIn();
    await browser.session('/canvas');
    const asked = () => requests.filter(({ url }) => url.startsWith('/api/v1/courses')).length;
    await browser.text('/canvas/api/v1/courses/1');
    await browser.text('/canvas/api/v1/courses/1');
    expect(asked()).toBe(1);
    await browser.write('POST', '/canvas/logout');
    expect((await browser.fetch('/canvas/api/v1/courses/1')).status).toBe(401);
    await signIn(7, browser);
    await browser.text('/canvas/api/v1/courses/1');
    expect(asked()).toBe(2);
  });
});

describe('the application', () => {
  it('may have a further say on who does what', async () => {
    const { signIn } = await open({
      authorize: (_, { user, path }) => user?.id === '7' && path['id'] === 'self',
    });
    const { browser: ada } = await signIn(7);
    expect((await ada.fetch(ME)).status).toBe(200);
    expect((await ada.fetch('/canvas/api/v1/users/8')).status).toBe(403);
    const { browser: bob } = await signIn(8);
    expect((await bob.fetch(ME)).status).toBe(403);
  });
});
