/** The parameters of `module[…]` → columns, said once for making and changing modules. */
import type { Updateable } from 'kysely';
import type { ContextModulesTable } from '../../db/tables/index.ts';
import type { ModuleRow } from '../../domain/module-items.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import type { Params } from '../../http/operation.ts';

export type ModuleParams = NonNullable<Params<'PUT /api/v1/courses/{course_id}/modules/{id}'>['module']>;

/** Prerequisites that aren't there, or not before the module, go when it is put in its place. */
export function moduleChanges(params: ModuleParams): Updateable<ContextModulesTable> {
  const { name, unlock_at, prerequisite_module_ids: ids, requirement_count } = params;
  return {
    ...(name !== undefined && { name: name ?? '' }),
    ...(unlock_at !== undefined && { unlock_at }),
    ...(params.require_sequential_progress !== undefined && {
      require_sequential_progress: params.require_sequential_progress,
    }),
    ...(params.publish_final_grade !== undefined && { publish_final_grade: params.publish_final_grade }),
    ...(requirement_count !== undefined && { requirement_count: requirement_count || null }),
    ...(ids !== undefined && {
      prerequisite_module_ids: [...new Set(ids.flatMap((id) => parseNumber(id) ?? []))],
    }),
  };
}

export const moduleById = (ctx: Context, id: number): Promise<ModuleRow> =>
  ctx.db.selectFrom('context_modules').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
