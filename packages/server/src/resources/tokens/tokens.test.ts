import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const { admin, anonymous, as, clock, database, make } = await openWorld();

const notFound = { errors: [{ message: 'The specified resource does not exist.' }] };

/** Somebody who is enrolled in nothing, with a token beside the one that he signs in with. */
async function personWithToken(token: object = {}) {
  const person = await make.person();
  const me = as(person.token);
  const { body } = await me.post('users/self/tokens', { token: { purpose: 'script', ...token } });
  return { person, me, token: body };
}

describe('POST /api/v1/users/{user_id}/tokens', () => {
  it('shows the secret once, and the secret signs in', async () => {
    const person = await make.person();
    const { status, body } = await as(person.token).post('users/self/tokens', {
      token: { purpose: 'script', expires_at: '2030-01-01T00:00:00Z', scopes: ['url:GET|/api/v1/courses'] },
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.any(Number),
      created_at: '2026-09-15T12:00:00Z',
      last_used_at: null,
      purpose: 'script',
      real_user_id: null,
      remember_access: false,
      scopes: ['url:GET|/api/v1/courses'],
      updated_at: '2026-09-15T12:00:00Z',
      user_id: person.id,
      workflow_state: 'active',
      app_name: 'User-Generated',
      visible_token: expect.stringMatching(/^[A-Za-z0-9]{64}$/),
      expires_at: '2030-01-01T00:00:00Z',
      can_manually_regenerate: true,
    });
    expect((await as(body.visible_token).get('courses')).status).toBe(200);
    const shown = await as(person.token).get(`users/self/tokens/${body.id}`);
    expect(shown.body.visible_token).toBe(`${body.visible_token.slice(0, 5)}...`);
  });

  it('is 400 without a purpose or without anything', async () => {
    const me = as((await make.person()).token);
    expect(await me.post('users/self/tokens', { token: { expires_at: '2030-01-01' } })).toMatchObject({
      status: 400,
      body: [{ message: 'token[purpose] is missing' }],
    });
    for (const body of [{}, { token: {} }, 'token=']) {
      expect(await me.post('users/self/tokens', body)).toMatchObject({
        status: 400,
        body: { errors: [{ message: 'token is missing' }] },
      });
    }
    expect(await me.post('users/self/tokens', { token: { purpose: '' } })).toMatchObject({
      status: 400,
      body: { errors: { purpose: [{ attribute: 'purpose', type: 'too_short' }] } },
    });
    expect((await me.post('users/self/tokens', { token: { purpose: 'x'.repeat(256) } })).status).toBe(400);
  });

  it('never expires for most people, also where the date can’t be read', async () => {
    for (const expires_at of ['', 'soon', undefined]) {
      expect((await personWithToken({ expires_at })).token.expires_at).toBeNull();
    }
  });

  it('expires within 120 days for whoever is only a student', async () => {
    const course = await make.course();
    const student = await make.member(course.id);
    const me = as(student.token);
    const post = (expires_at?: string) =>
      me.post('users/self/tokens', { token: { purpose: 'script', expires_at } });
    for (const [expires_at, message] of [
      [undefined, 'Expiration date is required'],
      ['', 'Expiration date is required'],
      ['soon', 'Invalid expiration date format'],
      ['2027-01-13T12:00:01Z', 'Expiration date cannot be more than 120 days in the future'],
    ] as const) {
      expect(await post(expires_at)).toMatchObject({ status: 400, body: [{ message }] });
    }
    expect((await post('2027-01-13T12:00:00Z')).body.expires_at).toBe('2027-01-13T12:00:00Z');

    await make.enroll(student.id, (await make.course()).id, 'ObserverEnrollment');
    expect((await post()).status).toBe(200);
  });

  it('is pending for somebody else, and signs nobody in', async () => {
    const person = await make.person();
    const { body } = await admin.post(`users/${person.id}/tokens`, { token: { purpose: 'for you' } });
    expect(body).toMatchObject({ user_id: person.id, workflow_state: 'pending' });
    expect(await as(body.visible_token).get('users/self/course_nicknames')).toMatchObject({
      status: 401,
      body: { errors: [{ message: 'Invalid access token.' }] },
    });
    const masquerading = await admin.post('users/self/tokens', {
      as_user_id: person.id,
      token: { purpose: 'as you' },
    });
    expect(masquerading.body).toMatchObject({ user_id: person.id, workflow_state: 'pending' });
  });

  it('is refused for somebody else without the permission, and where tokens are limited', async () => {
    const person = await make.person();
    const token = { purpose: 'x' };
    expect((await as((await make.person()).token).post(`users/${person.id}/tokens`, { token })).status).toBe(
      401,
    );
    expect((await anonymous.post(`users/${person.id}/tokens`, { token })).status).toBe(401);
    expect((await admin.post('users/99999/tokens', { token })).status).toBe(404);
    const unregistered = await make.person({ workflow_state: 'pre_registered' });
    expect(await as(unregistered.token).post('users/self/tokens', { token })).toMatchObject({
      status: 401,
      body: {
        status: 'unauthorized',
        message: 'You need to confirm your email address before you can view this page',
      },
    });

    const limit = (settings: object) =>
      database.kysely
        .updateTable('accounts')
        .set({ settings: JSON.stringify(settings) })
        .where('id', '=', 1)
        .execute();
    try {
      await limit({ restrict_personal_access_tokens_from_students: true });
      expect((await as(person.token).post('users/self/tokens', { token })).status).toBe(401);
      const teacher = await make.member((await make.course()).id, 'TeacherEnrollment');
      expect((await as(teacher.token).post('users/self/tokens', { token })).status).toBe(200);
      await limit({ limit_personal_access_tokens: true });
      expect((await as(teacher.token).post('users/self/tokens', { token })).status).toBe(401);
      expect((await admin.post('users/self/tokens', { token })).status).toBe(200);
    } finally {
      await limit({});
    }
  });
});

describe('GET /api/v1/users/{user_id}/user_generated_tokens', () => {
  it('lists them by age, with bookmarks, without the deleted ones', async () => {
    const { person, me, token } = await personWithToken();
    const second = await me.post('users/self/tokens', { token: { purpose: 'second' } });
    const third = await me.post('users/self/tokens', { token: { purpose: 'third' } });
    await me.delete(`users/self/tokens/${second.body.id}`);

    const first = await me.get('users/self/user_generated_tokens', { per_page: 2 });
    expect(first.body.map(({ purpose }: { purpose: string }) => purpose)).toEqual(['test', 'script']);
    expect(first.body[1].visible_token).toBe(`${token.visible_token.slice(0, 5)}...`);
    expect(first.links['next']).toContain('page=bookmark:');
    expect(first.links['last']).toBeUndefined();
    const all = await admin.all(`users/${person.id}/user_generated_tokens`, { per_page: 2 });
    expect(all).toHaveLength(3);
    expect(all.at(-1)).toMatchObject({ id: third.body.id });
  });

  it('is for oneself and for those with the permission', async () => {
    const { person } = await personWithToken();
    const other = as((await make.person()).token);
    expect((await other.get(`users/${person.id}/user_generated_tokens`)).status).toBe(401);
    expect((await anonymous.get('users/self/user_generated_tokens')).status).toBe(401);
    expect((await admin.get('users/99999/user_generated_tokens')).status).toBe(404);
  });
});

describe('GET /api/v1/users/{user_id}/tokens/{id}', () => {
  it('takes the id or the hint', async () => {
    const { person, me, token } = await personWithToken();
    for (const id of [token.id, token.visible_token.slice(0, 5)]) {
      expect((await me.get(`users/self/tokens/${id}`)).body.id).toBe(token.id);
      expect((await admin.get(`users/${person.id}/tokens/${id}`)).body.id).toBe(token.id);
    }
  });

  it('is 404 for what is no token of the user, refused without the right', async () => {
    const { person, token } = await personWithToken();
    const other = as((await make.person()).token);
    for (const id of [token.id, 'zzzzz', 'x', '99999999999999999999', '0']) {
      expect(await other.get(`users/self/tokens/${id}`)).toMatchObject({ status: 404, body: notFound });
    }
    expect((await other.get(`users/${person.id}/tokens/${token.id}`)).status).toBe(401);
  });
});

describe('PUT /api/v1/users/{user_id}/tokens/{id}', () => {
  it('changes purpose, expiry and scopes', async () => {
    const { me, token } = await personWithToken();
    clock.advance(60);
    const { status, body } = await me.put(`users/self/tokens/${token.id}`, {
      token: { purpose: 'other', expires_at: '2028-01-01T00:00:00Z', scopes: ['url:GET|/api/v1/users/:id'] },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      purpose: 'other',
      expires_at: '2028-01-01T00:00:00Z',
      scopes: ['url:GET|/api/v1/users/:id'],
      visible_token: `${token.visible_token.slice(0, 5)}...`,
      workflow_state: 'active',
    });
    expect(body.updated_at > token.updated_at).toBe(true);
    expect((await me.put(`users/self/tokens/${token.id}`, { token: { expires_at: '' } })).body).toMatchObject(
      {
        purpose: 'other',
        expires_at: null,
      },
    );
    expect((await me.put(`users/self/tokens/${token.id}`, { token: { purpose: '' } })).status).toBe(400);
    expect((await me.put(`users/self/tokens/${token.id}`, {})).body).toEqual({
      errors: [{ message: 'token is missing' }],
    });
  });

  it('regenerates: the new secret works, the old one no longer', async () => {
    const { me, token } = await personWithToken();
    const { body } = await me.put(`users/self/tokens/${token.id}`, { token: { regenerate: '1' } });
    expect(body).toMatchObject({ id: token.id, workflow_state: 'active' });
    expect(body.visible_token).toMatch(/^[A-Za-z0-9]{64}$/);
    expect(body.visible_token).not.toBe(token.visible_token);
    expect((await as(token.visible_token).get('users/self/course_nicknames')).status).toBe(401);
    expect((await as(body.visible_token).get('courses')).status).toBe(200);
  });

  it('waits for its owner again when another regenerates it', async () => {
    const { person, token } = await personWithToken();
    const path = `users/${person.id}/tokens/${token.id}`;
    expect((await admin.put(path, { token: { purpose: 'renamed' } })).body.workflow_state).toBe('active');
    expect((await admin.put(path, { token: { regenerate: true } })).body.workflow_state).toBe('pending');
    expect((await as(person.token).put(path, { token: { regenerate: true } })).body.workflow_state).toBe(
      'pending',
    );
  });

  it('regenerates an expired token only with a new date', async () => {
    const { me, token } = await personWithToken({ expires_at: '2026-09-01' });
    expect(token.can_manually_regenerate).toBe(false);
    const path = `users/self/tokens/${token.id}`;
    expect(await me.put(path, { token: { regenerate: true } })).toMatchObject({
      status: 400,
      body: { errors: { message: 'cannot regenerate an expired token without a new expiration date' } },
    });
    expect(
      (await me.put(path, { token: { regenerate: true, expires_at: '2029-01-01' } })).body,
    ).toMatchObject({ can_manually_regenerate: true });
  });

  it('is 404 for the token of somebody else', async () => {
    const { person, token } = await personWithToken();
    const other = as((await make.person()).token);
    expect(
      await other.put(`users/${person.id}/tokens/${token.id}`, { token: { purpose: 'mine' } }),
    ).toMatchObject({ status: 404, body: notFound });
  });
});

describe('DELETE /api/v1/users/{user_id}/tokens/{id}', () => {
  it('revokes the token', async () => {
    const { me, token } = await personWithToken();
    expect(await me.delete(`users/self/tokens/${token.id}`)).toMatchObject({
      status: 200,
      body: { id: token.id, workflow_state: 'deleted' },
    });
    expect(await as(token.visible_token).get('users/self/course_nicknames')).toMatchObject({
      status: 401,
      body: { errors: [{ message: 'Revoked access token.' }] },
    });
    expect((await me.delete(`users/self/tokens/${token.id}`)).status).toBe(404);
  });

  it('is for oneself and for those with the permission; 404 to others', async () => {
    const { person, token } = await personWithToken();
    const other = as((await make.person()).token);
    expect(await other.delete(`users/${person.id}/tokens/${token.id}`)).toMatchObject({
      status: 404,
      body: notFound,
    });
    expect((await admin.delete(`users/${person.id}/tokens/${token.id}`)).status).toBe(200);
  });
});

describe('tokens of applications', () => {
  it('are shown to their user by id, without a secret, and can be revoked; others don’t see them', async () => {
    const { person, me } = await personWithToken();
    const key = await make.developerKey({ name: 'Planner' });
    const secret = await make.token(person.id, { developer_key_id: key.id });
    const { id } = await database.kysely
      .selectFrom('access_tokens')
      .select('id')
      .where('developer_key_id', '=', key.id)
      .executeTakeFirstOrThrow();
    const shown = await me.get(`users/self/tokens/${id}`);
    expect(shown.body).toMatchObject({
      app_name: 'Planner',
      visible_token: null,
      can_manually_regenerate: false,
    });
    const list = await me.get('users/self/user_generated_tokens');
    expect(list.ids).not.toContain(id);
    expect((await admin.get(`users/${person.id}/tokens/${id}`)).status).toBe(404);
    expect((await me.put(`users/self/tokens/${id}`, { token: { purpose: 'x' } })).status).toBe(404);
    expect((await me.delete(`users/self/tokens/${id}`)).body).toMatchObject({ workflow_state: 'deleted' });
    expect((await as(secret).get('users/self')).body.errors[0].message).toBe('Revoked access token.');
  });
});

describe('narrowing', () => {
  it('takes courses in every form and only what exists, and is taken away again', async () => {
    const course = await make.course({ sis_course_id: 'narrow-1' });
    const { me, token } = await personWithToken({
      course_ids: ['sis_course_id:narrow-1'],
      read_only: true,
      scopes: ['url:GET|/api/v1/courses/:any_name'],
    });
    expect(token).toMatchObject({
      course_ids: [course.id],
      read_only: true,
      scopes: ['url:GET|/api/v1/courses/:any_name'],
    });
    for (const bad of [{ course_ids: ['999999'] }, { scopes: ['nonsense'] }]) {
      expect((await me.post('users/self/tokens', { token: { purpose: 'x', ...bad } })).status).toBe(400);
    }
    const { body } = await me.put(`users/self/tokens/${token.id}`, {
      token: { course_ids: [''], scopes: [''], read_only: false },
    });
    expect(body.course_ids).toBeUndefined();
    expect(body.read_only).toBeUndefined();
    expect(body.scopes).toEqual([]);
  });
});
