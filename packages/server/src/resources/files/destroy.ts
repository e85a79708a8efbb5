import { Readable } from 'node:stream';
import { type AttachmentRow, change, deleteFiles, nameColumns } from '../../domain/attachments.ts';
import { contextOf } from '../../domain/contexts.ts';
import { demand } from '../../domain/demand.ts';
import { Refusal } from '../../errors.ts';
import { REMOVED_NAME, removedNotice } from '../../files/removed-notice.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { file, findFileInAnyState } from './load.ts';
import { mayReplaceFile } from './replace-rights.ts';
import { fileGrants } from './rules.ts';
import { File } from './schema.ts';
import { serializeFile } from './serialize.ts';

export default operation('DELETE /api/v1/files/{id}', {
  summary: 'Delete a file, or replace its contents for good',
  load: { file: file('id') },
  requires: 'user',
  returns: File,
  async handle({ ctx, file, params }) {
    if (params.replace) return await replaceContent(ctx, file);
    if (!(await fileGrants(ctx, file, 'delete'))) {
      throw new Refusal(401, { message: 'Unauthorized to delete this file' });
    }
    await deleteFiles(ctx, [file.id]);
    return await serializeFile(ctx, await findFileInAnyState(ctx, String(file.id)));
  },
});

/** All that share the contents lose them; nothing of what was made of them stays. */
async function replaceContent(ctx: Context, file: AttachmentRow) {
  await demand(ctx, mayReplaceFile(ctx, await contextOf(ctx, file)));
  const notice = await ctx.site.files.store(Readable.from([removedNotice()]), {
    contentType: 'application/pdf',
  });
  const content = { content_key: notice.key, content_tag: notice.tag, size: notice.size };
  const rootId = file.root_attachment_id ?? file.id;
  await ctx.db
    .updateTable('attachments')
    .set({ ...content, updated_at: ctx.now })
    .where((eb) => eb.or([eb('id', '=', rootId), eb('root_attachment_id', '=', rootId)]))
    .execute();
  await change(
    ctx,
    { id: rootId },
    {
      ...nameColumns(REMOVED_NAME),
      filename: REMOVED_NAME,
      content_type: 'application/pdf',
    },
  );
  return await serializeFile(ctx, await findFileInAnyState(ctx, String(file.id)));
}
