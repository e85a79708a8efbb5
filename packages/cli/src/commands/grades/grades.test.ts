/** Grades and lists against the real Easel. */
import { readFile, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { newMachine } from '../../../testing/easel.ts';
import { startRealEasel } from '../../../testing/real-easel.ts';

const server = await startRealEasel();
const env = { CANVAS_URL: server.url, CANVAS_TOKEN: server.token };

async function classroom() {
  const { id: course } = await server.api<{ id: number }>('POST', 'accounts/1/courses', {
    course: { name: 'Marking' },
    offer: true,
  });
  const students: number[] = [];
  for (const name of ['Ann Ames', 'Ben Best', 'Cid Cole']) {
    const { id } = await server.api<{ id: number }>('POST', 'accounts/1/users', {
      user: { name, skip_registration: true },
      pseudonym: { unique_id: `${name[0]}${course}@easel.example`, sis_user_id: `${name[0]}-${course}` },
    });
    await server.api('POST', `courses/${course}/enrollments`, {
      enrollment: { user_id: id, type: 'StudentEnrollment', enrollment_state: 'active' },
    });
    students.push(id);
  }
  const assignments: number[] = [];
  for (const name of ['Essay', 'Talk']) {
    const { id } = await server.api<{ id: number }>('POST', `courses/${course}/assignments`, {
      assignment: { name, points_possible: 10, published: true, submission_types: ['on_paper'] },
    });
    assignments.push(id);
  }
  const machine = await newMachine();
  const easel = (...args: string[]) => machine.easel(args, { env });
  return { course: String(course), students, assignments, machine, easel };
}

it('shows a plan, carries it out, and has nothing to do the second time', { timeout: 120_000 }, async () => {
  const { course, students, assignments, machine, easel } = await classroom();
  const marks = `sis_user_id,Essay,Talk\nA-${course},8.5,EX\nB-${course},70%,\nC-${course},0,10\n`;
  await writeFile(machine.path('marks.csv'), marks);
  const importing = ['grades', 'import', 'marks.csv', '--course', course];

  const shown = await easel(...importing, '--dry-run');
  expect(shown).toMatchObject({ code: 0, stderr: 'easel: nothing was sent (--dry-run)\n' });
  expect(shown.stdout).toBe(`Ames, Ann  Essay  –  →  8.5
Ames, Ann  Talk   –  →  EX
Best, Ben  Essay  –  →  70%
Cole, Cid  Essay  –  →  0
Cole, Cid  Talk   –  →  10
5 grades to change (1 to excuse), 0 unchanged, 0 problems
`);
  const asked = await easel(...importing);
  expect(asked.code).toBe(10);

  const done = await easel(...importing, '--yes');
  expect({ code: done.code, stderr: done.stderr }).toEqual({ code: 0, stderr: '' });
  expect(done.stdout).toMatch(/5 grades changed and read back\n$/);
  const own = await server.api<{ score: number }>(
    'GET',
    `courses/${course}/assignments/${assignments[0]}/submissions/${students[1]}`,
  );
  expect(own.score).toBe(7);
  expect((await easel(...importing, '--yes')).stdout).toBe('0 grades to change, 5 unchanged, 0 problems\n');
  const json = JSON.parse((await easel(...importing, '--yes', '--json')).stdout);
  expect(json).toEqual({ changes: [], unchanged: 5, problems: [], not_as_sent: [] });
});

it('sends nothing while lines can not be done, unless it is told to leave them out', {
  timeout: 120_000,
}, async () => {
  const { course, machine, easel } = await classroom();
  await writeFile(machine.path('marks.csv'), `sis_user_id,Essay\nA-${course},11\nnobody,5\nB-${course},5\n`);
  const importing = ['grades', 'import', 'marks.csv', '--course', course, '--yes'];
  const refused = await easel(...importing);
  expect(refused.code).toBe(6);
  expect(refused.stdout).toContain(
    'line 2: out of range: Ames, Ann, Essay: 11 of 10\nline 3: unknown student: nobody\n',
  );
  expect(refused.stderr).toContain('Nothing was sent');
  expect((await easel(...importing, '--skip-problems')).stdout).toMatch(/1 grade changed and read back\n$/);
});

it('exports gradebooks that it reads again, and scores', { timeout: 120_000 }, async () => {
  const { course, students, assignments, machine, easel } = await classroom();
  await writeFile(machine.path('marks.csv'), `student,assignment,grade\n${students[0]},Essay,9\n`);
  await easel('grades', 'import', 'marks.csv', '--course', course, '--yes');

  const book = ['grades', 'export', '--course', course, '--gradebook', '-o', 'book.csv'];
  expect(await easel(...book)).toMatchObject({ code: 0, stderr: 'easel: 4 lines in book.csv\n' });
  const text = await readFile(machine.path('book.csv'), 'utf8');
  const [essay, talk] = assignments;
  expect(text).toBe(
    [
      `Student,ID,SIS User ID,SIS Login ID,Section,Essay (${essay}),Talk (${talk}),Current Score,Unposted Current Score,Final Score,Unposted Final Score`,
      '    Points Possible,,,,,10,10,(read only),(read only),(read only),(read only)',
      `"Ames, Ann",${students[0]},A-${course},A${course}@easel.example,Marking,9,,90,90,45,45`,
      `"Best, Ben",${students[1]},B-${course},B${course}@easel.example,Marking,,,,,0,0`,
      `"Cole, Cid",${students[2]},C-${course},C${course}@easel.example,Marking,,,,,0,0`,
      '',
    ].join('\r\n'),
  );
  await writeFile(machine.path('book.csv'), text.replace(',9,,90', ',9,7.5,90'));
  const again = await easel('grades', 'import', 'book.csv', '--course', course, '--yes');
  expect(again.stdout).toBe(`Ames, Ann  Talk  –  →  7.5
1 grade to change, 1 unchanged, 0 problems
1 grade changed and read back
`);

  const scores = JSON.parse((await easel('grades', 'export', '--course', course, '--json')).stdout);
  expect(scores).toMatchObject([
    { course: { name: 'Marking' }, grades: { current_score: 82.5, final_score: 82.5 } },
    { grades: { current_score: null, final_score: 0 } },
    { grades: { current_score: null, final_score: 0 } },
  ]);
  const term = await easel('grades', 'export', '--term', 'current', '-o', 'term.csv');
  expect(term).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(/^easel: [\d,]+ grades in term.csv\n$/),
  });
  expect((await readFile(machine.path('term.csv'), 'utf8')).split('\r\n').length).toBeGreaterThan(20);

  const listed = await easel(
    'assignments',
    'list',
    '--course',
    course,
    '-f',
    'csv',
    '-c',
    'id,name,points_possible',
  );
  expect(listed.stdout).toBe(`id,name,points_possible\r\n${essay},Essay,10\r\n${talk},Talk,10\r\n`);
  const graded = await easel(
    ...['submissions', 'list', '--course', course, '--state', 'graded', '-f', 'csv'],
    ...['-c', 'user.sortable_name,assignment.name,score'],
  );
  expect(graded.stdout.split('\r\n').sort()).toEqual(
    ['', '"Ames, Ann",Essay,9', '"Ames, Ann",Talk,7.5', 'user.sortable_name,assignment.name,score'].sort(),
  );
});

it('says what is missing on its line', async () => {
  const { easel } = await classroom();
  for (const words of ['grades import x.csv', 'grades export', 'assignments list', 'submissions list']) {
    expect((await easel(...words.split(' '))).code, words).toBe(2);
  }
  expect((await easel('grades', 'import', 'x.csv', '--course', '1')).stderr).toContain(
    "FILE can't be read (ENOENT)",
  );
});
