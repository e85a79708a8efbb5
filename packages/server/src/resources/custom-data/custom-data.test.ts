import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const { admin, anonymous, as, make } = await openWorld();

const ns = 'org.example.app';
const put = (api: typeof admin, path: string, data: unknown) => api.put(path, { ns, data });

describe('PUT /api/v1/users/{user_id}/custom_data', () => {
  it('answers 201 for a new scope and 200 for one that held data', async () => {
    const me = as((await make.person()).token);
    const first = await put(me, 'users/self/custom_data', { b: 1, a: { c: 'x', aa: null } });
    expect(first).toMatchObject({ status: 201, body: { data: { b: 1, a: { c: 'x', aa: null } } } });
    expect(await put(me, 'users/self/custom_data/a/c', 'y')).toMatchObject({
      status: 200,
      body: { data: 'y' },
    });
    expect(await put(me, 'users/self/custom_data/a/d/e', [1, 'two', false])).toMatchObject({ status: 201 });
    expect(await put(me, 'users/self/custom_data/a/aa', false)).toMatchObject({ status: 201 });
    const all = await me.get('users/self/custom_data', { ns });
    expect(JSON.stringify(all.body)).toBe(
      '{"data":{"b":1,"a":{"c":"y","aa":false,"d":{"e":[1,"two",false]}}}}',
    );
    expect(await put(me, 'users/self/custom_data', 'all gone')).toMatchObject({ status: 200 });
    expect((await me.get('users/self/custom_data', { ns })).body).toEqual({ data: 'all gone' });
  });

  it('stores what a form nests, and decodes the scope', async () => {
    const me = as((await make.person()).token);
    const form = `ns=${ns}&data[favorites][meat]=pork+belly&data[weight]=81kg`;
    const { status, body } = await me.put('users/self/custom_data/food%20app//x/', form);
    expect(status).toBe(201);
    expect(body).toEqual({ data: { favorites: { meat: 'pork belly' }, weight: '81kg' } });
    expect((await me.get('users/self/custom_data/food%20app/x/favorites/meat', { ns })).body).toEqual({
      data: 'pork belly',
    });
  });

  it('is 409 where a value above would be lost', async () => {
    const me = as((await make.person()).token);
    await put(me, 'users/self/custom_data/fashion_app', {
      hair: 'blonde',
      size: 4.5,
      tags: ['a'],
      old: true,
    });
    const conflict = (scope: string) => put(me, `users/self/custom_data/fashion_app/${scope}`, 'buzz');
    const hair = await conflict('hair/style');
    expect(hair.status).toBe(409);
    expect(JSON.stringify(hair.body)).toBe(
      '{"conflict_scope":"fashion_app/hair","type_at_conflict":"String","value_at_conflict":"blonde",' +
        '"message":"write conflict for custom_data hash"}',
    );
    expect((await conflict('size/x/y')).body.type_at_conflict).toBe('Float');
    expect((await conflict('tags/0')).body.type_at_conflict).toBe('Array');
    expect((await conflict('old/x')).body.type_at_conflict).toBe('TrueClass');
    expect((await me.get('users/self/custom_data/fashion_app/hair', { ns })).body).toEqual({
      data: 'blonde',
    });
  });

  it('keeps names like __proto__ as plain data', async () => {
    const me = as((await make.person()).token);
    expect(await put(me, 'users/self/custom_data/__proto__/polluted', 1)).toMatchObject({ status: 201 });
    expect((await me.get('users/self/custom_data/__proto__', { ns })).body).toEqual({
      data: { polluted: 1 },
    });
    expect((await me.get('users/self/custom_data/constructor', { ns })).body).toEqual({ data: null });
  });

  it('is 400 without a namespace, without data, too deep', async () => {
    const me = as((await make.person()).token);
    expect(await me.put('users/self/custom_data', { data: 1 })).toMatchObject({
      status: 400,
      body: { message: 'invalid namespace' },
    });
    expect((await me.put('users/self/custom_data', { ns: ' ', data: 1 })).status).toBe(400);
    for (const body of [{ ns }, { ns, data: null }]) {
      expect(await me.put('users/self/custom_data/x', body)).toMatchObject({
        status: 400,
        body: { message: 'no data specified' },
      });
    }
    expect((await put(me, `users/self/custom_data/${'a/'.repeat(101)}`, 1)).status).toBe(400);
  });

  it('is for oneself and for those who manage the user', async () => {
    const student = await make.person();
    const other = as((await make.person()).token);
    const path = `users/${student.id}/custom_data/x`;
    expect((await put(other, path, 1)).status).toBe(401);
    expect((await put(anonymous, path, 1)).status).toBe(401);
    expect((await put(admin, path, 1)).status).toBe(201);
    expect((await put(admin, 'users/99999/custom_data/x', 1)).status).toBe(404);
  });
});

describe('GET /api/v1/users/{user_id}/custom_data', () => {
  it('gives null for a key that is not there, and 400 below it', async () => {
    const me = as((await make.person()).token);
    await put(me, 'users/self/custom_data', { a: 'x' });
    expect(await me.get('users/self/custom_data/none', { ns })).toMatchObject({
      status: 200,
      body: { data: null },
    });
    for (const scope of ['none/below', 'a/b']) {
      expect(await me.get(`users/self/custom_data/${scope}`, { ns })).toMatchObject({
        status: 400,
        body: { message: 'invalid scope for hash' },
      });
    }
  });

  it('is 400 for a namespace without data, and without a namespace', async () => {
    const me = as((await make.person()).token);
    await put(me, 'users/self/custom_data', 1);
    expect(await me.get('users/self/custom_data', { ns: 'other' })).toMatchObject({
      status: 400,
      body: { message: 'no data for scope' },
    });
    expect((await me.get('users/self/custom_data')).body).toEqual({ message: 'invalid namespace' });
  });
});

describe('DELETE /api/v1/users/{user_id}/custom_data', () => {
  it('answers what it removes, and prunes objects that become empty', async () => {
    const me = as((await make.person()).token);
    await put(me, 'users/self/custom_data', {
      fruit: { apple: 'so tasty', kiwi: 'a bit sour' },
      veggies: { root: { onion: 'tear-jerking' } },
    });
    expect((await me.delete('users/self/custom_data/fruit/kiwi', { ns })).body).toEqual({
      data: 'a bit sour',
    });
    expect((await me.delete('users/self/custom_data/veggies/root/onion', { ns })).body).toEqual({
      data: 'tear-jerking',
    });
    expect((await me.get('users/self/custom_data', { ns })).body).toEqual({
      data: { fruit: { apple: 'so tasty' } },
    });
    expect((await me.delete('users/self/custom_data/fruit/apple', { ns })).status).toBe(200);
    expect((await me.get('users/self/custom_data', { ns })).body).toEqual({ message: 'no data for scope' });
  });

  it('removes everything without a scope', async () => {
    const me = as((await make.person()).token);
    await put(me, 'users/self/custom_data', { a: 1 });
    expect((await me.delete('users/self/custom_data', { ns })).body).toEqual({ data: { a: 1 } });
    expect((await me.delete('users/self/custom_data', { ns })).status).toBe(400);
  });

  it('is 400 where the scope holds nothing', async () => {
    const me = as((await make.person()).token);
    await put(me, 'users/self/custom_data', { a: 'x' });
    for (const scope of ['b', 'b/c', 'a/b']) {
      expect(await me.delete(`users/self/custom_data/${scope}`, { ns })).toMatchObject({
        status: 400,
        body: { message: 'invalid scope for hash' },
      });
    }
  });
});
