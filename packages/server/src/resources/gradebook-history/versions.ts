/** Versions of submissions as the history of a gradebook shows them. */
import { anyOf } from '../../db/any-of.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import type { SubmissionRow } from '../../domain/submission-state.ts';
import type { SubmissionVersion as VersionRow } from '../../domain/submission-versions.ts';
import type { Context } from '../../http/context.ts';
import type { Static } from '../../http/schema.ts';
import { assignmentsOf } from '../submissions/load.ts';
import { serializeAttempts } from '../submissions/serialize.ts';
import { gradersOf } from './graded-submissions.ts';
import type { SubmissionVersion } from './schema.ts';

export type ShownVersion = Static<typeof SubmissionVersion>;

/** @param submissions those that the versions are of, as they are now */
export async function serializeVersions(
  ctx: Context,
  course: CourseRow,
  submissions: ReadonlyMap<number, SubmissionRow>,
  versions: readonly VersionRow[],
): Promise<ShownVersion[]> {
  const current = [...submissions.values()];
  const known = versions.filter(({ submission_id }) => submissions.has(submission_id));
  const assignments = await assignmentsOf(ctx, current);
  const graderOf = await gradersOf(ctx, [...current, ...known.map(({ model }) => model)]);
  const users = await ctx.db
    .selectFrom('users')
    .select(['id', 'name'])
    .where('id', '=', anyOf(current.map(({ user_id }) => user_id)))
    .execute();
  const names = new Map(users.map(({ id, name }) => [id, name]));
  const facts = known.map((version) => {
    const submission = submissions.get(version.submission_id) as SubmissionRow;
    const assignment = assignments.get(submission.assignment_id);
    if (!assignment) throw new Error(`submission ${submission.id} has no assignment`);
    return { version, submission, assignment };
  });
  const attempts = await serializeAttempts(
    ctx,
    facts.map(({ version, ...work }) => ({
      work: { ...work, course },
      attempt: {
        ...work.submission,
        ...version.model,
        cached_due_date: work.submission.cached_due_date,
      },
      version: version.number,
    })),
  );
  return facts.map(({ version, submission, assignment }, index) => ({
    ...attempts[index],
    grader: graderOf(version.model.grader_id).name,
    assignment_name: assignment.name,
    user_name: names.get(submission.user_id) ?? '',
    current_grade: submission.grade,
    current_graded_at: submission.graded_at,
    current_grader: graderOf(submission.grader_id).name,
  }));
}
