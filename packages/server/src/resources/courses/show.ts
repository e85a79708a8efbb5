import { type CourseRow, courseAccess } from '../../domain/course-access.ts';
import { NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { knownIncludes } from '../../http/includes.ts';
import { operation } from '../../http/operation.ts';
import { enrollmentsField } from './enrollments-field.ts';
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
  const { enrollments } = await courseAccess(ctx, course);
  return await serializeCourse(ctx, course, {
    includes: knownIncludes(params.include, courseIncludes),
    enrollments: new Map([[course.id, enrollmentsField(course, enrollments, params.include ?? [])]]),
    teacherLimit: params.teacher_limit,
  });
}

export default operation('GET /api/v1/courses/{id}', {
  summary: 'One course',
  load: { course: courseInAnyState('id') },
  requires: { course: 'read' },
  returns: Course,
  handle: ({ ctx, course, params }) => showCourse(ctx, course, params),
});
