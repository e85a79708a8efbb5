import { beforeAll, describe, expect, it } from 'vitest';
import type { Person, Row } from '../../../testing/maker.ts';
import { openWorld } from '../../../testing/world.ts';
import type * as T from '../../db/tables/index.ts';
import { ofCourse } from '../../domain/contexts.ts';
import { alignOutcomes } from '../../domain/outcome-alignments.ts';
import { forgetOutcomeResults, recordOutcomeResults } from '../../domain/outcome-results.ts';
import type { Context } from '../../http/context.ts';

const world = await openWorld();
const { admin, make } = world;

/** As a request would have it that assesses. */
const context = () => ({ db: world.database.kysely, now: world.clock.now() }) as unknown as Context;

let rubrics = 0;

interface Given {
  score: number | null;
  points?: number;
  mastery_points?: number | null;
  attempt?: number;
  submittedAt?: string | null;
  hidden?: boolean;
  hide_points?: boolean;
}

/** What associating a rubric with an assignment, and assessing with it, do. */
async function assess(
  student: Person,
  assignment: Row<T.AssignmentsTable>,
  outcome: Row<T.LearningOutcomesTable>,
  given: Given,
) {
  const course = await world.database.kysely
    .selectFrom('courses')
    .selectAll()
    .where('id', '=', assignment.course_id)
    .executeTakeFirstOrThrow();
  await alignOutcomes(context(), ofCourse(course), { type: 'Assignment', id: assignment.id }, [outcome.id]);
  await recordOutcomeResults(context(), {
    courseId: assignment.course_id,
    assignmentId: assignment.id,
    student,
    association: {
      type: 'RubricAssociation',
      id: assignment.id + 1000,
      title: assignment.name,
      hide_outcome_results: given.hidden ?? false,
      hide_points: given.hide_points ?? false,
    },
    assessment: { type: 'RubricAssessment', id: ++rubrics },
    attempt: given.attempt ?? 1,
    submittedAt: given.submittedAt ?? null,
    criteria: [
      {
        learning_outcome_id: outcome.id,
        points: given.points ?? 5,
        mastery_points: given.mastery_points ?? null,
        score: given.score,
      },
    ],
  });
  return rubrics;
}

/** A course with two outcomes, two assignments and three students. */
async function classroom() {
  const course = await make.course({ name: 'Rhetoric' });
  const of = { context_type: 'Course', context_id: course.id } as const;
  const group = await make.outcomeGroup({ ...of, title: 'Speaking' });
  const argue = await make.outcome({ ...of, title: 'Argue' }, group);
  const listen = await make.outcome({ ...of, title: 'Listen', calculation_method: 'average' });
  const essay = await make.assignment({ course_id: course.id, name: 'Essay' });
  const debate = await make.assignment({ course_id: course.id, name: 'Debate' });
  const cora = await make.member(course.id, 'StudentEnrollment', { name: 'Cora Zed' });
  const abel = await make.member(course.id, 'StudentEnrollment', { name: 'Abel Yaw' });
  const bess = await make.member(course.id, 'StudentEnrollment', { name: 'Bess Xi' });
  const teacher = await make.member(course.id, 'TeacherEnrollment');
  const at = `courses/${course.id}`;
  return {
    ...{ course, group, argue, listen, essay, debate, cora, abel, bess },
    asTeacher: world.as(teacher.token),
    results: `${at}/outcome_results`,
    rollups: `${at}/outcome_rollups`,
    at,
  };
}
type Classroom = Awaited<ReturnType<typeof classroom>>;

/** Cora 4 and 2 at arguing, 3 at listening; Abel 3 at arguing. */
async function assessed(): Promise<Classroom> {
  const room = await classroom();
  const { essay, debate, argue, listen, cora, abel } = room;
  await assess(cora, essay, argue, { score: 4, submittedAt: '2026-09-01T10:00:00Z' });
  await alignBoth(room);
  await assess(cora, debate, argue, { score: 2, submittedAt: '2026-09-02T10:00:00Z' });
  await alignBoth(room);
  await record(cora, debate, listen, 3, room);
  await assess(abel, essay, argue, { score: 3, submittedAt: '2026-09-01T11:00:00Z' });
  await alignBoth(room);
  return room;
}

async function alignBoth({ course, debate, argue, listen }: Classroom) {
  const aligned = { type: 'Assignment', id: debate.id } as const;
  await alignOutcomes(context(), ofCourse(course), aligned, [argue.id, listen.id]);
}

async function record(
  student: Person,
  assignment: Row<T.AssignmentsTable>,
  outcome: Row<T.LearningOutcomesTable>,
  score: number,
  room: Classroom,
) {
  await recordOutcomeResults(context(), {
    courseId: room.course.id,
    assignmentId: assignment.id,
    student,
    association: {
      type: 'RubricAssociation',
      id: assignment.id + 1000,
      title: assignment.name,
      hide_outcome_results: false,
      hide_points: false,
    },
    assessment: { type: 'RubricAssessment', id: ++rubrics },
    attempt: 1,
    submittedAt: null,
    criteria: [{ learning_outcome_id: outcome.id, points: 5, mastery_points: null, score }],
  });
}

let room: Classroom;
beforeAll(async () => {
  room = await assessed();
});

const rejected = (message: string, status: 400 | 403 = 400) => ({
  status,
  body: { status: status === 403 ? 'forbidden' : 'bad_request', message },
});

describe('GET /api/v1/courses/{course_id}/outcome_results', () => {
  it('gives results by the students’ names, then by outcome', async () => {
    const { asTeacher, results, argue, listen, essay, debate, cora, abel } = room;
    const { body } = await asTeacher.get(results);
    expect(
      body.outcome_results.map(
        ({ links, score }: { links: { user: string; learning_outcome: string }; score: number }) => [
          links.user,
          links.learning_outcome,
          score,
        ],
      ),
    ).toEqual([
      [String(abel.id), String(argue.id), 3],
      [String(cora.id), String(argue.id), 4],
      [String(cora.id), String(argue.id), 2],
      [String(cora.id), String(listen.id), 3],
    ]);
    expect(Object.entries(body.outcome_results[1])).toEqual([
      ['id', expect.any(Number)],
      ['mastery', false],
      ['score', 4],
      ['possible', 5],
      ['percent', 0.8],
      ['hide_points', false],
      ['hidden', false],
      ['submitted_or_assessed_at', '2026-09-01T10:00:00Z'],
      [
        'links',
        {
          user: String(cora.id),
          learning_outcome: String(argue.id),
          alignment: `assignment_${essay.id}`,
          assignment: `assignment_${essay.id}`,
        },
      ],
    ]);
    const second = await asTeacher.get(results, { per_page: 1, page: 3 });
    expect(second.body.outcome_results).toMatchObject([{ links: { alignment: `assignment_${debate.id}` } }]);
    expect(second.links['last']).toContain('page=4');
  });

  it('narrows by student, outcome, group and section', async () => {
    const { course, asTeacher, results, argue, listen, group, cora, abel, bess } = room;
    const count = async (query: object) =>
      (await asTeacher.get(results, { ...query })).body.outcome_results.length;
    expect(await count({ 'user_ids[]': [cora.id] })).toBe(3);
    expect(await count({ user_ids: `${cora.id},${abel.id}` })).toBe(4);
    expect(await count({ 'outcome_ids[]': [listen.id] })).toBe(1);
    expect(await count({ outcome_ids: `${argue.id},${listen.id}` })).toBe(4);
    expect(await count({ outcome_group_id: group.id })).toBe(3);
    const section = await make.section({ course_id: course.id });
    expect(await count({ section_id: section.id })).toBe(0);
    expect(await count({ 'user_ids[]': [bess.id] })).toBe(0);
  });

  it('shows students and observers what is theirs, and nothing else', async () => {
    const { course, results, cora, abel } = room;
    const observer = await make.person();
    await make.enroll(observer.id, course.id, 'ObserverEnrollment', { associated_user_id: cora.id });
    for (const { token } of [cora, observer]) {
      const own = await world.as(token).get(results, { 'user_ids[]': [cora.id] });
      expect(own.body.outcome_results).toHaveLength(3);
      expect(await world.as(token).get(results)).toMatchObject(
        rejected('users not specified and no access to all grades', 403),
      );
      expect(await world.as(token).get(results, { 'user_ids[]': [cora.id, abel.id] })).toMatchObject(
        rejected('not authorized to read grades for specified users', 403),
      );
    }
    const stranger = await make.person();
    expect(await world.as(cora.token).get(results, { 'user_ids[]': [stranger.id] })).toMatchObject(
      rejected('specified users not enrolled'),
    );
  });

  it('shows students no result of a grade that isn’t posted', async () => {
    const { course, argue, results, asTeacher, cora } = await classroom();
    const assignment = await make.assignment({ course_id: course.id, post_manually: true });
    const submission = await make.submission({
      course_id: course.id,
      assignment_id: assignment.id,
      user_id: cora.id,
    });
    await assess(cora, assignment, argue, { score: 4 });
    const seen = async (api: typeof asTeacher) =>
      (await api.get(results, { 'user_ids[]': [cora.id] })).body.outcome_results.length;
    expect(await seen(world.as(cora.token))).toBe(0);
    expect(await seen(asTeacher)).toBe(1);
    await world.database.kysely
      .updateTable('submissions')
      .set({ posted_at: world.clock.now() })
      .where('id', '=', submission.id)
      .execute();
    expect(await seen(world.as(cora.token))).toBe(1);
  });

  it('keeps hidden results out unless asked', async () => {
    const { argue, essay, results, asTeacher, cora } = await classroom();
    await assess(cora, essay, argue, { score: 4, hidden: true });
    expect((await asTeacher.get(results)).body.outcome_results).toEqual([]);
    expect((await asTeacher.get(results, { include_hidden: true })).body.outcome_results).toMatchObject([
      { hidden: true, score: 4 },
    ]);
  });

  it('shows section-limited staff their sections only', async () => {
    const { course, argue, essay, results, cora, abel } = await classroom();
    const section = await make.section({ course_id: course.id });
    const dora = await make.person();
    await make.enroll(dora.id, course.id, 'StudentEnrollment', { course_section_id: section.id });
    for (const student of [cora, abel, dora]) await assess(student, essay, argue, { score: 4 });
    const ta = await make.person();
    await make.enroll(ta.id, course.id, 'TaEnrollment', {
      course_section_id: section.id,
      limit_privileges_to_course_section: true,
    });
    const { body } = await world.as(ta.token).get(results);
    expect(body.outcome_results.map(({ links }: { links: { user: string } }) => links.user)).toEqual([
      String(dora.id),
    ]);
    expect(await world.as(ta.token).get(results, { 'user_ids[]': [cora.id] })).toMatchObject(
      rejected("can only include id's of users in the outcome context"),
    );
  });

  it.each([
    [{ 'include[]': 'nonsense' }, 'invalid include: nonsense'],
    [{ 'include[]': 'courses' }, "can't include courses unless aggregate is 'course'"],
    [{ 'outcome_ids[]': '0' }, "can only include id's of outcomes in the outcome context"],
    [{ outcome_group_id: '0' }, 'can only include an outcome group id in the outcome context'],
    [
      { 'outcome_ids[]': '1', outcome_group_id: '1' },
      "can't filter by both outcome_ids and outcome_group_id",
    ],
    [{ 'user_ids[]': '1' }, "can only include id's of users in the outcome context"],
    [{ section_id: '0' }, 'invalid section id'],
    [{ 'user_ids[]': '1', section_id: '1' }, 'cannot specify both user_ids and section_id'],
  ])('refuses %j', async (query, message) => {
    expect(await room.asTeacher.get(room.results, query)).toMatchObject(rejected(message));
  });

  it('gives whole collections beside the results', async () => {
    const { asTeacher, results, rollups, argue, listen, essay, debate, group, cora, course } = room;
    const { body } = await asTeacher.get(results, {
      'user_ids[]': [cora.id],
      'include[]': [
        'outcomes',
        'outcomes.alignments',
        'outcome_groups',
        'outcome_links',
        'outcome_paths',
        'users',
        'alignments',
        'assignments',
      ],
    });
    const linked = body.linked;
    const linkedEssay = {
      id: `assignment_${essay.id}`,
      name: 'Essay',
      html_url: expect.stringContaining(`/courses/${course.id}/assignments/${essay.id}`),
    };
    expect(linked.outcomes).toMatchObject([
      {
        id: argue.id,
        title: 'Argue',
        assessed: true,
        alignments: [`assignment_${essay.id}`, `assignment_${debate.id}`],
        group_id: String(group.id),
      },
      { id: listen.id, alignments: [`assignment_${debate.id}`] },
    ]);
    expect(linked['outcomes.alignments']).toMatchObject([linkedEssay, { name: 'Debate' }]);
    expect(linked.outcome_groups.map(({ title }: { title: string }) => title)).toEqual([
      'Rhetoric',
      'Speaking',
    ]);
    expect(linked.outcome_links).toMatchObject([
      { outcome: { id: argue.id }, assessed: true, can_unlink: false },
      {},
    ]);
    expect(linked.outcome_paths).toEqual([
      { id: argue.id, parts: [{ name: 'Speaking' }, { name: 'Argue' }] },
      { id: listen.id, parts: [{ name: 'Listen' }] },
    ]);
    expect(linked.users).toMatchObject([
      { id: String(cora.id), name: 'Cora Zed', display_name: 'Cora Zed', sortable_name: 'Zed, Cora' },
    ]);
    expect(linked.alignments).toMatchObject([linkedEssay, { name: 'Debate' }]);
    expect(linked.assignments).toMatchObject([{ ...linkedEssay, submission_types: 'online_text_entry' }, {}]);
    const whole = await asTeacher.get(rollups, { aggregate: 'course', 'include[]': ['courses'] });
    expect(whole.body.linked.courses).toEqual([{ id: String(course.id), name: 'Rhetoric' }]);
  });
});

describe('GET /api/v1/courses/{course_id}/outcome_rollups', () => {
  interface Rolled {
    links: { user: string };
    scores: { score: number | null; links: { outcome: string } }[];
  }
  const usersOf = (body: { rollups: Rolled[] }) => body.rollups.map(({ links }) => Number(links.user));

  it('gives each student a score for each outcome, by the outcome’s method', async () => {
    const { asTeacher, rollups, argue, listen, cora, abel, bess, course } = room;
    const { body } = await asTeacher.get(rollups);
    const section = await world.database.kysely
      .selectFrom('course_sections')
      .select('id')
      .where('course_id', '=', course.id)
      .where('default_section', '=', true)
      .executeTakeFirstOrThrow();
    const links = (id: number) => ({ user: String(id), section: String(section.id), status: 'active' });
    expect(body.rollups).toEqual([
      {
        scores: [
          {
            // The highest of 4 and 2.
            score: 4,
            title: 'Debate',
            submitted_at: '2026-09-02T10:00:00Z',
            count: 2,
            hide_points: false,
            links: { outcome: String(argue.id) },
          },
          {
            score: 3,
            title: 'Debate',
            submitted_at: expect.any(String),
            count: 1,
            hide_points: false,
            links: { outcome: String(listen.id) },
          },
        ],
        links: links(cora.id),
      },
      { scores: [expect.objectContaining({ score: 3, count: 1 })], links: links(abel.id) },
      { scores: [], links: links(bess.id) },
    ]);
    const url = expect.stringMatching(/outcome_rollups\?page=1&per_page=10$/);
    expect(body.meta.pagination).toEqual({
      per_page: 10,
      current: url,
      first: url,
      last: url,
      page: 1,
      template: expect.stringContaining('?page={page}&per_page=10'),
      count: 3,
      page_count: 1,
    });
  });

  it('gives a page of students, in the order asked for', async () => {
    const { asTeacher, rollups, argue, cora, abel, bess } = room;
    const order = async (query: object) => usersOf((await asTeacher.get(rollups, { ...query })).body);
    expect(await order({})).toEqual([cora.id, abel.id, bess.id]);
    expect(await order({ sort_by: 'student' })).toEqual([bess.id, abel.id, cora.id]);
    expect(await order({ sort_by: 'student', sort_order: 'desc', per_page: 1 })).toEqual([cora.id]);
    const byScore = { sort_by: 'outcome', sort_outcome_id: argue.id };
    expect(await order(byScore)).toEqual([abel.id, cora.id, bess.id]);
    expect(await order({ ...byScore, sort_order: 'desc' })).toEqual([cora.id, abel.id, bess.id]);
    const second = await asTeacher.get(rollups, { ...byScore, per_page: 2, page: 2 });
    expect(usersOf(second.body)).toEqual([bess.id]);
    expect(second.body.meta.pagination).toMatchObject({ page: 2, count: 3, page_count: 2 });
    expect(second.links['prev']).toBe(second.body.meta.pagination.prev);
    for (const field of ['student_sis_id', 'student_login_id', 'student_integration_id', 'student_name']) {
      expect((await order({ sort_by: field })).toSorted()).toEqual([cora.id, abel.id, bess.id].toSorted());
    }
  });

  it('sorts by what one assignment says', async () => {
    const { asTeacher, rollups, at, argue, cora, abel, bess } = room;
    const { body } = await asTeacher.get(`${at}/outcomes/${argue.id}/contributing_scores`);
    const [essay] = body.alignments;
    const sorted = await asTeacher.get(rollups, {
      sort_by: 'contributing_score',
      sort_alignment_id: essay.alignment_id,
    });
    expect(usersOf(sorted.body)).toEqual([abel.id, cora.id, bess.id]);
  });

  it('leaves out what is asked to be left out', async () => {
    const { course, argue, essay, asTeacher, rollups, cora, abel, bess } = await classroom();
    await assess(cora, essay, argue, { score: 4 });
    const set = async (student: Person, workflow_state: 'completed' | 'inactive') =>
      await world.database.kysely
        .updateTable('enrollments')
        .set({ workflow_state })
        .where('user_id', '=', student.id)
        .where('course_id', '=', course.id)
        .execute();
    await set(abel, 'completed');
    await set(bess, 'inactive');
    const left = async (...exclude: string[]) =>
      usersOf((await asTeacher.get(rollups, { 'exclude[]': exclude })).body);
    expect(await left('none')).toEqual([cora.id, abel.id, bess.id]);
    expect(await left('concluded_enrollments')).toEqual([cora.id, bess.id]);
    expect(await left('inactive_enrollments')).toEqual([cora.id, abel.id]);
    expect(await left('missing_user_rollups')).toEqual([cora.id]);
    const { body } = await asTeacher.get(rollups, {
      'exclude[]': ['missing_outcome_results'],
      'include[]': ['outcomes'],
    });
    expect(body.linked.outcomes.map(({ id }: { id: number }) => id)).toEqual([argue.id]);
  });

  it('puts all students together', async () => {
    const { asTeacher, rollups, course, argue, listen } = room;
    const mean = await asTeacher.get(rollups, { aggregate: 'course' });
    expect(mean.body).toEqual({
      rollups: [
        {
          scores: [
            {
              score: 3.5,
              title: null,
              submitted_at: null,
              count: 2,
              hide_points: false,
              links: { outcome: String(argue.id) },
            },
            expect.objectContaining({ score: 3, count: 1, links: { outcome: String(listen.id) } }),
          ],
          links: { course: String(course.id) },
        },
      ],
    });
    const median = await asTeacher.get(rollups, { aggregate: 'course', aggregate_stat: 'median' });
    expect(median.body.rollups[0].scores[0].score).toBe(3.5);
  });

  it('brings criteria of other points to the outcome’s scale, and says when points are hidden', async () => {
    const { argue, essay, debate, asTeacher, rollups, cora } = await classroom();
    await assess(cora, essay, argue, { score: 8, points: 10, hide_points: true });
    await assess(cora, debate, argue, { score: 2, points: 0, mastery_points: 1, hide_points: true });
    const { body } = await asTeacher.get(rollups, { 'user_ids[]': [cora.id] });
    // 8 of 10 is 4 of 5; 2 of nothing is held against the mastery of 3: 2 / 3 of 5.
    expect(body.rollups[0].scores).toMatchObject([{ score: 4, count: 2, hide_points: true }]);
  });

  it('has no score while too few are at mastery', async () => {
    const { course, essay, asTeacher, rollups, cora } = await classroom();
    const outcome = await make.outcome({
      context_type: 'Course',
      context_id: course.id,
      calculation_method: 'n_mastery',
      calculation_int: 2,
    });
    await assess(cora, essay, outcome, { score: 5 });
    const { body } = await asTeacher.get(rollups, { 'user_ids[]': [cora.id] });
    expect(body.rollups[0].scores).toMatchObject([{ score: null, hide_points: null, count: 1 }]);
  });

  it('tells what scores rest on, and how they are spread, when asked', async () => {
    const { asTeacher, rollups, essay } = room;
    const { body } = await asTeacher.get(rollups, {
      contributing_scores: true,
      rating_percents: true,
      add_defaults: true,
      'include[]': ['outcomes'],
    });
    expect(body.rollups[0].scores[0].links.contributing_scores).toMatchObject([
      {
        association_id: essay.id + 1000,
        association_type: 'RubricAssociation',
        title: 'Cora Zed, Essay',
        score: 4,
      },
      { title: 'Cora Zed, Debate', score: 2 },
    ]);
    const [argue] = body.linked.outcomes;
    expect(argue.ratings).toMatchObject([
      { points: 5, percent: 0, mastery: false, color: '2B7ABC' },
      { points: 3, percent: 100, mastery: true },
      { points: 0, percent: 0 },
    ]);
  });

  it.each([
    [{ aggregate: 'x' }, 'invalid aggregate parameter value'],
    [{ aggregate_stat: 'x' }, 'invalid aggregate_stat parameter value'],
    [{ sort_by: 'x' }, 'invalid sort_by parameter value'],
    [{ sort_by: 'outcome' }, 'missing required sort_outcome_id parameter value'],
    [{ sort_by: 'outcome', sort_outcome_id: 'x' }, 'invalid sort_outcome_id parameter value'],
    [{ sort_by: 'contributing_score' }, 'missing required sort_alignment_id parameter value'],
    [{ sort_by: 'contributing_score', sort_alignment_id: '1' }, 'invalid sort_alignment_id parameter value'],
    [{ sort_by: 'student', sort_order: 'x' }, 'invalid sort_order parameter value'],
    [{ aggregate: 'course', 'include[]': 'users' }, "can't include users unless aggregate is not set"],
  ])('refuses %j', async (query, message) => {
    expect(await room.asTeacher.get(room.rollups, query)).toMatchObject(rejected(message));
  });
});

describe('GET /api/v1/courses/{course_id}/outcomes/{outcome_id}/contributing_scores', () => {
  it('gives alignments and what each says of whom', async () => {
    const { asTeacher, at, argue, essay, debate, cora, abel, course } = room;
    const { body } = await asTeacher.get(`${at}/outcomes/${argue.id}/contributing_scores`, {
      'user_ids[]': [cora.id, abel.id],
    });
    const [first, second] = body.alignments;
    expect(body).toEqual({
      outcome: { id: String(argue.id), title: 'Argue' },
      alignments: [
        {
          alignment_id: expect.stringMatching(/^D_\d+$/),
          associated_asset_id: String(essay.id),
          associated_asset_name: 'Essay',
          associated_asset_type: 'Assignment',
          html_url: expect.stringContaining(`/courses/${course.id}/assignments/${essay.id}`),
        },
        expect.objectContaining({ associated_asset_id: String(debate.id) }),
      ],
      scores: [
        {
          user_id: String(abel.id),
          alignment_id: first.alignment_id,
          score: 3,
          submitted_or_assessed_at: '2026-09-01T11:00:00Z',
        },
        expect.objectContaining({ user_id: String(cora.id), alignment_id: first.alignment_id, score: 4 }),
        expect.objectContaining({ user_id: String(cora.id), alignment_id: second.alignment_id, score: 2 }),
      ],
    });
  });

  it('shows unpublished assignments only when asked', async () => {
    const { course, at, argue, asTeacher, cora } = await classroom();
    const draft = await make.assignment({
      course_id: course.id,
      workflow_state: 'unpublished',
      submission_types: ['external_tool'],
    });
    await assess(cora, draft, argue, { score: 1 });
    const path = `${at}/outcomes/${argue.id}/contributing_scores`;
    expect((await asTeacher.get(path)).body).toMatchObject({ alignments: [], scores: [] });
    expect((await asTeacher.get(path, { show_unpublished_assignments: true })).body).toMatchObject({
      alignments: [{ associated_asset_type: 'Quizzes::Quiz' }],
      scores: [{ score: 1 }],
    });
  });

  it('is for whoever grades, about outcomes of the course', async () => {
    const { at, argue, asTeacher, cora } = room;
    const path = `${at}/outcomes/${argue.id}/contributing_scores`;
    expect(await world.as(cora.token).get(path, { 'user_ids[]': [cora.id] })).toMatchObject(
      rejected('insufficient permissions', 403),
    );
    const elsewhere = await make.outcome({ context_type: 'Account', context_id: 1 });
    expect(await asTeacher.get(`${at}/outcomes/${elsewhere.id}/contributing_scores`)).toMatchObject(
      rejected('outcome not found in this context'),
    );
  });
});

describe('POST /api/v1/courses/{course_id}/assign_outcome_order', () => {
  it('orders outcomes for the caller alone', async () => {
    const { asTeacher, at, rollups, argue, listen } = await classroom();
    const order = async (api: typeof asTeacher) =>
      (await api.get(rollups, { 'include[]': ['outcomes'] })).body.linked.outcomes.map(
        ({ id }: { id: number }) => id,
      );
    expect(await order(asTeacher)).toEqual([argue.id, listen.id]);
    const answer = await asTeacher.post(`${at}/assign_outcome_order`, [
      { outcome_id: listen.id, position: 0 },
      { outcome_id: argue.id, position: 1 },
    ]);
    expect(answer.status).toBe(204);
    expect(await order(asTeacher)).toEqual([listen.id, argue.id]);
    expect(await order(admin)).toEqual([argue.id, listen.id]);
    await asTeacher.post(`${at}/assign_outcome_order`, []);
    expect(await order(asTeacher)).toEqual([argue.id, listen.id]);
  });

  it('refuses what isn’t an order of the course’s outcomes', async () => {
    const { asTeacher, at, argue } = await classroom();
    const elsewhere = await make.outcome({ context_type: 'Account', context_id: 1 });
    expect(
      await asTeacher.post(`${at}/assign_outcome_order`, [{ outcome_id: elsewhere.id, position: 0 }]),
    ).toMatchObject(rejected('Outcomes do not belong to Course'));
    for (const body of [{}, 5, [1], [{ outcome_id: argue.id }], [{ outcome_id: argue.id, position: 'x' }]]) {
      expect((await asTeacher.post(`${at}/assign_outcome_order`, body)).status).toBe(400);
    }
  });
});

describe('POST /api/v1/enqueue_outcome_rollup_calculation', () => {
  it('has nothing to do', async () => {
    const { course, asTeacher, cora } = room;
    const path = 'enqueue_outcome_rollup_calculation';
    expect((await asTeacher.post(path, { course_id: course.id, student_uuid: cora.uuid })).status).toBe(204);
    expect((await asTeacher.post(path, {})).status).toBe(404);
    expect((await world.as(cora.token).post(path, { course_id: course.id })).status).toBe(403);
  });
});

describe('results of assessments', () => {
  it('are replaced by those of a later or the same attempt, not of an earlier', async () => {
    const { argue, essay, asTeacher, results, cora } = await classroom();
    const score = async () => {
      const { body } = await asTeacher.get(results);
      expect(body.outcome_results).toHaveLength(1);
      return body.outcome_results[0].score;
    };
    await assess(cora, essay, argue, { score: 2, attempt: 2 });
    await assess(cora, essay, argue, { score: 5, attempt: 1 });
    expect(await score()).toBe(2);
    await assess(cora, essay, argue, { score: 3, attempt: 2 });
    expect(await score()).toBe(3);
    await assess(cora, essay, argue, { score: null, attempt: 3 });
    expect(await score()).toBe(null);
  });

  it('count while the alignment holds, and again when it comes back', async () => {
    const { course, argue, essay, asTeacher, results, cora } = await classroom();
    await assess(cora, essay, argue, { score: 4 });
    const count = async () => (await asTeacher.get(results)).body.outcome_results.length;
    const align = (ids: number[]) =>
      alignOutcomes(context(), ofCourse(course), { type: 'Assignment', id: essay.id }, ids);
    await align([]);
    expect(await count()).toBe(0);
    await align([argue.id, 999_999]);
    expect(await count()).toBe(1);
  });

  it('count no more when the assignment, or its group, is deleted', async () => {
    const { course, argue, essay, debate, asTeacher, results, cora } = await classroom();
    await assess(cora, essay, argue, { score: 4 });
    await assess(cora, debate, argue, { score: 3 });
    const aligned = async () => {
      const rows = await world.database.kysely
        .selectFrom('learning_outcome_alignments')
        .select('content_id')
        .where('context_id', '=', course.id)
        .where('workflow_state', '=', 'active')
        .orderBy('id')
        .execute();
      return rows.map(({ content_id }) => content_id);
    };
    expect(await aligned()).toEqual([essay.id, debate.id]);
    await admin.delete(`courses/${course.id}/assignments/${essay.id}`);
    expect(await aligned()).toEqual([debate.id]);
    expect((await asTeacher.get(results)).body.outcome_results).toHaveLength(1);
    await admin.delete(`courses/${course.id}/assignment_groups/${debate.assignment_group_id}`);
    expect(await aligned()).toEqual([]);
  });

  it('go with their assessment or association', async () => {
    const { argue, essay, debate, asTeacher, results, cora } = await classroom();
    const assessment = await assess(cora, essay, argue, { score: 4 });
    await assess(cora, debate, argue, { score: 4 });
    const count = async () => (await asTeacher.get(results)).body.outcome_results.length;
    await forgetOutcomeResults(context(), { assessmentId: assessment });
    expect(await count()).toBe(1);
    await forgetOutcomeResults(context(), { associationId: debate.id + 1000 });
    expect(await count()).toBe(0);
  });

  it('say mastery by the criterion, or by all its points', async () => {
    const { argue, essay, debate, asTeacher, results, cora } = await classroom();
    await assess(cora, essay, argue, { score: 3, mastery_points: 3 });
    await assess(cora, debate, argue, { score: 4 });
    expect((await asTeacher.get(results)).body.outcome_results).toMatchObject([
      { mastery: true },
      { mastery: false },
    ]);
  });

  it('link an outcome that the course measures and has nowhere', async () => {
    const { course, essay, asTeacher, at, cora } = await classroom();
    const outcome = await make.outcome({ context_type: 'Account', context_id: 1, title: 'From above' });
    await assess(cora, essay, outcome, { score: 3 });
    const { body } = await asTeacher.get(`${at}/outcome_group_links`);
    expect(body.at(-1)).toMatchObject({
      outcome: { title: 'From above' },
      outcome_group: { title: course.name },
      assessed: true,
      can_unlink: false,
    });
  });
});
