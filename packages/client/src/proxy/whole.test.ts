/** The proxy between a browser and the real Easel, over the wire. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PlainBrowser } from '../../testing/plain-browser.ts';
import {
  ADMIN_LOGIN,
  ADMIN_PASSWORD,
  ADMIN_TOKEN,
  DEMO_PASSWORD,
  makeApplication,
  type RealEasel,
  startEasel,
} from '../../testing/real-easel.ts';
import { recordingRelay } from '../../testing/recording-relay.ts';
import { Canvas } from '../canvas.ts';
import { createCanvasProxy } from './create-proxy.ts';
import { nodeListener } from './node/listener.ts';
import type { AllowList } from './types.ts';

const KEY = 'a key of the test with more than thirty-two bytes';

let easel: RealEasel;
/** Who is enrolled in one course. */
let people: { login: string; id: string }[];
const servers: Server[] = [];

beforeAll(async () => {
  easel = await startEasel();
  const query = 'enrollment_term_id=sis_term_id:fall-2026&published=true&with_enrollments=true';
  const [course] = (await easel.api('GET', `accounts/self/courses?${query}`)) as { id: number }[];
  const enrollments = (await easel.api('GET', `courses/${course?.id}/enrollments?per_page=50`)) as {
    user: { id: number; login_id: string };
  }[];
  const users = enrollments.map(({ user }) => ({ id: String(user.id), login: user.login_id }));
  people = [...new Map(users.map((user) => [user.id, user])).values()];
}, 120_000);

afterAll(() => {
  easel.stop();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

const operations: AllowList = {
  'GET /api/v1/courses': { params: ['include', 'enrollment_state'], cache: 30 },
  'GET /api/v1/accounts/{account_id}/courses': { params: ['enrollment_term_id', 'search_term'] },
  'GET /api/v1/users/{id}': { path: { id: ['self'] } },
  'GET /api/v1/courses/{id}': {},
  'PUT /api/v1/courses/{id}': { params: ['course[name]'] },
};

interface Given {
  readonly own: Omit<Parameters<typeof createCanvasProxy>[0], 'baseUrl' | 'publicUrl' | 'operations'>;
}

/** A proxy that listens, behind a wire that keeps all bytes that leave it. */
async function listen(own: (origin: string) => Promise<Given['own']>) {
  let handler: ReturnType<typeof nodeListener> | undefined;
  const server = createServer((incoming, outgoing) => void handler?.(incoming, outgoing)).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
  const relay = recordingRelay(() => (server.address() as AddressInfo).port);
  relay.server.listen(0, '127.0.0.1');
  await once(relay.server, 'listening');
  const origin = `http://127.0.0.1:${(relay.server.address() as AddressInfo).port}`;
  const options = { baseUrl: easel.url, publicUrl: `${origin}/canvas`, operations, ...(await own(origin)) };
  handler = nodeListener(createCanvasProxy(options as Parameters<typeof createCanvasProxy>[0]), origin);
  servers.push(server);
  return { origin, at: `${origin}/canvas`, bytes: () => relay.bytes().toString('latin1') };
}

async function signIn(at: string, login: string, password: string) {
  const browser = new PlainBrowser();
  const page = await browser.go(`${at}/login?return_to=/canvas/session`);
  const consent = await browser.submit(page, '/login/canvas', {
    'pseudonym_session[unique_id]': login,
    'pseudonym_session[password]': password,
  });
  const done = await browser.submit(consent, '/login/oauth2/accept');
  return {
    browser,
    session: JSON.parse(done.text) as { user: { id: string; name: string }; csrf_token: string },
  };
}

describe.each(['public', 'confidential'])('with each user’s own token, of a %s client', (client_type) => {
  let proxy: Awaited<ReturnType<typeof listen>>;
  let application: { clientId: string; clientSecret: string };
  /** What the proxy got from Easel and must keep. */
  const kept: string[] = [];

  beforeAll(async () => {
    proxy = await listen(async (origin) => {
      const redirectUri = `${origin}/canvas/callback`;
      application = await makeApplication(easel, redirectUri, { client_type });
      const { clientId, clientSecret } = application;
      return {
        oauth: { clientId, ...(client_type === 'confidential' && { clientSecret }) },
        keys: [KEY],
        fetch: async (url, init) => {
          const { authorization } = init.headers as Record<string, string>;
          if (authorization) kept.push(authorization.replace('Bearer ', ''));
          const response = await fetch(url, init);
          if (url.endsWith('/login/oauth2/token') && init.method === 'POST') {
            const granted = (await response.clone().json()) as Record<string, unknown>;
            kept.push(
              ...[granted['access_token'], granted['refresh_token']].filter(
                (text) => typeof text === 'string',
              ),
            );
            kept.push(new URLSearchParams(String(init.body)).get('code_verifier') ?? '');
          }
          return response;
        },
      };
    });
  }, 60_000);

  it('somebody signs in, sees what is theirs, and leaves no trace of a token', async () => {
    const [one, two] = people;
    if (!one || !two) throw new Error('nobody is enrolled in the demo');
    const first = await signIn(proxy.at, one.login, DEMO_PASSWORD);
    const second = await signIn(proxy.at, two.login, DEMO_PASSWORD);
    expect([first.session.user.id, second.session.user.id]).toEqual([one.id, two.id]);

    for (const [{ browser }, { id }] of [
      [first, one],
      [second, two],
      [first, one],
    ] as const) {
      const me = await browser.go(`${proxy.at}/api/v1/users/self`);
      expect(JSON.parse(me.text)).toMatchObject({ id: Number(id) });
      const courses = JSON.parse((await browser.go(`${proxy.at}/api/v1/courses?per_page=100`)).text) as {
        id: number;
      }[];
      const own = (await easel.api('GET', `users/${id}/courses?per_page=100`)) as { id: number }[];
      expect(courses.map((course) => course.id)).toEqual(own.map((course) => course.id));
      expect(courses.length).toBeGreaterThan(0);
    }

    const refused = await first.browser.go(`${proxy.at}/api/v1/users/${two.id}`);
    expect(refused.status).toBe(403);
    const asOther = await first.browser.go(`${proxy.at}/api/v1/courses?as_user_id=1`);
    expect(asOther.status).toBe(403);

    const logout = await first.browser.fetch(`${proxy.at}/logout`, {
      method: 'POST',
      headers: { 'x-csrf-token': first.session.csrf_token, origin: proxy.origin },
    });
    expect(logout.status).toBe(204);
    expect((await first.browser.go(`${proxy.at}/api/v1/users/self`)).status).toBe(401);
    const seen = proxy.bytes();
    expect(seen).toContain('HTTP/1.1 200');
    const secrets = [...new Set(kept), application.clientSecret, ADMIN_TOKEN, KEY].filter(
      (text) => text !== '',
    );
    expect(secrets.length).toBeGreaterThan(7);
    expect(secrets.filter((secret) => seen.includes(secret))).toEqual([]);
  });

  it('an administrator renames a course', async () => {
    const { browser, session } = await signIn(proxy.at, ADMIN_LOGIN, ADMIN_PASSWORD);
    const renamed = await browser.fetch(`${proxy.at}/api/v1/courses/145`, {
      method: 'PUT',
      headers: { 'x-csrf-token': session.csrf_token, origin: proxy.origin },
      body: new URLSearchParams({ 'course[name]': `Renamed & “${client_type}”` }),
    });
    expect(renamed.status).toBe(200);
    expect(await easel.api('GET', 'courses/145')).toMatchObject({ name: `Renamed & “${client_type}”` });
  });
});

describe('with one token for all', () => {
  it('this package’s client reads a list to its end through it, and no byte of the token comes', async () => {
    const proxy = await listen(async () => ({ token: ADMIN_TOKEN, authorize: () => ({ id: 'ada' }) }));
    // The client wants a Canvas at the top of an origin; the links it follows are the proxy's.
    const canvas = new Canvas({ baseUrl: proxy.origin });
    const all = await canvas
      .rawList<{ id: string }>(`${proxy.at}/api/v1/accounts/self/courses`, { params: { per_page: 50 } })
      .toArray();
    const terms = (await easel.api('GET', 'accounts/self/courses?per_page=1')) as { id: number }[];
    expect(all.length).toBeGreaterThan(150);
    expect(all[0]?.id).toBe(String(terms[0]?.id));
    const fall = await canvas
      .rawList(`${proxy.at}/api/v1/accounts/self/courses`, {
        params: { enrollment_term_id: 'sis_term_id:fall-2026' },
      })
      .toArray();
    expect(fall).toHaveLength(54);
    expect(proxy.bytes()).not.toContain(ADMIN_TOKEN);
  });

  it('each answer is Easel’s own, byte for byte', async () => {
    const proxy = await listen(async () => ({ token: ADMIN_TOKEN, authorize: () => ({ id: 'ada' }) }));
    const path = '/api/v1/courses/145';
    const [through, direct] = await Promise.all([
      fetch(proxy.at + path),
      fetch(easel.url + path, { headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'user-agent': 'test' } }),
    ]);
    expect(through.headers.get('etag')).toBe(direct.headers.get('etag'));
    expect(through.headers.get('content-type')).toBe(direct.headers.get('content-type'));
    expect(await through.text()).toBe(await direct.text());
    const known = await fetch(proxy.at + path, {
      headers: { 'if-none-match': direct.headers.get('etag') ?? '' },
    });
    expect(known.status).toBe(304);
    const missing = await fetch(`${proxy.at}/api/v1/courses/sis_course_id:nothing`);
    expect([missing.status, await missing.json()]).toEqual([
      404,
      { errors: [{ message: 'The specified resource does not exist.' }] },
    ]);
  });
});
