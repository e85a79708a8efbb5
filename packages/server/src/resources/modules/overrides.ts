/** For whom a module is, as it is kept in `assignment_overrides`. */
import type { Selectable } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { AssignmentOverridesTable } from '../../db/tables/index.ts';
import type { Context } from '../../http/context.ts';
import { inOrderOf } from '../../http/schema.ts';
import { ModuleOverride } from './schema.ts';

export type OverrideRow = Selectable<AssignmentOverridesTable>;

export const overridesOfModule = (ctx: Context, moduleId: number) =>
  ctx.db
    .selectFrom('assignment_overrides')
    .selectAll()
    .where('context_module_id', '=', moduleId)
    .where('workflow_state', '=', 'active');

export async function serializeOverrides(
  ctx: Context,
  overrides: readonly OverrideRow[],
): Promise<ModuleOverride[]> {
  const [students, sections] = await Promise.all([studentsOf(ctx, overrides), sectionsOf(ctx, overrides)]);
  return overrides.map((override) =>
    inOrderOf(ModuleOverride, {
      id: override.id,
      title: override.title,
      context_module_id: override.context_module_id as number,
      ...(override.set_type === 'ADHOC' && { students: students.get(override.id) ?? [] }),
      ...(override.set_type === 'CourseSection' && { course_section: sections.get(override.set_id ?? 0) }),
    }),
  );
}

async function studentsOf(ctx: Context, overrides: readonly OverrideRow[]) {
  const rows = await ctx.db
    .selectFrom('assignment_override_students as chosen')
    .innerJoin('users', 'users.id', 'chosen.user_id')
    .select(['chosen.assignment_override_id', 'users.id', 'users.name'])
    .where('chosen.assignment_override_id', '=', anyOf(overrides.map(({ id }) => id)))
    .orderBy('users.id')
    .execute();
  const byOverride = Map.groupBy(rows, ({ assignment_override_id }) => assignment_override_id);
  return new Map([...byOverride].map(([id, chosen]) => [id, chosen.map(({ id, name }) => ({ id, name }))]));
}

async function sectionsOf(ctx: Context, overrides: readonly OverrideRow[]) {
  const rows = await ctx.db
    .selectFrom('course_sections')
    .select(['id', 'name'])
    .where('id', '=', anyOf(overrides.flatMap(({ set_id }) => set_id ?? [])))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
