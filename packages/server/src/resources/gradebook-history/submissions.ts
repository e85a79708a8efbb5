import { versionsOf } from '../../domain/submission-versions.ts';
import { NotFound } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { List } from '../../http/schema.ts';
import { assignment } from '../assignments/load.ts';
import { course } from '../courses/load.ts';
import { gradedSubmissions } from './graded-submissions.ts';
import { SubmissionHistory } from './schema.ts';
import { type ShownVersion, serializeVersions } from './versions.ts';

export default operation(
  'GET /api/v1/courses/{course_id}/gradebook_history/{date}/graders/{grader_id}/assignments/{assignment_id}/submissions',
  {
    summary: 'What somebody graded on an assignment on a day, with the grades before',
    load: { course: course('course_id'), assignment: assignment('assignment_id') },
    requires: { course: 'manage_grades' },
    returns: List(SubmissionHistory),
    async handle({ ctx, course, assignment, path: { date, grader_id } }) {
      const graderId = /^\d{1,15}$/.test(grader_id) ? Number(grader_id) : undefined;
      if (graderId === undefined) throw new NotFound();
      const rows = await gradedSubmissions(ctx, course, { date, graderId, assignmentId: assignment.id });
      const submissions = new Map(rows.map((row) => [row.id, row]));
      const versions = await versionsOf(ctx, [...submissions.keys()]);
      const shown = await serializeVersions(ctx, course, submissions, [...versions.values()].flat());
      const bySubmission = Map.groupBy(shown, ({ id }) => id ?? 0);
      return [...bySubmission].map(([submission_id, own]) => ({
        submission_id,
        versions: gradesAmong(own),
      }));
    },
  },
);

const isSame = (a: ShownVersion | undefined, b: ShownVersion) => a !== undefined && a.score === b.score;

/** The versions with another grade than the one before, the latest first. */
function gradesAmong(versions: readonly ShownVersion[]) {
  const grades = versions.flatMap((version, index) => {
    const before = versions[index - 1];
    const { score } = version;
    if (score === null || score === undefined || isSame(before, version)) return [];
    const replaced = before?.graded_at && version.graded_at ? before : undefined;
    return {
      ...version,
      previous_grade: replaced?.grade ?? null,
      previous_graded_at: replaced?.graded_at ?? null,
      previous_grader: replaced?.grader ?? null,
      new_grade: version.grade ?? null,
      new_graded_at: version.graded_at ?? null,
      new_grader: version.grader,
      new_score: score,
    };
  });
  return grades.reverse();
}
