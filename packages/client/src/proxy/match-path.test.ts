import { everyOperation, type OperationId } from '@easel/contract';
import fc from 'fast-check';
import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import type { Pipeline, Registered } from '../../../server/src/http/pipeline.ts';
import { registerOperations } from '../../../server/src/http/register.ts';
import { fillPath } from '../operation.ts';
import { readAllowList } from './allow-list.ts';
import { Router } from './match-path.ts';
import { Refusal } from './refusal.ts';
import type { AllowList } from './types.ts';

/** The server's own routes, which only say what they took a request for. */
const app = Fastify({
  routerOptions: { maxParamLength: 2000, ignoreTrailingSlash: true },
  rewriteUrl: ({ url = '/' }) => url.replace(/\.json(?=$|\?)/, ''),
});
const echo = {
  run: async ({ spec, pathParams }: Registered, request: { params: object }) => ({
    id: spec.id,
    path: Object.fromEntries(pathParams.map((name, index) => [name, Object.values(request.params)[index]])),
  }),
} as unknown as Pipeline;
registerOperations(app, echo, everyOperation, []);

/** Half of all operations that can be listed, and every fourth with a word in its path. */
const list: AllowList = Object.fromEntries(
  everyOperation
    .filter(({ id }) => {
      try {
        return readAllowList({ [id]: {} } as AllowList).size > 0;
      } catch {
        return false;
      }
    })
    .filter((_, index) => index % 2 === 0)
    .map(({ id, pathParams }, index) => {
      const [first] = Object.keys(pathParams);
      return [id, index % 4 === 0 && first ? { path: { [first]: 'word' } } : {}];
    }),
);
const allowed = readAllowList(list);
const router = new Router(allowed);

const words = [...new Set(everyOperation.flatMap(({ path }) => path.split('/')))].filter(
  (word) => word !== '',
);
const awkward = [
  '',
  '.',
  '..',
  '%2e%2e',
  '%2E',
  '%2f',
  '..%2f',
  '%5c',
  '\\',
  '%00',
  '%252f',
  '%c0%af',
  'a%0d%0ab',
  '*',
  '(',
  ':id',
  '{id}',
  ';',
  'a;b',
  '1.json',
  '%31',
  '%',
  '%zz',
  'sis_course_id:',
  'sis_course_id:a b',
  'sis_course_id:a%2Eb',
  'sis_course_id:%2e%2e',
  'sis_course_id:a%2Fb',
  'hex:sis_course_id:2e2e2f',
  'uuid:x',
  'SELF',
  '1~2',
  '-1',
  '1e3',
  '１',
  'a.b',
  'users.json',
];
const ids = [
  '1',
  '42',
  'self',
  'default',
  'current',
  '1~42',
  'sis_course_id:CHEM-101',
  'sis_user_id:ä.json',
  'lti_context_id:abc',
  'some-page',
  'a_b',
];
const segment = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...ids) },
  { weight: 2, arbitrary: fc.constantFrom(...awkward) },
  { weight: 1, arbitrary: fc.constantFrom(...words) },
  { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
  {
    weight: 1,
    arbitrary: fc
      .string({ maxLength: 4, unit: 'binary' })
      .map((text) => encodeURIComponent(text.toWellFormed())),
  },
);
const method = fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS');

const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

/** A documented path with something in the places of its parameters, and perhaps something changed. */
const path = fc
  .record({
    operation: fc.oneof(
      fc.constantFrom(...everyOperation),
      fc.constantFrom(...[...allowed.values()].map(({ spec }) => spec)),
    ),
    fill: fc.array(segment, { minLength: 6, maxLength: 6 }),
    changed: seldom(fc.tuple(fc.nat({ max: 8 }), segment)),
    end: fc.constantFrom('', '', '', '/', '.json', '//', '%2f'),
  })
  .map(({ operation, fill, changed, end }) => {
    const filled = operation.path
      .split('/')
      .map((part, index) => (part.startsWith('{') ? (fill[index % 6] ?? '') : part));
    if (changed) filled[changed[0]] = changed[1];
    return { method: operation.method, path: filled.join('/') + end };
  });

describe('what passes', () => {
  it('is exactly one allowed operation to the server that reads it', async () => {
    let passed = 0;
    await fc.assert(
      fc.asyncProperty(path, seldom(method), async (sent, otherMethod) => {
        const asked = otherMethod ?? sent.method;
        let match: ReturnType<Router['match']>;
        try {
          match = router.match(asked, sent.path);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
          return;
        }
        passed++;
        const { spec } = match.allowed;
        expect(allowed.has(spec.id)).toBe(true);
        expect(spec.method).toBe(asked);
        // Without a body: Fastify's own parsers stand in the way otherwise.
        const url = fillPath(spec.path, match.path);
        const read = await app.inject({ method: spec.method, url });
        expect(read.json(), url).toEqual({ id: spec.id, path: match.path });
      }),
      { numRuns: 20_000 },
    );
    expect(passed).toBeGreaterThan(2000);
  });

  it('comes to the operation also where the path as it was sent is read by the server', async () => {
    for (const [sent, id] of [
      ['/api/v1/courses/1/', 'GET /api/v1/courses/{id}'],
      ['/api/v1/%63ourses/sis_course_id%3Aa%2Eb', 'GET /api/v1/courses/{id}'],
    ] as const) {
      const found = new Router(readAllowList({ [id]: {} })).match('GET', sent);
      expect(found.allowed.spec.id).toBe(id);
      expect((await app.inject({ method: 'GET', url: sent })).json()).toMatchObject({ id });
    }
  });
});

describe('a word in the place of an id', () => {
  it('is the other operation that has it in its path, which has to be allowed itself', () => {
    const wide = { path: { id: 'word' } } as const;
    const only = new Router(readAllowList({ 'GET /api/v1/folders/{id}': wide } as AllowList));
    const literal = everyOperation.find(({ id }) => id === ('GET /api/v1/users/self/todo' as OperationId));
    expect(literal).toBeDefined();
    expect(only.match('GET', '/api/v1/folders/abc').path).toEqual({ id: 'abc' });
    expect(() => only.match('GET', '/api/v1/users/self/todo')).toThrow(Refusal);
  });
});

describe('an allow list', () => {
  it.each([
    [
      'an operation that is not there',
      { 'GET /api/v1/coursez': {} },
      /There is no operation GET \/api\/v1\/coursez/,
    ],
    [
      'the name of a parameter that is another',
      { 'GET /api/v1/courses/:course_id': {} },
      /the contract has GET \/api\/v1\/courses\/\{id\}/,
    ],
    [
      'a parameter that is not there',
      { 'GET /api/v1/courses': { params: ['includes'] } },
      /did you mean include/,
    ],
    ['access_token', { 'GET /api/v1/courses': { params: ['access_token'] } }, /never passes/],
    ['as_user_id', { 'GET /api/v1/courses': { params: ['as_user_id'] } }, /never passes/],
    ['_method', { 'POST /api/v1/accounts/{account_id}/courses': { params: ['_method'] } }, /never passes/],
    ['a cache for what writes', { 'PUT /api/v1/courses/{id}': { cache: 5 } }, /only the answers of GET/],
    ['what makes tokens', { 'POST /api/v1/users/{user_id}/tokens': {} }, /hands out credentials/],
    [
      'the keys of applications',
      { 'GET /api/v1/accounts/{account_id}/developer_keys': {} },
      /hands out credentials/,
    ],
    [
      'a path without an end',
      { 'GET /api/v1/courses/{course_id}/folders/by_path/{full_path}': {} },
      /fixed number/,
    ],
    [
      'a form that goes through unread',
      { 'PUT /api/v1/courses/{id}': { body: ['application/json'] } },
      /unread/,
    ],
    [
      'a parameter that the path has not',
      { 'GET /api/v1/courses/{id}': { path: { course_id: ['1'] } } },
      /no parameter course_id/,
    ],
    ['nothing', {}, /empty/],
  ])('is refused with %s', (_, refused, message) => {
    expect(() => readAllowList(refused as AllowList)).toThrow(message);
  });
});
