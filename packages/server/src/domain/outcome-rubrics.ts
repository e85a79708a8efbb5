import { anyOf } from '../db/any-of.ts';
import type { Context } from '../http/context.ts';

/**
 * Those of some outcomes whose changes reach a rubric: one that is aligned with it, is associated at most once and was
 * never assessed with. Source: LearningOutcome#updateable_rubrics.
 */
export async function outcomesWithUpdateableRubrics(
  ctx: Context,
  outcomeIds: readonly number[],
): Promise<ReadonlySet<number>> {
  const rows = await ctx.db
    .selectFrom('learning_outcome_alignments as alignment')
    .innerJoin('rubrics', 'rubrics.id', 'alignment.content_id')
    .select('alignment.learning_outcome_id')
    .distinct()
    .where('alignment.content_type', '=', 'Rubric')
    .where('alignment.workflow_state', '=', 'active')
    .where('alignment.learning_outcome_id', '=', anyOf(outcomeIds))
    .where('rubrics.workflow_state', '=', 'active')
    .where('rubrics.association_count', '<', 2)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('rubric_assessments')
            .innerJoin('rubric_associations as tied', 'tied.id', 'rubric_assessments.rubric_association_id')
            .select('rubric_assessments.id')
            .whereRef('tied.rubric_id', '=', 'rubrics.id')
            .where('tied.purpose', '=', 'grading')
            .where('tied.workflow_state', '=', 'active'),
        ),
      ),
    )
    .execute();
  return new Set(rows.map(({ learning_outcome_id }) => learning_outcome_id));
}
