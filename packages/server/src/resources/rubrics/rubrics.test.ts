import { describe, expect, it } from 'vitest';
import { openClassroom } from '../../../testing/classroom.ts';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { make, admin } = world;
const room = await openClassroom(world, { students: 2, course: { name: 'Biology' } });
const { course, asTeacher, student, fellow } = room;
const here = `courses/${course.id}`;

const criteria = {
  '0': {
    id: 'thesis',
    description: 'Thesis',
    ratings: {
      '0': { id: 'good', description: 'Good', points: 6 },
      '1': { id: 'bad', description: 'Bad', points: 0 },
    },
  },
  '1': {
    id: 'style',
    description: 'Style',
    ratings: {
      '0': { id: 'fine', description: 'Fine', points: 4 },
      '1': { id: 'poor', description: 'Poor', points: 1 },
    },
  },
};

const newRubric = async (
  title: string,
  tie: object = { association_type: 'Course', association_id: course.id, purpose: 'bookmark' },
) => (await asTeacher.post(`${here}/rubrics`, { rubric: { title, criteria }, rubric_association: tie })).body;

const tieTo = (assignmentId: number, more: object = {}) => ({
  association_type: 'Assignment',
  association_id: assignmentId,
  purpose: 'grading',
  use_for_grading: true,
  ...more,
});

describe('POST /api/v1/courses/{course_id}/rubrics', () => {
  it('makes a rubric that the course lists', async () => {
    const { rubric, rubric_association } = await newRubric('Essay');
    expect(rubric).toMatchObject({
      title: 'Essay',
      context_type: 'Course',
      context_code: `course_${course.id}`,
      points_possible: 10,
      user_id: room.teacher.id,
      read_only: false,
      association_count: 0,
      permissions: { read: true, update: true, delete: true },
    });
    expect(rubric.criteria[0]).toEqual({
      description: 'Thesis',
      long_description: '',
      points: 6,
      id: 'thesis',
      criterion_use_range: false,
      ratings: [
        { description: 'Good', long_description: '', points: 6, criterion_id: 'thesis', id: 'good' },
        { description: 'Bad', long_description: '', points: 0, criterion_id: 'thesis', id: 'bad' },
      ],
    });
    expect(Object.keys(rubric.criteria[0].ratings[0])).toEqual([
      'description',
      'long_description',
      'points',
      'criterion_id',
      'id',
    ]);
    expect(rubric_association).toMatchObject({
      rubric_id: rubric.id,
      association_type: 'Course',
      purpose: 'bookmark',
      bookmarked: true,
      title: 'Biology',
      skip_updating_points_possible: false,
    });
  });

  it('reads a form, with criteria keyed by number', async () => {
    const form = [
      'rubric[title]=Form',
      'rubric[free_form_criterion_comments]=1',
      'rubric[criteria][1][description]=Second',
      'rubric[criteria][1][ratings][0][points]=2',
      'rubric[criteria][0][description]=First',
      'rubric[criteria][0][ratings][7][points]=1.5',
      'rubric[criteria][0][ratings][8][points]=3',
    ].join('&');
    const { body } = await asTeacher.post(`${here}/rubrics`, form);
    expect(body.rubric).toMatchObject({
      points_possible: 5,
      free_form_criterion_comments: true,
      criteria: [
        { description: 'First', points: 3 },
        { description: 'Second', points: 2 },
      ],
    });
    expect(body).not.toHaveProperty('rubric_association');
  });

  it('gives its points to the assignment that is graded by it, unless told not to', async () => {
    const assignment = await room.assignment({ points_possible: 25 });
    const kept = await asTeacher.post(`${here}/rubrics`, {
      rubric: { title: 'Kept', criteria },
      rubric_association: tieTo(assignment.id),
      skip_updating_points_possible: 'true',
    });
    expect(kept.body.rubric_association.skip_updating_points_possible).toBe(true);
    expect((await asTeacher.get(room.path(assignment))).body.points_possible).toBe(25);
    const { rubric } = await newRubric('Graded', tieTo(assignment.id));
    const { body } = await asTeacher.get(room.path(assignment));
    expect(body).toMatchObject({
      points_possible: 10,
      use_rubric_for_grading: true,
      free_form_criterion_comments: false,
      rubric_settings: {
        id: rubric.id,
        title: 'Graded',
        points_possible: 10,
        free_form_criterion_comments: false,
        hide_score_total: false,
        hide_points: false,
      },
    });
    expect(body.rubric[1]).toEqual({
      id: 'style',
      points: 4,
      description: 'Style',
      long_description: '',
      criterion_use_range: false,
      ratings: [
        { id: 'fine', points: 4, description: 'Fine', long_description: '' },
        { id: 'poor', points: 1, description: 'Poor', long_description: '' },
      ],
    });
  });

  it('says in Canvas’s words what is wrong with a rubric, and keeps nothing', async () => {
    const { status, body } = await asTeacher.post(`${here}/rubrics`, { rubric: { title: 'x'.repeat(256) } });
    expect([status, body]).toEqual([
      200,
      { error: true, messages: ['Title is too long (maximum is 255 characters)'] },
    ]);
    const listed = await asTeacher.post(`${here}/rubrics`, { rubric: { criteria: [{ description: 'A' }] } });
    expect(listed.status).toBe(400);
    const all = (await asTeacher.all(`${here}/rubrics`)) as { title: string }[];
    expect(all.some(({ title }) => title === '')).toBe(false);
  });

  it('names what has no title, and numbers what has another’s', async () => {
    await newRubric('Twice');
    expect((await newRubric('Twice')).rubric.title).toBe('Twice (1)');
    const { body } = await asTeacher.post(`${here}/rubrics`, { rubric: { criteria } });
    expect(body.rubric.title).toBe('Biology Rubric');
    expect((await asTeacher.post(`${here}/rubrics`, {})).body.rubric).toMatchObject({
      id: null,
      user_id: room.teacher.id,
    });
  });
});

describe('PUT /api/v1/courses/{course_id}/rubrics/{id}', () => {
  it('changes a rubric that is used once, and what is graded by it', async () => {
    const assignment = await room.assignment();
    const { rubric } = await newRubric('Before', tieTo(assignment.id));
    const { body } = await asTeacher.put(`${here}/rubrics/${rubric.id}`, {
      rubric: { title: 'After', criteria: { '0': criteria['0'] } },
    });
    expect(body.rubric).toMatchObject({ id: rubric.id, title: 'After', points_possible: 6 });
    expect((await asTeacher.get(room.path(assignment))).body.points_possible).toBe(6);
  });

  it('copies one that more than one thing is graded with, and ties the named association to the copy', async () => {
    const one = await room.assignment();
    const other = await room.assignment();
    const { rubric, rubric_association: tie } = await newRubric('Shared', tieTo(one.id));
    await asTeacher.post(`${here}/rubric_associations`, {
      rubric_association: { rubric_id: rubric.id, ...tieTo(other.id) },
    });
    const { body } = await asTeacher.put(`${here}/rubrics/${rubric.id}`, {
      rubric_association_id: tie.id,
      rubric: { title: 'Own', criteria },
    });
    expect(body.rubric).toMatchObject({ rubric_id: rubric.id, title: 'Own' });
    expect(body.rubric.id).not.toBe(rubric.id);
    expect(body.rubric_association).toMatchObject({ id: tie.id, rubric_id: body.rubric.id });
    expect((await asTeacher.get(room.path(one))).body.rubric_settings.title).toBe('Own');
    expect((await asTeacher.get(room.path(other))).body.rubric_settings.title).toBe('Shared');
    const unchanged = await asTeacher.put(`${here}/rubrics/${body.rubric.id}`, {
      rubric: { title: 'Own', criteria },
    });
    expect(unchanged.body.rubric.id).toBe(body.rubric.id);
  });
});

describe('GET /api/v1/courses/{course_id}/rubrics', () => {
  it('lists the rubrics of the course by id, with a last page', async () => {
    const own = await make.course();
    const first = (await admin.post(`courses/${own.id}/rubrics`, { rubric: { title: 'A', criteria } })).body
      .rubric;
    await admin.post(`courses/${own.id}/rubrics`, { rubric: { title: 'B', criteria } });
    const { body, links } = await admin.get(`courses/${own.id}/rubrics`, { per_page: 1 });
    expect(body).toEqual([
      {
        id: first.id,
        context_id: own.id,
        context_type: 'Course',
        data: first.data,
        points_possible: 10,
        title: 'A',
        reusable: false,
        public: false,
        read_only: false,
        free_form_criterion_comments: null,
        hide_score_total: null,
      },
    ]);
    expect(links['last']).toContain('page=2');
  });
});

describe('GET /api/v1/courses/{course_id}/rubrics/{id}', () => {
  it('shows what the course lists', async () => {
    const { rubric } = await newRubric('Shown');
    expect((await asTeacher.get(`${here}/rubrics/${rubric.id}`)).body).toMatchObject({ id: rubric.id });
    const { body: unlisted } = await asTeacher.post(`${here}/rubrics`, { rubric: { title: 'Unlisted' } });
    const missing = await asTeacher.get(`${here}/rubrics/${unlisted.rubric.id}`);
    expect([missing.status, missing.body]).toEqual([404, { message: 'Rubric not found' }]);
  });

  it('includes associations and assessments', async () => {
    const assignment = await room.assignment();
    const { rubric, rubric_association: tie } = await newRubric('Included', tieTo(assignment.id));
    await asTeacher.post(`${here}/rubric_associations/${tie.id}/rubric_assessments`, {
      rubric_assessment: {
        user_id: student.id,
        assessment_type: 'grading',
        criterion_thesis: { points: 6, comments: 'Well\ndone' },
      },
    });
    const path = `${here}/rubrics/${rubric.id}`;
    const { body } = await asTeacher.get(path, {
      'include[]': ['graded_assessments', 'assignment_associations'],
      style: 'full',
    });
    expect(body.criteria).toEqual(body.data);
    expect(body.associations).toEqual([
      {
        id: tie.id,
        rubric_id: rubric.id,
        association_id: assignment.id,
        association_type: 'Assignment',
        use_for_grading: true,
        summary_data: null,
        purpose: 'grading',
        hide_score_total: null,
        hide_points: false,
        hide_outcome_results: false,
      },
    ]);
    expect(body.assessments[0]).toMatchObject({
      score: 6,
      artifact_type: 'Submission',
      assessor_id: room.teacher.id,
      data: [{ id: 'good', points: 6, description: 'Good', comments_html: 'Well<br/>\ndone' }],
      rubric_association: { id: tie.id },
    });
    const comments = await asTeacher.get(path, { 'include[]': 'assessments', style: 'comments_only' });
    expect(comments.body.assessments[0].comments).toEqual(['Well\ndone']);
    expect((await asTeacher.get(path, { 'include[]': 'peer_assessments' })).body.assessments).toEqual([]);
    expect((await asTeacher.get(path, { 'include[]': 'course_associations' })).body.associations).toEqual([]);
  });

  it('refuses what it doesn’t know', async () => {
    const { rubric } = await newRubric('Refusing');
    const said = async (query: Record<string, unknown>) => {
      const { status, body } = await asTeacher.get(`${here}/rubrics/${rubric.id}`, query);
      expect(status).toBe(400);
      return Object.fromEntries(
        Object.entries(body.errors).map(([name, list]) => [
          name,
          (list as { message: string }[])[0]?.message,
        ]),
      );
    };
    expect(await said({ 'include[]': 'cheez' })).toEqual({
      include:
        'invalid include value requested. Must be one of the following: assessments, graded_assessments, peer_assessments, associations, assignment_associations, course_associations, account_associations',
    });
    expect(await said({ 'include[]': ['assessments', 'peer_assessments'] })).toEqual({
      include: 'cannot list multiple assessment includes. Multiple given: assessments, peer_assessments',
    });
    expect(await said({ 'include[]': ['associations', 'course_associations'] })).toEqual({
      include: 'cannot list multiple association includes. Multiple given: associations, course_associations',
    });
    expect(await said({ 'include[]': 'assessments', style: 'big' })).toEqual({
      style: 'invalid style requested. Must be one of the following: full, comments_only',
    });
    expect(await said({ style: 'full' })).toEqual({
      style: 'invalid parameters. Style parameter passed without requesting assessments',
    });
  });
});

describe('DELETE /api/v1/courses/{course_id}/rubrics/{id}', () => {
  it('takes it out of the course with all that is graded by it', async () => {
    const assignment = await room.assignment();
    const { rubric } = await newRubric('Gone', tieTo(assignment.id));
    const { status, body } = await asTeacher.delete(`${here}/rubrics/${rubric.id}`);
    expect([status, body.rubric]).toMatchObject([200, { id: rubric.id, workflow_state: 'deleted' }]);
    expect((await asTeacher.get(room.path(assignment))).body).not.toHaveProperty('rubric');
    expect((await asTeacher.delete(`${here}/rubrics/${rubric.id}`)).status).toBe(404);
  });
});

describe('GET /api/v1/courses/{course_id}/rubrics/{id}/used_locations', () => {
  it('lists assignments by course', async () => {
    const assignment = await room.assignment({ name: 'Essay 1' });
    const { rubric } = await newRubric('Used', tieTo(assignment.id));
    expect((await asTeacher.get(`${here}/rubrics/${rubric.id}/used_locations`)).body).toEqual([
      {
        id: course.id,
        name: 'Biology',
        'concluded?': false,
        assignments: [{ id: assignment.id, title: 'Essay 1' }],
      },
    ]);
  });
});

const HEADER =
  'Rubric Name,Criteria Name,Criteria Description,Criteria Enable Range,Rating Name,Rating Description,Rating Points,Rating Name,Rating Description,Rating Points';

async function upload(context: string, table: string | undefined) {
  const part =
    table === undefined
      ? '--b\r\ncontent-disposition: form-data; name="other"\r\n\r\nx\r\n--b--\r\n'
      : `--b\r\ncontent-disposition: form-data; name="attachment"; filename="r.csv"\r\ncontent-type: text/csv\r\n\r\n${table}\r\n--b--\r\n`;
  return await admin.send('POST', `${context}/rubrics/upload`, {
    payload: part,
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
  });
}

describe('POST /api/v1/courses/{course_id}/rubrics/upload', () => {
  it('imports rubrics as drafts, and says which rows were wrong', async () => {
    const own = await make.course();
    const table = [
      HEADER,
      'Lab,Setup,All of it,true,Full,Everything,"2,5",None,,0',
      'Lab,Report,,false,Full,,4',
      ',Setup,,false,Full,,1',
      'Talk,,,false,Full,,1',
      'Poster,Look,,false',
    ].join('\n');
    const begun = await upload(`courses/${own.id}`, table);
    expect(begun.body).toMatchObject({
      workflow_state: 'created',
      progress: 0,
      error_count: 0,
      course_id: own.id,
      account_id: null,
      attachment: { filename: 'r.csv', size: table.length },
      user: { id: 1 },
    });
    await world.runJobs();
    const { body } = await admin.get(`courses/${own.id}/rubrics/upload/${begun.body.id}`);
    expect(body).toMatchObject({
      workflow_state: 'succeeded_with_errors',
      progress: 100,
      error_count: 3,
      error_data: [
        { message: "Missing 'Rubric Name' in some rows." },
        { message: "Missing 'Criteria Name' for Talk" },
        { message: 'Missing ratings for Look' },
      ],
    });
    expect((await admin.get(`courses/${own.id}/rubrics`)).body).toEqual([]);
    const [row] = await world.database.kysely
      .selectFrom('rubrics')
      .select('id')
      .where('rubric_import_id', '=', body.id)
      .execute();
    const path = `courses/${own.id}/rubrics/${row?.id}`;
    const { body: draft } = await admin.get(path);
    expect(draft).toMatchObject({ title: 'Lab', points_possible: 6.5 });
    expect(draft.data[0]).toMatchObject({
      long_description: 'All of it',
      criterion_use_range: true,
      points: 2.5,
    });
  });

  it('fails with what is no table', async () => {
    const own = await make.course();
    const { status, body } = await upload(`courses/${own.id}`, undefined);
    expect([status, body]).toEqual([400, { message: 'No file attached' }]);
    await upload(`courses/${own.id}`, HEADER);
    await world.runJobs();
    expect((await admin.get(`courses/${own.id}/rubrics/upload/latest`)).body).toMatchObject({
      workflow_state: 'failed',
      error_data: [{ message: 'The file is empty or does not contain valid rubric data.' }],
    });
    await upload(`courses/${own.id}`, 'a,"b');
    await world.runJobs();
    expect((await admin.get(`courses/${own.id}/rubrics/upload/latest`)).body.error_data).toEqual([
      { message: 'The file is not a valid CSV file.' },
    ]);
  });
});

describe('GET /api/v1/courses/{course_id}/rubrics/upload/{id}', () => {
  it('knows only imports into the course', async () => {
    const own = await make.course();
    const missing = await admin.get(`courses/${own.id}/rubrics/upload/99999`);
    expect([missing.status, missing.body]).toEqual([
      404,
      { message: "Couldn't find RubricImport with 'id'=99999" },
    ]);
    expect((await admin.get(`courses/${own.id}/rubrics/upload/latest`)).status).toBe(404);
  });
});

describe('GET /api/v1/rubrics/upload_template', () => {
  it('can be filled in and uploaded', async () => {
    const own = await make.account();
    const { body, headers } = await admin.get('rubrics/upload_template');
    expect(headers['content-type']).toContain('text/csv');
    expect(headers['content-disposition']).toContain('import_rubric_template.csv');
    expect(body.split('\n')[0]).toMatch(/^Rubric Name,Criteria Name,/);
    await upload(`accounts/${own.id}`, body);
    await world.runJobs();
    expect((await admin.get(`accounts/${own.id}/rubrics/upload/latest`)).body).toMatchObject({
      workflow_state: 'succeeded',
      account_id: own.id,
    });
  });
});

describe('rubrics of accounts', () => {
  it('are listed, used and copied in courses', async () => {
    const account = await make.account();
    const own = await make.course({ account_id: account.id });
    await upload(`accounts/${account.id}`, `${HEADER}\nCollege,Work,,false,Full,,5`);
    await world.runJobs();
    const { id } = await world.database.kysely
      .updateTable('rubrics')
      .set({ workflow_state: 'active' })
      .where('context_type', '=', 'Account')
      .where('context_id', '=', account.id)
      .returning('id')
      .executeTakeFirstOrThrow();
    expect((await admin.get(`accounts/${account.id}/rubrics`)).ids).toEqual([id]);
    expect((await admin.get(`accounts/${account.id}/rubrics/${id}`)).body.title).toBe('College');
    const assignment = await make.assignment({ course_id: own.id });
    const { body: tied } = await admin.post(`courses/${own.id}/rubric_associations`, {
      rubric_association: { rubric_id: id, ...tieTo(assignment.id) },
    });
    expect(tied.rubric).toMatchObject({ id, context_type: 'Account' });
    expect((await admin.get(`accounts/${account.id}/rubrics/${id}/used_locations`)).body).toMatchObject([
      { id: own.id, assignments: [{ id: assignment.id }] },
    ]);
    const { body: changed } = await admin.put(`courses/${own.id}/rubrics/${id}`, {
      rubric_association_id: tied.rubric_association.id,
      rubric: { title: 'Ours', criteria },
    });
    expect(changed.rubric).toMatchObject({ rubric_id: id, context_type: 'Course', context_id: own.id });
    expect((await admin.get(`accounts/${account.id}/rubrics/${id}`)).body.title).toBe('College');
  });
});

describe('include[]=rubric_assessment of submissions', () => {
  it('is shown to whoever reads the grade, and written with it', async () => {
    const assignment = await room.assignment();
    await newRubric('Written', tieTo(assignment.id));
    const path = `${room.path(assignment)}/submissions/${student.id}`;
    const bad = await asTeacher.put(path, { rubric_assessment: { nothing: { points: 1 } } });
    expect([bad.status, bad.body]).toEqual([400, { message: 'invalid rubric_assessment' }]);
    const { body } = await asTeacher.put(path, {
      rubric_assessment: { thesis: { points: 6 }, style: { points: 2.5, comments: 'Long' } },
    });
    expect(body).toMatchObject({ score: 8.5, grade: '8.5', workflow_state: 'graded' });
    const asStudent = world.as(student.token);
    const { body: seen } = await asStudent.get(path, {
      'include[]': ['rubric_assessment', 'full_rubric_assessment'],
    });
    expect(seen.rubric_assessment).toEqual({
      thesis: { rating_id: 'good', comments: null, points: 6 },
      style: { rating_id: null, comments: 'Long', points: 2.5 },
    });
    expect(seen.full_rubric_assessment).toMatchObject({ score: 8.5, assessor_name: 'Tess Teacher' });
    await world.database.kysely
      .updateTable('submissions')
      .set({ posted_at: null })
      .where('assignment_id', '=', assignment.id)
      .execute();
    await world.database.kysely
      .updateTable('assignments')
      .set({ post_manually: true })
      .where('id', '=', assignment.id)
      .execute();
    const hidden = await asStudent.get(path, { 'include[]': 'rubric_assessment' });
    expect(hidden.body).not.toHaveProperty('rubric_assessment');
  });

  it('is written for many students in the background', async () => {
    const assignment = await room.assignment();
    await newRubric('Many', tieTo(assignment.id));
    await asTeacher.post(`${room.path(assignment)}/submissions/update_grades`, {
      grade_data: {
        [student.id]: { rubric_assessment: { thesis: { points: 6 }, style: { points: 4 } } },
        [fellow.id]: { posted_grade: '3', rubric_assessment: { thesis: { points: 0 } } },
      },
    });
    await world.runJobs();
    const { body } = await asTeacher.get(`${room.path(assignment)}/submissions`, {
      'include[]': 'rubric_assessment',
    });
    const scores = new Map(body.map((row: { user_id: number; score: number }) => [row.user_id, row.score]));
    expect([scores.get(student.id), scores.get(fellow.id)]).toEqual([10, 0]);
  });
});
