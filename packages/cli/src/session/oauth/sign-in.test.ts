/** The command against a real Easel, with a browser that reads its pages. */
import { once } from 'node:events';
import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { answerJson, answerThrottled, fakeCanvas } from '../../../../client/testing/fake-canvas.ts';
import { type Machine, newMachine } from '../../../testing/easel.ts';
import { FakeBrowser } from '../../../testing/fake-browser.ts';
import { easelHere } from '../../../testing/in-process.ts';
import { atTerminal } from '../../../testing/pseudo-terminal.ts';
import { startRealEasel } from '../../../testing/real-easel.ts';
import { Running } from '../../../testing/running.ts';
import type { OAuthGrant } from '../credential.ts';

const easel = await startRealEasel();
const { url } = easel;
const ADDRESS = /^ {2}(http\S+)$/m;
const OOB = 'urn:ietf:wg:oauth:2.0:oob';

interface Key {
  readonly id: number;
  readonly api_key: string;
}

async function makeKey(settings: object): Promise<Key> {
  const key = await easel.api<Key>('POST', 'accounts/1/developer_keys', { developer_key: settings });
  const bindings = `accounts/1/developer_keys/${key.id}/developer_key_account_bindings`;
  await easel.api('POST', bindings, { workflow_state: 'on' });
  return key;
}

const kept = async (machine: Machine): Promise<OAuthGrant[]> => {
  const text = await readFile(join(machine.configFolder, 'tokens.json'), 'utf8');
  return Object.values(JSON.parse(text) as Record<string, string>).map((each) => JSON.parse(each));
};

async function grantOf(machine: Machine): Promise<OAuthGrant> {
  const [grant] = await kept(machine);
  if (!grant) throw new Error('nothing is kept');
  return grant;
}

async function change(machine: Machine, changes: Partial<OAuthGrant>): Promise<void> {
  const path = join(machine.configFolder, 'tokens.json');
  const tokens = JSON.parse(await readFile(path, 'utf8')) as Record<string, string>;
  const changed = Object.entries(tokens).map(([key, text]) => [
    key,
    JSON.stringify({ ...JSON.parse(text), ...changes }),
  ]);
  await writeFile(path, JSON.stringify(Object.fromEntries(changed)));
}

const begin = (machine: Machine, more: readonly string[] = [], options = {}) =>
  new Running(machine, ['login', url, '--oauth', '--no-browser', ...more], options);

async function consent(running: Running, browser = new FakeBrowser()) {
  const page = await browser.consentPage(await running.says(ADDRESS), easel.login, easel.password);
  expect(page.text).toContain('asks to act for you');
  return { page, browser };
}

/** The whole way; what the browser showed in the end. */
async function signIn(machine: Machine, more: readonly string[] = [], options = {}) {
  const running = begin(machine, more, options);
  const { page, browser } = await consent(running);
  const last = await browser.submit(page, '/login/oauth2/accept');
  return { ran: await running.ended, last, browser };
}

async function isTaken(token: string): Promise<boolean> {
  const headers = { authorization: `Bearer ${token}`, 'user-agent': 'test' };
  return (await fetch(`${url}/api/v1/users/self`, { headers })).ok;
}

/** Nothing that was ever kept was ever printed. */
function expectSecret(machine: Machine, grants: readonly OAuthGrant[]): void {
  for (const { accessToken, refreshToken, clientSecret } of grants) {
    for (const secret of [accessToken, refreshToken, clientSecret]) {
      if (secret) expect(machine.printed).not.toContain(secret);
    }
  }
}

describe('easel login --oauth', () => {
  it('signs in at an Easel with nothing but its address, and keeps what it gets for the owner only', async () => {
    const machine = await newMachine();
    const { ran, last, browser } = await signIn(machine, ['-p', 'easel', '--test']);
    expect(ran).toMatchObject({
      code: 0,
      stdout: `${url}: signed in as Ada Admin (profile easel, a test)\n`,
    });
    expect(last).toMatchObject({ status: 200, text: expect.stringContaining('You are signed in') });
    expect(new URL(browser.visited.at(-1) ?? '')).toMatchObject({
      hostname: '127.0.0.1',
      pathname: '/callback',
    });

    const grant = await grantOf(machine);
    expect(grant).toMatchObject({
      kind: 'oauth',
      accessToken: expect.stringMatching(/^\w{64}$/),
      refreshToken: expect.stringMatching(/^\w{64}$/),
      clientId: expect.stringMatching(/^1\d{13}$/),
      tokenEndpoint: `${url}/login/oauth2/token`,
    });
    expect(grant.expiresAt).toBeGreaterThan(Date.now() + 3_500_000);
    expect((await stat(join(machine.configFolder, 'tokens.json'))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(machine.configFolder, 'profiles.json'), 'utf8')).not.toContain(
      grant.accessToken,
    );

    const whoami = await machine.easel(['whoami']);
    expect(whoami.stdout).toMatch(/who +Ada Admin/);
    expect(whoami.stdout).toMatch(
      new RegExp(
        `token +by OAuth2, client ${grant.clientId}; until [\\d-]+ [\\d:]+ UTC, and renewed by itself`,
      ),
    );
    expect(JSON.parse((await machine.easel(['whoami', '--json'])).stdout)).toMatchObject({
      token_kind: 'oauth',
      token_renews: true,
      client_id: grant.clientId,
      token_until: expect.stringMatching(/Z$/),
    });
    const doctor = await machine.easel(['doctor']);
    expect(doctor.code).toBe(0);
    expect(doctor.stdout).toContain('✓ token life   by OAuth2, client');

    const logout = await machine.easel(['logout']);
    expect(logout.stdout).toBe(`Forgot easel (${url}); its token is ended\n`);
    expect(await isTaken(grant.accessToken)).toBe(false);
    expect(await readFile(join(machine.configFolder, 'tokens.json'), 'utf8')).toBe('{}\n');
    expectSecret(machine, [grant]);
    expect(last.text + browser.visited.join()).not.toContain(grant.accessToken);
  });

  it('opens the browser, and is offered at a terminal where the server allows it', async () => {
    const machine = await newMachine();
    const script = machine.path('browser.mts');
    const fake = new URL('../../../testing/fake-browser.ts', import.meta.url).pathname;
    await writeFile(
      script,
      `import { FakeBrowser } from '${fake}';
const browser = new FakeBrowser();
const page = await browser.consentPage(process.argv[2] ?? '', '${easel.login}', '${easel.password}');
await browser.submit(page, '/login/oauth2/accept');
`,
    );
    const program = machine.path('browser');
    await writeFile(program, `#!/bin/sh\nexec '${process.execPath}' '${script}' "$1"\n`);
    await chmod(program, 0o755);
    const env = { BROWSER: program };
    const seen = await atTerminal(machine, ['login', url], {
      env,
      question: 'Enter alone signs in with your browser',
      answer: '\r',
    });
    expect(seen.stdout).toContain('your browser opens to sign you in');
    expect(seen.stdout).toContain('signed in as Ada Admin');
    expect(seen.code).toBe(0);
    // Over again: what the first sign-in had given ends.
    const first = await grantOf(machine);
    expect((await machine.easel(['login', url, '--oauth'], { env })).code).toBe(0);
    const second = await grantOf(machine);
    expect([await isTaken(first.accessToken), await isTaken(second.accessToken)]).toEqual([false, true]);
    expectSecret(machine, [first, second]);
  });

  it('signs in with a confidential key, its fixed redirect URI, its scopes and its secret', async () => {
    const port = await freePort();
    const redirectUri = `http://localhost:${port}/easel/callback`;
    const scopes = ['url:GET|/api/v1/courses', 'url:GET|/api/v1/users/:id'];
    const key = await makeKey({ name: 'School', redirect_uris: [redirectUri], require_scopes: true, scopes });
    const options = ['--client-id', String(key.id), '--redirect-uri', redirectUri];
    const scopeOptions = scopes.flatMap((scope) => ['--scope', scope]);

    const machine = await newMachine();
    const { ran } = await signIn(machine, [...options, ...scopeOptions, '--client-secret'], {
      input: `${key.api_key}\n`,
    });
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining('signed in as Ada Admin') });
    const grant = await grantOf(machine);
    expect(grant).toMatchObject({ clientId: String(key.id), clientSecret: key.api_key });
    expect((await machine.easel(['api', 'courses'])).code).toBe(0);
    expect((await machine.easel(['api', 'accounts'])).code).toBe(4);

    const byEnvironment = { env: { EASEL_CLIENT_SECRET: key.api_key } };
    expect((await signIn(machine, [...options, ...scopeOptions], byEnvironment)).ran.code).toBe(0);

    const unscoped = await begin(machine, options, byEnvironment);
    const refused = await new FakeBrowser().consentPage(
      await unscoped.says(ADDRESS),
      easel.login,
      easel.password,
    );
    expect(refused.text).toContain('Signing in did not work');
    expect(await unscoped.ended).toMatchObject({ code: 3, stderr: expect.stringContaining('--scope') });

    for (const [input, hint] of [
      ['wrong\n', 'is that the key’s id and its secret?'],
      [undefined, '--client-secret asks for it'],
    ] as const) {
      const more = input ? ['--client-secret'] : [];
      const { ran: failed, last } = await signIn(machine, [...options, ...scopeOptions, ...more], { input });
      expect(failed.code).toBe(3);
      expect(failed.stderr).toContain(hint);
      expect(last.text).toContain('Signing in did not work');
    }
    expectSecret(machine, [grant, ...(await kept(machine))]);
  });

  it('takes a code that is pasted, or the address that it stands in', async () => {
    const key = await makeKey({ name: 'Out of band', redirect_uris: ['https://elsewhere.example/x'] });
    const env = { EASEL_CLIENT_SECRET: key.api_key };
    for (const form of ['code', 'address'] as const) {
      const machine = await newMachine();
      const running = begin(machine, ['--client-id', String(key.id), '--redirect-uri', OOB], { env });
      const { page, browser } = await consent(running);
      const shown = await browser.submit(page, '/login/oauth2/accept');
      const code = new URL(shown.url).searchParams.get('code') as string;
      expect(shown.text).toContain(code);
      running.child.stdin.write(`${form === 'code' ? code : shown.url}\n`);
      expect(await running.ended).toMatchObject({ code: 0 });
      expect(machine.printed).not.toContain(code);
    }
    const machine = await newMachine();
    const running = begin(machine, ['--client-id', String(key.id), '--redirect-uri', OOB], { env });
    const { page, browser } = await consent(running);
    const { url: shown } = await browser.submit(page, '/login/oauth2/accept');
    running.child.stdin.write(`${shown.replace(/state=[^&]+/, 'state=another')}\n`);
    expect(await running.ended).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('The answer does not belong to this sign-in'),
    });
  });

  it('keeps nothing when it is denied', async () => {
    const machine = await newMachine();
    const running = begin(machine);
    const { page, browser } = await consent(running);
    const last = await browser.submit(page, '/login/oauth2/deny');
    expect(last.text).toContain('You did not allow it');
    expect(await running.ended).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('You did not allow it'),
    });
    expect((await machine.easel(['profiles', 'list'])).stdout).toContain('No profiles');
  });

  it('takes no answer with another state, and goes on waiting for its own', async () => {
    const machine = await newMachine();
    const running = begin(machine);
    const { page, browser } = await consent(running);
    const callback = new URL(await running.says(ADDRESS)).searchParams.get('redirect_uri') as string;
    for (const [query, status] of [
      ['?code=stolen&state=wrong', 400],
      ['?code=stolen', 400],
      ['?error=access_denied', 400],
      ['', 400],
    ] as const) {
      const answer = await fetch(callback + query);
      expect([answer.status, (await answer.text()).includes('belongs to no sign-in')]).toEqual([
        status,
        true,
      ]);
    }
    expect((await fetch(new URL('/favicon.ico', callback))).status).toBe(404);
    expect((await fetch(callback, { method: 'POST' })).status).toBe(405);
    const last = await browser.submit(page, '/login/oauth2/accept');
    expect(last.text).toContain('You are signed in');
    const { code, stderr } = await running.ended;
    expect(code).toBe(0);
    expect(stderr).toContain('an answer that belongs to no sign-in of yours came');
    expect(stderr).not.toContain('stolen');
  });

  it('refuses a code that isn’t good, as somebody puts it in', async () => {
    const machine = await newMachine();
    const running = begin(machine);
    const address = new URL(await running.says(ADDRESS)).searchParams;
    const callback = `${address.get('redirect_uri')}?code=made-up&state=${address.get('state')}`;
    const page = await fetch(callback);
    expect(await page.text()).toContain('Signing in did not work');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await running.ended).toMatchObject({ code: 3 });
    expect(machine.printed).not.toContain('made-up');
  });

  it('says so when the port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const machine = await newMachine();
    for (const host of ['127.0.0.1', 'localhost']) {
      const redirect = ['--client-id', '1', '--redirect-uri', `http://${host}:${port}/callback`];
      const { code, stderr } = await begin(machine, redirect).ended;
      expect([code, stderr.includes(`port ${port}: another program has it`)]).toEqual([1, true]);
    }
  });

  it('gives up after a while, and at Ctrl-C', async () => {
    const machine = await newMachine();
    const late = await begin(machine, ['--wait', '1']).ended;
    expect(late).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('Nobody signed in within 1 s'),
    });
    const running = begin(machine);
    await running.says(/waiting for the browser/);
    running.child.kill('SIGINT');
    expect((await running.ended).code).toBe(130);
    expect((await machine.easel(['profiles', 'list'])).stdout).toContain('No profiles');
  });

  it('needs a key where the server has none for it', async () => {
    const [{ id } = { id: 0 }] = (
      await easel.api<{ id: number; name: string }[]>('GET', 'accounts/1/developer_keys')
    ).filter(({ name }) => name === 'Easel command line');
    const bindings = `accounts/1/developer_keys/${id}/developer_key_account_bindings`;
    await easel.api('POST', bindings, { workflow_state: 'off' });
    const machine = await newMachine();
    const { code, stderr } = await begin(machine).ended;
    await easel.api('POST', bindings, { workflow_state: 'on' });
    expect(code).toBe(2);
    expect(stderr).toContain('--client-id is missing');
    // By another name than its own, no metadata fit.
    const named = await machine.easel([
      'login',
      url.replace('127.0.0.1', 'localhost'),
      '--oauth',
      '--wait',
      '1',
    ]);
    expect(named.code).toBe(3);
  });

  it.each([
    [
      ['--oauth', '--redirect-uri', 'https://evil.example/callback'],
      '--redirect-uri takes an address of this machine',
    ],
    [
      ['--oauth', '--redirect-uri', 'http://127.0.0.1.evil.example/'],
      '--redirect-uri takes an address of this machine',
    ],
    [
      ['--oauth', '--redirect-uri', 'http://x@localhost:1/'],
      '--redirect-uri takes an address of this machine',
    ],
    [['--oauth', '--wait', '0'], '--wait takes seconds'],
    [['--client-id', '1'], '--client-id goes with --oauth'],
    [['--scope', 'x'], '--scope goes with --oauth'],
    [['--oauth', '--client-secret=hush'], '--client-secret takes no value'],
  ])('refuses %j', async (args, message) => {
    const { code, stderr } = await easelHere(['login', 'http://127.0.0.1:9', ...args]);
    expect([code, stderr.includes(message), stderr.includes('hush')]).toEqual([2, true, false]);
  });
});

describe('what was got by OAuth2', () => {
  const inAnHour = () => Date.now() + 3_600_000;

  it('is refreshed before it ends, and once Canvas refuses it', async () => {
    const machine = await newMachine();
    await signIn(machine);
    const grants = [await grantOf(machine)];
    await change(machine, { expiresAt: Date.now() + 30_000 });
    expect((await machine.easel(['whoami'])).code).toBe(0);
    grants.push(await grantOf(machine));
    await change(machine, { accessToken: 'no0such0token', expiresAt: inAnHour() });
    expect((await machine.easel(['api', 'users/self'])).code).toBe(0);
    grants.push(await grantOf(machine));
    expect(new Set(grants.map(({ refreshToken }) => refreshToken)).size).toBe(3);
    expect(new Set(grants.map(({ accessToken }) => accessToken)).size).toBe(3);
    expect((await stat(join(machine.configFolder, 'tokens.json'))).mode & 0o777).toBe(0o600);
    expectSecret(machine, grants);
  });

  it('is refreshed by one of many processes, and the others go on with that', async () => {
    const machine = await newMachine();
    await signIn(machine);
    const before = await grantOf(machine);
    await change(machine, { expiresAt: 0 });
    const runs = await Promise.all(Array.from({ length: 6 }, () => machine.easel(['whoami', '--json'])));
    expect(runs.map(({ code, stderr }) => [code, stderr])).toEqual(runs.map(() => [0, '']));
    const after = await grantOf(machine);
    expect(after.refreshToken).not.toBe(before.refreshToken);
    // Had any of them come with the spent one, Easel had ended it all.
    await change(machine, { expiresAt: 0 });
    expect((await machine.easel(['whoami'])).code).toBe(0);
    expectSecret(machine, [before, after, await grantOf(machine)]);
  });

  it('takes a new sign-in once it is revoked, and says which', async () => {
    const machine = await newMachine();
    await signIn(machine, ['-p', 'easel']);
    const { accessToken } = await grantOf(machine);
    await fetch(`${url}/login/oauth2/token`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${accessToken}` },
    });
    const { code, stderr } = await machine.easel(['courses', 'list']);
    expect(code).toBe(3);
    expect(stderr).toBe(
      `easel: The sign-in of the profile easel has ended\nhint: easel login ${url} --oauth --profile easel\n`,
    );
    const json = await machine.easel(['whoami', '--json']);
    expect(JSON.parse(json.stderr)).toMatchObject({ error: { exit_code: 3, kind: 'Failure' } });
    const doctor = await machine.easel(['doctor']);
    expect(doctor.code).toBe(1);
    expect(doctor.stdout).toContain('✗ token        The sign-in of the profile easel has ended');
    expect((await machine.easel(['logout', '--json'])).stdout).toContain('"revoked":true');
  });

  it('is forgotten by logout even where Canvas can’t be told', async () => {
    const machine = await newMachine();
    const canvas = await fakeCanvas(({ url: path }, response) =>
      path.startsWith('/login/oauth2/token')
        ? void response.destroy()
        : answerJson(response, { id: '7', name: 'Ada' }),
    );
    await keepGrant(machine, canvas.baseUrl, { expiresAt: inAnHour() });
    const { code, stderr, stdout } = await machine.easel(['logout', '--json']);
    expect([code, JSON.parse(stdout)]).toEqual([0, { forgotten: 'default', revoked: false, current: null }]);
    expect(stderr).toContain('could not be ended in Canvas');
    expect(stderr).toContain(`${canvas.baseUrl}/profile/settings ends it`);
  });
});

describe('a Canvas that isn’t Easel', () => {
  const CODE = 'the0code';

  /** It has no metadata, confidential keys, and refresh tokens that stay. */
  async function plainCanvas(metadata?: (host: string) => object) {
    let throttles = 0;
    const forms: Record<string, string>[] = [];
    const canvas = await fakeCanvas(({ url: path, body, headers }, response) => {
      if (path.startsWith('/.well-known/')) {
        if (metadata) return answerJson(response, metadata(`http://${headers.host}`));
        return response.writeHead(404, { 'content-type': 'text/html' }).end('<title>Page not found</title>');
      }
      if (path === '/login/oauth2/token') {
        if (throttles-- > 0) return answerThrottled(response, 403);
        const form = Object.fromEntries(new URLSearchParams(body));
        forms.push(form);
        const token = { token_type: 'Bearer', expires_in: 3600, canvas_region: 'us-east-1' };
        if (form['grant_type'] === 'refresh_token') {
          return answerJson(response, { access_token: 'renewed0access', ...token });
        }
        const user = { id: 7, name: 'Ada Lovelace', global_id: '10000000000007', effective_locale: 'en' };
        return answerJson(response, {
          access_token: 'first0access',
          refresh_token: 'lasting0refresh',
          user,
          ...token,
        });
      }
      answerJson(response, { id: '7', name: 'Ada Lovelace' });
    });
    return { canvas, forms, throttle: (times: number) => (throttles = times) };
  }

  async function signInAt(machine: Machine, baseUrl: string) {
    const running = new Running(
      machine,
      ['login', baseUrl, '--oauth', '--no-browser', '--client-id', '42', '--client-secret'],
      { input: 'the0secret\n' },
    );
    const address = new URL(await running.says(ADDRESS));
    const { searchParams } = address;
    await fetch(`${searchParams.get('redirect_uri')}?code=${CODE}&state=${searchParams.get('state')}`);
    return { address, ran: await running.ended };
  }

  it('is signed in to at its documented places, and its refresh token is kept', async () => {
    const machine = await newMachine();
    const { canvas, forms } = await plainCanvas();
    const { address, ran } = await signInAt(machine, canvas.baseUrl);
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining('signed in as Ada Lovelace') });
    expect(address.pathname).toBe('/login/oauth2/auth');
    expect(Object.fromEntries(address.searchParams)).toEqual({
      client_id: '42',
      response_type: 'code',
      redirect_uri: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/callback$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    await change(machine, { expiresAt: 0 });
    expect((await machine.easel(['whoami'])).code).toBe(0);
    expect(forms).toEqual([
      {
        grant_type: 'authorization_code',
        client_id: '42',
        client_secret: 'the0secret',
        code: CODE,
        redirect_uri: address.searchParams.get('redirect_uri'),
        code_verifier: expect.stringMatching(/^[\w-]{43}$/),
      },
      {
        grant_type: 'refresh_token',
        client_id: '42',
        client_secret: 'the0secret',
        refresh_token: 'lasting0refresh',
      },
    ]);
    expect(canvas.requests.every(({ headers }) => headers['user-agent']?.startsWith('easel-cli/'))).toBe(
      true,
    );
    const grant = await grantOf(machine);
    expect(grant).toMatchObject({ accessToken: 'renewed0access', refreshToken: 'lasting0refresh' });
    for (const secret of ['first0access', 'renewed0access', 'lasting0refresh', 'the0secret', CODE]) {
      expect(machine.printed).not.toContain(secret);
    }
  });

  it('is waited for when it throttles', async () => {
    const machine = await newMachine();
    const { canvas, throttle, forms } = await plainCanvas();
    throttle(1);
    expect((await signInAt(machine, canvas.baseUrl)).ran.code).toBe(0);
    expect(forms).toHaveLength(1);
  });

  it('can send neither code nor secret to another address', async () => {
    const machine = await newMachine();
    const { canvas } = await plainCanvas((issuer) => ({
      issuer,
      authorization_endpoint: 'https://evil.example/auth',
      token_endpoint: 'https://evil.example/token',
    }));
    const { address, ran } = await signInAt(machine, canvas.baseUrl);
    expect([address.origin, ran.code]).toEqual([canvas.baseUrl, 0]);
    await change(machine, { tokenEndpoint: 'https://evil.example/token', expiresAt: 0 });
    const { code, stderr } = await machine.easel(['whoami']);
    expect([code, stderr.includes('belongs to another address')]).toEqual([3, true]);
  });

  it('is told apart from one that calls itself otherwise, and from nobody', async () => {
    const machine = await newMachine();
    const { canvas } = await plainCanvas(() => ({ issuer: 'https://canvas.example.edu' }));
    const { code, stderr } = await machine.easel(['login', canvas.baseUrl, '--oauth']);
    expect([code, stderr.includes('easel login https://canvas.example.edu --oauth')]).toEqual([2, true]);
    expect((await machine.easel(['login', 'http://127.0.0.1:9', '--oauth'])).code).toBe(8);
  });
});

async function keepGrant(machine: Machine, baseUrl: string, more: Partial<OAuthGrant>): Promise<void> {
  await machine.easel(['login', baseUrl], { input: 'personal' });
  const grant: OAuthGrant = {
    kind: 'oauth',
    id: 'a sign-in',
    accessToken: 'access',
    refreshToken: 'refresh',
    clientId: '1',
    tokenEndpoint: `${baseUrl}/login/oauth2/token`,
    ...more,
  };
  await writeFile(
    join(machine.configFolder, 'tokens.json'),
    JSON.stringify({ [`default ${baseUrl}`]: JSON.stringify(grant) }),
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
