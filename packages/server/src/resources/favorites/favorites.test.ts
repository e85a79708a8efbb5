import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const { anonymous, as, clock, make } = await openWorld();

const courses = 'users/self/favorites/courses';
const groups = 'users/self/favorites/groups';
const notFound = { errors: [{ message: 'The specified resource does not exist.' }] };

describe('GET /api/v1/users/self/favorites/courses', () => {
  it('gives the caller’s courses until he chooses: teaching first, then by name, without pages', async () => {
    const [zoology, botany, art, elan] = [
      await make.course({ name: 'Zoology' }),
      await make.course({ name: 'botany' }),
      await make.course({ name: 'Art' }),
      await make.course({ name: 'Élan' }),
    ];
    const draft = await make.course({ name: 'Draft', workflow_state: 'claimed' });
    const person = await make.member(zoology.id, 'TeacherEnrollment');
    await make.enroll(person.id, draft.id, 'TeacherEnrollment');
    for (const { id } of [botany, art]) await make.enroll(person.id, id);
    await make.enroll(person.id, elan.id, 'StudentEnrollment', { workflow_state: 'invited' });

    const { status, ids, headers, body } = await as(person.token).get(courses);
    expect(status).toBe(200);
    expect(ids).toEqual([draft, zoology, art, botany, elan].map(({ id }) => id));
    expect(headers['link']).toBeUndefined();
    expect(body[1].enrollments).toMatchObject([{ type: 'teacher', user_id: person.id }]);
  });

  it('leaves out what is not current for the caller', async () => {
    const person = await make.person();
    const enroll = async (
      course: object,
      enrollment: object = {},
      type: 'StudentEnrollment' = 'StudentEnrollment',
    ) => make.enroll(person.id, (await make.course(course)).id, type, enrollment);
    await enroll({ workflow_state: 'claimed' });
    await enroll({ workflow_state: 'completed' });
    await enroll({ workflow_state: 'deleted' });
    await enroll({}, { workflow_state: 'completed' });
    await enroll({}, { workflow_state: 'inactive' });
    await enroll({ restrict_enrollments_to_course_dates: true, conclude_at: '2026-01-01T00:00:00Z' });
    const { course_id } = await enroll({});
    expect((await as(person.token).get(courses)).ids).toEqual([course_id]);
  });

  it('shows the 20 newest of those that nobody chose', async () => {
    const person = await make.person();
    const ids: number[] = [];
    for (let n = 0; n < 22; n++) {
      const { id } = await make.course({ name: `Course ${String(n).padStart(2, '0')}` });
      clock.advance(1);
      await make.enroll(person.id, id);
      ids.push(id);
    }
    const me = as(person.token);
    expect((await me.get(courses)).ids).toEqual(ids.slice(2));
    await me.post(`${courses}/${ids[0]}`);
    expect((await me.get(courses)).ids).toEqual([ids[0]]);
  });

  it('takes includes, exclude[]=enrollments, exclude_blueprint_courses and sort=nickname', async () => {
    const [a, b] = [await make.course({ name: 'A', blueprint: true }), await make.course({ name: 'B' })];
    const person = await make.member(a.id);
    await make.enroll(person.id, b.id);
    const me = as(person.token);
    await me.post(`${courses}/${a.id}`);
    await me.post(`${courses}/${b.id}`);
    await me.put(`users/self/course_nicknames/${a.id}`, { nickname: 'Zebra' });

    expect((await me.get(courses)).ids).toEqual([a.id, b.id]);
    expect((await me.get(courses, { sort: 'nickname' })).ids).toEqual([b.id, a.id]);
    expect((await me.get(courses, { exclude_blueprint_courses: true })).ids).toEqual([b.id]);
    const { body } = await me.get(courses, {
      'include[]': ['term', 'favorites', 'nonsense'],
      'exclude[]': 'enrollments',
    });
    expect(body[0]).toMatchObject({ name: 'Zebra', original_name: 'A', is_favorite: true, term: { id: 1 } });
    expect(body[0].enrollments).toBeUndefined();
  });

  it('gives an observer the courses of one student, or those of his own', async () => {
    const [taught, watched] = [await make.course(), await make.course()];
    const student = await make.member(watched.id);
    const observer = await make.member(taught.id, 'TeacherEnrollment');
    await make.enroll(observer.id, watched.id, 'ObserverEnrollment', { associated_user_id: student.id });
    const me = as(observer.token);
    expect((await me.get(courses)).ids).toEqual([taught.id, watched.id]);
    expect((await me.get(courses, { observed_user: observer.id })).ids).toEqual([taught.id]);
    const { ids, body } = await me.get(courses, {
      observed_user: student.id,
      'include[]': 'observed_users',
    });
    expect(ids).toEqual([watched.id]);
    expect(body[0].enrollments).toMatchObject([
      { type: 'observer', user_id: observer.id, associated_user_id: student.id },
      { type: 'student', user_id: student.id },
    ]);
    expect((await me.get(courses, { observed_user: 'nobody' })).ids).toEqual([]);
  });

  it('takes somebody who is signed in', async () => {
    expect((await anonymous.get(courses)).status).toBe(401);
    expect((await as((await make.person()).token).get(courses)).body).toEqual([]);
  });
});

describe('POST /api/v1/users/self/favorites/courses/{id}', () => {
  it('adds it, once, by any id', async () => {
    const course = await make.course({ sis_course_id: 'fav-1' });
    const me = as((await make.member(course.id)).token);
    for (const id of [course.id, 'sis_course_id:fav-1']) {
      expect(await me.post(`${courses}/${id}`)).toMatchObject({
        status: 200,
        body: { context_id: course.id, context_type: 'Course' },
      });
    }
    const { body } = await me.get(`courses/${course.id}`, { 'include[]': 'favorites' });
    expect(body.is_favorite).toBe(true);
  });

  it('is 404 for no course', async () => {
    const me = as((await make.person()).token);
    expect(await me.post(`${courses}/99999`)).toMatchObject({ status: 404, body: notFound });
  });
});

describe('DELETE /api/v1/users/self/favorites/courses/{id}', () => {
  it('answers what it removes, and {} for what is no favorite', async () => {
    const [a, b] = [await make.course(), await make.course()];
    const me = as((await make.member(a.id)).token);
    await me.post(`${courses}/${a.id}`);
    await me.post(`${courses}/${b.id}`);
    expect((await me.delete(`${courses}/${a.id}`)).body).toEqual({
      context_id: a.id,
      context_type: 'Course',
    });
    expect(await me.delete(`${courses}/${a.id}`)).toMatchObject({ status: 200, body: {} });
    expect((await me.delete(`${courses}/99999`)).status).toBe(404);
  });

  it('chooses the others of those that were shown until then', async () => {
    const [a, b, c] = [await make.course(), await make.course(), await make.course()];
    const person = await make.member(a.id);
    for (const { id } of [b, c]) await make.enroll(person.id, id);
    const me = as(person.token);
    await me.delete(`${courses}/${b.id}`);
    expect((await me.get(courses)).ids.toSorted()).toEqual([a.id, c.id].toSorted());
  });
});

describe('DELETE /api/v1/users/self/favorites/courses', () => {
  it('goes back to what is shown without a choice', async () => {
    const [a, b] = [await make.course({ name: 'A' }), await make.course({ name: 'B' })];
    const person = await make.member(a.id);
    await make.enroll(person.id, b.id);
    const me = as(person.token);
    await me.post(`${courses}/${b.id}`);
    expect(await me.delete(courses)).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect((await me.get(courses)).ids).toEqual([a.id, b.id]);
  });
});

/** Two groups of a course, and a student who is in both. */
async function twoGroups() {
  const course = await make.course();
  const context = { context_type: 'Course', context_id: course.id } as const;
  const student = await make.member(course.id);
  const [b, a] = [await make.group({ ...context, name: 'B' }), await make.group({ ...context, name: 'A' })];
  for (const { id } of [b, a]) await make.groupMember(id, student.id);
  return { a, b, me: as(student.token) };
}

describe('GET /api/v1/users/self/favorites/groups', () => {
  it('gives all of mine by name until I choose', async () => {
    const { a, b, me } = await twoGroups();
    expect((await me.get(groups)).ids).toEqual([a.id, b.id]);
    await me.post(`${groups}/${b.id}`);
    expect((await me.get(groups)).ids).toEqual([b.id]);
    expect(await as((await make.person()).token).get(groups)).toMatchObject({ status: 200, body: [] });
    expect((await anonymous.get(groups)).status).toBe(401);
  });

  it('gives all where what was chosen is none of mine', async () => {
    const { a, b, me } = await twoGroups();
    const other = await twoGroups();
    await me.post(`${groups}/${other.a.id}`);
    expect((await me.get(groups)).ids).toEqual([a.id, b.id]);
  });
});

describe('POST /api/v1/users/self/favorites/groups/{id}', () => {
  it('adds it, once', async () => {
    const { a, me } = await twoGroups();
    for (let time = 0; time < 2; time++) {
      expect(await me.post(`${groups}/${a.id}`)).toMatchObject({
        status: 200,
        body: { context_id: a.id, context_type: 'Group' },
      });
    }
    expect((await me.get(`groups/${a.id}`, { 'include[]': 'favorites' })).body.is_favorite).toBe(true);
    expect((await me.post(`${groups}/999999`)).status).toBe(404);
  });
});

describe('DELETE /api/v1/users/self/favorites/groups/{id}', () => {
  it('answers what it removes, and {} for what is no favorite', async () => {
    const { a, b, me } = await twoGroups();
    await me.post(`${groups}/${a.id}`);
    expect((await me.delete(`${groups}/${a.id}`)).body).toEqual({ context_id: a.id, context_type: 'Group' });
    expect(await me.delete(`${groups}/${a.id}`)).toMatchObject({ status: 200, body: {} });
    expect((await me.get(groups)).ids).toEqual([a.id, b.id]);
    expect((await me.delete(`${groups}/999999`)).status).toBe(404);
  });
});

describe('DELETE /api/v1/users/self/favorites/groups', () => {
  it('leaves the favorite courses', async () => {
    const course = await make.course();
    const me = as((await make.member(course.id)).token);
    await me.post(`${courses}/${course.id}`);
    expect((await me.delete(groups)).body).toEqual({ status: 'ok' });
    expect((await me.get(courses, { 'include[]': 'favorites' })).body[0].is_favorite).toBe(true);
  });
});
