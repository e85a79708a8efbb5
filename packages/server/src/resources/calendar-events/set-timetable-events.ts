import { MissingParameter, Refusal } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { OneOf, Shape } from '../../http/schema.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { course } from '../courses/load.ts';
import { findSectionOf } from '../sections/load.ts';
import { codeFor } from './timetable.ts';
import { progressOf, timetableJob } from './timetable-job.ts';

export default operation('POST /api/v1/courses/{course_id}/calendar_events/timetable_events', {
  summary: 'Set all timetable events of a course or a section, known by their codes',
  load: { course: course('course_id') },
  requires: { course: 'manage_calendar' },
  returns: Shape({ status: OneOf('ok') }),
  async handle({ ctx, course, params }) {
    const { course_section_id, events: given } = params;
    const section = course_section_id ? await findSectionOf(ctx, course, course_section_id) : undefined;
    if (!given) throw new MissingParameter('events');
    const errors: string[] = [];
    const events = given.flatMap(({ start_at, end_at, code, title, location_name }) => {
      if (!start_at || !end_at) return [];
      return {
        start_at,
        end_at,
        code: code || codeFor({ course, section }, start_at, end_at),
        ...(title && { title }),
        ...(location_name && { location_name }),
      };
    });
    if (events.length < given.length) errors.push('start_at and end_at are required');
    if (new Set(events.map(({ code }) => code)).size < events.length) {
      errors.push('events (or codes) are not unique');
    }
    if (errors.length > 0) throw new Refusal(400, { errors });
    await enqueue(
      ctx,
      timetableJob,
      { course_id: course.id, section_id: section?.id ?? null, events },
      progressOf(course),
    );
    return { status: 'ok' as const };
  },
});
