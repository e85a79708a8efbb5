import { beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

async function setCollege() {
  const college = await world.make.account({ name: 'College' });
  const law = await world.make.account({ name: 'Law', parent_account_id: college.id });
  const arts = await world.make.account({ name: 'arts', parent_account_id: college.id });
  const deep = await world.make.account({ name: 'Deep', parent_account_id: law.id });
  const course = await world.make.course({ account_id: law.id });
  const student = await world.make.member(course.id);
  const dean = await world.make.accountAdmin(college.id);
  return { college, law, arts, deep, asStudent: world.as(student.token), asDean: world.as(dean.token) };
}

describe('PUT /api/v1/account_calendars/{account_id}', () => {
  it('shows a calendar, in which events can then be made', async () => {
    const { law, asDean, asStudent } = await setCollege();
    const event = {
      calendar_event: {
        context_code: `account_${law.id}`,
        title: 'Open day',
        start_at: '2026-09-15T10:00:00Z',
      },
    };
    expect((await asDean.post('calendar_events', event)).status).toBe(401);
    const { body } = await asDean.put(`account_calendars/${law.id}`, { visible: true, auto_subscribe: true });
    expect(body).toMatchObject({
      id: law.id,
      name: 'Law',
      visible: true,
      auto_subscribe: true,
      asset_string: `account_${law.id}`,
      type: 'account',
      can_create_calendar_events: true,
    });
    expect(body.calendar_event_url).toMatch(/\/calendar_events\/%7B%7B%20id%20%7D%7D$/);
    expect((await asDean.post('calendar_events', event)).status).toBe(201);
    expect((await asStudent.put(`account_calendars/${law.id}`, { visible: false })).status).toBe(401);
    const seen = await asStudent.get('calendar_events', { 'context_codes[]': [`account_${law.id}`] });
    expect(seen.body).toMatchObject([{ title: 'Open day', context_name: 'Law' }]);
  });
});

describe('GET /api/v1/account_calendars', () => {
  it('lists visible ones of accounts that the caller belongs to', async () => {
    const { college, law, arts, asDean, asStudent } = await setCollege();
    for (const { id } of [college, law, arts]) await asDean.put(`account_calendars/${id}`, { visible: true });
    const { body } = await asStudent.get('account_calendars');
    expect(body.total_results).toBe(2);
    expect(body.account_calendars.map(({ name }: { name: string }) => name)).toEqual(['College', 'Law']);
    expect((await asStudent.get('account_calendars', { search_term: 'law' })).body.total_results).toBe(1);
    expect((await asStudent.get('account_calendars', { search_term: 'l' })).status).toBe(400);
    expect((await asStudent.get(`account_calendars/${law.id}`)).status).toBe(200);
    expect((await asStudent.get(`account_calendars/${arts.id}`)).status).toBe(401);
  });
});

describe('GET /api/v1/accounts/{account_id}/account_calendars', () => {
  it('lists the account and those in it, or all below it that are sought', async () => {
    const { college, law, arts, deep, asDean } = await setCollege();
    const path = `accounts/${college.id}/account_calendars`;
    const all = await asDean.get(path);
    expect(all.ids).toEqual([college.id, arts.id, law.id]);
    expect(all.body[0].sub_account_count).toBe(2);
    await asDean.put(`account_calendars/${deep.id}`, { visible: true });
    expect((await asDean.get(path, { filter: 'visible' })).ids).toEqual([deep.id]);
    expect((await asDean.get(path, { filter: 'hidden' })).ids).toEqual([arts.id, college.id, law.id]);
    expect((await asDean.get(path, { search_term: 'dee' })).ids).toEqual([deep.id]);
    expect((await asDean.get(path, { filter: 'x' })).body).toEqual({
      errors: 'Expected filter param to be one of: visible, hidden',
    });
  });
});

describe('PUT /api/v1/accounts/{account_id}/account_calendars', () => {
  it('changes several at once, all of them below the account', async () => {
    const { college, law, arts, asDean } = await setCollege();
    const path = `accounts/${college.id}/account_calendars`;
    const { body } = await asDean.put(path, [
      { id: law.id, visible: true, auto_subscribe: true },
      { id: arts.id, visible: true },
    ]);
    expect(body).toEqual({ message: 'Updated 2 accounts' });
    const count = await asDean.get(`accounts/${college.id}/visible_calendars_count`);
    expect(count.body).toEqual({ count: 2 });
    expect((await asDean.get(`account_calendars/${law.id}`)).body).toMatchObject({ auto_subscribe: true });
    expect((await asDean.put(path, [])).body).toEqual({ errors: 'Expected array of objects' });
    expect((await asDean.put(path, [{ visible: true }])).body).toEqual({ errors: 'Missing key(s)' });
    expect((await asDean.put(path, [{ id: law.id }, { id: law.id }])).body).toEqual({
      errors: 'Duplicate IDs',
    });
    expect((await asDean.put(path, [{ id: 1, visible: true }])).status).toBe(401);
    expect((await asDean.put(path, [{ id: law.id, visible: false }])).body).toEqual({
      message: 'Updated 1 account',
    });
  });
});
