import { describe, expect, it } from 'vitest';
import { giveWork, openClassroom } from '../../../testing/classroom.ts';
import { countQueries } from '../../../testing/count-queries.ts';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { make, as, admin } = world;

const text = { submission_type: 'online_text_entry', body: '<p>Mine</p>' };
const unauthorized = {
  status: 'unauthorized',
  errors: [{ message: 'user not authorized to perform that action' }],
};

describe('GET /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions', () => {
  it('has a row for everybody to whom it is assigned, in Canvas’s order of keys', async () => {
    const room = await openClassroom(world);
    const assignment = await room.assignment({ due_at: '2026-09-20T12:00:00Z' });
    const { status, body, links } = await room.asTeacher.get(`${room.path(assignment)}/submissions`);
    expect(status).toBe(200);
    expect(body.map((row: { user_id: number }) => row.user_id)).toEqual([room.student.id, room.fellow.id]);
    expect(Object.keys(body[0])).toEqual(
      `id body url grade score submitted_at assignment_id user_id submission_type workflow_state
      grade_matches_current_submission graded_at grader_id attempt cached_due_date excused late_policy_status
      points_deducted grading_period_id extra_attempts posted_at redo_request custom_grade_status_id sticker late
      missing seconds_late entered_grade entered_score preview_url`.split(/\s+/),
    );
    expect(body[0]).toMatchObject({
      grade: null,
      score: null,
      workflow_state: 'unsubmitted',
      grade_matches_current_submission: true,
      attempt: null,
      cached_due_date: '2026-09-20T12:00:00Z',
      excused: null,
      late: false,
      missing: false,
      seconds_late: 0,
    });
    expect(body[0].preview_url).toMatch(
      `/courses/${room.course.id}/assignments/${assignment.id}/submissions/${room.student.id}?preview=1&version=0`,
    );
    expect(links['last']).toBeDefined();
  });

  it('leaves out who has left, and shows the anonymous id to administrators', async () => {
    const room = await openClassroom(world);
    const assignment = await room.assignment();
    await world.database.kysely
      .updateTable('enrollments')
      .set({ workflow_state: 'completed' })
      .where('user_id', '=', room.fellow.id)
      .execute();
    const { body } = await admin.get(`${room.path(assignment)}/submissions`);
    expect(body).toHaveLength(1);
    expect(body[0].anonymous_id).toMatch(/^[1-9A-Za-z]{5}$/);
  });

  it('includes on request', async () => {
    const room = await openClassroom(world, { students: 1 });
    const assignment = await room.assignment();
    const path = room.path(assignment);
    await as(room.student.token).post(`${path}/submissions`, {
      submission: text,
      comment: { text_comment: 'Please' },
    });
    const include = [
      ...['submission_history', 'submission_comments', 'submission_html_comments', 'user', 'course', 'group'],
      ...['assignment', 'visibility', 'html_url', 'submission_status', 'grading_status', 'read_state'],
      ...['has_postable_comments', 'student_entered_score', 'nonsense'],
    ];
    const { body } = await room.asTeacher.get(`${path}/submissions`, { 'include[]': include });
    expect(body[0]).toMatchObject({
      group: { id: null, name: null },
      submission_history: [{ attempt: 1, body: '<p>Mine</p>' }],
      submission_comments: [{ author_id: room.student.id, author_name: 'Student 1', comment: 'Please' }],
      submission_html_comments: [{ comment: 'Please' }],
      user: { id: room.student.id, name: 'Student 1' },
      course: { id: room.course.id, html_url: expect.stringContaining(`/courses/${room.course.id}`) },
      assignment: { id: assignment.id, name: assignment.name },
      assignment_visible: true,
      html_url: expect.stringContaining(`/assignments/${assignment.id}/submissions/${room.student.id}`),
      submission_status: 'submitted',
      grading_status: 'needs_grading',
      read_state: 'read',
      has_postable_comments: false,
      student_entered_score: null,
    });
  });

  it('gives the fields that are asked for, and leaves out those that aren’t wanted', async () => {
    const room = await openClassroom(world, { students: 1 });
    const path = `${room.path(await room.assignment())}/submissions`;
    const { body: some } = await room.asTeacher.get(path, {
      'response_fields[]': ['id', 'score', 'late'],
      'exclude_response_fields[]': ['preview_url'],
    });
    expect(Object.keys(some[0])).toEqual(['id', 'score', 'late']);
    const { body: less } = await room.asTeacher.get(path, { 'exclude_response_fields[]': ['body', 'url'] });
    expect(less[0]).not.toHaveProperty('body');
    expect(less[0]).toHaveProperty('preview_url');
  });

  it('has one row for each group when grouped', async () => {
    const room = await openClassroom(world, { students: 3 });
    const context = { context_type: 'Course', context_id: room.course.id } as const;
    const group = await make.group(context);
    for (const student of room.students.slice(0, 2)) await make.groupMember(group.id, student.id);
    const assignment = await room.assignment({ group_category_id: group.group_category_id });
    const path = `${room.path(assignment)}/submissions`;
    await as(room.fellow.token).post(path, { submission: text });
    const { body } = await room.asTeacher.get(path, { grouped: true, 'include[]': ['group'] });
    expect(body.map((row: { group: unknown }) => row.group)).toEqual([
      { id: group.id, name: group.name },
      { id: null, name: null },
    ]);
  });

  it('shows a section-limited grader his section, and a section’s address its students', async () => {
    const room = await openClassroom(world, { students: 1 });
    const section = await make.section({ course_id: room.course.id });
    const there = await make.person();
    await make.enroll(there.id, room.course.id, 'StudentEnrollment', { course_section_id: section.id });
    const limited = await make.person();
    await make.enroll(limited.id, room.course.id, 'TaEnrollment', {
      course_section_id: section.id,
      limit_privileges_to_course_section: true,
    });
    const assignment = await room.assignment();
    const usersIn = async (api: typeof admin, path: string) =>
      (await api.get(path)).body.map(({ user_id }: { user_id: number }) => user_id);
    const path = `${room.path(assignment)}/submissions`;
    expect(await usersIn(as(limited.token), path)).toEqual([there.id]);
    expect(await usersIn(room.asTeacher, path)).toEqual([room.student.id, there.id]);
    const inSection = `sections/${section.id}/assignments/${assignment.id}/submissions`;
    expect(await usersIn(room.asTeacher, inSection)).toEqual([there.id]);
    expect((await as(limited.token).get(`${path}/${room.student.id}`)).status).toBe(404);
    expect((await room.asTeacher.get(`${inSection}/${room.student.id}`)).status).toBe(404);
    const others = await as(limited.token).get(`courses/${room.course.id}/students/submissions`, {
      'student_ids[]': room.student.id,
    });
    expect(others.status).toBe(401);
  });

  it('takes as many queries for many as for few', async () => {
    const include = [
      'submission_history',
      'submission_comments',
      'user',
      'group',
      'visibility',
      'read_state',
    ];
    const count = async (students: number) => {
      const room = await openClassroom(world, { students });
      const path = `${room.path(await room.assignment())}/submissions`;
      for (const student of room.students) {
        await as(student.token).post(path, { submission: text, comment: { text_comment: 'x' } });
      }
      // The first call of a token is written down.
      await room.asTeacher.get(path);
      const list = () => room.asTeacher.get(path, { per_page: 50, 'include[]': include });
      return await countQueries(world.database, list);
    };
    expect(await count(8)).toBe(await count(2));
  });

  it('is 404 for an assignment of another course', async () => {
    const [room, other] = [await openClassroom(world), await openClassroom(world)];
    const assignment = await other.assignment();
    const path = `courses/${room.course.id}/assignments/${assignment.id}/submissions`;
    expect((await admin.get(path)).status).toBe(404);
  });
});

describe('GET /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}', () => {
  it('shows a student his own, by his id and as self, and nobody else’s', async () => {
    const room = await openClassroom(world);
    const assignment = await room.assignment();
    const path = `${room.path(assignment)}/submissions`;
    const api = as(room.student.token);
    for (const id of ['self', room.student.id]) {
      expect((await api.get(`${path}/${id}`)).body).toMatchObject({ user_id: room.student.id });
    }
    const other = await api.get(`${path}/${room.fellow.id}`);
    expect(other).toMatchObject({ status: 401, body: unauthorized });
    expect((await room.asTeacher.get(`${path}/self`)).status).toBe(404);
  });

  it('hides an unposted grade from the student and his observer, in histories too', async () => {
    const room = await openClassroom(world);
    const observer = await make.person();
    await make.enroll(observer.id, room.course.id, 'ObserverEnrollment', {
      associated_user_id: room.student.id,
    });
    const assignment = await room.assignment({ post_manually: true });
    const path = `${room.path(assignment)}/submissions`;
    await as(room.student.token).post(path, { submission: text });
    await room.asTeacher.put(`${path}/${room.student.id}`, {
      submission: { posted_grade: '7' },
      comment: { text_comment: 'Hidden' },
    });
    const include = { 'include[]': ['submission_history', 'submission_comments'] };
    for (const person of [room.student, observer]) {
      const { status, body } = await as(person.token).get(`${path}/${room.student.id}`, include);
      expect(status).toBe(200);
      for (const shown of [body, body.submission_history[0]]) {
        for (const key of ['grade', 'score', 'entered_grade', 'entered_score']) {
          expect(shown).not.toHaveProperty(key);
        }
      }
      expect(body.submission_comments).toEqual([]);
      const flat = await as(person.token).get(`courses/${room.course.id}/students/submissions`, {
        'student_ids[]': room.student.id,
      });
      expect(flat.body[0]).not.toHaveProperty('score');
    }
    const { body } = await room.asTeacher.get(`${path}/${room.student.id}`, include);
    expect(body).toMatchObject({ score: 7, posted_at: null, submission_comments: [{ comment: 'Hidden' }] });
  });

  it('never shows drafts', async () => {
    const room = await openClassroom(world, { students: 1 });
    const assignment = await room.assignment();
    const path = `${room.path(assignment)}/submissions/${room.student.id}`;
    const { body } = await room.asTeacher.get(path);
    await world.database.kysely
      .insertInto('submission_comments')
      .values({
        submission_id: body.id,
        author_id: room.teacher.id,
        comment: 'Not yet',
        draft: true,
        created_at: world.clock.now(),
        updated_at: world.clock.now(),
      })
      .execute();
    for (const api of [room.asTeacher, as(room.student.token)]) {
      const shown = await api.get(path, { 'include[]': ['submission_comments'] });
      expect(shown.body.submission_comments).toEqual([]);
    }
  });

  it('is refused for what is no longer assigned to him, and for what is unpublished', async () => {
    const room = await openClassroom(world);
    const assignment = await room.assignment();
    const path = `${room.path(assignment)}/submissions/${room.student.id}`;
    await world.database.kysely
      .updateTable('assignments')
      .set({ only_visible_to_overrides: true })
      .where('id', '=', assignment.id)
      .execute();
    await giveWork(world, room.course.id);
    expect((await as(room.student.token).get(path)).status).toBe(401);
    expect((await room.asTeacher.get(path)).body).toMatchObject({ workflow_state: 'deleted' });
    const unpublished = await room.assignment({ workflow_state: 'unpublished' });
    const hidden = `${room.path(unpublished)}/submissions/${room.student.id}`;
    expect((await as(room.student.token).get(hidden)).status).toBe(401);
  });

  it('is a submission without an id where there never was one', async () => {
    const room = await openClassroom(world);
    const assignment = await room.assignment({ only_visible_to_overrides: true });
    const { status, body } = await room.asTeacher.get(
      `${room.path(assignment)}/submissions/${room.fellow.id}`,
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: null, user_id: room.fellow.id, workflow_state: 'unsubmitted' });
  });

  it('takes SIS ids of courses, assignments and users', async () => {
    const course = await make.course({ sis_course_id: 'SUB-1' });
    const student = await make.person({}, { sis_user_id: 'sub-student' });
    await make.enroll(student.id, course.id);
    await make.assignment({ course_id: course.id, sis_assignment_id: 'SUB-A' });
    await giveWork(world, course.id);
    const { status, body } = await admin.get(
      'courses/sis_course_id:SUB-1/assignments/sis_assignment_id:SUB-A/submissions/sis_user_id:sub-student',
    );
    expect([status, body.user_id]).toEqual([200, student.id]);
  });
});

describe('GET /api/v1/courses/{course_id}/assignments/{assignment_id}/anonymous_submissions/{anonymous_id}', () => {
  it('shows the anonymous id in the place of the student', async () => {
    const room = await openClassroom(world, { students: 1 });
    const assignment = await room.assignment({ anonymous_grading: true });
    const path = room.path(assignment);
    const { body: whole } = await admin.get(`${path}/submissions/${room.student.id}`);
    const { status, body } = await room.asTeacher.get(`${path}/anonymous_submissions/${whole.anonymous_id}`, {
      'include[]': ['user', 'html_url'],
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: whole.id, anonymous_id: whole.anonymous_id });
    for (const key of ['user_id', 'user', 'preview_url']) expect(body).not.toHaveProperty(key);
    expect(body.html_url).toContain(`anonymous_id=${whole.anonymous_id}`);
    expect((await room.asTeacher.get(`${path}/anonymous_submissions/nobody`)).status).toBe(404);
    const own = await room.asTeacher.put(`${path}/anonymous_submissions/${whole.anonymous_id}`, {
      submission: { posted_grade: '6' },
    });
    expect(own.body).toMatchObject({ score: 6, all_submissions: [{ score: 6 }] });
    expect(own.body).not.toHaveProperty('user_id');
  });
});

describe('GET /api/v1/courses/{course_id}/students/submissions', () => {
  const list = (api: typeof admin, courseId: number, query: object = {}) =>
    api.get(`courses/${courseId}/students/submissions`, { ...query });

  it('has one’s own by default, and whose one asks for', async () => {
    const room = await openClassroom(world);
    await room.assignment();
    const students = async (api: typeof admin, query: object) =>
      (await list(api, room.course.id, query)).body.map(({ user_id }: { user_id: number }) => user_id);
    const api = as(room.student.token);
    expect(await students(api, {})).toEqual([room.student.id]);
    expect(await students(api, { 'student_ids[]': ['all'] })).toEqual([room.student.id]);
    expect(await students(room.asTeacher, { 'student_ids[]': ['all'] })).toEqual([
      room.student.id,
      room.fellow.id,
    ]);
    expect((await list(api, room.course.id, { 'student_ids[]': [room.fellow.id] })).status).toBe(401);
    // He is no student.
    expect((await list(room.asTeacher, room.course.id)).status).toBe(401);
  });

  it('has those whom an observer observes', async () => {
    const room = await openClassroom(world);
    await room.assignment();
    const observer = await make.person();
    await make.enroll(observer.id, room.course.id, 'ObserverEnrollment', {
      associated_user_id: room.student.id,
    });
    const api = as(observer.token);
    const own = await list(api, room.course.id, { 'student_ids[]': [room.student.id] });
    expect(own.body).toHaveLength(1);
    expect((await list(api, room.course.id, { 'student_ids[]': [room.fellow.id] })).status).toBe(401);
  });

  it('filters by assignment, state, time, and refuses what it can’t read', async () => {
    const room = await openClassroom(world);
    const [first, second] = [await room.assignment(), await room.assignment()];
    const unpublished = await room.assignment({ workflow_state: 'unpublished' });
    await as(room.student.token).post(`${room.path(first)}/submissions`, { submission: text });
    await room.asTeacher.put(`${room.path(second)}/submissions/${room.student.id}`, {
      submission: { posted_grade: '5' },
    });
    const all = { 'student_ids[]': ['all'] };
    const assignments = async (query: object) =>
      (await list(room.asTeacher, room.course.id, { ...all, ...query })).body.map(
        ({ assignment_id }: { assignment_id: number }) => assignment_id,
      );
    expect(await assignments({ 'assignment_ids[]': [first.id] })).toEqual([first.id, first.id]);
    expect(await assignments({ workflow_state: 'submitted' })).toEqual([first.id]);
    expect(await assignments({ workflow_state: 'graded' })).toEqual([second.id]);
    expect(await assignments({ submitted_since: '2026-09-15T11:59:59Z' })).toEqual([first.id]);
    // Later than, not at.
    expect(await assignments({ submitted_since: '2026-09-15T12:00:00Z' })).toEqual([]);
    expect(await assignments({ graded_since: '2026-09-15T11:59:59Z' })).toEqual([second.id]);
    const refusal = async (query: object) => {
      const { status, body } = await list(room.asTeacher, room.course.id, { ...all, ...query });
      return [status, body];
    };
    const noAssignment = [403, { error: 'invalid assignment ids requested' }];
    expect(await refusal({ 'assignment_ids[]': [999_999] })).toEqual(noAssignment);
    expect(await refusal({ 'assignment_ids[]': [unpublished.id] })).toEqual(noAssignment);
    for (const bad of ['yesterday', '2026-09-15']) {
      expect(await refusal({ submitted_since: bad })).toEqual([
        400,
        { errors: { submitted_since: 'Invalid datetime for submitted_since' } },
      ]);
    }
    expect(await refusal({ graded_since: 'x' })).toEqual([
      400,
      { errors: { graded_since: 'Invalid datetime for graded_since' } },
    ]);
    expect(await refusal({ enrollment_state: 'asleep' })).toEqual([
      400,
      { error: 'invalid enrollment_state' },
    ]);
    expect((await refusal({ grading_period_id: 999_999 }))[0]).toBe(404);
  });

  it('filters by the state of enrollments, by their dates or as stored', async () => {
    const room = await openClassroom(world);
    await room.assignment();
    await world.database.kysely
      .updateTable('enrollments')
      .set({ start_at: '2025-01-01T00:00:00Z', end_at: '2025-06-01T00:00:00Z' })
      .where('user_id', '=', room.fellow.id)
      .execute();
    const users = async (query: object) => {
      const { body } = await list(room.asTeacher, room.course.id, { 'student_ids[]': ['all'], ...query });
      return body.map(({ user_id }: { user_id: number }) => user_id);
    };
    expect(await users({ enrollment_state: 'active' })).toEqual([room.student.id]);
    expect(await users({ enrollment_state: 'concluded' })).toEqual([room.fellow.id]);
    expect(await users({ enrollment_state: 'active', state_based_on_date: false })).toEqual([
      room.student.id,
      room.fellow.id,
    ]);
    expect(await users({ post_to_sis: true })).toEqual([]);
  });

  it('refuses more than a hundred students', async () => {
    const room = await openClassroom(world, { students: 101 });
    const query = { 'student_ids[]': room.students.map(({ id }) => id) };
    const { status, body } = await list(room.asTeacher, room.course.id, query);
    expect([status, body]).toEqual([400, { error: 'too many students' }]);
  });

  it('goes upwards by bookmarks and downwards by numbers, ungraded last', async () => {
    const room = await openClassroom(world, { students: 3 });
    const assignment = await room.assignment();
    for (const [index, student] of room.students.slice(0, 2).entries()) {
      world.clock.set(`2026-09-16T12:00:0${2 - index}Z`);
      await room.asTeacher.put(`${room.path(assignment)}/submissions/${student.id}`, {
        submission: { posted_grade: '5' },
      });
    }
    world.clock.set('2026-09-15T12:00:00Z');
    const [first, second, third] = room.students.map(({ id }) => id);
    const walk = async (query: object) => {
      const rows = await room.asTeacher.all(`courses/${room.course.id}/students/submissions`, {
        'student_ids[]': 'all',
        per_page: 1,
        ...query,
      });
      return rows.map((row) => (row as { user_id: number }).user_id);
    };
    expect(await walk({})).toEqual([first, second, third]);
    expect(await walk({ order_direction: 'descending' })).toEqual([third, second, first]);
    expect(await walk({ order: 'graded_at' })).toEqual([second, first, third]);
    expect(await walk({ order: 'graded_at', order_direction: 'descending' })).toEqual([first, second, third]);
    const query = { 'student_ids[]': 'all', per_page: 1 };
    const up = await list(room.asTeacher, room.course.id, query);
    expect(up.links['next']).toContain('page=bookmark');
    expect(up.links['last']).toBeUndefined();
    const down = await list(room.asTeacher, room.course.id, { ...query, order_direction: 'descending' });
    expect(down.links['next']).toContain('page=2');
    expect(down.links['last']).toContain('page=3');
  });

  it('groups by student, with scores on request, and with those who have nothing', async () => {
    const room = await openClassroom(world, { students: 1 });
    const assignment = await room.assignment({ points_possible: 10 });
    await room.asTeacher.put(`${room.path(assignment)}/submissions/${room.student.id}`, {
      submission: { posted_grade: '8' },
    });
    const idle = await make.person({}, { sis_user_id: 'idle-one' });
    await make.enroll(idle.id, room.course.id);
    const query = { 'student_ids[]': ['all'], grouped: 1, 'include[]': ['total_scores'] };
    const { body, links } = await list(admin, room.course.id, query);
    expect(body).toMatchObject([
      {
        user_id: room.student.id,
        submissions: [{ assignment_id: assignment.id, score: 8, has_postable_comments: false }],
        computed_final_score: 80,
        computed_current_score: 80,
        unposted_final_score: 80,
        unposted_current_score: 80,
      },
      { user_id: idle.id, submissions: [], sis_user_id: 'idle-one', computed_final_score: null },
    ]);
    expect(Object.keys(body[0]).slice(0, 3)).toEqual(['user_id', 'section_id', 'submissions']);
    expect(body[0]).not.toHaveProperty('sis_user_id');
    expect(links['last']).toContain('page=1');
    const own = await list(as(room.student.token), room.course.id, query);
    expect(own.body[0]).toMatchObject({ computed_current_score: 80 });
    expect(own.body[0]).not.toHaveProperty('unposted_current_score');
  });

  it('shows a student what is assigned to him only', async () => {
    const room = await openClassroom(world);
    await room.assignment({ only_visible_to_overrides: true });
    const seen = await room.assignment();
    const { body } = await list(as(room.student.token), room.course.id);
    expect(body.map(({ assignment_id }: { assignment_id: number }) => assignment_id)).toEqual([seen.id]);
  });
});

describe('GET /api/v1/courses/{course_id}/assignments/{assignment_id}/submission_summary', () => {
  it('counts what is graded, what waits, and what wasn’t handed in', async () => {
    const room = await openClassroom(world, { students: 4 });
    const assignment = await room.assignment();
    const path = room.path(assignment);
    const [one, two, three] = room.students;
    for (const student of [one, two]) {
      await as(student?.token ?? '').post(`${path}/submissions`, { submission: text });
    }
    await room.asTeacher.put(`${path}/submissions/${one?.id}`, { submission: { posted_grade: '5' } });
    await room.asTeacher.put(`${path}/submissions/${three?.id}`, { submission: { excuse: true } });
    const { body } = await room.asTeacher.get(`${path}/submission_summary`);
    expect(body).toEqual({ graded: 2, ungraded: 1, not_submitted: 1 });
    const section = (await room.asTeacher.get(`courses/${room.course.id}/sections`)).ids[0];
    const inSection = await room.asTeacher.get(
      `sections/${section}/assignments/${assignment.id}/submission_summary`,
    );
    expect(inSection.body).toEqual(body);
  });

  it('counts groups when grouped', async () => {
    const room = await openClassroom(world, { students: 4 });
    const context = { context_type: 'Course', context_id: room.course.id } as const;
    const category = await make.groupCategory(context);
    for (const pair of [room.students.slice(0, 2), room.students.slice(2)]) {
      const group = await make.group({ ...context, group_category_id: category.id });
      for (const { id } of pair) await make.groupMember(group.id, id);
    }
    const assignment = await room.assignment({ group_category_id: category.id });
    const path = room.path(assignment);
    await as(room.student.token).post(`${path}/submissions`, { submission: text });
    const { body } = await room.asTeacher.get(`${path}/submission_summary`, { grouped: true });
    expect(body).toEqual({ graded: 0, ungraded: 1, not_submitted: 1 });
  });
});

describe('GET /api/v1/courses/{course_id}/assignments/{assignment_id}/gradeable_students', () => {
  it('has students as users, sorted on request, and without names where they are anonymous', async () => {
    const room = await openClassroom(world);
    const assignment = await room.assignment({ anonymous_grading: true });
    const path = `${room.path(assignment)}/gradeable_students`;
    const { body, ids } = await room.asTeacher.get(path);
    expect(ids).toEqual([room.student.id, room.fellow.id]);
    expect(body[0]).toMatchObject({ display_name: 'Student 1' });
    const sorted = await room.asTeacher.get(path, { sort: 'name', order: 'desc' });
    expect(sorted.ids).toEqual([room.fellow.id, room.student.id]);
    const anonymous = await room.asTeacher.get(path, { allow_new_anonymous_id: true });
    expect(Object.keys(anonymous.body[0])).toEqual(['anonymous_id', 'avatar_image_url', 'display_name']);
    const moderated = await room.asTeacher.get(path, { 'include[]': ['provisional_grades'] });
    expect(moderated.status).toBe(401);
  });
});

describe('GET /api/v1/courses/{course_id}/assignments/gradeable_students', () => {
  it('says which of the assignments each student has', async () => {
    const room = await openClassroom(world);
    const [first, second] = [await room.assignment(), await room.assignment()];
    const { body } = await room.asTeacher.get(`courses/${room.course.id}/assignments/gradeable_students`, {
      'assignment_ids[]': [second.id, first.id, 999_999],
    });
    expect(body).toMatchObject([
      { id: room.student.id, assignment_ids: [first.id, second.id] },
      { id: room.fellow.id, assignment_ids: [first.id, second.id] },
    ]);
  });
});
