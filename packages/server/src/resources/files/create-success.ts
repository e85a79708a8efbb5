/** Step 3 of an upload. Whoever knows the id and the uuid may take it, as in Canvas. */
import type { AttachmentRow } from '../../domain/attachments.ts';
import { completeUpload, waitingRow } from '../../domain/complete-upload.ts';
import { onDuplicateOf } from '../../domain/uploading.ts';
import type { Stored } from '../../files/storage.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { operation, Reply } from '../../http/operation.ts';
import { Anything } from '../../http/schema.ts';
import type { File } from './schema.ts';
import { pictureChoice, serializeFile } from './serialize.ts';

interface SuccessParams {
  uuid?: string | null;
  on_duplicate?: string | null;
  include?: string[];
}

/** The bare 400 of an upload that isn't one, isn't there yet, or is complete already. */
const nothingToConfirm = () => new Reply(400, '', { 'content-type': 'text/html; charset=utf-8' });

async function confirm(ctx: Context, id: string, params: SuccessParams) {
  // Some stores write what they add (`?bucket=…&key=…`) behind an address without looking whether it has a query.
  const [uuid = ''] = (params.uuid ?? '').split('?', 1);
  const waiting = await waitingRow(ctx, parseNumber(id) ?? 0, uuid);
  const stored = waiting && (await arrived(ctx, waiting));
  if (!stored) {
    ctx.hint('Nothing waits here: step 2 has not come, or the upload is complete');
    return nothingToConfirm();
  }
  const onDuplicate = onDuplicateOf(params.on_duplicate);
  return await ctx.transaction(async (ctx) => {
    const file = await completeUpload(ctx, waiting, stored, onDuplicate);
    return file ? await confirmedFile(ctx, file, params.include) : nothingToConfirm();
  });
}

/** What has come for a row; the server itself noted it, or the store is asked. */
async function arrived(ctx: Context, file: AttachmentRow): Promise<Stored | undefined> {
  const { content_key: key, content_tag: tag, size, content_type } = file;
  if (key === null) return undefined;
  if (tag !== null && size !== null) return { key, tag, size, contentType: content_type };
  return await ctx.site.files.arrived(key);
}

/** With the address of a preview, unless another was asked for. */
export async function confirmedFile(
  ctx: Context,
  file: AttachmentRow,
  asked: readonly string[] = [],
): Promise<File> {
  const preview = asked.includes('preview_url') ? 'preview_url' : 'enhanced_preview_url';
  const include = [preview, ...(file.usage_rights_id === null ? [] : ['usage_rights'])];
  const shown = await serializeFile(ctx, file, { include });
  return asked.includes('avatar') ? { ...shown, avatar: pictureChoice(ctx, file.context_id, shown) } : shown;
}

export const createSuccess = operation('GET /api/v1/files/{id}/create_success', {
  summary: 'Confirm an upload',
  requires: 'public',
  inTransaction: false,
  returns: Anything,
  handle: ({ ctx, path, params }) => confirm(ctx, path.id, params),
});

export const createSuccessByPost = operation('POST /api/v1/files/{id}/create_success', {
  summary: 'Confirm an upload, by a form',
  requires: 'public',
  inTransaction: false,
  returns: Anything,
  handle: ({ ctx, path, params }) => confirm(ctx, path.id, params),
});
