import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';
import { scoreMissingWork } from '../../domain/grading/missing-work.ts';
import type { Site } from '../../http/site.ts';

const world = await openWorld();
const { make, admin } = world;

const patch = (courseId: number, late_policy: object, as = admin) =>
  as.send('PATCH', `courses/${courseId}/late_policy`, {
    payload: JSON.stringify({ late_policy }),
    headers: { 'content-type': 'application/json' },
  });

describe('POST /api/v1/courses/{id}/late_policy', () => {
  it('gives a course one, and no second', async () => {
    const course = await make.course();
    const path = `courses/${course.id}/late_policy`;
    const { status, body } = await admin.post(path, {
      late_policy: { late_submission_deduction_enabled: true, late_submission_deduction: 12.345 },
    });
    expect(status).toBe(201);
    expect(body).toEqual({
      late_policy: {
        id: body.late_policy.id,
        missing_submission_deduction_enabled: false,
        missing_submission_deduction: 0,
        late_submission_deduction_enabled: true,
        late_submission_deduction: 12.35,
        late_submission_interval: 'day',
        late_submission_minimum_percent_enabled: false,
        late_submission_minimum_percent: 0,
      },
    });
    expect(await admin.post(path, { late_policy: { late_submission_interval: 'hour' } })).toMatchObject({
      status: 400,
      body: { status: 'bad_request', errors: [{ message: 'only one late policy per course is allowed' }] },
    });
    expect((await admin.get(path)).body).toEqual(body);
  });

  it.each([
    [{ late_submission_deduction: 101 }, 'late_submission_deduction', 'less_than_or_equal_to'],
    [{ missing_submission_deduction: -1 }, 'missing_submission_deduction', 'greater_than_or_equal_to'],
    [{ late_submission_minimum_percent: null }, 'late_submission_minimum_percent', 'blank'],
    [{ late_submission_interval: 'week' }, 'late_submission_interval', 'inclusion'],
  ])('refuses %j', async (late_policy, attribute, type) => {
    const course = await make.course();
    expect(await admin.post(`courses/${course.id}/late_policy`, { late_policy })).toMatchObject({
      status: 422,
      body: {
        errors: { [attribute]: expect.arrayContaining([expect.objectContaining({ attribute, type })]) },
      },
    });
  });

  it('needs something to say', async () => {
    const course = await make.course();
    expect((await admin.post(`courses/${course.id}/late_policy`, {})).status).toBe(400);
  });
});

describe('GET /api/v1/courses/{id}/late_policy', () => {
  it('is for graders, and is not there in a course without', async () => {
    const course = await make.course();
    const as = async (type: 'TeacherEnrollment' | 'DesignerEnrollment' | 'StudentEnrollment') =>
      (await world.as((await make.member(course.id, type)).token).get(`courses/${course.id}/late_policy`))
        .status;
    expect(await as('TeacherEnrollment')).toBe(404);
    await admin.post(`courses/${course.id}/late_policy`, {
      late_policy: { late_submission_interval: 'hour' },
    });
    expect(await as('TeacherEnrollment')).toBe(200);
    expect(await as('DesignerEnrollment')).toBe(401);
    expect(await as('StudentEnrollment')).toBe(401);
  });
});

describe('PATCH /api/v1/courses/{id}/late_policy', () => {
  it('changes what is given, by graders', async () => {
    const course = await make.course();
    expect((await patch(course.id, { late_submission_interval: 'hour' })).status).toBe(404);
    await admin.post(`courses/${course.id}/late_policy`, { late_policy: { late_submission_deduction: 5 } });
    const student = world.as((await make.member(course.id)).token);
    expect((await patch(course.id, { late_submission_interval: 'hour' }, student)).status).toBe(401);
    expect(await patch(course.id, { late_submission_interval: 'hour' })).toMatchObject({
      status: 204,
      body: '',
    });
    expect((await admin.get(`courses/${course.id}/late_policy`)).body.late_policy).toMatchObject({
      late_submission_interval: 'hour',
      late_submission_deduction: 5,
    });
  });

  it('looks through what is graded and what is missing, and scores follow', async () => {
    const course = await make.course();
    const [late, idle, extended] = [
      await make.member(course.id),
      await make.member(course.id),
      await make.member(course.id),
    ];
    const assignment = await make.assignment({ course_id: course.id, points_possible: 50 });
    const due = '2020-01-01T00:00:00Z';
    const submission = (user_id: number, values: object = {}) =>
      make.submission({
        course_id: course.id,
        assignment_id: assignment.id,
        user_id,
        cached_due_date: due,
        ...values,
      });
    const handedIn = {
      submission_type: 'online_text_entry',
      submitted_at: '2020-01-02T12:00:00Z',
      attempt: 1,
      workflow_state: 'graded' as const,
      score: 40,
      grade: '40',
      graded_attempt: 1,
      posted_at: due,
    };
    await submission(late.id, handedIn);
    await submission(idle.id);
    await submission(extended.id, { ...handedIn, late_policy_status: 'extended' });
    const shown = async (userId: number) =>
      (await admin.get(`courses/${course.id}/assignments/${assignment.id}/submissions/${userId}`)).body;
    const score = async (user_id: number) =>
      (await admin.get(`courses/${course.id}/enrollments`, { user_id })).body[0].grades.current_score;

    await admin.post(`courses/${course.id}/late_policy`, {
      late_policy: {
        late_submission_deduction_enabled: true,
        late_submission_deduction: 10,
        missing_submission_deduction_enabled: true,
        missing_submission_deduction: 75,
      },
    });
    expect(await shown(late.id)).toMatchObject({
      score: 30,
      grade: '30',
      points_deducted: 10,
      entered_score: 40,
      entered_grade: '40',
    });
    expect(await shown(idle.id)).toMatchObject({ score: 12.5, workflow_state: 'graded', missing: true });
    expect(await shown(extended.id)).toMatchObject({ score: 40 });
    expect([await score(late.id), await score(idle.id)]).toEqual([60, 25]);

    await patch(course.id, { late_submission_interval: 'hour', late_submission_minimum_percent: 40 });
    expect(await shown(late.id)).toMatchObject({ score: 0, points_deducted: 40 });
    await patch(course.id, { late_submission_minimum_percent_enabled: true });
    expect(await shown(late.id)).toMatchObject({ score: 20, points_deducted: 20 });
    expect(await score(late.id)).toBe(40);
    // A grade that is given stays, and a policy that is switched off leaves what it took.
    await patch(course.id, { missing_submission_deduction: 50, late_submission_deduction_enabled: false });
    expect(await shown(idle.id)).toMatchObject({ score: 12.5 });
    expect(await shown(late.id)).toMatchObject({ score: 20 });
  });

  it('leaves closed grading periods alone', async () => {
    const term = await make.term();
    const set = await make.gradingPeriodSet({}, [term.id]);
    const period = await make.gradingPeriod({
      grading_period_group_id: set.id,
      start_date: '2019-01-01T00:00:00Z',
      end_date: '2020-12-31T00:00:00Z',
    });
    const course = await make.course({ enrollment_term_id: term.id });
    const student = await make.member(course.id);
    const { id } = await make.assignment({ course_id: course.id });
    await make.submission({
      course_id: course.id,
      assignment_id: id,
      user_id: student.id,
      cached_due_date: '2020-01-01T00:00:00Z',
      grading_period_id: period.id,
    });
    await admin.post(`courses/${course.id}/late_policy`, {
      late_policy: { missing_submission_deduction_enabled: true },
    });
    const { body } = await admin.get(`courses/${course.id}/assignments/${id}/submissions/${student.id}`);
    expect(body).toMatchObject({ score: null, workflow_state: 'unsubmitted' });
  });
});

describe('work that falls due', () => {
  const site = () => ({ database: world.database, clock: world.clock, settings: {} }) as unknown as Site;

  async function classroom() {
    const course = await make.course();
    const [idle, busy, excused] = [
      await make.member(course.id),
      await make.member(course.id),
      await make.member(course.id),
    ];
    await admin.post(`courses/${course.id}/late_policy`, {
      late_policy: { missing_submission_deduction_enabled: true, missing_submission_deduction: 60 },
    });
    const due_at = `${new Date(Date.parse(world.clock.now()) + 3_600_000).toISOString().slice(0, 19)}Z`;
    const assignment = (values: object) =>
      admin.post(`courses/${course.id}/assignments`, {
        assignment: { name: 'Essay', points_possible: 10, due_at, published: true, ...values },
      });
    const essay = (await assignment({ submission_types: ['online_text_entry'] })).body;
    const paper = (await assignment({ submission_types: ['on_paper'] })).body;
    const path = `courses/${course.id}/assignments/${essay.id}/submissions`;
    await world
      .as(busy.token)
      .post(path, { submission: { submission_type: 'online_text_entry', body: 'Done' } });
    await admin.put(`${path}/${excused.id}`, { submission: { excuse: true } });
    const scored = async (id = essay.id) => {
      const { body } = await admin.get(`courses/${course.id}/assignments/${id}/submissions`);
      return Object.fromEntries(
        body.map(({ user_id, score }: { user_id: number; score: number | null }) => [user_id, score]),
      );
    };
    return { course, idle, busy, excused, paper, scored };
  }

  it('is scored as missing once its time is over, with the score of the course', async () => {
    const { course, idle, busy, excused, paper, scored } = await classroom();
    const nothing = { [idle.id]: null, [busy.id]: null, [excused.id]: null };
    expect(await scoreMissingWork(site())).toBe(0);
    expect(await scored()).toEqual(nothing);
    world.clock.advance(3_660);
    expect(await scoreMissingWork(site(), 86_400)).toBe(1);
    expect(await scored()).toEqual({ ...nothing, [idle.id]: 4 });
    expect(await scored(paper.id)).toEqual(nothing);
    const { body } = await admin.get(`courses/${course.id}/enrollments`, { user_id: idle.id });
    expect(body[0].grades.current_score).toBe(40);
    expect(await scoreMissingWork(site())).toBe(0);
  });

  it('is scored once, however many servers look', async () => {
    const { idle, scored } = await classroom();
    world.clock.advance(3_660);
    await Promise.all([1, 2, 3].map(() => scoreMissingWork(site())));
    expect(await scored()).toMatchObject({ [idle.id]: 4 });
    const { body } = await admin.get(`audit/grade_change/students/${idle.id}`);
    expect(body.events).toHaveLength(1);
  });

  it('is left for longer than a day to the look at the start', async () => {
    const { idle, scored } = await classroom();
    world.clock.advance(100_000);
    expect(await scoreMissingWork(site(), 86_400)).toBe(0);
    expect(await scoreMissingWork(site())).toBe(1);
    expect(await scored()).toMatchObject({ [idle.id]: 4 });
  });
});
