/**
 * `npm run bench`: the account course list filtered by term, on PostgreSQL with 100,000 courses, against a bare
 * `node:http` + `pg` server with the same query in the same run; and page 900 against page 1.
 *
 * Figures of one run are compared with each other only: machines differ and are noisy, so the contenders take turns
 * and medians are printed. `--courses N`, `--seconds N`, `--rounds N`, `--database-url URL` (filled before).
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import pg from 'pg';
import { startPostgres } from '../../packages/server/testing/postgres-server.ts';
import { type Contender, startBare, startEasel, TOKEN } from './contenders.ts';

const { values: options } = parseArgs({
  options: {
    courses: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '3' },
    'database-url': { type: 'string' },
  },
});
const CONNECTIONS = [1, 10, 64];
const SECONDS = Number(options.seconds);
const ROUNDS = Number(options.rounds);

interface Figures {
  rate: number;
  p50: number;
  p99: number;
  memory: number;
}

async function measure(contender: Contender, connections: number, paths: () => string): Promise<Figures> {
  const result = await autocannon({
    url: contender.url,
    connections,
    duration: SECONDS,
    headers: { authorization: `Bearer ${TOKEN}`, 'user-agent': 'bench' },
    requests: [{ method: 'GET', setupRequest: (request) => ({ ...request, path: paths() }) }],
  });
  if (result.non2xx > 0) throw new Error(`${contender.name}: ${result.non2xx} answers weren't 2xx`);
  return {
    rate: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    memory: await contender.memory(),
  };
}

const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[numbers.length >> 1] as number;

function medians(all: Figures[]): Figures {
  const of = (key: keyof Figures) => median(all.map((figures) => figures[key]));
  return { rate: of('rate'), p50: of('p50'), p99: of('p99'), memory: of('memory') };
}

/** The ids a position can start behind, so that every request finds a full page. */
async function positions(database: string, term: number): Promise<number[]> {
  const client = new pg.Client(database);
  await client.connect();
  const { rows } = await client.query(
    `select id from courses where enrollment_term_id = $1 and workflow_state <> 'deleted' order by id`,
    [term],
  );
  await client.end();
  return rows.map(({ id }) => Number(id)).slice(0, -101);
}

async function largestTerm(database: string): Promise<number> {
  const client = new pg.Client(database);
  await client.connect();
  const { rows } = await client.query(
    'select enrollment_term_id as term from courses group by 1 order by count(*) desc limit 1',
  );
  await client.end();
  return Number(rows[0].term);
}

const bookmark = (id: number) => `bookmark:${Buffer.from(JSON.stringify([id])).toString('base64url')}`;
const list = (term: number, more: string) =>
  `/api/v1/accounts/1/courses?enrollment_term_id=${term}&per_page=100${more}`;
const line = (name: string, { rate, p50, p99, memory }: Figures) =>
  console.log(
    `${name.padEnd(18)} ${rate.toFixed(0).padStart(6)} requests/s   p50 ${p50} ms   p99 ${p99} ms   ${memory} MB`,
  );

const server = options['database-url'] ? undefined : await startPostgres({ durable: true });
const database = options['database-url'] ?? `${server?.url}postgres`;
if (server) {
  const seeded = spawnSync(
    process.execPath,
    [
      join(import.meta.dirname, '../../packages/server/src/seed/main.ts'),
      ...['--courses', options.courses, '--users', '2000', '--enrollments', '0', '--database-url', database],
    ],
    { stdio: 'inherit', env: { ...process.env, EASEL_ADMIN_TOKEN: TOKEN } },
  );
  if (seeded.status !== 0) throw new Error('seeding failed');
}

const term = await largestTerm(database);
const ids = await positions(database, term);
const anywhere = () => ids[Math.floor(Math.random() * ids.length)] as number;
const bare = await startBare(database);
const easel = await startEasel(database);
try {
  console.log(`\n100 courses of a term at random positions, ${options.courses} courses in all`);
  for (const connections of CONNECTIONS) {
    const figures = new Map<Contender, Figures[]>([
      [bare, []],
      [easel, []],
    ]);
    for (let round = 0; round < ROUNDS; round++) {
      figures.get(bare)?.push(await measure(bare, connections, () => `/?term=${term}&after=${anywhere()}`));
      figures
        .get(easel)
        ?.push(await measure(easel, connections, () => list(term, `&page=${bookmark(anywhere())}`)));
    }
    const [bares, easels] = [medians(figures.get(bare) ?? []), medians(figures.get(easel) ?? [])];
    console.log(`\n${connections} connection${connections > 1 ? 's' : ''}`);
    line(bare.name, bares);
    line(easel.name, easels);
    console.log(`ratio              ${(easels.rate / bares.rate).toFixed(2)}`);
  }

  console.log('\nPage 1 against page 900 of all courses, 100 a page, one connection');
  const all = (page: string) => `/api/v1/accounts/1/courses?per_page=100${page}`;
  const deep = await pageByFollowingNext(easel.url + all(''), 900);
  const first: Figures[] = [];
  const last: Figures[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    first.push(await measure(easel, 1, () => all('')));
    last.push(await measure(easel, 1, () => deep));
  }
  line('page 1', medians(first));
  line('page 900', medians(last));
  console.log(`time ratio         ${(medians(first).rate / medians(last).rate).toFixed(2)}`);
} finally {
  await bare.stop();
  await easel.stop();
  await server?.stop();
}

async function pageByFollowingNext(url: string, page: number): Promise<string> {
  let at = url;
  for (let number = 1; number < page; number++) {
    const response = await fetch(at, {
      headers: { authorization: `Bearer ${TOKEN}`, 'user-agent': 'bench' },
    });
    await response.arrayBuffer();
    const next = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
    if (!next) throw new Error(`there are only ${number} pages`);
    at = next;
  }
  return at.slice(new URL(at).origin.length);
}
