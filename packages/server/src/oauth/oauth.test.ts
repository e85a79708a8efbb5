import { createHash, randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { Browser, type Page } from '../../testing/browser.ts';
import type { Row } from '../../testing/maker.ts';
import { openWorld } from '../../testing/world.ts';
import type { DeveloperKeysTable } from '../db/tables/index.ts';
import { globalId } from '../domain/global-id.ts';
import { hashPassword } from '../domain/passwords.ts';

const { admin, app, as, clock, database, make } = await openWorld();
const PASSWORD = 'correct horse';
const password_hash = await hashPassword(PASSWORD);
const user = await make.person({ name: 'Uma User' }, { unique_id: 'uma', password_hash });
const CALLBACK = 'https://app.example/callback';
const OOB = 'urn:ietf:wg:oauth:2.0:oob';

type Key = Row<DeveloperKeysTable> & { secret: string };
const confidential = await make.developerKey({ name: 'Gradebook Helper' });
const publicKey = await make.developerKey({
  name: 'Console',
  client_type: 'public',
  redirect_uris: ['http://127.0.0.1/done', 'com.example.app:/done'],
});

const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');
const pkce = { code_challenge: challenge, code_challenge_method: 'S256' };

const { privateKey, publicKey: verifying } = await generateKeyPair('RS256', { extractable: true });
const jwk = { ...(await exportJWK(verifying)), alg: 'RS256', kid: 'a' };
const external = await make.developerKey({
  client_credentials_audience: 'external',
  public_jwk: JSON.stringify(jwk),
  require_scopes: true,
  scopes: ['url:GET|/api/v1/courses'],
});

async function signedIn(): Promise<Browser> {
  const browser = new Browser(app);
  await browser.signIn('uma', PASSWORD);
  return browser;
}

const authAddress = (key: Key, more: Record<string, string> = {}) =>
  `/login/oauth2/auth?${new URLSearchParams({
    client_id: String(globalId(key.id)),
    response_type: 'code',
    redirect_uri: CALLBACK,
    state: 'xyz',
    ...more,
  })}`;

const answerOf = ({ location }: Page) =>
  Object.fromEntries(new URL(location as string, 'http://localhost').searchParams);

/** Asks, allows, and returns the code. */
async function codeFor(key: Key, more: Record<string, string> = {}, browser?: Browser): Promise<string> {
  const by = browser ?? (await signedIn());
  const consent = await by.follow(await by.get(authAddress(key, more)));
  const allowed = await by.submit(consent, '/login/oauth2/accept');
  return answerOf(allowed)['code'] as string;
}

async function token(fields: Record<string, string>, headers: Record<string, string> = {}) {
  const page = await new Browser(app).post('/login/oauth2/token', fields, headers);
  return { status: page.status, headers: page.headers, body: JSON.parse(page.text) };
}

const client = (key: Key) => ({ client_id: String(globalId(key.id)), client_secret: key.secret });

const exchange = (key: Key, code: string, more: Record<string, string> = {}) =>
  token({ grant_type: 'authorization_code', ...client(key), redirect_uri: CALLBACK, code, ...more });

const grantTo = async (key: Key, more: Record<string, string> = {}) =>
  (await exchange(key, await codeFor(key, more))).body;

const invalidGrant = { error: 'invalid_grant', error_description: expect.any(String) };

describe('GET /login/oauth2/auth', () => {
  const auth = async (more: Record<string, string>, key: Key = confidential) =>
    await (await signedIn()).get(authAddress(key, more));

  it('tells the browser alone about an unknown client and a foreign address', async () => {
    for (const client_id of ['99999', 'abc', '', '9'.repeat(30)]) {
      const page = await auth({ client_id });
      expect(page.status).toBe(401);
      expect(page.headers['www-authenticate']).toBe('Canvas OAuth 2.0');
      expect(JSON.parse(page.text)).toEqual({ error: 'invalid_client', error_description: 'unknown client' });
    }
    const page = await auth({ redirect_uri: 'https://evil.example/' });
    expect(page).toMatchObject({ status: 400, location: undefined });
    expect(JSON.parse(page.text)).toEqual({
      error: 'invalid_request',
      error_description: 'redirect_uri does not match client settings',
    });
  });

  it('tells the application what is wrong, with its state', async () => {
    const scoped = await make.developerKey({ require_scopes: true, scopes: ['url:GET|/api/v1/courses'] });
    const off = await make.developerKey();
    await admin.post(`accounts/1/developer_keys/${off.id}/developer_key_account_bindings`, {
      developer_key_account_binding: { workflow_state: 'off' },
    });
    const scopes = { scope: 'url:GET|/api/v1/courses url:GET|/api/v1/users/:id /auth/userinfo x' };
    const cases: [Key, Record<string, string>, string, string][] = [
      [
        scoped,
        scopes,
        'invalid_scope',
        'A requested scope is invalid, unknown, malformed, or exceeds the scope granted by the resource owner. ' +
          'The following scopes were requested, but not granted: url:GET|/api/v1/users/:id, /auth/userinfo, and x',
      ],
      [off, {}, 'unauthorized_client', 'Client does not have access to the specified Canvas account.'],
      [
        confidential,
        { response_type: 'token' },
        'unsupported_response_type',
        'Only response_type=code is permitted',
      ],
      [confidential, { prompt: 'consent' }, 'unsupported_prompt_type', 'prompt must be "none" (or omitted)'],
      [
        confidential,
        { prompt: 'none' },
        'interaction_required',
        'prompt=none but a token cannot be granted without user interaction',
      ],
    ];
    for (const [key, more, error, error_description] of cases) {
      const page = await auth(more, key);
      expect(page.location).toMatch(/^https:\/\/app\.example\/callback\?/);
      expect(answerOf(page)).toEqual({ error, error_description, state: 'xyz' });
    }
    expect((await auth({}, scoped)).location).toContain('error=invalid_scope');
    const nobody = await new Browser(app).get(authAddress(confidential, { prompt: 'none' }));
    expect(answerOf(nobody)).toEqual({
      error: 'login_required',
      error_description: 'prompt=none but there is no current session',
      state: 'xyz',
    });
  });

  it('lets people sign in first and brings them back, once more when asked to', async () => {
    const browser = new Browser(app);
    const first = await browser.get(authAddress(confidential, { unique_id: 'uma' }));
    expect(first.location).toMatch(/^\/login\/canvas\?return_to=%2Flogin%2Foauth2%2Fauth/);
    const form = await browser.follow(first);
    expect(form.text).toContain('value="uma"');
    // The browser allows the form to lead on to the application.
    expect(form.headers['content-security-policy']).toContain("form-action 'self' https://app.example;");
    const consent = await browser.follow(
      await browser.submit(form, '/login/canvas', {
        'pseudonym_session[unique_id]': 'uma',
        'pseudonym_session[password]': PASSWORD,
      }),
    );
    expect(consent.text).toContain('Allow Gradebook Helper?');
    for (const more of [{ force_login: '1' }, { prompt: 'login' }]) {
      const again = await browser.get(authAddress(confidential, more as unknown as Record<string, string>));
      expect(again.location).toMatch(/^\/login\/canvas/);
      expect(again.location).not.toMatch(/force_login|prompt/);
    }
  });

  it('asks in plain words', async () => {
    const scopes = ['url:GET|/api/v1/courses', 'url:PUT|/api/v1/courses/:id', '/auth/userinfo'];
    const key = await make.developerKey({ name: 'Scoped <b>', require_scopes: true, scopes });
    const browser = await signedIn();
    const page = await browser.follow(
      await browser.get(authAddress(key, { scope: scopes.join(' '), purpose: 'Homework <i>' })),
    );
    for (const text of ['Allow Scoped &lt;b&gt;?', 'Uma User', 'Homework &lt;i&gt;', 'List your courses']) {
      expect(page.text).toContain(text);
    }
    expect(page.text).toMatch(/Change:.*Update course/s);
    expect(page.text).toContain('Learn your name');
    expect(page.text).not.toContain('Everything');
    expect(page.headers['content-security-policy']).toContain("form-action 'self' https://app.example;");
    const all = await browser.follow(await browser.get(authAddress(confidential)));
    expect(all.text).toContain('Do everything here that you can do yourself');
  });

  it('sends nobody anywhere who doesn’t allow it', async () => {
    const browser = await signedIn();
    const consent = await browser.follow(await browser.get(authAddress(confidential)));
    expect((await browser.get('/login/oauth2/deny')).status).toBe(405);
    const fields = Object.fromEntries(
      [...consent.text.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    ) as Record<string, string>;
    const denied = await browser.post('/login/oauth2/deny', fields);
    expect(answerOf(denied)).toEqual({ error: 'access_denied', state: 'xyz' });
    expect((await browser.post('/login/oauth2/accept', fields)).text).toBe(
      'Invalid or missing session for oauth',
    );
    expect((await browser.get('/login/oauth2/confirm')).location).toBe('/login');
  });

  it('gives a code out of band for applications without an address', async () => {
    const browser = await signedIn();
    const consent = await browser.follow(await browser.get(authAddress(confidential, { redirect_uri: OOB })));
    const allowed = await browser.submit(consent, '/login/oauth2/accept');
    expect(allowed.location).toMatch(/^\/login\/oauth2\/auth\?code=\w{128}&state=xyz$/);
    const code = answerOf(allowed)['code'] as string;
    expect((await browser.follow(allowed)).text).toContain(code);
    expect((await exchange(confidential, code, { redirect_uri: OOB })).status).toBe(200);
    const error = await browser.get('/login/oauth2/auth?error=<script>&error_description=no');
    expect(error.text).toContain('&lt;script&gt;');
  });

  it('asks nobody for an application that the institution trusts', async () => {
    const trusted = await make.developerKey({ trusted: true });
    const browser = await signedIn();
    const page = await browser.get(authAddress(trusted, { prompt: 'none' }));
    expect(page.location).toMatch(/^https:\/\/app\.example\/callback\?code=\w{128}&state=xyz$/);
    expect((await browser.get(authAddress(trusted, { redirect_uri: OOB }))).location).toBe(
      '/login/oauth2/confirm',
    );
  });
});

describe('redirect_uri', () => {
  const may = async (key: Key, redirect_uri: string) => {
    const page = await new Browser(app).get(authAddress(key, { redirect_uri, ...pkce }));
    return page.status === 302;
  };

  it('is one of the key’s, letter by letter', async () => {
    const key = await make.developerKey({
      redirect_uris: ['https://app.example/callback', 'com.example.app:/done'],
    });
    for (const good of ['https://app.example/callback', 'com.example.app:/done', OOB]) {
      expect(await may(key, good), good).toBe(true);
    }
    for (const bad of [
      'https://app.example/callback/',
      'https://app.example/callback?x=1',
      'https://app.example/callback#x',
      'https://app.example/Callback',
      'http://app.example/callback',
      'https://app.example:444/callback',
      'https://app.example/callback/../evil',
      'https://app.example@evil.example/callback',
      'https://evil.app.example/callback',
      'https://app.example.evil.example/callback',
      'com.example.app:/else',
      'javascript:alert(1)',
      '//app.example/callback',
      '/callback',
      '',
    ]) {
      expect(await may(key, bad), bad).toBe(false);
    }
  });

  it('may have any port at a loopback address, and nothing else of it may differ (RFC 8252 7.3)', async () => {
    const key = await make.developerKey({
      redirect_uris: ['http://127.0.0.1/done', 'http://localhost/done'],
    });
    expect(await may(key, 'http://127.0.0.1:49152/done')).toBe(true);
    for (const bad of [
      'http://127.0.0.1:49152/else',
      'https://127.0.0.1:49152/done',
      'http://127.0.0.2:49152/done',
      'http://127.0.0.1.evil.example/done',
      'http://evil@127.0.0.1:1/done',
      // A name can be made to mean another machine.
      'http://localhost:49152/done',
    ]) {
      expect(await may(key, bad), bad).toBe(false);
    }
  });

  it('is under the host of the deprecated redirect_uri, as in Canvas', async () => {
    const key = await make.developerKey({ redirect_uris: [], redirect_uri: 'https://tool.example/a' });
    expect(await may(key, 'https://tool.example/b?c=d')).toBe(true);
    expect(await may(key, 'https://sub.tool.example/')).toBe(true);
    for (const bad of [
      'https://eviltool.example/',
      'http://tool.example/',
      'https://tool.example.evil.example/',
      'https://tool.example@evil.example/',
      'https://evil.example\\.tool.example/',
      'https://evil.example#.tool.example',
    ]) {
      expect(await may(key, bad), bad).toBe(false);
    }
  });
});

describe('POST /login/oauth2/token', () => {
  it('exchanges a code, in Canvas’s order, and the token is an application’s', async () => {
    const { status, body, headers } = await exchange(confidential, await codeFor(confidential));
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(Object.keys(body)).toEqual([
      'access_token',
      'token_type',
      'user',
      'canvas_region',
      'refresh_token',
      'expires_in',
    ]);
    expect(body).toEqual({
      access_token: expect.stringMatching(/^\w{64}$/),
      token_type: 'Bearer',
      user: {
        id: user.id,
        name: 'Uma User',
        global_id: String(globalId(user.id)),
        effective_locale: 'en',
        fake_student: false,
      },
      canvas_region: 'unknown',
      refresh_token: expect.stringMatching(/^\w{64}$/),
      expires_in: 3600,
    });
    expect((await as(body.access_token).get('users/self')).body.id).toBe(user.id);
    const stored = JSON.stringify(await database.kysely.selectFrom('access_tokens').selectAll().execute());
    expect(stored).not.toContain(body.access_token);
    expect(stored).not.toContain(body.refresh_token);
    const browser = await signedIn();
    expect((await browser.get('/profile/settings')).text).toContain('Gradebook Helper');
  });

  it('knows the client by Basic, without grant_type, by the short id and in JSON', async () => {
    const basic = Buffer.from(`${confidential.id}:${confidential.secret}`).toString('base64');
    const code = await codeFor(confidential);
    const answer = await token({ code, redirect_uri: CALLBACK }, { authorization: `Basic ${basic}` });
    expect(answer.status).toBe(200);
    const response = await app.inject({
      method: 'POST',
      url: '/login/oauth2/token',
      payload: {
        grant_type: 'authorization_code',
        client_id: confidential.id,
        client_secret: confidential.secret,
        redirect_uri: CALLBACK,
        code: await codeFor(confidential),
      },
    });
    expect(response.statusCode).toBe(200);
  });

  it('refuses what it doesn’t know in Canvas’s words', async () => {
    const known = client(confidential);
    const cases: [Record<string, string>, number, string, string][] = [
      [{}, 400, 'unsupported_grant_type', 'The grant_type you requested is not currently supported'],
      [
        { ...known, grant_type: 'password' },
        400,
        'unsupported_grant_type',
        'The grant_type you requested is not currently supported',
      ],
      [
        { ...known, client_id: '77777', grant_type: 'refresh_token' },
        401,
        'invalid_client',
        'unknown client',
      ],
      [
        { ...known, client_secret: 'wrong', grant_type: 'refresh_token' },
        401,
        'invalid_client',
        'invalid client',
      ],
      [{ client_id: known.client_id, grant_type: 'refresh_token' }, 401, 'invalid_client', 'invalid client'],
      [
        { ...known, grant_type: 'authorization_code' },
        400,
        'invalid_request',
        'You must provide the code parameter when using the authorization_code grant type',
      ],
      [{ ...known, code: 'wrong' }, 400, 'invalid_grant', 'authorization_code not found'],
      [
        { ...known, grant_type: 'refresh_token' },
        400,
        'invalid_request',
        'You must provide the refresh_token parameter when using the refresh_token grant type',
      ],
      [
        { ...known, grant_type: 'refresh_token', refresh_token: 'wrong' },
        400,
        'invalid_grant',
        'refresh_token not found',
      ],
    ];
    for (const [fields, status, error, error_description] of cases) {
      const answer = await token(fields);
      expect(answer.status).toBe(status);
      expect(answer.body).toEqual({ error, error_description });
      expect(answer.headers['www-authenticate']).toBe(status === 401 ? 'Canvas OAuth 2.0' : undefined);
    }
  });

  it('refreshes: the old secret ends, the refresh token stays', async () => {
    const first = await grantTo(confidential);
    const { status, body } = await token({
      ...client(confidential),
      grant_type: 'refresh_token',
      refresh_token: first.refresh_token,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600, user: { id: user.id } });
    expect(body.refresh_token).toBeUndefined();
    expect((await as(first.access_token).get('users/self')).body.errors[0].message).toBe(
      'Invalid access token.',
    );
    expect((await as(body.access_token).get('users/self')).status).toBe(200);
    clock.advance(3600);
    expect((await as(body.access_token).get('users/self')).status).toBe(401);
    const later = await token({
      ...client(confidential),
      grant_type: 'refresh_token',
      refresh_token: first.refresh_token,
    });
    expect((await as(later.body.access_token).get('users/self')).status).toBe(200);
  });

  it('gives secrets that last to keys whose tokens don’t expire', async () => {
    const key = await make.developerKey({ auto_expire_tokens: false });
    const body = await grantTo(key);
    expect(body.expires_in).toBeUndefined();
    clock.advance(7200);
    expect((await as(body.access_token).get('users/self')).status).toBe(200);
  });

  it('replaces the tokens that the application has', async () => {
    const key = await make.developerKey();
    const first = await grantTo(key);
    const second = await grantTo(key);
    expect((await as(first.access_token).get('users/self')).status).toBe(200);
    const third = (await exchange(key, await codeFor(key), { replace_tokens: '1' })).body;
    for (const { access_token } of [first, second]) {
      expect((await as(access_token).get('users/self')).body.errors[0].message).toBe('Revoked access token.');
    }
    expect((await as(third.access_token).get('users/self')).status).toBe(200);
  });

  it('only names the user for /auth/userinfo, and remembers that he agreed', async () => {
    const key = await make.developerKey();
    const browser = await signedIn();
    const address = authAddress(key, { scope: '/auth/userinfo' });
    const consent = await browser.follow(await browser.get(address));
    expect(consent.text).toContain('Don’t ask me again');
    const allowed = await browser.submit(consent, '/login/oauth2/accept', { remember_access: '1' });
    const { body } = await exchange(key, answerOf(allowed)['code'] as string);
    expect(body).toMatchObject({ access_token: null, user: { id: user.id } });
    expect(body.refresh_token).toBeUndefined();
    const again = await browser.get(address);
    expect(again.location).toMatch(/^https:\/\/app\.example\/callback\?code=/);
    expect((await exchange(key, answerOf(again)['code'] as string)).body.access_token).toBeNull();
    expect((await browser.get(authAddress(key))).location).toBe('/login/oauth2/confirm');
  });

  it('stops with the key, its binding, and its user', async () => {
    const key = await make.developerKey();
    const body = await grantTo(key);
    const works = async () => (await as(body.access_token).get('users/self')).status === 200;
    const bind = (workflow_state: string) =>
      admin.post(`accounts/1/developer_keys/${key.id}/developer_key_account_bindings`, {
        developer_key_account_binding: { workflow_state },
      });
    expect(await works()).toBe(true);
    await bind('off');
    expect(await works()).toBe(false);
    const refresh = { ...client(key), grant_type: 'refresh_token', refresh_token: body.refresh_token };
    expect((await token(refresh)).status).toBe(400);
    await bind('on');
    expect(await works()).toBe(true);
    await admin.put(`developer_keys/${key.id}`, { developer_key: { event: 'deactivate' } });
    expect(await works()).toBe(false);
    expect((await token(refresh)).status).toBe(401);
    await admin.put(`developer_keys/${key.id}`, { developer_key: { event: 'activate' } });
    expect(await works()).toBe(true);
    await admin.delete(`developer_keys/${key.id}`);
    expect(await works()).toBe(false);
  });
});

describe('threats', () => {
  it('RFC 6749 10.5: a code is good once, and a second use ends what was given for it', async () => {
    const code = await codeFor(confidential);
    const first = await exchange(confidential, code);
    expect((await as(first.body.access_token).get('users/self')).status).toBe(200);
    expect(await exchange(confidential, code)).toMatchObject({ status: 400, body: invalidGrant });
    expect((await as(first.body.access_token).get('users/self')).status).toBe(401);
    const refresh = {
      ...client(confidential),
      grant_type: 'refresh_token',
      refresh_token: first.body.refresh_token,
    };
    expect((await token(refresh)).status).toBe(400);
  });

  it('RFC 6749 10.5: of ten that bring the same code at once, one gets a token', async () => {
    const code = await codeFor(confidential);
    const answers = await Promise.all(Array.from({ length: 10 }, () => exchange(confidential, code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('RFC 6749 4.1.2: a code is good for ten minutes', async () => {
    const [late, early] = [await codeFor(confidential), await codeFor(confidential)];
    clock.advance(599);
    expect((await exchange(confidential, early)).status).toBe(200);
    clock.advance(2);
    expect(await exchange(confidential, late)).toMatchObject({ status: 400, body: invalidGrant });
  });

  it('RFC 6749 10.5: codes are stored so that nobody who reads the database can use them', async () => {
    const code = await codeFor(confidential);
    const stored = JSON.stringify(await database.kysely.selectFrom('one_time_secrets').selectAll().execute());
    expect(stored).not.toContain(code);
  });

  it('RFC 6749 10.6: another redirect_uri than the one asked with is refused, and so is none', async () => {
    const key = await make.developerKey({ redirect_uris: [CALLBACK, 'https://app.example/other'] });
    expect(
      await exchange(key, await codeFor(key), { redirect_uri: 'https://app.example/other' }),
    ).toMatchObject({
      status: 400,
      body: invalidGrant,
    });
    const code = await codeFor(key);
    expect(await token({ ...client(key), code })).toMatchObject({ status: 400, body: invalidGrant });
    // It was spent by that.
    expect((await exchange(key, code)).status).toBe(400);
  });

  it('RFC 9700 4.5: a code of another client (code injection, swapped client) is refused', async () => {
    const other = await make.developerKey();
    const code = await codeFor(confidential);
    expect(await exchange(other, code)).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant', error_description: 'incorrect client' },
    });
    expect((await exchange(confidential, code)).status).toBe(400);
  });

  it('RFC 6749 10.4: a refresh token of another client is refused', async () => {
    const other = await make.developerKey();
    const { refresh_token } = await grantTo(confidential);
    expect(await token({ ...client(other), grant_type: 'refresh_token', refresh_token })).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant', error_description: 'incorrect client' },
    });
  });

  it('RFC 7636 4.6: a wrong verifier, or none, is refused', async () => {
    for (const code_verifier of ['wrong', challenge, '']) {
      const code = await codeFor(confidential, pkce);
      expect(await exchange(confidential, code, code_verifier ? { code_verifier } : {})).toMatchObject({
        status: 400,
        body: invalidGrant,
      });
    }
    const code = await codeFor(confidential, pkce);
    expect((await exchange(confidential, code, { code_verifier: verifier })).status).toBe(200);
  });

  it('RFC 9700 2.1.1: a verifier without a challenge (PKCE downgrade) is refused', async () => {
    const code = await codeFor(confidential);
    expect(await exchange(confidential, code, { code_verifier: verifier })).toMatchObject({
      status: 400,
      body: invalidGrant,
    });
  });

  it('RFC 7636 7.2: the method plain is refused rather than passed over', async () => {
    const browser = await signedIn();
    for (const method of [{ code_challenge_method: 'plain' }, {}] as Record<string, string>[]) {
      const page = await browser.get(authAddress(confidential, { code_challenge: 'abc', ...method }));
      expect(answerOf(page)['error']).toBe('invalid_request');
    }
  });

  it('RFC 9700 2.1.1: a public client gets nothing without PKCE, and needs no secret with it', async () => {
    const browser = await signedIn();
    const redirect_uri = 'http://127.0.0.1:50123/done';
    const without = await browser.get(authAddress(publicKey, { redirect_uri }));
    expect(answerOf(without)['error']).toBe('invalid_request');
    const client_id = String(publicKey.id);
    const code = await codeFor(publicKey, { redirect_uri, ...pkce }, browser);
    expect((await token({ client_id, code, redirect_uri })).status).toBe(401);
    const { status } = await token({ client_id, code, redirect_uri, code_verifier: verifier });
    expect(status).toBe(200);
  });

  it('RFC 9700 4.14.2: a public client’s refresh token is exchanged, and the old one ends them all', async () => {
    const client_id = String(publicKey.id);
    const redirect_uri = 'com.example.app:/done';
    const code = await codeFor(publicKey, { redirect_uri, ...pkce });
    const first = (await token({ client_id, code, redirect_uri, code_verifier: verifier })).body;
    const refresh = (refresh_token: string) =>
      token({ client_id, grant_type: 'refresh_token', refresh_token });
    const second = (await refresh(first.refresh_token)).body;
    expect(second.refresh_token).not.toBe(first.refresh_token);
    const third = (await refresh(second.refresh_token)).body;
    expect((await as(third.access_token).get('users/self')).status).toBe(200);
    expect(await refresh(first.refresh_token)).toMatchObject({ status: 400, body: invalidGrant });
    expect((await as(third.access_token).get('users/self')).status).toBe(401);
    expect((await refresh(third.refresh_token)).status).toBe(400);
  });

  it('RFC 6749 10.12: consent takes the page that asked for it (CSRF)', async () => {
    const victim = await signedIn();
    const consent = await victim.follow(await victim.get(authAddress(confidential)));
    expect((await victim.post('/login/oauth2/accept', {})).text).toBe('Invalid custom CSRF token');
    const attacker = await signedIn();
    const other = await attacker.follow(await attacker.get(authAddress(confidential)));
    expect((await victim.submit(other, '/login/oauth2/accept')).status).toBe(400);
    // A newer request has taken the place of the first page's.
    await victim.follow(
      await victim.get(authAddress(publicKey, { redirect_uri: 'com.example.app:/done', ...pkce })),
    );
    expect((await victim.submit(consent, '/login/oauth2/accept')).status).toBe(400);
    expect((await new Browser(app).post('/login/oauth2/accept', {})).text).toBe(
      'Invalid or missing session for oauth',
    );
  });

  it('RFC 9700 4.11: it is no open redirector', async () => {
    const browser = await signedIn();
    const redirect_uri = 'https://evil.example';
    for (const more of [
      ['client_id', '99999'],
      ['response_type', 'nonsense'],
      ['prompt', 'none'],
    ] as const) {
      const address = authAddress(confidential, { redirect_uri, ...Object.fromEntries([more]) });
      expect((await browser.get(address)).location).toBeUndefined();
    }
  });

  it('RFC 6749 10.13: nobody may frame the consent page', async () => {
    const browser = await signedIn();
    const { headers } = await browser.follow(await browser.get(authAddress(confidential)));
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  it('RFC 9700 4.2.4: no page tells where it was by a Referer', async () => {
    const browser = await signedIn();
    const page = await browser.get(authAddress(confidential));
    expect(page.headers['referrer-policy']).toBe('no-referrer');
    expect(page.headers['cache-control']).toBe('no-store');
  });
});

describe('DELETE /login/oauth2/token', () => {
  it('ends the token that it is called with, and its refresh token', async () => {
    const body = await grantTo(confidential);
    const me = as(body.access_token);
    expect(await me.delete('/login/oauth2/token')).toMatchObject({ status: 200, body: {} });
    expect((await me.get('users/self')).body.errors[0].message).toBe('Revoked access token.');
    const refresh = {
      ...client(confidential),
      grant_type: 'refresh_token',
      refresh_token: body.refresh_token,
    };
    expect((await token(refresh)).status).toBe(400);
    expect((await me.delete('/login/oauth2/token')).status).toBe(401);
  });

  it('signs the user out everywhere when asked, and is refused without a token', async () => {
    const browser = await signedIn();
    const body = await grantTo(confidential);
    await as(body.access_token).delete('/login/oauth2/token', { expire_sessions: 1 });
    expect((await browser.get('/profile/settings')).status).toBe(302);
    const response = await app.inject({ method: 'DELETE', url: '/login/oauth2/token' });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toEqual({
      message: "can't delete OAuth access token when not using an OAuth access token",
    });
  });

  it('takes a token that is narrowed to anything else', async () => {
    const narrow = await make.token(user.id, { scopes: ['url:GET|/api/v1/courses'] });
    expect((await as(narrow).delete('/login/oauth2/token')).status).toBe(200);
  });
});

describe('scopes of an application', () => {
  it('hold at the API, and include[] only where the key allows it', async () => {
    const scopes = ['url:GET|/api/v1/courses', 'url:GET|/api/v1/courses/:id'];
    const course = await make.course();
    await make.enroll(user.id, course.id, 'TeacherEnrollment');
    const of = async (allow_includes: boolean) => {
      const key = await make.developerKey({ require_scopes: true, scopes, allow_includes });
      const { access_token } = await grantTo(key, { scope: scopes.join(' ') });
      return as(access_token);
    };
    const strict = await of(false);
    const loose = await of(true);
    expect((await strict.get('users/self')).body).toEqual({
      errors: [{ message: 'Insufficient scopes on access token.' }],
    });
    expect((await strict.get('users/self')).headers['www-authenticate']).toBeUndefined();
    const asked = { 'include[]': ['term', 'total_students'] };
    const plain = await strict.get(`courses/${course.id}`, asked);
    expect(plain.status).toBe(200);
    expect(plain.body.term).toBeUndefined();
    expect((await loose.get(`courses/${course.id}`, asked)).body).toMatchObject({ total_students: 0 });
    expect((await strict.get(`courses/${course.id}`, { include: 'term' })).body.term).toBeUndefined();
  });

  it('don’t matter to a key that doesn’t ask for them, as in Canvas', async () => {
    const { access_token } = await grantTo(confidential, { scope: 'url:GET|/api/v1/courses' });
    expect((await as(access_token).get('users/self')).status).toBe(200);
  });

  it('end the tokens when they are taken from the key', async () => {
    const scopes = ['url:GET|/api/v1/courses', 'url:GET|/api/v1/courses/:id'];
    const key = await make.developerKey({ require_scopes: true, scopes });
    const { access_token } = await grantTo(key, { scope: scopes[0] as string });
    await admin.put(`developer_keys/${key.id}`, {
      developer_key: { scopes: [...scopes, 'url:GET|/api/v1/accounts'] },
    });
    expect((await as(access_token).get('courses')).status).toBe(200);
    await admin.put(`developer_keys/${key.id}`, { developer_key: { scopes: [scopes[0]] } });
    expect((await as(access_token).get('courses')).status).toBe(401);
  });
});

describe('client_credentials', () => {
  const seconds = () => Math.floor(Date.parse(clock.now()) / 1000);
  const assertion = async (claims: Record<string, unknown> = {}, key = privateKey) =>
    await new SignJWT({
      iss: String(external.id),
      sub: String(external.id),
      aud: 'http://localhost:80/login/oauth2/token',
      iat: seconds(),
      exp: seconds() + 300,
      jti: randomBytes(8).toString('hex'),
      ...claims,
    })
      .setProtectedHeader({ alg: 'RS256', kid: 'a' })
      .sign(key);
  const ask = (client_assertion: string, more = {}) =>
    token({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion,
      scope: 'url:GET|/api/v1/courses',
      ...more,
    });

  it('gives a token that others can verify, for an assertion or a secret', async () => {
    const { status, body } = await ask(await assertion());
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'url:GET|/api/v1/courses',
    });
    const { keys } = (await app.inject('/login/oauth2/jwks')).json() as { keys: JWK[] };
    expect(Object.keys(keys[0] as JWK).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
    const { payload } = await jwtVerify(body.access_token, await importJWK(keys[0] as JWK), {
      currentDate: new Date(clock.now()),
    });
    expect(payload).toMatchObject({ sub: String(globalId(external.id)), scopes: 'url:GET|/api/v1/courses' });
    const bySecret = await token({
      grant_type: 'client_credentials',
      ...client(external),
      scope: 'url:GET|/api/v1/courses',
    });
    expect(bySecret.status).toBe(200);
    // It opens nothing here.
    expect((await as(body.access_token).get('courses')).status).toBe(401);
  });

  it('refuses assertions that are forged, replayed, old, for others, or without an end', async () => {
    const { privateKey: forged } = await generateKeyPair('RS256');
    const used = await assertion();
    expect((await ask(used)).status).toBe(200);
    const bad = {
      replayed: used,
      forged: await assertion({}, forged),
      expired: await assertion({ exp: seconds() - 3600, iat: seconds() - 3700 }),
      elsewhere: await assertion({ aud: 'https://other.example/login/oauth2/token' }),
      endless: await assertion({ exp: undefined }),
      anonymous: await assertion({ jti: undefined }),
      unsigned: `${used.split('.').slice(0, 2).join('.')}.`,
    };
    for (const [name, text] of Object.entries(bad)) {
      const answer = await ask(text);
      expect([answer.status, answer.body], name).toEqual([
        401,
        { error: 'invalid_client', error_description: 'invalid JWT assertion' },
      ]);
    }
    expect((await ask('nonsense')).body.error_description).toBe('unknown client');
  });

  it('refuses other scopes, and keys that aren’t for it', async () => {
    expect((await ask(await assertion(), { scope: 'url:GET|/api/v1/accounts' })).body).toEqual({
      error: 'invalid_scope',
      error_description: expect.stringContaining('not granted: url:GET|/api/v1/accounts'),
    });
    expect(await token({ grant_type: 'client_credentials', ...client(confidential) })).toMatchObject({
      status: 400,
      body: {
        error: 'invalid_request',
        error_description: 'assertion method not supported for this grant_type',
      },
    });
  });
});

describe('the audit log', () => {
  it('has what an application was granted and what was taken from it', async () => {
    const key = await make.developerKey({ name: 'Audited' });
    const { access_token } = await grantTo(key);
    await as(access_token).delete('/login/oauth2/token');
    const { body } = await admin.get('/api/easel/v1/accounts/1/audit_events', {
      category: 'token',
      per_page: 2,
    });
    expect(body).toMatchObject([
      { event_type: 'revoked', user_id: user.id },
      { event_type: expect.stringMatching(/granted|used/), user_id: user.id },
    ]);
    expect(JSON.stringify(body)).not.toContain(access_token);
  });
});
