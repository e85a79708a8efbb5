/** Rubrics, where they are used, and who may change them. */
import type { Selectable } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type { RubricAssessmentsTable, RubricAssociationsTable, RubricsTable } from '../db/tables/index.ts';
import type { Context } from '../http/context.ts';
import { mayInAccount } from './account-access.ts';
import { type AccountContext, type CourseContext, contextOf } from './contexts.ts';
import { mayInCourse } from './course-access.ts';
import { alignOutcomes } from './outcome-alignments.ts';
import { outcomeIdsOf } from './rubric-criteria.ts';

export type RubricRow = Selectable<RubricsTable>;
export type RubricAssociationRow = Selectable<RubricAssociationsTable>;
export type RubricAssessmentRow = Selectable<RubricAssessmentsTable>;

/** What rubrics belong to. */
export type RubricContext = CourseContext | AccountContext;

export const rubricContextOf = async (
  ctx: Context,
  row: Pick<RubricRow, 'context_type' | 'context_id'>,
): Promise<RubricContext> => (await contextOf(ctx, row)) as RubricContext;

/** What a thing is graded with. */
export interface GradingRubric {
  readonly rubric: RubricRow;
  readonly association: RubricAssociationRow;
}

/** The rubrics of some assignments, in two queries. */
export async function rubricsOfAssignments(
  ctx: Context,
  assignmentIds: readonly number[],
): Promise<Map<number, GradingRubric>> {
  const associations = await ctx.db
    .selectFrom('rubric_associations')
    .selectAll()
    .where('association_type', '=', 'Assignment')
    .where('association_id', '=', anyOf(assignmentIds))
    .where('purpose', '=', 'grading')
    .where('workflow_state', '=', 'active')
    .execute();
  if (associations.length === 0) return new Map();
  const rubrics = await ctx.db
    .selectFrom('rubrics')
    .selectAll()
    .where('id', '=', anyOf(associations.map(({ rubric_id }) => rubric_id)))
    .execute();
  const byId = new Map(rubrics.map((rubric) => [rubric.id, rubric]));
  return new Map(
    associations.map((association) => [
      association.association_id,
      { association, rubric: byId.get(association.rubric_id) as RubricRow },
    ]),
  );
}

/** A right that courses and accounts both know. */
type CommonRight = 'read' | 'manage' | 'manage_rubrics' | 'manage_assignments_edit' | 'manage_grades';

export const mayWithRubrics = (ctx: Context, context: RubricContext, right: CommonRight): Promise<boolean> =>
  context.type === 'Course'
    ? mayInCourse(ctx, context.course, right)
    : mayInAccount(ctx, context.account, right);

export interface RubricRights {
  readonly read: boolean;
  readonly create: boolean;
  readonly delete_associations: boolean;
  readonly update: boolean;
  readonly delete: boolean;
  readonly archive: boolean;
  readonly unarchive: boolean;
}

/** What the acting user may do with a rubric, asked where it belongs. Source: the policy of Canvas's Rubric. */
export async function rubricRights(ctx: Context, rubric: RubricRow): Promise<RubricRights> {
  const context = await rubricContextOf(ctx, rubric);
  const may = (right: CommonRight) => mayWithRubrics(ctx, context, right);
  const rubrics = await may('manage_rubrics');
  const edits = rubrics || (await may('manage_assignments_edit'));
  const manages = edits || (await may('manage'));
  const reads =
    manages ||
    (await may('read')) ||
    (context.type === 'Course' && (await mayInCourse(ctx, context.course, 'read_rubrics')));
  return {
    read: reads,
    create: manages,
    delete_associations: manages,
    // What others are graded with too is copied instead.
    update: edits && !rubric.read_only && rubric.association_count < 2,
    delete: edits,
    archive: rubrics,
    unarchive: rubrics,
  };
}

/**
 * Counts anew what is graded with a rubric. One that is used nowhere any more goes. Source: Canvas's
 * Rubric#update_association_count.
 */
export async function recountRubric(ctx: Context, rubricId: number): Promise<void> {
  const used = await ctx.db
    .selectFrom('rubric_associations')
    .select('purpose')
    .where('rubric_id', '=', rubricId)
    .where('workflow_state', '=', 'active')
    .execute();
  const count = used.filter(({ purpose }) => purpose === 'grading').length;
  const rubric = await ctx.db
    .updateTable('rubrics')
    .set({ association_count: count, read_only: count > 1, updated_at: ctx.now })
    .where('id', '=', rubricId)
    .returningAll()
    .executeTakeFirstOrThrow();
  if (used.length === 0 && !rubric.public && rubric.workflow_state !== 'deleted') {
    await retireRubric(ctx, rubric);
  }
}

/** Deletes a rubric that is used nowhere; what it measured of outcomes is measured no more. */
export async function retireRubric(ctx: Context, rubric: RubricRow): Promise<void> {
  await ctx.db
    .updateTable('rubrics')
    .set({ workflow_state: 'deleted', updated_at: ctx.now })
    .where('id', '=', rubric.id)
    .execute();
  if (outcomeIdsOf(rubric.data).length > 0) {
    await alignOutcomes(ctx, await rubricContextOf(ctx, rubric), { type: 'Rubric', id: rubric.id }, []);
  }
}
