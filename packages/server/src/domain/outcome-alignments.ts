/** What measures outcomes: rubrics with criteria for them, and the assignments that are graded with such a rubric. */
import type { Selectable } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type { LearningOutcomeAlignmentsTable } from '../db/tables/index.ts';
import type { Context } from '../http/context.ts';
import type { AccountContext, CourseContext } from './contexts.ts';
import { belongsTo } from './outcome-contexts.ts';
import { linkOutcomes, rootOutcomeGroup } from './outcome-groups.ts';

export type AlignmentRow = Selectable<LearningOutcomeAlignmentsTable>;

export interface AlignedContent {
  readonly type: 'Assignment' | 'Rubric';
  readonly id: number;
}

/** Lets go of what assignments measured, when they are deleted. Source: ContentTag.delete_for of Canvas. */
export async function alignNoOutcomes(ctx: Context, assignmentIds: readonly number[]): Promise<void> {
  await ctx.db
    .updateTable('learning_outcome_alignments')
    .set({ workflow_state: 'deleted', updated_at: ctx.now })
    .where('content_type', '=', 'Assignment')
    .where('content_id', '=', anyOf(assignmentIds))
    .where('workflow_state', '=', 'active')
    .execute();
}

/**
 * Brings the alignments of a rubric or an assignment into step with the outcomes of its criteria. To be called
 *
 * - of a rubric (`{ type: 'Rubric' }`) whenever its criteria change, and with `[]` when it is deleted;
 * - of an assignment (`{ type: 'Assignment' }`) whenever a rubric is associated with it for grading, the rubric of such
 *   an association changes, and with `[]` when the association or the assignment goes.
 *
 * Outcomes that are no longer named lose the alignment; their results are kept, uncounted, until it comes back. An outcome
 * that a course measures and has nowhere is linked into the root of its outcomes.
 *
 * @param context where the content belongs
 * @param outcomeIds of the criteria, `learning_outcome_id` of each; outcomes that don't exist drop out
 *
 * Source: LearningOutcome.update_alignments, LearningOutcome#align
 */
export async function alignOutcomes(
  ctx: Context,
  context: CourseContext | AccountContext,
  content: AlignedContent,
  outcomeIds: readonly number[],
): Promise<void> {
  const known = await ctx.db
    .selectFrom('learning_outcomes')
    .select('id')
    .where('id', '=', anyOf(outcomeIds))
    .where('workflow_state', '=', 'active')
    .orderBy('id')
    .execute();
  const ids = known.map(({ id }) => id);
  await ctx.db
    .updateTable('learning_outcome_alignments')
    .set({ workflow_state: 'deleted', updated_at: ctx.now })
    .where('content_type', '=', content.type)
    .where('content_id', '=', content.id)
    .where('workflow_state', '=', 'active')
    .where((eb) => eb.not(eb('learning_outcome_id', '=', anyOf(ids))))
    .execute();
  if (ids.length === 0) return;
  await ctx.db
    .insertInto('learning_outcome_alignments')
    .values(
      ids.map((id) => ({
        learning_outcome_id: id,
        context_type: context.type,
        context_id: context.id,
        content_type: content.type,
        content_id: content.id,
        created_at: ctx.now,
        updated_at: ctx.now,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['content_type', 'content_id', 'learning_outcome_id'])
        .doUpdateSet({ workflow_state: 'active', updated_at: ctx.now })
        .where('learning_outcome_alignments.workflow_state', '=', 'deleted'),
    )
    .execute();
  if (context.type === 'Course') await linkWhereMissing(ctx, context, ids);
}

async function linkWhereMissing(ctx: Context, course: CourseContext, ids: readonly number[]): Promise<void> {
  const linked = await ctx.db
    .selectFrom('learning_outcome_links')
    .select('learning_outcome_id')
    .where(belongsTo(course, 'learning_outcome_links'))
    .where('learning_outcome_id', '=', anyOf(ids))
    .execute();
  const present = new Set(linked.map(({ learning_outcome_id }) => learning_outcome_id));
  const missing = ids.filter((id) => !present.has(id));
  if (missing.length > 0) await linkOutcomes(ctx, await rootOutcomeGroup(ctx, course), missing);
}
