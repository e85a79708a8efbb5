import { anyOf } from '../../db/any-of.ts';
import { type CourseRow, courseAccess, type OwnCourseAccess } from '../../domain/course-access.ts';
import type { EnrollmentRow } from '../../domain/enrolling.ts';
import type { Context, User } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import {
  courseUserOrder,
  courseUsers,
  includesInactive,
  type ListParams,
  pageOfUser,
  perPage,
} from './course-users.ts';
import { CourseUser } from './schema.ts';
import { serializeCourseUsers } from './serialize.ts';

export default operation('GET /api/v1/courses/{course_id}/users', {
  summary: 'The people in a course',
  load: { course: course('course_id') },
  requires: { course: ['read_roster', 'view_all_grades', 'manage_grades'] },
  returns: List(CourseUser),
  handle: ({ ctx, course, params }) => listUsers(ctx, course, params),
});

export async function listUsers(ctx: Context, course: CourseRow, params: ListParams): Promise<CourseUser[]> {
  const page = await paginate(ctx, await courseUsers(ctx, course, params), {
    ...courseUserOrder(params),
    perPage: perPage(params),
    page: await pageOfUser(ctx, course, params),
  });
  // After the page is cut, so that it may be one short.
  const users = page.filter(({ fake_student }) => !fake_student || asksForTestStudent(params));
  const all = await enrollmentsOf(ctx, course, users);
  const asked = params.include ?? [];
  const isShown = shownEnrollments(await courseAccess(ctx, course), params);
  const enrollments = asked.includes('enrollments') ? all.filter(isShown) : undefined;
  return await serializeCourseUsers(ctx, course, users, {
    asked: [...asked, 'sis_user_id', 'email'],
    enrollments,
    unconfirmed: unconfirmedAmong(users, enrollments ?? all),
  });
}

const asksForTestStudent = ({ include, enrollment_type }: ListParams) =>
  include?.includes('test_student') === true || enrollment_type?.includes('student_view') === true;

/** In all sections of the course, whichever of them the caller sees. */
function enrollmentsOf(ctx: Context, course: CourseRow, users: readonly User[]): Promise<EnrollmentRow[]> {
  return ctx.db
    .selectFrom('enrollments')
    .selectAll()
    .where('course_id', '=', course.id)
    .where('user_id', '=', anyOf(users.map(({ id }) => id)))
    .where('workflow_state', '<>', 'deleted')
    .orderBy('id')
    .execute();
}

/** Which of a user's enrollments go with him: in the states that were asked for, else those that aren't over. */
function shownEnrollments(access: OwnCourseAccess, params: ListParams) {
  const { enrollment_state: states } = params;
  const over = ['rejected', 'completed', ...(includesInactive(access, params) ? [] : ['inactive'])];
  return ({ workflow_state }: EnrollmentRow): boolean =>
    states ? states.includes(workflow_state) : !over.includes(workflow_state);
}

/** Who hasn't come to the course yet keeps his login and address to himself. */
function unconfirmedAmong(users: readonly User[], enrollments: readonly EnrollmentRow[]): Set<number> {
  const confirmed = new Set(
    enrollments
      .filter(({ workflow_state }) => !['invited', 'creation_pending', 'rejected'].includes(workflow_state))
      .map(({ user_id }) => user_id),
  );
  return new Set(users.map(({ id }) => id).filter((id) => !confirmed.has(id)));
}
