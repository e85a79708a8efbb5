/** The Postman collection as served, run by newman, Postman's own runner. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { openTarget } from './target.ts';

const { url, token } = await openTarget();
const newman = createRequire(import.meta.url).resolve('newman/bin/newman.js');
const directory = await mkdtemp(join(tmpdir(), 'easel-newman-'));
afterAll(() => rm(directory, { recursive: true, force: true }));

interface Item {
  name: string;
  id: string;
  request: { method: string; url: { raw: string; query: { key: string; value: string }[] } };
}

interface Collection {
  info: { schema: string };
  variable: { key: string; value: string }[];
  item: { name: string; item: Item[] }[];
}

const response = await fetch(`${url}/doc/api/postman_collection.json`);
const collection = (await response.json()) as Collection;
const items = collection.item.flatMap(({ item }) => item);
const isMissing = ({ name }: Item) => name.endsWith('(not in Easel)');
const gets = items.filter((item) => item.request.method === 'GET' && !isMissing(item));

/** These make what a new institution doesn't have, and some GETs show. */
const makers = [
  'PUT /users/:user_id/custom_data',
  'PUT /users/:id/colors/:asset_string',
  'PUT /accounts/:account_id/courses',
  'POST /courses/:course_id/course_copy',
].map((maker) => maker.replace(' ', ' {{baseUrl}}/api/v1'));
const made = items.filter(({ request: { method, url } }) => makers.includes(`${method} ${url.raw}`));

interface Report {
  run: {
    stats: { requests: { total: number; failed: number } };
    executions: { item: { name: string }; response: { code: number } }[];
    failures: { source?: { name: string }; error: { message: string } }[];
  };
}

async function run(item: Item[], variables: Record<string, string> = {}): Promise<Report['run']> {
  const [file, out] = [join(directory, 'collection.json'), join(directory, 'report.json')];
  const variable = collection.variable.map((each) => ({
    ...each,
    value: { token, ...variables }[each.key] ?? each.value,
  }));
  await writeFile(file, JSON.stringify({ ...collection, variable, item }));
  const flags = ['run', file, '--reporters', 'json', '--reporter-json-export', out, '--suppress-exit-code'];
  await promisify(execFile)(process.execPath, [newman, ...flags]);
  return (JSON.parse(await readFile(out, 'utf8')) as Report).run;
}

describe('the Postman collection', () => {
  it('is a v2.1 collection of every documented operation, for this server, without a token', () => {
    expect(collection.info.schema).toContain('/v2.1.0/');
    expect(items).toHaveLength(1060);
    expect(Object.fromEntries(collection.variable.map(({ key, value }) => [key, value]))).toMatchObject({
      baseUrl: url,
      token: '',
      fetchAll: 'true',
    });
  });

  it('runs every GET that Easel has without a failure', async () => {
    expect(made).toHaveLength(4);
    const { failures, stats, executions } = await run([...made, ...gets]);
    const status = new Map(executions.map(({ item, response }) => [item.name, response.code]));
    expect(failures.map(({ source, error }) => `${source?.name}: ${error.message}`)).toEqual([]);
    // Lists ask for their other pages by themselves.
    expect(stats.requests.total).toBeGreaterThanOrEqual(made.length + gets.length);
    expect(stats.requests.failed).toBe(0);
    // Where the demo has nothing to show, 404 is fine; where something was made, it isn't.
    for (const name of ['Query progress', 'Get course copy status', 'Get custom color', 'Load custom data']) {
      expect(status.get(name), name).toBe(200);
    }
    expect([...status.values()].filter((code) => code === 200).length).toBeGreaterThan(85);
  });

  it('follows next until there is none, and only the first page when told so', async () => {
    const courses = items.find(({ id }) => id === 'list_active_courses_in_account') as Item;
    const unfiltered = {
      ...courses,
      event: [
        {
          listen: 'test',
          script: {
            type: 'text/javascript',
            // The collection's own script is done when this timer is.
            exec: [
              "setTimeout(() => pm.test('rows: ' + pm.collectionVariables.get('rowCount'), () => {}), 1500);",
            ],
          },
        },
      ],
      request: {
        ...courses.request,
        url: { ...courses.request.url, query: [{ key: 'per_page', value: '25' }] },
      },
    };
    const assertions = async (fetchAll: string) => {
      const { executions, failures } = await run([unfiltered], { fetchAll });
      expect(failures).toEqual([]);
      const [execution] = executions as unknown as { assertions: { assertion: string }[] }[];
      return execution?.assertions.map(({ assertion }) => assertion) ?? [];
    };
    const all = await assertions('true');
    expect(all.filter((name) => /: page \d+$/.test(name)).length).toBeGreaterThanOrEqual(6);
    const rows = Number(/rows: (\d+)/.exec(all.join('\n'))?.[1]);
    expect(rows).toBeGreaterThan(150);
    expect((await assertions('false')).filter((name) => /: page \d+$/.test(name))).toEqual([]);
  });
});
