import { beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

/** The tests' clock begins on 2026-09-15. */
async function setCourse() {
  const course = await world.make.course();
  const student = await world.make.member(course.id);
  const teacher = await world.make.member(course.id, 'TeacherEnrollment');
  const announce = (posted_at: string, values: object = {}) =>
    world.make.topic({
      context_type: 'Course',
      context_id: course.id,
      is_announcement: true,
      posted_at,
      ...values,
    });
  return {
    course,
    announce,
    asStudent: world.as(student.token),
    asTeacher: world.as(teacher.token),
    codes: { 'context_codes[]': [`course_${course.id}`] },
  };
}

describe('GET /api/v1/announcements', () => {
  it('lists those of the last two weeks and the next, newest first, with their courses', async () => {
    const { asStudent, announce, codes, course } = await setCourse();
    await announce('2026-08-20T12:00:00Z');
    const old = await announce('2026-09-02T12:00:00Z');
    const young = await announce('2026-09-14T12:00:00Z');
    const { body, ids } = await asStudent.get('announcements', codes);
    expect(ids).toEqual([young.id, old.id]);
    expect(body[0]).toMatchObject({ context_code: `course_${course.id}`, is_announcement: true });
    const august = { ...codes, start_date: '2026-08-20', end_date: '2026-08-20' };
    expect((await asStudent.get('announcements', august)).ids).toHaveLength(1);
  });

  it('wants codes of courses that one may read, and dates that are some', async () => {
    const { asStudent, codes } = await setCourse();
    expect((await asStudent.get('announcements')).body).toEqual({ message: 'Missing context_codes' });
    expect((await asStudent.get('announcements', { 'context_codes[]': ['group_1'] })).body).toEqual({
      message: 'Invalid context_codes; only `course` codes are supported',
    });
    expect((await asStudent.get('announcements', { ...codes, start_date: 'soon' })).body).toEqual({
      message: 'Invalid start_date',
    });
    const closed = await world.make.course();
    const both = { 'context_codes[]': [...codes['context_codes[]'], `course_${closed.id}`] };
    expect((await asStudent.get('announcements', both)).status).toBe(401);
  });

  it('shows what waits to be posted to staff alone, and not to them where they want what is active', async () => {
    const { asStudent, asTeacher, announce, codes } = await setCourse();
    const waiting = await announce('2026-09-10T12:00:00Z', {
      workflow_state: 'post_delayed',
      delayed_post_at: '2026-09-20T12:00:00Z',
    });
    const posted = await announce('2026-09-11T12:00:00Z');
    expect((await asStudent.get('announcements', codes)).ids).toEqual([posted.id]);
    expect((await asTeacher.get('announcements', codes)).ids).toEqual([waiting.id, posted.id]);
    expect((await asTeacher.get('announcements', { ...codes, active_only: true })).ids).toEqual([posted.id]);
  });

  it('gives the latest of each course', async () => {
    const one = await setCourse();
    await one.announce('2026-09-10T12:00:00Z');
    const latest = await one.announce('2026-09-12T12:00:00Z');
    const { body } = await one.asStudent.get('announcements', { ...one.codes, latest_only: true });
    expect(body.map(({ id }: { id: number }) => id)).toEqual([latest.id]);
  });

  it('leaves out what is over, for those who don’t moderate', async () => {
    const { asStudent, asTeacher, announce, codes } = await setCourse();
    const over = await announce('2026-09-10T12:00:00Z', { lock_at: '2026-09-12T12:00:00Z' });
    const query = { ...codes, available_after: '2026-09-15T00:00:00Z' };
    expect((await asStudent.get('announcements', query)).ids).toEqual([]);
    expect((await asTeacher.get('announcements', query)).ids).toEqual([over.id]);
  });
});
