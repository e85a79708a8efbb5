/** Gives grades as one job of Canvas after the other, and looks afterwards whether they are there. */
import { type Canvas, waitForProgress } from '@easel/client';
import { WithHints } from '../frame/failure.ts';
import { keyOf, loadSubmissions } from './gradebook.ts';
import type { Planned } from './plan.ts';
import { gradeParams, hasGrade, textOfNow } from './wanted-grade.ts';

/** Of one request: enough for a course, and little enough for a form. */
const AT_ONCE = 500;

export interface Sending {
  readonly canvas: Canvas;
  readonly course: string;
  readonly signal: AbortSignal;
  readonly onProgress?: (done: number) => void;
}

export async function sendGrades(changes: readonly Planned[], sending: Sending): Promise<void> {
  const { canvas, course, signal, onProgress } = sending;
  let done = 0;
  for (let at = 0; at < changes.length; at += AT_ONCE) {
    const some = changes.slice(at, at + AT_ONCE);
    try {
      const progress = await canvas.call('POST /api/v1/courses/{course_id}/submissions/update_grades', {
        path: { course_id: course },
        params: { grade_data: gradeData(some) },
        signal,
      });
      await waitForProgress(canvas, progress, {
        signal,
        onProgress: ({ completion }) =>
          onProgress?.(done + Math.round((some.length * (completion ?? 0)) / 100)),
      });
    } catch (error) {
      throw new WithHints(error, [
        `${done} of ${changes.length} grades were sent before; the same command goes on with what is missing`,
      ]);
    }
    done += some.length;
    onProgress?.(done);
  }
}

function gradeData(changes: readonly Planned[]) {
  const byAssignment = Map.groupBy(changes, ({ assignment }) => assignment.id);
  return Object.fromEntries(
    [...byAssignment].map(([id, some]) => [
      id,
      Object.fromEntries(some.map(({ student, wanted }) => [student.id, gradeParams(wanted)])),
    ]),
  );
}

/** The grades that Canvas has otherwise than they were sent. */
export async function readBack(
  changes: readonly Planned[],
  { canvas, course }: Pick<Sending, 'canvas' | 'course'>,
): Promise<Planned[]> {
  const ids = [...new Set(changes.map(({ assignment }) => assignment.id))];
  const submissions = await loadSubmissions(canvas, course, ids);
  return changes.flatMap((planned) => {
    const { assignment, student, wanted } = planned;
    const submission = submissions.get(keyOf(assignment.id, student.id));
    if (submission && hasGrade(submission, wanted, assignment)) return [];
    return [{ ...planned, now: submission ? textOfNow(submission) : '–' }];
  });
}
