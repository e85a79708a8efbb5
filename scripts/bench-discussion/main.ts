/**
 * `npm run bench:discussion`: the full view of a topic with 10,000 entries, over HTTP, against reading the same rows
 * with `pg` in the same run; and what another entry costs there and in an empty topic.
 *
 * The two of a comparison take turns, and medians are printed: machines differ and are noisy. `--entries N`,
 * `--rounds N`, `--posts N`.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { wireTypes } from '../../packages/server/src/db/types.ts';
import { startPostgres } from '../../packages/server/testing/postgres-server.ts';
import { startEasel, TOKEN } from '../bench/contenders.ts';

const { values: options } = parseArgs({
  options: {
    entries: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '30' },
    posts: { type: 'string', default: '100' },
  },
});
const ENTRIES = Number(options.entries);
const USERS = 200;

const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[numbers.length >> 1] as number;

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Runs two things in turn and gives the median of each, in milliseconds. */
async function compare(rounds: number, one: () => Promise<unknown>, other: () => Promise<unknown>) {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    times[0].push(await milliseconds(one));
    times[1].push(await milliseconds(other));
  }
  return times.map(median) as [number, number];
}

const server = await startPostgres({ durable: true });
const database = `${server.url}postgres`;
const seeded = spawnSync(
  process.execPath,
  [
    join(import.meta.dirname, '../../packages/server/src/seed/main.ts'),
    ...[
      '--courses',
      '1',
      '--users',
      String(USERS),
      '--enrollments',
      String(USERS),
      '--database-url',
      database,
    ],
  ],
  { stdio: 'inherit', env: { ...process.env, EASEL_ADMIN_TOKEN: TOKEN } },
);
if (seeded.status !== 0) throw new Error('seeding failed');

const easel = await startEasel(database);
const client = new pg.Client({ connectionString: database, types: wireTypes });
await client.connect();

// biome-ignore lint/suspicious/noExplicitAny: whatever came back
async function call(method: string, path: string, body?: object): Promise<any> {
  const response = await fetch(`${easel.url}/api/v1/${path}`, {
    method,
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', 'user-agent': 'bench' },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return await response.json();
}

/** Three in four entries answer an earlier one; each is a paragraph or two. */
async function fill(topic: number): Promise<void> {
  await client.query(
    `insert into discussion_entries
       (discussion_topic_id, user_id, message, created_at, updated_at)
     select $1, u.id, '<p>' || repeat('What was said about it, and why. ', 4 + (n % 12)) || '</p>',
       now() - make_interval(secs => $2 - n), now() - make_interval(secs => $2 - n)
     from generate_series(1, $2) n join (select id, row_number() over (order by id) - 1 as k from users) u
       on u.k = n % ${USERS}`,
    [topic, ENTRIES],
  );
  await client.query(
    `with numbered as (select id, row_number() over (order by id) as n from discussion_entries
       where discussion_topic_id = $1)
     update discussion_entries e set parent_id = p.id, root_entry_id = p.id, depth = 2
     from numbered c join numbered p on p.n = c.n - c.n % 4
     where e.id = c.id and c.n % 4 <> 0 and c.n > 4`,
    [topic],
  );
  await client.query('analyze discussion_entries');
}

try {
  const { id: course } = (await call('GET', 'accounts/1/courses'))[0];
  const topicOf = async (title: string) =>
    (await call('POST', `courses/${course}/discussion_topics`, { title, published: true })).id;
  const [full, empty] = [await topicOf('Full'), await topicOf('Empty')];
  await fill(full);

  const rows = () =>
    client.query({
      name: 'entries',
      text: `select id, user_id, parent_id, created_at, updated_at, editor_id, rating_count, rating_sum, message,
        attachment_id, workflow_state from discussion_entries where discussion_topic_id = $1 order by created_at, id`,
      values: [full],
    });
  const view = async () => {
    const path = `${easel.url}/api/v1/courses/${course}/discussion_topics/${full}/view`;
    const response = await fetch(path, {
      headers: { authorization: `Bearer ${TOKEN}`, 'user-agent': 'bench' },
    });
    if (!response.ok) throw new Error(`view: ${response.status}`);
    await response.arrayBuffer();
  };
  await compare(5, rows, view);
  const [plain, whole] = await compare(Number(options.rounds), rows, view);
  console.log(`\nA topic of ${ENTRIES} entries`);
  console.log(`rows with pg        ${plain.toFixed(1)} ms`);
  console.log(`view over HTTP      ${whole.toFixed(1)} ms   ${(plain / whole).toFixed(2)} of that speed`);

  const post = (topic: number) => () =>
    call('POST', `courses/${course}/discussion_topics/${topic}/entries`, { message: '<p>One more.</p>' });
  await compare(10, post(full), post(empty));
  const [there, here] = await compare(Number(options.posts), post(full), post(empty));
  console.log(`another entry       ${there.toFixed(1)} ms there, ${here.toFixed(1)} ms in an empty topic`);
} finally {
  await client.end();
  await easel.stop();
  await server.stop();
}
