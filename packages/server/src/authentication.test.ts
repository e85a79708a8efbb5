import { describe, expect, it } from 'vitest';
import { Api } from '../testing/api.ts';
import { ADMIN_TOKEN } from '../testing/template.ts';
import { openWorld } from '../testing/world.ts';

const world = await openWorld();
const { make, admin, anonymous } = world;
const challenge = 'Bearer realm="canvas-lms"';
const course = await make.course();
const path = `courses/${course.id}`;

const refused = (message: string, more: object = {}) => ({ errors: [{ message, ...more }] });

describe('the credential', () => {
  it('is a Bearer token, else the parameter access_token', async () => {
    expect((await admin.get(path)).status).toBe(200);
    expect((await anonymous.get(path, { access_token: ADMIN_TOKEN })).status).toBe(200);
    expect((await anonymous.post('accounts/1/courses', `access_token=${ADMIN_TOKEN}`)).status).toBe(200);
    const both = await world.as(ADMIN_TOKEN).get(path, { access_token: 'wrong' });
    expect(both.status).toBe(200);
  });

  it('needs the scheme spelt exactly', async () => {
    for (const authorization of [
      `bearer ${ADMIN_TOKEN}`,
      `Basic ${ADMIN_TOKEN}`,
      ADMIN_TOKEN,
      'Bearer',
      'Bearer ',
    ]) {
      expect((await anonymous.send('GET', path, { headers: { authorization } })).body).toMatchObject({
        status: 'unauthenticated',
      });
    }
  });

  it('never stands in a link', async () => {
    const { headers } = await anonymous.get('accounts/1/courses', { access_token: ADMIN_TOKEN, per_page: 1 });
    expect(headers['link']).toContain('rel="current"');
    expect(headers['link']).not.toContain(ADMIN_TOKEN);
  });

  it('is stored as an HMAC only', async () => {
    const rows = await world.database.kysely.selectFrom('access_tokens').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(ADMIN_TOKEN);
  });
});

describe('a request without a usable token', () => {
  it('is unauthenticated where there is none', async () => {
    const { status, body, headers } = await anonymous.get(path);
    expect({ status, body }).toEqual({
      status: 401,
      body: { status: 'unauthenticated', errors: [{ message: 'user authorization required' }] },
    });
    expect(headers['www-authenticate']).toBe(challenge);
  });

  it.each([
    ['unknown', async () => 'x'.repeat(64), refused('Invalid access token.')],
    [
      'revoked',
      async () => make.token((await make.person()).id, { workflow_state: 'deleted' }),
      refused('Revoked access token.'),
    ],
    [
      'expired',
      async () => make.token((await make.person()).id, { expires_at: '2026-09-01T00:00:00Z' }),
      refused('Expired access token.', { expired_at: '2026-09-01T00:00:00Z' }),
    ],
    [
      'pending',
      async () => make.token((await make.person()).id, { workflow_state: 'pending' }),
      refused('Invalid access token.'),
    ],
    [
      'of a suspended login',
      async () => (await make.person({}, { workflow_state: 'suspended' })).token,
      refused('Invalid access token.'),
    ],
    [
      'of a deleted user',
      async () => (await make.person({ workflow_state: 'deleted' })).token,
      refused('Invalid access token.'),
    ],
  ])('is refused where it is %s', async (_, token, body) => {
    const answer = await world.as(await token()).get(path);
    expect({ status: answer.status, body: answer.body }).toEqual({ status: 401, body });
    expect(answer.headers['www-authenticate']).toBe(challenge);
  });

  it('works again until the moment of expiry', async () => {
    const person = await make.person();
    const api = world.as(await make.token(person.id, { expires_at: '2026-09-15T12:00:01Z' }));
    expect((await api.get('users/self/course_nicknames')).status).not.toBe(401);
  });
});

describe('a known user without the right', () => {
  it('gets 401 with Canvas’s body and no challenge', async () => {
    const student = await make.member(course.id);
    const { status, body, headers } = await world.as(student.token).put(path, { course: { name: 'x' } });
    expect({ status, body }).toEqual({
      status: 401,
      body: {
        status: 'unauthorized',
        errors: [{ message: 'user not authorized to perform that action' }],
      },
    });
    expect(headers['www-authenticate']).toBeUndefined();
    expect(headers['cache-control']).toContain('no-cache');
  });
});

describe('as_user_id', () => {
  it('acts as the user, and says who is who in headers', async () => {
    const student = await make.member(course.id);
    const { body, headers } = await admin.get(path, { as_user_id: student.id });
    expect(body.enrollments).toMatchObject([{ user_id: student.id }]);
    expect(headers['x-canvas-user-id']).toBe(String(10_000_000_000_000 + student.id));
    expect(headers['x-canvas-real-user-id']).toBe('10000000000001');
  });

  it('takes every form of a user’s id, and self', async () => {
    const student = await make.person({}, { unique_id: 'Ann@Example.edu', sis_user_id: 's-ann' });
    await make.enroll(student.id, course.id);
    for (const id of [
      'sis_login_id:ann@example.edu',
      'sis_user_id:s-ann',
      `lti_context_id:${student.lti_context_id}`,
    ]) {
      expect((await admin.get(path, { as_user_id: id })).body.enrollments).toMatchObject([
        { user_id: student.id },
      ]);
    }
    expect((await admin.get(path, { as_user_id: 'self' })).status).toBe(200);
  });

  it('stays in links', async () => {
    const student = await make.accountAdmin();
    const { headers } = await admin.get('accounts/1/courses', { as_user_id: student.id, per_page: 1 });
    expect(headers['link']).toContain(`as_user_id=${student.id}`);
  });

  it('is refused for who doesn’t exist, and to who may not', async () => {
    const invalid = { status: 401, body: { errors: 'Invalid as_user_id' } };
    expect(await admin.get(path, { as_user_id: 999_999 })).toMatchObject(invalid);
    const student = await make.member(course.id);
    const teacher = world.as((await make.member(course.id, 'TeacherEnrollment')).token);
    expect(await teacher.get(path, { as_user_id: student.id })).toMatchObject(invalid);
    const college = await make.account();
    const dean = world.as((await make.accountAdmin(college.id)).token);
    expect(await dean.get(path, { as_user_id: 1 })).toMatchObject(invalid);
  });
});

describe('the status of a missing right', () => {
  it('is 403 where the site says so', async () => {
    const strict = await openWorld({ forbiddenStatus: 403 });
    const student = await strict.make.person();
    const { status, body } = await strict.as(student.token).get('accounts/1/courses');
    expect(status).toBe(403);
    expect(body.status).toBe('unauthorized');
    expect((await new Api(strict.app).get('accounts/1/courses')).status).toBe(401);
  });
});
