/** A plan as people read it, and as programs do. */
import { say, type Terminal } from '../frame/terminal.ts';
import { columnsOf } from '../output/plain-rows.ts';
import { printable } from '../output/printable.ts';
import type { Plan, Planned } from './plan.ts';

export function showPlan(terminal: Terminal, { changes, unchanged, problems }: Plan): void {
  if (changes.length > 0) {
    const rows = changes.map(({ student, assignment, now, becomes }) => [
      student.name,
      assignment.name,
      now,
      '→',
      becomes,
    ]);
    for (const line of columnsOf(rows)) say(terminal, line);
  }
  for (const { line, what, text } of problems) say(terminal, `line ${line}: ${what}: ${printable(text)}`);
  const excused = changes.filter(({ wanted }) => wanted.kind === 'excuse').length;
  say(
    terminal,
    [
      `${counted(changes.length, 'grade')} to change${excused > 0 ? ` (${excused} to excuse)` : ''}`,
      `${unchanged.length} unchanged`,
      counted(problems.length, 'problem'),
    ].join(', '),
  );
}

export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** One grade, for programs. */
export const plannedJson = ({ line, student, assignment, now, becomes }: Planned) => ({
  line,
  user_id: student.id,
  assignment_id: assignment.id,
  now: now === '–' ? null : now,
  becomes,
});

export const planJson = ({ changes, unchanged, problems }: Plan) => ({
  changes: changes.map(plannedJson),
  unchanged: unchanged.length,
  problems,
});
