import { beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

/** A caller who manages administrators, with what else is listed. */
async function managerOf(account: number, ...more: 'read_course_list'[]) {
  const role = await world.make.role({ account_id: 1 }, ['manage_account_memberships', ...more]);
  return world.as((await world.make.accountAdmin(account, role.id)).token);
}

describe('POST /api/v1/accounts/{account_id}/admins', () => {
  it('makes an AccountAdmin unless a role is named', async () => {
    const account = await world.make.account();
    const person = await world.make.person({ name: 'Ada Lovelace' }, { sis_user_id: 'ada' });
    const { status, body } = await world.admin.post(`accounts/${account.id}/admins`, { user_id: person.id });
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['id', 'role', 'role_id', 'user', 'workflow_state']);
    expect(body).toMatchObject({ role: 'AccountAdmin', role_id: 1, workflow_state: 'active' });
    expect(body.user).toMatchObject({
      id: person.id,
      name: 'Ada Lovelace',
      sis_user_id: 'ada',
      login_id: person.login,
    });
    const seen = await world.as(person.token).get(`accounts/${account.id}/courses`);
    expect(seen.status).toBe(200);
  });

  it('takes SIS ids, and a role by id or by name', async () => {
    await world.make.person({}, { sis_user_id: 'grace' });
    const role = await world.make.role({ name: 'Registrar' });
    const byId = await world.admin.post('accounts/1/admins', {
      user_id: 'sis_user_id:grace',
      role_id: role.id,
    });
    expect(byId.body).toMatchObject({ role: 'Registrar', role_id: role.id });
    const byName = await world.admin.post('accounts/1/admins', {
      user_id: 'sis_user_id:grace',
      role: 'Registrar',
    });
    expect(byName.body.id).toBe(byId.body.id);
  });

  it('falls back to AccountAdmin for a role that does not exist, and hints at it', async () => {
    const { id } = await world.make.person();
    const { body, headers } = await world.admin.post('accounts/1/admins', { user_id: id, role_id: 99_999 });
    expect(body.role).toBe('AccountAdmin');
    expect(headers['x-easel-hint']).toContain('99999');
  });

  it('gives the same row back to who has the role, or had it', async () => {
    const { id } = await world.make.person();
    const first = await world.admin.post('accounts/1/admins', { user_id: id });
    expect((await world.admin.post('accounts/1/admins', { user_id: id })).body).toEqual(first.body);
    await world.admin.delete(`accounts/1/admins/${id}`);
    expect((await world.admin.post('accounts/1/admins', { user_id: id })).body).toEqual(first.body);
  });

  it('is 404 for who has no login here, or is nobody', async () => {
    const loginless = await world.make.person({}, { workflow_state: 'deleted' });
    for (const user_id of [loginless.id, 99_999, 'x', null]) {
      expect((await world.admin.post('accounts/1/admins', { user_id })).status).toBe(404);
    }
  });

  it('refuses course roles, and those of other accounts', async () => {
    const account = await world.make.account();
    const { id } = await world.make.person();
    const give = (role_id: number) => world.admin.post('accounts/1/admins', { user_id: id, role_id });
    const course = await world.make.role({ base_role_type: 'TaEnrollment' });
    const foreign = await world.make.role({ account_id: account.id });
    expect(await give(course.id)).toMatchObject({
      status: 400,
      body: { errors: { role_id: [{ message: 'is not a valid account role' }] } },
    });
    expect(await give(foreign.id)).toMatchObject({
      status: 400,
      body: { errors: { role_id: [{ message: 'is not an available role for this account' }] } },
    });
  });

  it('lets nobody give more than he has', async () => {
    const account = await world.make.account();
    const { id } = await world.make.person();
    const manager = await managerOf(account.id);
    const little = await world.make.role({}, ['manage_account_memberships']);
    const more = await world.make.role({}, ['manage_account_memberships', 'read_course_list']);
    const give = (role_id?: number) =>
      manager.post(`accounts/${account.id}/admins`, { user_id: id, ...(role_id && { role_id }) });
    expect((await give(little.id)).status).toBe(200);
    expect((await give(more.id)).status).toBe(401);
    expect((await give()).status).toBe(401);
  });
});

describe('DELETE /api/v1/accounts/{account_id}/admins/{user_id}', () => {
  it('takes AccountAdmin away unless another role is named', async () => {
    const account = await world.make.account();
    const role = await world.make.role();
    const person = await world.make.accountAdmin(account.id);
    await world.admin.post(`accounts/${account.id}/admins`, { user_id: person.id, role_id: role.id });
    const path = `accounts/${account.id}/admins/${person.id}`;
    expect((await world.admin.delete(path)).body).toMatchObject({
      role: 'AccountAdmin',
      workflow_state: 'deleted',
      user: { id: person.id },
    });
    expect((await world.admin.get(`accounts/${account.id}/admins`)).body).toMatchObject([
      { role_id: role.id },
    ]);
    expect((await world.admin.delete(path, { role_id: role.id })).body).toMatchObject({
      role_id: role.id,
      workflow_state: 'deleted',
    });
    expect((await world.as(person.token).get(`accounts/${account.id}/courses`)).status).toBe(401);
  });

  it('is 404 for who has no such role', async () => {
    const { id } = await world.make.person();
    expect((await world.admin.delete(`accounts/1/admins/${id}`)).status).toBe(404);
    expect((await world.admin.delete('accounts/1/admins/99999')).status).toBe(404);
    const role = await world.make.role({ name: 'Custom' });
    const admin = await world.make.accountAdmin(1, role.id);
    expect((await world.admin.delete(`accounts/1/admins/${admin.id}`)).status).toBe(404);
    expect((await world.admin.delete(`accounts/1/admins/${admin.id}`, { role: 'Custom' })).status).toBe(200);
  });

  it('lets nobody take away more than he has', async () => {
    const account = await world.make.account();
    const boss = await world.make.accountAdmin(account.id);
    const manager = await managerOf(account.id);
    expect((await manager.delete(`accounts/${account.id}/admins/${boss.id}`)).status).toBe(401);
  });
});

describe('GET /api/v1/accounts/{account_id}/admins', () => {
  it('lists by id, without the deleted unless asked, with a last page', async () => {
    const account = await world.make.account();
    const people = [];
    for (let i = 0; i < 3; i++) people.push(await world.make.accountAdmin(account.id));
    await world.make.accountAdmin(1);
    await world.admin.delete(`accounts/${account.id}/admins/${people[1]?.id}`);
    const path = `accounts/${account.id}/admins`;
    const users = async (query?: object) =>
      (await world.admin.get(path, { ...query })).body.map(({ user }: { user: { id: number } }) => user.id);
    expect(await users()).toEqual([people[0]?.id, people[2]?.id]);
    expect(await users({ include_deleted: true })).toEqual(people.map(({ id }) => id));
    expect(await users({ 'user_id[]': people[2]?.id })).toEqual([people[2]?.id]);
    const page = await world.admin.get(path, { per_page: 1 });
    expect(page.links['last']).toContain('page=2');
  });

  it('does not filter by ids of nobody, as Canvas does not', async () => {
    const account = await world.make.account();
    const { id } = await world.make.accountAdmin(account.id);
    const { body } = await world.admin.get(`accounts/${account.id}/admins`, { 'user_id[]': 99_999 });
    expect(body).toMatchObject([{ user: { id } }]);
  });

  it('searches by name and login', async () => {
    const account = await world.make.account();
    const ada = await world.make.person({ name: 'Ada Byron' }, { unique_id: 'countess' });
    const other = await world.make.person({ name: 'Charles Babbage' });
    for (const { id } of [ada, other]) {
      await world.admin.post(`accounts/${account.id}/admins`, { user_id: id });
    }
    const found = async (search_term: string) =>
      (await world.admin.get(`accounts/${account.id}/admins`, { search_term })).body.map(
        ({ user }: { user: { id: number } }) => user.id,
      );
    expect(await found('byron')).toEqual([ada.id]);
    expect(await found('countess')).toEqual([ada.id]);
    expect(await found('nobody')).toEqual([]);
    const short = await world.admin.get(`accounts/${account.id}/admins`, { search_term: 'a' });
    expect(short.status).toBe(400);
  });
});

describe('GET /api/v1/accounts/{account_id}/admins/self', () => {
  it("lists one's own roles here, for whoever may read the account", async () => {
    const account = await world.make.account();
    const role = await world.make.role();
    const person = await world.make.accountAdmin(account.id, role.id);
    await world.make.accountAdmin(account.id);
    const own = await world.as(person.token).get(`accounts/${account.id}/admins/self`);
    expect(own.body).toMatchObject([{ role_id: role.id, user: { id: person.id } }]);
    const stranger = await world.make.person();
    expect((await world.as(stranger.token).get(`accounts/${account.id}/admins/self`)).status).toBe(401);
    expect((await world.admin.get(`accounts/${account.id}/admins/self`)).body).toEqual([]);
  });
});
