import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { course } from '../courses/load.ts';
import { checkedIncludes, linkedCollections } from './linked.ts';
import { findOutcomes } from './outcomes-asked.ts';
import { allResults, type ResultRow, resultOrder, resultsOf } from './results.ts';
import { ratingPercents, rollUp } from './rollup.ts';
import { type OutcomeResult, OutcomeResults } from './schema.ts';
import { demandResults, findStudents } from './students.ts';

export default operation('GET /api/v1/courses/{course_id}/outcome_results', {
  summary: 'What assessments say of students and outcomes',
  load: { course: course('course_id') },
  // Whose results somebody may see depends on whose are asked for.
  requires: 'user',
  returns: OutcomeResults,
  async handle({ ctx, course, params }) {
    await demandResults(ctx, course, params);
    const includes = checkedIncludes(params.include, undefined);
    const asked = await findOutcomes(ctx, course, params);
    const { users } = await findStudents(ctx, course, params);
    const of = {
      userIds: users.map(({ id }) => id),
      outcomeIds: asked.outcomes.map(({ id }) => id),
      includeHidden: params.include_hidden,
    };
    const results = await paginate(ctx, await resultsOf(ctx, course, of), {
      order: resultOrder,
      key: 'result.id',
      kind: 'total',
    });
    const percents = async () =>
      params.rating_percents
        ? ratingPercents(rollUp(await allResults(ctx, course, of), asked.outcomes).values(), asked.outcomes)
        : undefined;
    return {
      outcome_results: results.map(serializeResult),
      ...(includes.length > 0 && {
        linked: await linkedCollections(ctx, includes, {
          ...asked,
          course,
          users,
          results: async () => results,
          percents,
          addDefaults: params.add_defaults,
        }),
      }),
    };
  },
});

function serializeResult(result: ResultRow): OutcomeResult {
  const { id, mastery, score, possible, percent, hide_points, hidden } = result;
  return {
    id,
    mastery,
    score,
    possible,
    percent,
    hide_points,
    hidden,
    submitted_or_assessed_at: result.submitted_at ?? result.assessed_at,
    links: {
      user: String(result.user_id),
      learning_outcome: String(result.learning_outcome_id),
      alignment: `${result.content_type.toLowerCase()}_${result.content_id}`,
      assignment: result.assignment_id === null ? null : `assignment_${result.assignment_id}`,
    },
  };
}
