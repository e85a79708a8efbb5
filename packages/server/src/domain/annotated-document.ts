/** The document of an assignment in which students write. */
import { InvalidRecord } from '../errors.ts';
import type { Context } from '../http/context.ts';
import { type AttachmentRow, copyFile, notDeleted } from './attachments.ts';
import { contextOf, ofCourse } from './contexts.ts';
import type { CourseRow } from './course-access.ts';
import { mayInFileContext } from './file-contexts.ts';
import { uniqueFolder } from './folders.ts';

const FOLDER = { type: 'student annotation documents', name: 'Student Annotation Documents' };

/**
 * A copy of a file in the course's folder for such documents; a file that is in it already is itself.
 *
 * @throws InvalidRecord, empty, where the caller can't read the file or there is none
 */
export async function annotatedCopy(ctx: Context, course: CourseRow, fileId: number): Promise<AttachmentRow> {
  const file = await ctx.db
    .selectFrom('attachments')
    .selectAll()
    .where('id', '=', fileId)
    .where(notDeleted)
    .executeTakeFirst();
  if (!file || !(await mayRead(ctx, file))) throw new InvalidRecord({});
  const context = ofCourse(course);
  const folder = await uniqueFolder(ctx, context, FOLDER);
  return file.folder_id === folder.id ? file : await copyFile(ctx, file, context, folder);
}

async function mayRead(ctx: Context, file: AttachmentRow): Promise<boolean> {
  if (file.file_state === 'public') return true;
  const { context_type } = file;
  if (
    context_type !== 'Course' &&
    context_type !== 'User' &&
    context_type !== 'Group' &&
    context_type !== 'Account'
  ) {
    return false;
  }
  const context = await contextOf(ctx, { context_type, context_id: file.context_id });
  return await mayInFileContext(ctx, context, context.type === 'Course' ? 'read_as_member' : 'read_files');
}
