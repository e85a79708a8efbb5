import { beforeAll, describe, expect, it } from 'vitest';
import { countQueries } from '../../../testing/count-queries.ts';
import { openWorld, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

async function setStudent() {
  const course = await world.make.course();
  const student = await world.make.member(course.id);
  const assignment = await world.make.assignment({ course_id: course.id, name: 'Essay' });
  return { course, student, assignment, api: world.as(student.token) };
}

const note = { title: 'Read', details: 'chapter 2', todo_date: '2026-10-01T10:12:00Z' };

describe('POST /api/v1/planner_notes', () => {
  it('makes a note', async () => {
    const { api, student, course } = await setStudent();
    const { status, body } = await api.post('planner_notes', { ...note, course_id: course.id });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...note,
      user_id: student.id,
      course_id: course.id,
      workflow_state: 'active',
    });
    expect(body).not.toHaveProperty('linked_object_type');
    const blank = await api.post('planner_notes', {});
    expect(blank.status).toBe(400);
    expect(Object.keys(blank.body.errors)).toEqual(['title', 'todo_date']);
    const foreign = await world.make.course();
    expect((await api.post('planner_notes', { ...note, course_id: foreign.id })).status).toBe(401);
  });

  it('links a note to a thing, once', async () => {
    const { api, course, assignment } = await setStudent();
    const { todo_date } = note;
    const link = {
      todo_date,
      course_id: course.id,
      linked_object_type: 'assignment',
      linked_object_id: assignment.id,
    };
    const { body } = await api.post('planner_notes', link);
    expect(body).toMatchObject({
      title: 'Essay',
      linked_object_type: 'assignment',
      linked_object_id: assignment.id,
    });
    expect(body.linked_object_url).toMatch(`/api/v1/courses/${course.id}/assignments/${assignment.id}`);
    expect((await api.post('planner_notes', link)).body).toEqual({
      message: 'a planner note linked to that object already exists',
    });
    const { course_id: _, ...without } = link;
    expect((await api.post('planner_notes', without)).body).toEqual({ message: 'must specify course_id' });
    expect((await api.post('planner_notes', { ...link, linked_object_type: 'x' })).body).toEqual({
      message: 'invalid linked_object_type',
    });
    expect((await api.post('planner_notes', { ...link, linked_object_id: 999_999 })).status).toBe(404);
    const topic = await world.make.topic({ context_type: 'Course', context_id: course.id });
    const toTopic = { ...link, linked_object_type: 'discussion_topic', linked_object_id: topic.id };
    expect((await api.post('planner_notes', toTopic)).status).toBe(201);
    const moved = await api.put(`planner_notes/${body.id}`, { course_id: '' });
    expect(moved.body).toEqual({ message: 'course_id cannot be changed for linked planner notes' });
  });
});

describe('GET /api/v1/planner_notes', () => {
  it('lists my own between dates and of calendars', async () => {
    const { api, course, student } = await setStudent();
    const first = (await api.post('planner_notes', note)).body.id;
    const later = { ...note, todo_date: '2026-11-01T23:00:00Z', course_id: course.id };
    const second = (await api.post('planner_notes', later)).body.id;
    const list = async (query: object = {}) => (await api.get('planner_notes', { ...query })).ids;
    expect(await list()).toEqual([first, second]);
    expect(await list({ start_date: '2026-10-15' })).toEqual([second]);
    expect(await list({ end_date: '2026-10-01' })).toEqual([first]);
    expect(await list({ 'context_codes[]': [`course_${course.id}`] })).toEqual([second]);
    expect(await list({ 'context_codes[]': [`user_${student.id}`] })).toEqual([first]);
    const wrong = await api.get('planner_notes', { start_date: 'soon' });
    expect([wrong.status, wrong.body]).toEqual([
      400,
      { errors: 'Invalid date or invalid datetime for start_date' },
    ]);
  });
});

describe('PUT and DELETE /api/v1/planner_notes/{id}', () => {
  it('changes what is given, of one’s own notes', async () => {
    const { api } = await setStudent();
    const { body } = await api.post('planner_notes', note);
    const path = `planner_notes/${body.id}`;
    expect((await api.put(path, { title: 'Write' })).body).toMatchObject({ ...note, title: 'Write' });
    expect((await api.put(path, { title: '' })).status).toBe(400);
    const other = await setStudent();
    for (const method of ['get', 'put', 'delete'] as const)
      expect((await other.api[method](path)).status).toBe(404);
    expect((await api.delete(path)).body.workflow_state).toBe('deleted');
    expect((await api.get('planner_notes')).ids).toEqual([]);
  });
});

describe('/api/v1/planner/overrides', () => {
  it('ticks things off, once each', async () => {
    const { api, assignment, student } = await setStudent();
    const wish = { plannable_type: 'assignment', plannable_id: assignment.id, marked_complete: true };
    const { status, body } = await api.post('planner/overrides', wish);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...wish,
      user_id: student.id,
      dismissed: false,
      workflow_state: 'active',
      deleted_at: null,
      assignment_id: assignment.id,
    });
    const again = await api.post('planner/overrides', wish);
    expect([again.status, again.body.errors.plannable_id[0].type]).toEqual([400, 'taken']);
    const path = `planner/overrides/${body.id}`;
    expect((await api.put(path, { dismissed: true })).body).toMatchObject({
      marked_complete: false,
      dismissed: true,
    });
    expect((await api.get(path)).body.dismissed).toBe(true);
    expect((await api.get('planner/overrides')).ids).toEqual([body.id]);
    const other = await setStudent();
    expect((await other.api.get(path)).status).toBe(404);
    expect((await api.delete(path)).body).toMatchObject({ workflow_state: 'deleted' });
    expect((await api.get('planner/overrides')).ids).toEqual([]);
    expect((await api.post('planner/overrides', wish)).status).toBe(201);
  });

  it('knows what there is', async () => {
    const { api } = await setStudent();
    for (const plannable_type of ['assignment', 'quiz', 'nonsense', '']) {
      expect((await api.post('planner/overrides', { plannable_type, plannable_id: 999_999 })).status).toBe(
        404,
      );
    }
  });
});

describe('GET /api/v1/planner/items', () => {
  /** The tests' clock begins on 2026-09-15. */
  async function setPlanner() {
    const set = await setStudent();
    const { course, student } = set;
    const teacher = await world.make.member(course.id, 'TeacherEnrollment');
    const context = { context_type: 'Course' as const, context_id: course.id };
    const due = await world.make.assignment({ course_id: course.id, name: 'Due' });
    await world.make.submission({
      course_id: course.id,
      assignment_id: due.id,
      user_id: student.id,
      cached_due_date: '2026-09-16T12:00:00Z',
    });
    const page = await world.make.page({
      ...context,
      workflow_state: 'active',
      todo_date: '2026-09-17T12:00:00Z',
    });
    const topic = await world.make.topic({ ...context, todo_date: '2026-09-18T12:00:00Z' });
    const event = await world.as(teacher.token).post('calendar_events', {
      calendar_event: { context_code: `course_${course.id}`, title: 'Lab', start_at: '2026-09-19T12:00:00Z' },
    });
    const own = await set.api.post('planner_notes', { ...note, todo_date: '2026-09-20T12:00:00Z' });
    return { ...set, teacher, due, page, topic, event: event.body, own: own.body };
  }

  it('lists everything that is due, in order of its date', async () => {
    const { api, course, student, due, page, topic, event, own } = await setPlanner();
    const { status, body } = await api.get('planner/items');
    expect(status).toBe(200);
    expect(
      body.map((item: { plannable_type: string; plannable_id: number }) => [
        item.plannable_type,
        item.plannable_id,
      ]),
    ).toEqual([
      ['assignment', due.id],
      ['wiki_page', page.id],
      ['discussion_topic', topic.id],
      ['calendar_event', event.id],
      ['planner_note', own.id],
    ]);
    expect(body[0]).toMatchObject({
      context_type: 'Course',
      course_id: course.id,
      context_name: course.name,
      planner_override: null,
      new_activity: false,
      plannable_date: '2026-09-16T12:00:00Z',
      submissions: { submitted: false, excused: false, graded: false, missing: false, has_feedback: false },
      plannable: { id: due.id, title: 'Due', due_at: '2026-09-16T12:00:00Z', points_possible: 10 },
      html_url: `/courses/${course.id}/assignments/${due.id}`,
    });
    expect(body[1]).toMatchObject({
      submissions: false,
      html_url: `/courses/${course.id}/pages/${page.url}`,
    });
    expect(body[2]).toMatchObject({ plannable: { unread_count: 0, read_state: 'unread' } });
    expect(body[3]).toMatchObject({ plannable: { title: 'Lab', start_at: '2026-09-19T12:00:00Z' } });
    expect(body[4]).toMatchObject({ context_type: 'User', user_id: student.id });
    expect(body[4]).not.toHaveProperty('html_url');
  });

  it('goes page by page, the other way round, and between dates', async () => {
    const { api } = await setPlanner();
    const types = async (query: object) =>
      (await api.get('planner/items', { ...query })).body.map(
        ({ plannable_type }: { plannable_type: string }) => plannable_type,
      );
    const all = await api.all('planner/items', { per_page: 2 });
    expect(all).toHaveLength(5);
    expect((await types({ order: 'desc' }))[0]).toBe('planner_note');
    expect(await types({ start_date: '2026-09-17', end_date: '2026-09-18' })).toEqual([
      'wiki_page',
      'discussion_topic',
    ]);
    expect(await types({ filter: 'ungraded_todo_items' })).toEqual(['wiki_page', 'discussion_topic']);
    expect(await types({ filter: 'new_activity' })).toEqual(['discussion_topic']);
    const wrong = await api.get('planner/items', { start_date: 'soon' });
    expect([wrong.status, wrong.body]).toEqual([
      400,
      { errors: 'Invalid date or invalid datetime for start_date' },
    ]);
  });

  it('shows what is ticked off, and only calendars that are the reader’s', async () => {
    const { api, due, course } = await setPlanner();
    await api.post('planner/overrides', {
      plannable_type: 'assignment',
      plannable_id: due.id,
      marked_complete: true,
    });
    const codes = { 'context_codes[]': [`course_${course.id}`] };
    const { body } = await api.get('planner/items', codes);
    expect(body).toHaveLength(4);
    expect(body[0].planner_override).toMatchObject({ marked_complete: true, plannable_id: due.id });
    const closed = await world.make.course();
    expect((await api.get('planner/items', { 'context_codes[]': [`course_${closed.id}`] })).status).toBe(401);
    expect((await world.anonymous.get('planner/items')).status).toBe(401);
  });

  it('asks no more of the database for many things than for a few', async () => {
    const { api, course, student } = await setPlanner();
    const queries = async () =>
      await countQueries(world.database, () => api.get('planner/items', { per_page: 100 }));
    await queries();
    const few = await queries();
    const context = { context_type: 'Course' as const, context_id: course.id };
    for (let number = 0; number < 5; number++) {
      await world.make.page({ ...context, workflow_state: 'active', todo_date: '2026-09-17T12:00:00Z' });
      await world.make.topic({ ...context, todo_date: '2026-09-18T12:00:00Z' });
      const { id } = await world.make.assignment({ course_id: course.id });
      const work = { course_id: course.id, assignment_id: id, user_id: student.id };
      await world.make.submission({ ...work, cached_due_date: '2026-09-16T12:00:00Z' });
    }
    expect(await queries()).toBe(few);
  });

  it('is open to parents', async () => {
    const { course, student } = await setPlanner();
    const parent = await world.make.person();
    await world.make.enroll(parent.id, course.id, 'ObserverEnrollment', { associated_user_id: student.id });
    const api = world.as(parent.token);
    const query = { observed_user_id: student.id };
    expect((await api.get('planner/items', query)).status).toBe(401);
    const seen = await api.get('planner/items', { ...query, 'context_codes[]': [`course_${course.id}`] });
    expect(seen.body).toHaveLength(4);
    const stranger = world.as((await world.make.person()).token);
    expect((await stranger.get(`users/${student.id}/planner/items`)).status).toBe(401);
  });
});
