import type { AttachmentRow } from '../../domain/attachments.ts';
import {
  type AnyContext,
  contextOf,
  type InAnyContext,
  inContext,
  ofCourse,
  ofGroup,
  ofUser,
} from '../../domain/contexts.ts';
import { mayInFileContext } from '../../domain/file-contexts.ts';
import { NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { loads } from '../../http/operation.ts';
import { findCourse } from '../courses/load.ts';
import { type FileRight, fileGrants } from './rules.ts';

/** A row by its id, be it of a deleted file; one that waits for its bytes is no file yet. Throws NotFound. */
export async function findFileInAnyState(ctx: Context, text: string): Promise<AttachmentRow> {
  const id = parseNumber(text);
  const found =
    id !== undefined &&
    (await ctx.db
      .selectFrom('attachments')
      .selectAll()
      .where('id', '=', id)
      .where('workflow_state', '<>', 'unattached')
      .executeTakeFirst());
  if (!found) throw new NotFound();
  return found;
}

/**
 * A file that isn't deleted: itself, or in its own context or the one that `replacement_chain_context_…` names what
 * took its place. Throws NotFound.
 */
async function findFile(ctx: Context, text: string): Promise<AttachmentRow> {
  const file = await findFileInAnyState(ctx, text);
  if (file.file_state !== 'deleted') return file;
  const context = await chainContext(ctx);
  if (!context || !isIn(file, context)) throw new NotFound();
  return await replacementOf(ctx, file);
}

/** Of a context: there the place of an overwritten file is always looked for. */
export async function findFileIn(ctx: Context, context: AnyContext, text: string): Promise<AttachmentRow> {
  const file = await findFileInAnyState(ctx, text);
  if (!isIn(file, context)) throw new NotFound();
  return file.file_state === 'deleted' ? await replacementOf(ctx, file) : file;
}

async function replacementOf(ctx: Context, file: AttachmentRow): Promise<AttachmentRow> {
  const id = file.replacement_attachment_id;
  const found =
    id !== null &&
    (await ctx.db
      .selectFrom('attachments')
      .selectAll()
      .where('id', '=', id)
      .where('file_state', '<>', 'deleted')
      .executeTakeFirst());
  if (!found) throw new NotFound();
  return found;
}

async function chainContext(ctx: Context): Promise<AnyContext | undefined> {
  const { replacement_chain_context_type: type, replacement_chain_context_id: id } = ctx.request.params;
  return type === 'course' && id ? ofCourse(await findCourse(ctx, String(id))) : undefined;
}

const isIn = (row: InAnyContext, context: AnyContext) => {
  const { context_type, context_id } = inContext(context);
  return row.context_type === context_type && row.context_id === context_id;
};

/** `load: { file: file('id') }` */
export const file = loads<AttachmentRow, FileRight>({ find: findFile, grants: fileGrants });

export const fileOfCourse = loads<AttachmentRow, FileRight>({
  find: (ctx, text, { course }) => findFileIn(ctx, ofCourse(course as never), text),
  grants: fileGrants,
});
export const fileOfGroup = loads<AttachmentRow, FileRight>({
  find: (ctx, text, { group }) => findFileIn(ctx, ofGroup(group as never), text),
  grants: fileGrants,
});
export const fileOfUser = loads<AttachmentRow, FileRight>({
  find: (ctx, text, { user }) => findFileIn(ctx, ofUser(user as never), text),
  grants: fileGrants,
});

/** Whether the caller may add files where a file would be. */
export const mayAddFiles = (ctx: Context, context: AnyContext): Promise<boolean> =>
  mayInFileContext(ctx, context, 'manage_files_add');

export { contextOf };
