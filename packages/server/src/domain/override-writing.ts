/** Makes, changes and deletes overrides of whatever has any. Work is assigned anew by whoever calls. */
import { anyOf } from '../db/any-of.ts';
import { type FieldErrors, InvalidRecord } from '../errors.ts';
import type { Context } from '../http/context.ts';
import { isParams, type RackValue } from '../http/rack-params.ts';
import { type Override, overridesOf, overridesOfPages, overridesOfTopics } from './assignment-dates.ts';
import { courseAccess } from './course-access.ts';
import { dateColumns, interpretOverride, type Overridable, type OverrideData } from './override-data.ts';
import { visibleSections } from './section-rights.ts';
import { enrollmentsVisibleTo } from './visible-enrollments.ts';

const MAX_TITLE = 255;

const loaders = {
  assignment_id: overridesOf,
  discussion_topic_id: overridesOfTopics,
  wiki_page_id: overridesOfPages,
} as const;

/** The active overrides of a thing, whomever they are for. */
export async function activeOverrides(ctx: Context, of: Overridable): Promise<Override[]> {
  const load = of.column === 'context_module_id' ? undefined : loaders[of.column];
  return (await load?.(ctx, [of.id]))?.get(of.id) ?? [];
}

/** @throws InvalidRecord */
export async function createOverride(ctx: Context, of: Overridable, data: OverrideData): Promise<number> {
  await refuseInvalid(ctx, of, data);
  const { set_type, set_id, name } = data.set ?? { set_type: 'ADHOC' as const, set_id: null };
  const { id } = await ctx.db
    .insertInto('assignment_overrides')
    .values({
      course_id: of.course.id,
      [of.column]: of.id,
      set_type,
      set_id,
      title: name ?? data.title ?? studentsTitle(data.studentIds ?? []),
      unassign_item: data.unassign_item ?? false,
      ...dateColumns(ctx, data),
      created_at: ctx.now,
      updated_at: ctx.now,
    } as never)
    .returning('id')
    .executeTakeFirstOrThrow();
  await writeStudents(ctx, of, id, data.studentIds ?? []);
  return id;
}

/** Dates that aren't given are overridden no longer; students that aren't given stay. Throws InvalidRecord. */
export async function changeOverride(
  ctx: Context,
  of: Overridable,
  override: Override,
  data: OverrideData,
): Promise<void> {
  await refuseInvalid(ctx, of, data, override);
  const title = data.title ?? (data.studentIds && studentsTitle(data.studentIds));
  await ctx.db
    .updateTable('assignment_overrides')
    .set({
      ...(override.set_type === 'ADHOC' && title !== undefined && { title }),
      ...(data.unassign_item !== undefined && { unassign_item: data.unassign_item }),
      ...dateColumns(ctx, data),
      updated_at: ctx.now,
    })
    .where('id', '=', override.id)
    .execute();
  if (!data.studentIds) return;
  await removeStudents(ctx, [override.id]);
  await writeStudents(ctx, of, override.id, data.studentIds);
}

export async function deleteOverrides(ctx: Context, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await removeStudents(ctx, ids);
  await ctx.db
    .updateTable('assignment_overrides')
    .set({ workflow_state: 'deleted', updated_at: ctx.now })
    .where('id', '=', anyOf(ids))
    .execute();
}

async function removeStudents(ctx: Context, overrideIds: readonly number[]): Promise<void> {
  await ctx.db
    .deleteFrom('assignment_override_students')
    .where('assignment_override_id', '=', anyOf(overrideIds))
    .execute();
}

async function writeStudents(
  ctx: Context,
  { column, id }: Overridable,
  assignment_override_id: number,
  studentIds: readonly number[],
): Promise<void> {
  if (studentIds.length === 0) return;
  const assignment_id = column === 'assignment_id' ? id : null;
  await ctx.db
    .insertInto('assignment_override_students')
    .values(studentIds.map((user_id) => ({ assignment_override_id, user_id, assignment_id })))
    .execute();
}

const studentsTitle = ({ length }: readonly number[]): string =>
  length === 0 ? 'No Students' : length === 1 ? '1 student' : `${length} students`;

/** Nobody has two overrides of the same kind. */
async function refuseInvalid(
  ctx: Context,
  of: Overridable,
  { set, studentIds, title }: OverrideData,
  self?: Override,
): Promise<void> {
  const errors: Record<string, FieldErrors[string]> = {};
  const others = (await activeOverrides(ctx, of)).filter(({ id }) => id !== self?.id);
  const twice = others.some(
    ({ set_type, set_id }) => set_id !== null && set_type === set?.set_type && set_id === set.set_id,
  );
  if (twice && set?.set_type !== 'Noop') {
    const name = set?.name ?? '';
    errors['set_id'] = [
      ['taken', `"${name}" is already assigned more than once. Remove the duplicate before saving.`],
    ];
  }
  const taken = new Set(others.flatMap(({ student_ids }) => student_ids));
  if (studentIds?.some((id) => taken.has(id))) {
    errors['assignment_override_students'] = [['taken', 'already belongs to an assignment override']];
  }
  if (title !== undefined && title.length > MAX_TITLE) errors['title'] = ['too_long'];
  if (title === '') errors['title'] = ['blank'];
  if (Object.keys(errors).length > 0) throw new InvalidRecord(errors);
}

/**
 * Makes the overrides of a thing those of a list: one with an `id` is changed, one without is added, and those that
 * aren't in the list are deleted, but not those that are for students whom the caller doesn't see.
 *
 * @throws InvalidRecord with what is wrong under `base`
 */
export async function replaceOverrides(
  ctx: Context,
  of: Overridable,
  list: readonly RackValue[],
): Promise<void> {
  const existing = await activeOverrides(ctx, of);
  const hidden = await hiddenStudents(ctx, of, existing);
  const isHidden = ({ set_type, student_ids }: Override) =>
    set_type === 'ADHOC' && student_ids.length > 0 && student_ids.every((id) => hidden.has(id));
  const wanted = list.map((sent) => ({ sent, override: existing.find(({ id }) => id === idOf(sent)) }));
  const kept = new Set(wanted.flatMap(({ override }) => override?.id ?? []));
  const problems: string[] = [];
  const writes: (() => Promise<unknown>)[] = [];
  for (const { sent, override } of wanted) {
    // What the caller can't see he can't change either.
    if (override && isHidden(override)) continue;
    const result = await interpretOverride(ctx, of, sent, override?.set_type);
    if ('errors' in result) problems.push(result.errors.join(','));
    else if (override) {
      const data = withHidden(result.data, override, hidden);
      writes.push(() => changeOverride(ctx, of, override, data));
    } else writes.push(() => createOverride(ctx, of, result.data));
  }
  if (problems.length > 0) throw new InvalidRecord({ base: problems });
  const gone = existing.filter((override) => !kept.has(override.id) && !isHidden(override));
  await deleteOverrides(
    ctx,
    gone.map(({ id }) => id),
  );
  for (const write of writes) await write();
}

const idOf = (sent: RackValue): number => (isParams(sent) ? Number(sent['id']) || 0 : 0);

/** Students whom the caller doesn't see stay in an override from which he takes others. */
function withHidden(data: OverrideData, override: Override, hidden: ReadonlySet<number>): OverrideData {
  const stay = override.student_ids.filter((id) => hidden.has(id));
  if (!data.studentIds || stay.length === 0) return data;
  const studentIds = [...new Set([...data.studentIds, ...stay])];
  return { ...data, studentIds, title: studentsTitle(studentIds) };
}

async function hiddenStudents(
  ctx: Context,
  { course }: Overridable,
  overrides: readonly Override[],
): Promise<ReadonlySet<number>> {
  const all = overrides.flatMap(({ student_ids }) => student_ids);
  const access = await courseAccess(ctx, course);
  if (all.length === 0 || visibleSections(access) === 'all') return new Set();
  let query = ctx.db
    .selectFrom('enrollments')
    .select('user_id')
    .where('course_id', '=', course.id)
    .where('user_id', '=', anyOf(all));
  for (const condition of enrollmentsVisibleTo(access)) query = query.where(condition);
  const seen = new Set((await query.execute()).map(({ user_id }) => user_id));
  return new Set(all.filter((id) => !seen.has(id)));
}
