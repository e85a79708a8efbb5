/**
 * What each student has on each assignment: a row of `submissions` from the moment it is assigned to him, with the date
 * that he goes by. Source: SubmissionLifecycleManager of Canvas.
 */
import { sql } from 'kysely';
import type { Context } from '../http/context.ts';
import { type AssignedScope, assignedStudents } from './assigned-students.ts';
import { assignPeriods } from './grading/assign-periods.ts';
import { recomputeScores } from './grading/recompute-scores.ts';

/** Digits and letters without 0, O, I and l. */
const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/**
 * Brings the rows of `submissions` into step with what is assigned: adds those that are missing, dates them, hides those
 * of students to whom a thing is no longer assigned (what they handed in stays in the row, and comes back with the
 * assignment), and leaves those of students whose enrollments are all completed. Call it after whatever changes
 * assignments, their overrides, enrollments, sections or groups. Grading periods and scores follow.
 *
 * @returns the users of whom something changed
 */
export async function assignWork(ctx: Context, scope: AssignedScope): Promise<number[]> {
  const changed = new Set<number>();
  for (;;) {
    const { rows } = await step(ctx, scope).execute(ctx.db);
    for (const { user_id } of rows) changed.add(user_id);
    // An anonymous id that was taken already leaves its row out; the next try draws another.
    if (rows.every(({ missed }) => !missed)) break;
  }
  const moved = await assignPeriods(ctx, { ...scope, courseIds: [scope.courseId] });
  for (const id of moved.get(scope.courseId) ?? []) changed.add(id);
  // Whoever has another enrollment now needs a score with it, though his work be the same.
  await recomputeScores(ctx, scope.courseId, [...new Set([...changed, ...(scope.userIds ?? [])])]);
  return [...changed];
}

/** The same after something was put into modules or taken out of them, which matters where one is for some alone. */
export async function assignWorkOfModules(ctx: Context, courseId: number): Promise<void> {
  const gate = await ctx.db
    .selectFrom('assignment_overrides')
    .select('id')
    .where('course_id', '=', courseId)
    .where('context_module_id', 'is not', null)
    .where('workflow_state', '=', 'active')
    .limit(1)
    .executeTakeFirst();
  if (gate) await assignWork(ctx, { courseId });
}

/** Hides all that a user has to do, who has left every course. */
export async function withdrawWork(ctx: Context, userId: number): Promise<void> {
  await ctx.db
    .updateTable('submissions')
    .set({ workflow_state: 'deleted', updated_at: ctx.now })
    .where('user_id', '=', userId)
    .where('workflow_state', '<>', 'deleted')
    .execute();
}

interface Changed {
  user_id: number;
  missed: boolean;
}

function step(ctx: Context, scope: AssignedScope) {
  const { courseId, assignmentIds, userIds } = scope;
  const ofAssignments = assignmentIds
    ? sql`and submissions.assignment_id = any(${[...assignmentIds]}::bigint[])`
    : sql``;
  const ofUsers = userIds ? sql`and submissions.user_id = any(${[...userIds]}::bigint[])` : sql``;
  return sql<Changed>`
    with assigned as materialized (select * from ${assignedStudents(scope)} as assigned),
    missing as materialized (
      -- The bytes are drawn here once for each row.
      select assigned.*, uuid_send(gen_random_uuid()) as bytes from assigned
      where not exists (select 1 from submissions
        where submissions.assignment_id = assigned.assignment_id and submissions.user_id = assigned.user_id)
    ),
    added as (
      insert into submissions
        (course_id, assignment_id, user_id, cached_due_date, anonymous_id, created_at, updated_at)
      select ${courseId}, assignment_id, user_id, due_at,
        (select string_agg(substr(${BASE58}, 1 + get_byte(bytes, n) % 58, 1), '') from generate_series(0, 4) as n),
        ${ctx.now}, ${ctx.now}
      from missing order by assignment_id, user_id
      on conflict do nothing
      returning assignment_id, user_id
    ),
    dated as (
      update submissions set
        cached_due_date = assigned.due_at,
        workflow_state = ${revivedState},
        updated_at = ${ctx.now}
      from assigned
      where submissions.assignment_id = assigned.assignment_id and submissions.user_id = assigned.user_id
        and (submissions.cached_due_date is distinct from assigned.due_at
          or submissions.workflow_state = 'deleted')
      returning submissions.user_id
    ),
    withdrawn as (
      update submissions set workflow_state = 'deleted', updated_at = ${ctx.now}
      from assignments
      where submissions.course_id = ${courseId} and submissions.workflow_state <> 'deleted'
        ${ofAssignments} ${ofUsers}
        and assignments.id = submissions.assignment_id and assignments.workflow_state <> 'deleted'
        and not exists (select 1 from assigned
          where assigned.assignment_id = submissions.assignment_id and assigned.user_id = submissions.user_id)
        and not ${isFormerStudent}
      returning submissions.user_id
    )
    select user_id, not exists (select 1 from added
      where added.assignment_id = missing.assignment_id and added.user_id = missing.user_id) as missed
    from missing
    union all select user_id, false from dated
    union all select user_id, false from withdrawn`;
}

/** What a hidden row was before. */
const revivedState = sql`case
  when submissions.workflow_state <> 'deleted' then submissions.workflow_state
  when submissions.grade is not null or submissions.excused then 'graded'
  when submissions.submission_type is not null and submissions.submitted_at is not null then 'submitted'
  else 'unsubmitted' end`;

const isFormerStudent = sql`(
  select coalesce(bool_and(enrollments.workflow_state = 'completed'), false) from enrollments
  where enrollments.course_id = submissions.course_id and enrollments.user_id = submissions.user_id
    and enrollments.type in ('StudentEnrollment', 'StudentViewEnrollment')
    and enrollments.workflow_state not in ('rejected', 'deleted')
)`;
