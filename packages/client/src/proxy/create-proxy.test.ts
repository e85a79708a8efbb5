import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import Fastify from 'fastify';
import { describe, expect, it, onTestFinished } from 'vitest';
import { answerJson, answerThrottled, fakeCanvas, type Handler } from '../../testing/fake-canvas.ts';
import { FakeClock } from '../../testing/fake-clock.ts';
import { ProxyBrowser } from '../../testing/proxy-browser.ts';
import { Canvas } from '../canvas.ts';
import { createCanvasProxy } from './create-proxy.ts';
import { nodeListener } from './node/listener.ts';
import type { ServiceOptions } from './options.ts';
import type { AllowList, ProxyEvent } from './types.ts';

const ORIGIN = 'https://app.example.edu';
const TOKEN = '7~serviceTokenThatStaysHere';

const operations: AllowList = {
  'GET /api/v1/courses': { params: ['include', 'enrollment_state'] },
  'GET /api/v1/courses/{id}': { cache: 60 },
  'PUT /api/v1/courses/{id}': { params: ['course'] },
  'DELETE /api/v1/courses/{id}': { params: ['event'] },
  'GET /files/{id}/download': { redirects: true },
  'GET /api/v1/users/{id}': {},
  'POST /api/v1/accounts/{account_id}/sis_imports': {
    params: ['attachment', 'import_type'],
    body: ['text/csv'],
  },
};

async function open(handler: Handler, options: Partial<ServiceOptions> = {}) {
  const { baseUrl, requests } = await fakeCanvas(handler);
  const events: ProxyEvent[] = [];
  const proxy = createCanvasProxy({
    baseUrl,
    publicUrl: `${ORIGIN}/canvas`,
    token: TOKEN,
    // As an application would, by its own cookie.
    authorize: ({ headers }) => ({ id: /user=(\w+)/.exec(headers.get('cookie') ?? '')?.[1] ?? 'nobody' }),
    operations,
    audit: (event) => events.push(event),
    ...options,
  });
  const browser = new ProxyBrowser(proxy, ORIGIN);
  return { proxy, browser, baseUrl, requests, events };
}

const json: Handler = (_, response) => answerJson(response, { id: 1 });

describe('an answer', () => {
  it('has some of Canvas’s headers, and no cookie', async () => {
    const { browser } = await open((_, response) =>
      answerJson(response, [], {
        headers: {
          'set-cookie': ['canvas_session=x', '_csrf_token=y'],
          'www-authenticate': 'Bearer',
          'x-rate-limit-remaining': '598.5',
          'x-request-cost': '0.1',
          'x-request-context-id': 'abc',
          'x-canvas-user-id': '1',
          'access-control-allow-origin': '*',
          server: 'Apache',
          etag: 'W/"1"',
        },
      }),
    );
    const { headers } = await browser.fetch('/canvas/api/v1/courses');
    expect(Object.fromEntries(headers)).toEqual({
      'cache-control': 'private, no-cache',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'content-type': 'application/json; charset=utf-8',
      'cross-origin-resource-policy': 'same-origin',
      etag: 'W/"1"',
      'referrer-policy': 'no-referrer',
      vary: 'Cookie, Accept',
      'x-content-type-options': 'nosniff',
      'x-rate-limit-remaining': '598.5',
      'x-request-context-id': 'abc',
      'x-request-cost': '0.1',
    });
  });

  it('has links to the proxy, with what is allowed there, and no others', async () => {
    const { browser, baseUrl } = await open(({ headers }, response) => {
      const at = `http://${headers.host}/api/v1`;
      answerJson(response, [], {
        headers: {
          link: [
            `<${at}/courses?include[]=term&page=2&per_page=10&access_token=${TOKEN}>; rel="next"`,
            '</api/v1/courses?page=1>; rel="first"',
            `<${at}/users/self/todo>; rel="prev"`,
            '<https://evil.example/api/v1/courses>; rel="last"',
          ].join(','),
        },
      });
    });
    const { headers } = await browser.fetch('/canvas/api/v1/courses');
    expect(headers.get('link')).toBe(
      `<${ORIGIN}/canvas/api/v1/courses?include%5B%5D=term&page=2&per_page=10>; rel="next",` +
        `<${ORIGIN}/canvas/api/v1/courses?page=1>; rel="first"`,
    );
    expect(headers.get('link')).not.toContain(baseUrl);
  });

  it('has its token masked, should Canvas send it back, also across chunks', async () => {
    const { browser } = await open((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain', 'x-easel-hint': `you sent ${TOKEN}` });
      response.write(`it is ${TOKEN.slice(0, 9)}`);
      setTimeout(() => response.end(`${TOKEN.slice(9)}, twice: ${TOKEN}.`), 20);
    });
    const response = await browser.fetch('/canvas/api/v1/courses');
    const mask = '*'.repeat(TOKEN.length);
    expect(response.headers.get('x-easel-hint')).toBe(`you sent ${mask}`);
    expect(await response.text()).toBe(`it is ${mask}, twice: ${mask}.`);
  });

  it.each([
    [401, { status: 'unauthorized', errors: [{ message: 'user not authorized to perform that action' }] }],
    [404, { errors: [{ message: 'The specified resource does not exist.' }] }],
    [422, { errors: { name: [{ message: 'blank' }] } }],
    [500, { errors: [{ message: 'An error occurred.' }], error_report_id: 5 }],
  ])('is Canvas’s own when that is an error: %d', async (status, body) => {
    const { browser } = await open((_, response) => answerJson(response, body, { status }));
    const response = await browser.fetch('/canvas/api/v1/courses');
    expect({ status: response.status, body: await response.json() }).toEqual({ status, body });
  });

  it('hands throttling on, with how long to wait', async () => {
    const { browser } = await open((_, response) => answerThrottled(response, 429, { 'retry-after': '7' }));
    const response = await browser.fetch('/canvas/api/v1/courses');
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7']);
  });

  it('is 304 where Canvas says so', async () => {
    const { browser, requests } = await open((_, response) => response.writeHead(304, { etag: '"1"' }).end());
    const response = await browser.fetch('/canvas/api/v1/courses', { headers: { 'if-none-match': '"1"' } });
    expect([response.status, response.headers.get('etag')]).toEqual([304, '"1"']);
    expect(requests[0]?.headers['if-none-match']).toBe('"1"');
  });
});

describe('a redirect', () => {
  const to =
    (location: (host: string) => string): Handler =>
    ({ headers }, response) =>
      response.writeHead(302, { location: location(headers.host ?? '') }).end();

  it('within what passes becomes the proxy’s own', async () => {
    const { browser } = await open(to((host) => `http://${host}/api/v1/courses/7`));
    const response = await browser.fetch('/canvas/api/v1/courses');
    expect([response.status, response.headers.get('location')]).toEqual([
      302,
      `${ORIGIN}/canvas/api/v1/courses/7`,
    ]);
  });

  it.each([
    ['to another host', () => 'https://evil.example/collect'],
    ['to what does not pass', (host: string) => `http://${host}/login/canvas`],
    ['to a script', () => 'javascript:alert(1)'],
  ])('%s is followed by nobody', async (_, location) => {
    const { browser, requests } = await open(to(location));
    const response = await browser.fetch('/canvas/api/v1/courses');
    expect(response.status).toBe(502);
    expect(await response.json()).toMatchObject({ errors: [{ error_code: 'redirect_not_allowed' }] });
    expect(requests).toHaveLength(1);
  });

  it('to another host is the browser’s where the list says so, unless it holds the token', async () => {
    const elsewhere = await open(to(() => 'https://files.example/x?signature=1'));
    const response = await elsewhere.browser.fetch('/canvas/files/5/download');
    expect([response.status, response.headers.get('location')]).toEqual([
      302,
      'https://files.example/x?signature=1',
    ]);
    const leaking = await open(to(() => `https://files.example/x?access_token=${TOKEN}`));
    expect((await leaking.browser.fetch('/canvas/files/5/download')).status).toBe(502);
  });
});

describe('a write', () => {
  it('needs the token of /session', async () => {
    const { browser, requests } = await open(json);
    await browser.session('/canvas');
    browser.csrfToken = 'x';
    const refused = await browser.write('PUT', '/canvas/api/v1/courses/42', 'course[name]=X');
    expect(refused.status).toBe(422);
    expect(requests).toEqual([]);
    await browser.session('/canvas');
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const done = await browser.write('PUT', '/canvas/api/v1/courses/42', 'course[name]=X+%26+Y', form);
    expect(done.status).toBe(200);
    expect(requests[0]).toMatchObject({
      method: 'PUT',
      url: '/api/v1/courses/42',
      body: 'course%5Bname%5D=X%20%26%20Y',
    });
  });

  it('needs the token of this browser’s session', async () => {
    const { browser, proxy, requests } = await open(json);
    await browser.session('/canvas');
    const other = new ProxyBrowser(proxy, ORIGIN);
    await other.session('/canvas');
    other.csrfToken = browser.csrfToken;
    expect((await other.write('DELETE', '/canvas/api/v1/courses/42?event=delete')).status).toBe(422);
    expect(requests).toEqual([]);
  });

  it.each([
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['a page of a neighbouring host', { 'sec-fetch-site': 'same-site' }],
    ['nobody’s page', { 'sec-fetch-site': 'none' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['the same host over http', { origin: 'http://app.example.edu' }],
    ['a sandboxed page', { origin: 'null' }],
  ])('is refused to %s, whatever token it has', async (_, headers) => {
    const { browser, requests } = await open(json);
    await browser.session('/canvas');
    const response = await browser.write('DELETE', '/canvas/api/v1/courses/42', undefined, headers);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ errors: [{ error_code: 'other_origin' }] });
    expect(requests).toEqual([]);
  });

  it('reaches Canvas from JSON as JSON, its types kept', async () => {
    const { browser, requests } = await open(json);
    await browser.session('/canvas');
    const body = '{"course": {"name": "X", "is_public": true, "sis_course_id": null}}';
    await browser.write('PUT', '/canvas/api/v1/courses/42', body, { 'content-type': 'application/json' });
    expect(requests[0]?.headers['content-type']).toBe('application/json');
    expect(requests[0]?.body).toBe('{"course":{"name":"X","is_public":true,"sis_course_id":null}}');
  });

  it('of multipart fields reaches Canvas as a form', async () => {
    const { browser, requests } = await open(json);
    await browser.session('/canvas');
    const form = new FormData();
    form.append('course[name]', 'Ä "b"\nc');
    await browser.write('PUT', '/canvas/api/v1/courses/42', form);
    expect(new URLSearchParams(requests[0]?.body).get('course[name]')).toBe('Ä "b"\r\nc');
  });

  it('with a file streams it on, its fields checked first', async () => {
    const { browser, requests } = await open(json);
    await browser.session('/canvas');
    const form = new FormData();
    form.append('import_type', 'instructure_csv');
    form.append('attachment', new Blob(['a,b\r\n--1,2\r\n'], { type: 'text/csv' }), 'kurse "ä".csv');
    const response = await browser.write('POST', '/canvas/api/v1/accounts/1/sis_imports', form);
    expect(response.status).toBe(200);
    const type = requests[0]?.headers['content-type'] ?? '';
    expect(type).toMatch(/^multipart\/form-data; boundary=easel-/);
    const parsed = await new Response(requests[0]?.body, { headers: { 'content-type': type } }).formData();
    expect(parsed.get('import_type')).toBe('instructure_csv');
    const file = parsed.get('attachment') as File;
    expect([file.name, file.type, await file.text()]).toEqual([
      'kurse "ä".csv',
      'text/csv',
      'a,b\r\n--1,2\r\n',
    ]);
  });

  it('with a field behind the file never ends at Canvas', async () => {
    const { browser, requests } = await open(json);
    await browser.session('/canvas');
    const form = new FormData();
    form.append('attachment', new Blob(['a']), 'a.csv');
    form.append('import_type', 'x');
    const response = await browser.write('POST', '/canvas/api/v1/accounts/1/sis_imports', form);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ error_code: 'bad_multipart' }] });
    expect(requests).toEqual([]);
  });

  it('of a listed type goes through as it is', async () => {
    const { browser, requests } = await open(json);
    await browser.session('/canvas');
    const path = '/canvas/api/v1/accounts/1/sis_imports?import_type=instructure_csv';
    await browser.write('POST', path, '&_method=DELETE', { 'content-type': 'text/csv; charset=utf-8' });
    expect(requests[0]).toMatchObject({
      url: '/api/v1/accounts/1/sis_imports?import_type=instructure_csv',
      body: '&_method=DELETE',
      headers: { 'content-type': 'text/csv' },
    });
  });
});

describe('a limit', () => {
  const limits = { params: 1000, body: 5000, answer: 3000 };

  it.each([
    [
      'parameters',
      'PUT',
      'courses/42',
      `course[name]=${'x'.repeat(1000)}`,
      'application/x-www-form-urlencoded',
      413,
    ],
    ['JSON', 'PUT', 'courses/42', `{"course":{"name":"${'x'.repeat(1000)}"}}`, 'application/json', 413],
    ['a body that goes through', 'POST', 'accounts/1/sis_imports', 'x'.repeat(5001), 'text/csv', 413],
  ])('holds for %s', async (_, method, path, body, type, status) => {
    const { browser } = await open(json, { limits });
    await browser.session('/canvas');
    const response = await browser.write(method, `/canvas/api/v1/${path}`, body, { 'content-type': type });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ error_code: 'too_large' }] });
  });

  it('holds for a query', async () => {
    const { browser } = await open(json, { limits });
    expect((await browser.fetch(`/canvas/api/v1/courses?include[]=${'x'.repeat(1000)}`)).status).toBe(414);
  });

  it('breaks an answer off that is longer', async () => {
    const { browser } = await open((_, response) => answerJson(response, 'x'.repeat(4000)), { limits });
    await expect((await browser.fetch('/canvas/api/v1/courses')).text()).rejects.toThrow('too long');
  });

  it('of time answers 504, and 502 where nobody answers', async () => {
    const slow = await open(
      async (_, response) => {
        await sleep(500);
        answerJson(response, []);
      },
      { timeoutMs: 50 },
    );
    expect((await slow.browser.fetch('/canvas/api/v1/courses')).status).toBe(504);
    const broken = await open((_, response) => response.destroy());
    expect((await broken.browser.fetch('/canvas/api/v1/courses')).status).toBe(502);
  });

  it('of time breaks off an answer that stops', async () => {
    const { browser } = await open((_, response) => void response.writeHead(200).write('half'), {
      timeoutMs: 100,
    });
    await expect((await browser.fetch('/canvas/api/v1/courses')).text()).rejects.toThrow('stopped');
  });
});

describe('who asks', () => {
  it('is for the application to say, and it sees what will be sent', async () => {
    const calls: unknown[] = [];
    const { browser, requests } = await open(json, {
      authorize(request, call) {
        calls.push(call, request.headers.get('cookie'), request.body);
        return undefined;
      },
    });
    browser.cookies.set('user', 'ada');
    const response = await browser.fetch('/canvas/api/v1/courses/42?x=1');
    expect(response.status).toBe(403);
    const other = await browser.fetch('/canvas/api/v1/courses?include[]=term&enrollment_state=active');
    expect(other.status).toBe(401);
    expect(await other.json()).toMatchObject({ status: 'unauthenticated' });
    expect(calls).toEqual([
      {
        operation: 'GET /api/v1/courses',
        path: {},
        params: { include: ['term'], enrollment_state: 'active' },
        user: undefined,
      },
      'user=ada',
      null,
    ]);
    expect(requests).toEqual([]);
  });

  it('may not be allowed to', async () => {
    const { browser, requests } = await open(json, { authorize: () => false });
    expect((await browser.fetch('/canvas/api/v1/courses')).status).toBe(403);
    expect(requests).toEqual([]);
  });

  it('must be asked: one token for all without it is a mistake', () => {
    const open = { baseUrl: 'https://c.example', publicUrl: ORIGIN, token: TOKEN, operations };
    // As a program without types would.
    expect(() => createCanvasProxy(open as ServiceOptions)).toThrow(/authorize/);
  });

  it('learns nothing of the token when Canvas does not take it', async () => {
    const { browser } = await open((_, response) =>
      answerJson(
        response,
        { errors: [{ message: 'Invalid access token.' }] },
        { status: 401, headers: { 'www-authenticate': 'Bearer' } },
      ),
    );
    const response = await browser.fetch('/canvas/api/v1/courses');
    expect([response.status, await response.json()]).toMatchObject([
      502,
      { errors: [{ error_code: 'token_refused' }] },
    ]);
  });

  it('gets the newer token of a source when Canvas does not take the older', async () => {
    const refusals: (string | undefined)[] = [];
    const { browser, requests } = await open(
      ({ headers }, response) =>
        headers.authorization === 'Bearer new'
          ? answerJson(response, [])
          : answerJson(response, {}, { status: 401, headers: { 'www-authenticate': 'Bearer' } }),
      {
        token(refused) {
          refusals.push(refused);
          return refused === 'old' ? 'new' : 'old';
        },
      },
    );
    expect((await browser.fetch('/canvas/api/v1/courses')).status).toBe(200);
    expect(requests).toHaveLength(2);
    expect(refusals).toEqual([undefined, 'old']);
  });
});

describe('the cache', () => {
  const numbered = (): Handler => {
    let count = 0;
    return ({ url }, response) =>
      answerJson(response, { id: ++count, url }, { headers: { etag: `"${count}"` } });
  };
  const as = (proxy: (request: Request) => Promise<Response>, user: string) => {
    const browser = new ProxyBrowser(proxy, ORIGIN);
    browser.cookies.set('user', user);
    return browser;
  };

  it('gives an answer again to the same user, and to nobody else', async () => {
    const { proxy, events } = await open(numbered());
    const [ada, bob] = [as(proxy, 'ada'), as(proxy, 'bob')];
    const path = '/canvas/api/v1/courses/42';
    expect(await ada.json(path)).toMatchObject({ id: 1 });
    expect(await ada.json(path)).toMatchObject({ id: 1 });
    expect(await bob.json(path)).toMatchObject({ id: 2 });
    expect(await ada.json(path)).toMatchObject({ id: 1 });
    expect(await bob.json(path)).toMatchObject({ id: 2 });
    expect(events.map(({ user, cache }) => `${user} ${cache}`)).toEqual([
      'ada miss',
      'ada hit',
      'bob miss',
      'ada hit',
      'bob hit',
    ]);
  });

  it('keeps users apart however their names look', async () => {
    const names = ['a', 'b'];
    const ids = ['a application/json', 'a'];
    const { proxy } = await open(numbered(), {
      authorize: ({ headers }) => ({
        id: ids[names.indexOf(/user=(\w)/.exec(headers.get('cookie') ?? '')?.[1] ?? '')] ?? '',
      }),
    });
    expect(await as(proxy, 'a').json('/canvas/api/v1/courses/42')).toMatchObject({ id: 1 });
    expect(await as(proxy, 'b').json('/canvas/api/v1/courses/42')).toMatchObject({ id: 2 });
  });

  it('forgets after its seconds, and all of a user when the user writes', async () => {
    const clock = new FakeClock();
    const { proxy } = await open(numbered(), { clock });
    const [ada, bob] = [as(proxy, 'ada'), as(proxy, 'bob')];
    const path = '/canvas/api/v1/courses/42';
    await ada.json(path);
    await bob.json(path);
    await clock.sleep(59_000);
    expect(await ada.json(path)).toMatchObject({ id: 1 });
    await clock.sleep(1_000);
    expect(await ada.json(path)).toMatchObject({ id: 3 });
    expect(await bob.json(path)).toMatchObject({ id: 4 });
    await ada.session('/canvas');
    await ada.write('DELETE', '/canvas/api/v1/courses/42?event=delete');
    expect(await ada.json(path)).toMatchObject({ id: 6 });
    expect(await bob.json(path)).toMatchObject({ id: 4 });
  });

  it('answers 304 by itself, and tells addresses and forms of ids apart', async () => {
    const { proxy, requests } = await open(numbered());
    const ada = as(proxy, 'ada');
    const path = '/canvas/api/v1/courses/42';
    await ada.json(path);
    const known = await ada.fetch(path, { headers: { 'if-none-match': '"1"' } });
    expect([known.status, await known.text()]).toEqual([304, '']);
    expect(requests).toHaveLength(1);
    await ada.json(path, { headers: { accept: 'application/json+canvas-string-ids' } });
    await ada.json('/canvas/api/v1/courses/43');
    expect(requests).toHaveLength(3);
  });

  it('keeps neither errors nor what was not read to its end nor what nobody asked it to', async () => {
    let count = 0;
    const { proxy, requests } = await open((_, response) => {
      count++;
      if (count === 1) return answerJson(response, {}, { status: 500 });
      return answerJson(response, 'x'.repeat(100_000));
    });
    const ada = as(proxy, 'ada');
    await ada.text('/canvas/api/v1/courses/42');
    const half = await ada.fetch('/canvas/api/v1/courses/42');
    await half.body?.cancel();
    await ada.text('/canvas/api/v1/courses/42');
    expect(requests).toHaveLength(3);
    await ada.text('/canvas/api/v1/courses');
    await ada.text('/canvas/api/v1/courses');
    expect(requests).toHaveLength(5);
  });

  it('lets the oldest go when it is full', async () => {
    const { proxy, requests } = await open((_, response) => answerJson(response, 'x'.repeat(10_000)), {
      cacheBytes: 25_000,
    });
    const ada = as(proxy, 'ada');
    for (const id of [1, 2, 1, 3, 1, 2]) await ada.text(`/canvas/api/v1/courses/${id}`);
    expect(requests.map(({ url }) => url.slice(-1)).join('')).toBe('1232');
  });
});

describe('the audit log', () => {
  it('says who did what to what, and how it went, without secrets', async () => {
    const { browser, events } = await open((_, response) =>
      answerJson(response, {}, { headers: { 'x-request-context-id': 'abc' } }),
    );
    browser.cookies.set('user', 'ada');
    await browser.session('/canvas');
    await browser.fetch('/canvas/api/v1/courses/sis_course_id:X?access_token=hidden');
    await browser.fetch('/canvas/api/v1/users/self/hidden');
    await browser.write('DELETE', '/canvas/api/v1/courses/42?event=hidden');
    expect(events.map(({ at: _, ms: __, ...event }) => event)).toEqual([
      { event: 'session', method: 'GET', ids: {}, status: 200 },
      {
        event: 'refused',
        method: 'GET',
        operation: 'GET /api/v1/courses/{id}',
        ids: { id: 'sis_course_id:X' },
        status: 403,
        reason: 'parameter_not_allowed',
      },
      { event: 'refused', method: 'GET', ids: {}, status: 403, reason: 'operation_not_allowed' },
      {
        event: 'call',
        method: 'DELETE',
        user: 'ada',
        operation: 'DELETE /api/v1/courses/{id}',
        ids: { id: '42' },
        status: 200,
        requestId: 'abc',
      },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/hidden|serviceToken/);
    expect(events[0]?.at).toMatch(/^\d{4}-.*Z$/);
  });

  it('keeps nobody from working when it is broken', async () => {
    const { browser } = await open(json, {
      audit() {
        throw new Error('the disk is full');
      },
    });
    expect((await browser.fetch('/canvas/api/v1/courses')).status).toBe(200);
  });
});

describe('settings', () => {
  it.each([
    ['a public address without TLS', { publicUrl: 'http://app.example.edu' }, /https/],
    ['no address', { publicUrl: '/canvas' }, /publicUrl/],
    ['a Canvas with a path', { baseUrl: 'https://c.example/api/v1' }, /without a path/],
    ['a token that no header could carry', { token: 'a\nb' }, /characters that no token has/],
    ['a short key', { keys: ['short'] }, /32 random bytes/],
  ])('are refused with %s', (_, wrong, message) => {
    const right = { baseUrl: 'https://c.example', publicUrl: ORIGIN, token: TOKEN, operations };
    expect(() => createCanvasProxy({ ...right, authorize: () => ({ id: '1' }), ...wrong })).toThrow(message);
  });
});

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('mounted', () => {
  it('at node:http', async () => {
    const { proxy } = await open(json, { publicUrl: ORIGIN });
    const at = await listen(nodeListener(proxy, ORIGIN));
    // As the client of this package uses it: a Canvas without a token.
    const course = await new Canvas({ baseUrl: at }).call('GET /api/v1/courses/{id}', { path: { id: 42 } });
    expect(course).toEqual({ id: 1 });
  });

  it('at Fastify, writes and all', async () => {
    const { proxy, requests } = await open(json);
    const app = Fastify();
    app.removeAllContentTypeParsers();
    // The body is the proxy's to read.
    app.addContentTypeParser('*', (_request, _payload, done) => done(null));
    const listener = nodeListener(proxy, ORIGIN);
    app.all('/canvas/*', (request, reply) => {
      reply.hijack();
      return listener(request.raw, reply.raw);
    });
    const at = await app.listen({ host: '127.0.0.1', port: 0 });
    onTestFinished(() => void app.close());
    const greeting = await fetch(`${at}/canvas/session`);
    const { csrf_token } = (await greeting.json()) as { csrf_token: string };
    const [cookie = ''] = greeting.headers.getSetCookie();
    expect(cookie).toMatch(
      /^__Host-easel_proxy=[\w-]{43}; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure$/,
    );
    const response = await fetch(`${at}/canvas/api/v1/courses/42`, {
      method: 'PUT',
      headers: { cookie: cookie.split(';')[0] ?? '', 'x-csrf-token': csrf_token },
      body: new URLSearchParams({ 'course[name]': 'X' }),
    });
    expect([response.status, await response.json()]).toEqual([200, { id: 1 }]);
    expect(requests[0]?.body).toBe('course%5Bname%5D=X');
  });

  it('below Express’s use, which shortens the address', async () => {
    const { proxy } = await open(json);
    const listener = nodeListener(proxy, ORIGIN);
    const at = await listen((incoming, outgoing) => {
      Object.assign(incoming, { originalUrl: incoming.url });
      incoming.url = incoming.url?.replace('/canvas', '') ?? '';
      return void listener(incoming, outgoing);
    });
    expect(await (await fetch(`${at}/canvas/api/v1/courses`)).json()).toEqual({ id: 1 });
  });
});

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What is in use, without what only waits to be collected. */
function heldBytes(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

describe('a long answer', () => {
  const MEGABYTE = Buffer.alloc(1024 * 1024, 'x');

  /** Canvas sends as fast as anybody takes it. */
  function endless(megabytes: number) {
    const sent = { megabytes: 0, closed: false };
    function* chunks() {
      for (; sent.megabytes < megabytes; sent.megabytes++) yield MEGABYTE;
    }
    const handler: Handler = async (_, response) => {
      response.writeHead(200, { 'content-type': 'text/csv' });
      await pipeline(Readable.from(chunks(), { highWaterMark: 1 }), response).catch(() => {});
      sent.closed = true;
    };
    return { sent, handler };
  }

  it('of 50 MB streams through with flat memory, at the browser’s own speed', async () => {
    const { sent, handler } = endless(50);
    const { proxy } = await open(handler);
    const at = await listen(nodeListener(proxy, ORIGIN));
    const incoming = await new Promise<IncomingMessage>((resolve) => {
      httpRequest(`${at}/canvas/api/v1/courses`, resolve).end();
    });
    await sleep(300);
    // Nobody has read anything yet: what is on its way fills the buffers of sockets and no more.
    expect(sent.megabytes).toBeLessThan(20);

    let length = 0;
    let mostOnItsWay = 0;
    const before = heldBytes();
    const held: number[] = [];
    for await (const chunk of incoming) {
      const megabytes = Math.floor(length / MEGABYTE.length);
      length += (chunk as Buffer).length;
      mostOnItsWay = Math.max(mostOnItsWay, sent.megabytes - megabytes);
      if (Math.floor(length / MEGABYTE.length) > megabytes) held.push(heldBytes() - before);
    }
    expect(length).toBe(50 * MEGABYTE.length);
    expect(mostOnItsWay).toBeLessThan(20);
    // The middle of all, for V8 counts buffers that it has let go some time later. Of all three: browser, proxy, Canvas.
    expect(held.sort((a, b) => a - b)[25]).toBeLessThan(4 * MEGABYTE.length);
  });

  it('ends at Canvas when the browser goes away', async () => {
    const { sent, handler } = endless(1000);
    const { proxy } = await open(handler);
    const at = await listen(nodeListener(proxy, ORIGIN));
    const gone = new AbortController();
    const response = await fetch(`${at}/canvas/api/v1/courses`, { signal: gone.signal });
    await response.body?.getReader().read();
    gone.abort();
    await expect.poll(() => sent.closed, { timeout: 5000 }).toBe(true);
    expect(sent.megabytes).toBeLessThan(100);
  });

  it('is not waited for when the browser goes away before it begins', async () => {
    let closed = false;
    const { proxy } = await open(
      (_, response) =>
        void response.on('close', () => {
          closed = true;
        }),
    );
    const at = await listen(nodeListener(proxy, ORIGIN));
    const gone = new AbortController();
    const asked = fetch(`${at}/canvas/api/v1/courses`, { signal: gone.signal });
    setTimeout(() => gone.abort(), 100);
    await expect(asked).rejects.toThrow();
    await expect.poll(() => closed, { timeout: 5000 }).toBe(true);
  });

  it('the other way streams too: Canvas has the beginning before the browser has sent the end', async () => {
    let beginning = '';
    const server = createServer(async (incoming, response) => {
      for await (const chunk of incoming) beginning ||= String(chunk);
      response.end('{}');
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { browser } = await open(json, { baseUrl });
    await browser.session('/canvas');
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('first')),
      async pull(controller) {
        await expect.poll(() => beginning, { timeout: 5000 }).toBe('first');
        controller.enqueue(new TextEncoder().encode('last'));
        controller.close();
      },
    });
    const response = await browser.write('POST', '/canvas/api/v1/accounts/1/sis_imports', body, {
      'content-type': 'text/csv',
    });
    expect(response.status).toBe(200);
  });
});
