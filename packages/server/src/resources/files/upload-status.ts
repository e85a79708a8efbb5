import { NotFound } from '../../errors.ts';
import { parseNumber } from '../../http/ids.ts';
import { operation } from '../../http/operation.ts';
import { Nullable, OneOf, Optional, Shape, Text } from '../../http/schema.ts';
import { File } from './schema.ts';
import { serializeFile } from './serialize.ts';

const UploadStatus = Shape({
  upload_status: OneOf('pending', 'ready', 'errored'),
  attachment: Optional(File),
  message: Optional(Nullable(Text)),
});

export default operation('GET /api/v1/files/{id}/{uuid}/status', {
  summary: 'How far an upload is',
  requires: 'public',
  returns: UploadStatus,
  async handle({ ctx, path }) {
    const file = await ctx.db
      .selectFrom('attachments')
      .selectAll()
      .where('id', '=', parseNumber(path.id) ?? 0)
      .where('uuid', '=', path.uuid)
      .executeTakeFirst();
    if (!file) throw new NotFound();
    if (file.file_state === 'available') {
      return { upload_status: 'ready', attachment: await serializeFile(ctx, file) };
    }
    if (file.file_state === 'deleted') return { upload_status: 'pending' };
    return { upload_status: 'errored', message: file.upload_error_message };
  },
});
