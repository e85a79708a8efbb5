import { type CourseRow, courseAccess, type OwnEnrollment } from '../../domain/course-access.ts';
import { NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { knownIncludes } from '../../http/includes.ts';
import { operation } from '../../http/operation.ts';
import { observedEnrollments } from './enrollments-of.ts';
import { courseIncludes } from './includes.ts';
import { courseInAnyState } from './load.ts';
import { Course } from './schema.ts';
import { serializeCourse } from './serialize.ts';

export interface ShowParams {
  include?: string[];
  teacher_limit?: number | null;
}

/** A course by itself carries the caller's enrollments in it; a deleted one shows only to `all_courses`. */
export async function showCourse(ctx: Context, course: CourseRow, params: ShowParams): Promise<Course> {
  if (course.workflow_state === 'deleted' && !params.include?.includes('all_courses')) throw new NotFound();
  return await serializeCourse(ctx, course, {
    includes: knownIncludes(params.include, courseIncludes),
    scores: params.include ?? [],
    enrollments: new Map([[course.id, await enrollmentsShown(ctx, course, params)]]),
    teacherLimit: params.teacher_limit,
  });
}

/** The caller's that aren't over, and on request those of the students he observes. */
async function enrollmentsShown(ctx: Context, course: CourseRow, { include }: ShowParams) {
  const { enrollments } = await courseAccess(ctx, course);
  const own = enrollments
    .filter(({ workflow_state }) => ['active', 'invited', 'creation_pending'].includes(workflow_state))
    .sort((a, b) => a.id - b.id);
  const observes = own.some(({ type, associated_user_id }) => {
    return type === 'ObserverEnrollment' && associated_user_id !== null;
  });
  if (!include?.includes('observed_users') || !observes) return own;
  return [...own, ...(await observedEnrollments(ctx, enrollments.map(pairOf(course))))];
}

const pairOf = (course: CourseRow) => (enrollment: OwnEnrollment) => ({
  ...enrollment,
  course_id: course.id,
});

export default operation('GET /api/v1/courses/{id}', {
  summary: 'One course',
  load: { course: courseInAnyState('id') },
  requires: { course: 'read' },
  returns: Course,
  handle: ({ ctx, course, params }) => showCourse(ctx, course, params),
});
