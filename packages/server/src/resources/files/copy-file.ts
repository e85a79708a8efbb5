import { copyFile, hasNamesake, isOnDuplicate, settleDuplicates } from '../../domain/attachments.ts';
import { contextOf } from '../../domain/contexts.ts';
import { demand } from '../../domain/demand.ts';
import { Refusal } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { findFolder } from '../folders/load.ts';
import { folderGrants } from '../folders/rules.ts';
import { file as fileEntity, mayAddFiles } from './load.ts';
import { fileGrants } from './rules.ts';
import { File } from './schema.ts';
import { serializeFile } from './serialize.ts';

export default operation('POST /api/v1/folders/{dest_folder_id}/copy_file', {
  summary: 'Copy a file into a folder, from wherever the caller may read it',
  requires: 'user',
  returns: File,
  async handle({ ctx, path, params }) {
    const { source_file_id, on_duplicate: asked, name } = params;
    if (!source_file_id) throw new Refusal(400, { message: 'source_file_id must be provided' });
    const folder = await findFolder(ctx, path.dest_folder_id);
    await demand(ctx, folderGrants(ctx, folder, 'manage_contents'));
    const source = await fileEntity('id').find(ctx, source_file_id, {});
    await demand(ctx, fileGrants(ctx, source, 'download'));
    const context = await contextOf(ctx, folder);
    await demand(ctx, mayAddFiles(ctx, context));
    if (asked && !isOnDuplicate(asked)) {
      throw new Refusal(400, { message: "on_duplicate must be 'overwrite' or 'rename'" });
    }
    if (!asked && (await hasNamesake(ctx, { ...source, folder_id: folder.id, id: 0 }))) {
      const message = "file already exists; set on_duplicate to 'rename' or 'overwrite'";
      throw new Refusal(409, { message });
    }
    const copy = await copyFile(ctx, source, context, folder);
    const onDuplicate = asked === 'overwrite' ? 'overwrite' : 'rename';
    const wanted = onDuplicate === 'rename' && asked ? (name ?? undefined) : undefined;
    return await serializeFile(ctx, await settleDuplicates(ctx, copy, onDuplicate, wanted));
  },
});
