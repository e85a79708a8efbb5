import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { command } from '../../frame/command.ts';
import { EXIT } from '../../frame/exit-codes.ts';
import { Failure, UsageError } from '../../frame/failure.ts';
import { remark, say, type Terminal } from '../../frame/terminal.ts';
import { readGrades } from '../../grades/grade-file.ts';
import { loadGradebook, loadSubmissions } from '../../grades/gradebook.ts';
import { assignmentsMeant, type Plan, planGrades } from '../../grades/plan.ts';
import { readBack, sendGrades } from '../../grades/send-grades.ts';
import { counted, planJson, plannedJson, showPlan } from '../../grades/show-plan.ts';
import { printable } from '../../output/printable.ts';
import { changingOptions, confirmChange } from '../../session/changing.ts';
import { connect, type Session } from '../../session/connect.ts';
import { checkedId } from '../ids.ts';

export default command({
  words: ['grades', 'import'],
  summary: 'Grades from a CSV file, after showing what they would change',
  details:
    'FILE is an export of the gradebook, or has a line for each grade (student, assignment, grade), or a line for each ' +
    'student and a column for each assignment. Students are named by Canvas id, sis_user_id:…, login or e-mail (columns ' +
    'sis_user_id and login_id hold these bare), assignments by id, name, or sis_assignment_id:…. A grade is a number of ' +
    'points, 85%, a letter, complete or incomplete, EX for excused; where nothing stands nothing changes.\n\n' +
    'First the plan is shown: what is graded otherwise now, and every line that can not be done as it stands. While there ' +
    'are such lines nothing is sent, unless --skip-problems leaves them out. Then Canvas works on it in the background, ' +
    'and the grades are read back. A second run changes nothing.',
  arguments: [{ name: 'FILE', summary: 'the CSV file; - for standard input' }],
  options: {
    course: { type: 'text', value: 'ID', summary: 'the course: 42, sis_course_id:…' },
    beyond: { type: 'flag', summary: 'also grades below 0 or above the possible points' },
    'skip-problems': { type: 'flag', summary: 'send the rest where some lines can not be done' },
    ...changingOptions,
    'dry-run': { type: 'flag', summary: 'show the plan and send nothing' },
  },
  examples: [
    { line: 'easel grades import marks.csv --course 42 --dry-run', what: 'see what would change' },
    {
      line: 'easel grades import marks.csv --course sis_course_id:CHEM-101',
      what: 'see it, and do it after a question',
    },
    {
      line: 'easel grades import marks.csv --course 42 --yes --json',
      what: 'do it without one, for programs',
    },
  ],
  async run(input) {
    const { args, options, terminal } = input;
    const [file = ''] = args;
    if (options.course === undefined) throw new UsageError('--course is missing');
    const course = checkedId('--course', 'course', options.course);
    const said = readGrades(await contentOf(terminal, file));
    if (said.length === 0) throw new UsageError('The file holds no grades');
    const session = await connect(input);
    const plan = await planOf(session, course, said, options.beyond);
    if (!options.json) showPlan(terminal, plan);

    if (options['dry-run']) {
      if (options.json) say(terminal, JSON.stringify(planJson(plan)));
      else remark(terminal, 'easel: nothing was sent (--dry-run)');
      return undefined;
    }
    if (plan.problems.length > 0 && !options['skip-problems']) throw withProblems(plan);
    if (plan.changes.length === 0) {
      if (options.json) say(terminal, JSON.stringify({ ...planJson(plan), not_as_sent: [] }));
      return undefined;
    }
    await confirmChange(terminal, session, {
      what: `${counted(plan.changes.length, 'grade')} of course ${course}`,
      yes: options.yes,
    });
    return await carryOut(terminal, session, course, plan, options.json);
  },
});

async function contentOf(terminal: Terminal, file: string): Promise<string> {
  if (file === '-') return await readAll(terminal.stdin);
  return await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`FILE can't be read (${error.code})`);
  });
}

async function planOf(
  { canvas }: Session,
  course: string,
  said: ReturnType<typeof readGrades>,
  beyond: boolean,
): Promise<Plan> {
  const gradebook = await loadGradebook(canvas, course);
  const meant = assignmentsMeant(gradebook, said);
  const submissions = await loadSubmissions(
    canvas,
    course,
    meant.map(({ id }) => id),
  );
  return planGrades(gradebook, submissions, said, { beyond });
}

function withProblems({ problems }: Plan): Failure {
  const [first] = problems;
  const more = problems.length > 1 ? `, and ${problems.length - 1} more` : '';
  return new Failure(
    `Nothing was sent: line ${first?.line}: ${first?.what}: ${printable(first?.text ?? '')}${more}`,
    { exitCode: EXIT.refused, hint: 'correct the file, or leave such lines out with --skip-problems' },
  );
}

async function carryOut(terminal: Terminal, { canvas }: Session, course: string, plan: Plan, json: boolean) {
  const { changes } = plan;
  const { stderr, signal } = terminal;
  const onProgress = (done: number) => {
    if (stderr.isTTY) stderr.write(`\r${done} of ${counted(changes.length, 'grade')}`);
  };
  try {
    await sendGrades(changes, { canvas, course, signal, onProgress });
  } finally {
    if (stderr.isTTY) stderr.write('\r\u001b[2K');
  }
  const otherwise = await readBack(changes, { canvas, course });
  if (json) {
    say(terminal, JSON.stringify({ ...planJson(plan), not_as_sent: otherwise.map(plannedJson) }));
  } else {
    for (const { student, assignment, now, becomes } of otherwise) {
      say(
        terminal,
        printable(`not as sent: ${student.name}, ${assignment.name}: ${now} instead of ${becomes}`),
      );
    }
    say(terminal, `${counted(changes.length - otherwise.length, 'grade')} changed and read back`);
  }
  if (otherwise.length === 0) return undefined;
  throw new Failure(
    `${counted(otherwise.length, 'grade')} of ${changes.length} are not in Canvas as they were sent`,
  );
}
