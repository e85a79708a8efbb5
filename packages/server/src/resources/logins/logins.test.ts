import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';
import { verifyPassword } from '../../domain/passwords.ts';

const world = await openWorld();
const { admin, make, database } = world;

const notAuthorized = {
  status: 'unauthorized',
  errors: [{ message: 'user not authorized to perform that action' }],
};
const problem = (attribute: string, type: string, message = type) => ({
  errors: { [attribute]: [{ attribute, type, message }] },
});

const loginOf = (userId: number) =>
  database.kysely
    .selectFrom('pseudonyms')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('id')
    .executeTakeFirstOrThrow();

describe('GET /api/v1/users/{user_id}/logins', () => {
  it('gives the logins of a user, deleted ones left out', async () => {
    const person = await make.person({}, { sis_user_id: 'L-1', declared_user_type: 'student' });
    await admin.post('accounts/1/logins', { user: { id: person.id }, login: { unique_id: 'second' } });
    const { id } = await loginOf(person.id);
    const { body } = await admin.get(`users/${person.id}/logins`);
    expect(body).toHaveLength(2);
    expect(Object.entries(body[0])).toEqual([
      ['id', id],
      ['user_id', person.id],
      ['account_id', 1],
      ['unique_id', person.login],
      ['created_at', '2026-09-15T12:00:00Z'],
      ['workflow_state', 'active'],
      ['sis_user_id', 'L-1'],
      ['integration_id', null],
      ['authentication_provider_id', null],
      ['declared_user_type', 'student'],
    ]);
    await admin.delete(`users/${person.id}/logins/${body[1].id}`);
    expect((await admin.get(`users/${person.id}/logins`)).ids).toEqual([id]);
  });

  it('shows people their own, without SIS ids, and nobody else', async () => {
    const [person, other] = [await make.person(), await make.person()];
    const { body } = await world.as(person.token).get('users/self/logins');
    expect(body[0]).not.toHaveProperty('sis_user_id');
    expect((await world.as(person.token).get(`users/${other.id}/logins`)).body).toEqual(notAuthorized);
  });
});

describe('GET /api/v1/accounts/{account_id}/logins', () => {
  it('gives those of one user, one’s own unless said otherwise', async () => {
    const person = await make.person();
    const { id } = await loginOf(person.id);
    expect((await admin.get('accounts/1/logins', { 'user[id]': person.id })).ids).toEqual([id]);
    expect((await admin.get('accounts/self/logins')).ids).toEqual([(await loginOf(1)).id]);
  });

  it('is for root accounts', async () => {
    const college = await make.account();
    expect(await admin.get(`accounts/${college.id}/logins`)).toMatchObject({
      status: 400,
      body: { message: 'Action must be called on a root account.' },
    });
  });
});

describe('POST /api/v1/users/reset_password', () => {
  it('makes a new code for the address, or says that it knows none', async () => {
    const person = await make.person();
    const channel = () =>
      database.kysely
        .selectFrom('communication_channels')
        .selectAll()
        .where('user_id', '=', person.id)
        .executeTakeFirstOrThrow();
    const { address, confirmation_code: before } = await channel();
    for (const email of [address.toUpperCase(), person.login]) {
      const answer = await admin.post('users/reset_password', { email });
      expect(answer).toMatchObject({ status: 200, body: { requested: true } });
    }
    expect((await channel()).confirmation_code).not.toBe(before);
    const unknown = await admin.post('users/reset_password', { email: 'nobody@easel.example' });
    expect(unknown).toMatchObject({ status: 404, body: { requested: false } });
    const own = await world.as(person.token).post('users/reset_password', { email: address });
    expect(own.body).toEqual(notAuthorized);
  });
});

describe('POST /api/v1/accounts/{account_id}/logins', () => {
  const create = (login: object, user: object = { id: 1 }) =>
    admin.post('accounts/1/logins', { user, login });

  it('adds a login with password, SIS id and type', async () => {
    const person = await make.person();
    const { status, body } = await create(
      {
        unique_id: 'belieber',
        password: 'long-enough',
        sis_user_id: 'B-1',
        integration_id: 'I-1',
        declared_user_type: 'teacher',
      },
      { id: `sis_login_id:${person.login}` },
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      user_id: person.id,
      unique_id: 'belieber',
      sis_user_id: 'B-1',
      integration_id: 'I-1',
      declared_user_type: 'teacher',
      workflow_state: 'active',
    });
    const row = await database.kysely
      .selectFrom('pseudonyms')
      .selectAll()
      .where('id', '=', body.id)
      .executeTakeFirstOrThrow();
    expect(row.position).toBe(2);
    expect(await verifyPassword('long-enough', row.password_hash)).toBe(true);
  });

  it('refuses what cannot be', async () => {
    const taken = await make.person({}, { sis_user_id: 'T-1' });
    expect((await create({ unique_id: taken.login })).body).toEqual(
      problem('unique_id', 'taken', 'ID already in use for this account and authentication provider'),
    );
    expect((await create({ unique_id: 'x1', sis_user_id: 'T-1' })).body).toEqual(
      problem('sis_user_id', 'taken', 'SIS ID "T-1" is already in use'),
    );
    expect((await create({ unique_id: 'x2', password: 'short' })).body).toEqual(
      problem('password', 'too_short'),
    );
    expect((await create({ unique_id: 'x3', declared_user_type: 'wizard' })).body).toEqual(
      problem('declared_user_type', 'inclusion'),
    );
    expect((await create({ unique_id: 'x'.repeat(101) })).body).toEqual(problem('unique_id', 'too_long'));
    expect((await create({ unique_id: 'x4', authentication_provider_id: 'facebook' })).status).toBe(404);
    expect(await create({ nonsense: 1 })).toMatchObject({ status: 400, body: null });
    expect((await create({ unique_id: 'x5' }, { id: 999999 })).status).toBe(404);
    const college = await make.account();
    const below = await admin.post(`accounts/${college.id}/logins`, { login: { unique_id: 'x6' } });
    expect(below.body).toEqual({ message: 'Action must be called on a root account.' });
  });

  it('is nobody’s own business', async () => {
    const person = await make.person();
    const answer = await world.as(person.token).post('accounts/1/logins', { login: { unique_id: 'mine' } });
    expect(answer).toMatchObject({ status: 401, body: notAuthorized });
  });
});

describe('PUT /api/v1/accounts/{account_id}/logins/{id}', () => {
  it('changes the name, SIS ids and type', async () => {
    const person = await make.person({}, { sis_user_id: 'old' });
    const { id } = await loginOf(person.id);
    const { status, body } = await admin.put(`accounts/1/logins/${id}`, {
      login: { unique_id: 'Renamed', sis_user_id: '', integration_id: 'int', declared_user_type: 'staff' },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id,
      unique_id: 'Renamed',
      sis_user_id: null,
      integration_id: 'int',
      declared_user_type: 'staff',
    });
    expect((await admin.put(`accounts/1/logins/${id}`, { login: { unique_id: 'RENAMED' } })).status).toBe(
      200,
    );
    expect((await admin.put('accounts/1/logins/999999', { login: { unique_id: 'x' } })).status).toBe(404);
  });

  it('suspends and frees; other states there are none', async () => {
    const person = await make.person();
    const { id } = await loginOf(person.id);
    const put = (workflow_state: string) =>
      admin.put(`accounts/1/logins/${id}`, { login: { workflow_state } });
    expect((await put('suspended')).body.workflow_state).toBe('suspended');
    expect((await world.as(person.token).get('users/self')).status).toBe(401);
    expect((await put('active')).body.workflow_state).toBe('active');
    expect(await put('deleted')).toMatchObject({
      status: 400,
      body: problem('workflow_state', 'invalid workflow_state'),
    });
  });

  it('lets people set their own password, and administrators where the institution does', async () => {
    const person = await make.person();
    const { id } = await loginOf(person.id);
    const put = (api: typeof admin, login: object) => api.put(`accounts/1/logins/${id}`, { login });
    expect((await put(world.as(person.token), { password: 'my-new-password' })).status).toBe(200);
    expect(await verifyPassword('my-new-password', (await loginOf(person.id)).password_hash)).toBe(true);
    expect((await put(world.as(person.token), { unique_id: 'mine' })).body).toEqual(notAuthorized);
    expect((await put(admin, { password: 'set-by-admin' })).body).toEqual(notAuthorized);
    const allowed = await world.withSettings({ admins_can_change_passwords: true }, () =>
      put(admin, { password: 'set-by-admin' }),
    );
    expect(allowed.status).toBe(200);
  });
});

describe('DELETE /api/v1/users/{user_id}/logins/{id}', () => {
  it('deletes a login, but never the last', async () => {
    const person = await make.person();
    const { id } = await loginOf(person.id);
    const last = await admin.delete(`users/${person.id}/logins/${id}`);
    expect(last).toMatchObject({
      status: 400,
      body: problem('base', 'Users must have at least one login'),
    });
    await admin.post('accounts/1/logins', { user: { id: person.id }, login: { unique_id: 'spare' } });
    const { status, body } = await admin.delete(`users/${person.id}/logins/${id}`);
    expect([status, body.workflow_state]).toEqual([200, 'deleted']);
    expect((await admin.delete(`users/${person.id}/logins/${id}`)).status).toBe(404);
  });

  it('knows only the logins of the user in the path', async () => {
    const [person, other] = [await make.person(), await make.person()];
    const { id } = await loginOf(other.id);
    expect((await admin.delete(`users/${person.id}/logins/${id}`)).status).toBe(404);
  });
});
