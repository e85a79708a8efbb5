import { say, type Terminal } from '../frame/terminal.ts';
import { columnsOf } from '../output/plain-rows.ts';
import { printable } from '../output/printable.ts';
import type { Rubric } from './find-rubric.ts';
import type { Action, PlannedItem } from './plan.ts';

/** What is planned in one course. */
export interface CoursePlan {
  readonly course: { readonly id: string; readonly name: string };
  /** Undefined where the course has no such rubric. */
  readonly rubric: Rubric | undefined;
  readonly items: readonly PlannedItem[];
}

const ORDER: readonly Action[] = ['attach', 'change', 'replace', 'keep', 'other', 'ungraded'];

export function showPlan(terminal: Terminal, { course, rubric, items }: CoursePlan, named: string): void {
  const where = `course ${course.id}, ${printable(course.name)}`;
  if (!rubric) {
    say(terminal, `${where}: has no rubric "${printable(named)}"`);
    return;
  }
  say(terminal, `${where}: rubric ${rubric.id}, "${printable(rubric.title)}" (${rubric.points} points)`);
  const sorted = [...items].sort((a, b) => ORDER.indexOf(a.action) - ORDER.indexOf(b.action));
  for (const line of columnsOf(sorted.map((item) => [`  ${WORDS[item.action]}`, item.title, whyOf(item)]))) {
    say(terminal, line);
  }
}

const WORDS: Readonly<Record<Action, string>> = {
  attach: 'attach',
  change: 'change',
  replace: 'replace',
  keep: 'has it',
  other: 'leave',
  ungraded: 'ungraded',
};

function whyOf({ action, now, points, graded }: PlannedItem): string {
  const reasons = [
    action === 'change' && 'to be used for grading',
    action === 'replace' && `in the place of "${now}"; what was assessed with that is no longer shown`,
    action === 'other' && `has "${now}"; --replace puts this one in its place`,
    points && `points ${points.from ?? 'none'} → ${points.to}${graded ? ', and students have grades' : ''}`,
  ];
  return reasons.filter(Boolean).join('; ');
}

/** A line of JSON for each thing, as it is planned or as it was done. */
export function sayItem(
  terminal: Terminal,
  { course, rubric }: CoursePlan,
  item: PlannedItem,
  done: object = {},
): void {
  say(terminal, JSON.stringify({ course_id: course.id, rubric_id: rubric?.id, ...item, ...done }));
}
