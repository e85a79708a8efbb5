import { readsAllGrades, rejection } from '../../domain/outcome-grades.ts';
import { parseNumber } from '../../http/ids.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { alignedAssignments, assignmentUrl } from './alignments.ts';
import { findOutcomes } from './outcomes-asked.ts';
import { allResults } from './results.ts';
import { ContributingScores } from './schema.ts';
import { demandResults, findStudents } from './students.ts';

export default operation('GET /api/v1/courses/{course_id}/outcomes/{outcome_id}/contributing_scores', {
  summary: 'The single scores that the scores of an outcome rest on',
  load: { course: course('course_id') },
  // Two refusals, each in Canvas's words.
  requires: 'user',
  returns: ContributingScores,
  async handle({ ctx, course, path, params }) {
    await demandResults(ctx, course, params);
    const id = parseNumber(path.outcome_id);
    const { outcomes } = await findOutcomes(ctx, course, {});
    const outcome = outcomes.find((one) => one.id === id);
    if (!outcome) throw rejection('outcome not found in this context');
    const { users } = await findStudents(ctx, course, params);
    if (!(await readsAllGrades(ctx, course))) throw rejection('insufficient permissions', 403);

    const aligned = await alignedAssignments(ctx, course, [outcome.id]);
    const shown = params.show_unpublished_assignments
      ? aligned
      : aligned.filter(({ assignment }) => assignment.workflow_state !== 'unpublished');
    const shownIds = new Set(shown.map((alignment) => alignment.id));
    const results = await allResults(ctx, course, {
      userIds: users.map((user) => user.id),
      outcomeIds: [outcome.id],
    });
    return {
      outcome: { id: String(outcome.id), title: outcome.title },
      alignments: shown.map(({ id: alignmentId, assignment }) => ({
        alignment_id: `D_${alignmentId}`,
        associated_asset_id: String(assignment.id),
        associated_asset_name: assignment.name,
        associated_asset_type: assetType(assignment.submission_types.join(',')),
        html_url: assignmentUrl(ctx, assignment),
      })),
      scores: results
        .filter(({ alignment_id }) => shownIds.has(alignment_id))
        .map((result) => ({
          user_id: String(result.user_id),
          alignment_id: `D_${result.alignment_id}`,
          score: result.score,
          submitted_or_assessed_at: result.submitted_at ?? result.assessed_at,
        })),
    };
  },
});

/** Canvas takes every external tool for a new quiz. */
function assetType(submissionTypes: string): string {
  if (submissionTypes === 'external_tool') return 'Quizzes::Quiz';
  if (submissionTypes === 'online_quiz') return 'Quiz';
  return submissionTypes === 'discussion_topic' ? 'DiscussionTopic' : 'Assignment';
}
