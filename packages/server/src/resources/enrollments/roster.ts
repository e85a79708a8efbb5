/** Which enrollments of a course somebody may list (users file 3.3). */
import { sql } from 'kysely';
import { isStaff } from '../../domain/base-roles.ts';
import { type CourseRow, courseAccess, type OwnCourseAccess } from '../../domain/course-access.ts';
import { type CourseRight, courseGrants } from '../../domain/course-rights.ts';
import { visibleSections } from '../../domain/section-rights.ts';
import { Unauthorized } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { byStoredState, type Condition, type ListParams } from './filters.ts';

const rosterRights = ['read_roster', 'view_all_grades', 'manage_grades'] as const satisfies CourseRight[];

export const readsRoster = (access: OwnCourseAccess): boolean =>
  rosterRights.some((right) => courseGrants(right, access));

export const hasBeenObserver = ({ enrollments }: OwnCourseAccess): boolean =>
  enrollments.some(({ type }) => type === 'ObserverEnrollment');

/** @throws Unauthorized for whoever sees nobody there */
export async function rosterOf(ctx: Context, course: CourseRow, params: ListParams): Promise<Condition[]> {
  const access = await courseAccess(ctx, course);
  const inCourse = sql<boolean>`enrollments.course_id = ${course.id}`;
  if (readsRoster(access)) {
    const asked = byStoredState(params);
    const states = asked.length > 0 ? asked : [currentStates(courseGrants('read_as_admin', access))];
    return [inCourse, ...visibleTo(access), ...states];
  }
  if (hasBeenObserver(access)) return [inCourse, ownAndObserved(access), ...byStoredState(params)];
  throw new Unauthorized();
}

/** Nobody who has left; whoever was made inactive shows to staff. */
const currentStates = (asAdmin: boolean): Condition => {
  const left = ['rejected', 'completed', 'deleted', ...(asAdmin ? [] : ['inactive'])];
  return sql`enrollments.workflow_state <> all(${left})`;
};

/** Section-limited callers see their sections and the staff of the whole course; only staff sees the Test Student. */
export function visibleTo(access: OwnCourseAccess): Condition[] {
  const conditions: Condition[] = [];
  const sections = visibleSections(access);
  if (sections !== 'all') {
    conditions.push(sql`(enrollments.course_section_id = any(${[...sections]}::bigint[])
      or not enrollments.limit_privileges_to_course_section
        and enrollments.type in ('TeacherEnrollment', 'TaEnrollment', 'DesignerEnrollment'))`);
  }
  const seesTestStudent =
    access.isAccountAdmin ||
    access.enrollments.some(({ type }) => isStaff(type) || type === 'StudentViewEnrollment');
  if (!seesTestStudent) conditions.push(sql`enrollments.type <> 'StudentViewEnrollment'`);
  return conditions;
}

function ownAndObserved({ userId, enrollments }: OwnCourseAccess): Condition {
  const observed = enrollments.flatMap(({ associated_user_id }) => associated_user_id ?? []);
  return sql`(enrollments.user_id = ${userId} and enrollments.workflow_state <> 'deleted'
    or enrollments.user_id = any(${observed}::bigint[]) and enrollments.type = 'StudentEnrollment'
      and enrollments.workflow_state not in ('rejected', 'completed', 'deleted', 'inactive'))`;
}
