/** What assessments say of students and outcomes. Written by whoever assesses, read by resources/outcome-results. */
import { anyOf } from '../db/any-of.ts';
import type { Context } from '../http/context.ts';

/** One assessment of one student with a rubric that measures outcomes. */
export interface OutcomeAssessment {
  readonly courseId: number;
  /** What was assessed: the assignment whose alignments (`alignOutcomes`) say which outcomes count. */
  readonly assignmentId: number;
  readonly student: { readonly id: number; readonly name: string };
  /** The rubric association: its `title` is the assignment's, `hide_outcome_results` keeps results out of the gradebook. */
  readonly association: {
    readonly type: 'RubricAssociation';
    readonly id: number;
    readonly title: string;
    readonly hide_outcome_results: boolean;
    readonly hide_points: boolean;
  };
  readonly assessment: { readonly type: 'RubricAssessment'; readonly id: number };
  /** Of the submission that was assessed; 1 where it has none. */
  readonly attempt: number;
  /** When the work was handed in, as ISO 8601 in UTC; null where it wasn't. */
  readonly submittedAt: string | null;
  /** Those criteria of the rubric that have an outcome. */
  readonly criteria: readonly AssessedCriterion[];
}

export interface AssessedCriterion {
  readonly learning_outcome_id: number;
  /** The most points that the criterion gives. */
  readonly points: number;
  /** From which on it is mastered; null for all of them. */
  readonly mastery_points: number | null;
  /** What the assessor gave; null where nothing was entered. */
  readonly score: number | null;
}

/**
 * Writes what a grading assessment says of outcomes: one result for each criterion whose outcome the assignment is aligned
 * with, in the place of what the student had before. An assessment of an earlier attempt than the one that the result is of
 * changes nothing. Peer reviews, self assessments and provisional grades aren't to be recorded.
 *
 * `percent` is the part of the criterion's points, and of the outcome's mastery points for a criterion without any.
 *
 * Source: RubricAssessment#create_outcome_result, LearningOutcomeResult#calculate_percent!
 */
export async function recordOutcomeResults(ctx: Context, assessed: OutcomeAssessment): Promise<void> {
  const { student, association, assessment, criteria } = assessed;
  const alignments = await ctx.db
    .selectFrom('learning_outcome_alignments as alignment')
    .innerJoin('learning_outcomes as outcome', 'outcome.id', 'alignment.learning_outcome_id')
    .select(['alignment.id', 'outcome.id as outcome_id', 'outcome.mastery_points'])
    .where('alignment.content_type', '=', 'Assignment')
    .where('alignment.content_id', '=', assessed.assignmentId)
    .where('alignment.workflow_state', '=', 'active')
    .where('outcome.id', '=', anyOf(criteria.map(({ learning_outcome_id }) => learning_outcome_id)))
    .execute();
  const values = alignments.map(({ id, outcome_id, mastery_points }) => {
    // Canvas, too, lets the first of several criteria for one outcome speak.
    const criterion = criteria.find((each) => each.learning_outcome_id === outcome_id) as AssessedCriterion;
    return {
      user_id: student.id,
      learning_outcome_id: outcome_id,
      course_id: assessed.courseId,
      alignment_id: id,
      assignment_id: assessed.assignmentId,
      association_type: association.type,
      association_id: association.id,
      artifact_type: assessment.type,
      artifact_id: assessment.id,
      title: `${student.name}, ${association.title}`.slice(0, MAX_TITLE),
      attempt: assessed.attempt,
      ...scoreFields(criterion, mastery_points),
      hide_points: association.hide_points,
      hidden: association.hide_outcome_results,
      submitted_at: assessed.submittedAt,
      assessed_at: ctx.now,
      created_at: ctx.now,
      updated_at: ctx.now,
    };
  });
  if (values.length === 0) return;
  await ctx.db
    .insertInto('learning_outcome_results')
    .values(values)
    .onConflict((conflict) =>
      conflict
        .columns(['alignment_id', 'user_id'])
        .doUpdateSet(({ ref }) =>
          Object.fromEntries(REPLACED.map((column) => [column, ref(`excluded.${column}`)])),
        )
        .whereRef('learning_outcome_results.attempt', '<=', 'excluded.attempt'),
    )
    .execute();
}

const MAX_TITLE = 250;

/** All but what the result is of, and when there first was one. */
const REPLACED = [
  'association_type',
  'association_id',
  'artifact_type',
  'artifact_id',
  'title',
  'attempt',
  'score',
  'possible',
  'percent',
  'mastery',
  'hide_points',
  'hidden',
  'submitted_at',
  'assessed_at',
  'updated_at',
] as const;

function scoreFields({ score, points, mastery_points }: AssessedCriterion, outcomeMastery: number) {
  const whole = points > 0 ? points : outcomeMastery;
  return {
    score,
    possible: points,
    percent: score !== null && whole > 0 ? score / whole : null,
    mastery: score === null ? null : score >= (mastery_points ?? points),
  };
}

/** Forgets what an assessment said, or everything that was said by way of an association, when that goes. */
export async function forgetOutcomeResults(
  ctx: Context,
  of: { readonly assessmentId: number } | { readonly associationId: number },
): Promise<void> {
  const query = ctx.db.deleteFrom('learning_outcome_results');
  await ('assessmentId' in of
    ? query.where('artifact_type', '=', 'RubricAssessment').where('artifact_id', '=', of.assessmentId)
    : query.where('association_type', '=', 'RubricAssociation').where('association_id', '=', of.associationId)
  ).execute();
}
