/** Rubrics that follow the outcomes they measure. Source: LearningOutcome#updateable_rubrics, Rubric#update_learning_outcome_criterion. */
import { anyOf } from '../db/any-of.ts';
import type { Context } from '../http/context.ts';
import type { OutcomeRow } from './outcome-groups.ts';
import { followCriteria } from './rubric-associating.ts';
import { criterionOfOutcome, totalPoints } from './rubric-criteria.ts';
import type { RubricRow } from './rubrics.ts';

/** Those that are aligned with outcomes, are associated at most once and were never assessed with. */
const updateableRubrics = (ctx: Context, outcomeIds: readonly number[]) =>
  ctx.db
    .selectFrom('learning_outcome_alignments as alignment')
    .innerJoin('rubrics', 'rubrics.id', 'alignment.content_id')
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
    );

/** Those of some outcomes whose changes reach a rubric. */
export async function outcomesWithUpdateableRubrics(
  ctx: Context,
  outcomeIds: readonly number[],
): Promise<ReadonlySet<number>> {
  const rows = await updateableRubrics(ctx, outcomeIds)
    .select('alignment.learning_outcome_id')
    .distinct()
    .execute();
  return new Set(rows.map(({ learning_outcome_id }) => learning_outcome_id));
}

/** Passes a changed outcome on to the criteria that measure it. */
export async function updateRubricsOf(ctx: Context, outcome: OutcomeRow): Promise<void> {
  const rubrics: RubricRow[] = await updateableRubrics(ctx, [outcome.id])
    .selectAll('rubrics')
    .orderBy('rubrics.id')
    .execute();
  for (const rubric of rubrics) {
    const data = rubric.data.map((criterion) =>
      criterion.learning_outcome_id === outcome.id ? criterionOfOutcome(criterion, outcome) : criterion,
    );
    const changed = await ctx.db
      .updateTable('rubrics')
      .set({ data: JSON.stringify(data), points_possible: totalPoints(data), updated_at: ctx.now })
      .where('id', '=', rubric.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await followCriteria(ctx, changed, false);
  }
}
