import type { AttachmentRow } from '../../domain/attachments.ts';
import { NotFound } from '../../errors.ts';
import type { ServedFile } from '../../files/serve.ts';

/** What serving needs of a file. Throws NotFound where its bytes are gone. */
export function servedFile(file: AttachmentRow): ServedFile {
  const { content_key: key, content_tag, size } = file;
  if (key === null || size === null) throw new NotFound();
  return {
    key,
    tag: content_tag ?? key,
    size,
    name: file.display_name,
    contentType: file.content_type,
    modifiedAt: file.modified_at,
  };
}
