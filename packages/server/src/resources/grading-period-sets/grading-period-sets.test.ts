import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { make, admin } = world;
const path = 'accounts/self/grading_period_sets';
const patch = (id: number | string, body: object) =>
  admin.send('PATCH', `${path}/${id}`, {
    payload: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
const setOf = async (termId: number) =>
  (await admin.get(`accounts/self/terms/${termId}`)).body.grading_period_group_id;

describe('POST /api/v1/accounts/{account_id}/grading_period_sets', () => {
  it('makes one for terms', async () => {
    const term = await make.term();
    const { status, body } = await admin.post(path, {
      enrollment_term_ids: [term.id],
      grading_period_set: { title: 'Quarters', weighted: true },
    });
    expect(status).toBe(201);
    expect(body).toEqual({
      grading_period_set: {
        id: expect.stringMatching(/^\d+$/),
        title: 'Quarters',
        weighted: true,
        display_totals_for_all_grading_periods: false,
        account_id: '1',
        course_id: null,
        grading_periods: [],
        permissions: { read: true, update: true, delete: true, create: true },
        created_at: expect.any(String),
      },
    });
    expect(String(await setOf(term.id))).toBe(body.grading_period_set.id);
  });

  it('refuses terms that aren’t there, nothing at all, and accounts below', async () => {
    const grading_period_set = { title: 'x' };
    expect((await admin.post(path, { grading_period_set, enrollment_term_ids: [987654] })).status).toBe(404);
    expect((await admin.post(path, {})).status).toBe(400);
    expect(await admin.post(path, { grading_period_set: { title: 'x'.repeat(256) } })).toMatchObject({
      status: 422,
      body: { errors: { title: [{ type: 'too_long' }] } },
    });
    const below = await make.account();
    expect(
      (await admin.post(`accounts/${below.id}/grading_period_sets`, { grading_period_set })).status,
    ).toBe(401);
  });
});

describe('GET /api/v1/accounts/{account_id}/grading_period_sets', () => {
  it('lists those of the institution with their periods, in accounts below too', async () => {
    const set = await make.gradingPeriodSet({ title: 'Listed' });
    const period = await make.gradingPeriod({
      grading_period_group_id: set.id,
      start_date: '2026-01-01T00:00:00Z',
      end_date: '2026-02-01T00:00:00Z',
    });
    const below = await make.account();
    const { body } = await admin.get(`accounts/${below.id}/grading_period_sets`, { per_page: 100 });
    const found = body.grading_period_sets.find(({ id }: { id: string }) => id === String(set.id));
    expect(found).toMatchObject({
      title: 'Listed',
      weighted: null,
      grading_periods: [{ id: period.id, grading_period_group_id: set.id, title: period.title }],
    });
    expect(body.meta.pagination).toMatchObject({ per_page: 100, page: 1 });
  });
});

describe('PATCH /api/v1/accounts/{account_id}/grading_period_sets/{id}', () => {
  it('changes it, and gives it the terms that are named', async () => {
    const [one, two] = [await make.term(), await make.term()];
    const set = await make.gradingPeriodSet({}, [one.id]);
    const changed = await patch(set.id, {
      enrollment_term_ids: [two.id],
      grading_period_set: { display_totals_for_all_grading_periods: true },
    });
    expect(changed).toMatchObject({ status: 204, body: '' });
    expect([await setOf(one.id), await setOf(two.id)]).toEqual([null, set.id]);
    // Naming none takes it from all, as in Canvas.
    await patch(set.id, { grading_period_set: { title: 'New' } });
    expect(await setOf(two.id)).toBeNull();
    expect((await patch(987654, { grading_period_set: { title: 'x' } })).status).toBe(404);
  });
});

describe('DELETE /api/v1/accounts/{account_id}/grading_period_sets/{id}', () => {
  it('deletes it with its periods, and frees its terms', async () => {
    const term = await make.term();
    const set = await make.gradingPeriodSet({}, [term.id]);
    expect((await admin.delete(`${path}/${set.id}`)).status).toBe(204);
    expect(await setOf(term.id)).toBeNull();
    expect((await admin.delete(`${path}/${set.id}`)).status).toBe(404);
  });
});
