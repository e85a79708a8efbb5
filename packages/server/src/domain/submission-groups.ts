/** With whom a student does an assignment: the members of his group in the assignment's set of groups. */
import { type RawBuilder, sql } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type { Context } from '../http/context.ts';
import type { AssignmentRow } from './assignment-dates.ts';

export interface Team {
  readonly group: { readonly id: number; readonly name: string } | null;
  /** The student himself and those who do it with him, by id. */
  readonly userIds: readonly number[];
}

type GroupAssignment = Pick<
  AssignmentRow,
  'course_id' | 'group_category_id' | 'grade_group_students_individually'
>;

/** One grade for the whole group. */
export const isGradedAsGroup = (assignment: GroupAssignment): boolean =>
  assignment.group_category_id !== null && !assignment.grade_group_students_individually;

interface Membership {
  user_id: number;
  group_id: number;
  name: string;
  is_student: boolean;
}

/** The teams of some students, in one query. A student without a group is a team of his own. */
export async function teamsOf(
  ctx: Context,
  assignment: GroupAssignment,
  userIds: readonly number[],
): Promise<(userId: number) => Team> {
  const alone = (userId: number): Team => ({ group: null, userIds: [userId] });
  if (assignment.group_category_id === null) return alone;
  const { rows } = await sql<Membership>`
    select members.user_id, groups.id as group_id, groups.name, exists (select 1 from enrollments
      where enrollments.course_id = ${assignment.course_id} and enrollments.user_id = members.user_id
        and enrollments.type in ('StudentEnrollment', 'StudentViewEnrollment')
        and enrollments.workflow_state not in ('rejected', 'completed', 'deleted')) as is_student
    from groups join group_memberships members on members.group_id = groups.id
    where members.workflow_state = 'accepted' and groups.id in (
      select own.group_id from group_memberships own join groups g on g.id = own.group_id
      where g.group_category_id = ${assignment.group_category_id} and g.workflow_state = 'available'
        and own.workflow_state = 'accepted' and own.user_id = ${anyOf(userIds)})
    order by members.user_id`.execute(ctx.db);
  const groupOf = new Map(rows.map((row) => [row.user_id, row]));
  const members = Map.groupBy(
    rows.filter(({ is_student }) => is_student),
    ({ group_id }) => group_id,
  );
  return (userId) => {
    const own = groupOf.get(userId);
    if (!own) return alone(userId);
    return {
      group: { id: own.group_id, name: own.name },
      userIds: (members.get(own.group_id) ?? []).map(({ user_id }) => user_id),
    };
  };
}

/** The groups of some users in some sets, in one query. */
export async function groupsIn(
  ctx: Context,
  categoryIds: readonly number[],
  userIds: readonly number[],
): Promise<(categoryId: number | null, userId: number) => { id: number; name: string } | undefined> {
  if (categoryIds.length === 0) return () => undefined;
  const rows = await ctx.db
    .selectFrom('groups')
    .innerJoin('group_memberships as members', 'members.group_id', 'groups.id')
    .select(['groups.id', 'groups.name', 'groups.group_category_id', 'members.user_id'])
    .where('groups.group_category_id', '=', anyOf(categoryIds))
    .where('groups.workflow_state', '=', 'available')
    .where('members.workflow_state', '=', 'accepted')
    .where('members.user_id', '=', anyOf(userIds))
    .execute();
  const found = new Map(rows.map((row) => [`${row.group_category_id}:${row.user_id}`, row]));
  return (categoryId, userId) => found.get(`${categoryId}:${userId}`);
}

/**
 * Who stands for his group, of the students that a condition on `enrollments` admits: one who handed something in,
 * else anybody, rather one who isn't excused; a student without a group for himself. As a subquery of ids. Source:
 * `representatives` of Canvas's Assignment.
 */
export function representatives(
  assignment: Pick<AssignmentRow, 'id' | 'group_category_id'>,
  students: RawBuilder<unknown>,
): RawBuilder<number> {
  return sql<number>`(
    select distinct on (coalesce(team.group_id, -enrollments.user_id)) enrollments.user_id
    from enrollments
    join users on users.id = enrollments.user_id
    left join submissions work on work.user_id = enrollments.user_id and work.assignment_id = ${assignment.id}
      and work.workflow_state <> 'deleted'
    left join lateral (
      select members.group_id from group_memberships members join groups on groups.id = members.group_id
      where members.user_id = enrollments.user_id and members.workflow_state = 'accepted'
        and groups.group_category_id = ${assignment.group_category_id} and groups.workflow_state = 'available'
      limit 1) team on true
    where ${students}
    order by coalesce(team.group_id, -enrollments.user_id), (work.submission_type is not null) desc,
      coalesce(work.excused, false), (enrollments.workflow_state = 'active') desc, users.sortable_name_key, users.id)`;
}
