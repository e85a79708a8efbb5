import type { Updateable } from 'kysely';
import type { AttachmentsTable } from '../../db/tables/index.ts';
import {
  type AttachmentRow,
  change,
  hasNamesake,
  isOnDuplicate,
  lockedUntilUsageRights,
  nameColumns,
  settleDuplicates,
} from '../../domain/attachments.ts';
import { contextOf } from '../../domain/contexts.ts';
import { demand } from '../../domain/demand.ts';
import { InvalidRecord, Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation, type Params } from '../../http/operation.ts';
import { findFolderIn } from '../folders/load.ts';
import { folderGrants } from '../folders/rules.ts';
import { file } from './load.ts';
import { File } from './schema.ts';
import { serializeFile } from './serialize.ts';

const VISIBILITIES = ['inherit', 'context', 'institution', 'public'];

/** Rails' `truncate`: what is too long ends in dots. */
const truncated = (name: string) => (name.length > 255 ? `${name.slice(0, 252)}...` : name);

export default operation('PUT /api/v1/files/{id}', {
  summary: 'Rename, move, lock or hide a file',
  load: { file: file('id') },
  requires: { file: 'update' },
  returns: File,
  async handle({ ctx, file, params }) {
    const changes = { ...(await moving(ctx, file, params)), ...settings(params) };
    const wanted = { ...file, ...changes };
    await refuseUnlicensed(ctx, file, wanted);
    const moved = wanted.folder_id !== file.folder_id || wanted.display_name !== file.display_name;
    const clashes = moved && (await hasNamesake(ctx, wanted));
    const { on_duplicate } = params;
    if (clashes && !(on_duplicate && isOnDuplicate(on_duplicate))) {
      throw new Refusal(409, { message: "file already exists; use on_duplicate='overwrite' or 'rename'" });
    }
    const changed = Object.keys(changes).length > 0 ? await change(ctx, file, changes) : file;
    const settled =
      clashes && on_duplicate && isOnDuplicate(on_duplicate)
        ? await settleDuplicates(ctx, changed, on_duplicate)
        : changed;
    return await serializeFile(ctx, settled);
  },
});

type UpdateParams = Params<'PUT /api/v1/files/{id}'>;

/** Within its context; into a folder that the caller may change. */
async function moving(ctx: Context, file: AttachmentRow, { parent_folder_id }: UpdateParams) {
  if (!parent_folder_id) return {};
  const folder = await findFolderIn(ctx, await contextOf(ctx, file), parent_folder_id);
  await demand(ctx, folderGrants(ctx, folder, 'update'));
  return { folder_id: folder.id };
}

function settings(params: UpdateParams): Updateable<AttachmentsTable> {
  const { name, lock_at, unlock_at, locked, hidden, visibility_level } = params;
  if (visibility_level !== undefined && !VISIBILITIES.includes(visibility_level ?? '')) {
    throw new InvalidRecord({ visibility_level: [['inclusion', 'is not included in the list']] });
  }
  return {
    // A file without a name keeps the one it has.
    ...(name && nameColumns(truncated(name))),
    ...(lock_at !== undefined && { lock_at }),
    ...(unlock_at !== undefined && { unlock_at }),
    ...(locked !== undefined && { locked }),
    ...(hidden !== undefined && { file_state: hidden ? 'hidden' : 'available' }),
    ...(visibility_level && { visibility_level: visibility_level as 'inherit' }),
  };
}

async function refuseUnlicensed(
  ctx: Context,
  file: AttachmentRow,
  { locked }: { locked?: boolean | undefined },
): Promise<void> {
  const publishes = file.locked && !locked;
  if (!publishes || file.usage_rights_id !== null) return;
  if (await lockedUntilUsageRights(ctx, await contextOf(ctx, file))) {
    throw new Refusal(400, {
      message: 'This file must have usage_rights set before it can be published.',
    });
  }
}
