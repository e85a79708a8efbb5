import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { admin, make } = world;

const scale = [
  { description: 'Mastery', points: 3, mastery: true, color: '03893D' },
  { description: 'Near', points: 1.5, mastery: false, color: 'FAB901' },
];

const wrong = (...errors: [field: string, message: string, code?: string][]) => ({
  status: 422,
  body: { errors: errors.map(([field, message, code]) => ({ field, message, error_code: code ?? message })) },
});
const FIELD = 'outcome_proficiency_ratings';

describe('POST /api/v1/accounts/{account_id}/outcome_proficiency', () => {
  it('keeps ratings, the most points first', async () => {
    const { id } = await make.account();
    const answer = await admin.post(`accounts/${id}/outcome_proficiency`, { ratings: scale });
    expect(answer).toMatchObject({ status: 200, body: { ratings: scale } });
    expect(Object.keys(answer.body.ratings[0])).toEqual(['description', 'points', 'mastery', 'color']);
    expect((await admin.get(`accounts/${id}/outcome_proficiency`)).body).toEqual({ ratings: scale });
  });

  it('takes them as the documentation’s form sends them', async () => {
    const { id } = await make.account();
    const form =
      'ratings[][description]=A&ratings[][points]=4&ratings[][color]=02672D&ratings[][mastery]=false' +
      '&ratings[][description]=B&ratings[][points]=3&ratings[][color]=03893d&ratings[][mastery]=true';
    expect((await admin.post(`accounts/${id}/outcome_proficiency`, form)).body.ratings).toEqual([
      { description: 'A', points: 4, mastery: false, color: '02672D' },
      { description: 'B', points: 3, mastery: true, color: '03893d' },
    ]);
  });

  it('changes ratings place by place, and drops those that aren’t sent', async () => {
    const { id } = await make.account();
    const path = `accounts/${id}/outcome_proficiency`;
    await admin.post(path, { ratings: scale });
    const { body } = await admin.post(path, { ratings: [{ points: 2, description: 'Enough' }] });
    expect(body.ratings).toEqual([{ description: 'Enough', points: 2, mastery: true, color: '03893D' }]);
  });

  it.each([
    [[], wrong([FIELD, 'Missing required ratings', 'blank'], [FIELD, 'Exactly one rating can have mastery'])],
    [
      scale.map((rating) => ({ ...rating, mastery: true })),
      wrong([FIELD, 'Exactly one rating can have mastery']),
    ],
    [scale.toReversed(), wrong([FIELD, 'Points should be strictly decreasing: 1.5 <= 3.0'])],
    [
      [{ description: ' ', points: -1, mastery: true, color: 'red' }],
      wrong(
        [`${FIELD}.description`, 'blank'],
        [`${FIELD}.points`, 'must be greater than or equal to 0', 'greater_than_or_equal_to'],
        [`${FIELD}.color`, 'invalid'],
      ),
    ],
    [[{ description: 'x', mastery: true }], wrong([`${FIELD}.points`, 'blank'], [`${FIELD}.color`, 'blank'])],
  ])('refuses %j', async (ratings, expected) => {
    const { id } = await make.account();
    expect(await admin.post(`accounts/${id}/outcome_proficiency`, { ratings })).toMatchObject(expected);
    expect((await admin.post(`accounts/${id}/outcome_proficiency`, {})).status).toBe(422);
  });
});

describe('GET /api/v1/courses/{course_id}/outcome_proficiency', () => {
  it('is its own, else that of the nearest account', async () => {
    const top = await make.account();
    const college = await make.account({ parent_account_id: top.id });
    const course = await make.course({ account_id: college.id });
    const path = `courses/${course.id}/outcome_proficiency`;
    expect(await admin.get(path)).toMatchObject({
      status: 404,
      body: { message: 'ActiveRecord::RecordNotFound' },
    });
    const one = (description: string) => [{ description, points: 1, mastery: true, color: '000000' }];
    for (const [of, name] of [
      [`accounts/${top.id}`, 'top'],
      [`accounts/${college.id}`, 'college'],
      [`courses/${course.id}`, 'course'],
    ]) {
      await admin.post(`${of}/outcome_proficiency`, { ratings: one(String(name)) });
      expect((await admin.get(path)).body.ratings[0].description).toBe(name);
    }
    expect((await admin.get(`accounts/${top.id}/outcome_proficiency`)).body.ratings[0].description).toBe(
      'top',
    );
  });
});
