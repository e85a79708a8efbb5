import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { admin, make } = world;

const root = { context_type: 'Account', context_id: 1 } as const;
const notFound = { status: 404, body: { errors: [{ message: 'The specified resource does not exist.' }] } };
const wrong = (attribute: string, message: string | RegExp) => ({
  status: 400,
  body: {
    errors: {
      [attribute]: [
        { attribute, message: typeof message === 'string' ? message : expect.stringMatching(message) },
      ],
    },
  },
});

describe('GET /api/v1/outcomes/{id}', () => {
  it('gives all of it, in order', async () => {
    const outcome = await make.outcome({
      ...root,
      title: 'Argue',
      description: '<p>d</p>',
      display_name: 'Arguing',
      vendor_guid: 'v',
      friendly_description: 'not here',
    });
    const { body } = await admin.get(`outcomes/${outcome.id}`);
    expect(Object.entries(body)).toEqual([
      ['id', outcome.id],
      ['context_id', 1],
      ['context_type', 'Account'],
      ['vendor_guid', 'v'],
      ['display_name', 'Arguing'],
      ['title', 'Argue'],
      ['url', `/api/v1/outcomes/${outcome.id}`],
      ['can_edit', true],
      ['has_updateable_rubrics', false],
      ['description', '<p>d</p>'],
      ['friendly_description', null],
      ['points_possible', 5],
      ['mastery_points', 3],
      [
        'ratings',
        [
          { description: 'Exceeds Expectations', points: 5 },
          { description: 'Meets Expectations', points: 3 },
          { description: 'Does Not Meet Expectations', points: 0 },
        ],
      ],
      ['calculation_method', 'highest'],
      ['assessed', false],
    ]);
  });

  it.each([
    [3, ['03893D', 'FAB901', '555555'], [false, true, false], ['2B7ABC', '03893D', '555555']],
    [5, ['03893D', 'FAB901', '555555'], [true, false, false], ['03893D', 'FAB901', '555555']],
    [4, ['03893D', 'FAB901', '555555'], [true, false, false], ['03893D', 'FAB901', '555555']],
  ])('adds mastery and colors for %d points when asked', async (mastery_points, _, mastery, colors) => {
    const outcome = await make.outcome({ ...root, mastery_points });
    const { body } = await admin.get(`outcomes/${outcome.id}`, { add_defaults: true });
    expect(body.ratings.map((rating: { mastery: boolean }) => rating.mastery)).toEqual(mastery);
    expect(body.ratings.map((rating: { color: string }) => rating.color)).toEqual(colors);
  });

  it('is for those who read the outcomes of its context; a global one is for everybody', async () => {
    const [course, other] = [await make.course(), await make.course()];
    const [student, stranger] = [await make.member(course.id), await make.member(other.id)];
    const { id } = await make.outcome({ context_type: 'Course', context_id: course.id });
    expect((await world.as(student.token).get(`outcomes/${id}`)).body.can_edit).toBe(false);
    expect((await world.as(stranger.token).get(`outcomes/${id}`)).status).toBe(401);
    const global = await make.outcome();
    const answer = await world.as(stranger.token).get(`outcomes/${global.id}`);
    expect(answer).toMatchObject({
      status: 200,
      body: { context_id: null, context_type: null, can_edit: false },
    });
    expect((await admin.put(`outcomes/${global.id}`, { title: 'x' })).status).toBe(401);
  });

  it('finds no deleted one', async () => {
    const outcome = await make.outcome({ ...root, workflow_state: 'deleted' });
    for (const id of [outcome.id, 0, 'x']) expect(await admin.get(`outcomes/${id}`)).toMatchObject(notFound);
  });
});

describe('PUT /api/v1/outcomes/{id}', () => {
  const change = async (body: unknown, values = {}) => {
    const outcome = await make.outcome({ ...root, title: 'T', description: 'd', ...values });
    return await admin.put(`outcomes/${outcome.id}`, body);
  };

  it('leaves alone what isn’t sent', async () => {
    expect((await change({ title: 'New' })).body).toMatchObject({ title: 'New', description: 'd' });
    expect((await change({ description: '<p onclick="x">e</p>' })).body).toMatchObject({
      title: 'T',
      description: '<p>e</p>',
    });
    expect(
      (await change({ description: '', display_name: '&lt;b&gt;A &amp;amp; B&lt;/b&gt;' })).body,
    ).toMatchObject({
      description: '',
      display_name: 'A & B',
    });
  });

  it('replaces ratings as a whole, and mastery with them', async () => {
    const form =
      'ratings[][description]=Poor&ratings[][points]=1&ratings[][description]=Good&ratings[][points]=6';
    expect((await change(form)).body).toMatchObject({
      points_possible: 6,
      mastery_points: 6,
      ratings: [
        { description: 'Good', points: 6 },
        { description: 'Poor', points: 1 },
      ],
    });
    expect((await change(`${form}&mastery_points=4`)).body.mastery_points).toBe(4);
    expect((await change({ mastery_points: 4.5 })).body).toMatchObject({
      mastery_points: 4.5,
      points_possible: 5,
    });
    expect((await change({ ratings: [] })).body).toMatchObject({ mastery_points: 3, points_possible: 5 });
  });

  it.each([
    [{ calculation_method: 'n_mastery' }, 'n_mastery', 5],
    [{ calculation_method: 'n_mastery', calculation_int: 7 }, 'n_mastery', 7],
    [{ calculation_method: 'decaying_average' }, 'decaying_average', 65],
    [{ calculation_method: 'weighted_average', calculation_int: 80 }, 'weighted_average', 80],
    // Without the feature of the newer decaying average, a word for the older.
    [{ calculation_method: 'standard_decaying_average' }, 'decaying_average', 65],
    [{ calculation_method: 'latest', calculation_int: 79 }, 'latest', undefined],
    [{ calculation_method: 'average' }, 'average', undefined],
    [{ calculation_method: null }, 'decaying_average', 65],
  ])('reckons by %j', async (body, method, int) => {
    const answer = await change(body);
    expect(answer).toMatchObject({ status: 200, body: { calculation_method: method } });
    expect(answer.body.calculation_int).toBe(int);
  });

  it('keeps the value of a method that stays', async () => {
    const of = { calculation_method: 'n_mastery', calculation_int: 4 };
    expect((await change({ title: 'x' }, of)).body.calculation_int).toBe(4);
    expect((await change({ calculation_int: null }, of)).body.calculation_int).toBe(5);
    expect((await change({ calculation_int: 3 }, of)).body.calculation_int).toBe(3);
  });

  it.each([
    [{ title: '' }, 'short_description', 'blank'],
    [{ title: null }, 'short_description', 'blank'],
    [{ vendor_guid: 'x'.repeat(256) }, 'vendor_guid', 'is too long (maximum is 255 characters)'],
    [
      { calculation_method: 'foo', calculation_int: 3 },
      'calculation_method',
      /^calculation_method must be one of/,
    ],
    [
      { calculation_int: 4 },
      'calculation_int',
      'A calculation value is not used with this calculation method',
    ],
    [
      { calculation_method: 'average', calculation_int: 59 },
      'calculation_int',
      'A calculation value is not used with this calculation method',
    ],
    [
      { calculation_method: 'decaying_average', calculation_int: 125 },
      'calculation_int',
      "'125' is not a valid value for this calculation method. The value must be between '1' and '99'",
    ],
  ])('refuses %j', async (body, attribute, message) => {
    expect(await change(body)).toMatchObject(wrong(attribute, message));
  });
});

describe('GET /api/v1/courses/{course_id}/outcome_alignments', () => {
  const aligned = async () => {
    const course = await make.course();
    const [student, fellow] = [await make.member(course.id), await make.member(course.id)];
    const outcome = await make.outcome({ context_type: 'Course', context_id: course.id });
    const assignments = [];
    for (const values of [
      { name: 'Essay' },
      { name: 'Draft', workflow_state: 'unpublished' as const },
      { name: 'Gone', workflow_state: 'deleted' as const },
    ]) {
      const assignment = await make.assignment({
        course_id: course.id,
        submission_types: ['online_text_entry', 'online_url'],
        ...values,
      });
      assignments.push(assignment);
      await make.outcomeAlignment(outcome, assignment);
      await make.submission({ course_id: course.id, assignment_id: assignment.id, user_id: student.id });
    }
    const [essay, draft] = assignments;
    return {
      course,
      student,
      fellow,
      outcome,
      essay: essay as { id: number },
      draft: draft as { id: number },
    };
  };

  it('gives those of a student', async () => {
    const { course, student, fellow, outcome, essay } = await aligned();
    const path = `courses/${course.id}/outcome_alignments`;
    const own = await world.as(student.token).get(path, { student_id: student.id });
    expect(own.body).toEqual([
      {
        learning_outcome_id: outcome.id,
        title: 'Essay',
        assignment_id: essay.id,
        submission_types: 'online_text_entry,online_url',
        url: expect.stringMatching(new RegExp(`^https?://.*/courses/${course.id}/assignments/${essay.id}$`)),
      },
    ]);
    const titles = (await admin.get(path, { student_id: student.id })).body.map(
      ({ title }: { title: string }) => title,
    );
    expect(titles).toEqual(['Essay', 'Draft']);
    expect((await admin.get(path, { student_id: fellow.id })).body).toEqual([]);
    expect(await world.as(fellow.token).get(path, { student_id: student.id })).toMatchObject({
      status: 403,
      body: { status: 'forbidden', message: 'not authorized to read grades for specified users' },
    });
  });

  it('gives those of an assignment to whoever grades', async () => {
    const { course, student, draft } = await aligned();
    const path = `courses/${course.id}/outcome_alignments`;
    expect((await admin.get(path, { assignment_id: draft.id })).body).toMatchObject([{ title: 'Draft' }]);
    expect((await admin.get(path, { assignment_id: draft.id, student_id: student.id })).body).toHaveLength(1);
    expect(await world.as(student.token).get(path, { assignment_id: draft.id })).toMatchObject({
      status: 401,
      body: { message: 'Unauthorized' },
    });
  });

  it('needs either, and that it exists', async () => {
    const { course, student } = await aligned();
    const path = `courses/${course.id}/outcome_alignments`;
    expect(await admin.get(path)).toMatchObject({
      status: 400,
      body: { message: 'student_id or assignment_id is required' },
    });
    expect(await admin.get(path, { student_id: 999_999 })).toMatchObject({
      status: 404,
      body: { message: "Couldn't find User with 'id'=999999" },
    });
    expect(await admin.get(path, { student_id: student.id, assignment_id: 999_999 })).toMatchObject({
      status: 404,
      body: { message: 'Assignment not found or does not belong to course' },
    });
    const stranger = await make.person();
    expect(await world.as(stranger.token).get(path, { student_id: stranger.id })).toMatchObject({
      status: 400,
      body: { status: 'bad_request', message: 'specified users not enrolled' },
    });
  });
});
