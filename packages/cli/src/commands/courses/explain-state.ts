import type { AnswerOf } from '@easel/client';
import { command } from '../../frame/command.ts';
import { say, type Terminal } from '../../frame/terminal.ts';
import { readableTime } from '../../output/column.ts';
import { columnsOf } from '../../output/plain-rows.ts';
import { printable } from '../../output/printable.ts';
import { connect } from '../../session/connect.ts';
import { checkedId } from '../ids.ts';
import { isCourseState, states } from './states.ts';

type Course = AnswerOf<'GET /api/v1/courses/{id}'>;

export default command({
  words: ['courses', 'explain-state'],
  summary: 'What the state of a course means, and what can happen to it next; without an ID, of every state',
  arguments: [{ name: 'ID', summary: 'a number, or sis_course_id:…', optional: true }],
  options: {},
  examples: [
    {
      line: 'easel courses explain-state 42',
      what: 'is "claimed" simply unpublished? is it over, or concluded?',
    },
    { line: 'easel courses explain-state', what: 'all states' },
  ],
  async run(input) {
    const { args, options, terminal } = input;
    const [id] = args;
    if (id === undefined) {
      explainAll(terminal, options.json);
      return undefined;
    }
    const { canvas } = await connect(input);
    const course = await canvas.call('GET /api/v1/courses/{id}', {
      path: { id: checkedId('ID', 'course', id) },
      params: { include: ['term', 'concluded', 'all_courses'] },
    });
    explainOne(terminal, course, options.json);
    return undefined;
  },
});

function explainAll(terminal: Terminal, json: boolean): void {
  if (json) {
    say(terminal, JSON.stringify(states));
    return;
  }
  for (const [name, { stored, meaning, events }] of Object.entries(states)) {
    say(terminal, `${name}${stored[0] === name ? '' : ` (stored as ${stored.join(' or ')})`}\n  ${meaning}`);
    for (const line of columnsOf(events.map(([event, does]) => [`    ${event}`, does]))) say(terminal, line);
    say(terminal, '');
  }
}

function explainOne(terminal: Terminal, course: Course, json: boolean): void {
  const { id, name, workflow_state: state = '', term } = course;
  const facts = isCourseState(state ?? '') ? states[state as keyof typeof states] : undefined;
  const remarks = [facts?.meaning ?? 'Canvas documents no such state.', ...byDate(course)];
  if (json) {
    say(terminal, JSON.stringify({ id, name, workflow_state: state, remarks, events: facts?.events ?? [] }));
    return;
  }
  say(terminal, `${printable(name ?? '')} (id ${id}): ${state}\n`);
  for (const line of remarks) say(terminal, `  ${line}`);
  const span = (start?: string | null, end?: string | null) =>
    `${start ? readableTime(start) : '…'} to ${end ? readableTime(end) : '…'}`;
  say(terminal, '');
  for (const line of columnsOf([
    ['  course', span(course.start_at, course.end_at)],
    [`  term`, `${span(term?.start_at, term?.end_at)} (${term?.name ?? 'none'})`],
  ])) {
    say(terminal, line);
  }
  if (!facts) return;
  say(terminal, '\nWhat can happen next:\n');
  for (const [event, does] of facts.events) {
    say(terminal, `  ${does}\n    easel api PUT courses/${id} -f 'course[event]=${event}'`);
  }
}

/** What looks like a state and isn't: a course can be over, or not begun, and still be available. */
function byDate(course: Course): string[] {
  if (course.workflow_state !== 'available') return [];
  const { concluded } = course as { concluded?: boolean };
  if (concluded) {
    return [
      'It is over by its dates: enrollments of students count as completed, although the state is "available".',
    ];
  }
  const start = course.start_at ?? course.term?.start_at;
  return start && Date.parse(start) > Date.now()
    ? ['It has not begun: students who are enrolled wait until it does.']
    : [];
}
