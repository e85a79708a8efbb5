import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();

describe('GET /api/v1/users/self/upcoming_events', () => {
  it('lists events and assignments of the next week together', async () => {
    const course = await world.make.course();
    const student = world.as((await world.make.member(course.id)).token);
    const teacher = world.as((await world.make.member(course.id, 'TeacherEnrollment')).token);
    const inDays = (days: number) =>
      `${new Date(Date.parse(world.clock.now()) + days * 86_400_000).toISOString().slice(0, 19)}Z`;
    for (const [name, days] of [
      ['Essay', 2],
      ['Term paper', 12],
    ] as const) {
      const assignment = {
        name,
        due_at: inDays(days),
        published: true,
        submission_types: ['online_text_entry'],
      };
      await teacher.post(`courses/${course.id}/assignments`, { assignment });
    }
    await teacher.post('calendar_events', {
      calendar_event: {
        context_code: `course_${course.id}`,
        title: 'Visit',
        start_at: inDays(1),
        end_at: inDays(1),
      },
    });
    const { body } = await student.get('users/self/upcoming_events');
    expect(body.map(({ title, type }: { title: string; type: string }) => [title, type])).toEqual([
      ['Visit', 'event'],
      ['Essay', 'assignment'],
    ]);
    expect((await world.anonymous.get('users/self/upcoming_events')).status).toBe(401);
  });
});
