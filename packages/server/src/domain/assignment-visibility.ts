/** Which assignments of a course somebody sees in lists. Source: Assignments::ScopedToUser of Canvas. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Context } from '../http/context.ts';
import { assignedStudents } from './assigned-students.ts';
import { studentsLookedThrough } from './assignment-access.ts';
import { type CourseRow, courseAccess } from './course-access.ts';
import { type CourseRight, courseGrants } from './course-rights.ts';

/** Any of these shows what isn't published yet. */
const seesUnpublished = [
  'read_as_admin',
  'manage_grades',
  'manage_assignments_add',
  'manage_assignments_edit',
  'manage_assignments_delete',
] as const satisfies readonly CourseRight[];

/** A condition on `assignments` of the course: neither deleted, nor a draft to students, nor a thing for others. */
export async function visibleAssignments(ctx: Context, course: CourseRow): Promise<RawBuilder<SqlBool>> {
  const access = await courseAccess(ctx, course);
  const drafts = seesUnpublished.some((right) => courseGrants(right, access));
  const state = drafts
    ? sql`assignments.workflow_state <> 'deleted'`
    : sql`assignments.workflow_state = 'published'`;
  const userIds = studentsLookedThrough(access);
  if (userIds === 'all') return sql<SqlBool>`(${state})`;
  const assigned = assignedStudents({ courseId: course.id, userIds });
  return sql<SqlBool>`(${state} and assignments.id in (select assignment_id from ${assigned} as assigned))`;
}
