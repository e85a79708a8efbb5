/** Against a provider that nobody here wrote, oidc-provider, run here. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, type Page } from '../../testing/browser.ts';
import { openWorld } from '../../testing/world.ts';
import { hashPassword } from '../domain/passwords.ts';
import { systemClock } from '../http/site.ts';

const server: Server = createServer((request, response) => provider.callback()(request, response));
const issuer = await new Promise<string>((resolve) => {
  server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
});
afterAll(() => server.close());

/** The person who signs in there, by what he types; his claims. */
const people: Record<string, Record<string, unknown>> = {
  ida: { email: 'Ida@school.example', email_verified: true },
  uwe: { email: 'uwe@school.example', email_verified: false },
  stranger: { email: 'stranger@school.example', email_verified: true },
};

const configuration: Configuration = {
  clients: [
    {
      client_id: 'easel',
      client_secret: 'a secret between the two',
      redirect_uris: ['http://localhost/login/oauth2/callback'],
      post_logout_redirect_uris: ['http://localhost/login'],
    },
  ],
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  findAccount: (_ctx, sub) => ({ accountId: sub, claims: async () => ({ sub, ...people[sub] }) }),
  pkce: { required: () => true },
  features: { devInteractions: { enabled: true } },
  cookies: { keys: ['for tests'] },
  ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
};
const provider = new Provider(issuer, configuration);

const identityProvider = {
  issuer,
  clientId: 'easel',
  clientSecret: 'a secret between the two',
  name: 'School',
};
const bySub = await openWorld({
  publicUrl: 'http://localhost',
  identityProvider: { ...identityProvider, loginClaim: 'sub' },
});
const byEmail = await openWorld({
  publicUrl: 'http://localhost',
  identityProvider: { ...identityProvider, loginClaim: 'email' },
});

beforeAll(async () => {
  for (const { make, clock } of [bySub, byEmail]) {
    clock.set(systemClock.now());
    await make.person({ name: 'Ida Identity' }, { unique_id: 'ida' });
    await make.person({ name: 'Ida Email' }, { unique_id: 'ida@school.example' });
    await make.person({ name: 'Uwe' }, { unique_id: 'uwe@school.example' });
    await make.person({ name: 'Sue' }, { unique_id: 'sue', workflow_state: 'suspended' });
  }
});

/** The provider's own pages: signs somebody in there, agrees, and comes back with an address of ours. */
async function signInThere(address: string, login: string): Promise<URL> {
  const cookies = new Map<string, string>();
  const go = async (url: string, body?: URLSearchParams): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie },
      ...(body && { body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name) cookies.set(name, value as string);
    }
    return response;
  };
  let response = await go(address);
  for (let hops = 0; hops < 12; hops++) {
    const location = response.headers.get('location');
    if (location) {
      const next = new URL(location, issuer);
      if (next.origin !== issuer) return next;
      response = await go(next.href);
      continue;
    }
    const page = await response.text();
    const action = /action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (!action || !prompt) throw new Error(page);
    const fields = { prompt, ...(prompt === 'login' && { login, password: 'any' }) };
    response = await go(action, new URLSearchParams(fields));
  }
  throw new Error('it never came back');
}

async function begin(browser: Browser, returnTo = '/profile/settings'): Promise<string> {
  const page = await browser.get(`/login/openid_connect?${new URLSearchParams({ return_to: returnTo })}`);
  return page.location as string;
}

const comeBack = (browser: Browser, { pathname, search }: URL): Promise<Page> =>
  browser.get(pathname + search);

describe('signing in with OpenID Connect', () => {
  it('is offered beside the password', async () => {
    const page = await new Browser(bySub.app).get('/login/canvas?return_to=/doc/api');
    expect(page.text).toContain('href="/login/openid_connect?return_to=%2Fdoc%2Fapi"');
    expect(page.text).toContain('Sign in with School');
  });

  it('signs in whom the provider names, with PKCE, state and nonce', async () => {
    const browser = new Browser(bySub.app);
    const address = await begin(browser, '/doc/api');
    const { searchParams } = new URL(address);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      client_id: 'easel',
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: 'http://localhost/login/oauth2/callback',
      scope: 'openid email profile',
    });
    expect(searchParams.get('state')).toMatch(/^\w{128}$/);
    expect(searchParams.get('nonce')).toBeTruthy();
    const page = await comeBack(browser, await signInThere(address, 'ida'));
    expect(page).toMatchObject({ status: 302, location: '/doc/api' });
    expect((await browser.get('/profile/settings')).text).toContain('You are Ida Identity.');
    const { body } = await bySub.admin.get('/api/easel/v1/accounts/1/audit_events', { event_type: 'login' });
    expect(body[0].event_data).toEqual({ provider: 'openid_connect' });
  });

  it('knows people by another claim, from the userinfo endpoint, without regard to case', async () => {
    const browser = new Browser(byEmail.app);
    await comeBack(browser, await signInThere(await begin(browser), 'ida'));
    expect((await browser.get('/profile/settings')).text).toContain('You are Ida Email.');
  });

  it('takes no address that the provider doubts', async () => {
    const browser = new Browser(byEmail.app);
    const page = await comeBack(browser, await signInThere(await begin(browser), 'uwe'));
    expect(page.status).toBe(401);
  });

  it('makes nobody who isn’t here, and lets no suspended login in', async () => {
    for (const login of ['stranger', 'sue']) {
      const browser = new Browser(bySub.app);
      const page = await comeBack(browser, await signInThere(await begin(browser), login));
      expect(page.status).toBe(401);
      expect(page.text).toContain('Nobody here has the login that School names.');
      expect((await browser.get('/profile/settings')).status).toBe(302);
    }
  });

  it('refuses what was begun in another browser (login CSRF), twice, or too late', async () => {
    const attacker = new Browser(bySub.app);
    const answer = await signInThere(await begin(attacker), 'ida');
    const victim = new Browser(bySub.app);
    await victim.get('/login/canvas');
    expect((await comeBack(victim, answer)).status).toBe(400);
    // Whoever tried it has used it up.
    expect((await comeBack(attacker, answer)).status).toBe(400);

    const twice = new Browser(bySub.app);
    const once = await signInThere(await begin(twice), 'ida');
    expect((await comeBack(twice, once)).status).toBe(302);
    expect((await comeBack(twice, once)).status).toBe(400);

    const late = new Browser(bySub.app);
    const answered = await signInThere(await begin(late), 'ida');
    bySub.clock.advance(601);
    expect((await comeBack(late, answered)).status).toBe(400);
    bySub.clock.set(systemClock.now());
  });

  it('refuses a code or an error that the provider didn’t send, and a state that is none', async () => {
    const browser = new Browser(bySub.app);
    const answer = await signInThere(await begin(browser), 'ida');
    answer.searchParams.set('code', 'made-up');
    expect((await comeBack(browser, answer)).status).toBe(401);
    const state = new URL(await begin(browser)).searchParams.get('state') as string;
    const denied = new URL(`http://localhost/login/oauth2/callback?error=access_denied&state=${state}`);
    expect((await comeBack(browser, denied)).status).toBe(401);
    expect((await browser.get('/login/oauth2/callback?code=x&state=made-up')).status).toBe(400);
    expect((await browser.get('/login/oauth2/callback')).status).toBe(404);
  });

  it('ends the session at the provider too, and comes back', async () => {
    const browser = new Browser(bySub.app);
    await comeBack(browser, await signInThere(await begin(browser), 'ida'));
    const asked = await browser.get('/logout');
    // Browsers hold the redirect against the policy of the page whose form it answers.
    expect(asked.headers['content-security-policy']).toContain(`form-action 'self' ${issuer};`);
    const left = await browser.submit(asked, '/logout');
    expect((await browser.get('/profile/settings')).status).toBe(302);
    const end = new URL(left.location as string);
    expect(end.origin + end.pathname).toBe(`${issuer}/session/end`);
    expect(Object.fromEntries(end.searchParams)).toEqual({
      client_id: 'easel',
      post_logout_redirect_uri: 'http://localhost/login',
      id_token_hint: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    });
    // The provider takes it: it asks whether to sign out, and knows where to go then.
    const there = await fetch(end);
    expect([there.status, (await there.text()).includes('/session/end/confirm')]).toEqual([200, true]);
  });

  it('leaves it alone where the session began with a password', async () => {
    const { make, app } = bySub;
    await make.person({}, { unique_id: 'paul', password_hash: await hashPassword('a password') });
    const browser = new Browser(app);
    await browser.signIn('paul', 'a password');
    expect((await browser.submit(await browser.get('/logout'), '/logout')).location).toBe('/login');
  });

  it('says so when the provider can’t be reached', async () => {
    const { app } = await openWorld({
      identityProvider: { ...identityProvider, issuer: 'http://127.0.0.1:1', loginClaim: 'sub' },
    });
    const page = await new Browser(app).get('/login/openid_connect');
    expect(page.status).toBe(502);
    expect(page.text).toContain('School can’t be reached');
  });
});
