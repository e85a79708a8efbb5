import { type AnyContext, ofCourse, ofGroup, ofUser } from '../../domain/contexts.ts';
import { activeFolders, type FolderRow, rootFolder } from '../../domain/folders.ts';
import { NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { type Entity, loads } from '../../http/operation.ts';
import { findCourse } from '../courses/load.ts';
import { findGroup } from '../groups/load.ts';
import { findUser } from '../users/load.ts';
import { type FolderRight, folderGrants } from './rules.ts';

/** A folder that isn't deleted. Throws NotFound. */
export async function findFolder(ctx: Context, text: string): Promise<FolderRow> {
  const id = parseNumber(text);
  const found =
    id !== undefined &&
    (await ctx.db
      .selectFrom('folders')
      .selectAll()
      .where('id', '=', id)
      .where('workflow_state', '<>', 'deleted')
      .executeTakeFirst());
  if (!found) throw new NotFound();
  return found;
}

/** A folder of a context that isn't deleted. Throws NotFound. */
export async function findFolderIn(ctx: Context, context: AnyContext, text: string): Promise<FolderRow> {
  const id = parseNumber(text);
  const found =
    id !== undefined && (await activeFolders(ctx, context).where('id', '=', id).executeTakeFirst());
  if (!found) throw new NotFound();
  return found;
}

/** `load: { folder: folder('id') }` */
export const folder = loads<FolderRow, FolderRight>({ find: findFolder, grants: folderGrants });

/** Of the course, group or user that was loaded before it; `root` is the one that all others are in. */
const inLoaded = (contextOf: (loaded: Readonly<Record<string, unknown>>) => AnyContext) =>
  loads<FolderRow, FolderRight>({
    async find(ctx, text, loaded) {
      const context = contextOf(loaded);
      return text === 'root' ? await rootFolder(ctx, context) : await findFolderIn(ctx, context, text);
    },
    grants: folderGrants,
  });
export const folderOfCourse = inLoaded(({ course }) => ofCourse(course as never));
export const folderOfGroup = inLoaded(({ group }) => ofGroup(group as never));
export const folderOfUser = inLoaded(({ user }) => ofUser(user as never));

/** The root folder of a course, a group or a user, by his or its id. */
const rootOf = (
  find: (ctx: Context, text: string) => Promise<AnyContext>,
): Entity<FolderRow, FolderRight> => ({
  find: async (ctx, text) => await rootFolder(ctx, await find(ctx, text)),
  grants: folderGrants,
});
export const rootOfCourse = loads(rootOf(async (ctx, id) => ofCourse(await findCourse(ctx, id))));
export const rootOfGroup = loads(rootOf(async (ctx, id) => ofGroup(await findGroup(ctx, id))));
export const rootOfUser = loads(rootOf(async (ctx, id) => ofUser(await findUser(ctx, id))));
