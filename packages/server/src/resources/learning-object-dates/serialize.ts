import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { type Override, overridesWithIds } from '../../domain/assignment-dates.ts';
import type { Context } from '../../http/context.ts';
import { paginate } from '../../http/page.ts';
import { inOrderOf } from '../../http/schema.ts';
import { serializeOverride } from '../assignment-overrides/serialize.ts';
import { type Dated, modulesOf } from './dated.ts';
import { LearningObjectDates, type NamedOverride, type SectionOfTopic } from './schema.ts';

/** A thing's dates, with one page of the overrides that it has itself or by its modules. */
export async function serializeDates(ctx: Context, dated: Dated): Promise<LearningObjectDates> {
  const modules = await modulesOf(ctx, dated);
  const page = await paginate(ctx, overridesOn(ctx, dated, modules), {
    kind: 'total',
    key: 'assignment_overrides.id',
  });
  const overrides = await overridesWithIds(
    ctx,
    page.map(({ id }) => id),
  );
  const sections = dated.sectionsOf ? await sectionsOf(ctx, dated.sectionsOf) : [];
  const scope = await audience(ctx, dated, modules);
  return inOrderOf(LearningObjectDates, {
    id: dated.id,
    ...dated.dates,
    ...scope,
    graded: dated.graded,
    overrides: [...(await namedOverrides(ctx, overrides)), ...sections],
  });
}

const overridesOn = (ctx: Context, { overridable }: Dated, modules: readonly number[]) =>
  ctx.db
    .selectFrom('assignment_overrides')
    .select('assignment_overrides.id')
    .where('workflow_state', '=', 'active')
    .where((eb) =>
      eb.or([
        eb(`assignment_overrides.${overridable.column}`, '=', overridable.id),
        eb('context_module_id', '=', anyOf(modules)),
      ]),
    );

/** A module is for everybody unless it says for whom; what is in modules, only where one of them is. */
async function audience(
  ctx: Context,
  { overridable, onlyVisibleToOverrides, sectionsOf: topic }: Dated,
  modules: readonly number[],
): Promise<Pick<LearningObjectDates, 'only_visible_to_overrides' | 'visible_to_everyone'>> {
  const { rows } = await sql<{ own: boolean; course: boolean; open: boolean }>`
    with active as (select * from assignment_overrides where workflow_state = 'active')
    select
      exists (select 1 from active where ${sql.ref(overridable.column)} = ${overridable.id}) as own,
      exists (select 1 from active
        where ${sql.ref(overridable.column)} = ${overridable.id} and set_type = 'Course') as course,
      exists (select 1 from context_modules
        where id = ${anyOf(modules)} and id not in
          (select context_module_id from active where context_module_id is not null)) as open
  `.execute(ctx.db);
  const { own = false, course = false, open = false } = rows[0] ?? {};
  const only = onlyVisibleToOverrides ?? own;
  const reachesAll = !only && !topic && (modules.length === 0 || open);
  return { only_visible_to_overrides: only, visible_to_everyone: course || reachesAll };
}

/** With the names of students and modules. */
async function namedOverrides(ctx: Context, overrides: readonly Override[]): Promise<NamedOverride[]> {
  const [students, modules] = await Promise.all([
    namesIn(
      ctx,
      'users',
      overrides.flatMap(({ student_ids }) => student_ids),
    ),
    namesIn(
      ctx,
      'context_modules',
      overrides.flatMap(({ context_module_id }) => context_module_id ?? []),
    ),
  ]);
  return overrides.map((override) => {
    const module = modules.get(override.context_module_id ?? 0);
    return {
      ...serializeOverride(override),
      ...(module !== undefined && { context_module_name: module }),
      ...(override.set_type === 'ADHOC' && {
        students: override.student_ids.map((id) => ({ id, name: students.get(id) ?? '' })),
      }),
    };
  });
}

async function namesIn(ctx: Context, table: 'users' | 'context_modules', ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, string>();
  const rows = await ctx.db.selectFrom(table).select(['id', 'name']).where('id', '=', anyOf(ids)).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Those that have no override of their own. */
async function sectionsOf(
  ctx: Context,
  { id, delayed_post_at, lock_at }: NonNullable<Dated['sectionsOf']>,
): Promise<SectionOfTopic[]> {
  const { rows } = await sql<{ course_section_id: number }>`
    select course_section_id from discussion_topic_sections
    where discussion_topic_id = ${id} and course_section_id not in (
      select set_id from assignment_overrides where discussion_topic_id = ${id}
        and set_type = 'CourseSection' and workflow_state = 'active')
    order by course_section_id`.execute(ctx.db);
  return rows.map(({ course_section_id }) => ({
    discussion_topic_id: id,
    course_section_id,
    unlock_at: delayed_post_at,
    lock_at,
    unassign_item: false,
  }));
}
