import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { make, admin, anonymous } = world;

const NOT_MODULE_BASED =
  'no progress available because this course is not module based (has modules and module completion requirements) or the user is not enrolled as a student in this course';

async function classroom(values: Parameters<typeof make.course>[0] = {}) {
  const course = await make.course(values);
  const [teacher, student] = [
    await make.member(course.id, 'TeacherEnrollment'),
    await make.member(course.id, 'StudentEnrollment'),
  ];
  return { course, teacher, student, teach: world.as(teacher.token), study: world.as(student.token) };
}

describe('GET /api/v1/courses/{course_id}/permissions', () => {
  it('answers what is asked for, and false for what is no permission', async () => {
    const { course, study } = await classroom();
    const { body } = await study.get(`courses/${course.id}/permissions`, {
      'permissions[]': ['read', 'manage_grades', 'participate_as_student', 'offer', 'nonsense'],
    });
    expect(body).toEqual({
      read: true,
      manage_grades: false,
      participate_as_student: true,
      offer: false,
      nonsense: false,
    });
  });

  it('answers all of them where none is asked for', async () => {
    const { course, teach } = await classroom();
    const { body } = await teach.get(`courses/${course.id}/permissions`);
    expect(body).toMatchObject({ read: true, manage_grades: true, become_user: false, update: true });
    expect(body).not.toHaveProperty('offer');
  });
});

describe('POST /api/v1/courses/{course_id}/preview_html', () => {
  it('takes out what HTML may not hold and makes links absolute', async () => {
    const { course, study } = await classroom();
    const path = `courses/${course.id}/preview_html`;
    const { status, body } = await study.post(path, {
      html: '<p onclick="x()"><badhtml></badhtml>processed <a href="/courses/1">html</a></p>',
    });
    expect(status).toBe(200);
    expect(body.html).toMatch(/^<p>processed <a href="https?:\/\/[^/]+\/courses\/1">html<\/a><\/p>$/);
    expect((await study.post(path, {})).body).toEqual({ html: '' });
  });
});

describe('GET /api/v1/courses/{course_id}/effective_due_dates', () => {
  it('says when each student has what to do', async () => {
    const { course, teach, student } = await classroom();
    const dated = await make.assignment({ course_id: course.id, due_at: '2030-01-01T12:00:00Z' });
    const own = await make.assignment({ course_id: course.id, only_visible_to_overrides: true });
    await make.assignmentOverride(
      { course_id: course.id, assignment_id: own.id, set_type: 'ADHOC', due_at: null },
      [student.id],
    );
    const date = (due_at: string | null) => ({
      due_at,
      grading_period_id: null,
      in_closed_grading_period: false,
    });
    const { body } = await teach.get(`courses/${course.id}/effective_due_dates`);
    expect(body[dated.id][student.id]).toEqual(date('2030-01-01T12:00:00Z'));
    expect(body[own.id]).toEqual({ [student.id]: date(null) });
  });

  it('has no dates where there are no assignments, and refuses ids that are none', async () => {
    const { course, teach, study } = await classroom();
    const path = `courses/${course.id}/effective_due_dates`;
    expect((await teach.get(path)).body).toEqual({});
    expect((await teach.get(path, { 'assignment_ids[]': ['1', '2'] })).body).toEqual({});
    expect(await teach.get(path, { 'assignment_ids[]': 'x' })).toMatchObject({
      status: 422,
      body: { errors: 'assignment_ids param is invalid' },
    });
    expect((await study.get(path)).status).toBe(401);
  });
});

describe('GET /api/v1/courses/{course_id}/users/{user_id}/progress', () => {
  it('says that the course has no modules', async () => {
    const { course, teach, study, student } = await classroom();
    for (const api of [teach, study, admin]) {
      expect(await api.get(`courses/${course.id}/users/${student.id}/progress`)).toMatchObject({
        status: 400,
        body: { error: { message: NOT_MODULE_BASED } },
      });
    }
    expect((await study.get(`courses/${course.id}/users/self/progress`)).status).toBe(400);
  });

  it('keeps students from each other, and knows nobody outside the course', async () => {
    const { course, study } = await classroom();
    const other = await make.member(course.id);
    const stranger = await make.person();
    expect((await study.get(`courses/${course.id}/users/${other.id}/progress`)).status).toBe(401);
    expect((await anonymous.get(`courses/${course.id}/users/${other.id}/progress`)).status).toBe(401);
    expect((await admin.get(`courses/${course.id}/users/${stranger.id}/progress`)).status).toBe(404);
  });
});

describe('GET /api/v1/courses/{course_id}/bulk_user_progress', () => {
  it('says that the course has no modules', async () => {
    const { course, teach, study } = await classroom();
    const path = `courses/${course.id}/bulk_user_progress`;
    expect(await teach.get(path)).toMatchObject({
      status: 400,
      body: {
        error: {
          message:
            'No progress available because this course is not module based (meaning, it does not have modules and module completion requirements).',
        },
      },
    });
    expect((await study.get(path)).status).toBe(401);
  });
});

describe('progress through a course that is led by modules', () => {
  it('is the same for the user, in bulk, and with the course', async () => {
    const { course, student, teach, study } = await classroom();
    const first = await make.module({ course_id: course.id, require_sequential_progress: true });
    const second = await make.module({ course_id: course.id, prerequisite_module_ids: [first.id] });
    const a = await make.moduleItem(first, { requirement_type: 'must_mark_done' });
    const b = await make.moduleItem(first, { requirement_type: 'must_mark_done' });
    await make.moduleItem(second, { requirement_type: 'must_mark_done', workflow_state: 'unpublished' });
    const own = async () => (await study.get(`courses/${course.id}/users/self/progress`)).body;
    const next = (id: number) =>
      expect.stringMatching(new RegExp(`/courses/${course.id}/modules/items/${id}$`));
    expect(await own()).toEqual({
      requirement_count: 2,
      requirement_completed_count: 0,
      next_requirement_url: next(a.id),
      completed_at: null,
    });
    await study.put(`courses/${course.id}/modules/${first.id}/items/${a.id}/done`);
    const half = {
      requirement_count: 2,
      requirement_completed_count: 1,
      next_requirement_url: next(b.id),
      completed_at: null,
    };
    expect(await own()).toEqual(half);
    expect((await teach.get(`courses/${course.id}/bulk_user_progress`)).body).toEqual([
      expect.objectContaining({ id: student.id, display_name: student.short_name, progress: half }),
    ]);
    const list = await study.get('courses', { 'include[]': 'course_progress' });
    expect(list.body[0].course_progress).toEqual(half);
    await study.put(`courses/${course.id}/modules/${first.id}/items/${b.id}/done`);
    expect(await own()).toEqual({
      requirement_count: 2,
      requirement_completed_count: 2,
      next_requirement_url: null,
      completed_at: world.clock.now(),
    });
  });
});

describe('POST /api/v1/courses/{id}/dismiss_migration_limitation_message', () => {
  it('finds no warning to dismiss', async () => {
    const { course, teach } = await classroom();
    expect(await teach.post(`courses/${course.id}/dismiss_migration_limitation_message`)).toMatchObject({
      status: 404,
      body: { message: 'Quiz migration alert not found' },
    });
  });
});

describe('POST /api/v1/courses/{course_id}/restore/{version_id}', () => {
  it('takes the syllabus back to an earlier version, as a new one', async () => {
    const { course, teach, study } = await classroom();
    for (const syllabus_body of ['<p>One</p>', '<p>Two<script></script></p>', '<p>Two</p>']) {
      await teach.put(`courses/${course.id}`, { course: { syllabus_body } });
    }
    const query = { 'include[]': ['syllabus_body', 'syllabus_versions'] };
    const seen = async () => (await teach.get(`courses/${course.id}`, query)).body;
    expect((await seen()).syllabus_versions.map(({ version }: { version: number }) => version)).toEqual([
      2, 1,
    ]);
    const { status, body } = await teach.post(`courses/${course.id}/restore/1`);
    expect({ status, syllabus: body.syllabus_body }).toEqual({ status: 200, syllabus: '<p>One</p>' });
    expect(await seen()).toMatchObject({
      syllabus_body: '<p>One</p>',
      syllabus_versions: [{ version: 3, syllabus_body: '<p>One</p>' }, { version: 2 }, { version: 1 }],
    });
    expect((await teach.post(`courses/${course.id}/restore/9`)).status).toBe(404);
    expect((await teach.post(`courses/${course.id}/restore/x`)).status).toBe(404);
    expect((await study.post(`courses/${course.id}/restore/1`)).status).toBe(401);
  });
});

describe('GET /api/v1/courses/{id}', () => {
  it('shows the enrollments that are not over, and on request those of observed students', async () => {
    const { course, student } = await classroom();
    const parent = await make.person();
    await make.enroll(parent.id, course.id, 'ObserverEnrollment', { associated_user_id: student.id });
    await make.enroll(parent.id, course.id, 'TaEnrollment', { workflow_state: 'completed' });
    const api = world.as(parent.token);
    const own = [{ type: 'observer', associated_user_id: student.id }];
    expect((await api.get(`courses/${course.id}`)).body.enrollments).toMatchObject(own);
    const { body } = await api.get(`courses/${course.id}`, { 'include[]': 'observed_users' });
    expect(body.enrollments).toMatchObject([...own, { type: 'student', user_id: student.id }]);
  });

  it('includes what Canvas gives of a course without content', async () => {
    const { course, teach, teacher } = await classroom();
    const { body } = await teach.get(`courses/${course.id}`, {
      'include[]': ['permissions', 'grading_scheme', 'lti_context_id', 'teachers', 'sections'],
    });
    expect(body).toMatchObject({
      permissions: { create_discussion_topic: true, create_announcement: true },
      lti_context_id: course.lti_context_id,
      sections: [{ enrollment_role: 'TeacherEnrollment' }],
      overridden_course_visibility: '',
    });
    expect(body.teachers[0].html_url).toMatch(new RegExp(`^https?://[^/]+/users/${teacher.id}$`));
    expect(body.grading_scheme.slice(0, 2)).toEqual([
      ['A', 0.94],
      ['A-', 0.9],
    ]);
  });
});

describe('PUT /api/v1/courses/{id}', () => {
  const dates = { start_at: '2026-09-01T00:00:00Z', end_at: '2026-12-01T00:00:00Z' };

  it('drops dates that do not count and refuses an end before the start', async () => {
    const { course } = await classroom({ workflow_state: 'claimed' });
    const put = async (changes: object) => await admin.put(`courses/${course.id}`, { course: changes });
    expect((await put(dates)).body).toMatchObject({ start_at: null, end_at: null });
    const own = { restrict_enrollments_to_course_dates: true };
    expect((await put({ ...own, ...dates })).body).toMatchObject(dates);
    expect(await put({ end_at: '2026-08-01T00:00:00Z' })).toMatchObject({
      status: 400,
      body: { errors: { conclude_at: [{ message: 'End date cannot be before start date' }] } },
    });
    const shared = { restrict_enrollments_to_course_dates: false };
    expect((await put(shared)).body).toMatchObject({ start_at: null, end_at: null });
  });

  it('names a course without a name, and makes its code of the name', async () => {
    const { course, teach } = await classroom();
    const put = async (changes: object) =>
      (await teach.put(`courses/${course.id}`, { course: changes })).body;
    expect(await put({ name: 'Biology for all 101', course_code: '' })).toMatchObject({
      course_code: 'Biology 101',
    });
    expect(await put({ name: ' ' })).toMatchObject({ name: 'Unnamed Course', course_code: 'Biology 101' });
  });

  it('takes what it does not know for none, and says what is no home page', async () => {
    const { course, teach } = await classroom();
    const put = (changes: object) => teach.put(`courses/${course.id}`, { course: changes });
    const query = { 'include[]': 'license' };
    await put({ license: 'nonsense', course_format: 'nonsense', grading_standard_id: 77 });
    const { body } = await teach.get(`courses/${course.id}`, query);
    expect(body).toMatchObject({ license: 'private', grading_standard_id: null });
    expect(body).not.toHaveProperty('course_format');
    expect((await put({ default_view: 'nonsense' })).body.errors.default_view[0].message).toBe(
      'Home page is not valid',
    );
    expect((await put({ default_view: 'wiki' })).body.errors.default_view[0].message).toBe(
      'A Front Page is required',
    );
  });

  it('opens the course, its syllabus and its files apart from each other', async () => {
    const { course, teach } = await classroom();
    const put = async (changes: object) =>
      (await teach.put(`courses/${course.id}`, { course: changes })).body;
    expect(
      await put({ course_visibility: 'institution', syllabus_visibility_option: 'public' }),
    ).toMatchObject({
      is_public: false,
      is_public_to_auth_users: true,
      public_syllabus: true,
      public_syllabus_to_auth: false,
    });
    // Never tighter than the course.
    expect(await put({ course_visibility: 'public', syllabus_visibility_option: 'course' })).toMatchObject({
      is_public: true,
      public_syllabus: true,
    });
    expect(await put({ course_visibility: 'course', custom_course_visibility: false })).toMatchObject({
      is_public: false,
      is_public_to_auth_users: false,
      public_syllabus: false,
    });
  });

  it('makes blueprints of courses without students, with restrictions for all or by type', async () => {
    const { course, teach } = await classroom();
    const put = (id: number, changes: object, api = admin) => api.put(`courses/${id}`, { course: changes });
    expect((await put(course.id, { blueprint: true }, teach)).status).toBe(401);
    expect(await put(course.id, { blueprint: true })).toMatchObject({
      status: 400,
      body: { errors: { master_course: [{ message: 'Cannot have a blueprint course with students' }] } },
    });
    const empty = await make.course();
    expect((await put(empty.id, { blueprint: true })).body).toMatchObject({
      blueprint: true,
      blueprint_restrictions: { content: true },
    });
    expect((await put(empty.id, { blueprint_restrictions: { points: true } })).body).toMatchObject({
      blueprint_restrictions: { points: true },
    });
    const byType = {
      use_blueprint_restrictions_by_object_type: true,
      blueprint_restrictions_by_object_type: { assignment: { content: true } },
    };
    const { body } = await put(empty.id, byType);
    expect(body).toMatchObject({
      blueprint_restrictions_by_object_type: { assignment: { content: true } },
    });
    expect(body).not.toHaveProperty('blueprint_restrictions');
  });

  it('completes the enrollments of a course that is concluded', async () => {
    const { course, student } = await classroom();
    await admin.put(`courses/${course.id}`, { course: { event: 'conclude' } });
    const api = world.as(student.token);
    expect((await api.get('courses')).ids).toEqual([]);
    expect((await api.get('courses', { 'state[]': 'completed' })).body).toMatchObject([
      { id: course.id, enrollments: [{ enrollment_state: 'completed' }] },
    ]);
  });
});

describe('DELETE /api/v1/courses/{id}', () => {
  it('does not delete a template', async () => {
    const course = await make.course({ template: true });
    const { status } = await admin.delete(`courses/${course.id}`, { event: 'delete' });
    expect(status).toBe(401);
    expect((await admin.get(`courses/${course.id}`)).status).toBe(200);
  });
});

describe('GET /api/v1/accounts/{account_id}/courses', () => {
  it('shows cross-listed courses on request only', async () => {
    const [here, there] = [await make.account(), await make.account()];
    const origin = await make.course({ account_id: here.id });
    const target = await make.course({ account_id: there.id });
    await make.section({ course_id: target.id, nonxlist_course_id: origin.id });
    const ids = async (query: object) => (await admin.get(`accounts/${here.id}/courses`, { ...query })).ids;
    expect(await ids({})).toEqual([origin.id]);
    expect(await ids({ include_crosslisted_courses: true })).toEqual([origin.id, target.id]);
  });

  it('sorts what has no SIS id to the end, and to the beginning the other way', async () => {
    const { id: account_id } = await make.account();
    const [none, b, a] = [
      await make.course({ account_id }),
      await make.course({ account_id, sis_course_id: 'sort-b' }),
      await make.course({ account_id, sis_course_id: 'sort-a' }),
    ];
    const sorted = async (order: string) =>
      (await admin.all(`accounts/${account_id}/courses`, { sort: 'sis_course_id', order, per_page: 1 })).map(
        (row) => (row as { id: number }).id,
      );
    expect(await sorted('asc')).toEqual([a.id, b.id, none.id]);
    expect(await sorted('desc')).toEqual([none.id, b.id, a.id]);
  });

  it('filters by dates of the course or of its term', async () => {
    const { id: account_id } = await make.account();
    const term = await make.term({ start_at: '2026-01-01T00:00:00Z', end_at: '2026-06-01T00:00:00Z' });
    const dated = await make.course({
      account_id,
      enrollment_term_id: term.id,
      start_at: '2026-03-01T00:00:00Z',
    });
    const open = await make.course({ account_id });
    const ids = async (query: object) =>
      (await admin.get(`accounts/${account_id}/courses`, { ...query })).ids;
    expect(await ids({ starts_before: '2026-02-01' })).toEqual([dated.id, open.id]);
    expect(await ids({ starts_before: '2025-02-01' })).toEqual([open.id]);
    expect(await ids({ ends_after: '2026-07-01' })).toEqual([open.id]);
    expect(await ids({ ends_after: 'nonsense' })).toEqual([dated.id, open.id]);
    expect(await ids({ completed: true })).toEqual([dated.id]);
    expect(await ids({ completed: false })).toEqual([open.id]);
  });
});
