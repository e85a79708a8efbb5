import { courseAccess } from '../../domain/course-access.ts';
import { type CourseRight, courseGrants, courseRightNames } from '../../domain/course-rights.ts';
import { operation } from '../../http/operation.ts';
import { Flag, MapOf } from '../../http/schema.ts';
import { course } from './load.ts';

/** Easel's own words, beside the rights that Canvas knows. */
const own = new Set(['offer', 'claim', 'conclude', 'undelete', 'change_visibility']);
const canvasRights = courseRightNames.filter((name) => !own.has(name));
const known = new Set<string>(canvasRights);

export default operation('GET /api/v1/courses/{course_id}/permissions', {
  summary: 'What the caller may do in a course',
  load: { course: course('course_id') },
  requires: { course: 'read' },
  returns: MapOf(Flag),
  async handle({ ctx, course, params }) {
    const access = await courseAccess(ctx, course);
    const asked = params.permissions?.length ? params.permissions : canvasRights;
    return Object.fromEntries(
      asked.map((name) => [name, known.has(name) && courseGrants(name as CourseRight, access)]),
    );
  },
});
