import { describe, expect, it } from 'vitest';
import { answerJson, answerThrottled, fakeCanvas, type Handler } from '../testing/fake-canvas.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { Canvas, type CanvasOptions } from './canvas.ts';
import { ForeignLinkError } from './errors/foreign-link-error.ts';
import { NetworkError } from './errors/network-error.ts';
import { ServerError } from './errors/server-error.ts';
import { ThrottledError } from './errors/throttled-error.ts';
import { UnexpectedAnswerError } from './errors/unexpected-answer-error.ts';
import { FormError } from './form.ts';
import type { IncomingResponse, OutgoingRequest } from './hooks.ts';

async function setUp<Ids extends 'string' | 'number' = 'string'>(
  handler: Handler = (_, response) => answerJson(response, {}),
  options: Partial<CanvasOptions<Ids>> = {},
) {
  const server = await fakeCanvas(handler);
  const clock = new FakeClock();
  const canvas = new Canvas<Ids>({ baseUrl: server.baseUrl, token: 'secret', clock, ...options });
  return { ...server, canvas, clock };
}

describe('call', () => {
  it('sends what every request needs', async () => {
    const { canvas, requests } = await setUp(undefined, { userAgent: 'report/1 (me@example.edu)' });
    await canvas.call('GET /api/v1/courses/{id}', { path: { id: 'sis_course_id:CHEM 101.A' } });
    expect(requests[0]).toMatchObject({
      method: 'GET',
      url: '/api/v1/courses/sis_course_id:CHEM%20101%2EA',
      body: '',
    });
    expect(requests[0]?.headers).toMatchObject({
      authorization: 'Bearer secret',
      accept: 'application/json+canvas-string-ids',
      'user-agent': 'report/1 (me@example.edu)',
    });
  });

  it('asks for numbers where they are wanted, and names itself unasked', async () => {
    const { canvas, requests } = await setUp(undefined, { ids: 'number' });
    await canvas.call('GET /api/v1/courses');
    expect(requests[0]?.headers).toMatchObject({
      accept: 'application/json',
      'user-agent': 'easel-client/0.1',
    });
  });

  it('puts parameters into the query of a GET and a DELETE', async () => {
    const { canvas, requests } = await setUp();
    await canvas.call('GET /api/v1/courses/{id}', {
      path: { id: 1 },
      params: { include: ['term', 'sections'] },
    });
    await canvas.call('DELETE /api/v1/courses/{id}', { path: { id: 1 }, params: { event: 'conclude' } });
    expect(requests.map(({ url, body }) => decodeURIComponent(url) + body)).toEqual([
      '/api/v1/courses/1?include[]=term&include[]=sections',
      '/api/v1/courses/1?event=conclude',
    ]);
  });

  it('sends the form of the founding thread', async () => {
    const { canvas, requests } = await setUp();
    // Not `call`: the contract still takes external_tool_tag_attributes for a text, as Canvas's documentation does.
    await canvas.raw('POST', 'courses/896/assignments', {
      params: {
        assignment: {
          name: 'Post Test',
          submission_types: ['external_tool'],
          external_tool_tag_attributes: {
            url: 'https://tool.example.net/quiz/connect_post.php',
            new_tab: true,
          },
        },
      },
    });
    expect(requests[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded;charset=UTF-8');
    expect(decodeURIComponent(requests[0]?.body ?? '').split('&')).toEqual([
      'assignment[name]=Post Test',
      'assignment[submission_types][]=external_tool',
      'assignment[external_tool_tag_attributes][url]=https://tool.example.net/quiz/connect_post.php',
      'assignment[external_tool_tag_attributes][new_tab]=true',
    ]);
  });

  it('sends JSON when asked to, and where a form would mix things up', async () => {
    const { canvas, requests } = await setUp();
    await canvas.raw('POST', 'x', { params: { a: 1, at: new Date(0), big: 2n ** 60n }, body: 'json' });
    await canvas.raw('POST', 'x', { params: { a: [{ k: 1 }, { m: 2 }] } });
    expect(requests.map(({ headers }) => headers['content-type'])).toEqual([
      'application/json',
      'application/json',
    ]);
    expect(requests.map(({ body }) => body)).toEqual([
      '{"a":1,"at":"1970-01-01T00:00:00.000Z","big":"1152921504606846976"}',
      '{"a":[{"k":1},{"m":2}]}',
    ]);
    await expect(canvas.raw('POST', 'x', { params: { a: [[1]] }, body: 'form' })).rejects.toThrow(FormError);
    await expect(canvas.raw('GET', 'x', { params: { a: [[1]] } })).rejects.toThrow(FormError);
  });

  it('sends fields as they are given', async () => {
    const { canvas, requests } = await setUp();
    const params = [
      ['a[][k]', '1'],
      ['a[][m]', '2'],
      ['b', null],
    ] as const;
    await canvas.raw('POST', 'x', { params });
    await canvas.rawList('x', { params }).toArray();
    expect(decodeURIComponent(requests[0]?.body ?? '')).toBe('a[][k]=1&a[][m]=2&b');
    expect(decodeURIComponent(requests[1]?.url ?? '')).toBe('/api/v1/x?a[][k]=1&a[][m]=2&b&per_page=100');
    await expect(canvas.raw('POST', 'x', { params, body: 'json' })).rejects.toThrow(FormError);
  });

  it('takes a bracketed name among nested parameters for a mistake', async () => {
    const { canvas, requests } = await setUp();
    await expect(canvas.raw('POST', 'x', { params: { 'course[name]': 'X' } })).rejects.toThrow(TypeError);
    expect(requests).toHaveLength(0);
  });

  it('sends files as multipart', async () => {
    const { canvas, requests } = await setUp();
    await canvas.call('POST /api/v1/accounts/{account_id}/sis_imports', {
      path: { account_id: 1 },
      params: {
        import_type: 'instructure_csv',
        attachment: new File(['id\n1'], 'users.csv', { type: 'text/csv' }),
      },
    });
    expect(requests[0]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(requests[0]?.body).toContain(
      'name="attachment"; filename="users.csv"\r\nContent-Type: text/csv\r\n\r\nid\n1',
    );
  });

  it.each([
    ['text for CSV', 'text/csv', 'a,b', 'a,b'],
    ['guarded JSON', 'application/json', 'while(1);[1]', [1]],
    ['JSON API', 'application/vnd.api+json', '{"a":1}', { a: 1 }],
    ['nothing', 'application/json', '', undefined],
  ])('reads %s', async (_, type, text, body) => {
    const { canvas } = await setUp((_request, response) =>
      response.setHeader('content-type', type).end(text),
    );
    expect((await canvas.raw('GET', 'x')).body).toEqual(body);
  });

  it.each([
    ['a web page', 'text/html', '<html><title>Log in</title></html>'],
    ['half of a JSON', 'application/json', '[{"id":'],
  ])('refuses %s', async (_, type, text) => {
    const { canvas } = await setUp((_request, response) =>
      response.setHeader('content-type', type).end(text),
    );
    await expect(canvas.raw('GET', 'x')).rejects.toThrow(UnexpectedAnswerError);
  });

  it('does not take a redirect of a POST for success', async () => {
    const { canvas, requests, baseUrl } = await setUp((_, response) =>
      response.writeHead(301, { location: '/login' }).end(),
    );
    await expect(canvas.raw('POST', 'courses', { params: { a: 1 } })).rejects.toThrow(
      `not carried out, for the server redirects to ${baseUrl}`,
    );
    expect(requests).toHaveLength(1);
  });

  it.each(['', '.', '..'])('refuses the path parameter %j', async (id) => {
    const { canvas, requests } = await setUp();
    await expect(canvas.call('GET /api/v1/courses/{id}', { path: { id } })).rejects.toThrow(TypeError);
    expect(requests).toHaveLength(0);
  });

  it('keeps the slashes of a path within a path', async () => {
    const { canvas, requests } = await setUp();
    const path = { course_id: 1, full_path: 'Eval Reports/Fall2015' };
    await canvas.call('GET /api/v1/courses/{course_id}/folders/by_path/{full_path}', { path });
    expect(requests[0]?.url).toBe('/api/v1/courses/1/folders/by_path/Eval%20Reports/Fall2015');
  });
});

describe('the token', () => {
  it.each(['https://evil.example/api/v1/courses', '//evil.example/x', 'http://user@127.0.0.1/x'])(
    'does not go to %s',
    async (url) => {
      const { canvas } = await setUp(undefined, { fetch: () => Promise.reject(new Error('sent')) });
      await expect(canvas.raw('GET', url)).rejects.toThrow(ForeignLinkError);
    },
  );

  it('is left behind when Canvas redirects to another host', async () => {
    const storage = await setUp();
    const { canvas } = await setUp((_, response) =>
      response.writeHead(302, { location: `${storage.baseUrl}/file` }).end(),
    );
    await canvas.raw('GET', '/api/v1/files/1');
    expect(storage.requests).toHaveLength(1);
    expect(storage.requests[0]?.headers).not.toHaveProperty('authorization');
  });

  it('goes over TLS even where a link behind a proxy says http', async () => {
    const urls: string[] = [];
    const canvas = new Canvas({
      baseUrl: 'https://canvas.example.edu',
      fetch: async (url) => {
        const link =
          urls.push(url) === 1 ? '<http://canvas.example.edu/api/v1/courses?page=2>; rel="next"' : '';
        return Response.json([{}], { headers: { link } });
      },
    });
    expect(await canvas.list('GET /api/v1/courses').toArray()).toHaveLength(2);
    expect(urls[1]).toBe('https://canvas.example.edu/api/v1/courses?page=2');
  });

  it.each(['', ' ', 'a b', 'a\r\nX: y', 'ä'])('is refused as %j, without being shown', (token) => {
    const make = () => new Canvas({ baseUrl: 'https://c.example', token });
    expect(make).toThrow(TypeError);
  });

  it('may have been pasted with blanks around it', async () => {
    const { canvas, requests } = await setUp(undefined, { token: ' secret\n' });
    await canvas.raw('GET', 'x');
    expect(requests[0]?.headers.authorization).toBe('Bearer secret');
  });

  it('is not needed', async () => {
    const server = await fakeCanvas((_, response) => answerJson(response, {}));
    await new Canvas({ baseUrl: server.baseUrl }).raw('GET', 'x');
    expect(server.requests[0]?.headers).not.toHaveProperty('authorization');
  });
});

describe('baseUrl', () => {
  it.each([
    'https://c.example',
    'https://c.example/',
    'https://c.example/api/v1',
    'https://c.example/api/v1/',
  ])('may be %s', (baseUrl) => expect(new Canvas({ baseUrl }).origin).toBe('https://c.example'));
  it.each(['c.example', 'ftp://c.example', 'https://c.example/courses/1', ''])('may not be %j', (baseUrl) => {
    expect(() => new Canvas({ baseUrl })).toThrow(/must be the address of a Canvas/);
  });
});

describe('as', () => {
  it('adds as_user_id to every call and page, once', async () => {
    const { canvas, requests } = await setUp(({ query }, response) =>
      answerJson(response, [], query.has('page') ? {} : { headers: { link: '<?page=2>; rel=next' } }),
    );
    const other = canvas.as('sis_user_id:7/8');
    await other.call('GET /api/v1/courses', { params: { per_page: 5 } });
    await other.list('GET /api/v1/courses').toArray();
    await other.call('GET /api/v1/courses', { params: { as_user_id: 9 } });
    await canvas.raw('POST', 'x');
    expect(requests.map(({ url }) => decodeURIComponent(url))).toEqual([
      '/api/v1/courses?per_page=5&as_user_id=sis_user_id:7/8',
      '/api/v1/courses?per_page=100&as_user_id=sis_user_id:7/8',
      '/api/v1/courses?page=2&as_user_id=sis_user_id:7/8',
      '/api/v1/courses?as_user_id=9',
      '/api/v1/x',
    ]);
  });
});

describe('retries', () => {
  /** Fails so often, then answers. */
  const failing = (times: number, fail: Handler): Handler => {
    let failed = 0;
    return (request, response) =>
      failed++ < times ? fail(request, response) : answerJson(response, { ok: true });
  };
  const status =
    (code: number, headers: Record<string, string> = {}): Handler =>
    (_, response) =>
      answerJson(response, { errors: [{ message: 'An error occurred.' }] }, { status: code, headers });
  const throttled: Handler = (_, response) => answerThrottled(response, 429);
  const cut: Handler = (_, response) => void response.destroy();

  it.each<[string, number, Handler, string, number[]]>([
    ['a GET after 502', 2, status(502), 'GET', [500, 1000]],
    ['a PUT after 500', 1, status(500), 'PUT', [500]],
    ['a DELETE after a broken connection', 3, cut, 'DELETE', [500, 1000, 2000]],
    ['a POST after 429, for it was not carried out', 3, throttled, 'POST', [500, 1000, 2000]],
    ['a POST after 403 with the words', 1, (_, response) => answerThrottled(response), 'POST', [500]],
    ['after as many seconds as Retry-After says', 1, status(503, { 'retry-after': '7' }), 'GET', [7000]],
    [
      'at the time that Retry-After says',
      1,
      status(503, { 'retry-after': 'Tue, 01 Sep 2026 08:00:09 GMT' }),
      'GET',
      [9000],
    ],
  ])('come for %s', async (_, times, fail, method, waits) => {
    const { canvas, clock, requests } = await setUp(failing(times, fail));
    expect((await canvas.raw(method, 'x')).body).toEqual({ ok: true });
    expect(clock.slept).toEqual(waits);
    expect(requests).toHaveLength(times + 1);
  });

  it.each<[string, Handler, string]>([
    ['a POST after 500', status(500), 'POST'],
    ['a POST after a broken connection', cut, 'POST'],
    ['a PATCH after 502', status(502), 'PATCH'],
    ['400', status(400), 'GET'],
    ['403 without the words', status(403), 'GET'],
    ['501, which will not change', status(501), 'GET'],
    ['a Retry-After of an hour', status(503, { 'retry-after': '3600' }), 'GET'],
  ])('do not come for %s', async (_, fail, method) => {
    const { canvas, clock, requests } = await setUp(failing(1, fail));
    await expect(canvas.raw(method, 'x')).rejects.toThrow();
    expect(requests).toHaveLength(1);
    expect(clock.slept).toEqual([]);
  });

  it('come for a POST that may be repeated', async () => {
    const { canvas } = await setUp(failing(1, cut));
    expect((await canvas.raw('POST', 'x', { repeatable: true })).body).toEqual({ ok: true });
  });

  it('come to an end', async () => {
    for (const [fail, error, count] of [
      [status(500), ServerError, 4],
      [cut, NetworkError, 4],
      [throttled, ThrottledError, 9],
    ] as const) {
      const { canvas, requests } = await setUp(fail);
      await expect(canvas.raw('GET', 'x')).rejects.toThrow(error);
      expect(requests).toHaveLength(count);
    }
  });

  it('can be switched off and set', async () => {
    const off = await setUp(failing(1, throttled), { retry: false });
    await expect(off.canvas.raw('GET', 'x')).rejects.toThrow(ThrottledError);
    const set = await setUp(failing(4, throttled), { retry: { throttles: 4, baseMs: 100, capMs: 300 } });
    await set.canvas.raw('GET', 'x');
    expect(set.clock.slept).toEqual([100, 200, 300, 300]);
  });

  it('come after a random part of the wait', async () => {
    const { canvas, clock } = await setUp(failing(2, status(500)));
    clock.chance = 0.25;
    await canvas.raw('GET', 'x');
    expect(clock.slept).toEqual([125, 250]);
  });

  it('name what broke', async () => {
    const canvas = new Canvas({ baseUrl: 'http://127.0.0.1:1', retry: false });
    await expect(canvas.call('GET /api/v1/courses')).rejects.toThrow(
      /^GET http:\/\/127\.0\.0\.1:1\/api\/v1\/courses: .+/,
    );
  });
});

describe('X-Rate-Limit-Remaining', () => {
  it('slows the next request down before Canvas refuses it', async () => {
    const left = ['600.0', '99.0', '40.0', '450.0', '600.0'];
    const { canvas, clock } = await setUp((_, response) =>
      answerJson(response, {}, { headers: { 'x-rate-limit-remaining': left.shift() ?? '600.0' } }),
    );
    for (let call = 0; call < 5; call++) await canvas.raw('GET', 'x');
    // (100 − 99) and (100 − 40) at the 10 that leak each second
    expect(clock.slept).toEqual([100, 6000]);
  });

  it('is a question of proportion where the bucket is small', async () => {
    const { canvas, clock } = await setUp((_, response) =>
      answerJson(response, {}, { headers: { 'x-rate-limit-remaining': '20.0' } }),
    );
    for (let call = 0; call < 3; call++) await canvas.raw('GET', 'x');
    expect(clock.slept).toEqual([]);
  });
});

describe('abort', () => {
  it('ends a call with the reason, as its own signal or the client’s', async () => {
    const { baseUrl } = await setUp(() => {});
    const own = new Canvas({ baseUrl }).raw('GET', 'x', { signal: AbortSignal.timeout(20) });
    const whole = new Canvas({ baseUrl, signal: AbortSignal.timeout(20) }).raw('GET', 'x');
    await expect(own).rejects.toMatchObject({ name: 'TimeoutError' });
    await expect(whole).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('sends nothing when it came first', async () => {
    const { canvas, requests } = await setUp();
    await expect(canvas.raw('GET', 'x', { signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow(
      'no',
    );
    expect(requests).toHaveLength(0);
  });
});

describe('hooks', () => {
  it('see every request and what became of it', async () => {
    const seen: (OutgoingRequest | IncomingResponse)[] = [];
    let first = true;
    const { canvas, baseUrl } = await setUp(
      (_, response) => {
        if (first) answerThrottled(response, 429);
        else
          answerJson(
            response,
            {},
            { headers: { 'x-request-context-id': 'r-1', 'x-rate-limit-remaining': '500' } },
          );
        first = false;
      },
      { onRequest: (request) => void seen.push(request), onResponse: (response) => void seen.push(response) },
    );
    await canvas.call('PUT /api/v1/courses/{id}', { path: { id: 3 }, params: { course: { name: 'X' } } });
    const common = {
      operation: 'PUT /api/v1/courses/{id}',
      method: 'PUT',
      url: `${baseUrl}/api/v1/courses/3`,
    };
    expect(seen).toMatchObject([
      { ...common, attempt: 1, body: 'course%5Bname%5D=X' },
      { ...common, attempt: 1, status: 429, retryInMs: 500 },
      { ...common, attempt: 2 },
      { ...common, attempt: 2, status: 200, rateLimitRemaining: 500, requestId: 'r-1', retryInMs: undefined },
    ]);
  });

  it('can answer in the server’s place: a dry run', async () => {
    const planned: string[] = [];
    const { canvas, requests } = await setUp(undefined, {
      onRequest: ({ method, url }) => {
        planned.push(`${method} ${url}`);
        return Response.json({ id: '0' });
      },
    });
    expect(await canvas.call('DELETE /api/v1/courses/{id}', { path: { id: 3 } })).toEqual({ id: '0' });
    expect(planned).toHaveLength(1);
    expect(requests).toHaveLength(0);
  });
});
