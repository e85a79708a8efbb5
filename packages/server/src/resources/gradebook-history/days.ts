import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { List } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { byGrader, gradedSubmissions, zoneOf } from './graded-submissions.ts';
import { Day } from './schema.ts';

export default operation('GET /api/v1/courses/{course_id}/gradebook_history/days', {
  summary: 'On which days who graded what, the latest first',
  load: { course: course('course_id') },
  requires: { course: 'manage_grades' },
  returns: List(Day),
  async handle({ ctx, course }) {
    const rows = await gradedSubmissions(ctx, course);
    const gradersOf = await byGrader(ctx, course, rows);
    const dayOf = daysOf(ctx);
    return [...Map.groupBy(rows, ({ graded_at }) => dayOf(graded_at ?? ''))]
      .map(([date, graded]) => ({ graders: gradersOf(graded), date }))
      .sort((a, b) => (a.date < b.date ? 1 : -1));
  },
});

/** A point in time as the day that it is to the caller. */
function daysOf(ctx: Context): (time: string) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zoneOf(ctx), dateStyle: 'short' });
  return (time) => format.format(new Date(time));
}
