/** What every request goes through, whatever its operation. */
import { describe, expect, it } from 'vitest';
import { openWorld } from '../testing/world.ts';

const world = await openWorld();
const { admin, make, app } = world;

describe('paths', () => {
  it('take .json at their end', async () => {
    const course = await make.course();
    expect((await admin.get(`courses/${course.id}.json`)).body.id).toBe(course.id);
    const { links } = await admin.get('accounts/1/courses.json', { per_page: 1 });
    expect(links['current']).toContain('/api/v1/accounts/1/courses?');
  });

  it('of no operation are 404, of one that Easel lacks 501', async () => {
    expect(await admin.get('nothing/here')).toMatchObject({
      status: 404,
      body: { errors: [{ message: 'An error occurred.', error_code: 'not_found' }] },
    });
    expect(await admin.send('PATCH', 'courses/1')).toMatchObject({ status: 404 });
    expect(await admin.get('courses/1/quizzes')).toMatchObject({
      status: 501,
      body: {
        errors: [{ error_code: 'not_implemented', operation: 'GET /api/v1/courses/{course_id}/quizzes' }],
      },
    });
  });

  it('that can’t be decoded are the client’s fault', async () => {
    expect((await admin.get('courses/%E0%A4%A')).status).toBe(400);
    expect((await admin.get('accounts/1/courses?search_term=%ff%fe')).status).toBe(400);
  });
});

describe('bodies', () => {
  const create = (payload: string, type: string) =>
    admin.send('POST', 'accounts/1/courses', { payload, headers: { 'content-type': type } });

  it('are forms, multipart forms and JSON', async () => {
    expect((await create('course[name]=A+%26+B', 'application/x-www-form-urlencoded')).body.name).toBe(
      'A & B',
    );
    expect((await create('{"course":{"name":"A & B"}}', 'application/json')).body.name).toBe('A & B');
    const multipart = '--x\r\ncontent-disposition: form-data; name="course[name]"\r\n\r\nA & B\r\n--x--\r\n';
    expect((await create(multipart, 'multipart/form-data; boundary=x')).body.name).toBe('A & B');
  });

  it('of another type give no parameters', async () => {
    expect((await create('course[name]=x', 'text/plain')).body.name).toBe('Unnamed Course');
  });

  it('that can’t be read are refused', async () => {
    expect((await create('{"a":', 'application/json')).status).toBe(400);
    expect((await create('a[b]=1&a[]=2', 'application/x-www-form-urlencoded')).status).toBe(400);
    expect((await create('no boundary', 'multipart/form-data')).status).toBe(400);
    expect((await create(`{"x":"${'x'.repeat(2_000_000)}"}`, 'application/json')).status).toBe(413);
    expect(
      (await create(`course[name]=${'x'.repeat(2_000_000)}`, 'application/x-www-form-urlencoded')).status,
    ).toBe(413);
  });

  it('of a GET are read too', async () => {
    const course = await make.course({ name: 'Findable by body' });
    const { ids, links } = await admin.send('GET', 'accounts/1/courses', {
      payload: 'search_term=Findable+by+body',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(ids).toEqual([course.id]);
    expect(links['current']).not.toContain('search_term');
  });

  it('may change the verb of a POST', async () => {
    const course = await make.course();
    const { body } = await admin.post(`courses/${course.id}`, '_method=PUT&course[name]=Renamed');
    expect(body).toMatchObject({ id: course.id, name: 'Renamed' });
  });
});

describe('answers', () => {
  it('carry a request id, and an ETag that saves the second answer', async () => {
    const course = await make.course();
    const first = await admin.get(`courses/${course.id}`);
    expect(first.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(first.headers['x-request-context-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(first.headers['cache-control']).toBe('max-age=0, private, must-revalidate');
    const again = await admin.send('GET', `courses/${course.id}`, {
      headers: { 'if-none-match': first.headers['etag'] as string },
    });
    expect(again).toMatchObject({ status: 304, body: '' });
    const head = await admin.send('HEAD', `courses/${course.id}`);
    expect(head).toMatchObject({ status: 200, body: '' });
  });

  it('link to the public address, or to the host that was asked', async () => {
    const asked = await admin.send('GET', 'accounts/1/courses', { headers: { host: 'canvas.test:8080' } });
    expect(asked.links['current']).toMatch(/^http:\/\/canvas\.test:8080\/api\/v1\//);
    const spoofed = await admin.send('GET', 'accounts/1/courses', {
      headers: { host: 'canvas.test', 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'https' },
    });
    expect(spoofed.links['current']).toMatch(/^http:\/\/canvas\.test\//);
    const behind = await openWorld({ publicUrl: 'https://lms.example.edu' });
    const { links } = await behind.admin.get('accounts/1/courses');
    expect(links['current']).toMatch(/^https:\/\/lms\.example\.edu\/api\/v1\//);
  });
});

describe('a User-Agent', () => {
  it('is demanded where the site says so', async () => {
    const strict = await openWorld({ requireUserAgent: true });
    const bare = await strict.admin.send('GET', 'accounts/1/courses', { headers: { 'user-agent': '' } });
    expect(bare.status).toBe(403);
    const named = await strict.admin.send('GET', 'accounts/1/courses', { headers: { 'user-agent': 'test' } });
    expect(named.status).toBe(200);
  });
});

describe('a server fault', () => {
  it('is a generic 500 with the id of a stored report', async () => {
    const failing = await openWorld({}, () => {
      throw new TypeError('something that nobody foresaw');
    });
    const { status, body } = await failing.admin.get('accounts/1/courses');
    expect(status).toBe(500);
    expect(body).toEqual({
      errors: [{ message: 'An error occurred.', error_code: 'internal_server_error' }],
      error_report_id: expect.any(Number),
    });
    const report = await failing.database.kysely
      .selectFrom('error_reports')
      .selectAll()
      .where('id', '=', body.error_report_id)
      .executeTakeFirstOrThrow();
    expect(report).toMatchObject({
      message: 'something that nobody foresaw',
      path: '/api/v1/accounts/1/courses',
      operation: 'GET /api/v1/accounts/{account_id}/courses',
      user_id: 1,
    });
  });

  it('undoes what the request wrote', async () => {
    let armed = false;
    const failing = await openWorld({}, () => {
      if (armed) throw new TypeError('after the insert');
    });
    armed = true;
    expect((await failing.admin.post('accounts/1/courses', {})).status).toBe(500);
    armed = false;
    expect((await failing.admin.get('accounts/1/courses')).body).toEqual([]);
  });
});

describe('health', () => {
  it('is told to a balancer and to a browser', async () => {
    const alive = await app.inject({ url: '/health_check' });
    expect([alive.statusCode, alive.payload]).toEqual([200, 'canvas ok\n']);
    const ready = await app.inject({ url: '/readiness' });
    expect([ready.statusCode, ready.json().status]).toEqual([200, 200]);
  });
});
