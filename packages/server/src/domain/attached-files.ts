/** The files that submissions and comments hold. */
import { anyOf } from '../db/any-of.ts';
import type { Context } from '../http/context.ts';
import { type AttachmentRow, notDeleted } from './attachments.ts';

interface Holder {
  readonly attachment_ids: readonly number[];
}

/** @returns the files of each of these rows in the order in which it names them, without those that are deleted */
export async function attachedFiles(
  ctx: Context,
  holders: readonly Holder[],
): Promise<(holder: Holder) => AttachmentRow[]> {
  const ids = holders.flatMap(({ attachment_ids }) => attachment_ids);
  if (ids.length === 0) return () => [];
  const rows = await ctx.db
    .selectFrom('attachments')
    .selectAll()
    .where('id', '=', anyOf(ids))
    .where(notDeleted)
    .execute();
  const files = new Map(rows.map((file) => [file.id, file]));
  return ({ attachment_ids }) => attachment_ids.flatMap((id) => files.get(id) ?? []);
}
