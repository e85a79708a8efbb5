import { actingAs } from '../../domain/acting-as.ts';
import { type CourseRow, courseAccess, mayInCourse } from '../../domain/course-access.ts';
import { demand } from '../../domain/demand.ts';
import { studentIds } from '../../domain/submission-students.ts';
import { mayToUser } from '../../domain/user-access.ts';
import type { Context, User } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { List } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { user } from '../users/load.ts';
import { listAssignments } from './listing.ts';
import { Assignment } from './schema.ts';

export default operation('GET /api/v1/users/{user_id}/courses/{course_id}/assignments', {
  summary: 'The assignments of a course as one of its people sees them',
  load: { course: course('course_id'), user: user('user_id') },
  requires: 'user',
  returns: List(Assignment),
  async handle({ ctx, course, user, params }) {
    await demand(ctx, maySee(ctx, course, user));
    const his = actingAs(ctx, user);
    await demand(ctx, mayInCourse(his, course, 'read'));
    const assignments = await listAssignments(his, course, params);
    ctx.links = his.links;
    return assignments;
  },
});

/** Graders see it of their students, everybody of himself and of whom he may look at anyway. */
async function maySee(ctx: Context, course: CourseRow, user: User): Promise<boolean> {
  if (await mayInCourse(ctx, course, 'view_all_grades')) {
    const access = await courseAccess(ctx, course);
    const students = { courseId: course.id, sectionId: null, scope: 'current' } as const;
    const student = await ctx.db
      .selectFrom('users')
      .select('id')
      .where('id', '=', user.id)
      .where('id', 'in', studentIds(access, students))
      .executeTakeFirst();
    if (student) return true;
  }
  return (await mayToUser(ctx, user, 'read_as_parent')) || (await mayToUser(ctx, user, 'read'));
}
