import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { make, admin } = world;
// Which the world's clock stands in, whatever it is.
const first = { start_date: '2000-01-01T00:00:00Z', end_date: '2020-12-31T23:59:59Z' };
const second = { start_date: '2020-12-31T23:59:59Z', end_date: '2090-12-31T23:59:59Z' };

async function institution() {
  const term = await make.term();
  const set = await make.gradingPeriodSet({ title: 'Semesters' }, [term.id]);
  const periods = [
    await make.gradingPeriod({ grading_period_group_id: set.id, title: 'One', ...first }),
    await make.gradingPeriod({ grading_period_group_id: set.id, title: 'Two', weight: 60, ...second }),
  ] as const;
  const course = await make.course({ enrollment_term_id: term.id });
  return { term, set, periods, course, student: await make.member(course.id) };
}

async function ownSet() {
  const course = await make.course();
  const set = await make.gradingPeriodSet({ course_id: course.id });
  const period = await make.gradingPeriod({ grading_period_group_id: set.id, ...first });
  return { course, set, period };
}

describe('GET /api/v1/courses/{course_id}/grading_periods', () => {
  it('lists those of the term, which nobody changes in the course', async () => {
    const { course, set, periods, student } = await institution();
    const { body, links } = await world.as(student.token).get(`courses/${course.id}/grading_periods`);
    expect(Object.keys(body)).toEqual([
      'grading_periods',
      'meta',
      'can_create_grading_periods',
      'grading_periods_read_only',
    ]);
    expect(body.grading_periods).toHaveLength(2);
    expect(body.grading_periods[0]).toEqual({
      id: String(periods[0].id),
      grading_period_group_id: String(set.id),
      ...first,
      close_date: first.end_date,
      weight: null,
      title: 'One',
      permissions: { read: true, update: false, delete: false, create: false },
      is_closed: true,
    });
    expect(body.grading_periods[1]).toMatchObject({ weight: 60, is_closed: false });
    expect(body).toMatchObject({ can_create_grading_periods: false, grading_periods_read_only: true });
    const { primaryCollection, pagination } = body.meta;
    expect(primaryCollection).toBe('grading_periods');
    expect(pagination).toMatchObject({
      per_page: 10,
      page: 1,
      count: 2,
      page_count: 1,
      current: links['current'],
    });
    expect(pagination.template).toBe(pagination.current.replace('?page=1', '?page={page}'));
  });

  it('prefers those of the course, and has none where there are none', async () => {
    const { course, period } = await ownSet();
    const { body } = await admin.get(`courses/${course.id}/grading_periods`);
    expect(body.grading_periods).toMatchObject([
      { id: String(period.id), permissions: { update: true, delete: true, create: false } },
    ]);
    expect(body.grading_periods_read_only).toBe(false);
    const bare = await make.course();
    const { body: none } = await admin.get(`courses/${bare.id}/grading_periods`);
    expect(none).toMatchObject({ grading_periods: [], grading_periods_read_only: false });
  });
});

describe('GET /api/v1/accounts/{account_id}/grading_periods', () => {
  it('lists those of all sets of the institution', async () => {
    const { periods } = await institution();
    const { body } = await admin.get('accounts/self/grading_periods', { per_page: 100 });
    const ids = body.grading_periods.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(expect.arrayContaining(periods.map(({ id }) => String(id))));
    expect(body).toMatchObject({ can_create_grading_periods: true, grading_periods_read_only: false });
    const below = await make.account();
    const { body: empty } = await admin.get(`accounts/${below.id}/grading_periods`);
    expect(empty).toMatchObject({ grading_periods: [], can_create_grading_periods: false });
  });
});

describe('GET /api/v1/courses/{course_id}/grading_periods/{id}', () => {
  it('shows one that counts in the course', async () => {
    const { course, periods } = await institution();
    const { body } = await admin.get(`courses/${course.id}/grading_periods/${periods[1].id}`);
    expect(body).toMatchObject({ grading_periods: [{ title: 'Two' }], meta: {} });
    const other = await make.course();
    expect((await admin.get(`courses/${other.id}/grading_periods/${periods[1].id}`)).status).toBe(404);
  });
});

describe('PUT /api/v1/courses/{course_id}/grading_periods/{id}', () => {
  it('changes one of the course, which closes with its end', async () => {
    const { course, period } = await ownSet();
    const path = `courses/${course.id}/grading_periods/${period.id}`;
    const { body } = await admin.put(path, {
      grading_periods: [{ end_date: '2021-01-01T00:00:00Z', weight: 25 }],
    });
    expect(body.grading_periods).toMatchObject([
      { end_date: '2021-01-01T00:00:00Z', close_date: '2021-01-01T00:00:00Z', weight: 25 },
    ]);
    expect(
      await admin.put(path, { grading_periods: [{ end_date: '1999-01-01T00:00:00Z', title: '' }] }),
    ).toMatchObject({
      status: 422,
      body: {
        errors: { title: [{ type: 'blank' }], end_date: [{ message: 'must be after start date' }] },
      },
    });
    expect((await admin.put(path, {})).status).toBe(400);
  });

  it('finds none of the term', async () => {
    const { course, periods } = await institution();
    const path = `courses/${course.id}/grading_periods/${periods[0].id}`;
    expect((await admin.put(path, { grading_periods: [{ weight: 1 }] })).status).toBe(404);
  });

  it('refuses one that runs into another', async () => {
    const { course, set, period } = await ownSet();
    await make.gradingPeriod({ grading_period_group_id: set.id, ...second });
    const path = `courses/${course.id}/grading_periods/${period.id}`;
    expect(await admin.put(path, { grading_periods: [{ end_date: '2021-06-01T00:00:00Z' }] })).toMatchObject({
      status: 422,
      body: {
        errors: {
          base: [{ message: 'Grading period cannot overlap with existing grading periods in group' }],
        },
      },
    });
  });
});

describe('DELETE /api/v1/courses/{course_id}/grading_periods/{id}', () => {
  it('deletes one of the course, and its set with the last', async () => {
    const { course, period } = await ownSet();
    expect(await admin.delete(`courses/${course.id}/grading_periods/${period.id}`)).toMatchObject({
      status: 204,
    });
    expect((await admin.get(`courses/${course.id}/grading_periods`)).body.grading_periods).toEqual([]);
    expect((await admin.delete(`courses/${course.id}/grading_periods/${period.id}`)).status).toBe(404);
  });
});

describe('DELETE /api/v1/accounts/{account_id}/grading_periods/{id}', () => {
  it('deletes one of the institution', async () => {
    const { course, periods } = await institution();
    expect((await admin.delete(`accounts/self/grading_periods/${periods[0].id}`)).status).toBe(204);
    const { body } = await admin.get(`courses/${course.id}/grading_periods`);
    expect(body.grading_periods).toMatchObject([{ id: String(periods[1].id) }]);
  });
});

describe('PATCH /api/v1/grading_period_sets/{set_id}/grading_periods/batch_update', () => {
  const patch = (setId: number, grading_periods?: object[]) =>
    admin.send('PATCH', `grading_period_sets/${setId}/grading_periods/batch_update`, {
      payload: JSON.stringify({ grading_periods }),
      headers: { 'content-type': 'application/json' },
    });

  it('makes and changes periods at once', async () => {
    const { set, periods } = await institution();
    const { status, body } = await patch(set.id, [
      { id: periods[1].id, title: 'Second' },
      { title: 'Zeroth', start_date: '1990-01-01T00:00:00Z', end_date: '2000-01-01T00:00:00Z' },
    ]);
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['grading_periods']);
    expect(body.grading_periods).toMatchObject([
      { id: String(periods[1].id), title: 'Second', weight: 60 },
      { title: 'Zeroth', close_date: '2000-01-01T00:00:00Z' },
    ]);
  });

  it('saves none where one is wrong, and says what of each', async () => {
    const { set, periods } = await institution();
    const answer = await patch(set.id, [
      { id: periods[0].id, title: 'Kept' },
      {
        start_date: '2091-01-01T00:00:00Z',
        end_date: '2091-02-01T00:00:00Z',
        close_date: '2091-01-15T00:00:00Z',
      },
    ]);
    expect(answer).toMatchObject({
      status: 422,
      body: {
        errors: [
          {
            errors: {
              title: [{ type: 'blank' }],
              close_date: [{ message: 'must be on or after end date' }],
            },
          },
        ],
      },
    });
    const shown = await admin.get('accounts/self/grading_periods', { per_page: 100 });
    expect(JSON.stringify(shown.body)).not.toContain('Kept');
  });

  it('refuses periods that overlap', async () => {
    const { set } = await institution();
    const answer = await patch(set.id, [
      { title: 'A', start_date: '2091-01-01T00:00:00Z', end_date: '2091-03-01T00:00:00Z' },
      { title: 'B', start_date: '2091-02-01T00:00:00Z', end_date: '2091-04-01T00:00:00Z' },
    ]);
    expect(answer).toMatchObject({
      status: 422,
      body: {
        errors: [{ errors: { start_date: [{ message: 'Start Date overlaps with another period' }] } }],
      },
    });
  });

  it('finds no other set, nor a period of one', async () => {
    const { set } = await institution();
    const other = await institution();
    expect(await patch(987654, [])).toMatchObject({ status: 404, body: { message: 'Page not found' } });
    expect((await patch(set.id, [{ id: other.periods[0].id }])).status).toBe(404);
    expect((await patch(set.id)).status).toBe(400);
  });
});

describe('PATCH /api/v1/courses/{course_id}/grading_periods/batch_update', () => {
  const patch = (courseId: number, body: object) =>
    admin.send('PATCH', `courses/${courseId}/grading_periods/batch_update`, {
      payload: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });

  it('changes those of the course, and makes none', async () => {
    const { course, period } = await ownSet();
    const changed = await patch(course.id, { grading_periods: [{ id: period.id, title: 'New' }] });
    expect(changed.body).toMatchObject({
      grading_periods: [{ title: 'New' }],
      meta: { primaryCollection: 'grading_periods' },
    });
    expect((await patch(course.id, { grading_periods: [{ title: 'Another', ...second }] })).status).toBe(401);
  });

  it('means the set that is named', async () => {
    const { course, set, periods } = await institution();
    const { body } = await patch(course.id, {
      set_id: set.id,
      grading_periods: [{ id: periods[0].id, title: 'X' }],
    });
    expect(body.grading_periods).toMatchObject([{ title: 'X' }]);
  });
});

describe('what is due in a period', () => {
  async function graded() {
    const { course, set, periods, student } = await institution();
    const put = async (due_at: string | null, score: number) => {
      const { id } = await make.assignment({ course_id: course.id, due_at });
      await make.submission({
        course_id: course.id,
        assignment_id: id,
        user_id: student.id,
        cached_due_date: due_at,
        workflow_state: 'graded',
        score,
        grade: String(score),
        posted_at: '2020-01-01T00:00:00Z',
      });
    };
    await put('2010-01-01T00:00:00Z', 5);
    await put('2030-01-01T00:00:00Z', 8);
    await put(null, 10);
    return { course, set, periods, student };
  }

  it('follows the periods, and scores with it', async () => {
    const { course, set, periods, student } = await graded();
    await admin.send('PATCH', `grading_period_sets/${set.id}/grading_periods/batch_update`, {
      payload: JSON.stringify({ grading_periods: [{ id: periods[0].id, weight: 40 }] }),
      headers: { 'content-type': 'application/json' },
    });
    await world.runJobs();
    const grades = async (query = {}) =>
      (await admin.get(`courses/${course.id}/enrollments`, { user_id: student.id, ...query })).body[0].grades;
    expect(await grades()).toMatchObject({ current_score: 76.67, final_score: 76.67 });
    expect(await grades({ grading_period_id: periods[0].id })).toMatchObject({ current_score: 50 });
    // What has no date falls in the last one.
    expect(await grades({ grading_period_id: periods[1].id })).toMatchObject({ current_score: 90 });
    expect(await admin.get(`courses/${course.id}/enrollments`, { grading_period_id: 987654 })).toMatchObject({
      status: 400,
      body: { error: 'invalid grading_period_id' },
    });
    await admin.send('PATCH', `accounts/self/grading_period_sets/${set.id}`, {
      payload: JSON.stringify({
        enrollment_term_ids: [course.enrollment_term_id],
        grading_period_set: { weighted: true },
      }),
      headers: { 'content-type': 'application/json' },
    });
    await world.runJobs();
    expect(await grades()).toMatchObject({ current_score: 74, final_score: 74 });

    const courses = await world.as(student.token).get('courses', {
      'include[]': ['total_scores', 'current_grading_period_scores', 'grading_periods'],
    });
    expect(courses.body).toMatchObject([
      {
        has_grading_periods: true,
        has_weighted_grading_periods: true,
        grading_periods: [{ id: periods[0].id, title: 'One', workflow_state: 'active' }, { title: 'Two' }],
        enrollments: [
          {
            current_grading_period_id: periods[1].id,
            current_grading_period_title: 'Two',
            has_grading_periods: true,
            computed_current_score: 74,
            totals_for_all_grading_periods_option: false,
            current_period_computed_current_score: 90,
          },
        ],
      },
    ]);

    await admin.delete(`accounts/self/grading_period_sets/${set.id}`);
    await world.runJobs();
    expect(await grades()).toMatchObject({ current_score: 76.67 });
  });
});
