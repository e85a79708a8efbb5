/** Files that are handed in: they are kept in a folder of their own, where nobody changes them any more. */
import { sql } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type { Context } from '../http/context.ts';
import { type AttachmentRow, copyFile, notDeleted, settleDuplicates } from './attachments.ts';
import { type AnyContext, contextOf } from './contexts.ts';
import type { CourseRow } from './course-access.ts';
import { activeFolders, type FolderRow, freeNameIn, insertFolder, rootFolder } from './folders.ts';

const SUBMISSIONS = 'Submissions';
/** Of the folder that holds those of all courses. */
const ALL_COURSES = 'root';

/** Where what somebody hands in in a course goes: `Submissions/<course>` among his files. */
export async function submissionsFolder(
  ctx: Context,
  owner: AnyContext,
  course: CourseRow,
): Promise<FolderRow> {
  const all =
    (await folderFor(ctx, owner, ALL_COURSES)) ??
    (await addFolder(ctx, owner, await rootFolder(ctx, owner), SUBMISSIONS, ALL_COURSES));
  const code = `course_${course.id}`;
  return (await folderFor(ctx, owner, code)) ?? (await addFolder(ctx, owner, all, course.name, code));
}

const folderFor = (ctx: Context, owner: AnyContext, code: string): Promise<FolderRow | undefined> =>
  activeFolders(ctx, owner).where('submission_context_code', '=', code).executeTakeFirst();

async function addFolder(ctx: Context, owner: AnyContext, parent: FolderRow, name: string, code: string) {
  const free = await freeNameIn(ctx, parent, name.replaceAll('/', '_'));
  return await insertFolder(ctx, owner, { name: free, parent, submission_context_code: code });
}

/**
 * The files by their ids, of those that belong to the student or to the group that he hands in with; others drop out.
 * In the order asked for, each once.
 */
export async function ownFiles(
  ctx: Context,
  ids: readonly number[],
  owners: { readonly userId: number; readonly groupId: number | null },
): Promise<AttachmentRow[]> {
  const rows = await ctx.db
    .selectFrom('attachments')
    .selectAll()
    .where('id', '=', anyOf(ids))
    .where('workflow_state', '=', 'processed')
    .where('comment_assignment_id', 'is', null)
    .where(notDeleted)
    .where(
      sql<boolean>`(context_type = 'User' and context_id = ${owners.userId}
        or context_type = 'Group' and context_id = ${owners.groupId})`,
    )
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
}

/** Copies that share the bytes, so that what was handed in stays as it was; what is there already stays itself. */
export async function filedForSubmission(
  ctx: Context,
  files: readonly AttachmentRow[],
  course: CourseRow,
): Promise<AttachmentRow[]> {
  const filed: AttachmentRow[] = [];
  for (const file of files) {
    const owner = await contextOf(ctx, file);
    const folder = await submissionsFolder(ctx, owner, course);
    if (file.folder_id === folder.id) {
      filed.push(file);
      continue;
    }
    const copy = await copyFile(ctx, file, owner, folder);
    filed.push(await settleDuplicates(ctx, copy, 'rename'));
  }
  return filed;
}

/** `words.TXT` → `txt`; undefined for a name without an extension. */
export function extensionOf(name: string): string | undefined {
  const dot = name.lastIndexOf('.');
  const extension = dot === -1 ? '' : name.slice(dot + 1);
  return extension === '' ? undefined : extension.toLowerCase();
}
