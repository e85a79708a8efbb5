import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { clock, make } = world;

const DAY = 24 * 60 * 60;
const tomorrow = () => `${new Date(Date.parse(clock.now()) + DAY * 1000).toISOString().slice(0, 19)}Z`;

async function setUp() {
  const course = await make.course();
  const teacher = await make.member(course.id, 'TeacherEnrollment');
  const student = await make.member(course.id);
  return {
    course,
    student,
    path: `courses/${course.id}/modules`,
    asTeacher: world.as(teacher.token),
    asStudent: world.as(student.token),
  };
}

const positions = (rows: { name: string; position: number }[]) =>
  rows.map(({ name, position }) => [name, position]);

describe('POST /api/v1/courses/{course_id}/modules', () => {
  it('makes an unpublished module at the end', async () => {
    const { course, path, asTeacher } = await setUp();
    await make.module({ course_id: course.id, position: 1 });
    const { status, body } = await asTeacher.post(path, {
      module: { name: 'Week 2', unlock_at: tomorrow() },
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      id: body.id,
      name: 'Week 2',
      position: 2,
      unlock_at: tomorrow(),
      require_sequential_progress: false,
      requirement_type: 'all',
      publish_final_grade: false,
      prerequisite_module_ids: [],
      published: false,
      items_count: 0,
      items_url: expect.stringMatching(new RegExp(`/api/v1/courses/${course.id}/modules/${body.id}/items$`)),
    });
  });

  it('puts it where it is asked to be, and keeps only prerequisites that stand before it', async () => {
    const { path, asTeacher } = await setUp();
    const one = (await asTeacher.post(path, { module: { name: '1' } })).body;
    const two = (await asTeacher.post(path, { module: { name: '2' } })).body;
    const { body } = await asTeacher.post(path, {
      module: { name: 'between', position: 2, prerequisite_module_ids: [one.id, two.id, 99999] },
    });
    expect(body).toMatchObject({ position: 2, prerequisite_module_ids: [one.id] });
    expect(positions((await asTeacher.get(path)).body)).toEqual([
      ['1', 1],
      ['between', 2],
      ['2', 3],
    ]);
  });

  it.each([
    [{}, { message: 'missing module parameter' }],
    [{ module: { position: 1 } }, { message: 'missing module name' }],
    [{ module: { name: ' ' } }, { message: 'missing module name' }],
    [
      { module: { name: 'x', position: 0 } },
      {
        errors: {
          position: [{ attribute: 'position', type: 'Invalid position', message: 'Invalid position' }],
        },
      },
    ],
  ])('refuses %j', async (params, body) => {
    const { path, asTeacher } = await setUp();
    expect(await asTeacher.post(path, params)).toMatchObject({ status: 400, body });
  });
});

describe('GET /api/v1/courses/{course_id}/modules', () => {
  it('gives students what is published with their state, staff all with what is published', async () => {
    const { course, path, asTeacher, asStudent } = await setUp();
    const open = await make.module({ course_id: course.id, name: 'Open' });
    await make.module({ course_id: course.id, name: 'Draft', workflow_state: 'unpublished' });
    await make.module({ course_id: course.id, name: 'Later', unlock_at: tomorrow() });
    const seen = (await asStudent.get(path)).body;
    expect(
      seen.map(({ name, state, published }: Record<string, unknown>) => [name, state, published]),
    ).toEqual([
      ['Open', 'completed', undefined],
      ['Later', 'locked', undefined],
    ]);
    expect(seen[0].completed_at).toBe(clock.now());
    const all = (await asTeacher.get(path)).body;
    expect(
      all.map(({ name, state, published }: Record<string, unknown>) => [name, state, published]),
    ).toEqual([
      ['Open', undefined, true],
      ['Draft', undefined, false],
      ['Later', undefined, true],
    ]);
    expect(all[0].id).toBe(open.id);
  });

  it('includes items, and searches names and items', async () => {
    const { course, path, asTeacher } = await setUp();
    const first = await make.module({ course_id: course.id, name: 'Cells' });
    const second = await make.module({ course_id: course.id, name: 'Genes' });
    await make.moduleItem(first, { title: 'Reading' });
    await make.moduleItem(second, { title: 'Quiz on cells' });
    await make.moduleItem(second, { title: 'Lab' });
    const titles = async (query: object) =>
      (await asTeacher.get(path, query as Record<string, unknown>)).body.map(
        ({ name, items }: { name: string; items?: { title: string }[] }) => [
          name,
          items?.map(({ title }) => title),
        ],
      );
    expect(await titles({})).toEqual([
      ['Cells', undefined],
      ['Genes', undefined],
    ]);
    expect(await titles({ 'include[]': 'items' })).toEqual([
      ['Cells', ['Reading']],
      ['Genes', ['Quiz on cells', 'Lab']],
    ]);
    expect(await titles({ search_term: 'cell' })).toEqual([['Cells', undefined]]);
    expect(await titles({ search_term: 'cell', 'include[]': 'items' })).toEqual([
      ['Cells', ['Reading']],
      ['Genes', ['Quiz on cells']],
    ]);
    expect(await titles({ search_term: 'nothing', 'include[]': 'items' })).toEqual([]);
  });

  it("shows a student's progress to those who may see his grades", async () => {
    const { course, path, student, asTeacher } = await setUp();
    await make.module({ course_id: course.id });
    const fellow = world.as((await make.member(course.id)).token);
    const [module] = (await asTeacher.get(path, { student_id: student.id })).body;
    expect(module).toMatchObject({ state: 'completed' });
    expect(module.published).toBeUndefined();
    expect((await fellow.get(path, { student_id: student.id })).status).toBe(401);
    expect((await asTeacher.get(path, { student_id: 99999 })).status).toBe(401);
  });

  it('leaves items out where there are more than a page holds', async () => {
    const { course, path, asTeacher } = await setUp();
    const module = await make.module({ course_id: course.id });
    for (let n = 0; n < 101; n++) await make.moduleItem(module);
    const [json] = (await asTeacher.get(path, { 'include[]': 'items' })).body;
    expect(json.items_count).toBe(101);
    expect(json.items).toBeUndefined();
  });
});

describe('GET /api/v1/courses/{course_id}/modules/{id}', () => {
  it('shows one, which students must be able to see', async () => {
    const { course, path, asTeacher, asStudent } = await setUp();
    const draft = await make.module({ course_id: course.id, workflow_state: 'unpublished' });
    expect((await asTeacher.get(`${path}/${draft.id}`)).body).toMatchObject({
      id: draft.id,
      published: false,
    });
    expect((await asStudent.get(`${path}/${draft.id}`)).status).toBe(404);
    expect((await asTeacher.get(`${path}/x`)).status).toBe(404);
  });
});

describe('PUT /api/v1/courses/{course_id}/modules/{id}', () => {
  it('publishes the items and what they lead to, and takes them back', async () => {
    const { course, path, asTeacher } = await setUp();
    const page = await make.page({
      context_type: 'Course',
      context_id: course.id,
      workflow_state: 'unpublished',
    });
    const assignment = await make.assignment({ course_id: course.id, workflow_state: 'unpublished' });
    const module = await make.module({ course_id: course.id, workflow_state: 'unpublished' });
    await make.moduleItem(module, { type: 'Page', content_id: page.id });
    await make.moduleItem(module, { type: 'Assignment', content_id: assignment.id });
    await make.moduleItem(module, { workflow_state: 'unpublished' });
    const one = `${path}/${module.id}`;
    const published = await asTeacher.put(one, { module: { published: true } });
    expect(published.body).toMatchObject({
      published: true,
      publish_warning: false,
      unpublish_warning: false,
    });
    expect((await asTeacher.get(`courses/${course.id}/pages/${page.url}`)).body.published).toBe(true);
    const states = async () =>
      (await asTeacher.get(`${one}/items`)).body.map(({ published }: { published: boolean }) => published);
    expect(await states()).toEqual([true, true, true]);

    await make.submission({
      course_id: course.id,
      assignment_id: assignment.id,
      user_id: 1,
      submission_type: 'online_text_entry',
    });
    const back = await asTeacher.put(one, { module: { published: false } });
    expect(back.body).toMatchObject({ published: false, unpublish_warning: true });
    expect(await states()).toEqual([false, true, false]);
    await asTeacher.put(one, { module: { published: true, skip_content_tags: true } });
    expect(await states()).toEqual([false, true, false]);
  });

  it('moves, and drops prerequisites that stand behind then', async () => {
    const { path, asTeacher } = await setUp();
    const one = (await asTeacher.post(path, { module: { name: '1' } })).body;
    const two = (await asTeacher.post(path, { module: { name: '2', prerequisite_module_ids: [one.id] } }))
      .body;
    expect(two.prerequisite_module_ids).toEqual([one.id]);
    const { body } = await asTeacher.put(`${path}/${two.id}`, { module: { position: 1 } });
    expect(body).toMatchObject({ position: 1, prerequisite_module_ids: [] });
    await asTeacher.put(`${path}/${one.id}`, { module: { prerequisite_module_ids: [two.id] } });
    const cleared = await asTeacher.put(`${path}/${one.id}`, 'module[prerequisite_module_ids][]=');
    expect(cleared.body.prerequisite_module_ids).toEqual([]);
  });

  it('warns where students may have got further than they could now', async () => {
    const { course, path, asTeacher } = await setUp();
    const one = await make.module({ course_id: course.id });
    const two = await make.module({ course_id: course.id });
    const warned = async (module: object) =>
      (await asTeacher.put(`${path}/${two.id}`, { module })).body.relock_warning ?? false;
    expect(await warned({ name: 'x' })).toBe(false);
    expect(await warned({ prerequisite_module_ids: [one.id] })).toBe(true);
    expect(await warned({ prerequisite_module_ids: [] })).toBe(false);
    expect(await warned({ unlock_at: tomorrow() })).toBe(true);
    expect((await asTeacher.put(`${path}/${two.id}`, {})).body).toEqual({
      message: 'missing module parameter',
    });
  });
});

describe('DELETE /api/v1/courses/{course_id}/modules/{id}', () => {
  it('deletes it with its items, closes the gap and frees who waited for it', async () => {
    const { course, path, asTeacher, asStudent } = await setUp();
    const one = (await asTeacher.post(path, { module: { name: '1' } })).body;
    const page = await make.page({ context_type: 'Course', context_id: course.id });
    await asTeacher.post(`${path}/${one.id}/items`, {
      module_item: { type: 'Page', page_url: page.url, completion_requirement: { type: 'must_view' } },
    });
    await asTeacher.put(`${path}/${one.id}`, { module: { published: true } });
    const two = (await asTeacher.post(path, { module: { name: '2', prerequisite_module_ids: [one.id] } }))
      .body;
    await asTeacher.put(`${path}/${two.id}`, { module: { published: true } });
    expect((await asStudent.get(`${path}/${two.id}`)).body.state).toBe('locked');
    expect((await asTeacher.delete(`${path}/${one.id}`)).status).toBe(200);
    expect((await asTeacher.get(`${path}/${one.id}`)).status).toBe(404);
    expect((await asStudent.get(`${path}/${two.id}`)).body).toMatchObject({
      position: 1,
      prerequisite_module_ids: [],
      state: 'completed',
    });
    expect((await asTeacher.get(`courses/${course.id}/pages/${page.url}`)).status).toBe(200);
  });
});

describe('PUT /api/v1/courses/{course_id}/modules/{id}/relock', () => {
  it('shuts what students got into before it asked for something', async () => {
    const { course, path, asTeacher, asStudent } = await setUp();
    const one = await make.module({ course_id: course.id });
    const two = await make.module({ course_id: course.id });
    const item = await make.moduleItem(one, { requirement_type: 'must_mark_done' });
    expect((await asStudent.get(`${path}/${two.id}`)).body.state).toBe('completed');
    await asTeacher.put(`${path}/${two.id}`, { module: { prerequisite_module_ids: [one.id] } });
    expect((await asStudent.get(`${path}/${two.id}`)).body.state).toBe('completed');
    expect((await asTeacher.put(`${path}/${one.id}/relock`)).body).toMatchObject({
      id: one.id,
      published: true,
    });
    expect((await asStudent.get(`${path}/${two.id}`)).body).toMatchObject({
      state: 'locked',
      completed_at: null,
    });
    await asStudent.put(`${path}/${one.id}/items/${item.id}/done`);
    expect((await asStudent.get(`${path}/${two.id}`)).body.state).toBe('completed');
  });
});

describe('overrides of a module', () => {
  it('PUT /api/v1/courses/{course_id}/modules/{context_module_id}/assignment_overrides says who sees it', async () => {
    const { course, path, student, asTeacher, asStudent } = await setUp();
    const module = await make.module({ course_id: course.id });
    const section = await make.section({ course_id: course.id, name: 'Evening' });
    const fellow = await make.person();
    await make.enroll(fellow.id, course.id, 'StudentEnrollment', { course_section_id: section.id });
    const asFellow = world.as(fellow.token);
    const overrides = `${path}/${module.id}/assignment_overrides`;

    expect(await asTeacher.put(overrides, { overrides: [{ student_ids: [student.id, 1] }] })).toMatchObject({
      status: 204,
      body: '',
    });
    const [adhoc] = (await asTeacher.get(overrides)).body;
    expect(adhoc).toEqual({
      id: adhoc.id,
      title: '1 student',
      context_module_id: module.id,
      students: [{ id: student.id, name: student.name }],
    });
    expect((await asStudent.get(path)).ids).toEqual([module.id]);
    expect((await asFellow.get(path)).ids).toEqual([]);

    await asTeacher.put(overrides, { overrides: [{ id: adhoc.id, course_section_id: section.id }] });
    expect((await asTeacher.get(overrides)).body).toEqual([
      {
        id: adhoc.id,
        title: 'Evening',
        context_module_id: module.id,
        course_section: { id: section.id, name: 'Evening' },
      },
    ]);
    expect((await asStudent.get(path)).ids).toEqual([]);
    expect((await asFellow.get(path)).ids).toEqual([module.id]);

    await asTeacher.put(overrides, { overrides: [] });
    expect((await asTeacher.get(overrides)).body).toEqual([]);
    expect((await asStudent.get(path)).ids).toEqual([module.id]);
  });

  it.each([
    [{ overrides: 'x' }, 400, { error: 'List of overrides required' }],
    [
      { overrides: [{ title: 'x' }] },
      400,
      { error: 'id, student_ids, or course_section_id required with each override' },
    ],
    [
      { overrides: [{ student_ids: [1], course_section_id: 1 }] },
      400,
      { error: 'cannot provide course_section_id and student_ids on the same override' },
    ],
    [{ overrides: [{ group_id: 1 }] }, 400, { error: 'group_id is not allowed as an override' }],
    [{ overrides: [{ id: 99999 }] }, 404, {}],
    [{ overrides: [{ course_section_id: 99999 }] }, 404, {}],
  ])(
    'GET /api/v1/courses/{course_id}/modules/{context_module_id}/assignment_overrides: refuses %j',
    async (params, status, body) => {
      const { course, path, asTeacher } = await setUp();
      const module = await make.module({ course_id: course.id });
      expect(await asTeacher.put(`${path}/${module.id}/assignment_overrides`, params)).toMatchObject({
        status,
        body,
      });
    },
  );
});

describe('a module that is for some students', () => {
  it('gives what is in it to them alone, unless it stands in another as well', async () => {
    const { course, path, asTeacher } = await setUp();
    const [chosen, other] = [await make.member(course.id), await make.member(course.id)];
    const [module, open] = [
      await make.module({ course_id: course.id }),
      await make.module({ course_id: course.id }),
    ];
    const essay = await make.assignment({
      course_id: course.id,
      name: 'Essay',
      due_at: '2030-01-01T10:00:00Z',
    });
    const topic = await make.topic({ context_type: 'Course', context_id: course.id });
    const page = await make.page({ context_type: 'Course', context_id: course.id, title: 'Notes' });
    const put = (type: string, id: number, into = module.id) =>
      asTeacher.post(`${path}/${into}/items`, { module_item: { type, content_id: id, page_url: page.url } });
    for (const [type, id] of [
      ['Assignment', essay.id],
      ['Discussion', topic.id],
      ['Page', page.id],
    ] as const) {
      expect((await put(type, id)).status).toBe(200);
    }
    const submitted = async () => {
      const rows = await world.database.kysely
        .selectFrom('submissions')
        .select('user_id')
        .where('assignment_id', '=', essay.id)
        .where('workflow_state', '<>', 'deleted')
        .orderBy('user_id')
        .execute();
      return rows.map(({ user_id }) => user_id).filter((id) => id === chosen.id || id === other.id);
    };
    const seenBy = async ({ token }: { token: string }) => {
      const api = world.as(token);
      const of = `courses/${course.id}`;
      return [
        (await api.get(`${of}/assignments`)).ids.includes(essay.id),
        (await api.get(`${of}/discussion_topics`)).ids.includes(topic.id),
        (await api.get(`${of}/discussion_topics/${topic.id}`)).status === 200,
        (await api.get(`${of}/pages`)).body.length === 1,
        (await api.get(`${of}/pages/${page.url}`)).status === 200,
      ];
    };
    const [all, none] = [Array(5).fill(true), Array(5).fill(false)];
    await asTeacher.put(`${path}/${module.id}/assignment_overrides`, {
      overrides: [{ student_ids: [chosen.id] }],
    });
    expect(await submitted()).toEqual([chosen.id]);
    expect(await seenBy(chosen)).toEqual(all);
    expect(await seenBy(other)).toEqual(none);
    const dates = (await asTeacher.get(`courses/${course.id}/effective_due_dates`)).body[essay.id];
    expect(dates[chosen.id]).toMatchObject({ due_at: '2030-01-01T10:00:00Z' });

    // A discussion that comes to be graded is assigned to them alone, too.
    const graded = await asTeacher.put(`courses/${course.id}/discussion_topics/${topic.id}`, {
      assignment: { points_possible: 5 },
    });
    const { body: effective } = await asTeacher.get(`courses/${course.id}/effective_due_dates`);
    expect(Object.keys(effective[graded.body.assignment_id])).toEqual([String(chosen.id)]);
    expect((await seenBy(other)).slice(1, 3)).toEqual([false, false]);

    const item = (await put('Assignment', essay.id, open.id)).body;
    expect(await submitted()).toEqual([chosen.id, other.id]);
    await asTeacher.delete(`${path}/${open.id}/items/${item.id}`);
    expect(await submitted()).toEqual([chosen.id]);
    await asTeacher.delete(`${path}/${module.id}`);
    expect(await submitted()).toEqual([chosen.id, other.id]);
    expect(await seenBy(other)).toEqual(all);
  });
});
