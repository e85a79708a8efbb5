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
  const module = await make.module({ course_id: course.id });
  return {
    course,
    module,
    student,
    path: `courses/${course.id}/modules/${module.id}/items`,
    asTeacher: world.as(teacher.token),
    asStudent: world.as(student.token),
  };
}

const inCourse = (course: { id: number }) => ({ context_type: 'Course', context_id: course.id }) as const;
const titles = (rows: { title: string; position: number }[]) =>
  rows.map(({ title, position }) => [title, position]);

describe('POST /api/v1/courses/{course_id}/modules/{module_id}/items', () => {
  it('puts in a page', async () => {
    const { course, module, path, asTeacher } = await setUp();
    const page = await make.page({ ...inCourse(course), title: 'Reading list' });
    const { status, body } = await asTeacher.post(path, {
      module_item: {
        type: 'Page',
        page_url: page.url,
        indent: 1,
        completion_requirement: { type: 'must_view' },
      },
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      id: body.id,
      title: 'Reading list',
      position: 1,
      indent: 1,
      quiz_lti: false,
      type: 'Page',
      module_id: module.id,
      html_url: expect.stringMatching(new RegExp(`/courses/${course.id}/modules/items/${body.id}$`)),
      page_url: 'reading-list',
      publish_at: null,
      url: expect.stringMatching(new RegExp(`/api/v1/courses/${course.id}/pages/reading-list$`)),
      completion_requirement: { type: 'must_view' },
      published: true,
      unpublishable: true,
    });
  });

  it('puts in an assignment, a file, a topic, a graded topic by its assignment', async () => {
    const { course, path, asTeacher } = await setUp();
    const assignment = await make.assignment({
      course_id: course.id,
      name: 'Essay',
      workflow_state: 'unpublished',
    });
    const root = await make.folder({ ...inCourse(course), name: 'course files' });
    const file = await make.file({ ...inCourse(course), folder_id: root.id, display_name: 'notes.pdf' });
    const graded = await make.assignment({ course_id: course.id, submission_types: ['discussion_topic'] });
    const topic = await world.database.kysely
      .insertInto('discussion_topics')
      .values({
        ...inCourse(course),
        title: 'Debate',
        title_key: 'debate',
        workflow_state: 'active',
        discussion_type: 'threaded',
        assignment_id: graded.id,
        created_at: clock.now(),
        updated_at: clock.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const put = async (module_item: object) => (await asTeacher.post(path, { module_item })).body;
    expect(await put({ type: 'Assignment', content_id: assignment.id })).toMatchObject({
      title: 'Essay',
      content_id: assignment.id,
      published: false,
      url: expect.stringContaining(`/assignments/${assignment.id}`),
    });
    expect(await put({ type: 'File', content_id: file.id, title: 'Notes' })).toMatchObject({
      title: 'Notes',
      type: 'File',
      content_id: file.id,
      published: true,
    });
    expect(await put({ type: 'Assignment', content_id: graded.id })).toMatchObject({
      type: 'Discussion',
      title: 'Debate',
      content_id: topic.id,
    });
    expect(
      await put({
        type: 'Discussion',
        content_id: topic.id,
        completion_requirement: { type: 'min_score', min_score: 7.5 },
      }),
    ).toMatchObject({ completion_requirement: { type: 'min_score', min_score: 7.5 } });
  });

  it('puts in headers, addresses and tools, unpublished', async () => {
    const { course, path, asTeacher } = await setUp();
    const put = async (module_item: object) => (await asTeacher.post(path, { module_item })).body;
    const header = await put({ type: 'SubHeader', title: 'Before class' });
    expect(header).toMatchObject({ type: 'SubHeader', title: 'Before class', published: false });
    expect(header.html_url).toBeUndefined();
    expect(
      await put({ type: 'ExternalUrl', title: 'Map', external_url: 'example.org/map', new_tab: true }),
    ).toMatchObject({
      external_url: 'http://example.org/map',
      new_tab: true,
      html_url: expect.stringMatching(new RegExp(`/api/v1/courses/${course.id}/module_item_redirect/\\d+$`)),
    });
    expect(
      await put({ type: 'ExternalTool', title: 'Tool', external_url: 'https://tool.example/launch' }),
    ).toMatchObject({
      content_id: 0,
      url: expect.stringContaining(
        '/external_tools/sessionless_launch?url=https%3A%2F%2Ftool.example%2Flaunch',
      ),
    });
  });

  it('makes room at a position', async () => {
    const { path, asTeacher } = await setUp();
    for (const [title, position] of [
      ['a', undefined],
      ['b', undefined],
      ['c', 2],
      ['d', 99],
    ] as const) {
      await asTeacher.post(path, { module_item: { type: 'SubHeader', title, position } });
    }
    expect(titles((await asTeacher.get(path)).body)).toEqual([
      ['a', 1],
      ['c', 2],
      ['b', 3],
      ['d', 4],
    ]);
  });

  it.each([
    [{}, { message: 'missing module item parameter' }],
    [{ module_item: { title: 'x' } }, { message: 'Could not find content' }],
    [{ module_item: { type: 'Nothing' } }, { message: 'Could not find content' }],
    [{ module_item: { type: 'Assignment', content_id: 99999 } }, { message: 'Could not find content' }],
    [{ module_item: { type: 'Quiz', content_id: 1 } }, { message: 'Could not find content' }],
    [{ module_item: { type: 'Page' } }, { message: 'missing page_url parameter' }],
    [{ module_item: { type: 'Page', page_url: 'none' } }, { message: 'invalid page_url parameter' }],
    [
      { module_item: { type: 'SubHeader', completion_requirement: { type: 'must_pay' } } },
      {
        errors: {
          completion_requirement: [
            {
              attribute: 'completion_requirement',
              type: 'Invalid completion requirement type',
              message: 'Invalid completion requirement type',
            },
          ],
        },
      },
    ],
    [
      { module_item: { type: 'SubHeader', position: -1 } },
      {
        errors: {
          position: [{ attribute: 'position', type: 'Invalid position', message: 'Invalid position' }],
        },
      },
    ],
    [
      { module_item: { type: 'ExternalUrl', external_url: 'javascript:alert(1)' } },
      { errors: { url: [{ attribute: 'url', type: 'is not a valid URL', message: 'is not a valid URL' }] } },
    ],
  ])('refuses %j', async (params, body) => {
    const { path, asTeacher } = await setUp();
    expect(await asTeacher.post(path, params)).toMatchObject({ status: 400, body });
  });

  it('takes nothing of another course, and drops a requirement that does not fit', async () => {
    const { path, asTeacher } = await setUp();
    const other = await make.assignment({ course_id: (await make.course()).id });
    const answer = await asTeacher.post(path, { module_item: { type: 'Assignment', content_id: other.id } });
    expect(answer).toMatchObject({ status: 400, body: { message: 'Could not find content' } });
    const { body } = await asTeacher.post(path, {
      module_item: { type: 'SubHeader', completion_requirement: { type: 'must_submit' } },
    });
    expect(body.completion_requirement).toBeUndefined();
  });
});

describe('GET /api/v1/courses/{course_id}/modules/{module_id}/items', () => {
  it('gives students what is published and theirs, with what they have done', async () => {
    const { course, module, student, path, asTeacher, asStudent } = await setUp();
    const page = await make.page({ ...inCourse(course), title: 'Page' });
    const others = await make.assignment({
      course_id: course.id,
      only_visible_to_overrides: true,
      name: 'Others',
    });
    await make.moduleItem(module, { title: 'Draft', workflow_state: 'unpublished' });
    await make.moduleItem(module, { type: 'Page', content_id: page.id, requirement_type: 'must_view' });
    await make.moduleItem(module, { type: 'Assignment', content_id: others.id });
    expect((await asTeacher.get(path)).body).toHaveLength(3);
    const [item, ...rest] = (await asStudent.get(path)).body;
    expect(rest).toEqual([]);
    expect(item).toMatchObject({ title: 'Page', position: 2, completion_requirement: { completed: false } });
    expect(item.published).toBeUndefined();
    await asStudent.get(`courses/${course.id}/pages/${page.url}`);
    const [seen] = (await asTeacher.get(path, { student_id: student.id })).body;
    expect(seen.completion_requirement).toEqual({ type: 'must_view', completed: true });
    expect(titles((await asTeacher.get(path, { search_term: 'pag' })).body)).toEqual([['Page', 2]]);
  });

  it('leaves out discussions for other sections, or with overrides for others', async () => {
    const { course, module, path, asTeacher, asStudent, student } = await setUp();
    const section = await make.section({ course_id: course.id });
    const inSection = await make.person();
    await make.enroll(inSection.id, course.id, 'StudentEnrollment', { course_section_id: section.id });
    const topic = (values: object) => make.topic({ ...inCourse(course), ...values });
    const theirs = await topic({ title: 'Theirs', is_section_specific: true });
    await world.database.kysely
      .insertInto('discussion_topic_sections')
      .values({ discussion_topic_id: theirs.id, course_section_id: section.id })
      .execute();
    const own = await topic({ title: 'Own', only_visible_to_overrides: true });
    const override = { course_id: course.id, discussion_topic_id: own.id, set_type: 'ADHOC' } as const;
    await make.assignmentOverride(override, [student.id]);
    for (const { id } of [theirs, own, await topic({ title: 'All' })]) {
      await make.moduleItem(module, { type: 'Discussion', content_id: id });
    }
    const seen = async (api: typeof asStudent) =>
      (await api.get(path)).body.map(({ title }: { title: string }) => title);
    expect(await seen(asTeacher)).toEqual(['Theirs', 'Own', 'All']);
    expect(await seen(asStudent)).toEqual(['Own', 'All']);
    expect(await seen(world.as(inSection.token))).toEqual(['Theirs', 'All']);
  });

  it('details the content', async () => {
    const { course, module, path, asStudent } = await setUp();
    const assignment = await make.assignment({
      course_id: course.id,
      points_possible: 10,
      due_at: tomorrow(),
      unlock_at: tomorrow(),
    });
    await make.moduleItem(module, { type: 'Assignment', content_id: assignment.id });
    const root = await make.folder({ ...inCourse(course), name: 'course files' });
    const file = await make.file({ ...inCourse(course), folder_id: root.id, display_name: 'a.txt' });
    await make.moduleItem(module, { type: 'File', content_id: file.id });
    const [first, second] = (await asStudent.get(path, { 'include[]': 'content_details' })).body;
    expect(first.content_details).toMatchObject({
      due_at: assignment.due_at,
      unlock_at: assignment.unlock_at,
      points_possible: 10,
      locked_for_user: true,
      lock_info: { unlock_at: assignment.unlock_at, asset_string: `assignment_${assignment.id}` },
      lock_explanation: expect.stringContaining('This assignment is locked until'),
    });
    expect(second.content_details).toEqual({
      display_name: 'a.txt',
      thumbnail_url: null,
      locked_for_user: false,
    });
  });

  it('closes the gap that deleted content leaves', async () => {
    const { course, module, path, asTeacher } = await setUp();
    const page = await make.page({ ...inCourse(course), title: 'Gone' });
    await make.moduleItem(module, { type: 'Page', content_id: page.id });
    await make.moduleItem(module, { title: 'Stays' });
    await asTeacher.delete(`courses/${course.id}/pages/gone`);
    expect(titles((await asTeacher.get(path)).body)).toEqual([['Stays', 1]]);
  });
});

describe('GET /api/v1/courses/{course_id}/modules/{module_id}/items/{id}', () => {
  it('shows one', async () => {
    const { module, path, asTeacher, asStudent } = await setUp();
    const item = await make.moduleItem(module, { workflow_state: 'unpublished' });
    expect((await asTeacher.get(`${path}/${item.id}`)).body).toMatchObject({ id: item.id, published: false });
    expect((await asStudent.get(`${path}/${item.id}`)).status).toBe(404);
    expect((await asTeacher.get(`${path}/0`)).status).toBe(404);
  });
});

describe('PUT /api/v1/courses/{course_id}/modules/{module_id}/items/{id}', () => {
  it('renames what the item leads to, and follows it when that is renamed', async () => {
    const { course, module, path, asTeacher } = await setUp();
    const page = await make.page({ ...inCourse(course), title: 'Old' });
    const item = await make.moduleItem(module, {
      type: 'Page',
      content_id: page.id,
      title: 'Old',
      content_title: 'Old',
    });
    const { body } = await asTeacher.put(`${path}/${item.id}`, { module_item: { title: 'New' } });
    expect(body).toMatchObject({ title: 'New', page_url: 'new' });
    expect((await asTeacher.get(`courses/${course.id}/pages/old`)).body.title).toBe('New');
    await asTeacher.put(`courses/${course.id}/pages/new`, { wiki_page: { title: 'Newest' } });
    expect((await asTeacher.get(`${path}/${item.id}`)).body.title).toBe('Newest');
  });

  it('publishes what it leads to, unless work stands against unpublishing', async () => {
    const { course, module, path, asTeacher } = await setUp();
    const assignment = await make.assignment({ course_id: course.id, workflow_state: 'unpublished' });
    const item = await make.moduleItem(module, { type: 'Assignment', content_id: assignment.id });
    const one = `${path}/${item.id}`;
    expect((await asTeacher.put(one, { module_item: { published: true } })).body.published).toBe(true);
    await make.submission({
      course_id: course.id,
      assignment_id: assignment.id,
      user_id: 1,
      submission_type: 'online_text_entry',
    });
    expect(await asTeacher.put(one, { module_item: { published: false } })).toMatchObject({
      status: 403,
      body: { message: "item can't be unpublished" },
    });
    expect((await asTeacher.get(one)).body.unpublishable).toBe(false);
  });

  it('moves within and between modules with its requirement, and clears that', async () => {
    const { course, module, path, asTeacher } = await setUp();
    const other = await make.module({ course_id: course.id });
    const there = await make.moduleItem(other, { title: 'there' });
    const a = await make.moduleItem(module, { title: 'a', requirement_type: 'must_view' });
    await make.moduleItem(module, { title: 'b' });
    await asTeacher.put(`${path}/${a.id}`, { module_item: { position: 2 } });
    expect(titles((await asTeacher.get(path)).body)).toEqual([
      ['b', 1],
      ['a', 2],
    ]);
    const moved = await asTeacher.put(`${path}/${a.id}`, {
      module_item: { module_id: other.id, position: 1 },
    });
    expect(moved.body).toMatchObject({
      module_id: other.id,
      position: 1,
      completion_requirement: { type: 'must_view' },
    });
    const list = `courses/${course.id}/modules/${other.id}/items`;
    expect((await asTeacher.get(list)).ids).toEqual([a.id, there.id]);
    expect(titles((await asTeacher.get(path)).body)).toEqual([['b', 1]]);
    const cleared = await asTeacher.put(`${list}/${a.id}`, { module_item: { completion_requirement: {} } });
    expect(cleared.body.completion_requirement).toBeUndefined();
    for (const [params, body] of [
      [{}, { message: 'missing module item parameter' }],
      [{ module_item: { module_id: 99999 } }, { message: 'invalid module_id' }],
    ] as const) {
      expect(await asTeacher.put(`${list}/${a.id}`, params)).toMatchObject({ status: 400, body });
    }
  });
});

describe('DELETE /api/v1/courses/{course_id}/modules/{module_id}/items/{id}', () => {
  it('takes it out and leaves the content', async () => {
    const { course, module, path, asTeacher } = await setUp();
    const page = await make.page({ ...inCourse(course), title: 'Page' });
    const item = await make.moduleItem(module, {
      type: 'Page',
      content_id: page.id,
      requirement_type: 'must_view',
    });
    await make.moduleItem(module, { title: 'next' });
    const { status, body } = await asTeacher.delete(`${path}/${item.id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: item.id, title: 'Page' });
    expect(body.completion_requirement).toBeUndefined();
    expect(titles((await asTeacher.get(path)).body)).toEqual([['next', 1]]);
    expect((await asTeacher.get(`courses/${course.id}/pages/page`)).status).toBe(200);
    expect((await asTeacher.delete(`${path}/${item.id}`)).status).toBe(404);
  });
});

describe('PUT /api/v1/courses/{course_id}/modules/{module_id}/items/{id}/done', () => {
  it('and DELETE /api/v1/courses/{course_id}/modules/{module_id}/items/{id}/done mark and unmark', async () => {
    const { module, path, asStudent } = await setUp();
    const item = await make.moduleItem(module, { requirement_type: 'must_mark_done' });
    const completed = async () =>
      (await asStudent.get(`${path}/${item.id}`)).body.completion_requirement.completed;
    expect(await completed()).toBe(false);
    expect(await asStudent.put(`${path}/${item.id}/done`)).toMatchObject({
      status: 200,
      body: { message: 'OK' },
    });
    expect(await completed()).toBe(true);
    expect(await asStudent.delete(`${path}/${item.id}/done`)).toMatchObject({
      status: 200,
      body: { message: 'OK' },
    });
    expect(await completed()).toBe(false);
  });
});

describe('POST /api/v1/courses/{course_id}/modules/{module_id}/items/{id}/mark_read', () => {
  it('counts as seen, unless it is locked', async () => {
    const { course, module, path, asStudent } = await setUp();
    const item = await make.moduleItem(module, { type: 'ExternalUrl', requirement_type: 'must_view' });
    expect(await asStudent.post(`${path}/${item.id}/mark_read`)).toMatchObject({
      status: 200,
      body: { message: 'OK' },
    });
    expect((await asStudent.get(`${path}/${item.id}`)).body.completion_requirement.completed).toBe(true);
    const later = await make.module({ course_id: course.id, unlock_at: tomorrow() });
    const shut = await make.moduleItem(later);
    const answer = await asStudent.post(
      `courses/${course.id}/modules/${later.id}/items/${shut.id}/mark_read`,
    );
    expect(answer).toMatchObject({ status: 403, body: { message: 'The module item is locked.' } });
  });
});

describe('POST /api/v1/courses/{course_id}/modules/{module_id}/items/{id}/select_mastery_path', () => {
  it('says that there are none', async () => {
    const { module, path, asStudent, asTeacher } = await setUp();
    const item = await make.moduleItem(module);
    for (const api of [asStudent, asTeacher]) {
      const answer = await api.post(`${path}/${item.id}/select_mastery_path`, { assignment_set_id: 1 });
      expect(answer).toMatchObject({ status: 400, body: { message: 'mastery paths not enabled' } });
    }
  });
});

describe('GET /api/v1/courses/{course_id}/module_item_sequence', () => {
  it('gives the neighbours at every place, without headers and what one does not see', async () => {
    const { course, module, asStudent, asTeacher } = await setUp();
    const sequence = `courses/${course.id}/module_item_sequence`;
    const page = await make.page({ ...inCourse(course), title: 'Twice' });
    const second = await make.module({ course_id: course.id });
    const a = await make.moduleItem(module, { type: 'ExternalUrl', title: 'a' });
    await make.moduleItem(module, { title: 'header' });
    const p1 = await make.moduleItem(module, { type: 'Page', content_id: page.id });
    const draft = await make.moduleItem(second, { type: 'ExternalUrl', workflow_state: 'unpublished' });
    const b = await make.moduleItem(second, { type: 'ExternalUrl', title: 'b' });
    const p2 = await make.moduleItem(second, { type: 'Page', content_id: page.id });
    const ids = (body: { items: Record<string, { id: number } | null>[] }) =>
      body.items.map(({ prev, current, next }) => [prev?.id, current?.id, next?.id]);
    const found = await asStudent.get(sequence, { asset_type: 'Page', asset_id: 'twice' });
    expect(ids(found.body)).toEqual([
      [a.id, p1.id, b.id],
      [b.id, p2.id, undefined],
    ]);
    expect(found.body.modules.map(({ id }: { id: number }) => id)).toEqual([module.id, second.id]);
    const one = await asTeacher.get(sequence, { asset_type: 'ModuleItem', asset_id: p1.id });
    expect(ids(one.body)).toEqual([[a.id, p1.id, draft.id]]);
    expect((await asTeacher.get(sequence, { asset_type: 'Assignment', asset_id: 1 })).body).toEqual({
      items: [],
      modules: [],
    });
    for (const [query, message] of [
      [{ asset_type: 'Nothing', asset_id: 1 }, 'invalid asset_type'],
      [{ asset_type: 'Page' }, 'missing asset_id'],
    ] as const) {
      expect(await asTeacher.get(sequence, query)).toMatchObject({ status: 400, body: { message } });
    }
  });
});

describe('GET /api/v1/courses/{course_id}/module_item_redirect/{id}', () => {
  it('leads to the address, and counts as seeing it', async () => {
    const { course, module, path, asStudent, asTeacher } = await setUp();
    const url = 'https://example.org/map';
    const item = await make.moduleItem(module, { type: 'ExternalUrl', url, requirement_type: 'must_view' });
    const { body } = await asStudent.get(`${path}/${item.id}`);
    const followed = await asStudent.get(body.html_url.slice(body.html_url.indexOf('/api/')));
    expect(followed).toMatchObject({ status: 302, headers: { location: url } });
    expect((await asStudent.get(`${path}/${item.id}`)).body.completion_requirement.completed).toBe(true);
    const redirect = `courses/${course.id}/module_item_redirect`;
    const draft = await make.moduleItem(module, { type: 'ExternalUrl', url, workflow_state: 'unpublished' });
    expect((await asStudent.get(`${redirect}/${draft.id}`)).status).toBe(401);
    expect((await asTeacher.get(`${redirect}/${draft.id}`)).status).toBe(302);
    const header = await make.moduleItem(module);
    expect(await asStudent.get(`${redirect}/${header.id}`)).toMatchObject({
      status: 400,
      body: { message: 'incorrect module item type' },
    });
  });
});
