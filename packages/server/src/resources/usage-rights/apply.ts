/** Gives usage rights to files, or takes them away: to those named, and to all in folders that are named. */
import { type SelectQueryBuilder, sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { Tables } from '../../db/tables/index.ts';
import { notDeleted } from '../../domain/attachments.ts';
import type { AnyContext } from '../../domain/contexts.ts';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';

export interface Targets {
  file_ids?: string[];
  folder_ids?: string[];
}

/** @throws Refusal where nothing is named */
export function refuseNothing({ file_ids = [], folder_ids = [] }: Targets): void {
  if (file_ids.length > 0 || folder_ids.length > 0) return;
  throw new Refusal(400, { message: "Must supply 'file_ids' and/or 'folder_ids' parameter" });
}

/** @param publish whether they are unlocked too */
export async function applyRights(
  ctx: Context,
  context: AnyContext,
  { file_ids = [], folder_ids = [] }: Targets,
  rights: { id: number } | null,
  publish: boolean,
): Promise<{ message: string; file_ids: number[] }> {
  const folders = numbers(folder_ids);
  const within = folders.length > 0 ? await filesBelow(ctx, context, folders) : [];
  const named = await idsOf(filesIn(ctx, context).where('attachments.id', '=', anyOf(numbers(file_ids))));
  const ids = [...new Set([...within, ...named])];
  await ctx.db
    .updateTable('attachments')
    .set({ usage_rights_id: rights?.id ?? null, ...(rights && publish && { locked: false }) })
    .where('id', '=', anyOf(ids))
    .execute();
  const count = ids.length;
  return { message: count === 1 ? '1 file updated' : `${count} files updated`, file_ids: ids };
}

const numbers = (texts: readonly string[]) => texts.flatMap((text) => parseNumber(text) ?? []);

const filesIn = (ctx: Context, { type, id }: AnyContext) =>
  ctx.db
    .selectFrom('attachments')
    .select('attachments.id')
    .where('context_type', '=', type)
    .where('context_id', '=', id)
    .where(notDeleted);

async function idsOf(query: SelectQueryBuilder<Tables, 'attachments', { id: number }>): Promise<number[]> {
  return (await query.orderBy('attachments.id').execute()).map(({ id }) => id);
}

async function filesBelow(ctx: Context, context: AnyContext, folderIds: readonly number[]) {
  const below = sql<number>`(
    with recursive down as (
      select id from folders where id = ${anyOf(folderIds)} and workflow_state <> 'deleted'
        and context_type = ${context.type} and context_id = ${context.id}
      union
      select f.id from folders f join down on f.parent_folder_id = down.id where f.workflow_state <> 'deleted')
    select id from down)`;
  return await idsOf(filesIn(ctx, context).where(sql<boolean>`attachments.folder_id in ${below}`));
}
