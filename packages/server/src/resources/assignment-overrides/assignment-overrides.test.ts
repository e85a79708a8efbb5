import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { make } = world;
const db = world.database.kysely;

const JAN = '2030-01-10T12:00:00Z';
const FEB = '2030-02-10T12:00:00Z';

async function classroom() {
  const course = await make.course();
  const teacher = await make.member(course.id, 'TeacherEnrollment', { time_zone: 'Etc/UTC' });
  const student = await make.member(course.id);
  const section = await make.section({ course_id: course.id, name: 'Evening' });
  const category = await make.groupCategory({ context_type: 'Course', context_id: course.id });
  const group = await make.group({
    context_type: 'Course',
    context_id: course.id,
    group_category_id: category.id,
    name: 'Owls',
  });
  const assignment = await make.assignment({ course_id: course.id, group_category_id: category.id });
  return {
    course,
    student,
    section,
    group,
    assignment,
    teach: world.as(teacher.token),
    learn: world.as(student.token),
    path: `courses/${course.id}/assignments/${assignment.id}/overrides`,
    batch: `courses/${course.id}/assignments/overrides`,
  };
}

const given = (assignment_override: unknown) => ({ assignment_override });

describe('POST /api/v1/courses/{course_id}/assignments/{assignment_id}/overrides', () => {
  it('is for students, a section, a group or the course', async () => {
    const { course, student, section, group, assignment, teach, path } = await classroom();
    const own = await teach.post(path, given({ student_ids: [student.id], title: 'Fred', due_at: JAN }));
    expect(own.status).toBe(201);
    expect(own.body).toEqual({
      id: own.body.id,
      assignment_id: assignment.id,
      title: 'Fred',
      due_at: JAN,
      all_day: false,
      all_day_date: '2030-01-10',
      unassign_item: false,
      student_ids: [student.id],
    });
    const ofSection = await teach.post(
      path,
      given({ course_section_id: section.id, title: 'x', lock_at: '' }),
    );
    expect(ofSection.body).toMatchObject({ title: 'Evening', course_section_id: section.id, lock_at: null });
    expect((await teach.post(path, given({ group_id: group.id }))).body).toMatchObject({
      title: 'Owls',
      group_id: group.id,
      group_category_id: group.group_category_id,
      non_collaborative: false,
    });
    expect((await teach.post(path, given({ course_id: course.id, unlock_at: JAN }))).body).toMatchObject({
      course_id: course.id,
      unlock_at: JAN,
    });
  });

  it('dates the work of those whom it reaches, at once', async () => {
    const { student, assignment, teach, path } = await classroom();
    await teach.post(path, given({ student_ids: [String(student.id)], due_at: '2030-01-10T00:00:00Z' }));
    const row = await db
      .selectFrom('submissions')
      .select('cached_due_date')
      .where('assignment_id', '=', assignment.id)
      .where('user_id', '=', student.id)
      .executeTakeFirstOrThrow();
    expect(row.cached_due_date).toBe('2030-01-10T23:59:59Z');
  });

  it('takes the thing away from those for whom it is unassigned', async () => {
    const { student, assignment, teach, learn, path, course } = await classroom();
    await teach.post(path, given({ student_ids: [student.id], unassign_item: true }));
    expect((await learn.get(`courses/${course.id}/assignments/${assignment.id}`)).status).toBe(401);
    expect((await learn.get(`courses/${course.id}/assignments`)).ids).toEqual([]);
  });

  it.each([
    ['x', ['invalid override data']],
    [{}, ['one of student_ids, group_id, or course_section_id is required']],
    [{ student_ids: 7 }, ['invalid student_ids 7']],
    [{ student_ids: [] }, ['invalid student_ids []']],
    [
      { student_ids: ['7000000', 'sis_user_id:none'] },
      ['unknown student ids: ["7000000", "sis_user_id:none"]'],
    ],
    [{ group_id: '7000000' }, ['unknown group id "7000000"']],
    [{ course_section_id: '7000000' }, ['unknown section id "7000000"']],
    [{ course_section_id: 7_000_000, due_at: 'x' }, ['unknown section id 7000000', 'invalid due_at "x"']],
  ])('refuses %j', async (sent, errors) => {
    const { teach, path } = await classroom();
    expect(await teach.post(path, given(sent))).toMatchObject({ status: 400, body: { errors } });
  });

  it('refuses a second for the same section or student, and the group of another set', async () => {
    const { course, student, section, teach, path } = await classroom();
    await teach.post(path, given({ course_section_id: section.id }));
    const message = '"Evening" is already assigned more than once. Remove the duplicate before saving.';
    expect((await teach.post(path, given({ course_section_id: section.id }))).body).toEqual({
      errors: { set_id: [{ attribute: 'set_id', type: 'taken', message }] },
    });
    await teach.post(path, given({ student_ids: [student.id] }));
    expect((await teach.post(path, given({ student_ids: [student.id] }))).body.errors).toMatchObject({
      assignment_override_students: [{ message: 'already belongs to an assignment override' }],
    });
    const foreign = await make.group({ context_type: 'Course', context_id: course.id });
    expect((await teach.post(path, given({ group_id: foreign.id }))).body).toEqual({
      errors: ['group_id is not valid'],
    });
  });
});

describe('GET /api/v1/courses/{course_id}/assignments/{assignment_id}/overrides', () => {
  it('lists what the caller may know of', async () => {
    const { course, student, teach, learn, path, section } = await classroom();
    const other = await make.member(course.id);
    const own = await teach.post(path, given({ student_ids: [student.id], due_at: JAN }));
    await teach.post(path, given({ student_ids: [other.id], due_at: FEB }));
    await teach.post(path, given({ course_section_id: section.id }));
    expect((await teach.get(path)).ids).toHaveLength(3);
    expect((await learn.get(path)).ids).toEqual([own.body.id]);
    const limited = await make.person();
    await make.enroll(limited.id, course.id, 'TaEnrollment', {
      course_section_id: section.id,
      limit_privileges_to_course_section: true,
    });
    expect((await world.as(limited.token).get(path)).body).toMatchObject([{ course_section_id: section.id }]);
  });
});

describe('GET /api/v1/courses/{course_id}/assignments/{assignment_id}/overrides/{id}', () => {
  it('is there for whom it reaches', async () => {
    const { course, student, teach, learn, path } = await classroom();
    const other = await make.member(course.id);
    const own = await teach.post(path, given({ student_ids: [student.id], due_at: JAN }));
    expect((await learn.get(`${path}/${own.body.id}`)).body.due_at).toBe(JAN);
    expect((await world.as(other.token).get(`${path}/${own.body.id}`)).status).toBe(404);
    expect((await teach.get(`${path}/x`)).status).toBe(404);
  });
});

describe('PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/overrides/{id}', () => {
  it('replaces all dates, and the students if it is told of them', async () => {
    const { course, student, teach, path } = await classroom();
    const other = await make.member(course.id);
    const { body } = await teach.post(path, given({ student_ids: [student.id], due_at: JAN, lock_at: FEB }));
    const one = `${path}/${body.id}`;
    const changed = (await teach.put(one, given({ due_at: FEB }))).body;
    expect(changed).toMatchObject({ due_at: FEB, student_ids: [student.id], title: '1 student' });
    expect(changed).not.toHaveProperty('lock_at');
    expect((await teach.put(one, given({ student_ids: [student.id, other.id] }))).body).toMatchObject({
      title: '2 students',
      student_ids: [student.id, other.id],
    });
  });

  it('keeps a section’s for the section', async () => {
    const { student, section, teach, path } = await classroom();
    const { body } = await teach.post(path, given({ course_section_id: section.id }));
    const changed = await teach.put(`${path}/${body.id}`, given({ student_ids: [student.id], due_at: JAN }));
    expect(changed.body).toMatchObject({ course_section_id: section.id, title: 'Evening', due_at: JAN });
  });
});

describe('DELETE /api/v1/courses/{course_id}/assignments/{assignment_id}/overrides/{id}', () => {
  it('answers with what it was, and everybody goes by the other dates', async () => {
    const { student, assignment, teach, path } = await classroom();
    const { body } = await teach.post(path, given({ student_ids: [student.id], due_at: JAN }));
    expect(await teach.delete(`${path}/${body.id}`)).toMatchObject({
      status: 200,
      body: { id: body.id, due_at: JAN },
    });
    expect((await teach.get(path)).body).toEqual([]);
    const row = await db
      .selectFrom('submissions')
      .select('cached_due_date')
      .where('assignment_id', '=', assignment.id)
      .executeTakeFirstOrThrow();
    expect(row.cached_due_date).toBeNull();
  });
});

describe('GET /api/v1/sections/{course_section_id}/assignments/{assignment_id}/override', () => {
  it('leads to it', async () => {
    const { section, assignment, teach, path } = await classroom();
    const alias = `sections/${section.id}/assignments/${assignment.id}/override`;
    expect((await teach.get(alias)).status).toBe(404);
    const { body } = await teach.post(path, given({ course_section_id: section.id }));
    const { status, headers } = await teach.get(alias);
    expect(status).toBe(302);
    expect(headers['location']).toMatch(new RegExp(`/api/v1/${path}/${body.id}$`));
  });
});

describe('GET /api/v1/groups/{group_id}/assignments/{assignment_id}/override', () => {
  it('leads to it', async () => {
    const { group, assignment, teach, path } = await classroom();
    const { body } = await teach.post(path, given({ group_id: group.id }));
    const { status, headers } = await teach.get(`groups/${group.id}/assignments/${assignment.id}/override`);
    expect(status).toBe(302);
    expect(headers['location']).toMatch(new RegExp(`/overrides/${body.id}$`));
  });
});

describe('POST /api/v1/courses/{course_id}/assignments/overrides', () => {
  it('makes all of them or none, with the errors where they belong', async () => {
    const { course, student, section, assignment, teach, batch, path } = await classroom();
    const second = await make.assignment({ course_id: course.id });
    const good = [
      { assignment_id: assignment.id, student_ids: [student.id], due_at: JAN },
      { assignment_id: second.id, course_section_id: section.id, due_at: FEB },
    ];
    const wrong = [...good, { assignment_id: 7_000_000, student_ids: [student.id] }];
    expect(await teach.post(batch, { assignment_overrides: wrong })).toMatchObject({
      status: 400,
      body: { errors: [null, null, ['assignment not found']] },
    });
    expect((await teach.get(path)).body).toEqual([]);
    expect((await teach.post(batch, { assignment_overrides: good })).body).toMatchObject([
      { assignment_id: assignment.id, student_ids: [student.id] },
      { assignment_id: second.id, course_section_id: section.id },
    ]);
    const again = await teach.post(batch, { assignment_overrides: good });
    expect(again.status).toBe(400);
    expect(again.body.errors[1].errors).toHaveProperty('set_id');
  });

  it.each([
    [{}, ['no assignment override data present']],
    [{ assignment_overrides: 'x' }, ['must specify an array of overrides']],
    [{ assignment_overrides: [{}] }, [['must specify an assignment id']]],
    [{ assignment_overrides: [{ assignment_id: 1, id: 2 }] }, [['may not specify an override id']]],
  ])('refuses %j', async (sent, errors) => {
    const { teach, batch } = await classroom();
    expect(await teach.post(batch, sent)).toMatchObject({ status: 400, body: { errors } });
  });
});

describe('PUT /api/v1/courses/{course_id}/assignments/overrides', () => {
  it('changes those that are named', async () => {
    const { student, assignment, teach, batch, path } = await classroom();
    const { body } = await teach.post(path, given({ student_ids: [student.id], due_at: JAN }));
    const named = { id: body.id, assignment_id: assignment.id };
    expect(
      (await teach.put(batch, { assignment_overrides: [{ ...named, due_at: FEB }] })).body,
    ).toMatchObject([{ id: body.id, due_at: FEB, student_ids: [student.id] }]);
    const unknown = [{ id: 7_000_000, assignment_id: assignment.id }];
    expect((await teach.put(batch, { assignment_overrides: unknown })).body).toEqual({
      errors: [['override not found']],
    });
    expect((await teach.put(batch, { assignment_overrides: [{ assignment_id: 1 }] })).body).toEqual({
      errors: [['must specify an override id']],
    });
  });
});

describe('GET /api/v1/courses/{course_id}/assignments/overrides', () => {
  it('answers in the order asked for, null for what there isn’t', async () => {
    const { student, assignment, teach, batch, path } = await classroom();
    const { body } = await teach.post(path, given({ student_ids: [student.id], due_at: JAN }));
    const asked = (id: number) =>
      `assignment_overrides[][id]=${id}&assignment_overrides[][assignment_id]=${assignment.id}`;
    const found = await teach.get(`${batch}?${asked(7_000_000)}&${asked(body.id)}`);
    expect(found.body).toMatchObject([null, { id: body.id }]);
    expect((await teach.get(batch)).body).toEqual({ errors: ['no assignment_overrides values present'] });
    expect((await teach.get(`${batch}?assignment_overrides[][id]=1`)).body).toEqual({
      errors: ['must specify an array with entry format { id, assignment_id }'],
    });
  });
});
