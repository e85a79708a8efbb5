import type { AnyContext } from '../../domain/contexts.ts';
import { mayAnyInFileContext } from '../../domain/file-contexts.ts';
import { adminPermissions } from '../../domain/roles-held.ts';
import { outranksUser } from '../../domain/user-access.ts';
import type { Context } from '../../http/context.ts';

/** Who may destroy contents or the links to them for good: managers of files who may also act as other users. */
export async function mayReplaceFile(ctx: Context, context: AnyContext): Promise<boolean> {
  const { permissions } = await adminPermissions(ctx, ctx.rootAccount.path, 'account');
  if (!permissions.has('become_user')) return false;
  if (context.type === 'User') return await outranksUser(ctx, context.id);
  return await mayAnyInFileContext(ctx, context, ['manage_files_edit', 'manage_files_delete']);
}
