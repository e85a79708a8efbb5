import { beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

describe('GET /api/v1/progress/{id}', () => {
  it('shows a job that waits, without results', async () => {
    const { id } = await world.make.progress({ results: '{"a":1}' });
    const { status, body } = await world.admin.get(`progress/${id}`);
    expect(status).toBe(200);
    expect(body).toEqual({
      id,
      context_id: 1,
      context_type: 'Account',
      user_id: 1,
      tag: 'course_batch_update',
      completion: null,
      workflow_state: 'queued',
      created_at: '2026-09-15T12:00:00Z',
      updated_at: '2026-09-15T12:00:00Z',
      message: null,
      url: `http://localhost:80/api/v1/progress/${id}`,
    });
  });

  it('shows the results once it has ended', async () => {
    const { id } = await world.make.progress({
      workflow_state: 'completed',
      completion: 100,
      message: '2 courses processed',
      results: '{"ids":[1,2]}',
    });
    const { body } = await world.admin.get(`progress/${id}`);
    expect(body).toMatchObject({
      completion: 100,
      message: '2 courses processed',
      results: { ids: [1, 2] },
    });
    expect(Object.keys(body).at(-1)).toBe('results');
  });

  it('is for whoever may read what the job is about', async () => {
    const course = await world.make.course();
    const student = await world.make.member(course.id);
    const stranger = await world.make.person();
    const aboutCourse = await world.make.progress({ context_type: 'Course', context_id: course.id });
    const aboutUser = await world.make.progress({ context_type: 'User', context_id: student.id });
    const aboutNothing = await world.make.progress({ context_type: 'Course', context_id: 99_999 });
    const statusOf = async (token: string, { id }: { id: number }) =>
      (await world.as(token).get(`progress/${id}`)).status;
    expect(await statusOf(student.token, aboutCourse)).toBe(200);
    expect(await statusOf(student.token, aboutUser)).toBe(200);
    expect(await statusOf(stranger.token, aboutCourse)).toBe(401);
    expect(await statusOf(stranger.token, aboutUser)).toBe(401);
    expect(await statusOf(student.token, aboutNothing)).toBe(401);
  });

  it.each(['0', '99999', 'x', 'sis_progress_id:1', '9'.repeat(30)])('is 404 for %s', async (id) => {
    expect((await world.admin.get(`progress/${id}`)).status).toBe(404);
  });
});

describe('POST /api/v1/progress/{id}/cancel', () => {
  it('fails the job with the message given', async () => {
    const { id } = await world.make.progress();
    world.clock.advance(60);
    const { status, body } = await world.admin.post(`progress/${id}/cancel`, { message: 'enough' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id,
      workflow_state: 'failed',
      message: 'enough',
      updated_at: world.clock.now(),
    });
    expect((await world.admin.get(`progress/${id}`)).body).toEqual(body);
  });

  it('clears the message where none is given', async () => {
    const { id } = await world.make.progress({ message: 'working' });
    const { body } = await world.admin.post(`progress/${id}/cancel`);
    expect(body.message).toBe(null);
  });

  it("is for whoever began it, not even for the account's administrators", async () => {
    const person = await world.make.person();
    const { id } = await world.make.progress({ user_id: person.id });
    expect((await world.admin.post(`progress/${id}/cancel`)).status).toBe(401);
    expect((await world.as(person.token).post(`progress/${id}/cancel`)).status).toBe(200);
  });
});
