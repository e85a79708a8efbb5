import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openWorld } from '../testing/world.ts';

const world = await openWorld();
const { admin, make } = world;
const account = await make.account();
const list = `accounts/${account.id}/courses`;
const names = ['b', 'a', 'C', 'a', 'é', 'B', 'z', '', 'aa', 'Z', 'b', 'c', 'ä'];
for (const name of names) await make.course({ account_id: account.id, name });

const notFound = { status: 404, body: { errors: [{ message: 'The specified resource does not exist.' }] } };

describe('per_page', () => {
  it.each([
    [undefined, 10],
    ['5', 5],
    ['0', 1],
    ['-3', 1],
    ['abc', 1],
    ['500', 13],
    ['2x', 2],
  ])('%s gives %i rows', async (per_page, rows) => {
    const { body } = await admin.get(list, per_page === undefined ? {} : { per_page });
    expect(body).toHaveLength(rows);
  });
});

describe('page', () => {
  it.each(['0', '-1', 'x', '1.5', 'bookmark:', 'bookmark:e30', 'bookmark:WyJhIiwxXQ', 'bookmark:!!!'])(
    '%s is no page',
    async (page) => {
      expect(await admin.get(list, { page })).toMatchObject(notFound);
    },
  );

  it('beyond the end is empty, without next', async () => {
    for (const page of [3, 999, '99999999999999999999']) {
      const { status, body, links } = await admin.get(list, { page });
      expect({ status, body }).toEqual({ status: 200, body: [] });
      expect(links['next']).toBeUndefined();
    }
  });

  it('of another list’s bookmark never fails on the server', async () => {
    const { links } = await admin.get(list, { sort: 'course_name', per_page: 3 });
    const page = new URL(links['next'] as string).searchParams.get('page');
    expect((await admin.get(list, { page })).status).toBe(404);
    const forged = `bookmark:${Buffer.from(JSON.stringify(['x'])).toString('base64url')}`;
    expect((await admin.get(list, { page: forged })).status).toBeLessThan(500);
  });
});

describe('Link', () => {
  it('keeps the query, sorted, with page and per_page at its end', async () => {
    const { headers } = await admin.get(list, {
      'state[]': ['all', 'deleted'],
      published: 'true',
      page: 1,
      per_page: 2,
    });
    expect(headers['link']?.split(',')[0]).toBe(
      `<http://localhost:80/api/v1/${list}?published=true&state%5B%5D=all&state%5B%5D=deleted&page=first&per_page=2>; rel="current"`,
    );
  });
});

describe('walking a list', () => {
  it('gives every row once and in order, whatever the sort, the size and the kind of page', async () => {
    const whole = async (query: object) => (await admin.get(list, { ...query, per_page: 100 })).ids;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(undefined, 'course_name', 'sis_course_id', 'teacher', 'account_name', 'term'),
        fc.constantFrom('asc', 'desc'),
        fc.integer({ min: 1, max: 14 }),
        fc.boolean(),
        async (sort, order, per_page, byNumber) => {
          const query = { ...(sort && { sort }), order };
          const ids: number[] = [];
          if (byNumber) {
            for (let page = 1; ; page++) {
              const answer = await admin.get(list, { ...query, per_page, page });
              ids.push(...answer.ids);
              if (!answer.links['next']) break;
            }
          } else {
            const rows = (await admin.all(list, { ...query, per_page })) as { id: number }[];
            ids.push(...rows.map(({ id }) => id));
          }
          expect(ids).toEqual(await whole(query));
          expect(ids).toHaveLength(names.length);
        },
      ),
      { numRuns: 40 },
    );
  });
});
