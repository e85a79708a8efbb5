import { courseAccesses } from '../../domain/course-access.ts';
import type { Context } from '../../http/context.ts';
import { knownIncludes } from '../../http/includes.ts';
import { operation, type Params } from '../../http/operation.ts';
import { List } from '../../http/schema.ts';
import { Course } from '../courses/schema.ts';
import { courseIncludes, observedEnrollments, serializeCourses } from '../courses/serialize.ts';
import { inOrderOfNicknames, type MenuCourse, menuCourses } from './menu-courses.ts';

type ListParams = Params<'GET /api/v1/users/self/favorites/courses'>;

export default operation('GET /api/v1/users/self/favorites/courses', {
  summary: 'My favorite courses, or some that I am enrolled in until I choose',
  requires: 'user',
  returns: List(Course),
  // All of them: the list has no pages, whatever the documentation says.
  async handle({ ctx, params }) {
    const listed = await chosenCourses(ctx, params);
    return await serializeCourses(
      ctx,
      listed.map(({ course }) => course),
      {
        includes: knownIncludes(params.include, courseIncludes),
        scores: params.include ?? [],
        ...(!params.exclude?.includes('enrollments') && {
          enrollments: await enrollmentsOf(ctx, listed, params),
        }),
      },
    );
  },
});

async function chosenCourses(ctx: Context, params: ListParams): Promise<MenuCourse[]> {
  const { observed_user, exclude_blueprint_courses, sort } = params;
  const observed = observed_user ? Number.parseInt(observed_user, 10) || 0 : undefined;
  const courses = (await menuCourses(ctx, observed)).filter(
    ({ course }) => !exclude_blueprint_courses || !course.blueprint,
  );
  return sort === 'nickname' ? await inOrderOfNicknames(ctx, courses) : courses;
}

const NOT_CURRENT = ['rejected', 'completed', 'inactive', 'deleted'];

/** The caller's own, and on request those of whom he observes. */
async function enrollmentsOf(ctx: Context, listed: readonly MenuCourse[], { include }: ListParams) {
  const accesses = await courseAccesses(
    ctx,
    listed.map(({ course }) => course),
  );
  const own = listed.flatMap(({ course }) =>
    (accesses.get(course.id)?.enrollments ?? [])
      .filter(({ workflow_state }) => !NOT_CURRENT.includes(workflow_state))
      .map((enrollment) => ({ ...enrollment, course_id: course.id })),
  );
  const observed = include?.includes('observed_users') ? await observedEnrollments(ctx, own) : [];
  return Map.groupBy([...own, ...observed], ({ course_id }) => course_id);
}
