/**
 * Which modules and items somebody sees: staff all that aren't deleted, others what is published and meant for them. A
 * module with overrides is for those whom they name; an item for those who have its assignment.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../http/context.ts';
import { assignedPairs } from './assigned-students.ts';
import { observedStudents } from './assignment-dates.ts';
import { type CourseRow, courseAccess } from './course-access.ts';
import { courseGrants } from './course-rights.ts';
import type { ModuleItem } from './module-items.ts';

export interface ModuleViewer {
  readonly seesUnpublished: boolean;
  /** Those whose assignments decide; none for visitors, who see what everybody sees. */
  readonly students: readonly number[];
}

/** The acting user: as staff, as a student, or through the eyes of those whom he observes. */
export async function viewerOf(ctx: Context, course: CourseRow): Promise<ModuleViewer> {
  const access = await courseAccess(ctx, course);
  if (courseGrants('read_as_admin', access)) return { seesUnpublished: true, students: [] };
  const observed = observedStudents(access);
  if (observed.length > 0) return { seesUnpublished: false, students: observed };
  const isStudent = access.enrollments.some(
    ({ type }) => type === 'StudentEnrollment' || type === 'StudentViewEnrollment',
  );
  return { seesUnpublished: false, students: isStudent && ctx.user ? [ctx.user.id] : [] };
}

export const asStudent = (userId: number): ModuleViewer => ({ seesUnpublished: false, students: [userId] });

/** A condition of a query over `context_modules`. */
export function modulesVisibleTo({ seesUnpublished, students }: ModuleViewer): RawBuilder<boolean> {
  if (seesUnpublished) return sql<boolean>`context_modules.workflow_state <> 'deleted'`;
  const isPublished = sql`context_modules.workflow_state = 'active'`;
  if (students.length === 0) return sql<boolean>`${isPublished}`;
  const ids = sql`any(${[...students]}::bigint[])`;
  return sql<boolean>`(${isPublished} and (
    not exists (select 1 from assignment_overrides o
      where o.context_module_id = context_modules.id and o.workflow_state = 'active')
    or exists (select 1 from assignment_overrides o
      where o.context_module_id = context_modules.id and o.workflow_state = 'active' and (
        o.set_type = 'ADHOC' and exists (select 1 from assignment_override_students s
          where s.assignment_override_id = o.id and s.user_id = ${ids})
        or o.set_type = 'CourseSection' and exists (select 1 from enrollments e
          where e.course_section_id = o.set_id and e.user_id = ${ids}
            and e.type in ('StudentEnrollment', 'StudentViewEnrollment')
            and e.workflow_state not in ('deleted', 'rejected'))
        or o.set_type = 'Group' and exists (select 1 from group_memberships m
          where m.group_id = o.set_id and m.user_id = ${ids} and m.workflow_state = 'accepted')))))`;
}

/** What of some items of a course the viewer sees, in order. */
export async function visibleItems(
  ctx: Context,
  course: CourseRow,
  items: readonly ModuleItem[],
  { seesUnpublished, students }: ModuleViewer,
): Promise<ModuleItem[]> {
  if (seesUnpublished) return [...items];
  const published = items.filter(({ isPublished }) => isPublished);
  if (students.length === 0) return published;
  const isMeantFor = await itemsMeantFor(ctx, course, published, students);
  return published.filter((item) => students.some((id) => isMeantFor(item, id)));
}

/** Whether a published item is for a student, for many of both at once. */
export async function itemsMeantFor(
  ctx: Context,
  course: CourseRow,
  items: readonly ModuleItem[],
  userIds: readonly number[],
): Promise<(item: ModuleItem, userId: number) => boolean> {
  const assignmentIds = items.flatMap(({ content }) => content?.assignment?.id ?? []);
  if (assignmentIds.length === 0) return () => true;
  const isAssigned = await assignedPairs(ctx, { courseId: course.id, assignmentIds, userIds });
  return ({ content }, userId) => !content?.assignment || isAssigned(content.assignment.id, userId);
}
