/** The folders of a context: made as they are needed, and what is inherited from those above. */
import { type Insertable, type Selectable, sql } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type { FoldersTable } from '../db/tables/index.ts';
import type { Context } from '../http/context.ts';
import { type AnyContext, inContext } from './contexts.ts';
import { sortKey } from './sort-key.ts';

export type FolderRow = Selectable<FoldersTable>;

const ROOT_NAMES = { Course: 'course files', User: 'my files', Group: 'files', Account: 'files' } as const;
const UNFILED = 'unfiled';

/** The one folder that all others of a context are in. */
export async function rootFolder(ctx: Context, context: AnyContext): Promise<FolderRow> {
  const existing = () => activeFolders(ctx, context).where('parent_folder_id', 'is', null).executeTakeFirst();
  const name = ROOT_NAMES[context.type];
  return (await existing()) ?? (await insertOrFind(ctx, context, { name, parent: null }, existing));
}

/** Where what names no folder goes. */
export async function unfiledFolder(ctx: Context, context: AnyContext): Promise<FolderRow> {
  return await folderIn(ctx, context, await rootFolder(ctx, context), UNFILED);
}

/** A context's folder for a purpose; hidden, since nobody is to look for it. */
export async function uniqueFolder(
  ctx: Context,
  context: AnyContext,
  { type, name }: { type: string; name: string },
): Promise<FolderRow> {
  const existing = () => activeFolders(ctx, context).where('unique_type', '=', type).executeTakeFirst();
  const found = await existing();
  if (found) return found;
  const parent = await rootFolder(ctx, context);
  const free = await freeNameIn(ctx, parent, name);
  return await insertOrFind(
    ctx,
    context,
    { name: free, parent, unique_type: type, workflow_state: 'hidden' },
    existing,
  );
}

/**
 * The folder at a path, made on the way as far as it doesn't exist. Slashes at its ends and the root's own name are
 * no part of it.
 */
export async function assertPath(ctx: Context, context: AnyContext, path: string): Promise<FolderRow> {
  const root = await rootFolder(ctx, context);
  const names = path.split('/').filter((name) => name !== '');
  if (names[0] === root.name) names.shift();
  let folder = root;
  for (const name of names) folder = await folderIn(ctx, context, folder, cleanName(name));
  return folder;
}

export function activeFolders(ctx: Context, { type, id }: AnyContext) {
  return ctx.db
    .selectFrom('folders')
    .selectAll()
    .where('context_type', '=', type)
    .where('context_id', '=', id)
    .where('workflow_state', '<>', 'deleted');
}

/** Slashes would look like folders; nothing at all gets Canvas's name for it. */
export function cleanName(name: string | null | undefined): string {
  return name?.trim().replaceAll('/', '_') || 'New Folder';
}

async function folderIn(ctx: Context, context: AnyContext, parent: FolderRow, name: string) {
  const existing = () =>
    ctx.db
      .selectFrom('folders')
      .selectAll()
      .where('parent_folder_id', '=', parent.id)
      .where('name', '=', name)
      .where('workflow_state', '<>', 'deleted')
      .executeTakeFirst();
  return (await existing()) ?? (await insertOrFind(ctx, context, { name, parent }, existing));
}

type NewFolder = Pick<FolderRow, 'name'> & Partial<Insertable<FoldersTable>> & { parent: FolderRow | null };

/** Inserts a folder that is known to be new by its name. */
export async function insertFolder(ctx: Context, context: AnyContext, values: NewFolder): Promise<FolderRow> {
  return await insertOrFind(ctx, context, values, async () => undefined);
}

/** Of two who make the same folder at once, both get the one that was made. */
async function insertOrFind(
  ctx: Context,
  context: AnyContext,
  { parent, name, ...values }: NewFolder,
  existing: () => Promise<FolderRow | undefined>,
): Promise<FolderRow> {
  const inserted = await ctx.db
    .insertInto('folders')
    .values({
      ...inContext(context),
      name,
      name_key: sortKey(name),
      full_name: parent ? `${parent.full_name}/${name}` : name,
      parent_folder_id: parent?.id ?? null,
      position: nextPosition(parent),
      workflow_state: parent?.workflow_state === 'hidden' ? 'hidden' : 'visible',
      created_at: ctx.now,
      updated_at: ctx.now,
      ...values,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  const folder = inserted ?? (await existing());
  // Without a look-up of its own, the caller's name was free a moment ago: he may look again.
  if (!folder) throw new Error('another folder of that name came first');
  return folder;
}

const nextPosition = (parent: FolderRow | null) =>
  parent &&
  sql<number>`(select coalesce(max(position), 0) + 1 from folders
    where parent_folder_id = ${parent.id})`;

/** `notes` → `notes 2` where there is a `notes` already: the first number that is free, as Canvas counts. */
export async function freeNameIn(
  ctx: Context,
  parent: FolderRow,
  name: string,
  exceptId = 0,
): Promise<string> {
  const rows = await ctx.db
    .selectFrom('folders')
    .select('name')
    .where('parent_folder_id', '=', parent.id)
    .where('workflow_state', '<>', 'deleted')
    .where('id', '<>', exceptId)
    .execute();
  return freeName(
    name,
    rows.map((row) => row.name),
  );
}

export function freeName(name: string, siblings: readonly string[]): string {
  if (!siblings.includes(name)) return name;
  const start = name.toLowerCase();
  const alike = siblings.filter((sibling) => {
    const lower = sibling.toLowerCase();
    return lower.startsWith(start) && /^(?:\s\d+)?$/.test(lower.slice(start.length));
  });
  const numbers = alike
    .map((sibling) => Number.parseInt(sibling.split(/\s+/).at(-1) ?? '', 10))
    .filter((number) => number > 1)
    .sort((a, b) => a - b);
  let candidate = 2;
  for (const number of numbers) {
    if (candidate < number) return `${name} ${candidate}`;
    candidate = number + 1;
  }
  return `${name} ${alike.length + 1}`;
}

/** What holds of a folder by itself or by one above it. */
export interface FolderState {
  readonly hidden: boolean;
  /** By hand or by dates. */
  readonly locked: boolean;
}

const OPEN: FolderState = { hidden: false, locked: false };

/** The states of some folders, in one query; of a file in no folder there is nothing to inherit. */
export async function folderStates(
  ctx: Context,
  ids: Iterable<number | null>,
): Promise<(id: number | null) => FolderState> {
  const known = [...new Set(ids)].filter((id) => id !== null);
  if (known.length === 0) return () => OPEN;
  const { rows } = await sql<{ id: number; hidden: boolean; locked: boolean }>`
    with recursive up as (
      select id as start, id, parent_folder_id, workflow_state, locked, lock_at, unlock_at
        from folders where id = ${anyOf(known)}
      union all
      select up.start, f.id, f.parent_folder_id, f.workflow_state, f.locked, f.lock_at, f.unlock_at
        from folders f join up on f.id = up.parent_folder_id)
    select start as id, bool_or(workflow_state = 'hidden') as hidden,
      bool_or(locked or coalesce(lock_at < ${ctx.now}::timestamptz, false)
        or coalesce(unlock_at > ${ctx.now}::timestamptz, false)) as locked
    from up group by start`.execute(ctx.db);
  const states = new Map(rows.map(({ id, hidden, locked }) => [id, { hidden, locked }]));
  return (id) => (id === null ? OPEN : (states.get(id) ?? OPEN));
}

/** Neither hidden nor locked by itself: a condition of a query over `folders`. */
export const openFolder = (
  now: string,
) => sql<boolean>`(folders.workflow_state <> 'hidden' and not folders.locked
  and (folders.lock_at is null or folders.lock_at > ${now}::timestamptz
    or (folders.unlock_at is not null and folders.unlock_at < ${now}::timestamptz)))`;

/** The folders that one reaches from the root through open ones, as a subquery of ids. */
export const reachableFolders = ({ type, id }: AnyContext, now: string) => sql<number>`(
  with recursive down as (
    select folders.id from folders where context_type = ${type} and context_id = ${id}
      and parent_folder_id is null and workflow_state <> 'deleted'
    union all
    select folders.id from folders join down on folders.parent_folder_id = down.id
      where folders.workflow_state <> 'deleted' and ${openFolder(now)})
  select id from down)`;
