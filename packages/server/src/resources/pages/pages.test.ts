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
    teacher,
    student,
    path: `courses/${course.id}/pages`,
    asTeacher: world.as(teacher.token),
    asStudent: world.as(student.token),
  };
}

const error = (attribute: string, message: string, type = message) => ({
  errors: { [attribute]: [{ attribute, type, message }] },
});

describe('POST /api/v1/courses/{course_id}/pages', () => {
  it('makes an unpublished page for whoever may publish it', async () => {
    const { course, teacher, path, asTeacher } = await setUp();
    const { status, body } = await asTeacher.post(path, {
      wiki_page: {
        title: 'Week 1: Q&A',
        body: '<p onclick="x()">Read <a href="/courses/1/files/2">this</a></p>',
      },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      title: 'Week 1: Q&A',
      url: 'week-1-q-and-a',
      editing_roles: 'teachers',
      last_edited_by: { id: teacher.id, display_name: teacher.short_name },
      published: false,
      hide_from_students: true,
      front_page: false,
      todo_date: null,
      publish_at: null,
      locked_for_user: false,
    });
    expect(body.body).toMatch(/^<p>Read <a href="https?:\/\/[^"]+\/courses\/1\/files\/2">this<\/a><\/p>$/);
    expect(body.html_url).toMatch(new RegExp(`/courses/${course.id}/pages/week-1-q-and-a$`));
    expect(Object.keys(body).slice(0, 5)).toEqual(['title', 'created_at', 'url', 'editing_roles', 'page_id']);
  });

  it('numbers the slugs of pages of the same title', async () => {
    const { path, asTeacher } = await setUp();
    const urls = [];
    for (let n = 0; n < 4; n++)
      urls.push((await asTeacher.post(path, { wiki_page: { title: 'Notes' } })).body.url);
    expect(urls).toEqual(['notes', 'notes-2', 'notes-3', 'notes-4']);
  });

  it('gives two who make the same page at the same moment a slug each', async () => {
    const { path, asTeacher } = await setUp();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => asTeacher.post(path, { wiki_page: { title: 'Same' } })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(new Set(answers.map(({ body }) => body.url)).size).toBe(8);
  });

  it.each([
    [{}, 'title', "Title can't be blank"],
    [{ wiki_page: { title: '' } }, 'title', "Title can't be blank"],
    [{ wiki_page: { title: '!!!' } }, 'title', 'Title must contain at least one letter or number'],
    [{ wiki_page: { title: 'x'.repeat(256) } }, 'title', "Title can't exceed 255 characters"],
    [
      { wiki_page: { title: 'x', editing_roles: 'pupils' } },
      'editing_roles',
      'The provided editing roles are invalid',
    ],
    [
      { wiki_page: { title: 'x', editing_roles: '' } },
      'editing_roles',
      'The provided editing roles are invalid',
    ],
  ])('refuses %j', async (params, attribute, message) => {
    const { path, asTeacher } = await setUp();
    const answer = await asTeacher.post(path, params);
    expect(answer).toMatchObject({ status: 400, body: error(attribute, message) });
  });

  it('refuses a front page that nobody can read', async () => {
    const { path, asTeacher } = await setUp();
    const text = 'The front page cannot be unpublished';
    expect(await asTeacher.post(path, { wiki_page: { title: 'x', front_page: true } })).toMatchObject({
      status: 400,
      body: error('front_page', text),
    });
    const { body } = await asTeacher.post(path, {
      wiki_page: { title: 'x', front_page: true, published: false },
    });
    expect(Object.keys(body.errors)).toEqual(['front_page', 'published']);
  });

  it('publishes at once what a student makes, who may where students edit by default', async () => {
    const { course, path, asTeacher, asStudent } = await setUp();
    expect((await asStudent.post(path, { wiki_page: { title: 'Mine' } })).status).toBe(401);
    await asTeacher.put(`courses/${course.id}`, {
      course: { default_wiki_editing_roles: 'teachers,students' },
    });
    const { status, body } = await asStudent.post(path, { wiki_page: { title: 'Mine', body: 'Hello' } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ published: true, editing_roles: 'teachers,students', body: 'Hello' });
  });

  it('publishes by itself at publish_at', async () => {
    const { path, asTeacher, asStudent } = await setUp();
    const date = tomorrow();
    const { body } = await asTeacher.post(path, {
      wiki_page: { title: 'Later', published: true, publish_at: date },
    });
    expect(body).toMatchObject({ published: false, publish_at: date });
    expect((await asStudent.get(`${path}/later`)).status).toBe(401);
    clock.advance(DAY);
    expect(await asStudent.get(`${path}/later`)).toMatchObject({ status: 200, body: { published: true } });
    expect((await asStudent.get(path)).body).toHaveLength(1);
  });

  it('keeps a to-do date', async () => {
    const { path, asTeacher } = await setUp();
    const made = await asTeacher.post(path, {
      wiki_page: { title: 'Do', student_todo_at: '2026-12-01T12:00:00Z' },
    });
    expect(made.body.todo_date).toBe('2026-12-01T12:00:00Z');
    const off = await asTeacher.put(`${path}/do`, { wiki_page: { student_planner_checkbox: false } });
    expect(off.body.todo_date).toBeNull();
  });
});

describe('POST /api/v1/groups/{group_id}/pages', () => {
  it('is for members, whose pages all of them may edit', async () => {
    const { course, student, asStudent, asTeacher } = await setUp();
    const group = await make.group({ context_type: 'Course', context_id: course.id });
    await make.groupMember(group.id, student.id);
    const outsider = world.as((await make.member(course.id)).token);
    const path = `groups/${group.id}/pages`;
    const { status, body } = await asStudent.post(path, { wiki_page: { title: 'Plan' } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ editing_roles: 'members', published: true });
    expect(body.html_url).toMatch(new RegExp(`/groups/${group.id}/pages/plan$`));
    expect((await outsider.get(`${path}/plan`)).status).toBe(401);
    expect((await asTeacher.get(`${path}/plan`)).status).toBe(200);
    const changed = await asStudent.put(`${path}/plan`, { wiki_page: { title: 'The Plan' } });
    expect(changed.body.url).toBe('the-plan');
    expect((await asStudent.delete(`${path}/plan`)).status).toBe(200);
    expect((await asStudent.get(path)).body).toEqual([]);
  });
});

describe('GET /api/v1/courses/{course_id}/pages', () => {
  it('gives students what is published, staff all, by id or as asked', async () => {
    const { course, path, asTeacher, asStudent } = await setUp();
    const context = { context_type: 'Course', context_id: course.id } as const;
    const b = await make.page({ ...context, title: 'Éclair' });
    const a = await make.page({ ...context, title: 'apple' });
    const c = await make.page({ ...context, title: 'Zebra', workflow_state: 'unpublished' });
    const ids = async (api: typeof asTeacher, query = {}) =>
      (await api.get(path, query)).body.map(({ page_id }: { page_id: number }) => page_id);
    expect(await ids(asTeacher)).toEqual([b.id, a.id, c.id]);
    expect(await ids(asStudent)).toEqual([b.id, a.id]);
    expect(await ids(asTeacher, { sort: 'title' })).toEqual([a.id, b.id, c.id]);
    expect(await ids(asTeacher, { sort: 'title', order: 'desc' })).toEqual([c.id, b.id, a.id]);
    expect(await ids(asTeacher, { sort: 'todo_date' })).toEqual([b.id, a.id, c.id]);
    expect(await ids(asTeacher, { published: true })).toEqual([b.id, a.id]);
    expect(await ids(asTeacher, { published: false })).toEqual([c.id]);
    expect(await ids(asTeacher, { search_term: 'PP' })).toEqual([a.id]);
    expect((await asTeacher.get(path, { search_term: 'p' })).status).toBe(400);
    const [page] = (await asTeacher.get(path, { per_page: 1 })).body;
    expect(page.body).toBeUndefined();
    const [full] = (await asTeacher.get(path, { 'include[]': 'body', per_page: 1 })).body;
    expect(full.body).toBeNull();
  });

  it('asks the database as often for many pages as for one', async () => {
    const { course, path, asTeacher } = await setUp();
    const context = { context_type: 'Course', context_id: course.id } as const;
    for (let n = 0; n < 12; n++) await make.page({ ...context });
    const { body, links } = await asTeacher.get(path);
    expect(body).toHaveLength(10);
    expect(links['last']).toContain('page=2');
  });

  it('is not for students where teachers have hidden the tab', async () => {
    const { course, path, asTeacher, asStudent } = await setUp();
    await asTeacher.put(`courses/${course.id}/tabs/pages`, { hidden: true });
    expect(await asStudent.get(path)).toMatchObject({
      status: 404,
      body: { message: 'That page has been disabled for this course' },
    });
    expect((await asTeacher.get(path)).status).toBe(200);
  });
});

describe('GET /api/v1/courses/{course_id}/pages/{url_or_id}', () => {
  it('finds a page by slug, by old slugs and by id', async () => {
    const { path, asTeacher } = await setUp();
    const { body } = await asTeacher.post(path, { wiki_page: { title: 'First Name' } });
    await asTeacher.put(`${path}/first-name`, { wiki_page: { title: 'Second Name' } });
    for (const id of ['second-name', 'first-name', 'First Name', body.page_id, `page_id:${body.page_id}`]) {
      expect((await asTeacher.get(`${path}/${encodeURIComponent(id)}`)).body).toMatchObject({
        url: 'second-name',
      });
    }
    expect(await asTeacher.get(`${path}/none`)).toMatchObject({
      status: 404,
      body: { message: 'page not found' },
    });
  });

  it('takes a slug before an id', async () => {
    const { course, path, asTeacher } = await setUp();
    const context = { context_type: 'Course', context_id: course.id } as const;
    const page = await make.page({ ...context, title: 'Old' });
    const named = await make.page({ ...context, title: String(page.id) });
    expect((await asTeacher.get(`${path}/${page.id}`)).body.page_id).toBe(named.id);
    expect((await asTeacher.get(`${path}/page_id:${page.id}`)).body.page_id).toBe(page.id);
  });

  it('keeps unpublished pages from students', async () => {
    const { course, path, asStudent, asTeacher } = await setUp();
    await make.page({
      context_type: 'Course',
      context_id: course.id,
      title: 'x',
      workflow_state: 'unpublished',
    });
    expect((await asStudent.get(`${path}/x`)).status).toBe(401);
    expect((await asTeacher.get(`${path}/x`)).status).toBe(200);
  });

  it('shows no body while a module locks it', async () => {
    const { course, path, asStudent, asTeacher } = await setUp();
    const page = await make.page({
      context_type: 'Course',
      context_id: course.id,
      title: 'x',
      body: 'Secret',
    });
    const module = await make.module({ course_id: course.id, name: 'A & B', unlock_at: tomorrow() });
    await make.moduleItem(module, { type: 'Page', content_id: page.id });
    const { status, body } = await asStudent.get(`${path}/x`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      locked_for_user: true,
      lock_info: { asset_string: `wiki_page_${page.id}`, context_module: { id: module.id, name: 'A & B' } },
    });
    expect(body.lock_explanation).toContain('This page is part of the module <b>A &amp; B</b>');
    expect(body.body).toBeUndefined();
    expect((await asTeacher.get(`${path}/x`)).body).toMatchObject({ locked_for_user: false, body: 'Secret' });
    clock.advance(DAY);
    expect((await asStudent.get(`${path}/x`)).body).toMatchObject({ locked_for_user: false, body: 'Secret' });
  });
});

describe('PUT /api/v1/courses/{course_id}/pages/{url_or_id}', () => {
  it('makes the page where there is none', async () => {
    const { path, asTeacher, asStudent } = await setUp();
    expect((await asStudent.put(`${path}/my-new-page`, {})).status).toBe(401);
    const { status, body } = await asTeacher.put(`${path}/my-new-page`, { wiki_page: { body: 'x' } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ title: 'My New Page', url: 'my-new-page', body: 'x' });
  });

  it('renames, and gives back the slug of an earlier title', async () => {
    const { path, asTeacher } = await setUp();
    await asTeacher.post(path, { wiki_page: { title: 'One' } });
    expect((await asTeacher.put(`${path}/one`, { wiki_page: { title: 'Two' } })).body.url).toBe('two');
    expect((await asTeacher.post(path, { wiki_page: { title: 'One' } })).body.url).toBe('one-2');
    expect((await asTeacher.put(`${path}/two`, { wiki_page: { title: 'One' } })).body.url).toBe('one');
  });

  it('says when what it says changed', async () => {
    const { path, asTeacher } = await setUp();
    await asTeacher.post(path, { wiki_page: { title: 'One' } });
    const before = (await asTeacher.get(`${path}/one`)).body.updated_at;
    clock.advance(60);
    expect(
      (await asTeacher.put(`${path}/one`, { wiki_page: { editing_roles: 'public' } })).body.updated_at,
    ).toBe(before);
    expect((await asTeacher.put(`${path}/one`, { wiki_page: { body: 'x' } })).body.updated_at).toBe(
      clock.now(),
    );
  });

  it('lets a student who may edit the page change what it says, and nothing else', async () => {
    const { course, path, asStudent } = await setUp();
    await make.page({
      context_type: 'Course',
      context_id: course.id,
      title: 'Wiki',
      editing_roles: 'teachers,students',
    });
    const page = `${path}/wiki`;
    expect((await asStudent.put(page, { wiki_page: { body: 'mine', title: 'Wiki' } })).body.body).toBe(
      'mine',
    );
    for (const [params, attribute, message] of [
      [
        { published: false },
        'published',
        'You are not allowed to update the published state of this wiki page',
      ],
      [{ title: 'Other' }, 'title', 'You are not allowed to update the title of this wiki page'],
      [
        { editing_roles: 'public' },
        'editing_roles',
        'You are not allowed to update the editing roles of this wiki page',
      ],
      [{ front_page: true }, 'front_page', 'You are not allowed to change the wiki front page'],
    ] as const) {
      const answer = await asStudent.put(page, { wiki_page: { body: 'x', ...params } });
      expect(answer).toMatchObject({ status: 401, body: error(attribute, message) });
    }
    expect((await asStudent.get(page)).body).toMatchObject({ body: 'mine', published: true });
    expect((await asStudent.get(`${page}/revisions`)).status).toBe(200);
    expect((await asStudent.delete(page)).status).toBe(401);
  });

  it('sets and unsets the front page', async () => {
    const { course, path, asTeacher } = await setUp();
    await make.page({ context_type: 'Course', context_id: course.id, title: 'Home' });
    expect((await asTeacher.put(`${path}/home`, { wiki_page: { front_page: true } })).body.front_page).toBe(
      true,
    );
    expect((await asTeacher.put(`courses/${course.id}`, { course: { default_view: 'wiki' } })).status).toBe(
      200,
    );
    expect(await asTeacher.put(`${path}/home`, { wiki_page: { published: false } })).toMatchObject({
      status: 400,
      body: error('published', 'The front page cannot be unpublished'),
    });
    expect((await asTeacher.put(`${path}/home`, { wiki_page: { front_page: false } })).body.front_page).toBe(
      false,
    );
    expect((await asTeacher.get(`courses/${course.id}`)).body.default_view).toBe('modules');
  });

  it('drops the date of publication when it publishes at once', async () => {
    const { path, asTeacher } = await setUp();
    await asTeacher.post(path, { wiki_page: { title: 'x', publish_at: tomorrow() } });
    const { body } = await asTeacher.put(`${path}/x`, { wiki_page: { published: true } });
    expect(body).toMatchObject({ published: true, publish_at: null });
  });
});

describe('GET /api/v1/courses/{course_id}/front_page', () => {
  it('says that there is none, and then gives it', async () => {
    const { course, path, asTeacher, asStudent } = await setUp();
    const none = { status: 404, body: { message: 'No front page has been set' } };
    expect(await asStudent.get(`courses/${course.id}/front_page`)).toMatchObject(none);
    await asTeacher.post(path, { wiki_page: { title: 'Home', published: true, front_page: true } });
    const { body } = await asStudent.get(`courses/${course.id}/front_page`);
    expect(body).toMatchObject({ title: 'Home', front_page: true });
  });
});

describe('PUT /api/v1/courses/{course_id}/front_page', () => {
  it('makes a published page that is the front page, and changes it', async () => {
    const { course, asTeacher, asStudent } = await setUp();
    const path = `courses/${course.id}/front_page`;
    expect((await asStudent.put(path, { wiki_page: { title: 'Home' } })).status).toBe(401);
    expect(await asTeacher.put(path, {})).toMatchObject({ status: 400 });
    const made = await asTeacher.put(path, { wiki_page: { title: 'Home' } });
    expect(made).toMatchObject({ status: 200, body: { url: 'home', front_page: true, published: true } });
    const changed = await asTeacher.put(path, { wiki_page: { title: 'Start' } });
    expect(changed.body).toMatchObject({ url: 'start', front_page: true, page_id: made.body.page_id });
  });
});

describe('DELETE /api/v1/courses/{course_id}/pages/{url_or_id}', () => {
  it('deletes, but not the front page, and frees the slug', async () => {
    const { path, asTeacher } = await setUp();
    await asTeacher.post(path, { wiki_page: { title: 'Home', published: true, front_page: true } });
    expect(await asTeacher.delete(`${path}/home`)).toMatchObject({
      status: 400,
      body: error('front_page', 'The front page cannot be deleted'),
    });
    await asTeacher.post(path, { wiki_page: { title: 'Notes' } });
    expect(await asTeacher.delete(`${path}/notes`)).toMatchObject({ status: 200, body: { title: 'Notes' } });
    expect((await asTeacher.get(`${path}/notes`)).status).toBe(404);
    expect((await asTeacher.post(path, { wiki_page: { title: 'Notes' } })).body.url).toBe('notes');
  });
});

describe('POST /api/v1/courses/{course_id}/pages/{url_or_id}/duplicate', () => {
  it('makes unpublished copies, each with a name of its own', async () => {
    const { course, path, asTeacher } = await setUp();
    await make.page({ context_type: 'Course', context_id: course.id, title: 'Essay', body: 'Text' });
    const first = await asTeacher.post(`${path}/essay/duplicate`);
    expect(first.body).toMatchObject({
      title: 'Essay Copy',
      url: 'essay-copy',
      body: 'Text',
      published: false,
    });
    expect((await asTeacher.post(`${path}/essay/duplicate`)).body.title).toBe('Essay Copy 2');
    expect((await asTeacher.post(`${path}/essay-copy/duplicate`)).body.title).toBe('Essay Copy 3');
  });
});

describe('revisions of a page', () => {
  it('GET /api/v1/courses/{course_id}/pages/{url_or_id}/revisions lists them, newest first', async () => {
    const { teacher, path, asTeacher, asStudent } = await setUp();
    await asTeacher.post(path, { wiki_page: { title: 'One', body: 'first' } });
    await asTeacher.put(`${path}/one`, { wiki_page: { body: 'second', published: true } });
    await asTeacher.put(`${path}/one`, { wiki_page: { title: 'Two' } });
    await asTeacher.put(`${path}/two`, { wiki_page: { editing_roles: 'members' } });
    const { body } = await asTeacher.get(`${path}/two/revisions`);
    expect(body.map(({ revision_id, latest }: Record<string, unknown>) => [revision_id, latest])).toEqual([
      [3, true],
      [2, false],
      [1, false],
    ]);
    expect(body[0].edited_by.id).toBe(teacher.id);
    expect(body[0].body).toBeUndefined();
    const outsider = world.as((await make.person()).token);
    expect((await outsider.get(`${path}/two/revisions`)).status).toBe(401);
    expect((await asStudent.get(`${path}/two/revisions/latest`)).status).toBe(200);
  });

  it('GET …/revisions/{revision_id} shows one, and …/latest the last', async () => {
    const { path, asTeacher } = await setUp();
    await asTeacher.post(path, { wiki_page: { title: 'One', body: 'first' } });
    await asTeacher.put(`${path}/one`, { wiki_page: { title: 'Two', body: 'second' } });
    expect((await asTeacher.get(`${path}/two/revisions/1`)).body).toMatchObject({
      revision_id: 1,
      latest: false,
      url: 'one',
      title: 'One',
      body: 'first',
    });
    expect((await asTeacher.get(`${path}/two/revisions/latest`)).body).toMatchObject({
      revision_id: 2,
      body: 'second',
    });
    const summary = await asTeacher.get(`${path}/two/revisions/latest`, { summary: true });
    expect(summary.body.body).toBeUndefined();
    for (const id of [9, 'x', 99999999999999]) {
      expect((await asTeacher.get(`${path}/two/revisions/${id}`)).status).toBe(404);
    }
  });

  it('POST …/revisions/{revision_id} brings one back as a new one', async () => {
    const { path, asTeacher } = await setUp();
    await asTeacher.post(path, { wiki_page: { title: 'One', body: 'first' } });
    await asTeacher.put(`${path}/one`, { wiki_page: { title: 'Two', body: 'second' } });
    const { status, body } = await asTeacher.post(`${path}/two/revisions/1`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ revision_id: 3, latest: true, url: 'one', title: 'One', body: 'first' });
    expect((await asTeacher.get(`${path}/one`)).body).toMatchObject({ title: 'One', body: 'first' });
  });
});

describe('GET /api/v1/eportfolios/{eportfolio_id}/pages', () => {
  it('finds none, for there are no ePortfolios', async () => {
    const { asTeacher } = await setUp();
    expect((await asTeacher.get('eportfolios/1/pages')).status).toBe(404);
  });
});
