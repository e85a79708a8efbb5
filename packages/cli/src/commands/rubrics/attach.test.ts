/** The commands for rubrics against the real Easel. */
import { describe, expect, it } from 'vitest';
import { newMachine } from '../../../testing/easel.ts';
import { easelHere } from '../../../testing/in-process.ts';
import { startRealEasel } from '../../../testing/real-easel.ts';

const easel = await startRealEasel();
const env = { CANVAS_URL: easel.url, CANVAS_TOKEN: easel.token };

const criteria = { '0': { description: 'Depth', ratings: { '0': { points: 5 }, '1': { points: 0 } } } };

async function newRubric(courseId: number, title: string): Promise<number> {
  const { rubric } = await easel.api<{ rubric: { id: number } }>('POST', `courses/${courseId}/rubrics`, {
    rubric: { title, criteria },
    rubric_association: { association_type: 'Course', association_id: courseId, purpose: 'bookmark' },
  });
  return rubric.id;
}

/** A course with a rubric, two graded discussions and one that isn't. */
async function newCourse(name: string) {
  const { id } = await easel.api<{ id: number }>('POST', 'accounts/1/courses', { course: { name } });
  for (const title of ['First', 'Second']) {
    const assignment = { points_possible: 20 };
    await easel.api('POST', `courses/${id}/discussion_topics`, { title, assignment });
  }
  await easel.api('POST', `courses/${id}/discussion_topics`, { title: 'Chat' });
  return { id, rubric: await newRubric(id, 'Talk') };
}

const topicsOf = async (id: number) => {
  type Topic = {
    title: string;
    assignment?: { points_possible: number; rubric_settings?: { title: string } };
  };
  const topics = await easel.api<Topic[]>('GET', `courses/${id}/discussion_topics`);
  return Object.fromEntries(
    topics.map(({ title, assignment }) => [
      title,
      assignment ? [assignment.rubric_settings?.title, assignment.points_possible] : null,
    ]),
  );
};

const attach = (...words: string[]) => ['rubrics', 'attach', ...words];

describe('easel rubrics attach', () => {
  it('is told what is missing before anything is asked', async () => {
    const said = async (...words: string[]) => {
      const { code, stderr } = await easelHere(attach(...words));
      expect(code).toBe(2);
      return stderr;
    };
    expect(await said('--course', '1', '--to', 'discussions')).toContain('--rubric is missing');
    expect(await said('--course', '1', '--rubric', 'Talk')).toContain('--to is missing');
    expect(await said('--rubric', 'Talk', '--to', 'discussions')).toContain('Give --course, or --account');
    expect(await said('--course', 'CHEM', '--rubric', 'Talk', '--to', 'discussions')).toContain(
      'sis_course_id',
    );
  });

  it('shows a plan, asks, does it, and the second time nothing', async () => {
    const machine = await newMachine();
    const { id, rubric } = await newCourse('Plans');
    const line = attach('--course', `${id}`, '--rubric', 'Talk', '--to', 'discussions', '--use-for-grading');
    const plan = [
      `course ${id}, Plans: rubric ${rubric}, "Talk" (5 points)`,
      '  attach    First   points 20 → 5',
      '  attach    Second  points 20 → 5',
      '  ungraded  Chat',
      '',
    ].join('\n');
    const asked = await machine.easel(line, { env });
    expect(asked).toMatchObject({ code: 10, stdout: plan });
    expect(asked.stderr).toContain('rubrics attach to 2 things in 1 course');
    const tried = await machine.easel([...line, '--dry-run'], { env });
    expect(tried).toMatchObject({
      code: 0,
      stdout: plan,
      stderr: 'easel: would change 2, 1 is ungraded\n',
    });
    expect(await topicsOf(id)).toEqual({ First: [undefined, 20], Second: [undefined, 20], Chat: null });
    const done = await machine.easel([...line, '--yes'], { env });
    expect(done).toMatchObject({
      code: 0,
      stdout: `${plan}attached: First\nattached: Second\n`,
      stderr: 'easel: changed 2, 1 is ungraded\n',
    });
    expect(await topicsOf(id)).toEqual({ First: ['Talk', 5], Second: ['Talk', 5], Chat: null });
    const again = await machine.easel(line, { env });
    expect(again).toMatchObject({
      code: 0,
      stderr: 'easel: changed nothing, 2 have it already, 1 is ungraded\n',
    });
  });

  it('leaves another rubric alone unless it is to be replaced', async () => {
    const machine = await newMachine();
    const { id } = await newCourse('Replaces');
    await newRubric(id, 'Other');
    const line = (rubric: string, ...more: string[]) =>
      attach('--course', `${id}`, '--rubric', rubric, '--to', 'discussions', '-y', ...more);
    await machine.easel(line('Other'), { env });
    const left = await machine.easel(line('Talk'), { env });
    expect(left.stdout).toContain('First   has "Other"; --replace puts this one in its place');
    expect(left.stderr).toBe('easel: changed nothing, 2 have another rubric, 1 is ungraded\n');
    const replaced = await machine.easel(line('Talk', '--replace', '--json'), { env });
    const lines = replaced.stdout.trim().split('\n');
    expect(lines.map((each) => JSON.parse(each))).toMatchObject([
      { course_id: `${id}`, title: 'Chat', action: 'ungraded', done: false },
      { title: 'First', kind: 'discussion', action: 'replace', now: 'Other', done: true },
      { title: 'Second', action: 'replace', done: true },
    ]);
    expect(await topicsOf(id)).toMatchObject({ First: ['Talk', 20], Second: ['Talk', 20] });
  });

  it('works in several courses, says which has no such rubric, and copies one by its number', async () => {
    const machine = await newMachine();
    const one = await newCourse('One');
    const other = await newCourse('Other');
    const bare = await easel.api<{ id: number }>('POST', 'accounts/1/courses', { course: { name: 'Bare' } });
    const assignment = { assignment: { name: 'Essay', points_possible: 5 } };
    await easel.api('POST', `courses/${bare.id}/assignments`, assignment);
    const courses = [one.id, other.id, bare.id].flatMap((id) => ['--course', `${id}`]);
    const to = ['--to', 'discussions', '--to', 'assignments', '-y'];
    const named = await machine.easel(attach(...courses, '--rubric', 'Talk', ...to), { env });
    expect(named.code).toBe(5);
    expect(named.stdout).toContain(`course ${bare.id}, Bare: has no rubric "Talk"`);
    expect(named.stderr).toContain('1 of 3 courses have no rubric of that title');
    expect(await topicsOf(other.id)).toMatchObject({ First: ['Talk', 20] });
    const byNumber = await machine.easel(attach(...courses, '--rubric', `${one.rubric}`, ...to), { env });
    expect(byNumber).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('changed 1, 4 have it already'),
    });
    const rubrics = await easel.api<{ title: string }[]>('GET', `courses/${bare.id}/rubrics`);
    expect(rubrics.map(({ title }) => title)).toEqual(['Talk']);
  });
});

describe('easel rubrics list and show', () => {
  it('show what there is', async () => {
    const machine = await newMachine();
    const { id, rubric } = await newCourse('Lists');
    const list = await machine.easel(['rubrics', 'list', '--course', `${id}`, '-f', 'csv'], { env });
    expect(list.stdout).toBe(`id,title,points_possible,read_only\r\n${rubric},Talk,5,false\r\n`);
    const show = await machine.easel(['rubrics', 'show', 'Talk', '--course', `${id}`], { env });
    expect(show.stdout).toContain(
      `Talk (rubric ${rubric}, 5 points)\n\n  Depth (5)\n    5  No Description\n`,
    );
    const missing = await machine.easel(['rubrics', 'show', 'Nope', '--course', `${id}`], { env });
    expect(missing.code).toBe(5);
  });
});
