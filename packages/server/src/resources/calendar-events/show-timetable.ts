import { operation } from '../../http/operation.ts';
import { Anything } from '../../http/schema.ts';
import { course } from '../courses/load.ts';

export default operation('GET /api/v1/courses/{course_id}/calendar_events/timetable', {
  summary: 'The timetable of a course as it was set last',
  load: { course: course('course_id') },
  requires: { course: 'manage_calendar' },
  returns: Anything,
  async handle({ ctx, course }) {
    const row = await ctx.db
      .selectFrom('course_timetables')
      .select('data')
      .where('course_id', '=', course.id)
      .executeTakeFirst();
    return row?.data ?? {};
  },
});
