import { describe, expect, it } from 'vitest';
import { openWorld } from '../testing/world.ts';

const world = await openWorld({ throttle: { status: 429 } });
const { make } = world;

async function fill(tokenHolder: number, level: number): Promise<void> {
  const { id } = await world.database.kysely
    .selectFrom('access_tokens')
    .select('id')
    .where('user_id', '=', tokenHolder)
    .executeTakeFirstOrThrow();
  await world.database.kysely
    .insertInto('rate_limit_buckets')
    .values({ client: `token:${id}`, level, updated_at: new Date().toISOString() })
    .onConflict((conflict) =>
      conflict.column('client').doUpdateSet({ level, updated_at: new Date().toISOString() }),
    )
    .execute();
}

describe('throttling', () => {
  it('tells an identified client what a request cost and what is left', async () => {
    const admin = await make.accountAdmin();
    const { headers } = await world.as(admin.token).get('accounts/1/courses');
    expect(Number(headers['x-request-cost'])).toBeGreaterThan(0);
    expect(Number(headers['x-rate-limit-remaining'])).toBeGreaterThan(590);
    expect(Number(headers['x-rate-limit-remaining'])).toBeLessThan(600);
    expect((await world.anonymous.get('accounts/1/courses')).headers['x-request-cost']).toBeUndefined();
  });

  it('refuses a client whose bucket is full, in words and not in JSON', async () => {
    const admin = await make.accountAdmin();
    await fill(admin.id, 800);
    const { status, body, headers } = await world.as(admin.token).get('accounts/1/courses');
    expect(status).toBe(429);
    expect(body).toBe('429 Too Many Requests (Rate Limit Exceeded)\n');
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(headers['x-rate-limit-remaining']).toBe('0.0');
    expect(headers['x-request-cost']).toBeUndefined();
  });

  it('gives each token a bucket of its own, and lets it leak', async () => {
    const [busy, quiet] = [await make.accountAdmin(), await make.accountAdmin()];
    await fill(busy.id, 800);
    expect((await world.as(quiet.token).get('accounts/1/courses')).status).toBe(200);
    await world.database.kysely
      .updateTable('rate_limit_buckets')
      .set({ updated_at: new Date(Date.now() - 30_000).toISOString() })
      .execute();
    const { status, headers } = await world.as(busy.token).get('accounts/1/courses');
    expect(status).toBe(200);
    expect(Number(headers['x-rate-limit-remaining'])).toBeCloseTo(600 - 500, -1);
  });

  it('counts requests under way', async () => {
    const admin = await make.accountAdmin();
    const api = world.as(admin.token);
    const answers = await Promise.all(Array.from({ length: 30 }, () => api.get('accounts/1/courses')));
    const throttled = answers.filter(({ status }) => status === 429).length;
    expect(throttled).toBeGreaterThan(0);
    expect(throttled).toBeLessThan(30);
    expect((await api.get('accounts/1/courses')).status).toBe(200);
  });

  it('answers 403 as older Canvases where the site says so', async () => {
    const old = await openWorld({ throttle: { status: 403 } });
    const admin = await old.make.accountAdmin();
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => old.as(admin.token).get('accounts/1/courses')),
    );
    expect(answers.find(({ status }) => status === 403)?.body).toBe('403 Forbidden (Rate Limit Exceeded)\n');
  });
});
