/** Assignment groups and assignments with the rubrics that they are graded with. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Context } from '../../http/context.ts';
import { assignWork } from '../assigned-work.ts';
import type { AssignmentRow } from '../assignment-access.ts';
import { activeGroups, defaultGroup, insertGroup } from '../assignment-groups.ts';
import { ofCourse } from '../contexts.ts';
import { recomputeScores } from '../grading/recompute-scores.ts';
import { associate } from '../rubric-associating.ts';
import { sortKey } from '../sort-key.ts';
import type { AssignmentContent, GroupContent } from './content.ts';
import { standardId } from './write-settings.ts';
import { courseOfWriting, times, type Writing } from './writing.ts';

/** Where assignments go whose own group doesn't come along. */
const IMPORTED = 'Imported Assignments';

export async function writeAssignmentGroups(
  ctx: Context,
  { content, keys, courseId }: Writing,
): Promise<void> {
  const existing = await activeGroups(ctx, courseId).execute();
  for (const group of content.groups) {
    const known = existing.find(({ id }) => id === keys.find('assignment_groups', group.key));
    // A group that is called the same is the same.
    const same = known ?? existing.find(({ name }) => name === group.name);
    const { id } = same ?? (await insertGroup(ctx, courseId, { name: group.name }));
    await ctx.db
      .updateTable('assignment_groups')
      .set({ name: group.name, group_weight: group.group_weight, updated_at: ctx.now })
      .where('id', '=', id)
      .execute();
    await keys.remember(ctx, 'assignment_groups', group.key, id);
  }
}

/** Which assignments a group never drops is known once they are there. */
async function writeRules(ctx: Context, { keys }: Writing, group: GroupContent): Promise<void> {
  const id = keys.find('assignment_groups', group.key);
  const { drop_lowest, drop_highest } = group;
  const never_drop = group.never_drop.flatMap((key) => keys.find('assignments', key) ?? []);
  const rules = { drop_lowest, drop_highest, ...(never_drop.length > 0 && { never_drop }) };
  await ctx.db
    .updateTable('assignment_groups')
    .set({ rules: JSON.stringify(rules) })
    .where('id', '=', id ?? 0)
    .execute();
}

export async function writeAssignments(ctx: Context, writing: Writing): Promise<void> {
  const { content, courseId } = writing;
  const course = await courseOfWriting(ctx, writing);
  const written: AssignmentRow[] = [];
  for (const assignment of content.assignments) {
    const row = await writeAssignment(ctx, writing, assignment);
    written.push(row);
    await writing.keys.remember(ctx, 'assignments', assignment.key, row.id);
    await writeAssociation(ctx, writing, assignment, row);
  }
  for (const group of content.groups) await writeRules(ctx, writing, group);
  if (written.length === 0) return;
  await assignWork(ctx, { courseId: course.id, assignmentIds: written.map(({ id }) => id) });
  await recomputeScores(ctx, courseId);
}

async function writeAssignment(
  ctx: Context,
  writing: Writing,
  { key, columns, description, group, standard }: AssignmentContent,
): Promise<AssignmentRow> {
  const { shift, keys, courseId } = writing;
  const { external_tool_tag_attributes: tool, ...rest } = columns;
  const values = {
    ...rest,
    name_key: sortKey(columns.name),
    description,
    due_at: shift(columns.due_at ?? null),
    unlock_at: shift(columns.unlock_at ?? null),
    lock_at: shift(columns.lock_at ?? null),
    peer_reviews_assign_at: shift(columns.peer_reviews_assign_at ?? null),
    grading_standard_id: standardId(writing, standard),
    external_tool_tag_attributes: tool ? JSON.stringify(tool) : null,
    updated_at: ctx.now,
  };
  const known = keys.find('assignments', key);
  const updated =
    known &&
    (await ctx.db
      .updateTable('assignments')
      .set(values)
      .where('id', '=', known)
      .where('workflow_state', '<>', 'deleted')
      .returningAll()
      .executeTakeFirst());
  if (updated) return updated;
  const assignment_group_id = await groupFor(ctx, writing, group);
  return await ctx.db
    .insertInto('assignments')
    .values({
      ...values,
      ...times(ctx),
      course_id: courseId,
      assignment_group_id,
      lti_context_id: randomUUID(),
      position:
        columns.position ??
        sql<number>`(select coalesce(max(position), 0) + 1 from assignments
          where assignment_group_id = ${assignment_group_id} and workflow_state <> 'deleted')`,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

async function groupFor(
  ctx: Context,
  { keys, courseId, options }: Writing,
  key: string | null,
): Promise<number> {
  const groups = await activeGroups(ctx, courseId).execute();
  const wanted = options.assignmentGroupId ?? keys.find('assignment_groups', key);
  const found = groups.find(({ id }) => id === wanted);
  if (found) return found.id;
  if (key === null && groups.length === 0) return (await defaultGroup(ctx, courseId)).id;
  const imported = groups.find(({ name }) => name === IMPORTED);
  return (imported ?? (await insertGroup(ctx, courseId, { name: IMPORTED }))).id;
}

async function writeAssociation(
  ctx: Context,
  writing: Writing,
  { rubric: used }: AssignmentContent,
  assignment: AssignmentRow,
): Promise<void> {
  const rubricId = used && writing.keys.find('rubrics', used.key);
  if (!used || !rubricId) return;
  const course = await courseOfWriting(ctx, writing);
  const rubric = await ctx.db
    .selectFrom('rubrics')
    .selectAll()
    .where('id', '=', rubricId)
    .executeTakeFirstOrThrow();
  const { purpose, use_for_grading, hide_points, hide_outcome_results, hide_score_total } = used.columns;
  await associate(ctx, {
    rubric,
    context: ofCourse(course),
    object: { type: 'Assignment', id: assignment.id, assignment, course },
    fields: {
      purpose: purpose ?? 'grading',
      use_for_grading,
      title: assignment.name,
      hide_points,
      hide_outcome_results,
      ...(hide_score_total !== null && { hide_score_total }),
    },
    updatesExisting: true,
    keepsPoints: true,
  });
}
