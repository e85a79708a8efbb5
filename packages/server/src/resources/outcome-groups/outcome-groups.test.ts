import { describe, expect, it } from 'vitest';
import type { Row } from '../../../testing/maker.ts';
import { openWorld } from '../../../testing/world.ts';
import type { CoursesTable, LearningOutcomesTable } from '../../db/tables/index.ts';

const world = await openWorld();
const { admin, make } = world;

const notFound = { status: 404, body: { errors: [{ message: 'The specified resource does not exist.' }] } };
const refused = { status: 400, body: 'error' };
const blank = (attribute: string) => ({
  status: 400,
  body: { errors: { [attribute]: [{ attribute, type: 'blank', message: 'blank' }] } },
});

const ofCourse = ({ id }: Pick<Row<CoursesTable>, 'id'>) =>
  ({ context_type: 'Course', context_id: id }) as const;
const ofAccount = (id: number) => ({ context_type: 'Account', context_id: id }) as const;

const align = async (outcome: Row<LearningOutcomesTable>, course: { id: number }) =>
  await make.outcomeAlignment(outcome, await make.assignment({ course_id: course.id }));

const stateOf = async (outcome: { id: number }) => {
  const row = await world.database.kysely
    .selectFrom('learning_outcomes')
    .select('workflow_state')
    .where('id', '=', outcome.id)
    .executeTakeFirstOrThrow();
  return row.workflow_state;
};
const titlesIn = async (path: string) =>
  (await admin.get(path)).body.map((row: { title?: string; outcome?: { title: string } }) =>
    row.outcome ? row.outcome.title : row.title,
  );

describe.each([
  [
    'GET /api/v1/accounts/{account_id}/root_outcome_group',
    async () => `accounts/${(await make.account()).id}`,
  ],
  ['GET /api/v1/courses/{course_id}/root_outcome_group', async () => `courses/${(await make.course()).id}`],
  ['GET /api/v1/global/root_outcome_group', async () => 'global'],
])('%s', (_, context) => {
  it('redirects to the root, which it makes once', async () => {
    const path = await context();
    const first = await admin.get(`${path}/root_outcome_group`);
    expect(first.status).toBe(302);
    expect(first.headers['location']).toMatch(
      new RegExp(`^https?://[^/]+/api/v1/${path}/outcome_groups/\\d+$`),
    );
    const again = await admin.get(`${path}/root_outcome_group`);
    expect(again.headers['location']).toBe(first.headers['location']);
  });
});

it('makes one root however many ask at once', async () => {
  const course = await make.course();
  const answers = await Promise.all(
    [1, 2, 3, 4].map(() => admin.get(`courses/${course.id}/root_outcome_group`)),
  );
  expect(new Set(answers.map(({ headers }) => headers['location'])).size).toBe(1);
});

describe('GET /api/v1/courses/{course_id}/outcome_groups/{id}', () => {
  it('gives a root the name of its course, and no parent', async () => {
    const course = await make.course({ name: 'Algebra' });
    const root = await make.outcomeRoot(ofCourse(course));
    const { body } = await admin.get(`courses/${course.id}/outcome_groups/${root.id}`);
    const url = `/api/v1/courses/${course.id}/outcome_groups/${root.id}`;
    expect(Object.entries(body)).toEqual([
      ['id', root.id],
      ['title', 'Algebra'],
      ['vendor_guid', null],
      ['url', url],
      ['subgroups_url', `${url}/subgroups`],
      ['outcomes_url', `${url}/outcomes`],
      ['can_edit', true],
      ['import_url', `${url}/import`],
      ['context_id', course.id],
      ['context_type', 'Course'],
      ['description', null],
    ]);
    await admin.put(`courses/${course.id}`, { course: { name: 'Algebra II' } });
    expect((await admin.get(`courses/${course.id}/outcome_groups/${root.id}`)).body.title).toBe('Algebra II');
  });

  it('gives its parent in short, and says who may edit', async () => {
    const course = await make.course();
    const student = await make.member(course.id);
    const group = await make.outcomeGroup({
      ...ofCourse(course),
      vendor_guid: 'g1',
      description: '<p>d</p>',
    });
    const { body } = await world.as(student.token).get(`courses/${course.id}/outcome_groups/${group.id}`);
    expect(body).toMatchObject({ can_edit: false, vendor_guid: 'g1', description: '<p>d</p>' });
    expect(Object.keys(body.parent_outcome_group)).toEqual([
      'id',
      'title',
      'vendor_guid',
      'url',
      'subgroups_url',
      'outcomes_url',
      'can_edit',
    ]);
  });

  it('finds only active groups of its own context', async () => {
    const course = await make.course();
    const elsewhere = await make.outcomeGroup(ofAccount(1));
    const gone = await make.outcomeGroup({ ...ofCourse(course), workflow_state: 'deleted' });
    for (const id of [elsewhere.id, gone.id, 0, 'x']) {
      expect(await admin.get(`courses/${course.id}/outcome_groups/${id}`)).toMatchObject(notFound);
    }
  });
});

describe('GET /api/v1/global/outcome_groups/{id}', () => {
  it('has no context, and nobody to edit it', async () => {
    const root = await make.outcomeRoot({ context_type: null, context_id: null });
    const { body } = await admin.get(`global/outcome_groups/${root.id}`);
    expect(body).toMatchObject({
      title: 'ROOT',
      url: `/api/v1/global/outcome_groups/${root.id}`,
      can_edit: false,
      context_id: null,
      context_type: null,
    });
    expect((await admin.get(`global/outcome_groups/${root.id}/subgroups`)).body).toEqual([]);
    expect((await admin.get(`global/outcome_groups/${root.id}/outcomes`)).body).toEqual([]);
  });
});

describe('GET /api/v1/accounts/{account_id}/outcome_groups', () => {
  it('gives all active groups by id, page by page', async () => {
    const account = await make.account();
    const root = await make.outcomeRoot(ofAccount(account.id));
    const b = await make.outcomeGroup({ ...ofAccount(account.id), title: 'B' });
    const a = await make.outcomeGroup({
      ...ofAccount(account.id),
      title: 'A',
      learning_outcome_group_id: b.id,
    });
    await make.outcomeGroup({ ...ofAccount(account.id), workflow_state: 'deleted' });
    const first = await admin.get(`accounts/${account.id}/outcome_groups`, { per_page: 2 });
    expect(first.ids).toEqual([root.id, b.id]);
    expect(first.links['last']).toContain('page=2');
    const second = await admin.get(`accounts/${account.id}/outcome_groups`, { per_page: 2, page: 2 });
    expect(second.body).toMatchObject([{ id: a.id, parent_outcome_group: { id: b.id, title: 'B' } }]);
  });
});

describe('GET /api/v1/courses/{course_id}/outcome_group_links', () => {
  it('gives all links by id, in short unless asked otherwise', async () => {
    const course = await make.course();
    const group = await make.outcomeGroup(ofCourse(course));
    const own = await make.outcome({ ...ofCourse(course), title: 'Own', vendor_guid: 'v' }, group);
    const foreign = await make.outcome({ ...ofAccount(1), title: 'Foreign', friendly_description: 'Easy' });
    await make.outcomeLink(foreign, group);
    const path = `courses/${course.id}/outcome_group_links`;
    const { body } = await admin.get(path);
    expect(body).toHaveLength(2);
    expect(body[0]).toEqual({
      context_id: course.id,
      context_type: 'Course',
      quiz_lti: false,
      url: `/api/v1/courses/${course.id}/outcome_groups/${group.id}/outcomes/${own.id}`,
      outcome_group: {
        id: group.id,
        title: group.title,
        vendor_guid: null,
        url: `/api/v1/courses/${course.id}/outcome_groups/${group.id}`,
        subgroups_url: `/api/v1/courses/${course.id}/outcome_groups/${group.id}/subgroups`,
        outcomes_url: `/api/v1/courses/${course.id}/outcome_groups/${group.id}/outcomes`,
        can_edit: true,
      },
      outcome: {
        id: own.id,
        context_id: course.id,
        context_type: 'Course',
        vendor_guid: 'v',
        display_name: null,
        title: 'Own',
        url: `/api/v1/outcomes/${own.id}`,
        can_edit: true,
        has_updateable_rubrics: false,
      },
      can_unlink: true,
      assessed: false,
    });
    const full = await admin.get(path, { outcome_style: 'full', outcome_group_style: 'full' });
    expect(full.body[1].outcome).toMatchObject({
      title: 'Foreign',
      friendly_description: 'Easy',
      assessed: false,
    });
    expect(full.body[1].outcome_group).toMatchObject({ import_url: expect.any(String) });
  });

  it('says that the last link to an aligned outcome stays', async () => {
    const course = await make.course();
    const [free, held, twice] = [
      await make.outcome(ofCourse(course)),
      await make.outcome(ofCourse(course)),
      await make.outcome(ofCourse(course)),
    ];
    await make.outcomeLink(twice, await make.outcomeGroup(ofCourse(course)));
    await align(held, course);
    await align(twice, course);
    const { body } = await admin.get(`courses/${course.id}/outcome_group_links`);
    const unlinkable = body.map((link: { can_unlink: boolean; outcome: { id: number } }) => [
      link.outcome.id,
      link.can_unlink,
    ]);
    expect(unlinkable).toEqual([
      [free.id, true],
      [held.id, false],
      [twice.id, true],
      [twice.id, true],
    ]);
  });
});

describe('PUT /api/v1/courses/{course_id}/outcome_groups/{id}', () => {
  it('changes what is sent', async () => {
    const course = await make.course();
    const group = await make.outcomeGroup({ ...ofCourse(course), description: 'old' });
    const path = `courses/${course.id}/outcome_groups/${group.id}`;
    const answer = await admin.put(path, { title: '<b>New</b>', vendor_guid: 'v2', nonsense: 1 });
    expect(answer).toMatchObject({
      status: 200,
      body: { title: 'New', vendor_guid: 'v2', description: 'old' },
    });
    expect(
      (await admin.put(path, { description: '<p onclick="x">d</p><script>1</script>' })).body,
    ).toMatchObject({
      title: 'New',
      description: '<p>d</p>1',
    });
    expect(await admin.put(path, { title: '' })).toMatchObject(blank('title'));
  });

  it('moves within the course, but neither a root nor into itself', async () => {
    const course = await make.course();
    const [a, b] = [await make.outcomeGroup(ofCourse(course)), await make.outcomeGroup(ofCourse(course))];
    const below = await make.outcomeGroup({ ...ofCourse(course), learning_outcome_group_id: a.id });
    const at = (id: number | null) => `courses/${course.id}/outcome_groups/${id}`;
    const moved = await admin.put(at(a.id), { parent_outcome_group_id: b.id });
    expect(moved.body.parent_outcome_group.id).toBe(b.id);
    expect(await admin.put(at(b.id), { parent_outcome_group_id: below.id })).toMatchObject(refused);
    expect(await admin.put(at(b.id), { parent_outcome_group_id: b.id })).toMatchObject(refused);
    expect(await admin.put(at(b.learning_outcome_group_id), { title: 'x' })).toMatchObject(refused);
    const elsewhere = await make.outcomeGroup(ofAccount(1));
    expect(await admin.put(at(b.id), { parent_outcome_group_id: elsewhere.id })).toMatchObject(notFound);
  });
});

describe('DELETE /api/v1/accounts/{account_id}/outcome_groups/{id}', () => {
  it('deletes everything below, and outcomes with their last link', async () => {
    const account = await make.account();
    const top = await make.outcomeGroup(ofAccount(account.id));
    const below = await make.outcomeGroup({ ...ofAccount(account.id), learning_outcome_group_id: top.id });
    const only = await make.outcome(ofAccount(account.id), below);
    const elsewhere = await make.outcome(ofAccount(account.id), below);
    await make.outcomeLink(elsewhere, await make.outcomeRoot(ofAccount(account.id)));
    const foreign = await make.outcome(ofAccount(1));
    await make.outcomeLink(foreign, below);
    const answer = await admin.delete(`accounts/${account.id}/outcome_groups/${top.id}`);
    expect(answer).toMatchObject({ status: 200, body: { id: top.id } });
    for (const { id } of [top, below]) {
      expect(await admin.get(`accounts/${account.id}/outcome_groups/${id}`)).toMatchObject(notFound);
    }
    expect([await stateOf(only), await stateOf(elsewhere), await stateOf(foreign)]).toEqual([
      'deleted',
      'active',
      'active',
    ]);
  });

  it('leaves everything where an aligned outcome would go', async () => {
    const course = await make.course();
    const group = await make.outcomeGroup(ofCourse(course));
    const [free, held] = [
      await make.outcome(ofCourse(course), group),
      await make.outcome({ ...ofCourse(course), title: 'Held' }, group),
    ];
    await align(held, course);
    expect(await admin.delete(`courses/${course.id}/outcome_groups/${group.id}`)).toMatchObject({
      status: 400,
      body: "Outcome 'Held' cannot be deleted because it is aligned to content.",
    });
    expect(await stateOf(free)).toBe('active');
    const root = await make.outcomeRoot(ofCourse(course));
    expect(await admin.delete(`courses/${course.id}/outcome_groups/${root.id}`)).toMatchObject(refused);
  });
});

describe('GET /api/v1/accounts/{account_id}/outcome_groups/{id}/outcomes', () => {
  it('gives direct links by title, page by page', async () => {
    const account = await make.account();
    const group = await make.outcomeGroup(ofAccount(account.id));
    for (const title of ['b', 'Å', 'C']) await make.outcome({ ...ofAccount(account.id), title }, group);
    await make.outcome(
      { ...ofAccount(account.id), title: 'below' },
      await make.outcomeGroup({
        ...ofAccount(account.id),
        learning_outcome_group_id: group.id,
      }),
    );
    const path = `accounts/${account.id}/outcome_groups/${group.id}/outcomes`;
    expect(await titlesIn(path)).toEqual(['Å', 'b', 'C']);
    const second = await admin.get(path, { per_page: 2, page: 2, outcome_style: 'full' });
    expect(second.body).toHaveLength(1);
    expect(second.body[0].outcome).toMatchObject({
      title: 'C',
      points_possible: 5,
      calculation_method: 'highest',
    });
    expect(second.links).toMatchObject({ prev: expect.any(String), last: expect.any(String) });
  });
});

describe('PUT /api/v1/courses/{course_id}/outcome_groups/{id}/outcomes/{outcome_id}', () => {
  it('links what is available, once', async () => {
    const college = await make.account();
    const course = await make.course({ account_id: college.id });
    const group = await make.outcomeGroup(ofCourse(course));
    const path = (id: number | string) => `courses/${course.id}/outcome_groups/${group.id}/outcomes/${id}`;
    const fromCollege = await make.outcome(ofAccount(college.id));
    const fromRoot = await make.outcome(ofAccount(1));
    const global = await make.outcome();
    for (const { id } of [fromCollege, fromRoot, global, fromCollege]) {
      expect(await admin.put(path(id))).toMatchObject({ status: 200, body: { outcome: { id } } });
    }
    expect((await admin.get(`courses/${course.id}/outcome_group_links`)).body).toHaveLength(3);
    const unrelated = await make.outcome(ofAccount((await make.account()).id));
    const deleted = await make.outcome({ ...ofAccount(college.id), workflow_state: 'deleted' });
    for (const id of [unrelated.id, deleted.id, 0, 'x']) {
      expect(await admin.put(path(id))).toMatchObject(refused);
    }
  });

  it('moves from another group of the course', async () => {
    const course = await make.course();
    const [from, to] = [await make.outcomeGroup(ofCourse(course)), await make.outcomeGroup(ofCourse(course))];
    const outcome = await make.outcome(ofCourse(course), from);
    const path = `courses/${course.id}/outcome_groups/${to.id}/outcomes/${outcome.id}`;
    expect((await admin.put(path, { move_from: from.id })).body.outcome_group.id).toBe(to.id);
    expect(await admin.put(path, { move_from: from.id })).toMatchObject(refused);
    expect((await admin.put(path, { move_from: to.id })).status).toBe(200);
    await make.outcomeLink(outcome, from);
    expect((await admin.put(path, { move_from: from.id })).status).toBe(200);
    expect((await admin.get(`courses/${course.id}/outcome_group_links`)).body).toHaveLength(1);
    const foreign = await make.outcomeGroup(ofAccount(1));
    expect(await admin.put(path, { move_from: foreign.id })).toMatchObject(notFound);
  });
});

describe('POST /api/v1/courses/{course_id}/outcome_groups/{id}/outcomes', () => {
  const post = async (body: unknown) => {
    const course = await make.course();
    const group = await make.outcomeGroup(ofCourse(course));
    return await admin.post(`courses/${course.id}/outcome_groups/${group.id}/outcomes`, body);
  };
  const created = async (body: unknown) => {
    const answer = await post(body);
    expect(answer.status).toBe(200);
    return (await admin.get(`outcomes/${answer.body.outcome.id}`)).body;
  };

  it('creates with defaults', async () => {
    expect(await created({ title: 'T' })).toMatchObject({
      title: 'T',
      display_name: null,
      description: null,
      calculation_method: 'decaying_average',
      calculation_int: 65,
      mastery_points: 3,
      points_possible: 5,
      ratings: [
        { description: 'Exceeds Expectations', points: 5 },
        { description: 'Meets Expectations', points: 3 },
        { description: 'Does Not Meet Expectations', points: 0 },
      ],
    });
  });

  it('takes ratings as Canvas’s form sends them, best first', async () => {
    const form =
      'title=T&mastery_points=2.5&ratings[][description]=No&ratings[][points]=0&ratings[][description]=Yes' +
      '&ratings[][points]=4.5&ratings[][points]=1&calculation_method=n_mastery&calculation_int=4';
    expect(await created(form)).toMatchObject({
      mastery_points: 2.5,
      points_possible: 4.5,
      ratings: [
        { description: 'Yes', points: 4.5 },
        { description: 'No Comment', points: 1 },
        { description: 'No', points: 0 },
      ],
      calculation_method: 'n_mastery',
      calculation_int: 4,
    });
    expect(await created({ title: 'T', ratings: [{ points: 1 }, { points: 7 }] })).toMatchObject({
      mastery_points: 7,
    });
  });

  it('links or moves what exists', async () => {
    const outcome = await make.outcome(ofAccount(1));
    expect((await post({ outcome_id: outcome.id, title: 'ignored' })).body.outcome).toMatchObject({
      id: outcome.id,
      title: outcome.title,
    });
    expect(await post({ outcome_id: 0, title: '' })).toMatchObject(blank('short_description'));
    expect(await post({ outcome_id: 999_999 })).toMatchObject(refused);
  });

  it.each([
    [{}, 'short_description', 'blank'],
    [{ title: 'x'.repeat(256) }, 'short_description', 'is too long (maximum is 255 characters)'],
    [
      { title: 'T', display_name: 'x'.repeat(256) },
      'display_name',
      'is too long (maximum is 255 characters)',
    ],
    [
      { title: 'T', description: 'x'.repeat(65_536) },
      'description',
      'is too long (maximum is 65535 characters)',
    ],
    [
      { title: 'T', calculation_method: 'guess' },
      'calculation_method',
      'calculation_method must be one of the following: ["decaying_average", "weighted_average", "standard_decaying_average", "n_mastery", "highest", "latest", "average"]',
    ],
    [
      { title: 'T', calculation_method: 'highest', calculation_int: 1500 },
      'calculation_int',
      'A calculation value is not used with this calculation method',
    ],
    [
      { title: 'T', calculation_method: 'n_mastery', calculation_int: 1500 },
      'calculation_int',
      "'1500' is not a valid value for this calculation method. The value must be between '1' and '10'",
    ],
  ])('refuses %j', async (body, attribute, message) => {
    const { status, body: answer } = await post(body);
    expect(status).toBe(400);
    expect(Object.keys(answer.errors)).toEqual([attribute]);
    expect(answer.errors[attribute]).toMatchObject([{ attribute, message }]);
  });
});

describe('DELETE /api/v1/courses/{course_id}/outcome_groups/{id}/outcomes/{outcome_id}', () => {
  it('takes the outcome away with its last link, and says what was', async () => {
    const course = await make.course();
    const group = await make.outcomeGroup(ofCourse(course));
    const outcome = await make.outcome(ofCourse(course), group);
    const path = `courses/${course.id}/outcome_groups/${group.id}/outcomes/${outcome.id}`;
    const { status, body } = await admin.delete(path);
    expect(status).toBe(200);
    expect(body).toMatchObject({ outcome: { id: outcome.id }, assessed: false });
    expect(body).not.toHaveProperty('can_unlink');
    expect(await stateOf(outcome)).toBe('deleted');
    expect(await admin.delete(path)).toMatchObject(notFound);
  });

  it('keeps the last link to an aligned outcome', async () => {
    const course = await make.course();
    const outcome = await make.outcome({ ...ofCourse(course), title: 'Held' });
    await align(outcome, course);
    const root = await make.outcomeRoot(ofCourse(course));
    expect(
      await admin.delete(`courses/${course.id}/outcome_groups/${root.id}/outcomes/${outcome.id}`),
    ).toMatchObject({
      status: 400,
      body: { message: "Outcome 'Held' cannot be deleted because it is aligned to content." },
    });
  });

  it('minds alignments in its own course only where the outcome is an account’s', async () => {
    const [course, other] = [await make.course(), await make.course()];
    const outcome = await make.outcome(ofAccount(1));
    const root = await make.outcomeRoot(ofCourse(course));
    await make.outcomeLink(outcome, root);
    await align(outcome, other);
    const path = `courses/${course.id}/outcome_groups/${root.id}/outcomes/${outcome.id}`;
    expect((await admin.delete(path)).status).toBe(200);
    expect(await stateOf(outcome)).toBe('active');
  });
});

describe('GET /api/v1/courses/{course_id}/outcome_groups/{id}/subgroups', () => {
  it('gives groups in short, by title', async () => {
    const course = await make.course();
    const root = await make.outcomeRoot(ofCourse(course));
    for (const title of ['b', 'A', 'c']) await make.outcomeGroup({ ...ofCourse(course), title });
    const path = `courses/${course.id}/outcome_groups/${root.id}/subgroups`;
    expect(await titlesIn(path)).toEqual(['A', 'b', 'c']);
    expect((await admin.get(path)).body[0]).not.toHaveProperty('import_url');
  });
});

describe('POST /api/v1/accounts/{account_id}/outcome_groups/{id}/subgroups', () => {
  it('creates a group, and needs a title', async () => {
    const account = await make.account();
    const root = await make.outcomeRoot(ofAccount(account.id));
    const path = `accounts/${account.id}/outcome_groups/${root.id}/subgroups`;
    const { status, body } = await admin.post(path, { title: 'Sub', description: 'd', vendor_guid: 'v' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      title: 'Sub',
      description: 'd',
      vendor_guid: 'v',
      parent_outcome_group: { id: root.id },
      context_id: account.id,
    });
    const without = await admin.post(path, {});
    expect(without).toMatchObject(refused);
    expect(without.headers['x-easel-hint']).toContain('title');
    expect(await admin.post(path, { title: 'x'.repeat(256) })).toMatchObject(refused);
  });
});

describe('POST /api/v1/courses/{course_id}/outcome_groups/{id}/import', () => {
  const sources = async () => {
    const college = await make.account();
    const course = await make.course({ account_id: college.id });
    const target = await make.outcomeRoot(ofCourse(course));
    const source = await make.outcomeGroup({ ...ofAccount(college.id), title: 'Source', vendor_guid: 'v' });
    const below = await make.outcomeGroup({ ...ofAccount(college.id), learning_outcome_group_id: source.id });
    await make.outcome({ ...ofAccount(college.id), title: 'One' }, source);
    await make.outcome({ ...ofAccount(college.id), title: 'Two' }, below);
    return {
      college,
      course,
      target,
      source,
      path: `courses/${course.id}/outcome_groups/${target.id}/import`,
    };
  };

  it('copies groups and links outcomes', async () => {
    const { course, target, source, path } = await sources();
    const { status, body } = await admin.post(path, { source_outcome_group_id: source.id });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      title: 'Source',
      vendor_guid: 'v',
      parent_outcome_group: { id: target.id },
    });
    const at = `courses/${course.id}/outcome_groups`;
    expect(await titlesIn(`${at}/${body.id}/outcomes`)).toEqual(['One']);
    const [sub] = (await admin.get(`${at}/${body.id}/subgroups`)).ids;
    expect(await titlesIn(`${at}/${sub}/outcomes`)).toEqual(['Two']);
  });

  it('does so in the background when asked', async () => {
    const { course, source, path } = await sources();
    const { body: progress } = await admin.post(path, { source_outcome_group_id: source.id, async: true });
    expect(progress).toMatchObject({
      tag: 'import_outcome_group',
      workflow_state: 'queued',
      context_type: 'Course',
      context_id: course.id,
    });
    await world.runJobs();
    const { body } = await admin.get(`progress/${progress.id}`);
    expect(body.workflow_state).toBe('completed');
    const { outcome_group_id, outcome_group_url } = body.results;
    expect(outcome_group_url).toBe(`/api/v1/courses/${course.id}/outcome_groups/${outcome_group_id}`);
    expect((await admin.get(outcome_group_url)).body.title).toBe('Source');
  });

  it('ends where a group is copied into itself', async () => {
    const { college, source } = await sources();
    const path = `accounts/${college.id}/outcome_groups/${source.id}/import`;
    expect((await admin.post(path, { source_outcome_group_id: source.id })).body).toMatchObject({
      title: 'Source',
      parent_outcome_group: { id: source.id },
    });
  });

  it('refuses roots, what is missing, and what lies elsewhere', async () => {
    const { college, path } = await sources();
    const root = await make.outcomeRoot(ofAccount(college.id));
    const elsewhere = await make.outcomeGroup(ofAccount((await make.account()).id));
    const gone = await make.outcomeGroup({ ...ofAccount(college.id), workflow_state: 'deleted' });
    for (const id of [root.id, elsewhere.id, gone.id, undefined]) {
      expect(await admin.post(path, { source_outcome_group_id: id })).toMatchObject(refused);
    }
  });
});
