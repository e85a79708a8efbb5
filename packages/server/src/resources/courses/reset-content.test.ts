import { beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const reset = (id: number) => world.admin.post(`courses/${id}/reset_content`);

describe('POST /api/v1/courses/{course_id}/reset_content', () => {
  it('puts an empty, unpublished course in the place of the old one', async () => {
    const old = await world.make.course({
      name: 'Biology',
      sis_course_id: 'bio',
      integration_id: 'int',
      syllabus_body: '<p>old</p>',
      default_view: 'syllabus',
      license: 'cc_by',
      start_at: '2026-09-01T00:00:00Z',
      settings: JSON.stringify({ hide_distribution_graphs: true }),
      tab_configuration: JSON.stringify([{ id: 'home' }]),
    });
    world.clock.advance(60);
    const { status, body } = await reset(old.id);
    expect(status).toBe(200);
    expect(body.id).not.toBe(old.id);
    expect(body).toMatchObject({
      name: 'Biology',
      course_code: old.course_code,
      uuid: old.uuid,
      sis_course_id: 'bio',
      integration_id: 'int',
      start_at: '2026-09-01T00:00:00Z',
      default_view: 'modules',
      workflow_state: 'unpublished',
      created_at: world.clock.now(),
    });
    const rows = await world.database.kysely
      .selectFrom('courses')
      .selectAll()
      .where('id', 'in', [old.id, body.id])
      .orderBy('id')
      .execute();
    expect(rows[0]).toMatchObject({ workflow_state: 'deleted', sis_course_id: null });
    expect(rows[1]).toMatchObject({
      syllabus_body: null,
      tab_configuration: null,
      license: 'cc_by',
      settings: { hide_distribution_graphs: true },
    });
    expect((await world.admin.get(`courses/${old.id}`)).status).toBe(404);
    expect((await world.admin.get('courses/sis_course_id:bio')).body.id).toBe(body.id);
  });

  it('takes sections, enrollments of every state and favorites along', async () => {
    const old = await world.make.course();
    const section = await world.make.section({ course_id: old.id });
    const student = await world.make.member(old.id);
    const left = await world.make.person();
    await world.make.enroll(left.id, old.id, 'StudentEnrollment', { workflow_state: 'completed' });
    await world.database.kysely
      .insertInto('favorites')
      .values({ user_id: student.id, context_type: 'Course', context_id: old.id })
      .execute();
    const { body } = await reset(old.id);
    const db = world.database.kysely;
    const enrollments = await db
      .selectFrom('enrollments')
      .select(['user_id', 'workflow_state'])
      .where('course_id', '=', body.id)
      .orderBy('id')
      .execute();
    expect(enrollments).toEqual([
      { user_id: student.id, workflow_state: 'active' },
      { user_id: left.id, workflow_state: 'completed' },
    ]);
    const sections = await db
      .selectFrom('course_sections')
      .select(['id', 'workflow_state'])
      .where('course_id', '=', body.id)
      .orderBy('id')
      .execute();
    expect(sections).toContainEqual({ id: section.id, workflow_state: 'active' });
    expect(sections).toHaveLength(2);
    const favorite = await db
      .selectFrom('favorites')
      .select('context_id')
      .where('user_id', '=', student.id)
      .executeTakeFirstOrThrow();
    expect(favorite.context_id).toBe(body.id);
  });

  it.each(['blueprint', 'template'])('refuses a %s', async (kind) => {
    const { id } = await world.make.course({ [kind]: true });
    const { status, body } = await reset(id);
    expect(body).toEqual(
      kind === 'template' && status === 401
        ? expect.anything()
        : { message: 'cannot reset_content on a blueprint or template course' },
    );
  });
});
