import { describe, expect, it } from 'vitest';
import { openClassroom } from '../../../testing/classroom.ts';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { make, as, admin, clock } = world;

/** Graded 5 on the 15th, and 8 on the 16th by somebody else. */
async function gradedTwice() {
  const room = await openClassroom(world, { students: 1 });
  const assignment = await room.assignment({ name: 'Essay' });
  const own = `${room.path(assignment)}/submissions/${room.student.id}`;
  const second = await make.member(room.course.id, 'TeacherEnrollment', { name: 'Ulla Second' });
  clock.set('2026-09-15T12:00:00Z');
  await room.asTeacher.put(own, { submission: { posted_grade: '5' } });
  clock.set('2026-09-16T12:00:00Z');
  await as(second.token).put(own, { submission: { posted_grade: '8' } });
  return { room, assignment, second, path: `courses/${room.course.id}/gradebook_history`, own };
}

describe('GET /api/v1/courses/{course_id}/gradebook_history/days', () => {
  it('has the days with their graders and what they graded, the latest first', async () => {
    const { room, assignment, second, path } = await gradedTwice();
    const other = await room.assignment();
    clock.set('2026-09-17T12:00:00Z');
    await room.asTeacher.put(`${room.path(other)}/submissions/${room.student.id}`, {
      submission: { posted_grade: '5' },
    });
    const { body } = await room.asTeacher.get(`${path}/days`);
    expect(body).toMatchObject([
      { date: '2026-09-17', graders: [{ id: room.teacher.id, assignments: [{ id: other.id }] }] },
      {
        date: '2026-09-16',
        graders: [
          { id: second.id, name: 'Ulla Second', assignments: [{ id: assignment.id, name: 'Essay' }] },
        ],
      },
    ]);
  });

  it('goes by the caller’s time zone', async () => {
    const { room, path } = await gradedTwice();
    await world.database.kysely
      .updateTable('users')
      .set({ time_zone: 'Pacific/Kiritimati' })
      .where('id', '=', room.teacher.id)
      .execute();
    const { body } = await room.asTeacher.get(`${path}/days`);
    expect(body[0].date).toBe('2026-09-17');
    expect((await room.asTeacher.get(`${path}/2026-09-17`)).body).toHaveLength(1);
  });

  it('names nobody where a policy graded', async () => {
    const { room, path, own } = await gradedTwice();
    const { body } = await room.asTeacher.get(own);
    await world.database.kysely
      .updateTable('submissions')
      .set({ grader_id: null })
      .where('id', '=', body.id)
      .execute();
    const days = await room.asTeacher.get(`${path}/days`);
    expect(days.body[0].graders[0]).toMatchObject({ id: 0, name: 'Graded on submission' });
    const byNobody = `${path}/2026-09-16/graders/0/assignments/${body.assignment_id}/submissions`;
    expect((await room.asTeacher.get(byNobody)).body).toHaveLength(1);
  });
});

describe('GET /api/v1/courses/{course_id}/gradebook_history/{date}', () => {
  it('has the graders of a day', async () => {
    const { room, second, path } = await gradedTwice();
    expect((await room.asTeacher.get(`${path}/2026-09-16`)).body).toMatchObject([{ id: second.id }]);
    expect((await room.asTeacher.get(`${path}/2026-09-01`)).body).toEqual([]);
    for (const bad of ['yesterday', '2026-13-01', '2026-02-30']) {
      expect((await room.asTeacher.get(`${path}/${bad}`)).status).toBe(400);
    }
    expect((await as(room.student.token).get(`${path}/2026-09-16`)).status).toBe(401);
  });
});

describe('GET /api/v1/courses/{course_id}/gradebook_history/{date}/graders/{grader_id}/assignments/{assignment_id}/submissions', () => {
  it('has each grade with the one before, the latest first', async () => {
    const { room, assignment, second, path } = await gradedTwice();
    const { body } = await room.asTeacher.get(
      `${path}/2026-09-16/graders/${second.id}/assignments/${assignment.id}/submissions`,
    );
    expect(body).toMatchObject([
      {
        versions: [
          {
            assignment_name: 'Essay',
            user_name: 'Student 1',
            grader: 'Ulla Second',
            current_grade: '8',
            current_grader: 'Ulla Second',
            previous_grade: '5',
            previous_grader: 'Tess Teacher',
            previous_graded_at: '2026-09-15T12:00:00Z',
            new_grade: '8',
            new_score: 8,
            new_grader: 'Ulla Second',
          },
          { previous_grade: null, previous_grader: null, new_grade: '5', grader: 'Tess Teacher' },
        ],
      },
    ]);
    const none = `${path}/2026-09-16/graders/${room.teacher.id}/assignments/${assignment.id}/submissions`;
    expect((await room.asTeacher.get(none)).body).toEqual([]);
    expect((await admin.get(none.replace(`assignments/${assignment.id}`, 'assignments/999999'))).status).toBe(
      404,
    );
    expect((await admin.get(none.replace(`graders/${room.teacher.id}`, 'graders/x'))).status).toBe(404);
  });
});

describe('GET /api/v1/courses/{course_id}/gradebook_history/feed', () => {
  it('has all versions, the latest first, or upwards', async () => {
    const { room, assignment, path } = await gradedTwice();
    const grades = async (query: object = {}) =>
      (await room.asTeacher.get(`${path}/feed`, { ...query })).body.map(
        ({ grade }: { grade: string }) => grade,
      );
    expect(await grades()).toEqual(['8', '5']);
    expect(await grades({ ascending: true })).toEqual(['5', '8']);
    expect(await grades({ assignment_id: assignment.id, user_id: room.student.id })).toEqual(['8', '5']);
    expect(await grades({ user_id: room.teacher.id })).toEqual([]);
    const { body, links } = await room.asTeacher.get(`${path}/feed`, { per_page: 1 });
    expect(body[0]).toMatchObject({ current_grade: '8', grader: 'Ulla Second', user_name: 'Student 1' });
    expect(body[0]).not.toHaveProperty('new_grade');
    expect(links['last']).toContain('page=2');
    expect((await room.asTeacher.get(`${path}/feed`, { assignment_id: 999_999 })).status).toBe(404);
  });
});
