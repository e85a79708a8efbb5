/** Notes that somebody makes to himself in his planner. */
import { type Selectable, sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { PlannerNotesTable } from '../../db/tables/index.ts';
import { mayReadCalendar } from '../../domain/calendar-access.ts';
import { calendarsOf, namedBy } from '../../domain/calendar-contexts.ts';
import { callersZone } from '../../domain/callers-zone.ts';
import { type CourseRow, mayInCourse } from '../../domain/course-access.ts';
import { demand } from '../../domain/demand.ts';
import { InvalidRecord, NotFound, Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { InvalidDate, validateDateParam } from '../../http/date-time.ts';
import { parseNumber } from '../../http/ids.ts';
import { loads, operation, Reply } from '../../http/operation.ts';
import { inOrderOf, List } from '../../http/schema.ts';
import { findCourse } from '../courses/load.ts';
import { findLinked, linkedPath } from './linked.ts';
import { PlannerNote } from './schema.ts';

export type NoteRow = Selectable<PlannerNotesTable>;

/** The caller's own; another's isn't there. */
const note = loads<NoteRow, never>({
  async find(ctx, text) {
    const row = await ctx.db
      .selectFrom('planner_notes')
      .selectAll()
      .where('id', '=', parseNumber(text) ?? 0)
      .where('user_id', '=', ctx.me.id)
      .executeTakeFirst();
    if (!row) throw new NotFound();
    return row;
  },
  grants: async () => true,
});

function serialize(ctx: Context, row: NoteRow): PlannerNote {
  const { linked_object_type: type, linked_object_id: id, ...own } = row;
  const path = type && id ? linkedPath(row.course_id, type, id) : undefined;
  return inOrderOf(PlannerNote, {
    ...own,
    ...(path && {
      linked_object_type: type as string,
      linked_object_id: id as number,
      linked_object_html_url: ctx.url(path),
      linked_object_url: ctx.url(`/api/v1${path}`),
    }),
  });
}

const MAX_TITLE = 255;

function refuseInvalid({ title, todo_date }: { title: string | null; todo_date: string | null }): void {
  const errors: Record<string, [string, string][]> = {};
  if (!title?.trim()) errors['title'] = [['blank', "can't be blank"]];
  if ((title?.length ?? 0) > MAX_TITLE) {
    errors['title'] = [['too_long', `is too long (maximum is ${MAX_TITLE} characters)`]];
  }
  if (!todo_date) errors['todo_date'] = [['blank', "can't be blank"]];
  if (Object.keys(errors).length > 0) throw new InvalidRecord(errors);
}

async function readableCourse(ctx: Context, id: number): Promise<CourseRow> {
  const course = await findCourse(ctx, String(id));
  await demand(ctx, mayInCourse(ctx, course, 'read'));
  return course;
}

export const listNotes = operation('GET /api/v1/planner_notes', {
  summary: 'My planner notes',
  requires: 'user',
  returns: List(PlannerNote),
  async handle({ ctx, params }) {
    const bound = (name: 'start_date' | 'end_date', which: 'start' | 'end') => {
      const text = params[name];
      if (!text) return undefined;
      try {
        return validateDateParam(name, text, callersZone(ctx), which);
      } catch (error) {
        if (error instanceof InvalidDate) throw new Refusal(400, { errors: error.message });
        throw error;
      }
    };
    const [start, end] = [bound('start_date', 'start'), bound('end_date', 'end')];
    const where = params.context_codes ? await notesIn(ctx, params.context_codes) : sql<boolean>`true`;
    const rows = await ctx.db
      .selectFrom('planner_notes')
      .selectAll()
      .where('user_id', '=', ctx.me.id)
      .where('workflow_state', '=', 'active')
      .where(where)
      .$if(start !== undefined, (query) => query.where('todo_date', '>=', start as string))
      .$if(end !== undefined, (query) => query.where('todo_date', '<=', end as string))
      .orderBy('id')
      .execute();
    return rows.map((row) => serialize(ctx, row));
  },
});

/** Of the courses that the caller may read, and his own that are of no course; other codes drop out. */
async function notesIn(ctx: Context, codes: readonly string[]) {
  const named = await calendarsOf(
    ctx,
    codes.flatMap((code) => namedBy(code) ?? []),
  );
  const courses: number[] = [];
  for (const calendar of named.values()) {
    if (calendar.type === 'Course' && (await mayReadCalendar(ctx, calendar))) courses.push(calendar.id);
  }
  const own = named.has(`user_${ctx.me.id}`);
  return sql<boolean>`(course_id = ${anyOf(courses)} or (${own} and course_id is null))`;
}

export const showNote = operation('GET /api/v1/planner_notes/{id}', {
  summary: 'One of my planner notes',
  load: { note: note('id') },
  requires: 'user',
  returns: PlannerNote,
  handle: async ({ ctx, note }) => serialize(ctx, note),
});

export const createNote = operation('POST /api/v1/planner_notes', {
  summary: 'Make a planner note, which may be linked to a thing of a course',
  requires: 'user',
  returns: PlannerNote,
  async handle({ ctx, params }) {
    const { details = null, todo_date = null, course_id, linked_object_type, linked_object_id } = params;
    const course = course_id ? await readableCourse(ctx, course_id) : undefined;
    const linked =
      linked_object_type && linked_object_id
        ? await findLinked(ctx, course, linked_object_type, linked_object_id)
        : undefined;
    const title = params.title ?? linked?.title ?? null;
    refuseInvalid({ title, todo_date });
    const row = await ctx.db
      .insertInto('planner_notes')
      .values({
        user_id: ctx.me.id,
        course_id: course?.id ?? null,
        title: title ?? '',
        details,
        todo_date: todo_date ?? ctx.now,
        linked_object_type: linked?.type ?? null,
        linked_object_id: linked?.id ?? null,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst();
    if (!row) throw new Refusal(400, { message: 'a planner note linked to that object already exists' });
    return new Reply(201, serialize(ctx, row));
  },
});

export const updateNote = operation('PUT /api/v1/planner_notes/{id}', {
  summary: 'Change a planner note of mine',
  load: { note: note('id') },
  requires: 'user',
  returns: PlannerNote,
  async handle({ ctx, note, params }) {
    const { title = note.title, details = note.details, todo_date = note.todo_date } = params;
    const course_id = params.course_id === undefined ? note.course_id : params.course_id || null;
    if (note.linked_object_id !== null && course_id !== note.course_id) {
      throw new Refusal(400, { message: 'course_id cannot be changed for linked planner notes' });
    }
    if (course_id !== null && course_id !== note.course_id) await readableCourse(ctx, course_id);
    refuseInvalid({ title, todo_date });
    const row = await ctx.db
      .updateTable('planner_notes')
      .set({
        title: title ?? '',
        details,
        todo_date: todo_date ?? note.todo_date,
        course_id,
        updated_at: ctx.now,
      })
      .where('id', '=', note.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return serialize(ctx, row);
  },
});

export const deleteNote = operation('DELETE /api/v1/planner_notes/{id}', {
  summary: 'Delete a planner note of mine',
  load: { note: note('id') },
  requires: 'user',
  returns: PlannerNote,
  async handle({ ctx, note }) {
    const row = await ctx.db
      .updateTable('planner_notes')
      .set({ workflow_state: 'deleted', updated_at: ctx.now })
      .where('id', '=', note.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return serialize(ctx, row);
  },
});
