/** Groups of assignments as Canvas sends them, on request with what is in them. */
import { type SqlBool, sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { AssignmentGroupRow } from '../../domain/assignment-groups.ts';
import { visibleAssignments } from '../../domain/assignment-visibility.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import type { Context } from '../../http/context.ts';
import type { Params } from '../../http/operation.ts';
import { type AssignmentView, serializeAssignments } from '../assignments/serialize.ts';
import type { AssignmentGroup } from './schema.ts';

export type GroupsParams = Params<'GET /api/v1/courses/{course_id}/assignment_groups'>;

export const serializeGroup = ({ rules, ...group }: AssignmentGroupRow): AssignmentGroup => ({
  id: group.id,
  name: group.name,
  position: group.position,
  group_weight: group.group_weight,
  sis_source_id: group.sis_source_id,
  integration_data: group.integration_data,
  rules,
});

/** @param period only what is due in it, for anybody or for one student */
export async function serializeGroups(
  ctx: Context,
  course: CourseRow,
  groups: readonly AssignmentGroupRow[],
  params: GroupsParams,
  period?: { id: number; userId?: number | undefined },
): Promise<AssignmentGroup[]> {
  if (!params.include?.includes('assignments')) return groups.map(serializeGroup);
  const assignments = await assignmentsIn(ctx, course, groups, params, period);
  const json = await serializeAssignments(ctx, course, assignments, viewOf(params));
  const byGroup = Map.groupBy(json, ({ assignment_group_id }) => assignment_group_id);
  return groups.map((group) => {
    const own = byGroup.get(group.id) ?? [];
    return {
      ...serializeGroup(group),
      assignments: own,
      ...(!params.exclude_response_fields?.includes('in_closed_grading_period') && {
        any_assignment_in_closed_grading_period: own.some((each) => each.in_closed_grading_period),
      }),
    };
  });
}

/** A topic stands in its assignment on request only. */
const viewOf = (params: GroupsParams): AssignmentView => ({
  include: params.include,
  exclude: params.exclude_response_fields,
  overrideDates: params.override_assignment_dates,
  withoutTopic: !params.include?.includes('discussion_topic'),
});

const EXCLUDABLE = ['online_quiz', 'discussion_topic', 'wiki_page', 'external_tool'];

async function assignmentsIn(
  ctx: Context,
  course: CourseRow,
  groups: readonly AssignmentGroupRow[],
  params: GroupsParams,
  period: { id: number; userId?: number | undefined } | undefined,
) {
  let query = ctx.db
    .selectFrom('assignments')
    .selectAll()
    .where('assignment_group_id', '=', anyOf(groups.map(({ id }) => id)))
    .where(await visibleAssignments(ctx, course))
    .orderBy(sql`position asc nulls last, due_at asc nulls last`)
    .orderBy('name_key')
    .orderBy('id');
  // As a list, or as one text with commas.
  const ids = params.assignment_ids?.flatMap((text) => text.split(','));
  if (ids && ids.length > 0) {
    query = query.where('id', '=', anyOf(ids.filter((id) => /^\d{1,15}$/.test(id)).map(Number)));
  }
  const types = (params.exclude_assignment_submission_types ?? []).filter((type) =>
    EXCLUDABLE.includes(type),
  );
  if (types.length > 0) {
    query = query.where(sql<SqlBool>`array_to_string(submission_types, ',') <> all(${types})`);
  }
  if (params.hide_zero_point_quizzes) query = query.where('hide_in_gradebook', '=', false);
  if (period) {
    const { id, userId } = period;
    const ofOne = userId === undefined ? sql`true` : sql`submissions.user_id = ${userId}`;
    query = query.where(
      sql<SqlBool>`exists (select 1 from submissions where submissions.assignment_id = assignments.id
        and submissions.workflow_state <> 'deleted' and submissions.grading_period_id = ${id} and ${ofOne})`,
    );
  }
  return await query.execute();
}
