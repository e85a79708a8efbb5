/** Where all ways of an upload meet: the bytes are there, and the row becomes a file. */

import { Refusal } from '../errors.ts';
import { isPreviewableMedia, mediaType, UNKNOWN_TYPE } from '../files/content-types.ts';
import type { Stored } from '../files/storage.ts';
import type { Context } from '../http/context.ts';
import { type AttachmentRow, change, type OnDuplicate, settleDuplicates } from './attachments.ts';
import { contextOf } from './contexts.ts';
import { migrationUploaded } from './copying/queue-migration.ts';
import { wouldExceedQuota } from './file-quota.ts';

export class QuotaExceeded extends Refusal {
  constructor() {
    super(400, { message: 'file size exceeds quota limits' });
  }
}

/** The row that waits for the bytes; undefined where it waits no longer. */
export async function waitingRow(
  ctx: Context,
  id: number,
  uuid?: string,
): Promise<AttachmentRow | undefined> {
  return await ctx.db
    .selectFrom('attachments')
    .selectAll()
    .where('id', '=', id)
    .where('workflow_state', '=', 'unattached')
    .$if(uuid !== undefined, (query) => query.where('uuid', '=', uuid as string))
    .executeTakeFirst();
}

/** The columns that bytes bring. A type that was announced goes before what came with them. */
export function contentColumns(file: AttachmentRow, stored: Stored) {
  const announced = mediaType(file.content_type);
  const came = mediaType(stored.contentType);
  const content_type =
    announced ?? (came === 'application/octet-stream' || came === undefined ? UNKNOWN_TYPE : came);
  return { content_key: stored.key, content_tag: stored.tag, size: stored.size, content_type };
}

/**
 * Inside a transaction. Of several who complete the same upload one does.
 * @returns the file, or undefined where somebody has completed it already
 * @throws QuotaExceeded
 */
export async function completeUpload(
  ctx: Context,
  file: AttachmentRow,
  stored: Stored,
  onDuplicate: OnDuplicate,
): Promise<AttachmentRow | undefined> {
  const waiting = await ctx.db
    .selectFrom('attachments')
    .select('id')
    .where('id', '=', file.id)
    .where('workflow_state', '=', 'unattached')
    .forUpdate()
    .executeTakeFirst();
  if (!waiting) return undefined;
  const context = await contextOf(ctx, file);
  if (file.counts_for_quota && (await wouldExceedQuota(ctx, context, stored.size))) throw new QuotaExceeded();
  const content = contentColumns(file, stored);
  const completed = await change(ctx, file, {
    ...content,
    workflow_state: 'processed',
    file_state: 'available',
    media_entry_id: isPreviewableMedia(content.content_type) ? 'maybe' : null,
    modified_at: ctx.now,
  });
  await migrationUploaded(ctx, completed);
  return await settleDuplicates(ctx, completed, onDuplicate);
}
