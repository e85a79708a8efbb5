import ICAL from 'ical.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { countQueries } from '../../../testing/count-queries.ts';
import { openWorld, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

/** The tests' clock begins on 2026-09-15, a Tuesday. */
async function setCourse() {
  const course = await world.make.course({ name: 'Anatomy', course_code: 'ANA' });
  const student = await world.make.member(course.id);
  const teacher = await world.make.member(course.id, 'TeacherEnrollment');
  const code = `course_${course.id}`;
  const asTeacher = world.as(teacher.token);
  const asStudent = world.as(student.token);
  const create = (fields: object, api = asTeacher) =>
    api.post('calendar_events', { calendar_event: { context_code: code, title: 'Lecture', ...fields } });
  const list = (api = asStudent, query: object = {}) =>
    api.get('calendar_events', { 'context_codes[]': [code], all_events: true, ...query });
  return { course, student, teacher, code, asTeacher, asStudent, create, list };
}

const hour = (from: string, to: string) => ({ start_at: from, end_at: to });
const morning = hour('2026-09-15T09:00:00Z', '2026-09-15T10:00:00Z');

describe('POST /api/v1/calendar_events', () => {
  it('makes an event with all its fields', async () => {
    const { create, code, course } = await setCourse();
    const { status, body } = await create({
      ...morning,
      description: '<p>Bring <script>x</script><a href="/files/1">it</a></p>',
      location_name: 'Room 7',
      location_address: 'High Street',
      important_dates: true,
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      title: 'Lecture',
      ...morning,
      workflow_state: 'active',
      all_day: false,
      all_day_date: null,
      type: 'event',
      context_code: code,
      all_context_codes: code,
      context_name: 'Anatomy',
      location_name: 'Room 7',
      child_events: [],
      child_events_count: 0,
      hidden: false,
      duplicates: [],
      important_dates: true,
    });
    expect(body.description).toMatch(/^<p>Bring x<a href="https?:\/\/[^/]+\/files\/1">it<\/a><\/p>$/);
    expect(body.url).toMatch(new RegExp(`/api/v1/calendar_events/${body.id}$`));
    expect(body.html_url).toContain(`/calendar?event_id=${body.id}&include_contexts=course_${course.id}`);
    expect(body).not.toHaveProperty('provided_by');
  });

  it('settles dates: a missing end, an end before its start, whole days', async () => {
    const { create } = await setCourse();
    const start_at = morning.start_at;
    expect((await create({ start_at })).body).toMatchObject({ start_at, end_at: start_at });
    expect((await create({ start_at, end_at: '2026-09-01T00:00:00Z' })).body.end_at).toBe(start_at);
    const zoned = { ...morning, all_day: true, time_zone_edited: 'America/New_York' };
    expect((await create(zoned)).body).toMatchObject({
      all_day: true,
      all_day_date: '2026-09-15',
      start_at: '2026-09-15T04:00:00Z',
      end_at: '2026-09-15T04:00:00Z',
    });
    const midnight = { start_at: '2026-09-16T00:00:00Z', time_zone_edited: 'UTC' };
    expect((await create(midnight)).body).toMatchObject({ all_day: true, all_day_date: '2026-09-16' });
  });

  it('is for those who manage the calendar, and wants one that is there', async () => {
    const { create, asStudent, student, course } = await setCourse();
    expect((await create({}, asStudent)).status).toBe(401);
    expect((await create({ context_code: `user_${student.id}` }, asStudent)).status).toBe(201);
    expect((await create({ context_code: 'course_999999' })).status).toBe(404);
    expect((await create({ context_code: 'nonsense' })).status).toBe(404);
    expect((await world.admin.post('calendar_events', {})).status).toBe(404);
    await world.database.kysely
      .updateTable('courses')
      .set({ workflow_state: 'deleted' })
      .where('id', '=', course.id)
      .execute();
    const gone = await create({}, world.admin);
    expect([gone.status, gone.body]).toEqual([400, { error: 'cannot create event for deleted course' }]);
  });

  it('refuses texts that are too long', async () => {
    const { create } = await setCourse();
    const { status, body } = await create({ title: 'x'.repeat(256) });
    expect(status).toBe(400);
    expect(body.errors.title[0]).toMatchObject({ attribute: 'title', type: 'too_long' });
  });

  // The institution is in Denver.
  it('copies, over the end of summer time and of months', async () => {
    const { create } = await setCourse();
    const { body } = await create({
      ...hour('2026-10-31T13:00:00Z', '2026-10-31T14:00:00Z'),
      duplicate: { count: 2, frequency: 'monthly', append_iterator: true },
    });
    expect(body.title).toBe('Lecture 1');
    expect(
      body.duplicates.map(
        ({ calendar_event }: { calendar_event: { start_at: string } }) => calendar_event.start_at,
      ),
    ).toEqual(['2026-11-30T14:00:00Z', '2026-12-31T14:00:00Z']);
    const most = await create({ duplicate: { count: 201 } });
    expect(most.body).toEqual({ message: 'only a maximum of 200 events can be created' });
  });

  it('gives sections their own times', async () => {
    const { create, course, student, asStudent, list } = await setCourse();
    const section = await world.make.section({ course_id: course.id, name: 'B' });
    const other = await world.make.section({ course_id: course.id, name: 'C' });
    const inB = await world.make.person();
    await world.make.enroll(inB.id, course.id, 'StudentEnrollment', { course_section_id: section.id });
    const child = (id: number, start_at: string, end_at: string) => ({
      context_code: `course_section_${id}`,
      start_at,
      end_at,
    });
    const { status, body } = await create({
      child_event_data: {
        0: child(section.id, '2026-09-17T09:00:00Z', '2026-09-17T10:00:00Z'),
        1: child(other.id, '2026-09-18T09:00:00Z', '2026-09-18T10:00:00Z'),
      },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      start_at: '2026-09-17T09:00:00Z',
      end_at: '2026-09-18T10:00:00Z',
      hidden: true,
      child_events_count: 2,
    });
    expect(body.child_events.map(({ title }: { title: string }) => title)).toEqual([
      'Lecture (B)',
      'Lecture (C)',
    ]);
    expect(body.child_events[0]).toMatchObject({
      effective_context_code: `course_${course.id}`,
      context_code: `course_section_${section.id}`,
      parent_event_id: body.id,
    });
    const seenByB = await list(world.as(inB.token));
    expect(seenByB.ids).toEqual([body.id, body.child_events[0].id]);
    expect((await list(asStudent)).ids).toEqual([body.id]);
    const twice = await create({
      child_event_data: { 0: child(section.id, '', ''), 1: child(section.id, '', '') },
    });
    expect(twice.body.errors.child_event_data[0].message).toBe('Duplicate child event contexts');
    expect(student.id).toBeGreaterThan(0);
  });

  it('makes series, at the same hour before and after the clocks change', async () => {
    const { course, code } = await setCourse();
    const teacher = await world.make.member(course.id, 'TeacherEnrollment', {
      time_zone: 'America/New_York',
    });
    const { status, body } = await world.as(teacher.token).post('calendar_events', {
      calendar_event: {
        context_code: code,
        title: 'Rounds',
        ...hour('2026-10-29T13:00:00Z', '2026-10-29T14:30:00Z'),
        rrule: 'FREQ=WEEKLY;BYDAY=TH;INTERVAL=1;COUNT=3',
      },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      rrule: 'FREQ=WEEKLY;BYDAY=TH;INTERVAL=1;COUNT=3',
      series_head: true,
      series_natural_language: 'Weekly on Thu, 3 times',
    });
    const copies = body.duplicates.map(({ calendar_event }: { calendar_event: object }) => calendar_event);
    expect(copies).toMatchObject([
      {
        ...hour('2026-11-05T14:00:00Z', '2026-11-05T15:30:00Z'),
        series_uuid: body.series_uuid,
        series_head: false,
      },
      { ...hour('2026-11-12T14:00:00Z', '2026-11-12T15:30:00Z'), series_uuid: body.series_uuid },
    ]);
  });

  it.each([
    ['FREQ=DAILY;COUNT=2', 'Missing INTERVAL'],
    ['FREQ=DAILY;INTERVAL=0;COUNT=2', 'INTERVAL must be > 0'],
    ['FREQ=DAILY;INTERVAL=1', 'Missing COUNT or UNTIL'],
    ['FREQ=DAILY;INTERVAL=1;COUNT=0', 'COUNT must be > 0'],
    ['FREQ=DAILY;INTERVAL=1;COUNT=201', 'COUNT must be <= 200'],
    ['FREQ=DAILY;INTERVAL=1;UNTIL=X', "Invalid UNTIL 'X'"],
    ['FREQ=DAILY;INTERVAL=1;UNTIL=20300101T000000Z', 'A maximum of 200 events may be created'],
    ['FREQ=NEVER;INTERVAL=1;COUNT=2', expect.stringMatching(/^Failed parsing the event's recurrence rule: /)],
  ])('refuses the rule %s', async (rrule, message) => {
    const { create } = await setCourse();
    const { status, body } = await create({ ...morning, rrule });
    expect([status, body]).toEqual([400, { message }]);
  });
});

describe('GET /api/v1/calendar_events', () => {
  it('lists today of one’s own calendar unless it is said otherwise', async () => {
    const { asStudent, student, create } = await setCourse();
    const own = { context_code: `user_${student.id}` };
    const today = (await create({ ...own, ...morning }, asStudent)).body.id;
    await create({ ...own, start_at: '2026-09-16T09:00:00Z' }, asStudent);
    const undated = (await create(own, asStudent)).body.id;
    expect((await asStudent.get('calendar_events')).ids).toEqual([today]);
    expect((await asStudent.get('calendar_events', { undated: true })).ids).toEqual([undated]);
    const range = { start_date: '2026-09-15', end_date: '2026-09-16' };
    expect((await asStudent.get('calendar_events', range)).ids).toHaveLength(2);
    expect((await asStudent.get('calendar_events', { all_events: true })).ids).toHaveLength(3);
    const wrong = await asStudent.get('calendar_events', { start_date: 'soon' });
    expect([wrong.status, wrong.body]).toEqual([
      400,
      { errors: { start_date: 'Invalid date or invalid datetime for start_date' } },
    ]);
  });

  it('reads ten calendars and refuses those that aren’t for the reader', async () => {
    const { asStudent, create, code, list } = await setCourse();
    await create(morning);
    const closed = await setCourse();
    expect((await list(asStudent, { 'context_codes[]': [code, closed.code] })).status).toBe(401);
    const many = [...Array<string>(10).fill(code), closed.code];
    expect((await list(asStudent, { 'context_codes[]': many })).status).toBe(200);
    expect((await world.anonymous.get('calendar_events')).status).toBe(401);
  });

  it('shows open courses to anybody, without places', async () => {
    const { create, list, course } = await setCourse();
    await create({ ...morning, location_name: 'Room 7' });
    await world.database.kysely
      .updateTable('courses')
      .set({ is_public: true })
      .where('id', '=', course.id)
      .execute();
    const { body } = await list(world.anonymous);
    expect(body).toHaveLength(1);
    expect(body[0]).not.toHaveProperty('location_name');
  });

  it('leaves out what is excluded, and goes on page by page', async () => {
    const { create, list, asStudent } = await setCourse();
    for (const day of ['15', '16', '17']) await create({ start_at: `2026-09-${day}T09:00:00Z` });
    const { body } = await list(asStudent, { 'excludes[]': ['description', 'child_events'] });
    expect(body[0]).not.toHaveProperty('description');
    expect(body[0]).not.toHaveProperty('child_events');
    const first = await list(asStudent, { per_page: 2 });
    expect(first.ids).toHaveLength(2);
    expect(first.links['next']).toContain('bookmark');
    expect(first.links).not.toHaveProperty('last');
  });

  it('asks no more of the database for many events than for a few', async () => {
    const { create, list, course, asTeacher } = await setCourse();
    const section = await world.make.section({ course_id: course.id });
    const child_event_data = {
      0: { context_code: `course_section_${section.id}`, ...morning },
    };
    const queries = async () => await countQueries(world.database, () => list(asTeacher, { per_page: 100 }));
    for (let number = 0; number < 2; number++) await create({ ...morning, child_event_data });
    const few = await queries();
    for (let number = 0; number < 10; number++) await create({ ...morning, child_event_data });
    expect(await queries()).toBe(few);
  });

  it('lists assignments: a student his own date, a teacher every date', async () => {
    const { course, student, asStudent, asTeacher, list } = await setCourse();
    const assignment = await world.make.assignment({ course_id: course.id, due_at: '2026-09-20T12:00:00Z' });
    await world.make.assignmentOverride(
      {
        course_id: course.id,
        assignment_id: assignment.id,
        set_type: 'ADHOC',
        due_at: '2026-09-25T12:00:00Z',
      },
      [student.id],
    );
    const query = { type: 'assignment' };
    const mine = await list(asStudent, query);
    expect(mine.body).toMatchObject([
      {
        id: `assignment_${assignment.id}`,
        type: 'assignment',
        start_at: '2026-09-25T12:00:00Z',
        end_at: '2026-09-25T12:00:00Z',
        assignment: { id: assignment.id, due_at: '2026-09-20T12:00:00Z', user_submitted: false },
      },
    ]);
    const all = await list(asTeacher, query);
    expect(all.body.map(({ start_at }: { start_at: string }) => start_at).sort()).toEqual([
      '2026-09-20T12:00:00Z',
      '2026-09-25T12:00:00Z',
    ]);
    const week = { ...query, all_events: false, start_date: '2026-09-24', end_date: '2026-09-26' };
    expect((await list(asTeacher, week)).body).toHaveLength(1);
    expect((await list(asStudent, { ...query, 'excludes[]': ['assignment'] })).body[0]).not.toHaveProperty(
      'assignment',
    );
    const none = { ...query, 'exclude_submission_types[]': ['online_text_entry'] };
    expect((await list(asStudent, none)).body).toEqual([]);
  });
});

describe('GET /api/v1/users/{user_id}/calendar_events', () => {
  it('shows a parent what the student finds', async () => {
    const { create, student, code } = await setCourse();
    const { body } = await create(morning);
    const path = `users/${student.id}/calendar_events`;
    const query = { 'context_codes[]': [code], all_events: true };
    expect((await world.admin.get(path, query)).ids).toEqual([body.id]);
    const stranger = await world.make.person();
    expect((await world.as(stranger.token).get(path, query)).status).toBe(401);
  });
});

describe('PUT /api/v1/calendar_events/{id}', () => {
  it('changes what is given, and moves an event to another calendar', async () => {
    const { create, asTeacher, asStudent, teacher } = await setCourse();
    const { body } = await create(morning);
    const path = `calendar_events/${body.id}`;
    const changed = await asTeacher.put(path, { calendar_event: { title: 'Seminar' } });
    expect(changed.body).toMatchObject({ title: 'Seminar', ...morning });
    expect((await asStudent.put(path, { calendar_event: { title: 'x' } })).status).toBe(401);
    const moved = await asTeacher.put(path, { calendar_event: { context_code: `user_${teacher.id}` } });
    expect(moved.body.context_code).toBe(`user_${teacher.id}`);
    const nowhere = await asTeacher.put(path, { calendar_event: { context_code: 'course_0' } });
    expect(nowhere.status).toBe(404);
    expect((await asTeacher.put(path, {})).status).toBe(400);
  });

  it('moves the due date of an assignment', async () => {
    const { course, asTeacher, asStudent } = await setCourse();
    const { id } = await world.make.assignment({ course_id: course.id });
    const change = { calendar_event: { start_at: '2026-10-01T12:00:00Z', title: 'ignored' } };
    expect((await asStudent.put(`calendar_events/assignment_${id}`, change)).status).toBe(401);
    const { body } = await asTeacher.put(`calendar_events/assignment_${id}`, change);
    expect(body).toMatchObject({ id: `assignment_${id}`, start_at: '2026-10-01T12:00:00Z' });
    expect((await asTeacher.delete(`calendar_events/assignment_${id}`)).status).toBe(404);
  });

  async function setSeries() {
    const set = await setCourse();
    const { body } = await set.create({ ...morning, rrule: 'FREQ=DAILY;INTERVAL=1;COUNT=4' });
    const ids: number[] = [
      body.id,
      ...body.duplicates.map((copy: { calendar_event: { id: number } }) => copy.calendar_event.id),
    ];
    const put = (index: number, fields: object, which?: string) =>
      set.asTeacher.put(`calendar_events/${ids[index]}`, { calendar_event: fields, ...(which && { which }) });
    const starts = async () => {
      const { body } = await set.list(set.asTeacher);
      return body.map(
        (event: { title: string; start_at: string }) => `${event.start_at.slice(8, 16)} ${event.title}`,
      );
    };
    return { ...set, ids, put, starts, uuid: body.series_uuid };
  }

  it('changes one of a series', async () => {
    const { put, starts } = await setSeries();
    const { body } = await put(1, { title: 'Special' });
    expect(body).toMatchObject({ title: 'Special' });
    expect(await starts()).toEqual([
      '15T09:00 Lecture',
      '16T09:00 Special',
      '17T09:00 Lecture',
      '18T09:00 Lecture',
    ]);
    const rule = await put(1, { rrule: 'FREQ=DAILY;INTERVAL=2;COUNT=2' });
    expect(rule.body).toEqual({ message: 'You may not update one event with a new schedule.' });
    expect((await put(1, {}, 'some')).body).toEqual({ error: "Invalid parameter which='some'" });
  });

  it('changes all of a series: the hour, not the day', async () => {
    const { put, starts } = await setSeries();
    const later = hour('2026-09-16T14:00:00Z', '2026-09-16T15:00:00Z');
    const { body } = await put(1, { ...later, title: 'Late' }, 'all');
    expect(body).toHaveLength(4);
    expect(await starts()).toEqual(['15T14:00 Late', '16T14:00 Late', '17T14:00 Late', '18T14:00 Late']);
    const moved = await put(1, hour('2026-09-20T14:00:00Z', '2026-09-20T15:00:00Z'), 'all');
    expect(moved.body).toEqual({
      message: 'You may not change the start date when changing all events in the series',
    });
  });

  it('makes those that follow a series of their own where they move', async () => {
    const { put, starts, uuid } = await setSeries();
    const { body } = await put(2, hour('2026-09-17T14:00:00Z', '2026-09-17T15:00:00Z'), 'following');
    expect(await starts()).toEqual([
      '15T09:00 Lecture',
      '16T09:00 Lecture',
      '17T14:00 Lecture',
      '18T14:00 Lecture',
    ]);
    expect(body.map(({ rrule }: { rrule: string }) => rrule)).toEqual(
      Array(4).fill('FREQ=DAILY;INTERVAL=1;COUNT=2'),
    );
    expect(body[0].series_uuid).toBe(uuid);
    expect(body[2]).toMatchObject({ series_head: true });
    expect(body[2].series_uuid).not.toBe(uuid);
  });

  it('regenerates a series by a new rule, and gives one up', async () => {
    const { put, starts, ids } = await setSeries();
    await put(0, { rrule: 'FREQ=DAILY;INTERVAL=2;COUNT=5' }, 'all');
    expect(await starts()).toEqual(['15', '17', '19', '21', '23'].map((day) => `${day}T09:00 Lecture`));
    await put(0, { rrule: 'FREQ=DAILY;INTERVAL=1;COUNT=2' }, 'all');
    expect(await starts()).toEqual(['15', '16'].map((day) => `${day}T09:00 Lecture`));
    const { body } = await put(1, { rrule: '' }, 'all');
    expect(body).toMatchObject([{ id: ids[1], series_uuid: null, rrule: null }]);
    expect(await starts()).toEqual(['16T09:00 Lecture']);
  });

  it('begins a series with an event', async () => {
    const { create, asTeacher } = await setCourse();
    const { body } = await create(morning);
    const rrule = 'FREQ=WEEKLY;INTERVAL=1;COUNT=3';
    const { body: series } = await asTeacher.put(`calendar_events/${body.id}`, { calendar_event: { rrule } });
    expect(series.map(({ start_at }: { start_at: string }) => start_at.slice(0, 10))).toEqual([
      '2026-09-15',
      '2026-09-22',
      '2026-09-29',
    ]);
    expect(series[0]).toMatchObject({ id: body.id, series_head: true, rrule });
  });

  it('deletes one, those that follow, or all of a series', async () => {
    const { asTeacher, ids, starts } = await setSeries();
    const { body } = await asTeacher.delete(`calendar_events/${ids[2]}`, { which: 'following' });
    expect(body.map(({ workflow_state }: { workflow_state: string }) => workflow_state)).toEqual([
      ...['deleted', 'deleted', 'active', 'active'],
    ]);
    expect(body[3].rrule).toBe('FREQ=DAILY;INTERVAL=1;COUNT=2');
    await asTeacher.delete(`calendar_events/${ids[0]}`);
    expect(await starts()).toEqual(['16T09:00 Lecture']);
    await asTeacher.delete(`calendar_events/${ids[1]}`, { which: 'all' });
    expect(await starts()).toEqual([]);
  });
});

describe('DELETE /api/v1/calendar_events/{id}', () => {
  it('answers the deleted event, which no list shows any more', async () => {
    const { create, asTeacher, asStudent, list } = await setCourse();
    const { body } = await create(morning);
    expect((await asStudent.delete(`calendar_events/${body.id}`)).status).toBe(401);
    const gone = await asTeacher.delete(`calendar_events/${body.id}`);
    expect([gone.status, gone.body.workflow_state]).toEqual([200, 'deleted']);
    expect((await list()).ids).toEqual([]);
    expect((await asTeacher.put(`calendar_events/${body.id}`, { calendar_event: {} })).status).toBe(401);
  });
});

describe('provided events', () => {
  const provided = {
    provided_by: 'curriculum',
    external_id: 'S1',
    provider_contact: 'timetable@med.example',
  };

  it('are made and changed by one call, and carry their names', async () => {
    const { create, list } = await setCourse();
    const made = await create({ ...morning, ...provided }, world.admin);
    expect([made.status, made.body]).toMatchObject([201, provided]);
    const again = await create({ ...morning, ...provided, title: 'Moved' }, world.admin);
    expect([again.status, again.body.id, again.body.title]).toEqual([200, made.body.id, 'Moved']);
    expect((await list()).body).toHaveLength(1);
    const half = await create({ provided_by: 'curriculum' }, world.admin);
    expect(half.status).toBe(400);
  });

  it('are not the teacher’s, whose own events stay his', async () => {
    const { create, asTeacher } = await setCourse();
    const { body } = await create({ ...morning, ...provided }, world.admin);
    const refused = await asTeacher.put(`calendar_events/${body.id}`, { calendar_event: { title: 'Mine' } });
    expect(refused.status).toBe(403);
    expect(refused.body.errors[0].message).toBe(
      'This event is provided by curriculum and can’t be changed here. Ask timetable@med.example.',
    );
    expect((await asTeacher.delete(`calendar_events/${body.id}`)).status).toBe(403);
    expect((await create({ ...morning, ...provided, external_id: 'S2' })).status).toBe(401);
    const own = await create(morning);
    expect((await asTeacher.delete(`calendar_events/${own.body.id}`)).status).toBe(200);
    expect((await world.admin.delete(`calendar_events/${body.id}`)).status).toBe(200);
  });

  it('are put by the thousand, each on its own', async () => {
    const { code, list, asTeacher } = await setCourse();
    const path = '/api/easel/v1/calendar_events/provided';
    const event = (external_id: string, more: object = {}) => ({
      external_id,
      context_code: code,
      title: external_id,
      ...morning,
      ...more,
    });
    const outcomes = async (events: object[], api = world.admin) =>
      (await api.put(path, { provided_by: 'curriculum', events })).body.map(
        ({ outcome }: { outcome: string }) => outcome,
      );
    expect(await outcomes([event('a'), event('b'), event('c', { context_code: 'course_0' })])).toEqual([
      ...['created', 'created', 'failed'],
    ]);
    expect(await outcomes([event('a'), event('b', { title: 'B' })])).toEqual(['unchanged', 'updated']);
    expect(await outcomes([event('a', { deleted: true }), event('z', { deleted: true })])).toEqual([
      ...['deleted', 'absent'],
    ]);
    expect((await list()).body).toMatchObject([{ title: 'B', provided_by: 'curriculum', external_id: 'b' }]);
    expect(await outcomes([event('q')], asTeacher)).toEqual(['failed']);
    // PostgreSQL keeps the plan of a statement after five times.
    for (const number of [1, 2, 3, 4, 5, 6, 7]) {
      expect(await outcomes([event(`n${number}`), event(`m${number}`)])).toEqual(['created', 'created']);
    }
    const many = await world.admin.put(path, { provided_by: 'x', events: Array(1001).fill(event('a')) });
    expect(many.status).toBe(400);
  });
});

describe('POST /api/v1/courses/{course_id}/calendar_events/timetable', () => {
  it('makes the meetings of a course, and takes them away with the timetable', async () => {
    const { course, asTeacher, list } = await setCourse();
    const path = `courses/${course.id}/calendar_events/timetable`;
    const row = {
      weekdays: 'M,wednesday',
      start_time: '9:00 am',
      end_time: '2:30 pm',
      location_name: 'Room 1',
      course_start_at: '2026-09-14T00:00:00Z',
      course_end_at: '2026-09-24T00:00:00Z',
    };
    expect((await asTeacher.post(path, { timetables: { all: [row] } })).body).toEqual({ status: 'ok' });
    await world.runJobs();
    const first = await list();
    expect(first.body.map(({ start_at }: { start_at: string }) => start_at.slice(0, 10))).toEqual([
      ...['2026-09-14', '2026-09-16', '2026-09-21', '2026-09-23'],
    ]);
    expect(first.body[0]).toMatchObject({ title: 'Anatomy', location_name: 'Room 1' });
    expect((await asTeacher.get(path)).body.all[0].weekdays).toBe('Mon,Wed');
    await asTeacher.post(path, { timetables: { all: [{ ...row, weekdays: 'Mon' }] } });
    await world.runJobs();
    expect((await list()).ids).toEqual([first.ids[0], first.ids[2]]);
    const wrong = { timetables: { all: [{ weekdays: 'x', start_time: 'y', end_time: 'z' }] } };
    expect((await asTeacher.post(path, wrong)).body.errors).toEqual(
      expect.arrayContaining(['invalid start time(s)', 'invalid end time(s)', 'weekdays are not valid']),
    );
    expect((await asTeacher.post(path, { timetables: { 0: [row] } })).status).toBe(404);
  });
});

describe('POST /api/v1/courses/{course_id}/calendar_events/timetable_events', () => {
  it('replaces all of them, known by their codes', async () => {
    const { course, asTeacher, list } = await setCourse();
    const path = `courses/${course.id}/calendar_events/timetable_events`;
    const set = async (events: object[]) => {
      const answer = await asTeacher.post(path, { events });
      await world.runJobs();
      return answer;
    };
    await set([
      { ...morning, code: 'one', title: 'First' },
      { ...hour('2026-09-16T09:00:00Z', '2026-09-16T10:00:00Z') },
    ]);
    const before = await list();
    expect(before.body).toMatchObject([{ title: 'First' }, { title: 'Anatomy' }]);
    await set([{ ...hour('2026-09-17T09:00:00Z', '2026-09-17T10:00:00Z'), code: 'one' }]);
    expect((await list()).body).toMatchObject([{ id: before.ids[0], start_at: '2026-09-17T09:00:00Z' }]);
    expect((await set([{ start_at: 'x' }])).body).toEqual({ errors: ['start_at and end_at are required'] });
    expect((await set([morning, morning])).body).toEqual({ errors: ['events (or codes) are not unique'] });
  });
});

describe('GET /feeds/calendars/{feed_code}', () => {
  it('is a calendar that readers understand, instants and all', async () => {
    const { create, student, course } = await setCourse();
    const { body } = await create({
      ...hour('2026-10-31T13:00:00Z', '2026-10-31T14:00:00Z'),
      title: 'Comma, semicolon; and ünïcode that is long enough to be folded into more than one line of text',
      description: '<p>Read &amp; bring</p>',
      location_name: 'Room 7',
    });
    await create({ start_at: '2026-11-01', all_day: true, title: 'Holiday' });
    const due_at = '2026-10-15T12:00:00Z';
    const assignment = await world.make.assignment({ course_id: course.id, name: 'Essay', due_at });
    for (const code of [`user_${student.uuid}`, `course_${course.uuid}`]) {
      const feed = await world.anonymous.get(`/feeds/calendars/${code}.ics`);
      expect(feed.status).toBe(200);
      expect(feed.headers['content-type']).toBe('text/calendar; charset=utf-8');
      const calendar = new ICAL.Component(ICAL.parse(feed.body));
      const events = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
      expect(events.map(({ uid }) => uid)).toEqual([
        `event-assignment-${assignment.id}`,
        `event-calendar-event-${body.id}`,
        expect.stringMatching(/^event-calendar-event-\d+$/),
      ]);
      expect(events[1]?.summary).toBe(`${body.title} [ANA]`);
      expect(events[1]?.startDate.toJSDate().toISOString()).toBe('2026-10-31T13:00:00.000Z');
      expect(events[1]?.endDate.toJSDate().toISOString()).toBe('2026-10-31T14:00:00.000Z');
      expect(events[1]?.location).toBe('Room 7');
      expect(events[1]?.description).toBe('Read & bring');
      expect(events[2]?.startDate).toMatchObject({ isDate: true });
      expect(events[2]?.startDate.toString()).toBe('2026-11-01');
    }
    expect((await world.anonymous.get('/feeds/calendars/user_nobody.ics')).status).toBe(404);
  });
});

describe('a series in a feed', () => {
  it.each([
    ['America/New_York', '2026-10-30T13:00:00Z', ['2026-10-30T13:00:00.000Z', '2026-11-06T14:00:00.000Z']],
    ['Europe/Stockholm', '2026-10-23T07:00:00Z', ['2026-10-23T07:00:00.000Z', '2026-10-30T08:00:00.000Z']],
  ])('keeps its hour in %s when summer time ends', async (time_zone, start_at, moments) => {
    const { course, create } = await setCourse();
    const teacher = await world.make.member(course.id, 'TeacherEnrollment', { time_zone });
    await create({ start_at, rrule: 'FREQ=WEEKLY;INTERVAL=1;COUNT=2' }, world.as(teacher.token));
    const { body } = await world.anonymous.get(`/feeds/calendars/course_${course.uuid}.ics`);
    const events = new ICAL.Component(ICAL.parse(body)).getAllSubcomponents('vevent');
    const starts = events.map((each) => new ICAL.Event(each).startDate.toJSDate().toISOString());
    expect(starts).toEqual(moments);
  });
});

describe('GET /api/v1/calendar_events/visible_contexts', () => {
  it('tells my calendars, and which I have chosen', async () => {
    const { asStudent, code, student } = await setCourse();
    await asStudent.post('calendar_events/save_selected_contexts', { selected_contexts: [code] });
    const { body } = await asStudent.get('calendar_events/visible_contexts');
    expect(body.contexts).toMatchObject([
      { asset_string: `user_${student.id}`, selected: false },
      { asset_string: code, selected: true, can_create_appointment_groups: false },
    ]);
  });
});
