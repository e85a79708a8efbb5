import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { make, admin } = world;

async function twoCourses() {
  const source = await make.course({
    syllabus_body: '<p>Read</p>',
    license: 'cc_by',
    hide_final_grades: true,
    settings: JSON.stringify({ hide_distribution_graphs: true, homeroom_course_id: '7' }),
  });
  const target = await make.course({ settings: JSON.stringify({ lock_all_announcements: true }) });
  const copy = async (params: object, api = admin) => {
    const answer = await api.post(`courses/${target.id}/course_copy`, {
      source_course: source.id,
      ...params,
    });
    await world.runJobs();
    return answer;
  };
  const seen = async () => ({
    ...(await admin.get(`courses/${target.id}`, { 'include[]': ['syllabus_body', 'license'] })).body,
    settings: (await admin.get(`courses/${target.id}/settings`)).body,
  });
  return { source, target, copy, seen };
}

describe('POST /api/v1/courses/{course_id}/course_copy', () => {
  it('copies settings and syllabus, and says how to ask how far it is', async () => {
    const { target, copy, seen } = await twoCourses();
    const { status, body } = await copy({});
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.any(Number),
      progress: null,
      created_at: '2026-09-15T12:00:00Z',
      workflow_state: 'created',
      status_url: expect.stringMatching(`/api/v1/courses/${target.id}/course_copy/${body.id}$`),
    });
    expect(await seen()).toMatchObject({
      name: target.name,
      license: 'cc_by',
      syllabus_body: '<p>Read</p>',
      hide_final_grades: true,
      settings: { hide_distribution_graphs: true, lock_all_announcements: true },
    });
  });

  it('takes only what is chosen', async () => {
    const settings = await twoCourses();
    await settings.copy({ only: ['course_settings'] });
    expect(await settings.seen()).toMatchObject({ license: 'cc_by', syllabus_body: null });
    const pages = await twoCourses();
    await pages.copy({ except: ['course_settings'] });
    expect(await pages.seen()).toMatchObject({ license: 'private', hide_final_grades: false });
    expect(await pages.copy({ only: ['files'], except: ['quizzes'] })).toMatchObject({
      status: 400,
      body: { errors: 'You can not use "only" and "except" options at the same time.' },
    });
  });

  it('takes the right to see the source as its staff does', async () => {
    const { source, target, copy } = await twoCourses();
    const teacher = await make.member(target.id, 'TeacherEnrollment');
    const api = world.as(teacher.token);
    expect((await copy({}, api)).status).toBe(401);
    await make.enroll(teacher.id, source.id);
    expect((await copy({}, api)).status).toBe(401);
    await make.enroll(teacher.id, source.id, 'TaEnrollment');
    expect((await copy({}, api)).status).toBe(200);
    expect((await copy({ source_course: 999_999 }, api)).status).toBe(404);
    expect((await copy({ source_course: null }, api)).status).toBe(404);
  });
});

describe('GET /api/v1/courses/{course_id}/course_copy/{id}', () => {
  it('tells that the copy is done', async () => {
    const { source, target, copy } = await twoCourses();
    const { body } = await copy({});
    const path = `course_copy/${body.id}`;
    expect((await admin.get(`courses/${target.id}/${path}`)).body).toMatchObject({
      id: body.id,
      workflow_state: 'completed',
      progress: 100,
    });
    expect((await admin.get(`courses/${source.id}/${path}`)).status).toBe(404);
    expect((await admin.get(`courses/${target.id}/course_copy/x`)).status).toBe(404);
  });
});
