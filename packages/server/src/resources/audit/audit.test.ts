import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const { admin, anonymous, as, clock, make } = await openWorld();

const list = (query: object = {}) =>
  admin.get('/api/easel/v1/accounts/1/audit_events', query as Record<string, unknown>);

describe('GET /api/v1/audit/course/courses/{course_id}', () => {
  it('tells what became of a course, newest first, with its people and texts for ids', async () => {
    const { body: course } = await admin.post('accounts/1/courses', { course: { name: 'Old' } });
    const change = async (fields: object) => {
      clock.advance(1);
      await admin.put(`courses/${course.id}`, { course: fields });
    };
    await change({ name: 'New' });
    await change({ event: 'offer' });
    await change({ event: 'conclude' });
    clock.advance(1);
    await admin.delete(`courses/${course.id}`, { event: 'delete' });
    await change({ event: 'undelete' });
    const { status, body } = await admin.get(`audit/course/courses/${course.id}`);
    expect(status).toBe(200);
    const types = body.events.map(({ event_type }: { event_type: string }) => event_type);
    expect(types).toEqual(['restored', 'deleted', 'concluded', 'published', 'updated', 'created']);
    expect(body.links).toEqual({
      'events.course': 'http://localhost:80/api/v1/courses/{events.course}',
      'events.user': null,
      'events.sis_batch': null,
    });
    expect(body.events[4]).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      created_at: '2026-09-15T12:00:01Z',
      event_type: 'updated',
      event_source: 'api',
      event_data: { name: ['Old', 'New'] },
      links: { course: String(course.id), page_view: '', user: '1', sis_batch: '' },
    });
    expect(body.events[5].event_data).toMatchObject({ name: [null, 'Old'], created_source: 'api' });
    expect(body.linked.courses[0].id).toBe(String(course.id));
    expect(body.linked.users[0]).toMatchObject({ id: '1', name: 'Ada Admin' });
    const since = await admin.get(`audit/course/courses/${course.id}`, { start_time: clock.now() });
    expect(since.body.events).toHaveLength(1);
  });

  it('names the other course where one was reset', async () => {
    const course = await make.course();
    const { body: fresh } = await admin.post(`courses/${course.id}/reset_content`);
    const { body } = await admin.get(`audit/course/courses/${fresh.id}`);
    expect(body.events[0]).toMatchObject({
      event_type: 'reset_from',
      event_data: {},
      links: { reset_from: course.id, course: String(fresh.id) },
    });
    expect(body.linked.courses).toHaveLength(2);
  });

  it('leaves nothing of what failed', async () => {
    const course = await make.course();
    expect((await admin.put(`courses/${course.id}`, { course: 'x' })).status).toBe(400);
    await anonymous.put(`courses/${course.id}`, { course: { name: 'Stolen' } });
    const { body } = await admin.get(`audit/course/courses/${course.id}`);
    expect(body.events).toEqual([]);
  });
});

describe('GET /api/v1/audit/course/accounts/{account_id}', () => {
  it('has the courses of the account itself', async () => {
    const college = await make.account();
    const { body: course } = await admin.post(`accounts/${college.id}/courses`, {
      course: { name: 'There' },
    });
    const { body } = await admin.get(`audit/course/accounts/${college.id}`);
    expect(body.events).toMatchObject([{ event_type: 'created', links: { course: String(course.id) } }]);
  });
});

describe('GET /api/v1/audit/grade_change', () => {
  it('is empty in Canvas’s shape, and checks what is asked', async () => {
    const course = await make.course();
    const student = await make.member(course.id);
    const { status, body, links } = await admin.get(`audit/grade_change/courses/${course.id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      events: [],
      linked: { page_views: [], assignments: [], courses: [], users: [] },
    });
    expect(body.links['events.student']).toEqual({ href: null, type: 'user' });
    expect(links['current']).toBeDefined();
    expect((await admin.get('audit/grade_change')).body).toEqual({
      message: 'Must specify at least one query condition',
    });
    for (const query of [{ course_id: course.id }, { student_id: student.id }, { grader_id: 1 }]) {
      expect((await admin.get('audit/grade_change', query)).status).toBe(200);
    }
    for (const query of [{ course_id: 999_999 }, { assignment_id: 1 }, { student_id: 999_999 }]) {
      expect((await admin.get('audit/grade_change', query)).status).toBe(404);
    }
    expect((await as(student.token).get('audit/grade_change', { course_id: course.id })).status).toBe(404);
    for (const path of ['students', 'graders']) {
      expect((await admin.get(`audit/grade_change/${path}/${student.id}`)).body.events).toEqual([]);
      expect((await admin.get(`audit/grade_change/${path}/999999`)).status).toBe(404);
    }
    expect((await admin.get('audit/grade_change/assignments/1')).status).toBe(404);
  });
});

describe('GET /api/easel/v1/accounts/{account_id}/audit_events', () => {
  it('has enrollments, roles, administrators, tokens and keys, by whom they were changed', async () => {
    const course = await make.course();
    const person = await make.person();
    const { body: enrollment } = await admin.post(`courses/${course.id}/enrollments`, {
      enrollment: { user_id: person.id, type: 'StudentEnrollment' },
    });
    clock.advance(1);
    await admin.delete(`courses/${course.id}/enrollments/${enrollment.id}`, { task: 'delete' });
    expect((await list({ category: 'enrollment' })).body).toMatchObject([
      {
        event_type: 'ended',
        course_id: course.id,
        user_id: person.id,
        actor_id: 1,
        event_data: { enrollment_id: enrollment.id, enrollment_state: 'deleted' },
        address: '127.0.0.1',
        request_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
      { event_type: 'created', event_data: { type: 'StudentEnrollment' } },
    ]);

    const { body: role } = await admin.post('accounts/1/roles', {
      label: 'Helper',
      permissions: { read_roster: { explicit: true, enabled: true } },
    });
    await admin.post('accounts/1/admins', { user_id: person.id, role_id: role.id });
    const roles = (await list({ category: 'role' })).body;
    expect(roles).toMatchObject([
      { event_type: 'administrator_added', user_id: person.id, event_data: { role_id: role.id } },
      {
        event_type: 'created',
        event_data: { role_id: role.id, permissions: { read_roster: { enabled: true } } },
      },
    ]);

    const { body: token } = await as(person.token).post('users/self/tokens', { token: { purpose: 'p' } });
    const tokens = await list({ category: 'token', event_type: ['created'] });
    expect(tokens.body).toMatchObject([
      { event_type: 'created', user_id: person.id, access_token_id: token.id, event_data: { purpose: 'p' } },
    ]);
    expect(JSON.stringify(tokens.body)).not.toContain(token.visible_token);

    const { body: key } = await admin.post('accounts/1/developer_keys', { developer_key: { name: 'App' } });
    const keys = (await list({ category: 'developer_key' })).body;
    expect(keys).toMatchObject([{ event_type: 'created', event_data: { developer_key_id: key.id } }]);
    expect(JSON.stringify(keys)).not.toContain(key.api_key);
  });

  it('has what somebody was denied, beside the answer, and who really did it', async () => {
    const person = await make.person();
    expect((await as(person.token).get('accounts/1/admins')).status).toBe(401);
    await expect
      .poll(async () => (await list({ category: 'permission', user_id: person.id })).body)
      .toMatchObject([
        {
          event_type: 'denied',
          actor_id: person.id,
          event_data: {
            operation: 'GET /api/v1/accounts/{account_id}/admins',
            path: '/api/v1/accounts/1/admins',
          },
        },
      ]);
    const course = await make.course();
    await make.enroll(person.id, course.id, 'TeacherEnrollment');
    await admin.put(`courses/${course.id}?as_user_id=${person.id}`, { course: { name: 'As another' } });
    const { body } = await list({ category: 'course', user_id: person.id });
    expect(body[0]).toMatchObject({ event_type: 'updated', actor_id: person.id, real_actor_id: 1 });
  });

  it('has a token that turns up at another address, without its path’s query', async () => {
    const person = await make.person();
    await as(person.token).get('courses', { access_token: person.token });
    await expect
      .poll(async () => (await list({ category: 'token', user_id: person.id })).body)
      .toMatchObject([{ event_type: 'used_from_new_address', address: '127.0.0.1' }]);
    expect(JSON.stringify((await list({ per_page: 100 })).body)).not.toContain(person.token);
  });

  it('is the institution’s alone', async () => {
    const college = await make.account();
    expect((await admin.get(`/api/easel/v1/accounts/${college.id}/audit_events`)).status).toBe(404);
    expect((await list({ user_id: 999_999 })).status).toBe(404);
  });
});
