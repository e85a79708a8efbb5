import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { make } = world;

const course = await make.course();
const teacher = world.as((await make.member(course.id, 'TeacherEnrollment')).token);
const student = await make.member(course.id);
const past = await make.person();
await make.enroll(past.id, course.id, 'StudentEnrollment', { workflow_state: 'completed' });
const stranger = await make.person();
const path = `courses/${course.id}/custom_gradebook_columns`;

describe('POST /api/v1/courses/{course_id}/custom_gradebook_columns', () => {
  it('adds one at the end', async () => {
    const first = await teacher.post(path, { column: { title: 'Notes', teacher_notes: true } });
    expect(first.status).toBe(200);
    expect(first.body).toEqual({
      id: first.body.id,
      title: 'Notes',
      position: 1,
      teacher_notes: true,
      read_only: false,
      hidden: false,
    });
    const second = await teacher.post(path, `column[title]=Seat&column[hidden]=1&column[read_only]=true`);
    expect(second.body).toMatchObject({ position: 2, hidden: true, read_only: true });
  });

  it.each([
    [{ column: { title: '' } }, 'blank'],
    [{ column: { position: 3 } }, 'blank'],
    [{ column: { title: 'x'.repeat(256) } }, 'too_long'],
    [{ column: { title: 'SIS User ID' } }, 'cannot use gradebook importer reserved names'],
  ])('refuses %j', async (params, type) => {
    expect(await teacher.post(path, params)).toMatchObject({
      status: 400,
      body: { errors: { title: [{ attribute: 'title', type }] } },
    });
  });

  it('needs a column', async () => {
    expect(await teacher.post(path, {})).toMatchObject({ status: 400, body: { errors: [{}] } });
  });
});

describe('GET /api/v1/courses/{course_id}/custom_gradebook_columns', () => {
  it('lists them in order, hidden ones on request', async () => {
    const other = await make.course();
    const [b, a] = [
      await make.gradebookColumn({ course_id: other.id, position: 2 }),
      await make.gradebookColumn({ course_id: other.id, position: 1 }),
    ];
    const hidden = await make.gradebookColumn({ course_id: other.id, position: 3, workflow_state: 'hidden' });
    await make.gradebookColumn({ course_id: other.id, workflow_state: 'deleted' });
    const columns = `courses/${other.id}/custom_gradebook_columns`;
    expect((await world.admin.get(columns)).ids).toEqual([a.id, b.id]);
    expect((await world.admin.get(columns, { include_hidden: true })).ids).toEqual([a.id, b.id, hidden.id]);
  });
});

describe('PUT /api/v1/courses/{course_id}/custom_gradebook_columns/{id}', () => {
  it('changes what is given', async () => {
    const column = await make.gradebookColumn({ course_id: course.id });
    const { body } = await teacher.put(`${path}/${column.id}`, { column: { hidden: true } });
    expect(body).toMatchObject({ title: column.title, hidden: true, position: column.position });
    const shown = await teacher.put(`${path}/${column.id}`, { column: { hidden: false, position: 40 } });
    expect(shown.body).toMatchObject({ hidden: false, position: 40 });
  });
});

describe('DELETE /api/v1/courses/{course_id}/custom_gradebook_columns/{id}', () => {
  it('deletes it, once', async () => {
    const column = await make.gradebookColumn({ course_id: course.id });
    expect((await teacher.delete(`${path}/${column.id}`)).body).toMatchObject({ id: column.id });
    expect((await teacher.delete(`${path}/${column.id}`)).status).toBe(404);
  });
});

describe('POST /api/v1/courses/{course_id}/custom_gradebook_columns/reorder', () => {
  it('puts those named first', async () => {
    const other = await make.course();
    const made = [];
    for (let at = 0; at < 3; at++) made.push((await make.gradebookColumn({ course_id: other.id })).id);
    const [a, b, c] = made as [number, number, number];
    const columns = `courses/${other.id}/custom_gradebook_columns`;
    const { status, body } = await world.admin.post(`${columns}/reorder`, { order: [c, 987654, a] });
    expect([status, body]).toEqual([200, {}]);
    expect((await world.admin.get(columns)).ids).toEqual([c, a, b]);
    await world.admin.post(`${columns}/reorder`, `order=${b},${c}`);
    expect((await world.admin.get(columns)).ids).toEqual([b, c, a]);
    expect((await world.admin.post(`${columns}/reorder`, {})).status).toBe(400);
  });
});

describe('PUT /api/v1/courses/{course_id}/custom_gradebook_columns/{id}/data/{user_id}', () => {
  it('says something, something else, and nothing', async () => {
    const column = await make.gradebookColumn({ course_id: course.id });
    const datum = `${path}/${column.id}/data/${student.id}`;
    for (const content of ['Nut allergy', 'None']) {
      expect((await teacher.put(datum, { column_data: { content } })).body).toEqual({
        content,
        user_id: student.id,
      });
    }
    expect((await teacher.get(`${path}/${column.id}/data`)).body).toEqual([
      { content: 'None', user_id: student.id },
    ]);
    expect((await teacher.put(datum, { column_data: { content: '' } })).body).toEqual({
      content: '',
      user_id: student.id,
    });
    expect((await teacher.get(`${path}/${column.id}/data`)).body).toEqual([]);
  });

  it('is about students of the course, past ones too', async () => {
    const column = await make.gradebookColumn({ course_id: course.id });
    const put = (id: number, content = 'x') =>
      teacher.put(`${path}/${column.id}/data/${id}`, { column_data: { content } });
    expect((await put(past.id)).status).toBe(200);
    expect((await put(stranger.id)).status).toBe(404);
    expect((await put(student.id, 'x'.repeat(256))).status).toBe(400);
    expect((await teacher.put(`${path}/${column.id}/data/${student.id}`, {})).status).toBe(400);
  });
});

describe('GET /api/v1/courses/{course_id}/custom_gradebook_columns/{id}/data', () => {
  it('finds a hidden column only on request', async () => {
    const column = await make.gradebookColumn({ course_id: course.id, workflow_state: 'hidden' });
    const data = `${path}/${column.id}/data`;
    expect((await teacher.get(data)).status).toBe(404);
    expect((await teacher.get(data, { include_hidden: 1 })).status).toBe(200);
  });

  it('keeps other sections from whoever is limited to his own', async () => {
    const section = await make.section({ course_id: course.id });
    const limited = await make.person();
    await make.enroll(limited.id, course.id, 'TaEnrollment', {
      course_section_id: section.id,
      limit_privileges_to_course_section: true,
    });
    const column = await make.gradebookColumn({ course_id: course.id });
    await teacher.put(`${path}/${column.id}/data/${student.id}`, { column_data: { content: 'x' } });
    const ta = world.as(limited.token);
    expect((await ta.get(`${path}/${column.id}/data`)).body).toEqual([]);
    const foreign = await ta.put(`${path}/${column.id}/data/${student.id}`, {
      column_data: { content: 'y' },
    });
    expect(foreign.status).toBe(404);
  });
});

describe('PUT /api/v1/courses/{course_id}/custom_gradebook_column_data', () => {
  const bulk = `courses/${course.id}/custom_gradebook_column_data`;

  it('writes many in the background', async () => {
    const [one, two] = [
      await make.gradebookColumn({ course_id: course.id }),
      await make.gradebookColumn({ course_id: course.id }),
    ];
    await teacher.put(`${path}/${two.id}/data/${student.id}`, { column_data: { content: 'old' } });
    const { status, body } = await teacher.put(bulk, {
      column_data: [
        { column_id: one.id, user_id: student.id, content: 'a' },
        { column_id: one.id, user_id: past.id, content: 'b' },
        { column_id: two.id, user_id: student.id, content: '' },
      ],
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ tag: 'custom_columns_submissions_update', workflow_state: 'queued' });
    await world.runJobs();
    expect((await teacher.get(`progress/${body.id}`)).body).toMatchObject({
      workflow_state: 'completed',
      completion: 100,
    });
    expect((await teacher.get(`${path}/${one.id}/data`)).body).toEqual([
      { content: 'a', user_id: student.id },
      { content: 'b', user_id: past.id },
    ]);
    expect((await teacher.get(`${path}/${two.id}/data`)).body).toEqual([]);
  });

  it('refuses all where one can’t be', async () => {
    const { id } = await make.gradebookColumn({ course_id: course.id });
    const send = (...column_data: object[]) => teacher.put(bulk, { column_data });
    expect((await send()).status).toBe(400);
    expect((await send({ column_id: id, content: 'x' })).status).toBe(400);
    expect((await send({ column_id: 987654, user_id: student.id, content: 'x' })).status).toBe(404);
    expect((await send({ column_id: id, user_id: stranger.id, content: 'x' })).status).toBe(401);
  });
});
