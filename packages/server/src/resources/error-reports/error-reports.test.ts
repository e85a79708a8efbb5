import { beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../testing/world.ts';
import { reportFault } from './report-fault.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const read = (id: number | string) => world.admin.get(`/api/easel/v1/error_reports/${id}`);

describe('POST /api/v1/error_reports', () => {
  it('logs what somebody reports', async () => {
    const person = await world.make.person();
    const { status, body } = await world.as(person.token).post('error_reports', {
      error: {
        subject: 'Upload breaks',
        comments: 'Every .mov does it.',
        email: 'ada@easel.example',
        url: 'https://easel.example/files',
        user_perceived_severity: 'not_urgent',
        http_env: { app: 'mobile', version: 7 },
      },
    });
    expect(status).toBe(200);
    expect(body).toEqual({ logged: true, id: expect.any(Number) });
    expect((await read(body.id)).body).toMatchObject({
      id: body.id,
      category: 'report',
      user_id: person.id,
      subject: 'Upload breaks',
      comments: 'Every .mov does it.',
      email: 'ada@easel.example',
      url: 'https://easel.example/files',
      http_env: { app: 'mobile', version: 7 },
      data: { user_perceived_severity: 'not_urgent' },
      method: 'POST',
      path: '/api/v1/error_reports',
    });
  });

  it('takes forms, nobody in particular, and nothing at all', async () => {
    const form = await world.anonymous.post('error_reports', 'error[subject]=Help&error[http_env][foo]=bar');
    expect((await read(form.body.id)).body).toMatchObject({
      subject: 'Help',
      user_id: null,
      http_env: { foo: 'bar' },
    });
    expect((await world.anonymous.post('error_reports')).body.logged).toBe(true);
  });

  it('turns robots away', async () => {
    const { status, body } = await world.anonymous.post('error_reports', { error: { username: 'bot' } });
    expect({ status, body }).toEqual({ status: 400, body: '' });
  });

  it('answers malformed reports with 400', async () => {
    expect((await world.anonymous.post('error_reports', { error: 'broken' })).status).toBe(400);
  });
});

describe('GET /api/easel/v1/error_reports/{id}', () => {
  it('shows a server fault as it was stored', async () => {
    const site = { database: world.database, clock: world.clock };
    const id = await reportFault(site as never, {
      error: new TypeError('no such thing'),
      operation: 'GET /api/v1/courses/{id}',
      method: 'GET',
      path: '/api/v1/courses/1',
      requestContextId: 'abc',
      userId: 1,
    });
    const { status, body } = await read(id as number);
    expect(status).toBe(200);
    expect(Object.keys(body).slice(0, 5)).toEqual([
      'id',
      'category',
      'created_at',
      'user_id',
      'request_context_id',
    ]);
    expect(body).toMatchObject({
      id,
      category: 'fault',
      message: 'no such thing',
      operation: 'GET /api/v1/courses/{id}',
      method: 'GET',
      path: '/api/v1/courses/1',
      request_context_id: 'abc',
      user_id: 1,
      subject: null,
    });
    expect(body.backtrace).toContain('TypeError: no such thing');
  });

  it('is 404 for what was never reported, and only for those who run the institution', async () => {
    expect((await read(99_999)).status).toBe(404);
    expect((await read('x')).status).toBe(404);
    const account = await world.make.account();
    const admin = await world.make.accountAdmin(account.id);
    const { body } = await world.anonymous.post('error_reports');
    const path = `/api/easel/v1/error_reports/${body.id}`;
    expect((await world.as(admin.token).get(path)).status).toBe(401);
    expect((await world.anonymous.get(path)).status).toBe(401);
  });
});
