import { knownIncludes } from '../../http/includes.ts';
import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { account } from '../accounts/load.ts';
import { accountCourseOrder, accountCourses } from './account-courses.ts';
import { courseIncludes } from './includes.ts';
import { Course } from './schema.ts';
import { serializeCourses } from './serialize.ts';

/** Canvas gives these of single courses only. */
const notInThisList = new Set(['permissions', 'sections', 'needs_grading_count']);

export default operation('GET /api/v1/accounts/{account_id}/courses', {
  summary: 'The courses of an account and of every account below it',
  load: { account: account('account_id') },
  requires: { account: 'read_course_list' },
  returns: List(Course),
  async handle({ ctx, account, params }) {
    const query = await accountCourses(ctx, account, params);
    const courses = await paginate(ctx, query.selectAll('courses'), accountCourseOrder(params));
    const includes = knownIncludes(params.include, courseIncludes).filter((name) => !notInThisList.has(name));
    return await serializeCourses(ctx, courses, {
      includes,
      teacherLimit: params.teacher_limit,
      keepsName: true,
    });
  },
});
