import type { Canvas } from '@easel/client';
import { command } from '../../frame/command.ts';
import { EXIT } from '../../frame/exit-codes.ts';
import { Failure, UsageError } from '../../frame/failure.ts';
import { remark, type Terminal } from '../../frame/terminal.ts';
import { attachAll } from '../../rubrics/attach.ts';
import { findRubric, isNumber } from '../../rubrics/find-rubric.ts';
import { type Action, type Attaching, changes, planAttaching, TARGETS } from '../../rubrics/plan.ts';
import { type CoursePlan, sayItem, showPlan } from '../../rubrics/show-plan.ts';
import { changingOptions, confirmChange } from '../../session/changing.ts';
import { connect } from '../../session/connect.ts';
import { checkedId } from '../ids.ts';

export default command({
  words: ['rubrics', 'attach'],
  summary: 'A rubric to all graded discussions, or assignments, of one course or many',
  details:
    'First comes a plan: what would get the rubric, what has it, what has another one, and which discussions are ungraded ' +
    'and so left alone. Then it asks. A second run changes nothing. With --use-for-grading the score by the rubric is the ' +
    'grade, and the points of the rubric become those of the assignment. Where another rubric is, it stays, unless ' +
    '--replace is given: what was assessed with it is then no longer shown. --rubric is a title that each of the courses ' +
    'has, or the number of a rubric that one of them has, and which Canvas copies into the others.',
  options: {
    course: { type: 'text', value: 'ID', multiple: true, summary: 'in this course; several may be named' },
    account: { type: 'text', short: 'a', value: 'ID', summary: 'in all courses of this account' },
    term: { type: 'text', short: 't', value: 'ID', summary: 'in those of this term (of --account, or self)' },
    rubric: { type: 'text', value: 'RUBRIC', summary: 'its title, or its number' },
    to: {
      type: 'text',
      value: 'WHAT',
      choices: TARGETS,
      multiple: true,
      summary: 'to what: discussions, assignments, or both',
    },
    where: {
      type: 'text',
      value: 'WHICH',
      choices: ['graded'],
      default: 'graded',
      summary: 'which of them: only what is graded can have a rubric',
    },
    'use-for-grading': { type: 'flag', summary: 'the score by the rubric is the grade' },
    replace: { type: 'flag', summary: 'also in the place of another rubric' },
    ...changingOptions,
    'dry-run': { type: 'flag', summary: 'show the plan, and change nothing' },
  },
  examples: [
    {
      line: "easel rubrics attach --course 42 --rubric 'Discussion rubric' --to discussions --where graded --use-for-grading",
      what: 'a rubric for each of our discussions',
    },
    {
      line: "easel rubrics attach --term current --rubric 'Discussion rubric' --to discussions --dry-run",
      what: 'what that would do in all courses of the term',
    },
  ],
  async run(input) {
    const { options, terminal } = input;
    if (options.rubric === undefined)
      throw new UsageError('--rubric is missing', "--rubric 'Discussion rubric'");
    if (options.to.length === 0) throw new UsageError('--to is missing', '--to discussions');
    const { rubric: named, json } = options;
    const attaching: Attaching = {
      targets: options.to,
      usesForGrading: options['use-for-grading'],
      replaces: options.replace,
    };
    const chosen = chosenCourses(options);
    const session = await connect(input);
    const plans = await planAll(session.canvas, chosen, named, attaching);
    show(terminal, plans, named, json, options['dry-run']);
    const missing = plans.filter(({ rubric }) => !rubric).length;
    const due = plans.flatMap(({ items }) => items).filter(changes).length;
    let done = 0;
    if (due > 0 && !options['dry-run']) {
      const what = `rubrics attach to ${count(due, 'thing')} in ${count(plans.length - missing, 'course')}`;
      await confirmChange(terminal, session, { what, yes: options.yes });
      done = await attachAll(terminal, session.canvas, {
        plans,
        usesForGrading: attaching.usesForGrading,
        json,
      });
    }
    remark(
      terminal,
      `easel: ${summaryOf(plans, options['dry-run'] ? 'would change' : 'changed', options['dry-run'] ? due : done)}`,
    );
    if (missing > 0) throw noRubric(missing, plans.length, chosen);
    return undefined;
  },
});

type Chosen = readonly string[] | { readonly account: string; readonly term: string | undefined };

/** @throws UsageError */
function chosenCourses(options: {
  readonly course: readonly string[];
  readonly account: string | undefined;
  readonly term: string | undefined;
}): Chosen {
  const { course, account, term } = options;
  const byAccount = account !== undefined || term !== undefined;
  if (byAccount === course.length > 0) throw new UsageError('Give --course, or --account and --term');
  if (!byAccount) return course.map((id) => checkedId('--course', 'course', id));
  return {
    account: checkedId('--account', 'account', account ?? 'self'),
    term: term === undefined ? undefined : checkedId('--term', 'term', term),
  };
}

async function planAll(
  canvas: Canvas,
  chosen: Chosen,
  named: string,
  attaching: Attaching,
): Promise<CoursePlan[]> {
  const courses = await coursesOf(canvas, chosen);
  const foreign = isNumber(named) ? await firstOf(canvas, courses, named) : undefined;
  const plans: CoursePlan[] = [];
  for (const course of courses) {
    const rubric = foreign ?? (await findRubric(canvas, course.id, named));
    const items = rubric ? await planAttaching(canvas, course.id, rubric, attaching) : [];
    plans.push({ course, rubric, items });
  }
  return plans;
}

/** What is named by its number is looked for in all of the courses: the others get copies. */
async function firstOf(canvas: Canvas, courses: readonly CoursePlan['course'][], named: string) {
  for (const { id } of courses) {
    const rubric = await findRubric(canvas, id, named);
    if (rubric) return rubric;
  }
  throw new Failure(`None of the courses has a rubric ${named}`, { exitCode: EXIT.notFound });
}

async function coursesOf(canvas: Canvas, chosen: Chosen): Promise<CoursePlan['course'][]> {
  if ('account' in chosen) {
    const courses = await canvas
      .list('GET /api/v1/accounts/{account_id}/courses', {
        path: { account_id: chosen.account },
        params: { ...(chosen.term !== undefined && { enrollment_term_id: chosen.term }) },
      })
      .toArray();
    return courses.map(({ id, name }) => ({ id: String(id), name: name ?? '' }));
  }
  const named = await Promise.all(
    chosen.map((id) => canvas.call('GET /api/v1/courses/{id}', { path: { id } })),
  );
  return named.map(({ id, name }) => ({ id: String(id), name: name ?? '' }));
}

/** As JSON what is left alone is said here, and the rest when it is done. */
function show(
  terminal: Terminal,
  plans: readonly CoursePlan[],
  named: string,
  json: boolean,
  isAll: boolean,
): void {
  for (const plan of plans) {
    if (!json) showPlan(terminal, plan, named);
    else
      for (const item of plan.items)
        if (isAll || !changes(item)) sayItem(terminal, plan, item, { done: false });
  }
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;

function summaryOf(plans: readonly CoursePlan[], verb: string, done: number): string {
  const items = plans.flatMap((plan) => plan.items);
  const of = (action: Action) => items.filter((item) => item.action === action).length;
  return [
    `${verb} ${done === 0 ? 'nothing' : done}`,
    ...(of('keep') > 0 ? [`${of('keep')} ${of('keep') === 1 ? 'has' : 'have'} it already`] : []),
    ...(of('other') > 0 ? [`${of('other')} ${of('other') === 1 ? 'has' : 'have'} another rubric`] : []),
    ...(of('ungraded') > 0 ? [`${of('ungraded')} ${of('ungraded') === 1 ? 'is' : 'are'} ungraded`] : []),
  ].join(', ');
}

const noRubric = (missing: number, all: number, chosen: Chosen) =>
  new Failure(
    `${all === 1 ? 'The course has' : `${missing} of ${count(all, 'course')} have`} no rubric of that title`,
    {
      exitCode: EXIT.notFound,
      hint: `easel rubrics list --course ${'account' in chosen ? 'ID' : (chosen[0] ?? 'ID')}`,
    },
  );
