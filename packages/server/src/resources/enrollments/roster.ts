/** Which enrollments of a course somebody may list (users file 3.3). */
import { sql } from 'kysely';
import { type CourseRow, courseAccess, type OwnCourseAccess } from '../../domain/course-access.ts';
import { type CourseRight, courseGrants } from '../../domain/course-rights.ts';
import { enrollmentsVisibleTo } from '../../domain/visible-enrollments.ts';
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
    return [inCourse, ...enrollmentsVisibleTo(access), ...states];
  }
  if (hasBeenObserver(access)) return [inCourse, ownAndObserved(access), ...byStoredState(params)];
  throw new Unauthorized();
}

/** Nobody who has left; whoever was made inactive shows to staff. */
const currentStates = (asAdmin: boolean): Condition => {
  const left = ['rejected', 'completed', 'deleted', ...(asAdmin ? [] : ['inactive'])];
  return sql`enrollments.workflow_state <> all(${left})`;
};

function ownAndObserved({ userId, enrollments }: OwnCourseAccess): Condition {
  const observed = enrollments.flatMap(({ associated_user_id }) => associated_user_id ?? []);
  return sql`(enrollments.user_id = ${userId} and enrollments.workflow_state <> 'deleted'
    or enrollments.user_id = any(${observed}::bigint[]) and enrollments.type = 'StudentEnrollment'
      and enrollments.workflow_state not in ('rejected', 'completed', 'deleted', 'inactive'))`;
}
