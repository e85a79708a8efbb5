/**
 * What a request says of an override: for whom it is, and which dates it gives. What is wrong with it is said in
 * Canvas's words, all of it at once. Source: interpret_assignment_override_data of Canvas's API.
 */
import { sql } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import { toBoolean } from '../http/coerce.ts';
import type { Context } from '../http/context.ts';
import { parseDateTime } from '../http/date-time.ts';
import { parseIds } from '../http/ids.ts';
import { isParams, type RackParams, type RackValue } from '../http/rack-params.ts';
import type { Override } from './assignment-dates.ts';
import { callersZone } from './callers-zone.ts';
import { type CourseRow, courseAccess } from './course-access.ts';
import { fancyMidnight, wholeDay } from './fancy-midnight.ts';
import { rubyInspect } from './ruby-inspect.ts';
import { seesSection } from './section-rights.ts';

/** What has overrides. */
export interface Overridable {
  readonly course: CourseRow;
  readonly column: 'assignment_id' | 'discussion_topic_id' | 'wiki_page_id' | 'context_module_id';
  readonly id: number;
  /** Whose groups it can be for. */
  readonly groupCategoryId: number | null;
}

type SetType = Override['set_type'];

export interface OverrideData {
  /** Absent where the override stays for whom it is. */
  set?: { set_type: SetType; set_id: number | null; name?: string };
  studentIds?: number[];
  title?: string;
  unassign_item?: boolean;
  /** Only those that are given, null for none. */
  dates: Partial<Record<'due_at' | 'unlock_at' | 'lock_at', string | null>>;
}

export type Interpreted = { data: OverrideData } | { errors: string[] };

/** @param existing what it is for already, which can't be changed but for students */
export async function interpretOverride(
  ctx: Context,
  of: Overridable,
  sent: RackValue | undefined,
  existing?: SetType,
): Promise<Interpreted> {
  const said = sent ?? {};
  if (!isParams(said)) return { errors: ['invalid override data'] };
  const errors: string[] = [];
  const data: OverrideData = { dates: interpretDates(ctx, said, errors) };
  const type = existing ?? (given(said, 'student_ids') ? 'ADHOC' : undefined);
  if (type === 'ADHOC' && given(said, 'student_ids')) {
    data.studentIds = await interpretStudents(ctx, of, said['student_ids'], errors);
    data.set = { set_type: 'ADHOC', set_id: null };
  } else if (type === undefined) {
    const set = await interpretSet(ctx, of, said, errors);
    if (set) data.set = set;
  }
  const kind = existing ?? data.set?.set_type;
  if ((kind === 'ADHOC' || kind === 'Noop') && typeof said['title'] === 'string') data.title = said['title'];
  const unassign = said['unassign_item'];
  if (unassign !== undefined && !isParams(unassign) && !Array.isArray(unassign)) {
    if (unassign && typeof unassign !== 'object') data.unassign_item = toBoolean(unassign);
  }
  return errors.length > 0 ? { errors: ordered(errors) } : { data };
}

/** Canvas looks at dates last. */
const ordered = (errors: readonly string[]): string[] => [
  ...errors.filter((text) => !isDateError(text)),
  ...errors.filter(isDateError),
];
const isDateError = (text: string) => /^invalid (?:due|unlock|lock)_at /.test(text);

/** Present and not null; a blank counts. */
const given = (said: RackParams, name: string): boolean => said[name] !== undefined && said[name] !== null;
const filled = (said: RackParams, name: string): boolean => given(said, name) && said[name] !== '';

function interpretDates(ctx: Context, said: RackParams, errors: string[]): OverrideData['dates'] {
  const zone = callersZone(ctx);
  const dates: OverrideData['dates'] = {};
  for (const name of ['due_at', 'unlock_at', 'lock_at'] as const) {
    const value = said[name];
    if (value === undefined) continue;
    if (value === null || value === '') dates[name] = null;
    else {
      const time = typeof value === 'string' ? parseDateTime(value, zone) : null;
      if (time === null) errors.push(`invalid ${name} ${rubyInspect(value)}`);
      else dates[name] = name === 'unlock_at' ? time : fancyMidnight(time, zone);
    }
  }
  return dates;
}

async function interpretStudents(
  ctx: Context,
  { course }: Overridable,
  sent: RackValue | undefined,
  errors: string[],
): Promise<number[]> {
  if (!Array.isArray(sent) || sent.length === 0) {
    errors.push(`invalid student_ids ${rubyInspect(sent)}`);
    return [];
  }
  const texts = sent.map((value) => (value !== null && typeof value === 'object' ? '' : String(value)));
  const students = await studentsNamed(ctx, course, texts);
  const unknown = texts.filter((text) => !students.has(text));
  if (unknown.length > 0) errors.push(`unknown student ids: ${rubyInspect(unknown)}`);
  return [...new Set(students.values())];
}

/** Text → id, of whoever is or was a student of the course. */
async function studentsNamed(
  ctx: Context,
  course: CourseRow,
  texts: readonly string[],
): Promise<Map<string, number>> {
  const asked = texts.map((text) => ({ text, id: parseIds([text], 'user')[0] }));
  const numbers = asked.flatMap(({ id }) => (id?.by === 'id' ? [id.id] : []));
  const values = asked.flatMap(({ id }) => (id?.by === 'column' ? [id.value] : []));
  const rows = await ctx.db
    .selectFrom('enrollments')
    .leftJoin('pseudonyms', (join) =>
      join
        .onRef('pseudonyms.user_id', '=', 'enrollments.user_id')
        .on('pseudonyms.workflow_state', '<>', 'deleted'),
    )
    .select(['enrollments.user_id', 'pseudonyms.sis_user_id', 'pseudonyms.unique_id_key'])
    .where('enrollments.course_id', '=', course.id)
    .where('enrollments.type', 'in', ['StudentEnrollment', 'StudentViewEnrollment'])
    .where('enrollments.workflow_state', 'not in', ['deleted', 'rejected'])
    .where(
      sql<boolean>`(enrollments.user_id = ${anyOf(numbers)} or pseudonyms.sis_user_id = any(${values}::text[])
        or pseudonyms.unique_id_key = any(${values.map((value) => value.toLowerCase())}::text[]))`,
    )
    .execute();
  const found = new Map<string, number>();
  for (const { text, id } of asked) {
    const row = rows.find((each) => {
      if (id?.by === 'id') return each.user_id === id.id;
      if (id?.by !== 'column') return false;
      if (id.column === 'sis_user_id') return each.sis_user_id === id.value;
      return id.column === 'sis_login_id' && each.unique_id_key === id.value.toLowerCase();
    });
    if (row) found.set(text, row.user_id);
  }
  return found;
}

async function interpretSet(
  ctx: Context,
  of: Overridable,
  said: RackParams,
  errors: string[],
): Promise<OverrideData['set']> {
  if (filled(said, 'group_id')) {
    const group = await findGroup(ctx, of, String(said['group_id']));
    if (!group) errors.push(`unknown group id ${rubyInspect(said['group_id'])}`);
    else if (group.non_collaborative || group.group_category_id !== of.groupCategoryId) {
      errors.push('group_id is not valid');
    } else return { set_type: 'Group', set_id: group.id, name: group.name };
    if (group) return undefined;
  }
  if (filled(said, 'course_section_id')) {
    const section = await findSection(ctx, of.course, String(said['course_section_id']));
    if (section) return { set_type: 'CourseSection', set_id: section.id, name: section.name };
    errors.push(`unknown section id ${rubyInspect(said['course_section_id'])}`);
    return undefined;
  }
  if (filled(said, 'course_id')) {
    return { set_type: 'Course', set_id: of.course.id, name: of.course.name };
  }
  if (said['noop_id'] !== undefined) return { set_type: 'Noop', set_id: Number(said['noop_id']) || null };
  if (errors.length === 0) errors.push('one of student_ids, group_id, or course_section_id is required');
  return undefined;
}

async function findGroup(ctx: Context, { course }: Overridable, id: string) {
  if (!/^\d{1,15}$/.test(id)) return undefined;
  return await ctx.db
    .selectFrom('groups')
    .select(['id', 'name', 'group_category_id', 'non_collaborative'])
    .where('id', '=', Number(id))
    .where('context_type', '=', 'Course')
    .where('context_id', '=', course.id)
    .where('workflow_state', '<>', 'deleted')
    .executeTakeFirst();
}

/** One of the course that the caller sees. */
async function findSection(ctx: Context, course: CourseRow, text: string) {
  const id = parseIds([text], 'section')[0];
  if (id === undefined || id.by === 'word' || id.by === 'nothing') return undefined;
  let query = ctx.db
    .selectFrom('course_sections')
    .select(['id', 'name'])
    .where('course_id', '=', course.id)
    .where('workflow_state', '=', 'active');
  if (id.by === 'id') query = query.where('id', '=', id.id);
  else {
    const column = id.column === 'sis_section_id' ? 'sis_section_id' : 'integration_id';
    query = query.where(column, '=', id.value);
  }
  const section = await query.executeTakeFirst();
  return section && seesSection(await courseAccess(ctx, course), section.id) ? section : undefined;
}

/** The columns of an override's dates: one that isn't given isn't overridden. */
export function dateColumns(ctx: Context, { dates }: OverrideData) {
  const due_at = dates.due_at ?? null;
  return {
    due_at,
    due_at_overridden: dates.due_at !== undefined,
    ...wholeDay(due_at, callersZone(ctx)),
    unlock_at: dates.unlock_at ?? null,
    unlock_at_overridden: dates.unlock_at !== undefined,
    lock_at: dates.lock_at ?? null,
    lock_at_overridden: dates.lock_at !== undefined,
  };
}

/** A list, or an object whose keys are its indexes from 0; undefined for anything else. */
export function overrideList(sent: RackValue | undefined): RackValue[] | undefined {
  if (Array.isArray(sent)) return sent;
  if (!isParams(sent)) return undefined;
  const indexes = Object.keys(sent).sort((a, b) => Number(a) - Number(b));
  if (!indexes.every((key, index) => key === String(index))) return undefined;
  return indexes.map((key) => sent[key] as RackValue);
}
