import type { Canvas } from '@easel/client';
import { command } from '../../frame/command.ts';
import { UsageError } from '../../frame/failure.ts';
import { gradebookRows } from '../../grades/gradebook-rows.ts';
import { defaultScoreColumns, type ScoredCourse, scoreColumns, scoreRows } from '../../grades/score-rows.ts';
import { sheetOptions, writeRows } from '../../output/write-rows.ts';
import { connect } from '../../session/connect.ts';
import { checkedId } from '../ids.ts';

const STATES = ['active', 'invited', 'inactive', 'completed'] as const;

export default command({
  words: ['grades', 'export'],
  summary: 'Current and final scores of courses or of a whole term, or a gradebook with all its grades',
  details:
    'Of several courses there is a line for each student of each: current scores count what is graded, final scores take ' +
    'what is not for 0, unposted ones also count grades that students do not see yet, which Canvas tells only to those who ' +
    'may grade. --gradebook gives one course as the gradebook exports it, which `easel grades import` reads.\n\n' +
    `Columns: ${scoreColumns.map(({ key }) => key).join(', ')}, and any other field of the enrollment by its path.`,
  options: {
    course: { type: 'text', value: 'ID', multiple: true, summary: 'this course; may be given several times' },
    term: {
      type: 'text',
      short: 't',
      value: 'ID',
      summary: 'all courses of a term: a number, current, sis_term_id:…',
    },
    account: {
      type: 'text',
      short: 'a',
      value: 'ID',
      default: 'self',
      summary: 'of --term: only below this account',
    },
    state: {
      type: 'text',
      short: 's',
      value: 'STATE',
      choices: STATES,
      multiple: true,
      summary: 'enrollments in these states (otherwise the active ones)',
    },
    gradebook: { type: 'flag', summary: 'a column for each assignment, as Canvas exports a gradebook' },
    ...sheetOptions,
  },
  examples: [
    {
      line: 'easel grades export --term current -o scores.csv',
      what: 'all scores of the term, as every week',
    },
    {
      line: 'easel grades export --course 42 --course 43 -o scores.xlsx',
      what: 'those of two courses for Excel',
    },
    {
      line: 'easel grades export --course sis_course_id:CHEM-101 --gradebook -o gradebook.csv',
      what: 'all grades of one course, to be edited and imported again',
    },
  ],
  async run(input) {
    const { options, terminal } = input;
    const { course: given, term } = options;
    if (given.length > 0 === (term !== undefined)) throw new UsageError('Give either --course or --term');
    const named = given.map((id) => checkedId('--course', 'course', id));
    const session = await connect(input);
    const { canvas } = session;
    const common = { origin: canvas.origin, options };
    if (options.gradebook) {
      const [course, ...others] = named;
      if (course === undefined || others.length > 0) throw new UsageError('--gradebook is for one --course');
      const { columns, rows } = await gradebookRows(canvas, course);
      await writeRows(terminal, {
        ...common,
        options: { ...options, format: options.format ?? (options.output === undefined ? 'csv' : undefined) },
        title: `Gradebook of course ${course}`,
        noun: 'lines',
        columns,
        defaultColumns: columns.map(({ key }) => key),
        filters: [['Course', course]],
        rows: async () => rows,
      });
      return undefined;
    }
    const states = options.state.length > 0 ? options.state : ['active'];
    await writeRows(terminal, {
      ...common,
      title: 'Grades',
      noun: 'grades',
      columns: scoreColumns,
      defaultColumns: defaultScoreColumns,
      filters: term === undefined ? [['Courses', named.join(', ')]] : [['Term', term]],
      async rows() {
        const courses =
          term === undefined
            ? await coursesNamed(canvas, named)
            : await coursesOf(canvas, term, options.account);
        return await scoreRows(canvas, courses, states, (done) => {
          const { stderr } = terminal;
          if (stderr.isTTY)
            stderr.write(`\r\u001b[2K${done < courses.length ? `${done} of ${courses.length} courses` : ''}`);
        });
      },
    });
    return undefined;
  },
});

async function coursesNamed(canvas: Canvas, ids: readonly string[]): Promise<ScoredCourse[]> {
  const courses: ScoredCourse[] = [];
  for (const id of ids) courses.push(scored(await canvas.call('GET /api/v1/courses/{id}', { path: { id } })));
  return courses;
}

/** Courses that nobody is enrolled in have no grades. */
async function coursesOf(canvas: Canvas, term: string, account: string): Promise<ScoredCourse[]> {
  const list = canvas.list('GET /api/v1/accounts/{account_id}/courses', {
    path: { account_id: checkedId('--account', 'account', account) },
    params: {
      enrollment_term_id: checkedId('--term', 'term', term),
      enrollment_type: ['student'],
    },
  });
  return (await list.toArray()).map(scored);
}

interface AnyCourse {
  readonly id?: string | null;
  readonly name?: string | null;
  readonly course_code?: string | null;
}

const scored = ({ id, name, course_code }: AnyCourse): ScoredCourse => ({
  id: String(id),
  name: name ?? null,
  course_code: course_code ?? null,
});
