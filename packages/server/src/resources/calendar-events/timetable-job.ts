import { anyOf } from '../../db/any-of.ts';
import { settleDates } from '../../domain/calendar-dates.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import type { Context } from '../../http/context.ts';
import { defineJob } from '../../jobs/job.ts';
import { type TimetableEvent, zoneOfCourse } from './timetable.ts';

type Args = {
  course_id: number;
  /** Null for the whole course. */
  section_id: number | null;
  /** All that there are to be. */
  events: TimetableEvent[];
};

/** Brings the events of a timetable into step with it: by their codes, so that what stays keeps its id. */
export const timetableJob = defineJob<Args>('course_timetable', async (job, args) => {
  await job.step((ctx) => store(ctx, args));
});

export const progressOf = ({ id }: CourseRow) => ({
  progress: { context: { type: 'Course' as const, id }, tag: 'course_timetable' },
});

async function store(ctx: Context, { course_id, section_id, events }: Args): Promise<void> {
  const course = await ctx.db
    .selectFrom('courses')
    .selectAll()
    .where('id', '=', course_id)
    .executeTakeFirstOrThrow();
  const calendar =
    section_id === null
      ? ({ context_type: 'Course', context_id: course_id } as const)
      : ({ context_type: 'CourseSection', context_id: section_id } as const);
  const present = await ctx.db
    .selectFrom('calendar_events')
    .selectAll()
    .where('context_type', '=', calendar.context_type)
    .where('context_id', '=', calendar.context_id)
    .where('timetable_code', 'is not', null)
    .forUpdate()
    .execute();
  const byCode = new Map(present.map((row) => [row.timetable_code, row]));
  const codes = new Set(events.map(({ code }) => code));
  const gone = present.filter(
    (row) => row.workflow_state !== 'deleted' && !codes.has(row.timetable_code ?? ''),
  );
  if (gone.length > 0)
    await removeAll(
      ctx,
      gone.map(({ id }) => id),
    );
  const zone = zoneOfCourse(ctx, course);
  for (const event of events) {
    const known = byCode.get(event.code);
    const values = {
      ...settleDates(known ?? null, event, zone),
      title: event.title || course.name,
      workflow_state: 'active' as const,
      ...(event.location_name !== undefined && { location_name: event.location_name }),
    };
    if (!known) await insert(ctx, course, { ...calendar, ...values, timetable_code: event.code });
    else if (Object.entries(values).some(([name, value]) => known[name as keyof typeof known] !== value)) {
      await ctx.db
        .updateTable('calendar_events')
        .set({ ...values, updated_at: ctx.now })
        .where('id', '=', known.id)
        .execute();
    }
  }
}

const removeAll = (ctx: Context, ids: readonly number[]) =>
  ctx.db
    .updateTable('calendar_events')
    .set({ workflow_state: 'deleted', updated_at: ctx.now })
    .where('id', '=', anyOf(ids))
    .execute();

async function insert(
  ctx: Context,
  { id }: CourseRow,
  values: {
    context_type: 'Course' | 'CourseSection';
    context_id: number;
    title: string;
    timetable_code: string;
  },
): Promise<void> {
  await ctx.db
    .insertInto('calendar_events')
    .values({
      ...values,
      effective_context_codes: values.context_type === 'CourseSection' ? [`course_${id}`] : [],
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute();
}
