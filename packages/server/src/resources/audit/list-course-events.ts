import { demand } from '../../domain/demand.ts';
import { operation } from '../../http/operation.ts';
import { courseInAnyState } from '../courses/load.ts';
import { CourseEvents, courseEvents, seesCourseChanges } from './courses.ts';
import { eventsOf } from './events.ts';

export default operation('GET /api/v1/audit/course/courses/{course_id}', {
  summary: 'What happened to a course',
  load: { course: courseInAnyState('course_id') },
  // A right over the institution, whatever the course.
  requires: 'user',
  returns: CourseEvents,
  async handle({ ctx, course, params }) {
    await demand(ctx, seesCourseChanges(ctx));
    return await courseEvents(ctx, eventsOf(ctx, 'course').where('course_id', '=', course.id), params);
  },
});
