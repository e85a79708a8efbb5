import { activeGroups } from '../../domain/assignment-groups.ts';
import { baseRoleOf } from '../../domain/base-roles.ts';
import { type CourseRow, courseAccess } from '../../domain/course-access.ts';
import { periodsOfCourse } from '../../domain/grading/periods.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { AssignmentGroup } from './schema.ts';
import { type GroupsParams, serializeGroups } from './serialize.ts';

export default operation('GET /api/v1/courses/{course_id}/assignment_groups', {
  summary: 'The groups of assignments of a course',
  load: { course: course('course_id') },
  requires: {
    course: ['read', 'view_all_grades', 'manage_grades', 'manage_assignments_add', 'manage_assignments_edit'],
  },
  returns: List(AssignmentGroup),
  async handle({ ctx, course, params }) {
    const groups = await paginate(ctx, activeGroups(ctx, course.id).clearOrderBy(), {
      key: 'assignment_groups.id',
      order: [{ by: 'assignment_groups.position' }],
      kind: 'total',
    });
    return await serializeGroups(ctx, course, groups, params, await chosenPeriod(ctx, course, params));
  },
});

/** A period that is none of the course's narrows nothing, and 0 means all of them. */
async function chosenPeriod(ctx: Context, course: CourseRow, params: GroupsParams) {
  if (!params.grading_period_id) return undefined;
  const found = await periodsOfCourse(ctx, course);
  const period = found?.periods.find(({ id }) => id === params.grading_period_id);
  if (!period) return undefined;
  const { enrollments } = await courseAccess(ctx, course);
  const isStudent = enrollments.some(({ type }) => baseRoleOf(type) === 'StudentEnrollment');
  const own = params.scope_assignments_to_student && isStudent;
  return { id: period.id, userId: own ? ctx.user?.id : undefined };
}
