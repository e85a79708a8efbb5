import type { JsonValue } from '@easel/contract';
import { anyOf } from '../../db/any-of.ts';
import { assignWork } from '../../domain/assigned-work.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import { activeSections } from '../../domain/course-sections.ts';
import { itemsOfModules, type ModuleRow } from '../../domain/module-items.ts';
import { NotFound, Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation, Reply } from '../../http/operation.ts';
import { Anything } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { module } from './load.ts';
import { type OverrideRow, overridesOfModule } from './overrides.ts';

export default operation('PUT /api/v1/courses/{course_id}/modules/{context_module_id}/assignment_overrides', {
  summary: 'Say for whom a module is; whoever isn’t named any more doesn’t see it',
  load: { course: course('course_id'), module: module('context_module_id') },
  requires: { module: 'update' },
  returns: Anything,
  async handle({ ctx, course, module, params: { overrides = [] } }) {
    const wanted = wantedOverrides(overrides);
    const existing = await overridesOfModule(ctx, module.id).execute();
    await remove(ctx, existing, wanted);
    for (const each of wanted) await save(ctx, course, module, existing, each);
    await reassign(ctx, course, module);
    return new Reply(204, '');
  },
});

interface Wanted {
  readonly id: number | undefined;
  readonly title: string | undefined;
  readonly section: number | undefined;
  readonly students: readonly number[] | undefined;
}

const refuse = (error: string) => new Refusal(400, { error });

function wantedOverrides(overrides: JsonValue): Wanted[] {
  if (!Array.isArray(overrides)) throw refuse('List of overrides required');
  return overrides.map((override) => {
    if (typeof override !== 'object' || override === null || Array.isArray(override)) {
      throw refuse('List of overrides required');
    }
    if (isPresent(override['group_id'])) throw refuse('group_id is not allowed as an override');
    const [section, students] = [override['course_section_id'], override['student_ids']];
    if (![override['id'], section, students].some(isPresent)) {
      throw refuse('id, student_ids, or course_section_id required with each override');
    }
    if (isPresent(section) && isPresent(students)) {
      throw refuse('cannot provide course_section_id and student_ids on the same override');
    }
    const title = override['title'];
    return {
      id: isPresent(override['id']) ? idIn(override['id']) : undefined,
      title: typeof title === 'string' && title.trim() !== '' ? title : undefined,
      section: isPresent(section) ? idIn(section) : undefined,
      students: isPresent(students) ? [students].flat().map(idIn) : undefined,
    };
  });
}

const isPresent = (value: JsonValue | undefined): value is JsonValue =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** 0 names nothing. */
function idIn(value: JsonValue | undefined): number {
  const id = Number(value);
  return Number.isSafeInteger(id) && id > 0 ? id : 0;
}

async function remove(ctx: Context, existing: readonly OverrideRow[], wanted: readonly Wanted[]) {
  const kept = new Set(wanted.map(({ id }) => id));
  const gone = existing.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  await ctx.db
    .deleteFrom('assignment_override_students')
    .where('assignment_override_id', '=', anyOf(gone))
    .execute();
  await ctx.db
    .updateTable('assignment_overrides')
    .set({ workflow_state: 'deleted', updated_at: ctx.now })
    .where('id', '=', anyOf(gone))
    .execute();
}

async function save(
  ctx: Context,
  course: CourseRow,
  module: ModuleRow,
  existing: readonly OverrideRow[],
  wanted: Wanted,
): Promise<void> {
  const before = existing.find(({ id }) => id === wanted.id);
  if (wanted.id !== undefined && !before) throw new NotFound();
  const target = await targetOf(ctx, course, wanted);
  const values = {
    title: wanted.title ?? before?.title ?? '',
    ...target?.columns,
    updated_at: ctx.now,
  };
  const { id } = before
    ? await ctx.db
        .updateTable('assignment_overrides')
        .set(values)
        .where('id', '=', before.id)
        .returning('id')
        .executeTakeFirstOrThrow()
    : await ctx.db
        .insertInto('assignment_overrides')
        .values({
          course_id: course.id,
          context_module_id: module.id,
          set_type: 'ADHOC',
          ...values,
          created_at: ctx.now,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
  if (target) await chooseStudents(ctx, id, target.students);
}

/** Undefined where only the title is said. */
async function targetOf(ctx: Context, course: CourseRow, { section, students, title }: Wanted) {
  if (section !== undefined) {
    const found = (await activeSections(ctx, course)).find(({ id }) => id === section);
    if (!found) throw new NotFound();
    return {
      columns: { set_type: 'CourseSection' as const, set_id: section, title: found.name },
      students: [],
    };
  }
  if (students === undefined) return undefined;
  const chosen = await studentsIn(ctx, course, students);
  const count = `${chosen.length} student${chosen.length === 1 ? '' : 's'}`;
  return { columns: { set_type: 'ADHOC' as const, set_id: null, title: title ?? count }, students: chosen };
}

/** Who isn't a student of the course drops out. */
async function studentsIn(ctx: Context, { id }: CourseRow, userIds: readonly number[]): Promise<number[]> {
  const rows = await ctx.db
    .selectFrom('enrollments')
    .select('user_id')
    .distinct()
    .where('course_id', '=', id)
    .where('user_id', '=', anyOf(userIds))
    .where('type', 'in', ['StudentEnrollment', 'StudentViewEnrollment'])
    .where('workflow_state', 'not in', ['deleted', 'rejected', 'completed', 'inactive'])
    .execute();
  return rows.map(({ user_id }) => user_id);
}

async function chooseStudents(ctx: Context, overrideId: number, userIds: readonly number[]): Promise<void> {
  await ctx.db
    .deleteFrom('assignment_override_students')
    .where('assignment_override_id', '=', overrideId)
    .execute();
  if (userIds.length === 0) return;
  await ctx.db
    .insertInto('assignment_override_students')
    .values(userIds.map((user_id) => ({ assignment_override_id: overrideId, user_id })))
    .execute();
}

/** What is in the module is assigned to others now. */
async function reassign(ctx: Context, course: CourseRow, module: ModuleRow): Promise<void> {
  const items = (await itemsOfModules(ctx, [module.id])).get(module.id) ?? [];
  const assignmentIds = items.flatMap(({ content }) => content?.assignment?.id ?? []);
  if (assignmentIds.length > 0) await assignWork(ctx, { courseId: course.id, assignmentIds });
}
