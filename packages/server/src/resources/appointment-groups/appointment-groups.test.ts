import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../../testing/api.ts';
import { countQueries } from '../../../testing/count-queries.ts';
import { openWorld, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

/** The tests' clock begins on 2026-09-15. */
const first = ['2026-10-01T09:00:00Z', '2026-10-01T09:30:00Z'];
const second = ['2026-10-01T09:30:00Z', '2026-10-01T10:00:00Z'];

async function setGroup(fields: object = {}) {
  const course = await world.make.course();
  const student = await world.make.member(course.id, 'StudentEnrollment', { name: 'Zoe Adams' });
  const fellow = await world.make.member(course.id, 'StudentEnrollment', { name: 'Ann Brown' });
  const teacher = await world.make.member(course.id, 'TeacherEnrollment');
  const api = {
    teacher: world.as(teacher.token),
    student: world.as(student.token),
    fellow: world.as(fellow.token),
  };
  const made = await api.teacher.post('appointment_groups', {
    appointment_group: {
      context_codes: [`course_${course.id}`],
      title: 'Office hours',
      location_name: 'Room 7',
      publish: true,
      participants_per_appointment: 1,
      max_appointments_per_participant: 1,
      new_appointments: { 0: first, 1: second },
      ...fields,
    },
  });
  const slots: number[] = (made.body.new_appointments ?? []).map(({ id }: { id: number }) => id);
  const path = `appointment_groups/${made.body.id}`;
  const reserve = (who: keyof typeof api, slot = 0, params: object = {}) =>
    api[who].post(`calendar_events/${slots[slot]}/reservations`, params);
  return { course, student, fellow, teacher, api, made, slots, path, reserve };
}

const messageOf = ({ body }: Answer) => body[0].message;

describe('POST /api/v1/appointment_groups', () => {
  it('makes a group with slots that are called like it', async () => {
    const { made, course } = await setGroup();
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      title: 'Office hours',
      start_at: first[0],
      end_at: second[1],
      workflow_state: 'active',
      participant_visibility: 'private',
      participant_type: 'User',
      context_codes: [`course_${course.id}`],
      sub_context_codes: [],
      appointments_count: 2,
      requiring_action: false,
    });
    expect(made.body.new_appointments).toMatchObject([
      { title: 'Office hours', location_name: 'Room 7', start_at: first[0], available_slots: 1 },
      { start_at: second[0], appointment_group_id: made.body.id, can_manage_appointment_group: true },
    ]);
  });

  it('wants courses that the caller manages, a title, slots that don’t overlap', async () => {
    const { api, course } = await setGroup();
    const code = `course_${course.id}`;
    const post = (fields: object, who = api.teacher) =>
      who.post('appointment_groups', { appointment_group: { context_codes: [code], title: 'x', ...fields } });
    expect((await api.teacher.post('appointment_groups', {})).status).toBe(404);
    expect((await post({ context_codes: ['course_0'] })).status).toBe(404);
    expect((await post({}, api.student)).status).toBe(401);
    expect((await post({ title: '' })).body.errors).toHaveProperty('title');
    expect((await post({ participants_per_appointment: 0 })).body.errors).toHaveProperty(
      'participants_per_appointment',
    );
    expect(
      (await post({ min_appointments_per_participant: 2, max_appointments_per_participant: 1 })).status,
    ).toBe(400);
    const overlapping = await post({ new_appointments: { 0: first, 1: [first[0], second[1]] } });
    expect(overlapping.body.errors.appointments[0].message).toBe('Appointments overlap');
    const backward = await post({ new_appointments: { 0: [second[0], first[0]] } });
    expect(backward.body.errors.appointments[0].message).toBe('Appointment end time precedes start time');
  });
});

describe('GET /api/v1/appointment_groups', () => {
  it('lists what one may sign up in, and what one manages', async () => {
    const { api, made, path } = await setGroup();
    const { id } = made.body;
    expect((await api.student.get('appointment_groups')).ids).toEqual([id]);
    expect((await api.teacher.get('appointment_groups')).ids).toEqual([]);
    expect((await api.teacher.get('appointment_groups', { scope: 'manageable' })).ids).toEqual([id]);
    expect((await api.student.get('appointment_groups', { scope: 'manageable' })).ids).toEqual([]);
    const { body } = await api.student.get('appointment_groups', {
      'include[]': ['appointments', 'participant_count', 'reserved_times'],
    });
    expect(body[0]).toMatchObject({ participant_count: 0, reserved_times: [] });
    expect(body[0].appointments).toHaveLength(2);
    expect(body[0].appointments[0]).not.toHaveProperty('child_events');
    world.clock.set('2026-10-02T00:00:00Z');
    try {
      expect((await api.student.get('appointment_groups')).ids).toEqual([]);
      const past = { include_past_appointments: true };
      expect((await api.student.get('appointment_groups', past)).ids).toEqual([id]);
      expect((await api.student.get(path)).body.appointments).toEqual([]);
    } finally {
      world.clock.set('2026-09-15T12:00:00Z');
    }
  });

  it('asks no more of the database for many groups than for a few', async () => {
    const { api, course } = await setGroup();
    const make = () =>
      api.teacher.post('appointment_groups', {
        appointment_group: {
          context_codes: [`course_${course.id}`],
          title: 'x',
          publish: true,
          new_appointments: { 0: first, 1: second },
        },
      });
    const query = { scope: 'manageable', 'include[]': ['appointments', 'child_events'], per_page: 100 };
    const queries = async () =>
      await countQueries(world.database, () => api.teacher.get('appointment_groups', query));
    await make();
    const few = await queries();
    for (let number = 0; number < 5; number++) await make();
    expect(await queries()).toBe(few);
  });

  it('hides what isn’t published from those whom it is for', async () => {
    const { api, path } = await setGroup({ publish: false });
    expect((await api.student.get('appointment_groups')).ids).toEqual([]);
    expect((await api.student.get(path)).status).toBe(401);
    const { body } = await api.teacher.put(path, { appointment_group: { publish: true } });
    expect(body.workflow_state).toBe('active');
    expect((await api.student.get(path)).status).toBe(200);
  });

  it('is for the sections that are named', async () => {
    const course = await world.make.course();
    const section = await world.make.section({ course_id: course.id });
    const inside = await world.make.person();
    await world.make.enroll(inside.id, course.id, 'StudentEnrollment', { course_section_id: section.id });
    const outside = await world.make.member(course.id);
    const { body } = await world.admin.post('appointment_groups', {
      appointment_group: {
        context_codes: [`course_${course.id}`],
        sub_context_codes: [`course_section_${section.id}`],
        title: 'x',
        publish: true,
        new_appointments: { 0: first },
      },
    });
    expect(body.sub_context_codes).toEqual([`course_section_${section.id}`]);
    expect((await world.as(inside.token).get('appointment_groups')).ids).toEqual([body.id]);
    expect((await world.as(outside.token).get('appointment_groups')).ids).toEqual([]);
    expect((await world.as(outside.token).get(`appointment_groups/${body.id}`)).status).toBe(401);
  });
});

describe('PUT /api/v1/appointment_groups/{id}', () => {
  it('renames slots and reservations, and adds slots', async () => {
    const { api, path, reserve, made } = await setGroup();
    await reserve('student');
    const third = ['2026-10-02T09:00:00Z', '2026-10-02T10:00:00Z'];
    const change = { title: 'Help', new_appointments: { 0: third } };
    const { body } = await api.teacher.put(path, { appointment_group: change });
    expect(body).toMatchObject({ title: 'Help', end_at: third[1], appointments_count: 3 });
    expect(body.new_appointments).toMatchObject([{ title: 'Help', start_at: third[0] }]);
    const own = await api.student.get('calendar_events', {
      'context_codes[]': made.body.context_codes,
      all_events: true,
    });
    expect(own.body).toMatchObject([
      { title: 'Help', workflow_state: 'locked', appointment_group_id: made.body.id },
    ]);
    expect((await api.student.put(path, { appointment_group: { title: 'x' } })).status).toBe(401);
    const overlapping = { new_appointments: { 0: third } };
    expect((await api.teacher.put(path, { appointment_group: overlapping })).status).toBe(400);
  });
});

describe('DELETE /api/v1/appointment_groups/{id}', () => {
  it('takes slots and reservations with it', async () => {
    const { api, path, reserve } = await setGroup();
    const { body } = await reserve('student');
    expect((await api.student.delete(path)).status).toBe(401);
    expect((await api.teacher.delete(path)).body.workflow_state).toBe('deleted');
    expect((await api.student.get(`calendar_events/${body.id}`)).body.workflow_state).toBe('deleted');
    expect((await api.teacher.get(path)).status).toBe(401);
  });
});

describe('GET /api/v1/appointment_groups/{id}/users', () => {
  it('lists who may sign up, who has and who hasn’t', async () => {
    const { api, path, reserve, student, fellow } = await setGroup();
    await reserve('student');
    const users = async (registration_status?: string) =>
      (await api.teacher.get(`${path}/users`, registration_status ? { registration_status } : {})).ids;
    expect(await users()).toEqual([student.id, fellow.id]);
    expect(await users('registered')).toEqual([student.id]);
    expect(await users('unregistered')).toEqual([fellow.id]);
    expect((await api.teacher.get(`${path}/groups`)).body).toEqual([]);
  });
});

describe('GET /api/v1/appointment_groups/{id}/groups', () => {
  it('lists the groups of the category, one of which signs up as a whole', async () => {
    const course = await world.make.course();
    const student = await world.make.member(course.id);
    const category = await world.make.groupCategory({ context_type: 'Course', context_id: course.id });
    const group = await world.make.group({
      context_type: 'Course',
      context_id: course.id,
      group_category_id: category.id,
    });
    await world.database.kysely
      .insertInto('group_memberships')
      .values({
        group_id: group.id,
        user_id: student.id,
        workflow_state: 'accepted',
        uuid: 'membership-of-appointments',
        created_at: world.clock.now(),
        updated_at: world.clock.now(),
      })
      .execute();
    const { body } = await world.admin.post('appointment_groups', {
      appointment_group: {
        context_codes: [`course_${course.id}`],
        sub_context_codes: [`group_category_${category.id}`],
        title: 'Reviews',
        publish: true,
        new_appointments: { 0: first },
      },
    });
    expect(body).toMatchObject({
      participant_type: 'Group',
      sub_context_codes: [`group_category_${category.id}`],
    });
    expect((await world.admin.get(`appointment_groups/${body.id}/groups`)).ids).toEqual([group.id]);
    const slot = body.new_appointments[0].id;
    const own = await world.as(student.token).post(`calendar_events/${slot}/reservations`);
    expect([own.status, own.body.context_code]).toEqual([200, `group_${group.id}`]);
  });
});

describe('POST /api/v1/calendar_events/{id}/reservations', () => {
  it('signs the caller up and locks the slot', async () => {
    const { reserve, student, slots, api, made } = await setGroup();
    const { status, body } = await reserve('student', 0, { comments: 'About my essay' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      workflow_state: 'locked',
      parent_event_id: slots[0],
      comments: 'About my essay',
      start_at: first[0],
      appointment_group_id: made.body.id,
    });
    const slot = await api.student.get(`calendar_events/${slots[0]}`);
    expect(slot.body).toMatchObject({ workflow_state: 'locked', reserved: true, available_slots: 0 });
    expect(slot.body.reserve_url).toMatch(new RegExp(`/reservations/${student.id}$`));
    expect(slot.body.child_events).toMatchObject([{ id: body.id, own_reservation: true }]);
    const seen = await api.fellow.get(`calendar_events/${slots[0]}`);
    expect(seen.body).toMatchObject({ reserved: false, child_events: [] });
    const managed = await api.teacher.get(`calendar_events/${slots[0]}`);
    expect(managed.body.child_events).toMatchObject([{ user: { id: student.id } }]);
    expect(managed.body.reserve_url).toMatch(/\/reservations\/%7B%7B%20id%20%7D%7D$/);
    const people = await api.teacher.get(`calendar_events/${slots[0]}/participants`);
    expect(people.ids).toEqual([student.id]);
    expect((await api.fellow.get(`calendar_events/${slots[0]}/participants`)).status).toBe(401);
  });

  it('says in Canvas’s words why not', async () => {
    const { reserve, api, slots, student, fellow } = await setGroup();
    await reserve('student');
    const full = await reserve('fellow');
    expect(full.status).toBe(400);
    expect(full.body).toEqual([
      { attribute: 'reservation', type: 'calendar_event', message: 'all slots filled', reservations: [] },
    ]);
    const second = await reserve('student', 1);
    expect(messageOf(second)).toBe('participant has met per-participant limit');
    expect(second.body[0].reservations).toHaveLength(1);
    expect(messageOf(await reserve('fellow', 1, { participant_id: student.id }))).toBe('invalid participant');
    expect(
      (await world.as((await world.make.person()).token).post(`calendar_events/${slots[0]}/reservations`))
        .status,
    ).toBe(401);
    const forHim = await api.teacher.post(`calendar_events/${slots[1]}/reservations/${fellow.id}`);
    expect(forHim.status).toBe(200);
  });

  it('refuses to sign up twice, and lets one swap', async () => {
    const { reserve, slots, api } = await setGroup({
      participants_per_appointment: 2,
      max_appointments_per_participant: null,
    });
    await reserve('student');
    expect(messageOf(await reserve('student'))).toBe('participant has already reserved this appointment');
    const swapped = await reserve('student', 1, { cancel_existing: true });
    expect(swapped.body.parent_event_id).toBe(slots[1]);
    const left = await api.student.get(`calendar_events/${slots[0]}`);
    expect(left.body).toMatchObject({ workflow_state: 'active', reserved: false, available_slots: 2 });
    expect((await api.student.delete(`calendar_events/${swapped.body.id}`)).status).toBe(200);
  });

  it('is closed once the slot is over, but to managers', async () => {
    const { reserve, student } = await setGroup();
    world.clock.set('2026-10-01T09:45:00Z');
    try {
      const late = await reserve('student');
      expect([late.status, late.body]).toEqual([
        403,
        { message: 'Cannot create or change reservation for past appointment' },
      ]);
      expect((await reserve('teacher', 0, { participant_id: student.id })).status).toBe(200);
    } finally {
      world.clock.set('2026-09-15T12:00:00Z');
    }
  });

  it('gives twenty places to twenty of a hundred who want them at once', async () => {
    const { course, slots } = await setGroup({ participants_per_appointment: 20 });
    const people = [];
    for (let number = 0; number < 100; number++) people.push(await world.make.member(course.id));
    const answers = await Promise.all(
      people.map(({ token }) => world.as(token).post(`calendar_events/${slots[0]}/reservations`)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
    const refused = answers.filter(({ status }) => status === 400);
    expect(refused).toHaveLength(80);
    expect(new Set(refused.map(messageOf))).toEqual(new Set(['all slots filled']));
    const stored = await world.database.kysely
      .selectFrom('calendar_events')
      .select('context_id')
      .where('parent_calendar_event_id', '=', slots[0] as number)
      .where('workflow_state', '<>', 'deleted')
      .execute();
    expect(new Set(stored.map(({ context_id }) => context_id)).size).toBe(20);
    expect(stored).toHaveLength(20);
  }, 60_000);

  it('gives one who asks for both slots at once, again and again, only one', async () => {
    const { reserve, slots } = await setGroup();
    const answers = await Promise.all([0, 1, 0, 1, 0, 1].map((slot) => reserve('student', slot)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(slots).toHaveLength(2);
  });
});

describe('GET /api/v1/appointment_groups/next_appointment', () => {
  it('gives the first free slot', async () => {
    const { api, reserve, slots, made } = await setGroup();
    const next = async () =>
      (
        await api.student.get('appointment_groups/next_appointment', {
          'appointment_group_ids[]': [made.body.id],
        })
      ).ids;
    expect(await next()).toEqual([slots[0]]);
    await reserve('fellow');
    expect(await next()).toEqual([slots[1]]);
  });
});
