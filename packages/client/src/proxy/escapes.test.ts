/** Ways out of the allow list, by name. None may reach Canvas as anything but the one operation that is allowed. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { answerJson, fakeCanvas } from '../../testing/fake-canvas.ts';
import { ProxyBrowser } from '../../testing/proxy-browser.ts';
import { createCanvasProxy } from './create-proxy.ts';
import { nodeListener } from './node/listener.ts';
import type { AllowList } from './types.ts';

const ORIGIN = 'https://app.example.edu';
const TOKEN = '7~serviceTokenThatStaysHere';

const operations: AllowList = {
  'GET /api/v1/courses': { params: { include: ['term'], enrollment_state: true } },
  'GET /api/v1/courses/{id}': { path: { id: ['42', 'sis_course_id:CHEM-101'] } },
  'GET /api/v1/courses/{course_id}/pages/{url_or_id}': { path: { url_or_id: 'word' } },
  'PUT /api/v1/courses/{id}': { params: ['course[name]'] },
  'POST /api/v1/accounts/{account_id}/sis_imports': {
    body: ['text/csv'],
    params: ['attachment', 'import_type'],
  },
};

async function open() {
  const { baseUrl, requests } = await fakeCanvas((_, response) => answerJson(response, [{ id: 1 }]));
  const proxy = createCanvasProxy({
    baseUrl,
    publicUrl: `${ORIGIN}/canvas`,
    token: TOKEN,
    authorize: () => ({ id: 'ada' }),
    operations,
  });
  const browser = new ProxyBrowser(proxy, ORIGIN);
  await browser.session('/canvas');
  return { proxy, browser, requests };
}

const form = (body: string, type = 'application/x-www-form-urlencoded') => ({ body, type });

const escapes: readonly [
  name: string,
  method: string,
  path: string,
  body?: { body: string; type: string },
][] = [
  ['an operation that is not listed', 'GET', '/canvas/api/v1/users/self'],
  ['another method on a listed path', 'DELETE', '/canvas/api/v1/courses/42'],
  ['HEAD for GET', 'HEAD', '/canvas/api/v1/courses'],
  ['OPTIONS', 'OPTIONS', '/canvas/api/v1/courses'],
  ['a step up out of a listed path', 'GET', '/canvas/api/v1/courses/../users/self'],
  ['an encoded step up', 'GET', '/canvas/api/v1/courses/%2e%2e/users/self'],
  ['a step up with an encoded slash', 'GET', '/canvas/api/v1/courses/42/..%2f..%2fusers'],
  ['a step up out of the mount', 'GET', '/canvas/../api/v1/courses'],
  ['an encoded slash in an id', 'GET', '/canvas/api/v1/courses/42%2Fusers'],
  ['an encoded slash in lower case', 'GET', '/canvas/api/v1/courses/42%2fusers'],
  ['an encoded slash encoded again', 'GET', '/canvas/api/v1/courses/42%252Fusers'],
  ['an encoded slash in a SIS id', 'GET', '/canvas/api/v1/courses/sis_course_id:CHEM-101%2Fusers'],
  ['a backslash', 'GET', '/canvas/api/v1/courses/42%5Cusers'],
  ['an encoded dot encoded again', 'GET', '/canvas/api/v1/courses/%252e%252e'],
  ['a full stop and a format', 'GET', '/canvas/api/v1/courses.json'],
  ['a format behind an id', 'GET', '/canvas/api/v1/courses/42.json'],
  ['an encoded NUL', 'GET', '/canvas/api/v1/courses/42%00'],
  ['an encoded line end', 'GET', '/canvas/api/v1/courses/42%0d%0aX-Evil:%201'],
  ['a question mark in the path', 'GET', '/canvas/api/v1/courses/42%3Faccess_token=x'],
  ['a hash in the path', 'GET', '/canvas/api/v1/courses/42%23'],
  ['a semicolon in the path', 'GET', '/canvas/api/v1/courses/42;access_token=x'],
  ['overlong UTF-8', 'GET', '/canvas/api/v1/courses/%c0%ae%c0%ae'],
  ['two slashes', 'GET', '/canvas/api/v1//courses'],
  ['two slashes in front', 'GET', '/canvas//api/v1/courses'],
  ['an empty id', 'GET', '/canvas/api/v1/courses//pages/x'],
  ['an id that is not among the listed', 'GET', '/canvas/api/v1/courses/43'],
  ['a listed id written in hex', 'GET', '/canvas/api/v1/courses/hex:sis_course_id:4348454d2d313031'],
  ['a listed id with a zero in front', 'GET', '/canvas/api/v1/courses/042'],
  ['a listed id with a blank', 'GET', '/canvas/api/v1/courses/42%20'],
  ['a word with a slash', 'GET', '/canvas/api/v1/courses/1/pages/a%2Fb'],
  ['an absolute address for an id', 'GET', '/canvas/api/v1/courses/https:%2F%2Fevil.example'],
  ['an absolute address behind the mount', 'GET', '/canvas/https://evil.example/api/v1/courses'],
  ['capitals', 'GET', '/canvas/API/v1/courses'],
  ['access_token', 'GET', '/canvas/api/v1/courses?access_token=stolen'],
  ['access_token, encoded', 'GET', '/canvas/api/v1/courses?%61ccess_token=stolen'],
  ['as_user_id', 'GET', '/canvas/api/v1/courses?as_user_id=1'],
  ['as_user_id as a list', 'GET', '/canvas/api/v1/courses?as_user_id[]=1'],
  ['_method in the query', 'PUT', '/canvas/api/v1/courses/42?_method=DELETE'],
  ['_method in a form', 'PUT', '/canvas/api/v1/courses/42', form('_method=DELETE')],
  ['_method in JSON', 'PUT', '/canvas/api/v1/courses/42', form('{"_method":"DELETE"}', 'application/json')],
  [
    'access_token in JSON',
    'PUT',
    '/canvas/api/v1/courses/42',
    form('{"access_token":"x"}', 'application/json'),
  ],
  ['as_user_id in a form', 'PUT', '/canvas/api/v1/courses/42', form('as_user_id=1&course[name]=X')],
  [
    'a part of an object that is not listed',
    'PUT',
    '/canvas/api/v1/courses/42',
    form('course[event]=delete'),
  ],
  [
    'the same part, its brackets encoded',
    'PUT',
    '/canvas/api/v1/courses/42',
    form('course%5Bevent%5D=delete'),
  ],
  ['a part behind a listed one', 'PUT', '/canvas/api/v1/courses/42', form('course[name][x]=1')],
  ['a list of what is an object', 'PUT', '/canvas/api/v1/courses/42', form('course[][event]=delete')],
  ['an unclosed bracket', 'PUT', '/canvas/api/v1/courses/42', form('course[name=1')],
  ['a parameter twice', 'GET', '/canvas/api/v1/courses?enrollment_state=active&enrollment_state=all'],
  ['a value that is not listed', 'GET', '/canvas/api/v1/courses?include[]=total_scores'],
  [
    'a second value beside a listed one',
    'GET',
    '/canvas/api/v1/courses?include[]=term&include[]=permissions',
  ],
  ['a value that is a list', 'GET', '/canvas/api/v1/courses?enrollment_state[]=active'],
  ['a value that is an object', 'GET', '/canvas/api/v1/courses?enrollment_state[a]=active'],
  ['a value with NUL', 'GET', '/canvas/api/v1/courses?enrollment_state=a%00'],
  ['a query that is no UTF-8', 'GET', '/canvas/api/v1/courses?enrollment_state=%ff'],
  [
    '__proto__ in JSON',
    'PUT',
    '/canvas/api/v1/courses/42',
    form('{"__proto__":{"event":"x"}}', 'application/json'),
  ],
  ['__proto__ in a form', 'PUT', '/canvas/api/v1/courses/42', form('__proto__[event]=x')],
  [
    'JSON said to be plain text',
    'PUT',
    '/canvas/api/v1/courses/42',
    form('{"course":{"event":"delete"}}', 'text/plain'),
  ],
  [
    'a form in another character set',
    'PUT',
    '/canvas/api/v1/courses/42',
    form('course[name]=X', 'application/x-www-form-urlencoded; charset=utf-7'),
  ],
  [
    'multipart that says two things of a part',
    'PUT',
    '/canvas/api/v1/courses/42',
    form(
      '--b\r\nContent-Disposition: form-data; name="course[name]"; name="course[event]"\r\n\r\ndelete\r\n--b--\r\n',
      'multipart/form-data; boundary=b',
    ),
  ],
  [
    'multipart with a part that is not listed',
    'PUT',
    '/canvas/api/v1/courses/42',
    form(
      '--b\r\nContent-Disposition: form-data; name="course[event]"\r\n\r\ndelete\r\n--b--\r\n',
      'multipart/form-data; boundary=b',
    ),
  ],
  [
    'a file where none is due',
    'PUT',
    '/canvas/api/v1/courses/42',
    form(
      '--b\r\nContent-Disposition: form-data; name="course[name]"; filename="x"\r\n\r\nX\r\n--b--\r\n',
      'multipart/form-data; boundary=b',
    ),
  ],
  [
    'a form for a listed body of another type',
    'POST',
    '/canvas/api/v1/accounts/1/sis_imports',
    form('batch_mode=1'),
  ],
  [
    'a parameter beside a body that goes through',
    'POST',
    '/canvas/api/v1/accounts/1/sis_imports?batch_mode=1',
    form('a,b', 'text/csv'),
  ],
  ['the token endpoint of Canvas', 'POST', '/canvas/login/oauth2/token', form('grant_type=refresh_token')],
  ['a path beside the mount', 'GET', '/canvasx/api/v1/courses'],
];

describe('does not reach Canvas:', () => {
  it.each(escapes)('%s', async (_, method, path, body) => {
    const { browser, requests } = await open();
    const response = await browser.write(method, path, body?.body, body ? { 'content-type': body.type } : {});
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    const answer = await response.text();
    expect(JSON.parse(answer)).toMatchObject({ errors: [{ message: expect.any(String) }] });
    expect(answer).not.toContain(TOKEN);
    expect(requests).toEqual([]);
  });

  it('there are more than thirty', () => expect(escapes.length).toBeGreaterThan(30));
});

const smuggled: readonly [name: string, headers: Record<string, string>][] = [
  ['Authorization', { authorization: 'Bearer stolen' }],
  ['Cookie', { cookie: 'canvas_session=stolen' }],
  ['X-HTTP-Method-Override', { 'x-http-method-override': 'DELETE' }],
  ['Host', { host: 'evil.example' }],
  ['X-Forwarded-Host', { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' }],
  ['X-Forwarded-For', { 'x-forwarded-for': '127.0.0.1', forwarded: 'for=127.0.0.1' }],
  ['X-Original-URL', { 'x-original-url': '/api/v1/users/self', 'x-rewrite-url': '/api/v1/users/self' }],
  ['Accept', { accept: 'text/html\t' }],
  ['Referer', { referer: 'https://evil.example/?access_token=x' }],
  ['If-None-Match', { 'if-none-match': 'no tag' }],
  ['Range', { range: 'bytes=0-1,2-3' }],
  ['Connection', { connection: 'keep-alive, authorization' }],
];

/** What `fetch` itself adds. */
const OWN_HEADERS = [
  'accept',
  'accept-encoding',
  'accept-language',
  'authorization',
  'connection',
  'host',
  'sec-fetch-mode',
  'user-agent',
];

describe('changes nothing of what Canvas is sent:', () => {
  it.each(smuggled)('the header %s', async (_, headers) => {
    const { proxy, requests } = await open();
    const response = await proxy(new Request(`${ORIGIN}/canvas/api/v1/courses`, { headers }));
    expect(response.status).toBe(200);
    const [sent] = requests;
    expect(Object.keys(sent?.headers ?? {}).sort()).toEqual(OWN_HEADERS);
    expect(sent).toMatchObject({
      method: 'GET',
      url: '/api/v1/courses',
      headers: {
        authorization: `Bearer ${TOKEN}`,
        accept: 'application/json',
        'user-agent': 'easel-proxy/0.1',
      },
    });
    expect(sent?.headers.host).toMatch(/^127\.0\.0\.1:/);
  });
});

const raw: readonly [name: string, head: string][] = [
  ['an absolute address in the request line', 'GET http://evil.example/canvas/api/v1/courses HTTP/1.1'],
  ['an address without a scheme', 'GET //evil.example/canvas/api/v1/courses HTTP/1.1'],
  ['a step up', 'GET /canvas/api/v1/courses/../courses HTTP/1.1'],
  ['an encoded step up', 'GET /canvas/api/v1/courses/%2E%2e/courses HTTP/1.1'],
  ['an encoded dot', 'GET /canvas/api/v1/courses/%2e HTTP/1.1'],
  ['a backslash', 'GET /canvas/api/v1\\courses HTTP/1.1'],
  ['a backslash as a step up', 'GET /canvas\\..\\canvas/api/v1/courses HTTP/1.1'],
  ['a fragment', 'GET /canvas/api/v1/courses#/../users HTTP/1.1'],
  ['TRACE', 'TRACE /canvas/api/v1/courses HTTP/1.1'],
  ['an asterisk', 'OPTIONS * HTTP/1.1'],
];

describe('is refused as it comes over the wire:', () => {
  it.each(raw)('%s', async (_, head) => {
    const { proxy, requests } = await open();
    const server = createServer(nodeListener(proxy, ORIGIN)).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(`${head}\r\nHost: app.example.edu\r\nConnection: close\r\n\r\n`);
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(requests).toEqual([]);
  });
});
