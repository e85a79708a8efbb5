import { type CourseRow, mayInCourse } from '../../domain/course-access.ts';
import type { CourseRight } from '../../domain/course-rights.ts';
import { loads } from '../../http/operation.ts';
import { findCourse } from '../courses/load.ts';

/** A course as somebody's: nobody has a stream or a to-do list, not even of a public course. */
export const courseOfMine = loads<CourseRow, CourseRight>({
  find: findCourse,
  grants: async (ctx, course, right) => ctx.user !== null && (await mayInCourse(ctx, course, right)),
});
