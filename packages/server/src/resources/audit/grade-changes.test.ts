import { describe, expect, it } from 'vitest';
import { openClassroom } from '../../../testing/classroom.ts';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { make, as, admin } = world;

async function regraded(values: object = {}) {
  const room = await openClassroom(world);
  const assignment = await room.assignment({ points_possible: 10, ...values });
  const own = `${room.path(assignment)}/submissions/${room.student.id}`;
  await room.asTeacher.put(own, { submission: { posted_grade: '5' } });
  world.clock.advance(60);
  await room.asTeacher.put(own, { submission: { excuse: true } });
  return { room, assignment, own };
}

describe('GET /api/v1/audit/grade_change/courses/{course_id}', () => {
  it('has every change with what was before, the latest first, and all that it names', async () => {
    const { room, assignment } = await regraded();
    const { body } = await admin.get(`audit/grade_change/courses/${room.course.id}`, {
      'include[]': ['current_grade'],
    });
    expect(body.events).toMatchObject([
      { grade_before: '5', grade_after: null, excused_before: false, excused_after: true, version_number: 2 },
      { grade_before: null, grade_after: '5', excused_after: false, version_number: 1 },
    ]);
    expect(body.events[1]).toMatchObject({
      event_type: 'grade_change',
      graded_anonymously: false,
      points_possible_before: 10,
      points_possible_after: 10,
      links: {
        course: room.course.id,
        student: String(room.student.id),
        grader: String(room.teacher.id),
        page_view: null,
        assignment: assignment.id,
      },
    });
    expect(body.linked).toMatchObject({
      page_views: [],
      assignments: [{ id: assignment.id }],
      courses: [{ id: room.course.id }],
    });
    const named = body.linked.users.map(({ id }: { id: number }) => id).sort();
    expect(named).toEqual([room.teacher.id, room.student.id].sort());
  });

  it('leaves no event of a grade that was refused or that changes nothing', async () => {
    const { room, own } = await regraded();
    await as(room.student.token).put(own, { submission: { posted_grade: '10' } });
    await room.asTeacher.put(own, { submission: { posted_grade: '5', excuse: true } });
    await room.asTeacher.put(own, { comment: { text_comment: 'x' } });
    const { body } = await admin.get(`audit/grade_change/courses/${room.course.id}`);
    expect(body.events).toHaveLength(2);
  });

  it('shows a section-limited teacher his students', async () => {
    const { room } = await regraded();
    const section = await make.section({ course_id: room.course.id });
    const limited = await make.person();
    await make.enroll(limited.id, room.course.id, 'TeacherEnrollment', {
      course_section_id: section.id,
      limit_privileges_to_course_section: true,
    });
    const { body } = await as(limited.token).get(`audit/grade_change/courses/${room.course.id}`);
    expect(body.events).toEqual([]);
  });
});

describe('GET /api/v1/audit/grade_change/assignments/{assignment_id}', () => {
  it('has those of an assignment, for who grades there', async () => {
    const { room, assignment } = await regraded();
    const path = `audit/grade_change/assignments/${assignment.id}`;
    expect((await room.asTeacher.get(path)).body.events).toHaveLength(2);
    expect((await as(room.student.token).get(path)).status).toBe(404);
    const span = { start_time: '2100-01-01T00:00:00Z' };
    expect((await room.asTeacher.get(path, span)).body.events).toEqual([]);
  });

  it('doesn’t tell whose anonymous work it is', async () => {
    const { room, assignment } = await regraded({ anonymous_grading: true, post_manually: true });
    const { body } = await room.asTeacher.get(`audit/grade_change/assignments/${assignment.id}`);
    expect(body.events[0].links.student).toBe(null);
    const ofStudent = await admin.get(`audit/grade_change/students/${room.student.id}`);
    expect(ofStudent.body.events).toEqual([]);
  });
});

describe('GET /api/v1/audit/grade_change', () => {
  it('combines conditions', async () => {
    const { room, assignment } = await regraded();
    const count = async (query: object) =>
      (await admin.get('audit/grade_change', { ...query })).body.events.length;
    expect(await count({ student_id: room.student.id })).toBe(2);
    expect(await count({ grader_id: room.teacher.id })).toBe(2);
    expect(await count({ assignment_id: assignment.id })).toBe(2);
    expect(await count({ course_id: room.course.id, student_id: room.student.id })).toBe(2);
    expect(await count({ course_id: room.course.id, student_id: room.fellow.id })).toBe(0);
    expect(await count({ course_id: room.course.id, assignment_id: 'override' })).toBe(0);
  });
});
