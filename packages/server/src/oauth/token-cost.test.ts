import { describe, expect, it } from 'vitest';
import { openWorld } from '../../testing/world.ts';

const { app } = await openWorld({ throttle: { status: 429 } });

const askForToken = (remoteAddress: string) =>
  app.inject({ method: 'POST', url: '/login/oauth2/token', payload: { client_id: '1' }, remoteAddress });

describe('POST /login/oauth2/token', () => {
  it('costs 200 more of its address’s bucket, right or wrong', async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 4; count++) statuses.push((await askForToken('192.0.2.1')).statusCode);
    expect(statuses).toEqual([400, 400, 400, 429]);
    const throttled = await askForToken('192.0.2.1');
    expect([throttled.headers['content-type'], throttled.payload]).toEqual([
      'text/plain; charset=utf-8',
      '429 Too Many Requests (Rate Limit Exceeded)\n',
    ]);
    expect((await askForToken('192.0.2.2')).statusCode).toBe(400);
  });
});
