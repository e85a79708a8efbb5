/** Who may do what with a folder. Source: the policy of Canvas's Folder. */
import { type AnyContext, contextOf } from '../../domain/contexts.ts';
import { MANAGE_FILES, mayAnyInFileContext, mayInFileContext } from '../../domain/file-contexts.ts';
import { type FolderRow, folderStates } from '../../domain/folders.ts';
import type { Context } from '../../http/context.ts';

export type FolderRight = 'read' | 'read_contents' | 'create' | 'update' | 'delete' | 'manage_contents';

type Rule = (ctx: Context, folder: FolderRow, context: AnyContext) => Promise<boolean>;

/** Nobody manages what was handed in. */
const managed =
  (...rights: readonly (typeof MANAGE_FILES)[number][]): Rule =>
  async (ctx, folder, context) =>
    folder.submission_context_code === null && (await mayAnyInFileContext(ctx, context, rights));

const folderRights: Record<FolderRight, Rule> = {
  async read(ctx, folder, context) {
    if (await mayAnyInFileContext(ctx, context, MANAGE_FILES)) return true;
    const { hidden } = (await folderStates(ctx, [folder.id]))(folder.id);
    return !hidden && (await mayInFileContext(ctx, context, 'read_files'));
  },
  async read_contents(ctx, folder, context) {
    if (await mayAnyInFileContext(ctx, context, ['read_as_admin', ...MANAGE_FILES])) return true;
    const { hidden, locked } = (await folderStates(ctx, [folder.id]))(folder.id);
    return (
      !hidden && !locked && !isFilesTabHidden(context) && (await mayInFileContext(ctx, context, 'read_files'))
    );
  },
  create: managed('manage_files_add'),
  update: managed('manage_files_edit'),
  delete: managed('manage_files_delete'),
  manage_contents: managed(...MANAGE_FILES),
};

/** A course that hides the tab shows no lists of its files, though each can still be read. */
function isFilesTabHidden(context: AnyContext): boolean {
  if (context.type !== 'Course') return false;
  return (context.course.tab_configuration ?? []).some(({ id, hidden }) => id === 'files' && hidden === true);
}

export async function folderGrants(ctx: Context, folder: FolderRow, right: FolderRight): Promise<boolean> {
  return await folderRights[right](ctx, folder, await contextOf(ctx, folder));
}
