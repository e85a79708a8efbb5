import { type AssignmentGroupRow, activeGroups } from '../../domain/assignment-groups.ts';
import { contextOf } from '../../domain/contexts.ts';
import { type CourseRow, courseAccess } from '../../domain/course-access.ts';
import { type CourseRight, courseGrants } from '../../domain/course-rights.ts';
import { assignmentsInClosedPeriods } from '../../domain/grading/closed-periods.ts';
import { NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { loads } from '../../http/operation.ts';

export type AssignmentGroupRight = 'read' | 'update' | 'delete';

const inCourse: Record<AssignmentGroupRight, readonly CourseRight[]> = {
  read: ['read', 'view_all_grades', 'manage_grades', 'manage_assignments_add', 'manage_assignments_edit'],
  update: ['manage_assignments_edit'],
  delete: ['manage_assignments_delete'],
};

/** What is settled goes with nobody's group but an administrator's. Source: the policy of Canvas's AssignmentGroup. */
async function grants(
  ctx: Context,
  group: AssignmentGroupRow,
  right: AssignmentGroupRight,
): Promise<boolean> {
  const context = await contextOf(ctx, { context_type: 'Course', context_id: group.course_id });
  if (context.type !== 'Course') return false;
  const access = await courseAccess(ctx, context.course);
  if (!inCourse[right].some((each) => courseGrants(each, access))) return false;
  return right !== 'delete' || access.isAccountAdmin || !(await isSettled(ctx, group));
}

/** Whether an assignment of the group is due in a closed grading period. */
export async function isSettled(ctx: Context, { id }: AssignmentGroupRow): Promise<boolean> {
  const rows = await ctx.db
    .selectFrom('assignments')
    .select('id')
    .where('assignment_group_id', '=', id)
    .where('workflow_state', '=', 'published')
    .execute();
  const closed = await assignmentsInClosedPeriods(
    ctx,
    rows.map((row) => row.id),
  );
  return closed.size > 0;
}

/** One of the course loaded before. Throws NotFound. */
export async function findGroup(ctx: Context, course: CourseRow, id: number | undefined) {
  const group = await activeGroups(ctx, course.id)
    .where('id', '=', id ?? 0)
    .executeTakeFirst();
  if (!group) throw new NotFound();
  return group;
}

export const assignmentGroup = loads<AssignmentGroupRow, AssignmentGroupRight>({
  find: (ctx, id, { course }) => findGroup(ctx, course as CourseRow, parseNumber(id)),
  grants,
});
