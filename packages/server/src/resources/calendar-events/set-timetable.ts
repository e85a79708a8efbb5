import { sql } from 'kysely';
import { activeSections } from '../../domain/course-sections.ts';
import { MissingParameter, Refusal } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { OneOf, Shape } from '../../http/schema.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { course } from '../courses/load.ts';
import { findSectionOf } from '../sections/load.ts';
import { meetingsOf, readTimetables, type Timetable } from './timetable.ts';
import { progressOf, timetableJob } from './timetable-job.ts';

const Ok = Shape({ status: OneOf('ok') });

export default operation('POST /api/v1/courses/{course_id}/calendar_events/timetable', {
  summary: 'Set the timetable of a course and of its sections; the events follow',
  load: { course: course('course_id') },
  requires: { course: 'manage_calendar' },
  returns: Ok,
  async handle({ ctx, course, params: { timetables } }) {
    if (!timetables) throw new MissingParameter('timetables');
    const data: Record<string, Timetable[]> = {};
    const named = new Set<number>();
    for (const [key, given] of Object.entries(timetables)) {
      const section = key === 'all' ? undefined : await findSectionOf(ctx, course, key);
      if (section) named.add(section.id);
      const place = { course, section };
      const read = await readTimetables(ctx, place, given ?? []);
      if (read.errors.length > 0) throw new Refusal(400, { errors: read.errors });
      data[key] = read.timetables;
      const events = meetingsOf(ctx, place, read.timetables);
      const unique = [...new Map(events.map((event) => [event.code, event])).values()];
      await enqueue(
        ctx,
        timetableJob,
        { course_id: course.id, section_id: section?.id ?? null, events: unique },
        progressOf(course),
      );
    }
    await ctx.db
      .insertInto('course_timetables')
      .values({ course_id: course.id, data: JSON.stringify(data) })
      .onConflict((conflict) => conflict.column('course_id').doUpdateSet({ data: sql`excluded.data` }))
      .execute();
    for (const section of await activeSections(ctx, course)) {
      // A section that isn't named has no timetable any more.
      if (named.has(section.id)) continue;
      await ctx.db
        .updateTable('calendar_events')
        .set({ workflow_state: 'deleted', updated_at: ctx.now })
        .where('context_type', '=', 'CourseSection')
        .where('context_id', '=', section.id)
        .where('timetable_code', 'is not', null)
        .where('workflow_state', '<>', 'deleted')
        .execute();
    }
    return { status: 'ok' as const };
  },
});
