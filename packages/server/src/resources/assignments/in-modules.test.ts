import { beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

describe('assignments in modules', () => {
  it('are locked to students with their module, and say in which they are', async () => {
    const course = await world.make.course();
    const teacher = world.as((await world.make.member(course.id, 'TeacherEnrollment')).token);
    const student = world.as((await world.make.member(course.id)).token);
    const assignment = await world.make.assignment({ course_id: course.id });
    const path = `courses/${course.id}/assignments/${assignment.id}`;
    await teacher.put(path, { assignment: { due_at: '2026-12-01T00:00:00Z' } });
    const module = await world.make.module({ course_id: course.id, unlock_at: '2031-01-01T00:00:00Z' });
    await world.make.moduleItem(module, {
      type: 'Assignment',
      content_id: assignment.id,
      title: assignment.name,
      position: 1,
    });
    const shown = (await student.get(path)).body;
    expect(shown).toMatchObject({
      locked_for_user: true,
      lock_info: { asset_string: `assignment_${assignment.id}`, context_module: { id: module.id } },
      description: null,
    });
    const handedIn = await student.post(`${path}/submissions`, {
      submission: { submission_type: 'online_text_entry', body: 'x' },
    });
    expect(handedIn.status).toBe(401);
    const { body } = await teacher.get(`courses/${course.id}/assignments`, { 'include[]': ['module_ids'] });
    expect(body[0]).toMatchObject({ module_ids: [module.id], module_positions: [1], locked_for_user: false });
  });
});
