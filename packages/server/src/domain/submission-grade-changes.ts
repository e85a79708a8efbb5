/** The log of grade changes (resources/audit): an event for each, in the transaction that makes it. */
import type { Context } from '../http/context.ts';
import type { AssignmentRow } from './assignment-access.ts';
import { recordEvents } from './audit.ts';
import type { CourseRow } from './course-access.ts';
import type { SubmissionRow } from './submission-state.ts';
import { versionNumbers } from './submission-versions.ts';

/** What an event of the log says. */
export type GradeChange = {
  assignment_id: number;
  submission_id: number;
  grader_id: number | null;
  grade_before: string | null;
  grade_after: string | null;
  score_before: number | null;
  score_after: number | null;
  excused_before: boolean;
  excused_after: boolean;
  graded_anonymously: boolean;
  points_possible_before: number | null;
  points_possible_after: number | null;
  version_number: number;
};

interface Changed {
  readonly before: SubmissionRow;
  readonly after: SubmissionRow;
  readonly anonymous?: boolean;
}

const isGradeChange = ({ before, after }: Changed): boolean =>
  before.grade !== after.grade ||
  before.score !== after.score ||
  before.excused !== after.excused ||
  (before.workflow_state !== 'graded' && after.workflow_state === 'graded');

/** After the versions were written. */
export async function recordGradeChanges(
  ctx: Context,
  course: CourseRow,
  assignment: AssignmentRow,
  changes: readonly Changed[],
): Promise<void> {
  const told = changes.filter(isGradeChange);
  if (told.length === 0) return;
  const versionOf = await versionNumbers(
    ctx,
    told.map(({ after }) => after.id),
  );
  await recordEvents(
    ctx,
    told.map(({ before, after, anonymous }) => {
      const data: GradeChange = {
        assignment_id: assignment.id,
        submission_id: after.id,
        grader_id: after.grader_id,
        grade_before: before.grade,
        grade_after: after.grade,
        score_before: before.score,
        score_after: after.score,
        excused_before: before.excused,
        excused_after: after.excused,
        graded_anonymously: anonymous ?? false,
        points_possible_before: assignment.points_possible,
        points_possible_after: assignment.points_possible,
        version_number: versionOf(after.id),
      };
      return {
        category: 'grade_change' as const,
        event_type: 'grade_change',
        account_id: course.account_id,
        course_id: course.id,
        user_id: after.user_id,
        event_data: data,
      };
    }),
  );
}
