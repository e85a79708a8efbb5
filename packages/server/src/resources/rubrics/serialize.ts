import { anyOf } from '../../db/any-of.ts';
import type { AssignmentRow } from '../../domain/assignment-dates.ts';
import { assetString, type CourseContext } from '../../domain/contexts.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import { outcomeIdsOf } from '../../domain/rubric-criteria.ts';
import { type RubricRow, rubricRights, rubricsOfAssignments } from '../../domain/rubrics.ts';
import type { Context } from '../../http/context.ts';
import { inOrderOf } from '../../http/schema.ts';
import type { RubricAssessment } from '../rubric-assessments/schema.ts';
import type { RubricAssociation } from '../rubric-associations/schema.ts';
import { Rubric, RubricCriterion, RubricRating, StoredRubric, type WrittenRubric } from './schema.ts';

export interface RubricIncludes {
  readonly criteria?: boolean;
  readonly assessments?: RubricAssessment[] | undefined;
  readonly associations?: RubricAssociation[] | undefined;
}

const criteriaOf = ({ data }: Pick<RubricRow, 'data'>) =>
  data.map((criterion) =>
    inOrderOf(RubricCriterion, {
      ...criterion,
      ratings: criterion.ratings.map((rating) => inOrderOf(RubricRating, rating)),
    }),
  );

export const serializeRubric = (
  row: RubricRow,
  { criteria, assessments, associations }: RubricIncludes = {},
): Rubric =>
  inOrderOf(Rubric, {
    ...row,
    data: criteriaOf(row),
    ...(criteria && { criteria: criteriaOf(row) }),
    ...(assessments && { assessments }),
    ...(associations && { associations }),
  });

/** With all that is stored of it. */
export const storedRubric = (ctx: Context, row: RubricRow) =>
  inOrderOf(StoredRubric, {
    ...row,
    data: criteriaOf(row),
    description: null,
    context_code: codeOf(row),
    migration_id: null,
    root_account_id: ctx.rootAccount.id,
    rubric_imports_id: row.rubric_import_id,
  });

const codeOf = ({ context_type, context_id }: Pick<RubricRow, 'context_type' | 'context_id'>) =>
  assetString({ type: context_type, id: context_id } as CourseContext);

export async function writtenRubric(ctx: Context, row: RubricRow): Promise<WrittenRubric> {
  const stored = storedRubric(ctx, row);
  return { ...stored, criteria: stored.data, permissions: await rubricRights(ctx, row) };
}

/** Of a course, and not kept: Canvas answers with it where a request says nothing of a rubric. */
export async function unsavedRubric(ctx: Context, course: CourseRow): Promise<WrittenRubric> {
  const nothing = {
    id: 0,
    user_id: ctx.me.id,
    rubric_id: null,
    context_type: 'Course',
    context_id: course.id,
    data: [],
    points_possible: 0,
    title: '',
    reusable: false,
    public: false,
    read_only: false,
    free_form_criterion_comments: null,
    hide_score_total: null,
    hide_points: false,
    rating_order: 'descending',
    button_display: 'numeric',
    association_count: 0,
    rubric_import_id: null,
    workflow_state: 'active',
    created_at: ctx.now,
    updated_at: ctx.now,
  } satisfies RubricRow;
  const unsaid = { id: null, data: null, criteria: null, points_possible: null, title: null };
  return { ...(await writtenRubric(ctx, nothing)), ...unsaid, created_at: null, updated_at: null };
}

/** How assignments are asked for, as far as it is about rubrics. */
interface AssignmentView {
  readonly exclude?: readonly string[] | undefined;
}

/** What the assignment object says of rubrics (resources/assignments/attached.ts). */
export async function rubricsOnAssignments(
  ctx: Context,
  _course: CourseRow,
  assignments: readonly AssignmentRow[],
  { exclude }: AssignmentView,
) {
  if (exclude?.includes('rubric')) return () => ({});
  const used = await rubricsOfAssignments(
    ctx,
    assignments.map(({ id }) => id),
  );
  const guidOf = await outcomeGuids(
    ctx,
    [...used.values()].flatMap(({ rubric }) => outcomeIdsOf(rubric.data)),
  );
  return ({ id }: AssignmentRow) => {
    const tied = used.get(id);
    if (!tied) return {};
    const { rubric, association } = tied;
    const free_form_criterion_comments = rubric.free_form_criterion_comments ?? false;
    return {
      use_rubric_for_grading: association.use_for_grading,
      free_form_criterion_comments,
      rubric: rubric.data.map((criterion) => criterionOnAssignment(criterion, guidOf)),
      rubric_settings: {
        id: rubric.id,
        title: rubric.title,
        points_possible: rubric.points_possible,
        free_form_criterion_comments,
        hide_score_total: association.hide_score_total ?? false,
        hide_points: association.hide_points,
      },
    };
  };
}

function criterionOnAssignment(
  criterion: RubricRow['data'][number],
  guidOf: (outcomeId: number) => string | null | undefined,
) {
  const { id, points, description, long_description, ignore_for_scoring, criterion_use_range } = criterion;
  const vendor_guid = guidOf(criterion.learning_outcome_id ?? 0);
  return {
    id,
    points,
    description,
    long_description,
    ...(ignore_for_scoring !== undefined && { ignore_for_scoring }),
    criterion_use_range,
    ratings: criterion.ratings.map((rating) => ({
      id: rating.id,
      points: rating.points,
      description: rating.description,
      long_description: rating.long_description,
    })),
    ...(vendor_guid !== undefined && { outcome_id: criterion.learning_outcome_id, vendor_guid }),
  };
}

/** Undefined for an outcome that doesn't exist. */
async function outcomeGuids(ctx: Context, ids: readonly number[]) {
  if (ids.length === 0) return () => undefined;
  const rows = await ctx.db
    .selectFrom('learning_outcomes')
    .select(['id', 'vendor_guid'])
    .where('id', '=', anyOf(ids))
    .execute();
  const guids = new Map(rows.map(({ id, vendor_guid }) => [id, vendor_guid]));
  return (id: number) => guids.get(id);
}
