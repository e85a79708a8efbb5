import type { AnswerOf } from '@easel/client';
import { command } from '../../frame/command.ts';
import { EXIT } from '../../frame/exit-codes.ts';
import { Failure } from '../../frame/failure.ts';
import { say, type Terminal } from '../../frame/terminal.ts';
import { columnsOf } from '../../output/plain-rows.ts';
import { printable } from '../../output/printable.ts';
import { findRubric } from '../../rubrics/find-rubric.ts';
import { connect } from '../../session/connect.ts';
import { checkedId } from '../ids.ts';
import { requiredCourse } from './options.ts';

type Rubric = AnswerOf<'GET /api/v1/courses/{course_id}/rubrics/{id}'>;

export default command({
  words: ['rubrics', 'show'],
  summary: 'A rubric with its criteria, and what is graded with it',
  arguments: [{ name: 'RUBRIC', summary: 'its title, or its number' }],
  options: { course: { type: 'text', value: 'ID', summary: 'of which course' } },
  examples: [{ line: "easel rubrics show 'Discussion rubric' --course 42", what: 'before it is attached' }],
  async run(input) {
    const { args, options, terminal } = input;
    const [name = ''] = args;
    const course_id = checkedId('--course', 'course', requiredCourse(options.course));
    const { canvas } = await connect(input);
    const found = await findRubric(canvas, course_id, name);
    if (!found) {
      throw new Failure('The course has no rubric of that title', {
        exitCode: EXIT.notFound,
        hint: `easel rubrics list --course ${course_id}`,
      });
    }
    const path = { course_id, id: found.id };
    const rubric = await canvas.call('GET /api/v1/courses/{course_id}/rubrics/{id}', {
      path,
      params: { include: ['associations'] },
    });
    if (options.json) say(terminal, JSON.stringify(rubric));
    else showOne(terminal, rubric);
    return undefined;
  },
});

function showOne(terminal: Terminal, { id, title, points_possible, data, associations }: Rubric): void {
  say(terminal, `${printable(title ?? '')} (rubric ${id}, ${points_possible ?? 0} points)`);
  for (const { description, points, ratings } of data ?? []) {
    say(terminal, `\n  ${printable(description ?? '')} (${points ?? 0})`);
    const rows = (ratings ?? []).map((rating) => [`    ${rating.points ?? 0}`, rating.description ?? '']);
    for (const line of columnsOf(rows)) say(terminal, line);
  }
  const graded = (associations ?? []).filter(({ purpose }) => purpose === 'grading');
  say(terminal, `\n  ${graded.length === 0 ? 'attached to nothing' : 'attached to'}`);
  for (const { association_type, association_id, use_for_grading } of graded) {
    const how = use_for_grading ? 'used for grading' : 'not used for grading';
    say(terminal, `    ${association_type?.toLowerCase()} ${association_id}, ${how}`);
  }
}
