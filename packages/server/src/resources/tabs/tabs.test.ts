import { beforeAll, describe, expect, it } from 'vitest';
import type { Person, Row } from '../../../testing/maker.ts';
import { openWorld, type World } from '../../../testing/world.ts';
import type { CoursesTable } from '../../db/tables/index.ts';

let world: World;
let course: Row<CoursesTable>;
let teacher: Person;
let student: Person;
beforeAll(async () => {
  world = await openWorld();
  course = await world.make.course();
  teacher = await world.make.member(course.id, 'TeacherEnrollment');
  student = await world.make.member(course.id);
});

const idsOf = (tabs: { id: string }[]) => tabs.map(({ id }) => id);
const configure = (id: number, configuration: { id: string; hidden?: boolean }[]) =>
  world.database.kysely
    .updateTable('courses')
    .set({ tab_configuration: JSON.stringify(configuration) })
    .where('id', '=', id)
    .execute();

const STANDARD = [
  'home',
  'announcements',
  'assignments',
  'discussions',
  'grades',
  'people',
  'pages',
  'files',
  'syllabus',
  'outcomes',
  'rubrics',
  'quizzes',
  'modules',
  'settings',
];

describe('GET /api/v1/courses/{course_id}/tabs', () => {
  it('shows a teacher all of them, those without content as unused', async () => {
    const { status, body } = await world.as(teacher.token).get(`courses/${course.id}/tabs`);
    expect(status).toBe(200);
    expect(idsOf(body)).toEqual(STANDARD);
    expect(body.map(({ position }: { position: number }) => position)).toEqual(STANDARD.map((_, i) => i + 1));
    expect(body[0]).toEqual({
      id: 'home',
      html_url: `/courses/${course.id}`,
      full_url: `http://localhost:80/courses/${course.id}`,
      position: 1,
      visibility: 'public',
      label: 'Home',
      type: 'internal',
    });
    expect(body[1]).toEqual({
      id: 'announcements',
      html_url: `/courses/${course.id}/announcements`,
      full_url: `http://localhost:80/courses/${course.id}/announcements`,
      position: 2,
      unused: true,
      visibility: 'admins',
      label: 'Announcements',
      type: 'internal',
    });
    const unused = body.filter((tab: { unused?: boolean }) => tab.unused);
    expect(idsOf(unused)).toEqual([
      'announcements',
      'assignments',
      'pages',
      'files',
      'outcomes',
      'quizzes',
      'modules',
    ]);
    expect(body.find(({ id }: { id: string }) => id === 'rubrics')).toMatchObject({ visibility: 'admins' });
  });

  it('shows a student what has content', async () => {
    const { body } = await world.as(student.token).get(`courses/${course.id}/tabs`);
    expect(idsOf(body)).toEqual(['home', 'discussions', 'grades', 'people', 'syllabus']);
    expect(body[4].position).toBe(5);
  });

  it('keeps hidden tabs from students, and marks them for teachers', async () => {
    const { id } = await world.make.course();
    await configure(id, [
      { id: 'home' },
      { id: 'people' },
      { id: 'grades', hidden: true },
      { id: 'unknown' },
    ]);
    const own = await world.make.member(id, 'TeacherEnrollment');
    const pupil = await world.make.member(id);
    const seen = await world.as(own.token).get(`courses/${id}/tabs`);
    expect(idsOf(seen.body).slice(0, 4)).toEqual(['home', 'people', 'grades', 'announcements']);
    expect(idsOf(seen.body)).toHaveLength(STANDARD.length);
    expect(seen.body[2]).toMatchObject({ hidden: true, visibility: 'admins' });
    const { body } = await world.as(pupil.token).get(`courses/${id}/tabs`);
    expect(idsOf(body)).toEqual(['home', 'people', 'discussions', 'syllabus']);
  });

  it('keeps Home first and Settings last, wherever they were put', async () => {
    const { id } = await world.make.course();
    await configure(id, [{ id: 'settings' }, { id: 'people' }, { id: 'home', hidden: true }]);
    const { body } = await world.admin.get(`courses/${id}/tabs`);
    expect(idsOf(body)[0]).toBe('home');
    expect(idsOf(body)[1]).toBe('people');
    expect(idsOf(body).at(-1)).toBe('settings');
    expect(body[0]).not.toHaveProperty('hidden');
  });

  it('marks discussions unused where students may not begin any', async () => {
    const { id } = await world.make.course({
      settings: JSON.stringify({ allow_student_discussion_topics: false }),
    });
    const { body } = await world.admin.get(`courses/${id}/tabs`);
    expect(body[3]).toMatchObject({ id: 'discussions', unused: true });
  });

  it('shows a visitor of a public course what he can see there', async () => {
    const { id } = await world.make.course({ is_public: true });
    const { body } = await world.anonymous.get(`courses/${id}/tabs`);
    expect(idsOf(body)).toEqual(['home', 'syllabus']);
  });

  it('is 404 for whoever may not read the course', async () => {
    const stranger = await world.make.person();
    for (const api of [world.as(stranger.token), world.anonymous]) {
      const { status, body } = await api.get(`courses/${course.id}/tabs`);
      expect(status).toBe(404);
      expect(body.errors[0].message).toBe('The specified resource does not exist.');
    }
    expect((await world.admin.get('courses/99999/tabs')).status).toBe(404);
  });

  it('has other tabs in Canvas for Elementary', async () => {
    const account = await world.make.account({
      settings: JSON.stringify({ enable_as_k5_account: { value: true } }),
    });
    const subject = await world.make.course({ account_id: account.id });
    const homeroom = await world.make.course({ account_id: account.id, homeroom_course: true });
    const left = await world.admin.get(`courses/${subject.id}/tabs`);
    expect(idsOf(left.body)).toEqual(STANDARD.filter((id) => id !== 'home'));
    expect(left.body[7]).toMatchObject({ id: 'syllabus', label: 'Important Info', position: 8 });
    const page = await world.admin.get(`courses/${subject.id}/tabs`, { 'include[]': 'course_subject_tabs' });
    expect(idsOf(page.body)).toEqual(['home', 'schedule', 'modules', 'grades', 'groups']);
    expect(page.body[2]).not.toHaveProperty('unused');
    expect(idsOf((await world.admin.get(`courses/${homeroom.id}/tabs`)).body)).toEqual([
      'announcements',
      'syllabus',
      'people',
      'files',
      'settings',
    ]);
  });

  it('stands in a course as include[]=tabs', async () => {
    const { body } = await world.as(student.token).get(`courses/${course.id}`, { 'include[]': 'tabs' });
    expect(idsOf(body.tabs)).toEqual(['home', 'discussions', 'grades', 'people', 'syllabus']);
  });
});

describe('PUT /api/v1/courses/{course_id}/tabs/{tab_id}', () => {
  const update = (id: number, tab: string, params: object) =>
    world.admin.put(`courses/${id}/tabs/${tab}`, params);
  const listed = async (id: number) => (await world.admin.get(`courses/${id}/tabs`)).body;

  it('hides a tab and brings it back', async () => {
    const { id } = await world.make.course();
    const hidden = await update(id, 'people', { hidden: true });
    expect(hidden.status).toBe(200);
    expect(hidden.body).toMatchObject({ id: 'people', position: 6, hidden: true, visibility: 'admins' });
    expect((await listed(id))[5]).toEqual(hidden.body);
    const shown = await update(id, 'people', { hidden: false });
    expect(shown.body).toMatchObject({ id: 'people', position: 6, visibility: 'public' });
    expect(shown.body).not.toHaveProperty('hidden');
    expect((await listed(id))[5]).toEqual(shown.body);
  });

  it('moves a tab, and a hidden one stays hidden', async () => {
    const { id } = await world.make.course();
    await update(id, 'people', { hidden: true });
    const { body } = await update(id, 'people', { position: 2 });
    expect(body).toMatchObject({ id: 'people', position: 2, hidden: true });
    expect(idsOf(await listed(id)).slice(0, 3)).toEqual(['home', 'people', 'announcements']);
    await update(id, 'people', { position: 13 });
    expect(idsOf(await listed(id)).slice(-3)).toEqual(['modules', 'people', 'settings']);
  });

  it('begins anew where the tabs are others than when they were arranged', async () => {
    const { id } = await world.make.course();
    await configure(id, [{ id: 'home' }, { id: 'grades' }]);
    await update(id, 'people', { position: 2 });
    expect(idsOf(await listed(id)).slice(0, 3)).toEqual(['home', 'people', 'grades']);
  });

  it.each(['home', 'settings'])('leaves %s where it is', async (tab) => {
    expect(await update(course.id, tab, { hidden: true })).toMatchObject({
      status: 400,
      body: { error: `${tab} is not manageable` },
    });
  });

  it.each([1, 0, -3, 15, 400, 'second'])('refuses position %s', async (position) => {
    expect(await update(course.id, 'people', { position })).toMatchObject({
      status: 400,
      body: { error: 'That tab location is invalid' },
    });
  });

  it('is 404 for a tab that the course does not have', async () => {
    expect((await update(course.id, 'conferences', { hidden: true })).status).toBe(404);
  });

  it('is not for students', async () => {
    const { status } = await world
      .as(student.token)
      .put(`courses/${course.id}/tabs/people`, { hidden: true });
    expect(status).toBe(401);
  });
});

describe('GET /api/v1/accounts/{account_id}/tabs', () => {
  it("shows the root account's administrator everything", async () => {
    const { body } = await world.admin.get('accounts/1/tabs');
    expect(idsOf(body)).toEqual([
      'courses',
      'users',
      'statistics',
      'permissions',
      'outcomes',
      'rubrics',
      'grading_standards',
      'question_banks',
      'sub_accounts',
      'account_calendars',
      'terms',
      'authentication',
      'sis_import',
      'brand_configs',
      'developer_keys',
      'apps',
      'admin_tools',
      'eportfolio_moderation',
      'settings',
    ]);
    expect(body[1]).toEqual({
      id: 'users',
      html_url: '/accounts/1/users',
      full_url: 'http://localhost:80/accounts/1/users',
      position: 2,
      visibility: 'public',
      label: 'People',
      type: 'internal',
    });
    expect(body.at(-1)).toMatchObject({ visibility: 'admins' });
  });

  it('leaves out below the root what only the root has', async () => {
    const { id } = await world.make.account();
    const ids = idsOf((await world.admin.get(`accounts/${id}/tabs`)).body);
    for (const root of ['terms', 'authentication', 'sis_import', 'brand_configs', 'developer_keys', 'apps']) {
      expect(ids).not.toContain(root);
    }
  });

  it('shows what a role allows', async () => {
    const account = await world.make.account();
    const role = await world.make.role({ account_id: account.id }, ['read_roster']);
    const person = await world.make.accountAdmin(account.id, role.id);
    const { body } = await world.as(person.token).get(`accounts/${account.id}/tabs`);
    expect(idsOf(body)).toEqual(['users', 'settings']);
  });
});

describe('GET /api/v1/users/{user_id}/tabs', () => {
  it("shows one's own", async () => {
    const { body } = await world.as(student.token).get('users/self/tabs');
    expect(idsOf(body)).toEqual([
      'notifications',
      'files',
      'profile_settings',
      'eportfolios',
      'past_global_announcements',
    ]);
    expect(body[0].html_url).toBe('/profile/communication');
  });

  it('adds what a teacher shares', async () => {
    const { body } = await world.as(teacher.token).get('users/self/tabs');
    expect(idsOf(body)).toContain('content_shares');
  });

  it('is 404 for whoever may not read the user', async () => {
    expect((await world.as(student.token).get(`users/${teacher.id}/tabs`)).status).toBe(404);
    expect((await world.anonymous.get(`users/${teacher.id}/tabs`)).status).toBe(404);
  });
});

describe('GET /api/v1/groups/{group_id}/tabs', () => {
  it('gives what every group has, to those who may look into it', async () => {
    const { make } = world;
    const course = await make.course();
    const group = await make.group({ context_type: 'Course', context_id: course.id });
    const student = await make.member(course.id);
    const path = `groups/${group.id}/tabs`;
    expect((await world.as(student.token).get(path)).status).toBe(404);
    await make.groupMember(group.id, student.id);
    const { status, body } = await world.as(student.token).get(path);
    expect(status).toBe(200);
    expect(idsOf(body)).toEqual(['home', 'announcements', 'pages', 'people', 'discussions', 'files']);
    expect(body[2]).toMatchObject({
      html_url: `/groups/${group.id}/wiki`,
      position: 3,
      label: 'Pages',
      type: 'internal',
      visibility: 'public',
    });
  });

  it('knows no group that was deleted', async () => {
    expect((await world.admin.get('groups/999999/tabs')).status).toBe(404);
  });
});

describe('tabs that count their content', () => {
  it('are in use once there is some', async () => {
    const course = await world.make.course();
    const student = world.as((await world.make.member(course.id)).token);
    const shown = async () =>
      (await student.get(`courses/${course.id}/tabs`)).body.map(({ id }: { id: string }) => id);
    expect(await shown()).not.toContain('pages');
    await world.make.page({ context_type: 'Course', context_id: course.id });
    await world.make.module({ course_id: course.id });
    await world.make.assignment({ course_id: course.id });
    expect(await shown()).toEqual(expect.arrayContaining(['assignments', 'pages', 'modules']));
  });

  it('counts files, outcomes and discussions', async () => {
    const course = await world.make.course({
      settings: JSON.stringify({ allow_student_discussion_topics: false }),
    });
    const of = { context_type: 'Course', context_id: course.id } as const;
    const unused = async () =>
      idsOf(
        (await world.admin.get(`courses/${course.id}/tabs`)).body.filter(
          (tab: { unused?: boolean }) => tab.unused,
        ),
      );
    expect(await unused()).toEqual(expect.arrayContaining(['discussions', 'files', 'outcomes']));
    await world.make.file(of);
    await world.make.topic(of);
    await world.make.outcome(of);
    expect(await unused()).toEqual(['announcements', 'assignments', 'pages', 'quizzes', 'modules']);
  });

  it('are of use without any where students may make some', async () => {
    const course = await world.make.course({
      settings: JSON.stringify({ default_wiki_editing_roles: 'teachers,students' }),
    });
    const { body } = await world.admin.get(`courses/${course.id}/tabs`);
    expect(body.find(({ id }: { id: string }) => id === 'pages')).not.toHaveProperty('unused');
  });

  it('show pupils groups once there are some', async () => {
    const account = await world.make.account({
      settings: JSON.stringify({ enable_as_k5_account: { value: true } }),
    });
    const subject = await world.make.course({ account_id: account.id });
    const pupil = world.as((await world.make.member(subject.id)).token);
    const shown = async () =>
      idsOf((await pupil.get(`courses/${subject.id}/tabs`, { 'include[]': 'course_subject_tabs' })).body);
    expect(await shown()).not.toContain('groups');
    await world.make.group({ context_type: 'Course', context_id: subject.id });
    expect(await shown()).toContain('groups');
  });
});
