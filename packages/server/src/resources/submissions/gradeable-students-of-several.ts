import { sql } from 'kysely';
import { assignedPairs, assignedStudents } from '../../domain/assigned-students.ts';
import { courseAccess } from '../../domain/course-access.ts';
import { studentIds } from '../../domain/submission-students.ts';
import { parseNumber } from '../../http/ids.ts';
import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { Id, List, Shape } from '../../http/schema.ts';
import { DisplayUser, displayUser } from '../users/display.ts';
import { gradebook } from './load.ts';

const StudentOfAssignments = Shape({ ...DisplayUser.properties, assignment_ids: List(Id) });

export default operation('GET /api/v1/courses/{course_id}/assignments/gradeable_students', {
  summary: 'Whom one can grade on any of some assignments',
  load: { context: gradebook('course_id') },
  requires: { context: ['manage_grades', 'view_all_grades'] },
  returns: List(StudentOfAssignments),
  async handle({ ctx, context: { course }, params }) {
    const assignmentIds = (params.assignment_ids ?? []).flatMap((text) => parseNumber(text) ?? []);
    const access = await courseAccess(ctx, course);
    const students = studentIds(access, { courseId: course.id, sectionId: null, scope: 'gradeable' });
    const assigned = assignedStudents({ courseId: course.id, assignmentIds });
    const query = ctx.db
      .selectFrom('users')
      .selectAll()
      .where(sql<boolean>`users.id in ${students}`)
      .where(sql<boolean>`users.id in (select user_id from ${assigned} as assigned)`);
    const users = await paginate(ctx, query, { key: 'users.id', kind: 'total' });
    const userIds = users.map(({ id }) => id);
    const isAssigned = await assignedPairs(ctx, { courseId: course.id, assignmentIds, userIds });
    const ids = [...new Set(assignmentIds)].sort((a, b) => a - b);
    return users.map((user) => ({
      ...displayUser(ctx, user, `/courses/${course.id}`),
      assignment_ids: ids.filter((id) => isAssigned(id, user.id)),
    }));
  },
});
