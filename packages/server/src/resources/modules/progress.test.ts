/** Progress through modules as students and teachers see it, caused by what students do. */
import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';
import { noteModuleAction } from '../../domain/module-progress.ts';
import { anonymous, Context } from '../../http/context.ts';

const world = await openWorld();
const { clock, make } = world;
const db = world.database.kysely;

const DAY = 24 * 60 * 60;
const tomorrow = () => `${new Date(Date.parse(clock.now()) + DAY * 1000).toISOString().slice(0, 19)}Z`;

/** What other resources have when they note an action. */
async function context(): Promise<Context> {
  return new Context({
    site: { database: world.database } as Context['site'],
    caller: anonymous,
    request: { origin: '', path: '', pathParams: {}, query: {}, params: {} },
    now: clock.now(),
    rootAccount: await db.selectFrom('accounts').selectAll().where('id', '=', 1).executeTakeFirstOrThrow(),
    db,
  });
}

async function setUp() {
  const course = await make.course();
  const teacher = await make.member(course.id, 'TeacherEnrollment');
  const student = await make.member(course.id);
  const path = `courses/${course.id}`;
  const asStudent = world.as(student.token);
  const asTeacher = world.as(teacher.token);
  return {
    course,
    student,
    path,
    asStudent,
    asTeacher,
    page: (title: string) => make.page({ context_type: 'Course', context_id: course.id, title, body: title }),
    state: async (module: { id: number }) => (await asStudent.get(`${path}/modules/${module.id}`)).body.state,
    async note(
      type: 'submit' | 'score' | 'contribute',
      content: Parameters<typeof noteModuleAction>[1]['content'],
    ) {
      await noteModuleAction(await context(), { user: student.id, type, content });
    },
  };
}

describe('what completes a module', () => {
  it('reading a page, which opens the next module', async () => {
    const { course, path, asStudent, page, state } = await setUp();
    const one = await make.module({ course_id: course.id });
    const two = await make.module({ course_id: course.id, prerequisite_module_ids: [one.id] });
    const [first, second] = [await page('First'), await page('Second')];
    await make.moduleItem(one, { type: 'Page', content_id: first.id, requirement_type: 'must_view' });
    await make.moduleItem(two, { type: 'Page', content_id: second.id, requirement_type: 'must_view' });
    expect(await state(two)).toBe('locked');
    // What is locked isn't read by asking for it.
    expect((await asStudent.get(`${path}/pages/second`)).body.locked_for_user).toBe(true);
    expect(await state(two)).toBe('locked');
    expect((await asStudent.get(`${path}/pages/first`)).body.body).toBe('First');
    expect([await state(one), await state(two)]).toEqual(['completed', 'unlocked']);
    expect((await asStudent.get(`${path}/pages/second`)).body.body).toBe('Second');
    expect(await state(two)).toBe('completed');
  });

  it('editing a page', async () => {
    const { course, path, asStudent, state } = await setUp();
    const wiki = await make.page({
      context_type: 'Course',
      context_id: course.id,
      title: 'Wiki',
      editing_roles: 'teachers,students',
    });
    const module = await make.module({ course_id: course.id });
    await make.moduleItem(module, { type: 'Page', content_id: wiki.id, requirement_type: 'must_contribute' });
    await asStudent.get(`${path}/pages/wiki`);
    expect(await state(module)).toBe('unlocked');
    await asStudent.put(`${path}/pages/wiki`, { wiki_page: { body: 'mine' } });
    expect(await state(module)).toBe('completed');
  });

  it('handing in, and a score once it is posted', async () => {
    const { course, student, state, note } = await setUp();
    const assignment = await make.assignment({ course_id: course.id, points_possible: 10 });
    const module = await make.module({ course_id: course.id });
    await make.moduleItem(module, {
      type: 'Assignment',
      content_id: assignment.id,
      requirement_type: 'min_score',
      min_score: 8,
    });
    const content = { type: 'Assignment', id: assignment.id } as const;
    const submission = await make.submission({
      course_id: course.id,
      assignment_id: assignment.id,
      user_id: student.id,
      workflow_state: 'submitted',
      attempt: 1,
    });
    await note('submit', content);
    expect(await state(module)).toBe('started');
    const grade = (values: object) =>
      db.updateTable('submissions').set(values).where('id', '=', submission.id).execute();
    await grade({ workflow_state: 'graded', score: 9 });
    await note('score', content);
    expect(await state(module)).toBe('started');
    await grade({ posted_at: clock.now() });
    await note('score', content);
    const stored = await db
      .selectFrom('context_module_progressions')
      .select(['workflow_state', 'completed_at'])
      .where('context_module_id', '=', module.id)
      .where('user_id', '=', student.id)
      .executeTakeFirstOrThrow();
    expect(stored).toEqual({ workflow_state: 'completed', completed_at: clock.now() });
    await grade({ score: 5 });
    expect(await state(module)).toBe('started');
  });

  it('an entry in a topic, by the topic or by its assignment', async () => {
    const { course, state, note } = await setUp();
    const assignment = await make.assignment({
      course_id: course.id,
      submission_types: ['discussion_topic'],
    });
    const topic = await db
      .insertInto('discussion_topics')
      .values({
        context_type: 'Course',
        context_id: course.id,
        title: 'Debate',
        title_key: 'debate',
        workflow_state: 'active',
        discussion_type: 'threaded',
        assignment_id: assignment.id,
        created_at: clock.now(),
        updated_at: clock.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const module = await make.module({ course_id: course.id });
    await make.moduleItem(module, {
      type: 'Discussion',
      content_id: topic.id,
      requirement_type: 'must_contribute',
    });
    expect(await state(module)).toBe('unlocked');
    await note('contribute', { type: 'Assignment', id: assignment.id });
    expect(await state(module)).toBe('completed');
  });

  it('nothing that a teacher does', async () => {
    const { course, path, asTeacher, page } = await setUp();
    const module = await make.module({ course_id: course.id });
    const first = await page('First');
    await make.moduleItem(module, { type: 'Page', content_id: first.id, requirement_type: 'must_view' });
    await asTeacher.get(`${path}/pages/first`);
    const rows = await db
      .selectFrom('context_module_progressions')
      .selectAll()
      .where('context_module_id', '=', module.id)
      .execute();
    expect(rows).toEqual([]);
  });
});

describe('modules that are done in order', () => {
  it('open one item after the other', async () => {
    const { course, path, asStudent, page, state } = await setUp();
    const module = await make.module({ course_id: course.id, require_sequential_progress: true });
    const [first, second] = [await page('First'), await page('Second')];
    await make.moduleItem(module, { type: 'Page', content_id: first.id, requirement_type: 'must_view' });
    await make.moduleItem(module, { type: 'Page', content_id: second.id, requirement_type: 'must_view' });
    const locked = async (title: string) =>
      (await asStudent.get(`${path}/pages/${title}`)).body.locked_for_user;
    expect(await locked('second')).toBe(true);
    expect(await locked('first')).toBe(false);
    expect(await state(module)).toBe('started');
    expect(await locked('second')).toBe(false);
    expect(await state(module)).toBe('completed');
  });

  it('leave open what also stands in an open module', async () => {
    const { course, path, asStudent, page } = await setUp();
    const shut = await make.module({ course_id: course.id, unlock_at: tomorrow() });
    const open = await make.module({ course_id: course.id });
    const both = await page('Both');
    await make.moduleItem(shut, { type: 'Page', content_id: both.id });
    expect((await asStudent.get(`${path}/pages/both`)).body.locked_for_user).toBe(true);
    await make.moduleItem(open, { type: 'Page', content_id: both.id });
    expect((await asStudent.get(`${path}/pages/both`)).body.locked_for_user).toBe(false);
  });
});

describe('many at once', () => {
  it('loses nothing when a student reads several pages at the same moment', async () => {
    const { course, path, asStudent, page, state } = await setUp();
    const module = await make.module({ course_id: course.id });
    const pages = [];
    for (let n = 0; n < 6; n++) pages.push(await page(`Page ${n}`));
    for (const { id } of pages) {
      await make.moduleItem(module, { type: 'Page', content_id: id, requirement_type: 'must_view' });
    }
    await Promise.all(pages.map(({ url }) => asStudent.get(`${path}/pages/${url}`)));
    expect(await state(module)).toBe('completed');
  });

  it('brings a whole class up to date with one call', async () => {
    const { course } = await setUp();
    const assignment = await make.assignment({ course_id: course.id });
    const module = await make.module({ course_id: course.id });
    await make.moduleItem(module, {
      type: 'Assignment',
      content_id: assignment.id,
      requirement_type: 'must_submit',
    });
    const students = [];
    for (let n = 0; n < 5; n++) {
      const { id } = await make.member(course.id);
      students.push(id);
      await make.submission({
        course_id: course.id,
        assignment_id: assignment.id,
        user_id: id,
        workflow_state: 'submitted',
        attempt: 1,
      });
    }
    const content = { type: 'Assignment', id: assignment.id } as const;
    await noteModuleAction(await context(), { user: students, type: 'submit', content });
    const rows = await db
      .selectFrom('context_module_progressions')
      .select('workflow_state')
      .where('context_module_id', '=', module.id)
      .execute();
    expect(rows).toEqual(Array(5).fill({ workflow_state: 'completed' }));
  });
});

describe('a course that is over', () => {
  it('keeps the progress that there was', async () => {
    const { course, student, path, asTeacher, state } = await setUp();
    const module = await make.module({ course_id: course.id });
    await make.moduleItem(module, { requirement_type: 'must_mark_done' });
    expect(await state(module)).toBe('unlocked');
    await db
      .updateTable('enrollments')
      .set({ workflow_state: 'completed', completed_at: clock.now() })
      .where('user_id', '=', student.id)
      .execute();
    await db.updateTable('module_items').set({ requirement_type: null }).execute();
    const { body } = await asTeacher.get(`${path}/modules/${module.id}`, { student_id: student.id });
    expect(body).toMatchObject({ status: 'unauthorized' });
    const rows = await db
      .selectFrom('context_module_progressions')
      .select('workflow_state')
      .where('context_module_id', '=', module.id)
      .execute();
    expect(rows).toEqual([{ workflow_state: 'unlocked' }]);
  });
});
