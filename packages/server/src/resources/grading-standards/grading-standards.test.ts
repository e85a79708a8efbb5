import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { make, admin } = world;

const college = await make.account();
const course = await make.course({ account_id: college.id });
const teacher = world.as((await make.member(course.id, 'TeacherEnrollment')).token);
const path = `courses/${course.id}/grading_standards`;

const entries = [
  { name: 'A', value: 90 },
  { name: 'B', value: 79.5 },
  { name: 'F', value: 0 },
];
const problem = (attribute: string, type: string, message = type) => ({ attribute, type, message });

describe('POST /api/v1/courses/{course_id}/grading_standards', () => {
  it('makes one of percentages', async () => {
    const { status, body } = await teacher.post(path, { title: 'Strict', grading_scheme_entry: entries });
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual([
      'id',
      'title',
      'context_type',
      'context_id',
      'points_based',
      'scaling_factor',
      'grading_scheme',
    ]);
    expect(body).toMatchObject({
      title: 'Strict',
      context_type: 'Course',
      context_id: course.id,
      points_based: false,
      scaling_factor: 1,
      grading_scheme: [
        { name: 'A', value: 0.9, calculated_value: 90 },
        { name: 'B', value: 0.795, calculated_value: 79.5 },
        { name: 'F', value: 0, calculated_value: 0 },
      ],
    });
  });

  it('reads a form, in any order, and trims names', async () => {
    const form = ['F', ' P '].map(
      (name, at) => `grading_scheme_entry[][name]=${name}&grading_scheme_entry[][value]=${at * 50}`,
    );
    const { body } = await teacher.post(path, `title=Pass&${form.join('&')}`);
    expect(body.grading_scheme.map(({ name }: { name: string }) => name)).toEqual(['P', 'F']);
  });

  it('makes one of points', async () => {
    const { body } = await teacher.post(path, {
      title: 'Four',
      points_based: true,
      scaling_factor: 4,
      grading_scheme_entry: [
        { name: '4', value: 87.5 },
        { name: '0', value: 0 },
      ],
    });
    expect(body).toMatchObject({
      points_based: true,
      scaling_factor: 4,
      grading_scheme: [{ value: 0.875, calculated_value: 3.5 }, { calculated_value: 0 }],
    });
  });

  it.each([
    [{ title: 'x' }, { data: [problem('data', 'blank')] }],
    [{ grading_scheme_entry: entries }, { title: [problem('title', 'blank')] }],
    [
      { title: 'x', grading_scheme_entry: entries.slice(0, 2) },
      { data: [problem('data', 'grading schemes must have 0% for the lowest grade')] },
    ],
    [
      { title: 'x', grading_scheme_entry: [...entries, { name: 'G', value: 0 }] },
      { data: [problem('data', 'grading scheme cannot contain duplicate values')] },
    ],
    [
      { title: 'x', grading_scheme_entry: [...entries, { name: 'G', value: -3 }] },
      { data: [problem('data', 'grading scheme values cannot be negative')] },
    ],
    [
      { title: 'x', grading_scheme_entry: [...entries, { name: 'x'.repeat(256), value: 3 }] },
      { data: [problem('data', 'a grading scheme name is too long')] },
    ],
    [
      { title: 'x', scaling_factor: 4, grading_scheme_entry: entries },
      { scaling_factor: [problem('scaling_factor', 'must be 1 if scheme points_based is false')] },
    ],
  ])('refuses %j', async (params, errors) => {
    expect(await teacher.post(path, params)).toMatchObject({ status: 400, body: { errors } });
  });
});

describe('POST /api/v1/accounts/{account_id}/grading_standards', () => {
  it('makes one for the courses below', async () => {
    const { body } = await admin.post(`accounts/${college.id}/grading_standards`, {
      title: 'College',
      grading_scheme_entry: entries,
    });
    expect(body).toMatchObject({ context_type: 'Account', context_id: college.id });
    await admin.put(`courses/${course.id}`, { course: { grading_standard_id: body.id } });
    expect((await admin.get(`courses/${course.id}`)).body.grading_standard_id).toBe(body.id);
    const elsewhere = await make.course();
    await admin.put(`courses/${elsewhere.id}`, { course: { grading_standard_id: body.id } });
    expect((await admin.get(`courses/${elsewhere.id}`)).body.grading_standard_id).toBeNull();
  });
});

describe('GET /api/v1/courses/{course_id}/grading_standards', () => {
  it('lists those of the course alone, without those deleted', async () => {
    const other = await make.course({ account_id: college.id });
    const kept = await make.gradingStandard({ context_type: 'Course', context_id: other.id });
    await make.gradingStandard({ context_type: 'Course', context_id: other.id, workflow_state: 'deleted' });
    expect((await admin.get(`courses/${other.id}/grading_standards`)).ids).toEqual([kept.id]);
  });
});

describe('GET /api/v1/accounts/{account_id}/grading_standards', () => {
  it('lists those of the account', async () => {
    const account = await make.account();
    const standard = await make.gradingStandard({ context_type: 'Account', context_id: account.id });
    expect((await admin.get(`accounts/${account.id}/grading_standards`)).ids).toEqual([standard.id]);
  });
});

describe('GET /api/v1/courses/{course_id}/grading_standards/{grading_standard_id}', () => {
  it('shows one of the course, and none of another', async () => {
    const standard = await make.gradingStandard({ context_type: 'Course', context_id: course.id });
    expect((await teacher.get(`${path}/${standard.id}`)).body).toMatchObject({ id: standard.id });
    const other = await make.course();
    const foreign = await admin.get(`courses/${other.id}/grading_standards/${standard.id}`);
    expect(foreign.status).toBe(404);
    expect((await teacher.get(`${path}/x`)).status).toBe(404);
  });
});

describe('GET /api/v1/accounts/{account_id}/grading_standards/{grading_standard_id}', () => {
  it('shows one of the account', async () => {
    const standard = await make.gradingStandard({ context_type: 'Account', context_id: college.id });
    const { body } = await admin.get(`accounts/${college.id}/grading_standards/${standard.id}`);
    expect(body).toMatchObject({ id: standard.id, grading_scheme: [{ name: 'Pass' }, { name: 'Fail' }] });
  });
});

describe('PUT /api/v1/courses/{course_id}/grading_standards/{grading_standard_id}', () => {
  it('changes the title alone', async () => {
    const standard = await make.gradingStandard({ context_type: 'Course', context_id: course.id });
    const { body } = await teacher.put(`${path}/${standard.id}`, { title: 'New' });
    expect(body).toMatchObject({ title: 'New', grading_scheme: [{ name: 'Pass', value: 0.5 }, {}] });
  });

  it('replaces all entries', async () => {
    const standard = await make.gradingStandard({ context_type: 'Course', context_id: course.id });
    const { body } = await teacher.put(`${path}/${standard.id}`, { grading_scheme_entry: entries });
    expect(body.grading_scheme).toHaveLength(3);
    expect((await teacher.put(`${path}/${standard.id}`, { points_based: true })).status).toBe(400);
  });

  it('leaves the scheme of what is graded by it alone', async () => {
    const standard = await make.gradingStandard({ context_type: 'Course', context_id: course.id });
    const student = await make.member(course.id);
    const { id } = await make.assignment({ course_id: course.id, grading_standard_id: standard.id });
    await make.submission({
      course_id: course.id,
      assignment_id: id,
      user_id: student.id,
      workflow_state: 'graded',
      score: 9,
      grade: 'Pass',
    });
    expect(await teacher.put(`${path}/${standard.id}`, { grading_scheme_entry: entries })).toMatchObject({
      status: 400,
      body: { errors: { base: [expect.stringContaining('Only the title can be updated.')] } },
    });
    expect((await teacher.put(`${path}/${standard.id}`, { title: 'Still' })).body.title).toBe('Still');
  });
});

describe('PUT /api/v1/accounts/{account_id}/grading_standards/{grading_standard_id}', () => {
  it('changes one of the account', async () => {
    const standard = await make.gradingStandard({ context_type: 'Account', context_id: college.id });
    const changed = await admin.put(`accounts/${college.id}/grading_standards/${standard.id}`, {
      title: 'N',
    });
    expect(changed.body.title).toBe('N');
  });
});

describe('DELETE /api/v1/courses/{course_id}/grading_standards/{grading_standard_id}', () => {
  it('deletes it, once', async () => {
    const standard = await make.gradingStandard({ context_type: 'Course', context_id: course.id });
    expect((await teacher.delete(`${path}/${standard.id}`)).body).toMatchObject({ id: standard.id });
    expect((await teacher.delete(`${path}/${standard.id}`)).status).toBe(404);
  });
});

describe('DELETE /api/v1/accounts/{account_id}/grading_standards/{grading_standard_id}', () => {
  it('deletes one of the account', async () => {
    const standard = await make.gradingStandard({ context_type: 'Account', context_id: college.id });
    const { status } = await admin.delete(`accounts/${college.id}/grading_standards/${standard.id}`);
    expect(status).toBe(200);
  });
});
