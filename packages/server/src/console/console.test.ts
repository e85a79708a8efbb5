import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { operationTable } from '../resources/index.ts';
import { nest, toCurl, toPython, toTypeScript } from './browser/snippets.js';
import { callOf } from './call.ts';
import { makeCatalogue } from './catalogue.ts';
import { registerConsole } from './index.ts';
import { html } from './markup.ts';
import { search } from './reference/search.ts';
import { whoMay, wordlessRights } from './who-may.ts';

const catalogue = makeCatalogue(operationTable);
const app = Fastify();
registerConsole(app, { publicUrl: 'https://easel.example.edu' }, operationTable);

async function get(url: string, headers: Record<string, string> = {}) {
  const { statusCode, payload, headers: answered } = await app.inject({ url, headers });
  return { status: statusCode, body: payload, headers: answered };
}

describe('pages', () => {
  it('escape what is put into them', async () => {
    expect(html`<b title="${'"'}">${'<i>&'}${html`<i>`}${false}${['a', 1]}</b>`.text).toBe(
      '<b title="&quot;">&lt;i&gt;&amp;<i>a1</b>',
    );
    const { body } = await get('/doc/api?q=%3Cscript%3Ealert(1)%3C/script%3E%22');
    expect(body).not.toContain('<script>alert');
    expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;');
  });

  it('lead nowhere that isn’t there, and use each id once', async () => {
    const addresses = ['/', '/doc/api', ...catalogue.chapters.map(({ slug }) => `/doc/api/${slug}.html`)];
    const pages = new Map<string, { ids: Set<string>; links: string[] }>();
    for (const address of [...addresses, '/doc/api/live']) {
      const { status, body } = await get(address);
      expect(status, address).toBe(200);
      const ids = [...body.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id);
      expect(ids.length, `ids of ${address}`).toBe(new Set(ids).size);
      const links = [...body.matchAll(/ href="([^"]*)"/g)].map(([, href = '']) => href);
      pages.set(address, { ids: new Set(ids), links });
    }
    const operations = new Set(catalogue.entries.map(({ name }) => name));
    for (const [address, { links }] of pages) {
      for (const link of links.filter((href) => !/\.(css|svg|json)$/.test(href))) {
        const [path = '', anchor] = link.split('#');
        const target = pages.get(path === '' ? address : path);
        const known = path === '/doc/api/live' ? operations : target?.ids;
        expect(anchor === undefined ? target : known?.has(anchor), `${address} → ${link}`).toBeTruthy();
      }
    }
  });

  it('answer 304 to whoever has them, and 404 for others in a page of their own', async () => {
    const { headers } = await get('/doc/api/courses.html');
    const again = await get('/doc/api/courses.html', { 'if-none-match': String(headers['etag']) });
    expect([again.status, again.body]).toEqual([304, '']);
    expect(await get('/doc/api/nothing.html')).toMatchObject({ status: 404 });
    expect(await get('/doc/api/assets/..%2Findex.ts')).toMatchObject({ status: 404 });
  });
});

describe('the OpenAPI document', () => {
  it('says where this server is and what it has', async () => {
    const document = JSON.parse((await get('/doc/api/openapi')).body);
    expect(document.servers).toEqual([{ url: 'https://easel.example.edu' }]);
    const operations = Object.values<Record<string, Record<string, unknown>>>(document.paths).flatMap(
      (path) => Object.values(path),
    );
    expect(operations).toHaveLength(1060);
    const implemented = operations.filter((operation) => operation['x-easel-implemented']);
    expect(implemented).toHaveLength(catalogue.implementedCount);
    expect(document.paths['/api/v1/courses'].get).toMatchObject({
      summary: 'List your courses',
      'x-easel-implemented': true,
      'x-easel-operation': 'GET /api/v1/courses',
    });
  });
});

describe('search', () => {
  const found = (query: string) => search(catalogue, query).map(({ entry }) => entry.spec.id);

  it('finds by title, path, parameter; what Easel has first', () => {
    expect(found('courses account list')[0]).toMatch(/^GET .*courses/);
    expect(found('enrollment_term_id')).toContain('GET /api/v1/accounts/{account_id}/courses');
    expect(found('/api/v1/courses/{id}')[0]).toMatch(/^[A-Z]+ \/api\/v1\/courses\/\{id\}$/);
    expect(found('no such thing')).toEqual([]);
  });
});

describe('who may', () => {
  it('has words for every right that an operation requires (rights-in-words.ts)', () => {
    expect(operationTable.flatMap(wordlessRights)).toEqual([]);
  });

  it('reads as a sentence', () => {
    expect(whoMay({ id: 'GET /api/v1/course_accounts', requires: 'public' })).toBe(
      'Anyone may ask, even without a token.',
    );
    expect(
      whoMay({ id: 'GET /api/v1/accounts/{account_id}/courses', requires: { account: 'read_course_list' } }),
    ).toBe('Whoever has the permission “Courses - view list” (read_course_list) in the account.');
    expect(
      whoMay({
        id: 'POST /api/v1/sections/{id}/crosslist/{new_course_id}',
        requires: { section: 'update', newCourse: 'manage' },
      }),
    ).toMatch(/^Whoever has .*; and active teachers/);
  });
});

describe('the same call elsewhere', () => {
  const call = {
    origin: 'https://canvas.example.edu',
    method: 'POST',
    path: '/api/v1/courses/{course_id}/assignments',
    pathValues: { course_id: 'sis_course_id:BIO 1' },
    fields: [
      { name: 'assignment[name]', value: "It's" },
      { name: 'assignment[points_possible]', value: '10', kind: 'number' },
    ],
    isList: false,
  };

  it('is quoted for each language', () => {
    expect(toCurl(call)).toBe(
      [
        "curl 'https://canvas.example.edu/api/v1/courses/sis_course_id:BIO%201/assignments' \\",
        '  -H "Authorization: Bearer $CANVAS_TOKEN" \\',
        "  --data-urlencode 'assignment[name]=It'\\''s' \\",
        "  --data-urlencode 'assignment[points_possible]=10'",
      ].join('\n'),
    );
    expect(toTypeScript(call)).toContain(
      [
        "const answer = await canvas.call('POST /api/v1/courses/{course_id}/assignments', {",
        "  path: { course_id: 'sis_course_id:BIO 1' },",
        "  params: { assignment: { name: 'It\\'s', points_possible: 10 } },",
        '});',
      ].join('\n'),
    );
    expect(toPython(call)).toContain('    ("assignment[name]", "It\'s"),\n');
    expect(toPython(call)).toContain('answer = session.post(url, data=data)');
  });

  it('follows next where there are pages', () => {
    const list = {
      ...call,
      method: 'GET',
      path: '/api/v1/courses',
      pathValues: {},
      fields: [],
      isList: true,
    };
    expect(toTypeScript(list)).toContain("for await (const row of canvas.list('GET /api/v1/courses'))");
    expect(toPython(list)).toContain('url, params = answer.links.get("next", {}).get("url"), None');
  });

  it('nests names as Rack does', () => {
    const fields = ['a[][b]=1', 'a[][c]=2', 'a[][b]=3', 'd[]=4', 'd[]=5', 'e[f][g]=6'].map((field) => {
      const [name = '', value = ''] = field.split('=');
      return { name, value };
    });
    expect(JSON.parse(JSON.stringify(nest(fields)))).toEqual({
      a: [{ b: '1', c: '2' }, { b: '3' }],
      d: ['4', '5'],
      e: { f: { g: '6' } },
    });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    nest([{ name: '__proto__[polluted]', value: 'yes' }]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('compiles in TypeScript for every operation', { timeout: 120_000 }, async () => {
    const root = new URL('../../../../', import.meta.url);
    const directory = new URL('node_modules/.cache/easel-snippets/', root);
    const importLine = "import { Canvas } from '@easel/client';";
    const snippets = catalogue.entries.map((entry) => {
      const lines = toTypeScript(callOf(entry, 'https://canvas.example.edu')).split('\n');
      return `{\n${lines.filter((line) => line !== importLine).join('\n')}\n}`;
    });
    await mkdir(directory, { recursive: true });
    await writeFile(new URL('snippets.ts', directory), [importLine, ...snippets].join('\n'));
    const config = { extends: '../../../tsconfig.json', include: [], files: ['snippets.ts'] };
    await writeFile(new URL('tsconfig.json', directory), JSON.stringify(config));
    const complaint = await promisify(execFile)('npx', ['tsc', '-p', directory.pathname], {
      cwd: root.pathname,
    }).then(
      () => '',
      (error: Error & { stdout?: string }) => error.stdout || error.message,
    );
    await rm(directory, { recursive: true });
    expect(complaint).toBe('');
  });
});
