import { describe, expect, it } from 'vitest';
import { giveWork } from '../../../testing/classroom.ts';
import { countQueries } from '../../../testing/count-queries.ts';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { make, admin } = world;
const db = world.database.kysely;

/** A course with a teacher and a student, both as callers. */
async function classroom() {
  const course = await make.course();
  const teacher = await make.member(course.id, 'TeacherEnrollment');
  const student = await make.member(course.id);
  return {
    course,
    teacher,
    student,
    teach: world.as(teacher.token),
    learn: world.as(student.token),
    path: `courses/${course.id}/assignments`,
  };
}

const given = (assignment: object) => ({ assignment });
const refused = (attribute: string, message: string, type = message) => ({
  status: 400,
  body: { errors: { [attribute]: [{ attribute, type, message }] } },
});

/** The clock stands at 2026-09-15T12:00:00Z or thereabouts; these are around it. */
const at = (days: number) =>
  `${new Date(Date.parse(world.clock.now()) + days * 86_400_000).toISOString().slice(0, 19)}Z`;

describe('POST /api/v1/courses/{course_id}/assignments', () => {
  it('makes an unpublished assignment in a group that is made for it', async () => {
    const { course, teach, path } = await classroom();
    const { status, body } = await teach.post(path, given({ name: 'Essay' }));
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: 'Essay',
      description: null,
      course_id: course.id,
      workflow_state: 'unpublished',
      published: false,
      points_possible: 0,
      grading_type: 'points',
      submission_types: ['none'],
      position: 1,
      allowed_attempts: -1,
      due_at: null,
      muted: true,
      has_overrides: false,
      unpublishable: true,
      needs_grading_count: 0,
      only_visible_to_overrides: false,
      visible_to_everyone: true,
      locked_for_user: false,
      can_duplicate: true,
    });
    expect(Object.keys(body).slice(0, 12)).toEqual([
      'id',
      'description',
      'due_at',
      'unlock_at',
      'lock_at',
      'points_possible',
      'grading_type',
      'assignment_group_id',
      'grading_standard_id',
      'created_at',
      'updated_at',
      'peer_reviews',
    ]);
    const groups = await teach.get(`courses/${course.id}/assignment_groups`);
    expect(groups.body).toMatchObject([{ id: body.assignment_group_id, name: 'Assignments' }]);
    const nameless = await teach.post(path, given({ points_possible: 5 }));
    expect(nameless.body).toMatchObject({ name: 'Assignment', position: 2, points_possible: 5 });
  });

  it('keeps every field that it is given', async () => {
    const { course, teach, path } = await classroom();
    const group = await make.assignmentGroup({ course_id: course.id });
    const fields = {
      name: 'Project',
      position: 4,
      points_possible: 12.5,
      grading_type: 'letter_grade',
      submission_types: ['online_upload', 'online_url'],
      due_at: at(10),
      lock_at: at(12),
      unlock_at: at(1),
      assignment_group_id: group.id,
      peer_reviews: true,
      automatic_peer_reviews: true,
      peer_review_count: 2,
      peer_reviews_assign_at: at(11),
      anonymous_peer_reviews: true,
      intra_group_peer_reviews: true,
      omit_from_final_grade: true,
      post_to_sis: true,
      allowed_attempts: 3,
      important_dates: true,
      grade_group_students_individually: true,
      anonymous_instructor_annotations: true,
    };
    const { status, body } = await teach.post(path, {
      assignment: {
        ...fields,
        allowed_extensions: '.PDF, doc',
        description: '<p onclick="x()">Do it</p>',
      },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...fields,
      allowed_extensions: ['pdf', 'doc'],
      description: '<p>Do it</p>',
    });
  });

  it('takes a form as well as JSON', async () => {
    const { teach, path } = await classroom();
    const form =
      'assignment[name]=Form&assignment[submission_types][]=online_upload&assignment[points_possible]=7&assignment[published]=true';
    expect(await teach.post(path, form)).toMatchObject({
      status: 201,
      body: { name: 'Form', submission_types: ['online_upload'], points_possible: 7, published: true },
    });
  });

  it('moves a midnight of the caller to the end of his day', async () => {
    const { course } = await classroom();
    const teacher = await make.person({ time_zone: 'America/Denver' });
    await make.enroll(teacher.id, course.id, 'TeacherEnrollment');
    const { body } = await world
      .as(teacher.token)
      .post(
        `courses/${course.id}/assignments`,
        given({ name: 'X', due_at: '2026-12-01T07:00:00Z', unlock_at: '2026-11-01T06:00:00Z' }),
      );
    expect(body).toMatchObject({ due_at: '2026-12-02T06:59:59Z', unlock_at: '2026-11-01T06:00:00Z' });
  });

  it('gives every student a submission with the date, and nobody else', async () => {
    const { student, teach, path } = await classroom();
    const { body } = await teach.post(path, given({ name: 'Essay', due_at: '2030-01-01T12:00:00Z' }));
    const rows = await db
      .selectFrom('submissions')
      .select(['user_id', 'cached_due_date', 'workflow_state'])
      .where('assignment_id', '=', body.id)
      .execute();
    expect(rows).toEqual([
      { user_id: student.id, cached_due_date: '2030-01-01T12:00:00Z', workflow_state: 'unsubmitted' },
    ]);
  });

  it('opens a tool, sent as an object in a form or as JSON', async () => {
    const { course, teach, path } = await classroom();
    const form = [
      'assignment[name]=Post Test',
      'assignment[submission_types]=external_tool',
      'assignment[external_tool_tag_attributes][url]=https://tool.example.net/quiz/connect_post.php',
      'assignment[external_tool_tag_attributes][new_tab]=true',
      'assignment[points_possible]=100',
    ].join('&');
    const { status, body } = await teach.post(path, form);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      submission_types: ['external_tool'],
      external_tool_tag_attributes: {
        url: 'https://tool.example.net/quiz/connect_post.php',
        new_tab: true,
        external_data: null,
        custom_params: null,
      },
      can_duplicate: false,
    });
    expect(body.url).toContain(
      `/api/v1/courses/${course.id}/external_tools/sessionless_launch?assignment_id=${body.id}&launch_type=assessment`,
    );
    const json = {
      name: 'Tool',
      submission_types: ['external_tool'],
      peer_reviews: true,
      external_tool_tag_attributes: {
        url: 'https://tool.example.net',
        content_type: 'context_external_tool',
        content_id: 7,
        custom_params: { level: '3' },
      },
    };
    expect((await teach.post(path, given(json))).body).toMatchObject({
      peer_reviews: false,
      external_tool_tag_attributes: {
        content_type: 'ContextExternalTool',
        content_id: 7,
        custom_params: { level: '3' },
      },
    });
    const nested = { ...json, external_tool_tag_attributes: { custom_params: { a: { b: 1 } } } };
    expect(await teach.post(path, given(nested))).toMatchObject(
      refused(
        'custom_params',
        'Invalid custom parameters. Please ensure they match the LTI 1.3 specification.',
        'invalid',
      ),
    );
  });

  it('says how to write a tool that came as one text', async () => {
    const { teach, path } = await classroom();
    const form =
      'assignment[name]=Post Test&assignment[submission_types]=external_tool' +
      '&assignment[external_tool_tag_attributes]=url:https://tool.example.net/quiz/connect_post.php,new_tab:true';
    const { status, headers } = await teach.post(path, form);
    expect(status).toBe(400);
    expect(headers['x-easel-hint']).toContain('assignment[external_tool_tag_attributes][url]=...');
    expect(headers['x-easel-hint']).toContain('assignment[external_tool_tag_attributes][new_tab]=...');
  });

  it.each([
    [{ due_at: 'tomorrow' }, 'assignment[due_at]', 'Invalid datetime for due_at'],
    [{ lock_at: '2026-01-01' }, 'assignment[lock_at]', 'Invalid datetime for lock_at'],
    [{ assignment_group_id: 'abc' }, 'assignment[assignment_group_id]', 'must be a positive number'],
    [{ submission_types: ['smoke'] }, 'assignment[submission_types]', 'Invalid submission types'],
    [
      { allowed_extensions: ['x'.repeat(300)] },
      'assignment[allowed_extensions]',
      'Value too long, allowed length is 255',
    ],
    [
      { due_at: '2026-01-01T00:00:01Z', unlock_at: '2026-02-01T00:00:00Z' },
      'due_at',
      'must be between availability dates',
    ],
    [{ name: 'x'.repeat(256) }, 'title', 'The title cannot be longer than 255 characters'],
    [{ name: '' }, 'title', 'blank'],
    [{ grading_type: 'stars' }, 'grading_type', 'inclusion'],
    [
      { points_possible: -1 },
      'points_possible',
      'The value of possible points for this assignment must be zero or greater.',
    ],
    [{ allowed_attempts: 0 }, 'allowed_attempts', 'greater_than'],
    [{ moderated_grading: true }, 'grader_count', 'greater_than'],
  ])('refuses %j', async (fields, attribute, message) => {
    const { teach, path } = await classroom();
    expect(
      await teach.post(path, given({ name: 'X', submission_types: ['online_url'], ...fields })),
    ).toMatchObject(refused(attribute, message));
  });

  it('wants an assignment, and a document for annotations', async () => {
    const { teach, path } = await classroom();
    expect(await teach.post(path, {})).toMatchObject({
      status: 400,
      body: { errors: [{ message: 'assignment is missing' }] },
    });
    const annotated = given({ name: 'X', submission_types: ['student_annotation'] });
    expect(await teach.post(path, annotated)).toMatchObject({ status: 400, body: { errors: {} } });
  });

  it('copies the document in which students write', async () => {
    const { course, teach, path } = await classroom();
    const folder = await make.folder({ context_type: 'Course', context_id: course.id, name: 'course files' });
    const file = await make.file({ context_type: 'Course', context_id: course.id, folder_id: folder.id });
    const { status, body } = await teach.post(
      path,
      given({ name: 'X', submission_types: ['student_annotation'], annotatable_attachment_id: file.id }),
    );
    expect(status).toBe(201);
    expect(body.annotatable_attachment_id).not.toBe(file.id);
    const foreign = await make.file({ context_type: 'User', context_id: 1 });
    const stolen = { submission_types: ['student_annotation'], annotatable_attachment_id: foreign.id };
    expect((await teach.post(path, given({ name: 'X', ...stolen }))).status).toBe(400);
  });

  it('is for those whom its overrides name, sent as a list or by index', async () => {
    const { course, student, teach, path } = await classroom();
    const other = await make.member(course.id);
    const overrides = [{ student_ids: [student.id], due_at: '2030-02-01T12:00:00Z', title: 'One' }];
    const { status, body } = await teach.post(
      path,
      given({ name: 'Own', only_visible_to_overrides: true, assignment_overrides: overrides }),
    );
    expect(status).toBe(201);
    expect(body).toMatchObject({ has_overrides: true, visible_to_everyone: false });
    const rows = await db
      .selectFrom('submissions')
      .select(['user_id', 'cached_due_date'])
      .where('assignment_id', '=', body.id)
      .execute();
    expect(rows).toEqual([{ user_id: student.id, cached_due_date: '2030-02-01T12:00:00Z' }]);
    const form = `assignment[name]=Form&assignment[assignment_overrides][0][student_ids][]=${other.id}&assignment[assignment_overrides][0][due_at]=2030-03-01T12:00:00Z`;
    const formed = await teach.post(path, form);
    const { body: shown } = await teach.get(`${path}/${formed.body.id}`, { 'include[]': 'overrides' });
    expect(shown.overrides).toMatchObject([
      { student_ids: [other.id], due_at: '2030-03-01T12:00:00Z', title: '1 student', unassign_item: false },
    ]);
    const wrong = given({ name: 'X', assignment_overrides: [{ student_ids: [9999] }, {}] });
    expect(await teach.post(path, wrong)).toMatchObject({
      status: 400,
      body: {
        errors: {
          base: [
            { message: 'unknown student ids: ["9999"]' },
            { message: 'one of student_ids, group_id, or course_section_id is required' },
          ],
        },
      },
    });
  });

  it('drops SIS fields without the right to them, and has each SIS id once', async () => {
    const { teach, path } = await classroom();
    const sis = { name: 'S', sis_assignment_id: 'A-1', integration_data: '{"a":1}', integration_id: 'i' };
    expect((await teach.post(path, given(sis))).body.sis_assignment_id).toBeNull();
    expect((await admin.post(path, given(sis))).body).toMatchObject({
      sis_assignment_id: 'A-1',
      integration_id: 'i',
      integration_data: { a: 1 },
    });
    expect(await admin.post(path, given(sis))).toMatchObject(refused('sis_source_id', 'taken'));
    expect((await admin.get(`${path}/sis_assignment_id:A-1`)).body.name).toBe('S');
  });

  it('answers what is graded by nothing without points', async () => {
    const { teach, path } = await classroom();
    expect(
      (await teach.post(path, given({ name: 'N', grading_type: 'not_graded', points_possible: 5 }))).body,
    ).toMatchObject({ submission_types: ['not_graded'], points_possible: null });
  });
});

describe('GET /api/v1/courses/{course_id}/assignments', () => {
  it('lists by group and position, and by name or date on request', async () => {
    const { course, teach, path } = await classroom();
    const second = await make.assignmentGroup({ course_id: course.id, position: 2 });
    const first = await make.assignmentGroup({ course_id: course.id, position: 1 });
    const add = (name: string, group: { id: number }, position: number, due_at: string | null) =>
      make.assignment({ course_id: course.id, name, assignment_group_id: group.id, position, due_at });
    const c = await add('C', second, 1, '2030-01-01T12:00:00Z');
    const b = await add('b', first, 2, null);
    const a = await add('á', first, 1, '2030-02-01T12:00:00Z');
    await db.deleteFrom('submissions').where('course_id', '=', course.id).execute();
    await teach.put(`${path}/${a.id}`, given({ due_at: '2030-02-01T12:00:01Z' }));
    await teach.put(`${path}/${c.id}`, given({ due_at: '2030-01-01T12:00:01Z' }));
    expect((await teach.get(path)).ids).toEqual([a.id, b.id, c.id]);
    expect((await teach.get(path, { order_by: 'name' })).ids).toEqual([a.id, b.id, c.id]);
    expect((await teach.get(path, { order_by: 'due_at' })).ids).toEqual([c.id, a.id, b.id]);
    expect((await teach.get(path, { per_page: 2 })).links['last']).toContain('page=2');
    expect((await teach.get(path, { search_term: 'B' })).ids).toEqual([b.id]);
    expect((await teach.get(path, { 'assignment_ids[]': [a.id, b.id] })).ids).toEqual([a.id, b.id]);
    expect(await teach.get(path, { 'assignment_ids[]': [a.id, 7_000_001, 'x'] })).toMatchObject({
      status: 400,
      body: { message: 'Invalid assignment_ids: 7000001,x' },
    });
    const many = Array.from({ length: 101 }, (_, index) => index + 1);
    expect((await teach.get(path, { 'assignment_ids[]': many })).body.message).toBe(
      'Request contains too many assignment_ids.  Limit 100',
    );
    expect((await teach.get(path, { post_to_sis: true })).ids).toEqual([]);
    expect((await teach.get(path, { new_quizzes: true })).ids).toEqual([]);
  });

  it('shows students only what is published and theirs', async () => {
    const { course, teach, learn, path } = await classroom();
    const open = await make.assignment({ course_id: course.id });
    const draft = await make.assignment({ course_id: course.id, workflow_state: 'unpublished' });
    const others = await make.assignment({ course_id: course.id, only_visible_to_overrides: true });
    const gone = await make.assignment({ course_id: course.id, workflow_state: 'deleted' });
    expect((await learn.get(path)).ids).toEqual([open.id]);
    expect((await teach.get(path)).ids).toEqual([open.id, draft.id, others.id]);
    expect((await learn.get(`${path}/${others.id}`)).status).toBe(401);
    expect((await learn.get(`${path}/${draft.id}`)).status).toBe(401);
    expect((await teach.get(`${path}/${gone.id}`)).status).toBe(404);
  });

  it('shows an observer what those whom he observes have', async () => {
    const { course, student } = await classroom();
    const own = await make.assignment({ course_id: course.id, only_visible_to_overrides: true });
    await make.assignment({ course_id: course.id, only_visible_to_overrides: true });
    await make.assignmentOverride(
      { course_id: course.id, assignment_id: own.id, set_type: 'ADHOC', due_at: '2030-01-01T12:00:00Z' },
      [student.id],
    );
    const observer = await make.person();
    await make.enroll(observer.id, course.id, 'ObserverEnrollment', { associated_user_id: student.id });
    const { body } = await world.as(observer.token).get(`courses/${course.id}/assignments`);
    expect(body).toMatchObject([{ id: own.id, due_at: '2030-01-01T12:00:00Z' }]);
  });

  it('sorts into buckets by how far students are', async () => {
    const { course, student, teach, learn, path } = await classroom();
    const add = async (name: string, fields: object) =>
      (await teach.post(path, given({ name, submission_types: ['online_url'], published: true, ...fields })))
        .body.id;
    const past = await add('past', { due_at: at(-3) });
    const closed = await add('closed', { due_at: at(-3), lock_at: at(-2) });
    const soon = await add('soon', { due_at: at(3) });
    const later = await add('later', { due_at: at(30) });
    const undated = await add('undated', {});
    const bucket = async (name: string, caller = learn) => (await caller.get(path, { bucket: name })).ids;
    expect(await bucket('past')).toEqual([past, closed]);
    expect(await bucket('overdue')).toEqual([past]);
    expect(await bucket('upcoming')).toEqual([soon]);
    expect(await bucket('future')).toEqual([soon, later, undated]);
    expect(await bucket('undated')).toEqual([undated]);
    expect(await bucket('unsubmitted', teach)).toEqual([past, closed, soon, later, undated]);
    await db
      .updateTable('submissions')
      .set({ submission_type: 'online_url', submitted_at: at(-4), attempt: 1, workflow_state: 'submitted' })
      .where('assignment_id', '=', past)
      .where('user_id', '=', student.id)
      .execute();
    expect(await bucket('ungraded', teach)).toEqual([past]);
    expect(await bucket('overdue')).toEqual([]);
    expect((await learn.get(path, { bucket: 'past' })).body[0].bucket).toBe('past');
    expect(await learn.get(path, { bucket: 'lost' })).toMatchObject(
      refused(
        'bucket',
        'bucket name must be one of the following: past, overdue, undated, ungraded, unsubmitted, upcoming, future',
      ),
    );
    expect(course.id).toBeGreaterThan(0);
  });

  it('includes dates, overrides, visibility and rights for whoever may see them', async () => {
    const { course, student, teach, learn, path } = await classroom();
    const assignment = await make.assignment({ course_id: course.id, due_at: '2030-01-01T12:00:00Z' });
    const override = await make.assignmentOverride(
      {
        course_id: course.id,
        assignment_id: assignment.id,
        set_type: 'ADHOC',
        title: '1 student',
        due_at: '2030-02-01T12:00:00Z',
      },
      [student.id],
    );
    const include = ['all_dates', 'overrides', 'assignment_visibility', 'can_edit', 'ab_guid'];
    const { body } = await teach.get(path, { 'include[]': include });
    expect(body[0]).toMatchObject({
      due_at: '2030-02-01T12:00:00Z',
      has_overrides: true,
      all_dates: [
        { base: true, title: 'Everyone else', due_at: '2030-01-01T12:00:00Z', can_edit: true },
        {
          id: override.id,
          title: '1 student',
          due_at: '2030-02-01T12:00:00Z',
          set_type: 'ADHOC',
          set_id: null,
        },
      ],
      overrides: [{ id: override.id, student_ids: [student.id] }],
      assignment_visibility: [String(student.id)],
      can_edit: true,
      ab_guid: [],
    });
    const own = (await learn.get(path, { 'include[]': include })).body[0];
    expect(own).toMatchObject({ can_edit: false, all_dates: [{ id: override.id, title: '1 student' }] });
    expect(own).not.toHaveProperty('overrides');
    expect(own).not.toHaveProperty('assignment_visibility');
    expect(own).not.toHaveProperty('has_overrides');
    expect(own).not.toHaveProperty('needs_grading_count');
    expect(own).not.toHaveProperty('sis_assignment_id');
    const plain = await teach.get(path, { override_assignment_dates: false });
    expect(plain.body[0].due_at).toBe('2030-01-01T12:00:00Z');
  });

  it('includes what the reader has handed in', async () => {
    const { course, student, learn, path } = await classroom();
    const assignment = await make.assignment({ course_id: course.id });
    const submission = await make.submission({
      course_id: course.id,
      assignment_id: assignment.id,
      user_id: student.id,
    });
    const { body } = await learn.get(path, { 'include[]': 'submission' });
    expect(body[0].submission).toMatchObject({
      id: submission.id,
      user_id: student.id,
      workflow_state: 'unsubmitted',
    });
    const observer = await make.person();
    await make.enroll(observer.id, course.id, 'ObserverEnrollment', { associated_user_id: student.id });
    const watched = await world
      .as(observer.token)
      .get(path, { 'include[]': ['submission', 'observed_users'] });
    expect(watched.body[0].submission).toMatchObject([{ id: submission.id }]);
  });

  it('asks the database as often for many as for few', async () => {
    const { course, teach, learn, path } = await classroom();
    const group = await make.assignmentGroup({ course_id: course.id });
    const section = await make.section({ course_id: course.id });
    const add = async (count: number) => {
      for (let number = 0; number < count; number++) {
        const assignment = await make.assignment({ course_id: course.id, assignment_group_id: group.id });
        await make.assignmentOverride({
          course_id: course.id,
          assignment_id: assignment.id,
          set_type: 'CourseSection',
          set_id: section.id,
          due_at: at(number),
        });
      }
      await giveWork(world, course.id);
    };
    const include = [
      'submission',
      'all_dates',
      'overrides',
      'can_edit',
      'assignment_visibility',
      'score_statistics',
    ];
    const counts = async () => [
      await countQueries(world.database, () => teach.get(path, { per_page: 100, 'include[]': include })),
      await countQueries(world.database, () => learn.get(path, { per_page: 100, 'include[]': include })),
    ];
    await add(2);
    // The first call of a token notes that it was used.
    await counts();
    const few = await counts();
    await add(48);
    expect(await counts()).toEqual(few);
  });

  it('gives statistics to whom they tell of nobody', async () => {
    const { course, student, teach, learn, path } = await classroom();
    const assignment = await make.assignment({ course_id: course.id, points_possible: 10 });
    const students = [student];
    while (students.length < 5) students.push(await make.member(course.id));
    const grade = (userId: number, score: number) =>
      make.submission({
        course_id: course.id,
        assignment_id: assignment.id,
        user_id: userId,
        workflow_state: 'graded',
        submission_type: 'online_url',
        score,
        grade: String(score),
        posted_at: world.clock.now(),
      });
    for (const [index, { id }] of students.slice(0, 4).entries()) await grade(id, index + 1);
    const asked = { 'include[]': ['submission', 'score_statistics'] };
    expect((await learn.get(path, asked)).body[0]).not.toHaveProperty('score_statistics');
    await grade((students[4] as { id: number }).id, 10);
    expect((await learn.get(path, asked)).body[0].score_statistics).toEqual({
      min: 1,
      max: 10,
      mean: 4,
      upper_q: 4,
      median: 3,
      lower_q: 2,
    });
    expect((await teach.get(path)).body[0]).toMatchObject({
      graded_submissions_exist: true,
      has_submitted_submissions: true,
      unpublishable: false,
      muted: false,
    });
  });

  it('counts what waits to be graded, by section on request and only in those that one sees', async () => {
    const { course, student, teach, path } = await classroom();
    const section = await make.section({ course_id: course.id });
    const other = await make.person();
    const { course_section_id: first } = await db
      .selectFrom('enrollments')
      .select('course_section_id')
      .where('user_id', '=', student.id)
      .executeTakeFirstOrThrow();
    await make.enroll(other.id, course.id, 'StudentEnrollment', { course_section_id: section.id });
    const assignment = await make.assignment({ course_id: course.id });
    for (const { id } of [student, other]) {
      await make.submission({
        course_id: course.id,
        assignment_id: assignment.id,
        user_id: id,
        workflow_state: 'submitted',
        submission_type: 'online_url',
        submitted_at: world.clock.now(),
        attempt: 1,
      });
    }
    const { body } = await teach.get(path, { needs_grading_count_by_section: true });
    expect(body[0]).toMatchObject({
      needs_grading_count: 2,
      needs_grading_count_by_section: [
        { section_id: first, needs_grading_count: 1 },
        { section_id: section.id, needs_grading_count: 1 },
      ],
    });
    const limited = await make.person();
    await make.enroll(limited.id, course.id, 'TaEnrollment', {
      course_section_id: section.id,
      limit_privileges_to_course_section: true,
    });
    expect((await world.as(limited.token).get(path)).body[0].needs_grading_count).toBe(1);
  });
});

describe('GET /api/v1/courses/{course_id}/assignment_groups/{assignment_group_id}/assignments', () => {
  it('lists those of one group', async () => {
    const { course, learn } = await classroom();
    const one = await make.assignment({ course_id: course.id });
    await make.assignment({ course_id: course.id });
    const path = (id: number) => `courses/${course.id}/assignment_groups/${id}/assignments`;
    expect((await learn.get(path(one.assignment_group_id))).ids).toEqual([one.id]);
    expect((await learn.get(path(7_000_000))).body).toEqual([]);
  });
});

describe('GET /api/v1/users/{user_id}/courses/{course_id}/assignments', () => {
  it('shows them as the user sees them, to himself, his observer and his graders', async () => {
    const { course, student, teach, learn } = await classroom();
    const open = await make.assignment({ course_id: course.id });
    await make.assignment({ course_id: course.id, workflow_state: 'unpublished' });
    const path = `users/${student.id}/courses/${course.id}/assignments`;
    expect((await teach.get(path)).ids).toEqual([open.id]);
    expect((await learn.get(`users/self/courses/${course.id}/assignments`)).ids).toEqual([open.id]);
    expect((await teach.get(path, { per_page: 1 })).links['current']).toContain('page=1');
    const other = await make.member(course.id);
    expect((await world.as(other.token).get(path)).status).toBe(401);
  });
});

describe('GET /api/v1/courses/{course_id}/assignments/{id}', () => {
  it('locks by the dates of its reader, and hides what waits', async () => {
    const { course, student, teach, learn, path } = await classroom();
    const add = (values: object) =>
      make.assignment({
        course_id: course.id,
        description: '<p>Read <a href="/courses/1">this</a></p>',
        ...values,
      });
    const waiting = await add({ unlock_at: at(2) });
    const over = await add({ lock_at: at(-2) });
    expect((await learn.get(`${path}/${waiting.id}`)).body).toMatchObject({
      description: null,
      locked_for_user: true,
      lock_info: { unlock_at: at(2), asset_string: `assignment_${waiting.id}` },
    });
    const closed = (await learn.get(`${path}/${over.id}`)).body;
    expect(closed).toMatchObject({
      locked_for_user: true,
      lock_info: { lock_at: at(-2), can_view: true, asset_string: `assignment_${over.id}` },
    });
    expect(closed.description).toMatch(/<a href="http:\/\/[^"]+\/courses\/1">/);
    const signed = async (id: number) => {
      const { body } = await learn.get(`${path}/${id}`);
      return JSON.parse(Buffer.from(body.secure_params.split('.')[1], 'base64url').toString());
    };
    expect(await signed(waiting.id)).toEqual({ lti_assignment_id: waiting.lti_context_id });
    expect((await signed(over.id)).lti_assignment_description).toMatch(/^<p>Read /);
    expect(closed.lock_explanation).toMatch(/^This assignment was locked /);
    expect((await teach.get(`${path}/${over.id}`)).body.locked_for_user).toBe(false);
    await make.assignmentOverride(
      { course_id: course.id, assignment_id: over.id, set_type: 'ADHOC', lock_at: null },
      [student.id],
    );
    expect((await learn.get(`${path}/${over.id}`)).body).toMatchObject({
      locked_for_user: false,
      lock_at: null,
    });
  });

  it('says whether one can hand in', async () => {
    const { course, student, learn, path } = await classroom();
    const assignment = await make.assignment({ course_id: course.id, allowed_attempts: 1 });
    const asked = () => learn.get(`${path}/${assignment.id}`, { 'include[]': 'can_submit' });
    expect((await asked()).body.can_submit).toBe(true);
    await make.submission({
      course_id: course.id,
      assignment_id: assignment.id,
      user_id: student.id,
      attempt: 1,
      submission_type: 'online_text_entry',
    });
    expect((await asked()).body.can_submit).toBe(false);
  });

  it('reveals from 25 overrides on only how many there are', async () => {
    const { course, teach, path } = await classroom();
    const assignment = await make.assignment({ course_id: course.id });
    for (let number = 0; number < 25; number++) {
      const section = await make.section({ course_id: course.id });
      await make.assignmentOverride({
        course_id: course.id,
        assignment_id: assignment.id,
        set_type: 'CourseSection',
        set_id: section.id,
        due_at: at(number),
      });
    }
    const { body } = await teach.get(`${path}/${assignment.id}`, { all_dates: true });
    expect(body).toMatchObject({ all_dates: [], all_dates_count: 25 });
  });
});

describe('PUT /api/v1/courses/{course_id}/assignments/{id}', () => {
  it('changes what it is given and nothing else', async () => {
    const { teach, path } = await classroom();
    const { body: made } = await teach.post(
      path,
      given({
        name: 'Essay',
        points_possible: 10,
        due_at: '2030-01-01T12:00:00Z',
        submission_types: ['online_url'],
      }),
    );
    const { status, body } = await teach.put(`${path}/${made.id}`, given({ name: 'Paper', published: true }));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...made,
      name: 'Paper',
      published: true,
      workflow_state: 'published',
      updated_at: body.updated_at,
    });
    expect((await teach.put(`${path}/${made.id}`, given({ points_possible: '' }))).body.points_possible).toBe(
      0,
    );
    expect((await teach.put(`${path}/${made.id}`, given({ due_at: '' }))).body.due_at).toBeNull();
    expect(await teach.put(`${path}/${made.id}`, given({ name: '' }))).toMatchObject(
      refused('title', 'blank'),
    );
  });

  it('moves the dates of those who have it', async () => {
    const { student, teach, path } = await classroom();
    const { body: made } = await teach.post(path, given({ name: 'Essay', due_at: '2030-01-01T12:00:00Z' }));
    await teach.put(`${path}/${made.id}`, given({ due_at: '2030-02-01T12:00:00Z' }));
    const row = await db
      .selectFrom('submissions')
      .select('cached_due_date')
      .where('assignment_id', '=', made.id)
      .where('user_id', '=', student.id)
      .executeTakeFirstOrThrow();
    expect(row.cached_due_date).toBe('2030-02-01T12:00:00Z');
  });

  it('leaves overrides alone unless it is told of them, then makes them those of the list', async () => {
    const { course, student, teach, path } = await classroom();
    const section = await make.section({ course_id: course.id, name: 'B' });
    const { body: made } = await teach.post(
      path,
      given({
        name: 'Essay',
        assignment_overrides: [
          { student_ids: [student.id], due_at: '2030-01-01T12:00:00Z' },
          { course_section_id: section.id, lock_at: null },
        ],
      }),
    );
    const overrides = async () => (await teach.get(`${path}/${made.id}/overrides`)).body;
    const [own, ofSection] = await overrides();
    expect(ofSection).toMatchObject({ title: 'B', course_section_id: section.id, lock_at: null });
    expect(ofSection).not.toHaveProperty('due_at');
    await teach.put(`${path}/${made.id}`, given({ name: 'Paper' }));
    expect(await overrides()).toHaveLength(2);
    await teach.put(`${path}/${made.id}`, {
      assignment: { assignment_overrides: [{ id: own.id, due_at: '2030-05-01T12:00:00Z' }] },
    });
    expect(await overrides()).toMatchObject([
      { id: own.id, due_at: '2030-05-01T12:00:00Z', student_ids: [student.id] },
    ]);
    await teach.put(`${path}/${made.id}`, 'assignment[assignment_overrides]=');
    expect(await overrides()).toEqual([]);
  });

  it('is for everybody once it has a date for everybody', async () => {
    const { course, teach, path } = await classroom();
    const assignment = await make.assignment({ course_id: course.id, only_visible_to_overrides: true });
    const { body } = await teach.put(`${path}/${assignment.id}`, given({ due_at: '2030-01-01T12:00:00Z' }));
    expect(body.only_visible_to_overrides).toBe(false);
  });

  it('stays published once something was handed in', async () => {
    const { course, student, teach, path } = await classroom();
    const assignment = await make.assignment({ course_id: course.id });
    await make.submission({
      course_id: course.id,
      assignment_id: assignment.id,
      user_id: student.id,
      submission_type: 'online_text_entry',
    });
    const message = "Can't unpublish if there are student submissions";
    expect(await teach.put(`${path}/${assignment.id}`, given({ published: false }))).toMatchObject({
      status: 400,
      body: { errors: { published: [{ attribute: 'workflow_state', type: message, message }] } },
    });
    const category = await make.groupCategory({ context_type: 'Course', context_id: course.id });
    expect(
      await teach.put(`${path}/${assignment.id}`, given({ group_category_id: category.id })),
    ).toMatchObject(
      refused(
        'group_category_id',
        "The group category can't be changed because students have already submitted on this assignment",
      ),
    );
  });

  it('shows what is graded by the new scale', async () => {
    const { course, student, teach, path } = await classroom();
    const assignment = await make.assignment({ course_id: course.id, points_possible: 10 });
    const submission = await make.submission({
      course_id: course.id,
      assignment_id: assignment.id,
      user_id: student.id,
      workflow_state: 'graded',
      score: 8,
      grade: '8',
      posted_at: world.clock.now(),
    });
    await teach.put(`${path}/${assignment.id}`, given({ grading_type: 'percent' }));
    const row = await db
      .selectFrom('submissions')
      .selectAll()
      .where('id', '=', submission.id)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ score: 8, grade: '80%' });
    const designer = await make.member(course.id, 'DesignerEnrollment');
    const design = world.as(designer.token);
    expect((await design.put(`${path}/${assignment.id}`, given({ name: 'New' }))).status).toBe(200);
    expect((await design.put(`${path}/${assignment.id}`, given({ points_possible: 20 }))).status).toBe(401);
  });

  it('lets whoever decides on grades alone edit a moderated one', async () => {
    const { course, teacher, teach, path } = await classroom();
    const moderated = {
      name: 'M',
      submission_types: ['online_url'],
      moderated_grading: true,
      grader_count: 2,
    };
    const { body } = await teach.post(path, given({ ...moderated, final_grader_id: teacher.id }));
    expect(body).toMatchObject({
      moderated_grading: true,
      grader_count: 2,
      final_grader_id: teacher.id,
      post_manually: true,
    });
    const stranger = await make.person();
    expect(await teach.put(`${path}/${body.id}`, given({ final_grader_id: stranger.id }))).toMatchObject(
      refused('final_grader_id', 'course has no active instructors with this ID'),
    );
    expect((await teach.put(`${path}/${body.id}`, given({ moderated_grading: false }))).body).toMatchObject({
      final_grader_id: null,
      grader_count: 0,
    });
    expect(course.id).toBeGreaterThan(0);
  });

  it('keeps what is due in a closed grading period, but for administrators', async () => {
    const term = await make.term();
    const set = await make.gradingPeriodSet({}, [term.id]);
    await make.gradingPeriod({
      grading_period_group_id: set.id,
      start_date: at(-60),
      end_date: at(-30),
      close_date: at(-20),
    });
    const course = await make.course({ enrollment_term_id: term.id });
    const teacher = await make.member(course.id, 'TeacherEnrollment');
    await make.member(course.id);
    const teach = world.as(teacher.token);
    const path = `courses/${course.id}/assignments`;
    const old = { name: 'Old', due_at: at(-40), submission_types: ['online_url'] };
    expect(await teach.post(path, given(old))).toMatchObject({
      status: 403,
      body: {
        errors: { due_at: [{ message: 'Cannot set the due date to a date within a closed grading period' }] },
      },
    });
    const { body } = await admin.post(path, given(old));
    expect(body.in_closed_grading_period).toBe(true);
    expect(await teach.put(`${path}/${body.id}`, given({ name: 'New' }))).toMatchObject(
      refused('name', 'cannot be changed because this assignment is due in a closed grading period'),
    );
    expect((await teach.put(`${path}/${body.id}`, given({ description: 'x' }))).status).toBe(200);
    expect((await teach.put(`${path}/${body.id}`, given({ due_at: at(5) }))).status).toBe(403);
    expect((await teach.delete(`${path}/${body.id}`)).status).toBe(401);
    expect((await admin.put(`${path}/${body.id}`, given({ name: 'New' }))).status).toBe(200);
    const dates = (await teach.get(`${path}/${body.id}`, { all_dates: true, 'include[]': 'can_edit' })).body
      .all_dates;
    expect(dates).toMatchObject([{ base: true, in_closed_grading_period: true, can_edit: false }]);
  });
});

describe('DELETE /api/v1/courses/{course_id}/assignments/{id}', () => {
  it('answers with what it was, and it is gone', async () => {
    const { course, teach, path } = await classroom();
    const assignment = await make.assignment({ course_id: course.id });
    const { status, body } = await teach.delete(`${path}/${assignment.id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: assignment.id, workflow_state: 'deleted', published: false });
    expect((await teach.get(`${path}/${assignment.id}`)).status).toBe(404);
  });
});

describe('POST /api/v1/courses/{course_id}/assignments/{assignment_id}/duplicate', () => {
  it('puts an unpublished copy after the original', async () => {
    const { course, student, teach, path } = await classroom();
    const group = await make.assignmentGroup({ course_id: course.id });
    const add = (name: string, position: number) =>
      make.assignment({ course_id: course.id, assignment_group_id: group.id, name, position, due_at: at(5) });
    const original = await add('Essay', 1);
    const next = await add('Next', 2);
    await make.assignmentOverride(
      { course_id: course.id, assignment_id: original.id, set_type: 'ADHOC', due_at: at(9) },
      [student.id],
    );
    const { status, body } = await teach.post(`${path}/${original.id}/duplicate`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: 'Essay Copy',
      position: 2,
      workflow_state: 'unpublished',
      original_assignment_id: original.id,
      original_course_id: course.id,
      original_assignment_name: 'Essay',
      due_at: at(5),
      has_overrides: false,
      new_positions: { [original.id]: 1, [body.id]: 2, [next.id]: 3 },
    });
    expect((await teach.post(`${path}/${original.id}/duplicate`)).body.name).toBe('Essay Copy 2');
    expect((await teach.post(`${path}/${body.id}/duplicate`)).body.name).toBe('Essay Copy 3');
  });

  it('refuses what isn’t there, and what a tool made', async () => {
    const { course, teach, path } = await classroom();
    expect(await teach.post(`${path}/7000000/duplicate`)).toMatchObject({
      status: 400,
      body: { error: 'assignment does not exist' },
    });
    const tool = await make.assignment({
      course_id: course.id,
      submission_types: ['external_tool'],
      external_tool_tag_attributes: JSON.stringify({ url: 'https://tool.example' }),
    });
    expect((await teach.post(`${path}/${tool.id}/duplicate`)).status).toBe(400);
  });
});

describe('GET /api/v1/courses/{course_id}/assignments/{assignment_id}/users/{user_id}/group_members', () => {
  it('names those who work with a student', async () => {
    const { course, student, learn, path } = await classroom();
    const fellow = await make.member(course.id);
    const category = await make.groupCategory({ context_type: 'Course', context_id: course.id });
    const group = await make.group({
      context_type: 'Course',
      context_id: course.id,
      group_category_id: category.id,
    });
    await make.groupMember(group.id, fellow.id);
    await make.groupMember(group.id, student.id);
    const together = await make.assignment({ course_id: course.id, group_category_id: category.id });
    const alone = await make.assignment({ course_id: course.id });
    const person = ({ id, name }: { id: number; name: string }) => ({ id: String(id), name });
    expect((await learn.get(`${path}/${together.id}/users/${student.id}/group_members`)).body).toEqual([
      person(student),
      person(fellow),
    ]);
    expect((await learn.get(`${path}/${alone.id}/users/${student.id}/group_members`)).body).toEqual([
      person(student),
    ]);
    expect((await learn.get(`${path}/${alone.id}/users/1/group_members`)).status).toBe(404);
  });
});

describe('PUT /api/v1/courses/{course_id}/assignments/bulk_update', () => {
  it('changes all dates, or says which can’t be and changes none', async () => {
    const { course, student, teach, path } = await classroom();
    const one = await make.assignment({ course_id: course.id, due_at: at(1) });
    const two = await make.assignment({ course_id: course.id, due_at: at(1), lock_at: at(2) });
    const override = await make.assignmentOverride(
      { course_id: course.id, assignment_id: one.id, set_type: 'ADHOC', due_at: at(1) },
      [student.id],
    );
    const wrong = [
      { id: one.id, all_dates: [{ base: true, due_at: at(7) }] },
      { id: two.id, all_dates: [{ base: true, due_at: at(8) }] },
    ];
    const run = async (body: unknown) => {
      const { body: progress } = await teach.put(`${path}/bulk_update`, body);
      await world.runJobs();
      return (await teach.get(`progress/${progress.id}`)).body;
    };
    expect(await run(wrong)).toMatchObject({
      tag: 'assignment_bulk_update',
      workflow_state: 'failed',
      results: [{ assignment_id: two.id, due_at: ['must be between availability dates'] }],
    });
    expect((await teach.get(`${path}/${one.id}`, { override_assignment_dates: false })).body.due_at).toBe(
      at(1),
    );
    const right = [
      {
        id: one.id,
        all_dates: [
          { base: true, due_at: at(7) },
          { id: override.id, due_at: at(9) },
        ],
      },
      { id: two.id, all_dates: [{ base: true, due_at: at(8), lock_at: null }] },
    ];
    expect(await run(right)).toMatchObject({ workflow_state: 'completed', results: { updated_count: 2 } });
    const { body } = await teach.get(path, { 'include[]': 'all_dates' });
    expect(body[0].all_dates).toMatchObject([{ due_at: at(7) }, { id: override.id, due_at: at(9) }]);
    expect(body[1]).toMatchObject({ due_at: at(8), lock_at: null });
  });

  it('refuses what is no list of assignments of the course', async () => {
    const { teach, path } = await classroom();
    const put = (body: unknown) => teach.put(`${path}/bulk_update`, body);
    expect(await put({})).toMatchObject({ status: 400, body: { message: 'expected array' } });
    expect(await put([{}])).toMatchObject({ status: 400, body: { message: 'missing assignment id' } });
    expect((await put([{ id: 7_000_000, all_dates: [] }])).status).toBe(404);
  });
});
