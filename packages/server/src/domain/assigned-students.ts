/**
 * To whom an assignment is assigned and when it is due to each, in SQL, for whole courses at once. Of several overrides
 * that reach a student the one that gives a date wins over those that don't, one of his own over one of his group,
 * section or course, these over the date of everybody else, and the latest date over earlier ones, none being latest.
 * What stands in nothing but modules that are for some is for those whom the modules name, at its own date.
 * Source: EffectiveDueDates and AssignmentVisibility of Canvas.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../http/context.ts';

export interface AssignedScope {
  courseId: number;
  /** All that aren't deleted unless given. */
  assignmentIds?: readonly number[] | undefined;
  /** All students unless given. */
  userIds?: readonly number[] | undefined;
}

export interface AssignedStudent {
  assignment_id: number;
  user_id: number;
  due_at: string | null;
  /** Where the date is from; null for that of the assignment itself. */
  override_id: number | null;
  override_type: string;
}

/** A query of `AssignedStudent`s; students are those whose enrollment isn't deleted, the test student among them. */
export function assignedStudents({
  courseId,
  assignmentIds,
  userIds,
}: AssignedScope): RawBuilder<AssignedStudent> {
  const ofAssignments = assignmentIds ? sql`and id = any(${[...assignmentIds]}::bigint[])` : sql``;
  const ofUsers = userIds ? sql`and user_id = any(${[...userIds]}::bigint[])` : sql``;
  return sql`(
    with models as (
      select id, due_at, only_visible_to_overrides from assignments
      where course_id = ${courseId} and workflow_state <> 'deleted' ${ofAssignments}
    ),
    students as (
      select user_id, course_section_id from enrollments
      where course_id = ${courseId} and type in ('StudentEnrollment', 'StudentViewEnrollment')
        and workflow_state not in ('rejected', 'deleted') ${ofUsers}
    ),
    gates as (
      select context_module_id, id, set_type, set_id from assignment_overrides
      where course_id = ${courseId} and context_module_id is not null and workflow_state = 'active'
    ),
    -- The modules that each stands in, by itself or as a discussion; looked for only where some are for some.
    placed as (
      select distinct models.id as assignment_id, models.due_at, i.context_module_id,
        i.context_module_id in (select context_module_id from gates) as gated
      from module_items i
        join context_modules on context_modules.id = i.context_module_id
          and context_modules.workflow_state <> 'deleted'
        left join discussion_topics t on i.type = 'Discussion' and t.id = i.content_id
        join models on models.id = case i.type when 'Assignment' then i.content_id else t.assignment_id end
      where i.course_id = ${courseId} and i.workflow_state <> 'deleted' and exists (select 1 from gates)
    ),
    overrides as (
      select o.id, o.assignment_id, o.set_type, o.set_id, o.due_at_overridden, o.unassign_item,
        case when o.due_at_overridden then o.due_at else models.due_at end as due_at, false as by_module
      from models join assignment_overrides o on o.assignment_id = models.id
      where o.workflow_state = 'active'
      union all
      select gates.id, placed.assignment_id, gates.set_type, gates.set_id, false, false, placed.due_at, true
      from placed join gates on gates.context_module_id = placed.context_module_id
    ),
    reached as (
      select o.*, students.user_id, 1 as priority
      from overrides o
        join assignment_override_students s on s.assignment_override_id = o.id
        join students on students.user_id = s.user_id
      where o.set_type = 'ADHOC'
      union all
      select o.*, students.user_id, 2
      from overrides o
        join groups g on g.id = o.set_id and g.workflow_state <> 'deleted'
        join group_memberships m on m.group_id = g.id and m.workflow_state = 'accepted'
        join students on students.user_id = m.user_id
      where o.set_type = 'Group'
      union all
      select o.*, students.user_id, 2
      from overrides o
        join course_sections s on s.id = o.set_id and s.workflow_state <> 'deleted'
        join students on students.course_section_id = s.id
      where o.set_type = 'CourseSection'
      union all
      select o.*, students.user_id, 2
      from overrides o join students on true
      where o.set_type = 'Course'
      union all
      select null, models.id, 'Everyone Else', null, false, false, models.due_at, false, students.user_id, 3
      from models join students on not models.only_visible_to_overrides
        and not exists (select 1 from placed
          where placed.assignment_id = models.id having bool_and(placed.gated))
    ),
    chosen as (
      select distinct on (assignment_id, user_id) * from reached
      order by assignment_id, user_id, due_at_overridden desc, by_module, priority, due_at desc nulls first
    )
    select assignment_id, user_id, due_at, id as override_id, set_type as override_type
    from chosen where not unassign_item
  )`;
}

/** Who of some users has which of some assignments, as `(assignmentId, userId) => boolean`. */
export async function assignedPairs(
  ctx: Context,
  scope: AssignedScope,
): Promise<(assignmentId: number, userId: number) => boolean> {
  const { rows } = await sql<AssignedStudent>`
    select assignment_id, user_id from ${assignedStudents(scope)} as assigned`.execute(ctx.db);
  const pairs = new Set(rows.map(({ assignment_id, user_id }) => `${assignment_id}:${user_id}`));
  return (assignmentId, userId) => pairs.has(`${assignmentId}:${userId}`);
}
