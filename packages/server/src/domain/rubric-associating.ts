/** Ties rubrics to what is graded with them, or lists them. Source: Canvas's RubricAssociation and Rubric#associate_with. */
import type { Account, Context } from '../http/context.ts';
import type { AssignmentRow } from './assignment-access.ts';
import { changePoints } from './assignment-writing.ts';
import { type CourseContext, contextOf } from './contexts.ts';
import type { CourseRow } from './course-access.ts';
import { alignOutcomes } from './outcome-alignments.ts';
import { forgetOutcomeResults } from './outcome-results.ts';
import { outcomeIdsOf } from './rubric-criteria.ts';
import {
  type RubricAssociationRow,
  type RubricContext,
  type RubricRow,
  recountRubric,
  retireRubric,
  rubricContextOf,
} from './rubrics.ts';

/** What a rubric can be tied to. */
export type Associable =
  | {
      readonly type: 'Assignment';
      readonly id: number;
      readonly assignment: AssignmentRow;
      readonly course: CourseRow;
    }
  | { readonly type: 'Course'; readonly id: number; readonly course: CourseRow }
  | { readonly type: 'Account'; readonly id: number; readonly account: Account };

/** As a request says them; what it doesn't say stays. */
export interface AssociationFields {
  readonly use_for_grading?: boolean | undefined;
  readonly title?: string | null | undefined;
  readonly purpose?: string | null | undefined;
  readonly url?: string | null | undefined;
  readonly hide_score_total?: boolean | undefined;
  readonly hide_points?: boolean | undefined;
  readonly hide_outcome_results?: boolean | undefined;
  readonly bookmarked?: boolean | undefined;
}

export interface Associating {
  readonly rubric: RubricRow;
  readonly context: RubricContext;
  readonly object: Associable;
  readonly fields: AssociationFields;
  /** Another one than a new one. */
  readonly association?: RubricAssociationRow | undefined;
  /** Changes the first association of the two, whatever its purpose. */
  readonly updatesExisting?: boolean;
  /** Leaves the points of the assignment as they are. */
  readonly keepsPoints?: boolean;
}

/**
 * Makes or changes an association. What is tied for grading takes the place of what was there for grading; used for
 * grading it gives its points to the assignment.
 */
export async function associate(ctx: Context, associating: Associating): Promise<RubricAssociationRow> {
  const { rubric, context, object } = associating;
  const before = associating.association ?? (await existing(ctx, associating));
  const columns = columnsOf(associating, before);
  if (columns.purpose === 'grading') await replaceOthers(ctx, object, before?.id);
  const association = before
    ? await ctx.db
        .updateTable('rubric_associations')
        .set({ ...columns, updated_at: ctx.now })
        .where('id', '=', before.id)
        .returningAll()
        .executeTakeFirstOrThrow()
    : await ctx.db
        .insertInto('rubric_associations')
        .values({
          ...columns,
          association_type: object.type,
          association_id: object.id,
          context_type: context.type,
          context_id: context.id,
          created_at: ctx.now,
          updated_at: ctx.now,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
  await recountRubric(ctx, rubric.id);
  if (before && before.rubric_id !== rubric.id) await leaveRubric(ctx, before.rubric_id);
  if (object.type === 'Assignment') await followOnAssignment(ctx, object, rubric, association, associating);
  return association;
}

/** A thing is graded with a rubric once; of others there may be several. */
async function existing(
  ctx: Context,
  { rubric, object, fields, updatesExisting }: Associating,
): Promise<RubricAssociationRow | undefined> {
  const grades = fields.purpose === 'grading';
  if (!grades && !updatesExisting) return undefined;
  let query = ctx.db
    .selectFrom('rubric_associations')
    .selectAll()
    .where('rubric_id', '=', rubric.id)
    .where('association_type', '=', object.type)
    .where('association_id', '=', object.id)
    .where('workflow_state', '=', 'active');
  if (grades) query = query.where('purpose', '=', 'grading');
  return await query.orderBy('id').limit(1).executeTakeFirst();
}

function columnsOf({ rubric, object, fields }: Associating, before: RubricAssociationRow | undefined) {
  // Without points there is nothing to grade with.
  const given: AssociationFields = fields.hide_points
    ? { ...fields, use_for_grading: false, hide_score_total: false }
    : fields;
  const purpose = given.purpose || before?.purpose || 'unknown';
  return {
    rubric_id: rubric.id,
    purpose,
    use_for_grading: given.use_for_grading ?? before?.use_for_grading ?? false,
    title: given.title ?? before?.title ?? nameOf(object),
    url: given.url === undefined ? (before?.url ?? null) : given.url,
    hide_score_total: given.hide_score_total ?? before?.hide_score_total ?? null,
    hide_points: given.hide_points ?? before?.hide_points ?? false,
    hide_outcome_results: given.hide_outcome_results ?? before?.hide_outcome_results ?? false,
    bookmarked: purpose === 'bookmark' || (given.bookmarked ?? before?.bookmarked ?? true),
  };
}

function nameOf(object: Associable): string {
  if (object.type === 'Assignment') return object.assignment.name;
  return object.type === 'Course' ? object.course.name : object.account.name;
}

/** What was said with the rubric that was there before is kept, but belongs to nothing any more. */
async function replaceOthers(ctx: Context, object: Associable, keptId = 0): Promise<void> {
  const others = await ctx.db
    .selectFrom('rubric_associations')
    .select(['id', 'rubric_id'])
    .where('association_type', '=', object.type)
    .where('association_id', '=', object.id)
    .where('purpose', '=', 'grading')
    .where('id', '<>', keptId)
    .execute();
  for (const { id, rubric_id } of others) {
    await ctx.db
      .updateTable('rubric_assessments')
      .set({ rubric_association_id: null })
      .where('rubric_association_id', '=', id)
      .execute();
    await forgetOutcomeResults(ctx, { associationId: id });
    await ctx.db.deleteFrom('rubric_associations').where('id', '=', id).execute();
    await recountRubric(ctx, rubric_id);
  }
}

/** The rubric that an association had before: without any other, and without assessments, it goes. */
async function leaveRubric(ctx: Context, rubricId: number): Promise<void> {
  const assessed = await ctx.db
    .selectFrom('rubric_assessments')
    .select('id')
    .where('rubric_id', '=', rubricId)
    .limit(1)
    .executeTakeFirst();
  if (!assessed) await recountRubric(ctx, rubricId);
}

async function followOnAssignment(
  ctx: Context,
  { assignment, course }: Extract<Associable, { type: 'Assignment' }>,
  rubric: RubricRow,
  association: RubricAssociationRow,
  { context, keepsPoints }: Pick<Associating, 'context' | 'keepsPoints'>,
): Promise<void> {
  await touchAssignment(ctx, assignment.id);
  if (association.use_for_grading && !keepsPoints && assignment.points_possible !== rubric.points_possible) {
    await changePoints(ctx, course, assignment, rubric.points_possible);
  }
  await alignOutcomes(ctx, context, { type: 'Assignment', id: assignment.id }, outcomeIdsOf(rubric.data));
}

/** Passes changed criteria on to what is graded with them: points, unless they are kept, and outcomes. */
export async function followCriteria(ctx: Context, rubric: RubricRow, keepsPoints: boolean): Promise<void> {
  const outcomeIds = outcomeIdsOf(rubric.data);
  await alignOutcomes(ctx, await rubricContextOf(ctx, rubric), { type: 'Rubric', id: rubric.id }, outcomeIds);
  const used = await ctx.db
    .selectFrom('rubric_associations')
    .selectAll()
    .where('rubric_id', '=', rubric.id)
    .where('association_type', '=', 'Assignment')
    .where('workflow_state', '=', 'active')
    .where('bookmarked', '=', true)
    .orderBy('id')
    .execute();
  for (const association of used) {
    const assignment = await ctx.db
      .selectFrom('assignments')
      .selectAll()
      .where('id', '=', association.association_id)
      .executeTakeFirstOrThrow();
    const context = await contextOf(ctx, { context_type: 'Course', context_id: assignment.course_id });
    const { course } = context as CourseContext;
    const object = { type: 'Assignment', id: assignment.id, assignment, course } as const;
    const own = await rubricContextOf(ctx, association);
    await followOnAssignment(ctx, object, rubric, association, { context: own, keepsPoints });
  }
}

const touchAssignment = (ctx: Context, id: number) =>
  ctx.db.updateTable('assignments').set({ updated_at: ctx.now }).where('id', '=', id).execute();

/** Takes an association away; what was assessed by it stays. */
export async function removeAssociation(ctx: Context, association: RubricAssociationRow): Promise<void> {
  await ctx.db
    .updateTable('rubric_associations')
    .set({ workflow_state: 'deleted', updated_at: ctx.now })
    .where('id', '=', association.id)
    .execute();
  if (association.association_type === 'Assignment') {
    await touchAssignment(ctx, association.association_id);
    const context = await rubricContextOf(ctx, association);
    await alignOutcomes(ctx, context, { type: 'Assignment', id: association.association_id }, []);
  }
  await recountRubric(ctx, association.rubric_id);
}

/** Takes a rubric out of a context; where it is listed nowhere else, it goes. */
export async function removeRubricFrom(
  ctx: Context,
  rubric: RubricRow,
  { type, id }: RubricContext,
): Promise<void> {
  const of = ctx.db
    .selectFrom('rubric_associations')
    .selectAll()
    .where('rubric_id', '=', rubric.id)
    .where('workflow_state', '=', 'active')
    .orderBy('id');
  const own = await of.where('context_type', '=', type).where('context_id', '=', id).execute();
  for (const association of own) await removeAssociation(ctx, association);
  const left = await of.execute();
  if (left.some(({ bookmarked }) => bookmarked)) return;
  for (const association of left) await removeAssociation(ctx, association);
  await retireRubric(ctx, rubric);
}
