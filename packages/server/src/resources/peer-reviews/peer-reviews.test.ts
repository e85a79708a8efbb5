import { describe, expect, it } from 'vitest';
import { openClassroom } from '../../../testing/classroom.ts';
import type { Person } from '../../../testing/maker.ts';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const db = world.database.kysely;
const DAY = 86_400_000;
const daysFromNow = (days: number) =>
  new Date(Date.parse(world.clock.now()) + days * DAY).toISOString().replace('.000', '');

type Values = Parameters<Awaited<ReturnType<typeof openClassroom>>['assignment']>[0];

/** Everybody has handed something in. */
async function reviewing(values: Values = {}, students = 3) {
  const room = await openClassroom(world, { students });
  const assignment = await room.assignment({ peer_reviews: true, ...values });
  for (const { id } of room.students) await handIn(assignment.id, id);
  const path = room.path(assignment);
  const submissionOf = async ({ id }: Person) =>
    (
      await db
        .selectFrom('submissions')
        .select('id')
        .where('assignment_id', '=', assignment.id)
        .where('user_id', '=', id)
        .executeTakeFirstOrThrow()
    ).id;
  const reviewsOf = async (person: Person) =>
    `${path}/submissions/${await submissionOf(person)}/peer_reviews`;
  return { ...room, assignment, path, submissionOf, reviewsOf };
}

async function handIn(assignmentId: number, userId: number) {
  await db
    .updateTable('submissions')
    .set({
      submission_type: 'online_text_entry',
      body: 'Done',
      attempt: 1,
      submitted_at: world.clock.now(),
      workflow_state: 'submitted',
    })
    .where('assignment_id', '=', assignmentId)
    .where('user_id', '=', userId)
    .execute();
}

describe('POST /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{submission_id}/peer_reviews', () => {
  it('asks a student for a review, once', async () => {
    const { asTeacher, student, fellow, reviewsOf, submissionOf, course } = await reviewing();
    const path = await reviewsOf(fellow);
    const { status, body } = await asTeacher.post(path, { user_id: student.id });
    expect(status).toBe(200);
    expect(body).toEqual({
      id: body.id,
      user_id: fellow.id,
      asset_id: await submissionOf(fellow),
      asset_type: 'Submission',
      workflow_state: 'assigned',
      assessor_id: student.id,
    });
    expect(Object.keys(body)).toEqual([
      'id',
      'user_id',
      'asset_id',
      'asset_type',
      'workflow_state',
      'assessor_id',
    ]);
    const again = await asTeacher.post(path, { user_id: student.id, include: ['user'] });
    expect(again.body).toMatchObject({
      id: body.id,
      user: { id: fellow.id, html_url: expect.stringMatching(`/courses/${course.id}/users/${fellow.id}$`) },
      assessor: { id: student.id },
    });
  });

  it('refuses the student himself, strangers and what is not there', async () => {
    const { asTeacher, teacher, student, fellow, reviewsOf, path } = await reviewing();
    const own = await asTeacher.post(await reviewsOf(student), { user_id: student.id });
    expect(own).toMatchObject({ status: 400, body: { errors: { base: 'Create failed' } } });
    const stranger = await world.make.person();
    for (const user_id of [stranger.id, teacher.id, undefined]) {
      expect((await asTeacher.post(await reviewsOf(student), { user_id })).status).toBe(404);
    }
    expect((await asTeacher.post(`${path}/submissions/0/peer_reviews`, { user_id: fellow.id })).status).toBe(
      404,
    );
    expect((await asTeacher.post(`${path}/submissions/x/peer_reviews`, { user_id: fellow.id })).status).toBe(
      404,
    );
    const asStudent = world.as(student.token);
    expect((await asStudent.post(await reviewsOf(fellow), { user_id: student.id })).status).toBe(401);
  });
});

describe('DELETE /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{submission_id}/peer_reviews', () => {
  it('answers with what it was, and fails the second time', async () => {
    const { asTeacher, student, fellow, reviewsOf } = await reviewing();
    const path = await reviewsOf(fellow);
    const { body } = await asTeacher.post(path, { user_id: student.id });
    expect(await asTeacher.delete(path, { user_id: student.id })).toMatchObject({ status: 200, body });
    expect(await asTeacher.delete(path, { user_id: student.id })).toMatchObject({
      status: 400,
      body: { errors: { base: 'Delete failed' } },
    });
    expect((await asTeacher.get(path)).body).toEqual([]);
  });
});

describe('GET /api/v1/courses/{course_id}/assignments/{assignment_id}/peer_reviews', () => {
  it('shows graders all, and students those of their own work', async () => {
    const { asTeacher, students, student, fellow, reviewsOf, path } = await reviewing();
    const third = students[2] as Person;
    const first = await asTeacher.post(await reviewsOf(fellow), { user_id: student.id });
    const second = await asTeacher.post(await reviewsOf(third), { user_id: student.id });
    expect((await asTeacher.get(`${path}/peer_reviews`)).ids).toEqual([first.body.id, second.body.id]);
    expect((await world.as(fellow.token).get(`${path}/peer_reviews`)).ids).toEqual([first.body.id]);
    expect((await world.as(student.token).get(`${path}/peer_reviews`)).ids).toEqual([]);
  });

  it('names nobody where reviews are anonymous, but to graders', async () => {
    const { asTeacher, student, fellow, reviewsOf, path } = await reviewing({ anonymous_peer_reviews: true });
    await asTeacher.post(await reviewsOf(fellow), { user_id: student.id });
    const [seen] = (await world.as(fellow.token).get(`${path}/peer_reviews`, { include: ['user'] })).body;
    expect(seen).toMatchObject({ user_id: fellow.id, user: { id: fellow.id } });
    expect(seen).not.toHaveProperty('assessor_id');
    expect(seen).not.toHaveProperty('assessor');
    expect((await asTeacher.get(`${path}/peer_reviews`)).body).toMatchObject([{ assessor_id: student.id }]);
  });

  it('assigns them by itself once the work is due', async () => {
    const { asTeacher, path, students } = await reviewing(
      { automatic_peer_reviews: true, peer_review_count: 2, due_at: daysFromNow(1) },
      4,
    );
    expect((await asTeacher.get(`${path}/peer_reviews`)).body).toEqual([]);
    world.clock.advance((2 * DAY) / 1000);
    const { body } = await asTeacher.get(`${path}/peer_reviews`);
    expect(body).toHaveLength(8);
    for (const { id } of students) {
      expect(body.filter((review: { assessor_id: number }) => review.assessor_id === id)).toHaveLength(2);
    }
    // It is done once: whoever is asked no longer isn't asked again.
    const [gone] = body;
    await asTeacher.delete(`${path}/submissions/${gone.asset_id}/peer_reviews`, {
      user_id: gone.assessor_id,
    });
    expect((await asTeacher.get(`${path}/peer_reviews`)).body).toHaveLength(7);
  });

  it('goes by peer_reviews_assign_at, and by groups', async () => {
    const { asTeacher, path, student, fellow, students, assignment, course } = await reviewing({
      automatic_peer_reviews: true,
      peer_review_count: 1,
      due_at: daysFromNow(-3),
      peer_reviews_assign_at: daysFromNow(1),
    });
    const category = await world.make.groupCategory({ context_type: 'Course', context_id: course.id });
    const group = await world.make.group({
      context_type: 'Course',
      context_id: course.id,
      group_category_id: category.id,
    });
    await db
      .updateTable('assignments')
      .set({ group_category_id: category.id })
      .where('id', '=', assignment.id)
      .execute();
    await db
      .updateTable('submissions')
      .set({ group_id: group.id })
      .where('assignment_id', '=', assignment.id)
      .where('user_id', 'in', [student.id, fellow.id])
      .execute();
    expect((await asTeacher.get(`${path}/peer_reviews`)).body).toEqual([]);
    world.clock.advance((2 * DAY) / 1000);
    const { body } = await asTeacher.get(`${path}/peer_reviews`);
    const third = (students[2] as Person).id;
    const pairs = body.map((each: { assessor_id: number; user_id: number }) => [
      each.assessor_id,
      each.user_id,
    ]);
    expect(pairs).toHaveLength(3);
    expect(pairs.every((pair: number[]) => pair.includes(third))).toBe(true);
  });
});

describe('GET /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{submission_id}/peer_reviews', () => {
  it('shows what was said of the work, as far as the reader may know it', async () => {
    const { asTeacher, student, fellow, reviewsOf, path } = await reviewing();
    const reviews = await reviewsOf(fellow);
    await asTeacher.post(reviews, { user_id: student.id });
    await world
      .as(student.token)
      .put(`${path}/submissions/${fellow.id}`, { comment: { text_comment: 'Well done' } });
    expect((await asTeacher.get(reviews, { include: ['submission_comments'] })).body).toMatchObject([
      { workflow_state: 'completed', submission_comments: [{ comment: 'Well done', author_id: student.id }] },
    ]);
    expect((await asTeacher.get(`${path}/submissions/x/peer_reviews`)).body).toEqual([]);
  });
});

describe('sections', () => {
  it('stand for their course', async () => {
    const { asTeacher, student, fellow, course, assignment, submissionOf } = await reviewing();
    const section = await world.make.section({ course_id: course.id });
    const base = `sections/${section.id}/assignments/${assignment.id}`;
    const one = `${base}/submissions/${await submissionOf(fellow)}/peer_reviews`;
    const { body } = await asTeacher.post(one, { user_id: student.id });
    expect((await asTeacher.get(one)).ids).toEqual([body.id]);
    expect((await asTeacher.get(`${base}/peer_reviews`)).ids).toEqual([body.id]);
    expect((await asTeacher.delete(one, { user_id: student.id })).status).toBe(200);
  });
});

describe('reviewers', () => {
  it('read and comment on the work once they have handed in their own, and see nobody else’s comments', async () => {
    const { asTeacher, student, fellow, reviewsOf, path, assignment } = await reviewing();
    const one = `${path}/submissions/${fellow.id}`;
    const asStudent = world.as(student.token);
    expect((await asStudent.get(one)).status).toBe(401);
    await asTeacher.put(one, {
      submission: { posted_grade: 7 },
      comment: { text_comment: 'From the teacher' },
    });
    await asTeacher.post(await reviewsOf(fellow), { user_id: student.id });
    const seen = await asStudent.get(one, { include: ['submission_comments'] });
    expect(seen).toMatchObject({ status: 200, body: { body: 'Done', submission_comments: [] } });
    expect(seen.body).not.toHaveProperty('score', 7);
    expect((await asStudent.put(one, { submission: { posted_grade: 3 } })).status).toBe(401);
    expect((await asStudent.put(one, { comment: { text_comment: 'Mine' } })).status).toBe(200);
    expect(
      (await asStudent.get(one, { include: ['submission_comments'] })).body.submission_comments,
    ).toMatchObject([{ comment: 'Mine' }]);
    await db
      .updateTable('submissions')
      .set({ submission_type: null, workflow_state: 'unsubmitted' })
      .where('assignment_id', '=', assignment.id)
      .where('user_id', '=', student.id)
      .execute();
    expect((await asStudent.get(one)).status).toBe(401);
  });

  it('assess with the rubric, without grading, and are done by it alone', async () => {
    const { asTeacher, student, fellow, reviewsOf, path, course, assignment } = await reviewing();
    const rubric = await world.make.rubric({ context_type: 'Course', context_id: course.id });
    const associations = `courses/${course.id}/rubric_associations`;
    const tie = {
      rubric_id: rubric.id,
      association_type: 'Assignment',
      association_id: assignment.id,
      purpose: 'grading',
      use_for_grading: true,
    };
    const { body } = await asTeacher.post(associations, { rubric_association: tie });
    const association = body.rubric_association.id;
    const reviews = await reviewsOf(fellow);
    await asTeacher.post(reviews, { user_id: student.id });
    const asStudent = world.as(student.token);
    const assess = (user: Person, assessment_type: string) =>
      asStudent.post(`${associations}/${association}/rubric_assessments`, {
        rubric_assessment: { user_id: user.id, assessment_type, criterion_crit: { points: 5 } },
      });
    await asStudent.put(`${path}/submissions/${fellow.id}`, { comment: { text_comment: 'Fine' } });
    expect((await asTeacher.get(reviews)).body).toMatchObject([{ workflow_state: 'assigned' }]);
    expect((await assess(fellow, 'grading')).status).toBe(401);
    expect((await assess(student, 'peer_review')).status).toBe(401);
    const assessed = await assess(fellow, 'peer_review');
    expect(assessed).toMatchObject({ status: 200, body: { assessor_id: student.id, score: 5 } });
    expect((await asTeacher.get(reviews)).body).toMatchObject([{ workflow_state: 'completed' }]);
    expect((await asTeacher.get(`${path}/submissions/${fellow.id}`)).body.score).toBeNull();
    const changed = await asTeacher.put(`${associations}/${association}`, {
      rubric_association: { title: 'x' },
    });
    expect(changed.body.rubric_association.assessment_requests).toMatchObject([
      { rubric_assessment_id: assessed.body.id, user_id: fellow.id, assessor_id: student.id },
    ]);
  });
});

describe('POST /api/v1/courses/{course_id}/assignments/{assignment_id}/allocate', () => {
  it('is off unless the institution turns it on', async () => {
    const { student, path } = await reviewing();
    expect(await world.as(student.token).post(`${path}/allocate`)).toMatchObject({
      status: 403,
      body: { errors: { base: 'Peer review allocation and grading feature is not enabled' } },
    });
  });

  it('gives as many reviews as are wanted, the least reviewed first', async () => {
    const { asTeacher, students, student, fellow, path, reviewsOf } = await reviewing(
      { peer_review_count: 2 },
      4,
    );
    const [, , third, fourth] = students as [Person, Person, Person, Person];
    await asTeacher.post(await reviewsOf(fellow), { user_id: third.id });
    await world.withSettings({ peer_review_allocation_and_grading: { value: true } }, async () => {
      const { status, body } = await world.as(student.token).post(`${path}/allocate`);
      expect(status).toBe(200);
      expect(body.map(({ user_id }: { user_id: number }) => user_id)).toEqual([third.id, fourth.id]);
      expect(await world.as(student.token).post(`${path}/allocate`)).toMatchObject({
        status: 403,
        body: { errors: { base: 'You have been assigned all required peer reviews' } },
      });
      expect(await asTeacher.post(`${path}/allocate`)).toMatchObject({
        status: 403,
        body: { errors: { base: 'Assignment is not assigned to you' } },
      });
    });
  });

  it('says why not', async () => {
    const { student, path, assignment } = await reviewing({ peer_review_count: 1 }, 1);
    const asStudent = world.as(student.token);
    const base = async () => (await asStudent.post(`${path}/allocate`)).body.errors.base;
    const set = (values: object) =>
      db.updateTable('assignments').set(values).where('id', '=', assignment.id).execute();
    await world.withSettings({ peer_review_allocation_and_grading: { value: true } }, async () => {
      expect(await base()).toBe('There are no peer reviews available to allocate to you.');
      const lock_at = daysFromNow(-1);
      await set({ lock_at });
      expect(await base()).toBe(`This assignment is no longer available as of ${lock_at}`);
      await set({ peer_reviews: false });
      expect(await base()).toBe('Assignment does not have peer reviews enabled');
    });
  });
});
