import { exportJWK, generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';
import { globalId } from '../../domain/global-id.ts';

const { admin, as, clock, database, make } = await openWorld();

const create = (developer_key: object = { name: 'App' }) =>
  admin.post('accounts/1/developer_keys', { developer_key });
const missing = { errors: [{ message: 'developer_key is missing' }] };
const errorOn = (attribute: string, message: string) => ({
  status: 400,
  body: { errors: { [attribute]: [{ attribute, type: message, message }] } },
});
const bindingsPath = (id: number) => `accounts/1/developer_keys/${id}/developer_key_account_bindings`;

describe('POST /api/v1/accounts/{account_id}/developer_keys', () => {
  it('answers the key in Canvas’s order, with its secret whole, and off', async () => {
    const { status, body } = await create({
      name: 'Grade Sync',
      email: 'dev@app.example',
      icon_url: '',
      notes: 'for tests',
      vendor_code: 'v',
      redirect_uris: 'https://app.example/a\nhttps://app.example/b',
      scopes: ['url:GET|/api/v1/courses', 'url:GET|/api/v1/courses'],
      require_scopes: true,
      allow_includes: true,
      auto_expire_tokens: false,
      visible: false,
    });
    expect(status).toBe(200);
    const id = body.id;
    expect(body).toEqual({
      name: 'Grade Sync',
      created_at: clock.now(),
      email: 'dev@app.example',
      user_id: null,
      user_name: null,
      icon_url: null,
      notes: 'for tests',
      workflow_state: 'active',
      scopes: ['url:GET|/api/v1/courses'],
      require_scopes: true,
      client_credentials_audience: null,
      lti_registration_id: null,
      api_key: expect.stringMatching(/^[A-Za-z0-9]{64}$/),
      redirect_uri: null,
      redirect_uris: 'https://app.example/a\nhttps://app.example/b',
      access_token_count: 0,
      last_used_at: null,
      unified_tool_id: null,
      vendor_code: 'v',
      public_jwk: null,
      public_jwk_url: null,
      allow_includes: true,
      developer_key_account_binding: {
        id: expect.any(Number),
        account_id: globalId(1),
        developer_key_id: id,
        workflow_state: 'off',
        account_owns_binding: true,
      },
      account_name: 'Easel',
      visible: true,
      is_lti_key: false,
      is_lti_registration: false,
      id,
    });
    expect(id).toBeGreaterThan(globalId(0));
    const stored = JSON.stringify(await database.kysely.selectFrom('developer_keys').selectAll().execute());
    expect(stored).not.toContain(body.api_key);
  });

  it('is 400 without a key, with scopes that don’t exist, and with addresses that are none', async () => {
    expect(await admin.post('accounts/1/developer_keys', {})).toMatchObject({ status: 400, body: missing });
    expect(await create({ scopes: ['url:GET|/api/v1/courses', 'a', 'b'] })).toMatchObject(
      errorOn('scopes', 'cannot contain a, b'),
    );
    for (const uri of [
      'nonsense',
      'javascript:alert(1)',
      'data:text/html,x',
      'https://a.example/#x',
      'https://user:pass@a.example/',
    ]) {
      expect(await create({ redirect_uris: [uri] })).toMatchObject(
        errorOn('redirect_uris', 'is not a valid URI'),
      );
    }
    expect(await create({ redirect_uris: [`https://a.example/${'x'.repeat(4096)}`] })).toMatchObject(
      errorOn('redirect_uris', 'a redirect_uri is too long'),
    );
    expect(await create({ client_type: 'secret' })).toMatchObject({ status: 400 });
    expect(await create({ public_jwk: { kty: 'RSA' } })).toMatchObject({ status: 400 });
  });

  it('takes the key of a client assertion, but not its private half', async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
    const { body } = await create({ public_jwk: await exportJWK(publicKey) });
    expect(body).toMatchObject({ public_jwk: { kty: 'RSA' }, require_scopes: true });
    expect((await create({ public_jwk: await exportJWK(privateKey) })).status).toBe(400);
  });

  it('is 404 below the institution', async () => {
    const college = await make.account();
    const path = `accounts/${college.id}/developer_keys`;
    expect((await admin.post(path, { developer_key: { name: 'x' } })).status).toBe(404);
    expect((await admin.get(path)).status).toBe(404);
  });
});

describe('GET /api/v1/accounts/{account_id}/developer_keys', () => {
  it('lists the newest first, without secrets, with what was used', async () => {
    const key = await make.developerKey({ name: 'Used' });
    await make.token(1, { developer_key_id: key.id, last_used_at: '2026-09-01T00:00:00Z' });
    await make.token(1, { developer_key_id: key.id, workflow_state: 'deleted' });
    const { body, links } = await admin.get('accounts/1/developer_keys', { per_page: 1 });
    expect(body).toHaveLength(1);
    expect(body[0]).toMatchObject({
      id: globalId(key.id),
      api_key: `${key.secret.slice(0, 5)}...`,
      access_token_count: 1,
      last_used_at: '2026-09-01T00:00:00Z',
      tool_configuration: null,
      lti_registration: null,
    });
    expect(Object.keys(links)).toEqual(['current', 'next', 'first', 'last']);
    expect((await admin.get('accounts/1/developer_keys', { inherited: true })).body).toEqual([]);
  });
});

describe('PUT /api/v1/developer_keys/{id}', () => {
  it('changes what is asked, by either id, and drops scopes that don’t exist', async () => {
    const key = await make.developerKey({ name: 'Before', notes: 'kept' });
    const { status, body } = await admin.put(`developer_keys/${globalId(key.id)}`, {
      developer_key: {
        name: 'After',
        scopes: ['nonsense', 'url:GET|/api/v1/courses'],
        auto_expire_tokens: false,
      },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: 'After', notes: 'kept', scopes: ['url:GET|/api/v1/courses'] });
    expect((await admin.put(`developer_keys/${key.id}`, {})).body).toEqual(missing);
    const off = await admin.put(`developer_keys/${key.id}`, { developer_key: { event: 'deactivate' } });
    expect(off.body.workflow_state).toBe('inactive');
    const on = await admin.put(`developer_keys/${key.id}`, { developer_key: { event: 'activate' } });
    expect(on.body.workflow_state).toBe('active');
    expect((await admin.put('developer_keys/999999', { developer_key: { name: 'x' } })).status).toBe(404);
  });
});

describe('DELETE /api/v1/developer_keys/{id}', () => {
  it('takes the key away with its bindings', async () => {
    const key = await make.developerKey();
    const { status, body } = await admin.delete(`developer_keys/${key.id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ workflow_state: 'deleted' });
    expect(body.developer_key_account_binding).toBeUndefined();
    expect((await admin.delete(`developer_keys/${key.id}`)).status).toBe(404);
  });
});

describe('POST /api/v1/developer_keys/{id}/regenerate_secret', () => {
  it('answers another secret, this once, and refuses a narrowed token', async () => {
    const key = await make.developerKey();
    const { body } = await admin.post(`developer_keys/${key.id}/regenerate_secret`);
    expect(body.api_key).toMatch(/^[A-Za-z0-9]{64}$/);
    expect(body.api_key).not.toBe(key.secret);
    const narrow = await make.token(1, { scopes: ['url:POST|/api/v1/developer_keys/:id/regenerate_secret'] });
    expect((await as(narrow).post(`developer_keys/${key.id}/regenerate_secret`)).status).toBe(403);
  });
});

describe('POST /api/v1/accounts/{account_id}/developer_keys/{developer_key_id}/developer_key_account_bindings', () => {
  it('switches a key on and off: 201 where there was a binding, 200 where there was none', async () => {
    const { body: key } = await create();
    const bind = (body: object) => admin.post(bindingsPath(key.id), body);
    const on = await bind({ developer_key_account_binding: { workflow_state: 'on' } });
    expect(on).toMatchObject({
      status: 201,
      body: {
        account_id: globalId(1),
        developer_key_id: key.id,
        workflow_state: 'on',
        account_owns_binding: true,
      },
    });
    expect(await bind({ workflow_state: 'off' })).toMatchObject({
      status: 201,
      body: { workflow_state: 'off' },
    });
    await database.kysely.deleteFrom('developer_key_account_bindings').execute();
    expect((await bind({ workflow_state: 'allow' })).status).toBe(200);
    expect((await bind({ workflow_state: 'maybe' })).status).toBe(422);
    expect((await bind({})).body).toEqual({ errors: [{ message: 'workflow_state is missing' }] });
  });
});
