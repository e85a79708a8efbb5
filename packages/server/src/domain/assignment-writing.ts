/**
 * Makes, changes and deletes assignments, by themselves or for a discussion that is graded by one. Work, grades and
 * scores follow in the same transaction.
 */
import { Unauthorized } from '../errors.ts';
import type { Context } from '../http/context.ts';
import { actingAs } from './acting-as.ts';
import { assignWork } from './assigned-work.ts';
import { forgetAssignmentAccess, mayToAssignment } from './assignment-access.ts';
import { type AssignmentRow, overridesOf } from './assignment-dates.ts';
import { type Draft, draftChanged, draftNew } from './assignment-fields.ts';
import { type AssignmentParams, refuseMalformed } from './assignment-params.ts';
import {
  bindingPeriods,
  type ClosedPeriods,
  changesGrading,
  refuseClosedOverrides,
  refuseClosedPeriods,
  refuseFinalGrader,
  refuseInvalidAssignment,
} from './assignment-validation.ts';
import { workFacts } from './assignment-work-facts.ts';
import { type CourseRow, mayInCourse } from './course-access.ts';
import { enforceLatePolicy } from './grading/course-policies.ts';
import { recomputeScores } from './grading/recompute-scores.ts';
import { alignNoOutcomes } from './outcome-alignments.ts';
import { type Overridable, overrideList } from './override-data.ts';
import { activeOverrides, deleteOverrides, replaceOverrides } from './override-writing.ts';
import { regrade } from './regrading.ts';

/** @throws InvalidRecord */
export async function createAssignmentOf(
  ctx: Context,
  course: CourseRow,
  params: AssignmentParams,
): Promise<AssignmentRow> {
  refuseMalformed(params, true);
  const draft = await draftNew(ctx, course, params);
  const closed = await bindingPeriods(ctx, course);
  const overrides = listOf(params);
  await refuse(ctx, course, draft, undefined, closed, (overrides?.length ?? 0) > 0);
  const assignment = await insertAssignment(ctx, draft);
  if (overrides) await putOverrides(ctx, course, assignment, overrides, closed);
  await assignWork(ctx, { courseId: course.id, assignmentIds: [assignment.id] });
  await touchGroups(ctx, [assignment.assignment_group_id]);
  return assignment;
}

/** @throws InvalidRecord; Unauthorized for whoever may edit but not grade, and would change grades */
export async function updateAssignment(
  ctx: Context,
  course: CourseRow,
  assignment: AssignmentRow,
  params: AssignmentParams,
): Promise<AssignmentRow> {
  const facts = (await workFacts(ctx, [assignment.id]))(assignment.id);
  if (facts.graded && changesGrading(params, assignment)) {
    if (!(await mayToAssignment(ctx, assignment, 'grade'))) throw new Unauthorized();
  }
  refuseMalformed(params, assignment.workflow_state === 'unpublished');
  const draft = await draftChanged(ctx, course, assignment, params);
  const closed = await bindingPeriods(ctx, course);
  const overrides = listOf(params);
  await refuse(ctx, course, draft, assignment, closed, (overrides?.length ?? 0) > 0);
  const changed = await storeChanges(ctx, assignment, draft, params.force_updated_at === true);
  if (changed.group_category_id !== assignment.group_category_id) await leaveGroups(ctx, assignment);
  if (overrides) await putOverrides(ctx, course, changed, overrides, closed);
  await follow(ctx, course, assignment, changed, overrides !== undefined);
  return changed;
}

/** Gives an assignment the points of the rubric that it is graded with, whoever may otherwise change it. */
export async function changePoints(
  ctx: Context,
  course: CourseRow,
  assignment: AssignmentRow,
  points_possible: number,
): Promise<void> {
  const changed = await storeChanges(ctx, assignment, { ...assignment, points_possible }, false);
  await follow(ctx, course, assignment, changed, false);
}

/** Deleted for good as far as anybody can see; the row stays for what refers to it. */
export async function deleteAssignment(
  ctx: Context,
  course: CourseRow,
  assignment: AssignmentRow,
): Promise<AssignmentRow> {
  const deleted = await ctx.db
    .updateTable('assignments')
    .set({ workflow_state: 'deleted', updated_at: ctx.now })
    .where('id', '=', assignment.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  forgetAssignmentAccess(ctx);
  await alignNoOutcomes(ctx, [assignment.id]);
  await touchGroups(ctx, [assignment.assignment_group_id]);
  await recomputeScores(ctx, course.id);
  return deleted;
}

/** Puts a new assignment at the end of its group, unless it has a position. */
export async function insertAssignment(ctx: Context, draft: Draft): Promise<AssignmentRow> {
  const { id: _, ...values } = draft;
  const position = draft.position ?? (await lastPosition(ctx, draft.assignment_group_id)) + 1;
  return await ctx.db
    .insertInto('assignments')
    .values(stored({ ...values, position }))
    .returningAll()
    .executeTakeFirstOrThrow();
}

async function lastPosition(ctx: Context, groupId: number): Promise<number> {
  const { last } = await ctx.db
    .selectFrom('assignments')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('assignment_group_id', '=', groupId)
    .where('workflow_state', '<>', 'deleted')
    .executeTakeFirstOrThrow();
  return Number(last ?? 0);
}

/** JSON goes in as text. */
function stored<T extends Partial<AssignmentRow>>({
  external_tool_tag_attributes,
  integration_data,
  ...rest
}: T) {
  return {
    ...rest,
    ...(external_tool_tag_attributes !== undefined && {
      external_tool_tag_attributes:
        external_tool_tag_attributes === null ? null : JSON.stringify(external_tool_tag_attributes),
    }),
    ...(integration_data !== undefined && { integration_data: JSON.stringify(integration_data) }),
  };
}

async function storeChanges(
  ctx: Context,
  before: AssignmentRow,
  draft: Draft,
  force: boolean,
): Promise<AssignmentRow> {
  const changes = Object.fromEntries(
    Object.entries(draft).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof AssignmentRow]),
    ),
  );
  if (Object.keys(changes).length === 0 && !force) return before;
  const changed = await ctx.db
    .updateTable('assignments')
    .set({ ...stored(changes as Partial<AssignmentRow>), updated_at: ctx.now })
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  forgetAssignmentAccess(ctx);
  return changed;
}

async function refuse(
  ctx: Context,
  course: CourseRow,
  draft: Draft,
  before: AssignmentRow | undefined,
  closed: ClosedPeriods | undefined,
  getsOverrides: boolean,
): Promise<void> {
  const subject = { draft, before };
  await refuseClosedPeriods(ctx, closed, subject);
  await refuseFinalGrader(ctx, subject, (userId) => decidesOnGrades(ctx, course, userId));
  const facts = (await workFacts(ctx, [draft.id]))(draft.id);
  const existing = before ? await activeOverrides(ctx, overridableOf(course, before)) : [];
  await refuseInvalidAssignment(ctx, {
    ...subject,
    facts,
    hasOverrides: getsOverrides || existing.length > 0,
  });
}

async function decidesOnGrades(ctx: Context, course: CourseRow, userId: number): Promise<boolean> {
  const user = await ctx.db
    .selectFrom('users')
    .selectAll()
    .where('id', '=', userId)
    .executeTakeFirstOrThrow();
  return await mayInCourse(actingAs(ctx, user), course, 'select_final_grade');
}

/** Absent where nothing is said of overrides; empty where there are to be none. */
function listOf({ assignment_overrides: sent }: AssignmentParams) {
  if (sent === undefined) return undefined;
  return overrideList(sent) ?? [];
}

export const overridableOf = (
  course: CourseRow,
  { id, group_category_id }: Pick<AssignmentRow, 'id' | 'group_category_id'>,
): Overridable => ({ course, column: 'assignment_id', id, groupCategoryId: group_category_id });

async function putOverrides(
  ctx: Context,
  course: CourseRow,
  assignment: AssignmentRow,
  list: NonNullable<ReturnType<typeof listOf>>,
  closed: ClosedPeriods | undefined,
): Promise<void> {
  const of = overridableOf(course, assignment);
  const before = closed ? await activeOverrides(ctx, of) : [];
  await replaceOverrides(ctx, of, list);
  forgetAssignmentAccess(ctx);
  if (closed) refuseClosedOverrides(closed, before, await activeOverrides(ctx, of));
}

/** The groups of another set are no groups of an assignment. */
async function leaveGroups(ctx: Context, { id }: AssignmentRow): Promise<void> {
  const ofGroups = ((await overridesOf(ctx, [id])).get(id) ?? []).filter(
    ({ set_type }) => set_type === 'Group',
  );
  await deleteOverrides(
    ctx,
    ofGroups.map((override) => override.id),
  );
}

/** What rests on an assignment, after it changed. */
async function follow(
  ctx: Context,
  course: CourseRow,
  before: AssignmentRow,
  after: AssignmentRow,
  overridesChanged: boolean,
): Promise<void> {
  const differs = (...keys: (keyof AssignmentRow)[]) => keys.some((key) => before[key] !== after[key]);
  const scope = { courseId: course.id, assignmentIds: [after.id] };
  if (differs('points_possible', 'grading_type', 'grading_standard_id')) await regrade(ctx, course, after);
  if (overridesChanged || differs('due_at', 'only_visible_to_overrides', 'group_category_id')) {
    await assignWork(ctx, scope);
  }
  if (overridesChanged || differs('due_at', 'points_possible', 'grading_type', 'workflow_state')) {
    await enforceLatePolicy(ctx, course, [after.id]);
  }
  if (differs('points_possible', 'workflow_state', 'assignment_group_id', 'omit_from_final_grade')) {
    await recomputeScores(ctx, course.id);
  }
  if (before !== after) await touchGroups(ctx, [before.assignment_group_id, after.assignment_group_id]);
}

async function touchGroups(ctx: Context, ids: readonly number[]): Promise<void> {
  await ctx.db
    .updateTable('assignment_groups')
    .set({ updated_at: ctx.now })
    .where('id', 'in', [...new Set(ids)])
    .execute();
}
