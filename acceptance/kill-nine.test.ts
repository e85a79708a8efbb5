/** What was answered is there, whatever happens next: kill -9 while courses are being created. */
import { expect, it } from 'vitest';
import { makeHome, startEasel, TOKEN } from './easel-process.ts';

const headers = { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json' };
const ROUNDS = 3;
const BEFORE_KILL = 60;

it('keeps every course whose 200 was received', { timeout: 180_000 }, async () => {
  const home = await makeHome();
  const acknowledged = new Map<number, string>();
  for (let round = 0; round < ROUNDS; round++) {
    const easel = await startEasel(home, ['--seed', 'empty', '--throttle', 'off']);
    await createUntilGone(easel.url, round, acknowledged, () => void easel.kill('SIGKILL'));
    await easel.kill('SIGKILL');
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(ROUNDS * BEFORE_KILL);

  const easel = await startEasel(home, ['--seed', 'empty']);
  const found = await allCourses(easel.url);
  await easel.kill();
  await home.remove();
  for (const [id, name] of acknowledged) expect(found.get(id), `course ${id}`).toBe(name);
});

/** Four clients create courses; once enough are acknowledged the server is killed under them. */
async function createUntilGone(
  url: string,
  round: number,
  acknowledged: Map<number, string>,
  kill: () => void,
) {
  let count = 0;
  const client = async (number: number) => {
    for (let n = 0; ; n++) {
      const name = `Round ${round}, client ${number}, course ${n}`;
      const response = await fetch(`${url}/api/v1/accounts/1/courses`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ course: { name } }),
      });
      const { id } = (await response.json()) as { id: number };
      expect(response.status).toBe(200);
      acknowledged.set(id, name);
      if (++count === BEFORE_KILL) kill();
    }
  };
  const results = await Promise.allSettled([1, 2, 3, 4].map(client));
  for (const result of results) {
    if (result.status === 'rejected' && !(result.reason instanceof TypeError)) {
      // fetch throws a TypeError for a lost connection; a cut body is a SyntaxError.
      if (!(result.reason instanceof SyntaxError)) throw result.reason;
    }
  }
}

async function allCourses(url: string): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  let next: string | undefined = `${url}/api/v1/accounts/1/courses?per_page=100`;
  while (next) {
    const response: Response = await fetch(next, { headers });
    for (const { id, name } of (await response.json()) as { id: number; name: string }[]) found.set(id, name);
    next = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
  }
  return found;
}
