import { anyOf } from '../../db/any-of.ts';
import { mayInCourse } from '../../domain/course-access.ts';
import type { Assessed, Assessing } from '../../domain/rubric-assessing.ts';
import type { RubricAssessmentRow } from '../../domain/rubrics.ts';
import type { SubmissionRow } from '../../domain/submission-state.ts';
import type { Context } from '../../http/context.ts';
import { storedAssociation } from '../rubric-associations/serialize.ts';
import { serializeSubmissions } from '../submissions/serialize.ts';
import { storedAssessment, usersNamed } from './serialize.ts';

/** An assessment as its assessor gets it back: with what was assessed, and what became of others in the group. */
export async function showWritten(
  ctx: Context,
  { association, course, assignment }: Assessing,
  { assessments, submissions }: Assessed,
  userId: number,
) {
  const at = submissions.findIndex(({ user_id }) => user_id === userId);
  const assessment = assessments[at] as RubricAssessmentRow;
  const works = submissions.map((submission) => ({ course, assignment, submission }));
  const shown = await serializeSubmissions(ctx, works);
  const [artifact] = await serializeSubmissions(ctx, works.slice(at, at + 1), {
    includes: ['submission_comments'],
  });
  const grades = await mayInCourse(ctx, course, 'manage_grades');
  // A peer isn't told what graders have said, be it hidden yet or not.
  const all = (await assessmentsOf(ctx, submissions)).filter(
    ({ assessor_id }) => grades || assessor_id === ctx.me.id,
  );
  const assessors = await usersNamed(ctx, [...all, assessment]);
  const nameOf = ({ assessor_id }: RubricAssessmentRow) =>
    assessors.get(assessor_id)?.short_name ?? 'Unknown User';
  const stored = storedAssessment(ctx, assessment);
  const related = assignment.grade_group_students_individually ? [] : submissions;
  return {
    ...stored,
    ratings: stored.data,
    assessor_name: nameOf(assessment),
    related_group_submissions_and_assessments: related.map((submission, index) => ({
      submission: { submission: shown[index] },
      rubric_assessments: all
        .filter(({ artifact_id }) => artifact_id === submission.id)
        .map((row) => ({
          rubric_assessment: { ...storedAssessment(ctx, row), assessor_name: nameOf(row) },
        })),
    })),
    artifact,
    rubric_association: storedAssociation(ctx, association),
  };
}

/** All that anybody said of some submissions, with rubrics that they still have. */
const assessmentsOf = (ctx: Context, submissions: readonly SubmissionRow[]): Promise<RubricAssessmentRow[]> =>
  ctx.db
    .selectFrom('rubric_assessments')
    .selectAll()
    .where('artifact_id', '=', anyOf(submissions.map(({ id }) => id)))
    .where('rubric_association_id', 'is not', null)
    .orderBy('id')
    .execute();
