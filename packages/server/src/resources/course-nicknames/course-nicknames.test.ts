import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const { anonymous, as, make } = await openWorld();

const path = 'users/self/course_nicknames';

async function studentOf(...courses: { id: number }[]) {
  const person = await make.person();
  for (const { id } of courses) await make.enroll(person.id, id);
  return as(person.token);
}

describe('GET /api/v1/users/self/course_nicknames', () => {
  it('lists them in the order in which they were first given, numbered with a total', async () => {
    const [first, second, third] = [
      await make.course({ name: 'A' }),
      await make.course({ name: 'B' }),
      await make.course(),
    ];
    const me = await studentOf(first, second, third);
    for (const { id } of [third, second, first]) await me.put(`${path}/${id}`, { nickname: `n${id}` });
    await me.put(`${path}/${third.id}`, { nickname: 'Physics' });

    const { status, body, links } = await me.get(path, { per_page: 2 });
    expect(status).toBe(200);
    expect(body).toEqual([
      { course_id: third.id, name: third.name, nickname: 'Physics' },
      { course_id: second.id, name: 'B', nickname: `n${second.id}` },
    ]);
    expect(links['last']).toMatch(/page=2&per_page=2$/);
    expect((await me.get(path, { per_page: 2, page: 2 })).body).toEqual([
      { course_id: first.id, name: 'A', nickname: `n${first.id}` },
    ]);
  });

  it('is one’s own', async () => {
    expect((await (await studentOf()).get(path)).body).toEqual([]);
    expect((await anonymous.get(path)).status).toBe(401);
  });
});

describe('GET /api/v1/users/self/course_nicknames/{course_id}', () => {
  it('gives null for a course without one', async () => {
    const course = await make.course({ name: 'Biology', sis_course_id: 'nick-bio' });
    const me = await studentOf(course);
    expect((await me.get(`${path}/sis_course_id:nick-bio`)).body).toEqual({
      course_id: course.id,
      name: 'Biology',
      nickname: null,
    });
  });

  it('is refused for a course that one may not read, 404 for none', async () => {
    const me = await studentOf();
    expect((await me.get(`${path}/${(await make.course()).id}`)).status).toBe(401);
    expect((await me.get(`${path}/99999`)).status).toBe(404);
  });
});

describe('PUT /api/v1/users/self/course_nicknames/{course_id}', () => {
  it('replaces the name in the caller’s course JSON only', async () => {
    const course = await make.course({ name: 'S1048576 DPMS1200' });
    const [me, other] = [await studentOf(course), await studentOf(course)];
    const { status, body } = await me.put(`${path}/${course.id}`, { nickname: 'Physics' });
    expect({ status, body }).toEqual({
      status: 200,
      body: { course_id: course.id, name: 'S1048576 DPMS1200', nickname: 'Physics' },
    });
    expect((await me.get(`courses/${course.id}`)).body).toMatchObject({
      name: 'Physics',
      original_name: 'S1048576 DPMS1200',
    });
    expect((await other.get(`courses/${course.id}`)).body.name).toBe('S1048576 DPMS1200');
  });

  it('is 400 where it is missing or has 60 characters', async () => {
    const course = await make.course();
    const me = await studentOf(course);
    for (const body of [{}, { nickname: '' }, { nickname: '  ' }]) {
      expect(await me.put(`${path}/${course.id}`, body)).toMatchObject({
        status: 400,
        body: { message: 'missing nickname' },
      });
    }
    expect(await me.put(`${path}/${course.id}`, { nickname: '😀'.repeat(60) })).toMatchObject({
      status: 400,
      body: { message: 'nickname too long' },
    });
    expect((await me.put(`${path}/${course.id}`, { nickname: '😀'.repeat(59) })).status).toBe(200);
  });
});

describe('DELETE /api/v1/users/self/course_nicknames/{course_id}', () => {
  it('answers the course without its nickname, once', async () => {
    const course = await make.course({ name: 'Chemistry' });
    const me = await studentOf(course);
    await me.put(`${path}/${course.id}`, { nickname: 'Chem' });
    expect((await me.delete(`${path}/${course.id}`)).body).toEqual({
      course_id: course.id,
      name: 'Chemistry',
      nickname: null,
    });
    expect(await me.delete(`${path}/${course.id}`)).toMatchObject({
      status: 404,
      body: { message: 'no nickname exists for course' },
    });
    expect((await me.delete(`${path}/99999`)).body.errors[0].message).toContain('does not exist');
  });
});

describe('DELETE /api/v1/users/self/course_nicknames', () => {
  it('forgets the caller’s and nobody else’s', async () => {
    const course = await make.course();
    const [me, other] = [await studentOf(course), await studentOf(course)];
    for (const api of [me, other]) await api.put(`${path}/${course.id}`, { nickname: 'x' });
    expect((await me.delete(path)).body).toEqual({ message: 'OK' });
    expect((await me.get(path)).body).toEqual([]);
    expect((await other.get(path)).body).toHaveLength(1);
  });
});
