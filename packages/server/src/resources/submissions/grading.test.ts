import { describe, expect, it } from 'vitest';
import { openClassroom } from '../../../testing/classroom.ts';
import { upload } from '../../../testing/upload.ts';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { make, as, admin } = world;

const text = { submission_type: 'online_text_entry', body: 'Mine' };

async function oneStudent(values: object = {}, course: object = {}) {
  const room = await openClassroom(world, { course });
  const assignment = await room.assignment(values);
  const path = `${room.path(assignment)}/submissions`;
  const own = `${path}/${room.student.id}`;
  const grade = (submission: object, more: object = {}) => room.asTeacher.put(own, { submission, ...more });
  return { room, assignment, path, own, grade, api: as(room.student.token) };
}

describe('PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}', () => {
  it('grades, posts, and answers with the submission, its comments and all that were graded', async () => {
    const { room, grade } = await oneStudent();
    const { status, body } = await grade({ posted_grade: '8.5' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      grade: '8.5',
      score: 8.5,
      entered_grade: '8.5',
      entered_score: 8.5,
      workflow_state: 'graded',
      grader_id: room.teacher.id,
      graded_at: '2026-09-15T12:00:00Z',
      posted_at: '2026-09-15T12:00:00Z',
      excused: false,
      submission_comments: [],
    });
    expect(body.all_submissions).toMatchObject([{ user_id: room.student.id, score: 8.5 }]);
    expect(body.all_submissions[0]).not.toHaveProperty('submission_comments');
  });

  it.each([
    ['points', 10, '8.50', 8.5, '8.5'],
    ['points', 10, 8, 8, '8'],
    ['points', 10, '85%', 8.5, '8.5'],
    ['points', 10, '12', 12, '12'],
    ['points', 10, '-1', -1, '-1'],
    ['points', 10, 'B+', null, null],
    ['percent', 20, '85%', 17, '85%'],
    ['percent', 20, '17', 17, '85%'],
    ['pass_fail', 10, 'complete', 10, 'complete'],
    ['pass_fail', 10, 'pass', 10, 'complete'],
    ['pass_fail', 10, 'fail', 0, 'incomplete'],
    ['pass_fail', 10, '5', null, null],
    ['letter_grade', 100, 'A', 100, 'A'],
    ['letter_grade', 100, 'B', 86, 'B'],
    ['letter_grade', 100, '84', 84, 'B'],
    ['letter_grade', 100, '93%', 93, 'A-'],
    ['gpa_scale', 10, 'C', 7.6, 'C'],
    ['not_graded', 10, '5', null, null],
  ])(
    'takes for %s of %d points %o as %o',
    async (grading_type, points_possible, posted_grade, score, shown) => {
      const { grade } = await oneStudent({ grading_type, points_possible });
      expect((await grade({ posted_grade })).body).toMatchObject({ score, grade: shown });
    },
  );

  it('goes by a scheme of one’s own, and by points on request', async () => {
    const room = await openClassroom(world);
    const standard = await make.gradingStandard({
      context_type: 'Course',
      context_id: room.course.id,
      data: JSON.stringify([
        ['5', 0.9],
        ['4', 0.5],
        ['3', 0],
      ]),
    });
    const assignment = await room.assignment({
      grading_type: 'gpa_scale',
      points_possible: 10,
      grading_standard_id: standard.id,
    });
    const own = `${room.path(assignment)}/submissions/${room.student.id}`;
    const submission = { posted_grade: '5' };
    expect((await room.asTeacher.put(own, { submission })).body).toMatchObject({ score: 10, grade: '5' });
    const points = { submission, prefer_points_over_scheme: true };
    expect((await room.asTeacher.put(own, points)).body).toMatchObject({ score: 5, grade: '4' });
  });

  it('takes a grade away, and leaves what was handed in', async () => {
    const { grade, api, path } = await oneStudent();
    await grade({ posted_grade: '5' });
    expect((await grade({ posted_grade: '' })).body).toMatchObject({
      score: null,
      grade: null,
      workflow_state: 'unsubmitted',
    });
    await api.post(path, { submission: text });
    await grade({ posted_grade: '5' });
    const { body } = await grade({ posted_grade: '' });
    expect(body).toMatchObject({ score: null, grade: null, body: 'Mine', attempt: 1 });
  });

  it('excuses, and takes an excuse back', async () => {
    const { grade } = await oneStudent();
    await grade({ posted_grade: '5' });
    expect((await grade({ excuse: true })).body).toMatchObject({
      excused: true,
      score: null,
      grade: null,
      workflow_state: 'graded',
    });
    expect(await grade({ excuse: true, posted_grade: '5' })).toMatchObject({
      status: 400,
      body: { error: 'Cannot simultaneously grade and excuse an assignment' },
    });
    expect((await grade({ posted_grade: '4' })).body).toMatchObject({ excused: false, score: 4 });
    await grade({ excuse: true });
    expect((await grade({ excuse: false })).body).toMatchObject({ excused: false, score: null });
  });

  it('keeps grades back where they are posted by hand', async () => {
    const { grade, api, own } = await oneStudent({ post_manually: true });
    expect((await grade({ posted_grade: '5' })).body).toMatchObject({ score: 5, posted_at: null });
    expect((await api.get(own)).body).not.toHaveProperty('score');
  });

  it('brings the scores of the course along', async () => {
    const { room, grade } = await oneStudent({ points_possible: 10 });
    await grade({ posted_grade: '8' });
    const { body } = await admin.get(`courses/${room.course.id}/enrollments`, { user_id: room.student.id });
    expect(body[0].grades).toMatchObject({ current_score: 80, final_score: 80 });
  });

  it('deducts for lateness, and shows what was entered', async () => {
    const { room, grade, api, path } = await oneStudent({
      points_possible: 10,
      due_at: '2026-09-14T00:00:00Z',
    });
    await world.database.kysely
      .insertInto('late_policies')
      .values({
        course_id: room.course.id,
        late_submission_deduction_enabled: true,
        late_submission_deduction: 10,
        late_submission_interval: 'day',
        missing_submission_deduction_enabled: true,
        missing_submission_deduction: 100,
        created_at: world.clock.now(),
        updated_at: world.clock.now(),
      })
      .execute();
    await api.post(path, { submission: text });
    expect((await grade({ posted_grade: '9' })).body).toMatchObject({
      score: 7,
      grade: '7',
      entered_score: 9,
      entered_grade: '9',
      points_deducted: 2,
      late: true,
    });
    expect((await grade({ late_policy_status: 'none' })).body).toMatchObject({
      score: 9,
      points_deducted: null,
      late: false,
      late_policy_status: 'none',
    });
    expect(
      (await grade({ late_policy_status: 'late', seconds_late_override: 3 * 86_400 })).body,
    ).toMatchObject({ score: 6, points_deducted: 3, seconds_late: 259_200, late: true });
    const fellow = `${path}/${room.fellow.id}`;
    const missing = await room.asTeacher.put(fellow, { submission: { late_policy_status: 'missing' } });
    expect(missing.body).toMatchObject({ score: 0, grade: '0', missing: true, workflow_state: 'graded' });
  });

  it('sets a state and a sticker without a grade, and refuses unknown ones', async () => {
    const { grade } = await oneStudent();
    expect((await grade({ late_policy_status: 'extended', sticker: 'apple' })).body).toMatchObject({
      late_policy_status: 'extended',
      sticker: 'apple',
      score: null,
      workflow_state: 'unsubmitted',
    });
    expect((await grade({ sticker: '' })).body).toMatchObject({ sticker: null });
    expect((await grade({ late_policy_status: null })).body).toMatchObject({ late_policy_status: null });
    for (const bad of [{ late_policy_status: 'asleep' }, { sticker: 'skull' }]) {
      const { status, body } = await grade(bad);
      expect([status, body.errors[Object.keys(bad)[0] as string][0].type]).toEqual([400, 'inclusion']);
    }
    expect((await grade({ custom_grade_status_id: 1 })).status).toBe(404);
  });

  it('grades a whole group, but for those who are excused or graded by themselves', async () => {
    const room = await openClassroom(world, { students: 3 });
    const context = { context_type: 'Course', context_id: room.course.id } as const;
    const group = await make.group(context);
    for (const { id } of room.students) await make.groupMember(group.id, id);
    const [one, two, three] = room.students.map(({ id }) => id);
    const values = { group_category_id: group.group_category_id };
    const assignment = await room.assignment(values);
    const path = `${room.path(assignment)}/submissions`;
    await room.asTeacher.put(`${path}/${three}`, { submission: { excuse: true } });
    const { body } = await room.asTeacher.put(`${path}/${one}`, {
      submission: { posted_grade: '7' },
      comment: { text_comment: 'All of you', group_comment: true },
    });
    expect(
      body.all_submissions.map(({ user_id, score }: { user_id: number; score: number }) => [user_id, score]),
    ).toEqual([
      [one, 7],
      [two, 7],
      [three, null],
    ]);
    const list = await room.asTeacher.get(path, { 'include[]': ['submission_comments'] });
    expect(
      list.body.map((row: { submission_comments: unknown[] }) => row.submission_comments.length),
    ).toEqual([1, 1, 1]);

    const alone = await room.asTeacher.put(`${path}/${two}`, {
      submission: { posted_grade: '3' },
      comment: { text_comment: 'Only you' },
    });
    expect(alone.body.submission_comments).toHaveLength(2);
    const individually = await room.assignment({ ...values, grade_group_students_individually: true });
    const single = await room.asTeacher.put(`${room.path(individually)}/submissions/${one}`, {
      submission: { posted_grade: '7' },
    });
    expect(single.body.all_submissions).toHaveLength(1);
  });

  it('lets a student comment on his own work, and on nobody’s else', async () => {
    const { room, own, path, api } = await oneStudent();
    const comment = { text_comment: '<b>Look</b> at a < b' };
    const { body } = await api.put(own, { comment });
    expect(body.submission_comments).toMatchObject([
      { comment: 'Look at a < b', author_id: room.student.id, attempt: null },
    ]);
    expect((await api.put(own, { submission: { posted_grade: '10' } })).status).toBe(401);
    expect((await api.put(`${path}/${room.fellow.id}`, { comment })).status).toBe(401);
  });

  it('posts with an instructor’s comment, and refuses attempts that there weren’t', async () => {
    const { room, own, api, path } = await oneStudent();
    await api.post(path, { submission: text });
    const { body } = await room.asTeacher.put(own, { comment: { text_comment: 'Well', attempt: 1 } });
    expect(body).toMatchObject({
      posted_at: '2026-09-15T12:00:00Z',
      submission_comments: [{ comment: 'Well', attempt: 1 }],
    });
    const late = await room.asTeacher.put(own, { comment: { text_comment: 'x', attempt: 2 } });
    expect([late.status, late.body.errors.attempt[0].message]).toEqual([
      400,
      'attempt must not be larger than number of submission attempts',
    ]);
    const nothing = await room.asTeacher.put(own, { comment: { text_comment: '  ' } });
    expect(nothing.body.submission_comments).toHaveLength(1);
  });

  it('attaches files that the commenter uploaded for comments, and nobody else’s', async () => {
    const { room, own, path } = await oneStudent();
    const file = await upload(room.asTeacher, `${own}/comments/files`, { name: 'notes.txt' }, 'Notes');
    expect(file.body).toMatchObject({ folder_id: null, display_name: 'notes.txt' });
    const { body } = await room.asTeacher.put(own, { comment: { file_ids: [file.body.id] } });
    expect(body.submission_comments).toMatchObject([
      { comment: 'Please see attached files.', attachments: [{ id: file.body.id }] },
    ]);
    expect((await room.asTeacher.get(`users/${room.teacher.id}/files`)).ids).toEqual([]);
    const other = await make.member(room.course.id, 'TeacherEnrollment');
    const taken = await as(other.token).put(own, { comment: { file_ids: [file.body.id] } });
    expect(taken.status).toBe(401);
    const plain = await upload(room.asTeacher, `users/${room.teacher.id}/files`, { name: 'x.txt' });
    expect((await room.asTeacher.put(own, { comment: { file_ids: [plain.body.id] } })).status).toBe(401);
    expect(path).toContain('submissions');
  });

  it('hands in a tool’s launch with the grade', async () => {
    const { grade } = await oneStudent();
    const { body } = await grade({
      posted_grade: '5',
      submission_type: 'basic_lti_launch',
      url: 'https://tool.example/1',
    });
    expect(body).toMatchObject({
      submission_type: 'basic_lti_launch',
      external_tool_url: 'https://tool.example/1',
      attempt: 1,
      score: 5,
    });
  });

  it('is refused in a closed grading period, but to administrators', async () => {
    const { room, grade, own } = await oneStudent();
    const set = await make.gradingPeriodSet({ course_id: room.course.id });
    const period = await make.gradingPeriod({
      grading_period_group_id: set.id,
      start_date: '2026-01-01T00:00:00Z',
      end_date: '2026-06-01T00:00:00Z',
      close_date: '2026-06-02T00:00:00Z',
    });
    await world.database.kysely
      .updateTable('submissions')
      .set({ grading_period_id: period.id })
      .where('user_id', '=', room.student.id)
      .execute();
    expect((await grade({ posted_grade: '5' })).status).toBe(401);
    expect((await admin.put(own, { submission: { posted_grade: '5' } })).body.score).toBe(5);
  });

  it('is refused for moderated and unpublished grades, unpublished assignments, strangers', async () => {
    const moderated = await oneStudent({ moderated_grading: true, grader_count: 2 });
    expect((await moderated.grade({ posted_grade: '5' })).status).toBe(401);
    expect((await moderated.grade({ posted_grade: '5', provisional: true })).status).toBe(401);
    const unpublished = await oneStudent({ workflow_state: 'unpublished' });
    expect((await unpublished.grade({ posted_grade: '5' })).status).toBe(401);
    const { room, path } = await oneStudent();
    const stranger = await make.person();
    const put = (userId: number) =>
      room.asTeacher.put(`${path}/${userId}`, { submission: { posted_grade: '5' } });
    expect((await put(stranger.id)).status).toBe(404);
    expect((await put(room.teacher.id)).status).toBe(404);
    await world.database.kysely
      .updateTable('enrollments')
      .set({ workflow_state: 'completed' })
      .where('user_id', '=', room.fellow.id)
      .execute();
    expect(await put(room.fellow.id)).toMatchObject({
      status: 400,
      body: { error: 'Student must be enrolled in the course as a student to be graded' },
    });
  });

  it('keeps both grades of two graders at once, and the sum of the course right', async () => {
    const { room, path } = await oneStudent({ points_possible: 10 });
    const grades = [room.student, room.fellow].map(({ id }, index) =>
      room.asTeacher.put(`${path}/${id}`, { submission: { posted_grade: String(index + 4) } }),
    );
    expect((await Promise.all(grades)).map(({ body }) => body.score)).toEqual([4, 5]);
    const { body } = await admin.get(`courses/${room.course.id}/enrollments`, {
      'type[]': ['StudentEnrollment'],
    });
    const scores = body.map(({ grades }: { grades: { current_score: number } }) => grades.current_score);
    expect(scores.sort()).toEqual([40, 50]);
  });
});

describe('PUT /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions/{user_id}', () => {
  it('grades who is in the section', async () => {
    const { room, assignment } = await oneStudent();
    const section = await make.section({ course_id: room.course.id });
    const here = (await room.asTeacher.get(`courses/${room.course.id}/sections`)).ids[0];
    const grade = (sectionId: number | undefined) =>
      room.asTeacher.put(
        `sections/${sectionId}/assignments/${assignment.id}/submissions/${room.student.id}`,
        { submission: { posted_grade: '5' } },
      );
    expect((await grade(here)).body.score).toBe(5);
    expect((await grade(section.id)).status).toBe(404);
  });
});
