import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const { admin, anonymous, as, make } = await openWorld();

describe('GET /api/v1/users/{user_id}/page_views', () => {
  it('is empty, with bookmark pages', async () => {
    const { id } = await make.person();
    const { status, body, links } = await admin.get(`users/${id}/page_views`, { per_page: 50 });
    expect({ status, body }).toEqual({ status: 200, body: [] });
    expect(links['current']).toMatch(/page=first&per_page=50$/);
    expect(links['next']).toBeUndefined();
    expect(links['last']).toBeUndefined();
  });

  it('is 400 for a start in the future or an end before it, and ignores what is no time', async () => {
    const { id } = await make.person();
    const get = (query: Record<string, string>) => admin.get(`users/${id}/page_views`, query);
    expect(await get({ start_time: '2026-09-15T12:00:01Z' })).toMatchObject({
      status: 400,
      body: { error: 'start_time cannot be in the future' },
    });
    expect(await get({ start_time: '2026-09-10', end_time: '2026-09-09' })).toMatchObject({
      status: 400,
      body: { error: 'end_time must be after start_time' },
    });
    expect((await get({ start_time: '2026-09-10', end_time: '2026-09-11' })).status).toBe(200);
    expect((await get({ start_time: 'soon', end_time: '' })).status).toBe(200);
  });

  it('is for those who may see statistics, which oneself may not', async () => {
    const person = await make.person();
    expect((await as(person.token).get('users/self/page_views')).status).toBe(401);
    expect((await anonymous.get(`users/${person.id}/page_views`)).status).toBe(401);
    expect((await admin.get('users/99999/page_views')).status).toBe(404);
  });
});
