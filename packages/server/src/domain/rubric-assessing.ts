/**
 * What assessors say with a rubric of the work of students, and the grades and outcomes that come of it. Source: Canvas's
 * RubricAssociation#assess and the callbacks of its RubricAssessment.
 */
import { sql } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type { JsonValue, RubricMark } from '../db/json-columns.ts';
import type { Context } from '../http/context.ts';
import { ParameterError } from '../http/rack-params.ts';
import { type AssignmentRow, mayToAssignment } from './assignment-access.ts';
import type { CourseRow } from './course-access.ts';
import { exact, plus, toFloat, ZERO } from './grading/exact.ts';
import { messageHtml } from './message-html.ts';
import { type AssessedCriterion, recordOutcomeResults } from './outcome-results.ts';
import { type RubricCriterion, roundPoints } from './rubric-criteria.ts';
import type { GradingRubric, RubricAssessmentRow } from './rubrics.ts';
import { graded, gradingOf, saveGrading } from './submission-grading.ts';
import { setReadState } from './submission-read-states.ts';
import type { SubmissionRow } from './submission-state.ts';

export type AssessmentType = RubricAssessmentRow['assessment_type'];

/** By the ids of criteria: `{points, comments, rating_id, description, save_comment}`. */
export type SentMarks = Readonly<Record<string, JsonValue>>;

export interface Assessing extends GradingRubric {
  readonly course: CourseRow;
  readonly assignment: AssignmentRow;
  /** Of the student, or of all in his group; locked. */
  readonly submissions: readonly SubmissionRow[];
  readonly sent: SentMarks;
  readonly type: AssessmentType;
  readonly anonymous?: boolean;
}

export interface Assessed {
  /** In the order of the submissions, which are as they are now. */
  readonly assessments: readonly RubricAssessmentRow[];
  readonly submissions: readonly SubmissionRow[];
}

export interface Marks {
  readonly marks: RubricMark[];
  /** Null where no criterion that counts has points. */
  readonly score: number | null;
}

/** Assesses as the acting user. Criteria of which nothing is sent lose what was said of them, unless nothing is sent at all. */
export async function assess(ctx: Context, assessing: Assessing): Promise<Assessed> {
  const { rubric, association, submissions, sent, type } = assessing;
  const said = marksOf(rubric.data, sent);
  if (type !== 'peer_review') await keepComments(ctx, assessing, said.marks);
  const assessments = await store(ctx, assessing, said);
  if (said.marks.some(({ comments, points }) => comments || points !== undefined)) {
    const unread = submissions.map(({ id, user_id }) => ({
      submission_id: id,
      user_id,
      item: 'rubric' as const,
    }));
    await setReadState(ctx, unread, 'unread');
  }
  const grades = association.use_for_grading && (await mayToAssignment(ctx, assessing.assignment, 'grade'));
  const rows = grades ? await gradeBy(ctx, assessing, assessments) : submissions;
  if (type === 'grading') await record(ctx, assessing, assessments);
  return { assessments, submissions: rows };
}

/** What is said of each criterion that is sent, in the rubric's order, and the sum of it. */
export function marksOf(criteria: readonly RubricCriterion[], sent: SentMarks): Marks {
  const marks = criteria.flatMap((criterion) => {
    const given = sent[criterion.id];
    return typeof given === 'object' && given !== null && !Array.isArray(given)
      ? markOf(criterion, given)
      : [];
  });
  const counted = marks.flatMap(({ points, ignore_for_scoring }) =>
    points === undefined || ignore_for_scoring ? [] : exact(points),
  );
  return { marks, score: counted.length === 0 ? null : roundPoints(toFloat(counted.reduce(plus, ZERO))) };
}

function markOf(criterion: RubricCriterion, given: { readonly [key: string]: JsonValue }): RubricMark {
  const points = pointsOf(criterion, given['points']);
  const comments = textOf(given['comments']);
  const { mastery_points } = criterion;
  const rating = criterion.ratings.find((_, index) => isMet(criterion, index, points ?? 0));
  return {
    id: textOf(given['rating_id']) ?? rating?.id ?? null,
    ...(points !== undefined && { points }),
    criterion_id: criterion.id,
    learning_outcome_id: criterion.learning_outcome_id ?? null,
    ...(criterion.ignore_for_scoring && { ignore_for_scoring: true }),
    description: (textOf(given['description']) ?? rating?.description) || 'No details',
    comments_enabled: true,
    comments,
    ...(typeof mastery_points === 'number' &&
      points !== undefined && { above_threshold: points > mastery_points }),
    ...(comments && { comments_html: messageHtml(comments) }),
  };
}

/** An outcome's criterion gives no more than its points; any other may be exceeded. */
function pointsOf({ learning_outcome_id, points }: RubricCriterion, sent: JsonValue | undefined) {
  const text = textOf(sent)?.trim();
  if (!text) return undefined;
  const given = Number(/^[+-]?\d*\.?\d+(?:e[+-]?\d+)?/i.exec(text)?.[0] ?? 0);
  if (!Number.isFinite(given)) throw new ParameterError('points is out of range', 'points');
  return learning_outcome_id === undefined ? given : Math.min(points, given);
}

/** A rating is met by its points, and where criteria have ranges by what lies above the next one. */
function isMet({ ratings, criterion_use_range }: RubricCriterion, index: number, points: number): boolean {
  const own = ratings[index]?.points ?? 0;
  const next = ratings[index + 1]?.points ?? 0;
  return Math.abs(own - points) < Number.EPSILON || (criterion_use_range && own > points && next < points);
}

function textOf(value: JsonValue | undefined): string | null {
  if (value === undefined || value === null || typeof value === 'object') return null;
  return String(value);
}

/** Comments that the assessor wants to use again. */
async function keepComments(ctx: Context, { association, sent }: Assessing, marks: readonly RubricMark[]) {
  const kept = marks.filter(({ comments, criterion_id }) => {
    const given = sent[criterion_id] as { readonly [key: string]: JsonValue };
    return comments && String(given['save_comment']) === '1';
  });
  if (kept.length === 0) return;
  const saved_comments = { ...association.summary_data?.saved_comments };
  for (const { criterion_id, comments } of kept) {
    const all = new Set([...(saved_comments[criterion_id] ?? []), comments as string]);
    saved_comments[criterion_id] = [...all].sort();
  }
  await ctx.db
    .updateTable('rubric_associations')
    .set({
      summary_data: JSON.stringify({ ...association.summary_data, saved_comments }),
      updated_at: ctx.now,
    })
    .where('id', '=', association.id)
    .execute();
}

/** Written out: in a statement that is prepared a value couldn't be held against the index. */
const ofGraders = sql<boolean>`assessment_type = 'grading'`;
const ofOthers = sql<boolean>`assessment_type <> 'grading'`;

/** Graders share one assessment, which is then the last one's; peers have one each. */
async function store(
  ctx: Context,
  { rubric, association, submissions, type }: Assessing,
  { marks, score }: Marks,
): Promise<RubricAssessmentRow[]> {
  const values = submissions.map((submission) => ({
    user_id: submission.user_id,
    rubric_id: rubric.id,
    rubric_association_id: association.id,
    score,
    data: JSON.stringify(marks),
    artifact_id: submission.id,
    artifact_attempt: submission.attempt,
    assessment_type: type,
    assessor_id: ctx.me.id,
    hide_points: association.hide_points,
    created_at: ctx.now,
    updated_at: ctx.now,
  }));
  const shared = type === 'grading';
  const rows = await ctx.db
    .insertInto('rubric_assessments')
    .values(values)
    .onConflict((conflict) =>
      (shared
        ? conflict.columns(['rubric_association_id', 'artifact_id']).where(ofGraders)
        : conflict
            .columns(['rubric_association_id', 'artifact_id', 'assessor_id', 'assessment_type'])
            .where(ofOthers)
      ).doUpdateSet(({ ref }) => ({
        ...(marks.length > 0 && { score: ref('excluded.score'), data: ref('excluded.data') }),
        rubric_id: ref('excluded.rubric_id'),
        artifact_attempt: ref('excluded.artifact_attempt'),
        assessor_id: ref('excluded.assessor_id'),
        hide_points: ref('excluded.hide_points'),
        updated_at: ref('excluded.updated_at'),
      })),
    )
    .returningAll()
    .execute();
  const byArtifact = new Map(rows.map((row) => [row.artifact_id, row]));
  return submissions.map(({ id }) => byArtifact.get(id) as RubricAssessmentRow);
}

/** The score is the grade, as if it had been entered. */
async function gradeBy(
  ctx: Context,
  { course, assignment, submissions, anonymous }: Assessing,
  assessments: readonly RubricAssessmentRow[],
): Promise<readonly SubmissionRow[]> {
  const grading = await gradingOf(ctx, course, assignment);
  const changes = submissions.flatMap((before, index) => {
    const { score } = assessments[index] as RubricAssessmentRow;
    if (before.score === score) return [];
    const after = graded(grading, before, { score }, ctx.now);
    return [{ before, after, ...(anonymous && { anonymous }) }];
  });
  const saved = new Map((await saveGrading(ctx, grading, changes)).map((row) => [row.id, row]));
  return submissions.map((row) => saved.get(row.id) ?? row);
}

async function record(
  ctx: Context,
  { course, assignment, association, rubric, submissions }: Assessing,
  assessments: readonly RubricAssessmentRow[],
): Promise<void> {
  const measuring = rubric.data.filter(({ learning_outcome_id }) => learning_outcome_id !== undefined);
  if (measuring.length === 0) return;
  const names = await namesOf(ctx, submissions);
  for (const [index, assessment] of assessments.entries()) {
    const marks = new Map(assessment.data.map((mark) => [mark.criterion_id, mark]));
    const criteria = measuring.flatMap((criterion): AssessedCriterion[] => {
      const mark = marks.get(criterion.id);
      if (!mark) return [];
      return [
        {
          learning_outcome_id: criterion.learning_outcome_id as number,
          points: criterion.points,
          mastery_points: criterion.mastery_points ?? null,
          score: mark.points ?? null,
        },
      ];
    });
    const submission = submissions[index] as SubmissionRow;
    await recordOutcomeResults(ctx, {
      courseId: course.id,
      assignmentId: assignment.id,
      student: { id: submission.user_id, name: names.get(submission.user_id) ?? '' },
      association: { ...association, type: 'RubricAssociation', title: association.title ?? assignment.name },
      assessment: { type: 'RubricAssessment', id: assessment.id },
      attempt: submission.attempt ?? 1,
      submittedAt: submission.submitted_at,
      criteria,
    });
  }
}

async function namesOf(ctx: Context, submissions: readonly SubmissionRow[]): Promise<Map<number, string>> {
  const users = await ctx.db
    .selectFrom('users')
    .select(['id', 'name'])
    .where('id', '=', anyOf(submissions.map(({ user_id }) => user_id)))
    .execute();
  return new Map(users.map(({ id, name }) => [id, name]));
}

/** The assessments by graders of some submissions; not those with a rubric that another one took the place of. */
export async function gradingAssessments(
  ctx: Context,
  submissionIds: readonly number[],
): Promise<Map<number, RubricAssessmentRow>> {
  const rows = await ctx.db
    .selectFrom('rubric_assessments')
    .selectAll()
    .where('artifact_id', '=', anyOf(submissionIds))
    .where('assessment_type', '=', 'grading')
    .where('rubric_association_id', 'is not', null)
    .orderBy('id')
    .execute();
  return new Map(rows.map((row) => [row.artifact_id, row]));
}
