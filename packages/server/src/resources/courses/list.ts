import { adminRoles } from '../../domain/roles-held.ts';
import { operation } from '../../http/operation.ts';
import { Either, List } from '../../http/schema.ts';
import { Course, RestrictedCourse } from './schema.ts';
import { userCourses } from './user-courses.ts';

export default operation('GET /api/v1/courses', {
  summary: 'The courses in which the caller is enrolled',
  requires: 'user',
  returns: List(Either(Course, RestrictedCourse)),
  async handle({ ctx, params }) {
    // Administrators expect all courses here, and get none.
    if ((await adminRoles(ctx)).length > 0) {
      ctx.hint(
        'GET /api/v1/courses lists the courses in which you are enrolled; GET /api/v1/accounts/self/courses lists those of the account.',
      );
    }
    return await userCourses(ctx, ctx.me, params);
  },
});
