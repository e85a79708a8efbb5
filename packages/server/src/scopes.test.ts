/** Tokens that may do less than their users: every operation is asked with each kind. */
import { glob } from 'node:fs/promises';
import { everyOperationById } from '@easel/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Stage, WhoMay } from '../testing/who-may.ts';
import { openWorld, type World } from '../testing/world.ts';
import { grantableScopes, scopeKey, scopeOf } from './http/scopes.ts';
import { operationTable } from './resources/index.ts';

const ONLY = 'url:GET|/api/v1/courses';
const insufficient = { errors: [{ message: 'Insufficient scopes on access token.' }] };

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

/** Something for every name of a path; nothing of it has to exist, since the scope is asked first. */
const pathOf = (path: string) => path.replace(/\{\w+\}/g, '1');

async function ask(token: string, id: string) {
  const { method, path } = everyOperationById.get(id as never) as { method: string; path: string };
  return await world.as(token).send(method, pathOf(path), method === 'GET' ? {} : { payload: {} });
}

describe('a token narrowed to url:GET|/api/v1/courses', () => {
  it('may do that, and gets 401 "Insufficient scopes" on every other operation', async () => {
    const token = await world.make.token(1, { scopes: [ONLY] });
    const letIn: string[] = [];
    for (const { id } of operationTable) {
      const { status, body, headers } = await ask(token, id);
      if (status !== 401) letIn.push(id);
      else expect([id, body, headers['www-authenticate']]).toEqual([id, insufficient, undefined]);
    }
    expect(letIn).toEqual(['GET /api/v1/courses']);
  });

  it('may not do by another’s name what it may not do by its own', async () => {
    const token = await world.make.token(1, { scopes: [ONLY] });
    const other = await world.make.person();
    expect((await world.as(token).get('users/self', { as_user_id: other.id })).body).toEqual(insufficient);
    expect((await world.as(token).get('courses', { as_user_id: other.id })).status).toBe(200);
    expect((await world.as(token).send('HEAD', 'courses')).status).toBe(200);
    expect((await world.as(token).send('HEAD', 'users/self')).status).toBe(401);
    const override = await world.as(token).post('courses', '_method=DELETE');
    expect(override.status).not.toBe(200);
  });

  it('makes and changes no token', async () => {
    const token = await world.make.token(1, {
      scopes: ['url:POST|/api/v1/users/:user_id/tokens', 'url:PUT|/api/v1/users/:user_id/tokens/:id'],
    });
    const api = world.as(token);
    expect((await api.post('users/self/tokens', { token: { purpose: 'wider' } })).body).toEqual(insufficient);
    const change = await api.put(`users/self/tokens/${token.slice(0, 5)}`, { token: { scopes: [] } });
    expect(change.body).toEqual(insufficient);
  });
});

describe('a token that may only read', () => {
  it('is refused by every operation that writes', async () => {
    const token = await world.make.token(1, { read_only: true });
    for (const { id } of operationTable) {
      if (id.startsWith('GET ')) continue;
      expect([id, (await ask(token, id)).body]).toEqual([id, insufficient]);
    }
    expect((await world.as(token).get('users/self')).status).toBe(200);
  });
});

describe('a token for some courses', () => {
  it('reads and writes there, and nowhere else', async () => {
    const { make } = world;
    const [mine, other] = [await make.course(), await make.course()];
    const section = await make.section({ course_id: mine.id });
    const elsewhere = await make.section({ course_id: other.id });
    const api = world.as(await make.token(1, { course_ids: [mine.id] }));
    for (const path of [`courses/${mine.id}`, `courses/${mine.id}/users`, `sections/${section.id}`]) {
      expect((await api.get(path)).status, path).toBe(200);
    }
    expect((await api.put(`courses/${mine.id}`, { course: { name: 'Renamed' } })).status).toBe(200);
    for (const path of [
      `courses/${other.id}`,
      `sections/${elsewhere.id}`,
      'courses',
      'users/self',
      'accounts/1',
      'accounts/1/courses',
    ]) {
      expect((await api.get(path)).body, path).toEqual(insufficient);
    }
    expect((await api.post(`sections/${section.id}/crosslist/${other.id}`)).body).toEqual(insufficient);
    const copied = await api.post(`courses/${mine.id}/course_copy`, { source_course: other.id });
    expect(copied.body).toEqual(insufficient);
  });

  it('gets no operation that is about no course', async () => {
    const { make } = world;
    const course = await make.course();
    const token = await make.token(1, { course_ids: [course.id] });
    const stage = await stageOf(course.id);
    const table = await everyWhoMay();
    for (const { id, requires } of operationTable) {
      const entry = table[id]?.(stage);
      if (!entry || requires === 'public') continue;
      const { method } = everyOperationById.get(id) as { method: string };
      const options = method === 'GET' ? {} : { payload: JSON.stringify(entry.params ?? {}) };
      const headers = { 'content-type': 'application/json' };
      const { status } = await world.as(token).send(method, entry.path, { ...options, headers });
      // The stage is about another course than the token is for.
      expect([id, status >= 400], `${id} answered ${status}`).toEqual([id, true]);
    }
  });
});

/** A stage whose every id is that of another course's things, or of nothing. */
async function stageOf(courseId: number): Promise<Stage> {
  const { make } = world;
  const course = await make.course();
  expect(course.id).not.toBe(courseId);
  const person = await make.person();
  const thing = { id: 999_999, token: 'xxxxx', login: 'x' };
  const people = new Proxy({}, { get: () => person });
  const known: Record<string, unknown> = { course, people, fellow: person };
  return new Proxy({}, { get: (_, name) => known[String(name)] ?? thing }) as Stage;
}

async function everyWhoMay(): Promise<WhoMay> {
  const table: WhoMay = {};
  for await (const file of glob('resources/*/who-may.ts', { cwd: import.meta.dirname })) {
    Object.assign(table, ((await import(`./${file}`)) as { default: WhoMay }).default);
  }
  return table;
}

describe('scopes', () => {
  it('are one an operation, whatever the parameters are called', () => {
    const specs = [...everyOperationById.values()];
    const keys = new Map<string, string>();
    for (const spec of specs) {
      const key = scopeKey(scopeOf(spec));
      expect([spec.id, keys.get(key)]).toEqual([spec.id, undefined]);
      keys.set(key, spec.id);
    }
    expect(grantableScopes(specs).size).toBe(specs.length + 1);
    expect(scopeOf(everyOperationById.get('GET /api/v1/users/{user_id}/custom_data') as never)).toBe(
      'url:GET|/api/v1/users/:user_id/custom_data(/*scope)',
    );
  });

  it('are listed for those who manage keys, whole or by heading', async () => {
    const { status, body } = await world.admin.get('accounts/1/scopes');
    expect(status).toBe(200);
    expect(body).toContainEqual({
      controller: 'courses',
      action: 'list_your_courses',
      verb: 'GET',
      path: '/api/v1/courses',
      scope: ONLY,
      resource: 'courses',
      resource_name: 'Courses',
    });
    expect(body.length).toBeGreaterThan(1000);
    const grouped = (await world.admin.get('accounts/1/scopes', { group_by: 'resource_name' })).body;
    expect(Object.keys(grouped).slice(0, 2)).toEqual(['Access Tokens', 'Account Calendars']);
    expect(grouped['OAuth 2']).toEqual([
      { verb: 'GET', scope: '/auth/userinfo', resource: 'oauth2', resource_name: 'OAuth 2' },
    ]);
  });
});
