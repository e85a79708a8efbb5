import { describe, expect, it } from 'vitest';
import { openClassroom } from '../../../testing/classroom.ts';
import { upload } from '../../../testing/upload.ts';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { make, as } = world;

async function graded(room: Awaited<ReturnType<typeof openClassroom>>, path: string, grade_data: unknown) {
  const begun = await room.asTeacher.post(path, { grade_data });
  expect(begun.status).toBe(200);
  await world.runJobs();
  return (await room.asTeacher.get(`progress/${begun.body.id}`)).body;
}

describe('POST /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/update_grades', () => {
  it('grades, excuses and comments, and brings scores along', async () => {
    const room = await openClassroom(world, { students: 3 });
    const assignment = await room.assignment({ points_possible: 10 });
    const path = room.path(assignment);
    const [one, two, three] = room.students.map(({ id }) => id);
    const progress = await graded(room, `${path}/submissions/update_grades`, {
      [`${one}`]: { posted_grade: '9', text_comment: 'Good' },
      [`${two}`]: { excuse: true },
      [`${three}`]: { text_comment: 'Only this' },
    });
    expect(progress).toMatchObject({
      tag: 'submissions_update',
      context_type: 'Course',
      context_id: room.course.id,
      workflow_state: 'completed',
      completion: 100,
    });
    const { body } = await room.asTeacher.get(`${path}/submissions`, {
      'include[]': ['submission_comments'],
    });
    expect(body).toMatchObject([
      { score: 9, grader_id: room.teacher.id, submission_comments: [{ comment: 'Good' }] },
      { excused: true, score: null },
      { score: null, submission_comments: [{ comment: 'Only this' }] },
    ]);
    const own = await as(room.student.token).get(`users/self/enrollments`);
    expect(own.body[0].grades.current_score).toBe(90);
  });

  it('reads forms, SIS ids and files of comments', async () => {
    const room = await openClassroom(world, { students: 1 });
    const known = await make.person({}, { sis_user_id: 'bulk-1' });
    await make.enroll(known.id, room.course.id);
    const assignment = await room.assignment();
    const path = `${room.path(assignment)}/submissions`;
    const file = await upload(room.asTeacher, `${path}/${known.id}/comments/files`, { name: 'n.txt' });
    const begun = await room.asTeacher.post(
      `${path}/update_grades`,
      `grade_data[sis_user_id:bulk-1][posted_grade]=85%25&grade_data[sis_user_id:bulk-1][file_ids][]=${file.body.id}&grade_data[${room.student.id}][posted_grade]=3`,
    );
    expect(begun.status).toBe(200);
    await world.runJobs();
    const { body } = await room.asTeacher.get(`${path}/${known.id}`, {
      'include[]': ['submission_comments'],
    });
    expect(body).toMatchObject({
      score: 8.5,
      submission_comments: [{ attachments: [{ id: file.body.id }] }],
    });
    expect((await room.asTeacher.get(`${path}/${room.student.id}`)).body.score).toBe(3);
  });

  it('grades those who are there, and fails with those who aren’t', async () => {
    const room = await openClassroom(world);
    const assignment = await room.assignment();
    const path = `${room.path(assignment)}/submissions`;
    const stranger = await make.person();
    const progress = await graded(room, `${path}/update_grades`, {
      [room.student.id]: { posted_grade: '4' },
      [stranger.id]: { posted_grade: '4' },
      'sis_user_id:nobody': { posted_grade: '4' },
    });
    expect(progress).toMatchObject({
      workflow_state: 'failed',
      message: `Couldn't find User(s) with API ids '${stranger.id}', 'sis_user_id:nobody'`,
    });
    expect((await room.asTeacher.get(`${path}/${room.student.id}`)).body.score).toBe(4);
  });

  it('writes nothing where nothing changes', async () => {
    const room = await openClassroom(world);
    const assignment = await room.assignment();
    const path = `${room.path(assignment)}/submissions`;
    const data = { [room.student.id]: { posted_grade: '4' } };
    for (const _ of [1, 2]) await graded(room, `${path}/update_grades`, data);
    const { body } = await room.asTeacher.get(`courses/${room.course.id}/gradebook_history/feed`);
    expect(body).toHaveLength(1);
  });

  it('grades groups together', async () => {
    const room = await openClassroom(world, { students: 2 });
    const group = await make.group({ context_type: 'Course', context_id: room.course.id });
    for (const { id } of room.students) await make.groupMember(group.id, id);
    const assignment = await room.assignment({ group_category_id: group.group_category_id });
    const path = `${room.path(assignment)}/submissions`;
    await graded(room, `${path}/update_grades`, { [room.student.id]: { posted_grade: '6' } });
    const { body } = await room.asTeacher.get(path);
    expect(body.map(({ score }: { score: number }) => score)).toEqual([6, 6]);
  });

  it('takes a grader who sees one section for those of it alone', async () => {
    const room = await openClassroom(world, { students: 1 });
    const section = await make.section({ course_id: room.course.id });
    const limited = await make.person();
    await make.enroll(limited.id, room.course.id, 'TeacherEnrollment', {
      course_section_id: section.id,
      limit_privileges_to_course_section: true,
    });
    const assignment = await room.assignment();
    const path = `${room.path(assignment)}/submissions`;
    await as(limited.token).post(`${path}/update_grades`, {
      grade_data: { [room.student.id]: { posted_grade: '1' } },
    });
    await world.runJobs();
    expect((await room.asTeacher.get(`${path}/${room.student.id}`)).body.score).toBe(null);
  });

  it('refuses nothing, unpublished assignments, and whoever doesn’t grade', async () => {
    const room = await openClassroom(world);
    const assignment = await room.assignment();
    const path = `${room.path(assignment)}/submissions/update_grades`;
    for (const body of [{}, { grade_data: {} }]) {
      expect(await room.asTeacher.post(path, body)).toMatchObject({
        status: 400,
        body: { error: "'grade_data' parameter required" },
      });
    }
    const grade_data = { [room.student.id]: { posted_grade: '10' } };
    expect((await as(room.student.token).post(path, { grade_data })).status).toBe(401);
    const unpublished = await room.assignment({ workflow_state: 'unpublished' });
    const hidden = `${room.path(unpublished)}/submissions/update_grades`;
    expect((await room.asTeacher.post(hidden, { grade_data })).status).toBe(401);
  });
});

describe('POST /api/v1/courses/{course_id}/submissions/update_grades', () => {
  it('grades several assignments, and names those that it doesn’t find', async () => {
    const room = await openClassroom(world, { students: 1 });
    const [first, second] = [
      await room.assignment(),
      await room.assignment({ sis_assignment_id: 'bulk-assignment' }),
    ];
    const path = `courses/${room.course.id}/submissions/update_grades`;
    const progress = await graded(room, path, {
      [first.id]: { [room.student.id]: { posted_grade: '4' } },
      'sis_assignment_id:bulk-assignment': { [room.student.id]: { posted_grade: '6' } },
    });
    expect(progress.workflow_state).toBe('completed');
    for (const [assignment, score] of [
      [first, 4],
      [second, 6],
    ] as const) {
      const { body } = await room.asTeacher.get(`${room.path(assignment)}/submissions/${room.student.id}`);
      expect(body.score).toBe(score);
    }
    const unknown = await room.asTeacher.post(path, {
      grade_data: { 999999: { [room.student.id]: { posted_grade: '4' } } },
    });
    expect(unknown).toMatchObject({
      status: 400,
      body: { error: 'Some assignments could not be found: ( 999999 )' },
    });
  });

  it('fails with assignments that were unpublished meanwhile', async () => {
    const room = await openClassroom(world, { students: 1 });
    const assignment = await room.assignment();
    const begun = await room.asTeacher.post(`courses/${room.course.id}/submissions/update_grades`, {
      grade_data: { [assignment.id]: { [room.student.id]: { posted_grade: '4' } } },
    });
    await world.database.kysely
      .updateTable('assignments')
      .set({ workflow_state: 'unpublished' })
      .where('id', '=', assignment.id)
      .execute();
    await world.runJobs();
    expect((await room.asTeacher.get(`progress/${begun.body.id}`)).body).toMatchObject({
      workflow_state: 'failed',
      message: `Some assignments are either not published or deleted and can not be graded '${assignment.id}'`,
    });
  });
});

describe('POST /api/v1/sections/{section_id}/submissions/update_grades', () => {
  it('grades those of the section', async () => {
    const room = await openClassroom(world, { students: 1 });
    const section = await make.section({ course_id: room.course.id });
    const there = await make.person();
    await make.enroll(there.id, room.course.id, 'StudentEnrollment', { course_section_id: section.id });
    const assignment = await room.assignment();
    const progress = await graded(room, `sections/${section.id}/submissions/update_grades`, {
      [assignment.id]: {
        [there.id]: { posted_grade: '4' },
        [room.student.id]: { posted_grade: '4' },
      },
    });
    expect(progress.message).toBe(`Couldn't find User(s) with API ids '${room.student.id}'`);
    const { body } = await room.asTeacher.get(`${room.path(assignment)}/submissions`);
    expect(body.map(({ score }: { score: number }) => score)).toEqual([null, 4]);
  });
});
