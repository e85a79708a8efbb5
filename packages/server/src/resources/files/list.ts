/** Lists of files: of a context whole, or of one folder. */
import { type SelectQueryBuilder, sql } from 'kysely';
import { containing } from '../../db/containing.ts';
import type { Tables } from '../../db/tables/index.ts';
import { type AttachmentRow, notDeleted, openFile } from '../../domain/attachments.ts';
import { type AnyContext, contextOf } from '../../domain/contexts.ts';
import { mayInFileContext, seesHiddenFiles } from '../../domain/file-contexts.ts';
import { type FolderRow, reachableFolders } from '../../domain/folders.ts';
import { SearchTermTooShort } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import type { Params } from '../../http/operation.ts';
import { paginate, type SortKey } from '../../http/page.ts';
import type { File, FileNames } from './schema.ts';
import { serializeFiles } from './serialize.ts';

export type ListParams = Params<'GET /api/v1/courses/{course_id}/files'>;
type Query = SelectQueryBuilder<Tables, 'attachments', AttachmentRow>;

export async function listContextFiles(
  ctx: Context,
  context: AnyContext,
  params: ListParams,
): Promise<(File | FileNames)[]> {
  const query = filesOf(ctx)
    .where('attachments.context_type', '=', context.type)
    .where('attachments.context_id', '=', context.id);
  const sees = await seesHiddenFiles(ctx, context);
  const visible = sees
    ? query
    : query.where(sql<boolean>`attachments.folder_id in ${reachableFolders(context, ctx.now)}`);
  return await listFiles(ctx, context, visible, sees, params);
}

export async function listFolderFiles(ctx: Context, folder: FolderRow, params: ListParams) {
  const context = await contextOf(ctx, folder);
  const query = filesOf(ctx).where('attachments.folder_id', '=', folder.id);
  return await listFiles(ctx, context, query, await seesHiddenFiles(ctx, context), params);
}

const filesOf = (ctx: Context): Query =>
  ctx.db
    .selectFrom('attachments')
    .selectAll('attachments')
    .where(notDeleted)
    // Of what is attached to comments only the comment knows, and only the migration of its archive.
    .where('attachments.folder_id', 'is not', null)
    .where('attachments.comment_assignment_id', 'is', null);

async function listFiles(
  ctx: Context,
  context: AnyContext,
  base: Query,
  seesHidden: boolean,
  params: ListParams,
): Promise<(File | FileNames)[]> {
  const sort = params.sort ?? params.sort_by ?? 'name';
  const direction = params.order === 'desc' ? 'desc' : 'asc';
  const query = filtered(seesHidden ? base : await openTo(ctx, context, base), params);
  const rows = (await paginate(ctx, sort === 'user' ? withUploader(query) : query, {
    kind: 'total',
    order: orderBy(sort, direction),
    key: 'attachments.id',
    direction,
  })) as AttachmentRow[];
  const include = [...(params.include ?? []), ...(sort === 'user' ? ['user'] : [])];
  return await serializeFiles(ctx, rows, { include, only: params.only, hiddenForUser: seesHidden });
}

/** What is neither hidden nor locked, and as visible as the caller is near to the course. */
async function openTo(ctx: Context, context: AnyContext, query: Query): Promise<Query> {
  const open = query.where(openFile(ctx.now));
  if (context.type !== 'Course') return open;
  const levels: AttachmentRow['visibility_level'][] = ['public'];
  if (ctx.user) levels.push('institution');
  if (await mayInFileContext(ctx, context, 'read_as_member')) levels.push('context');
  if (await mayInFileContext(ctx, context, 'read_files')) levels.push('inherit');
  return open.where('attachments.visibility_level', 'in', levels);
}

function filtered(query: Query, params: ListParams): Query {
  const { search_term, content_types, exclude_content_types, category } = params;
  if (search_term && search_term.length < 2) throw new SearchTermTooShort();
  return query
    .$if(Boolean(search_term), (q) =>
      q.where('attachments.display_name', 'ilike', containing(search_term ?? '')),
    )
    .$if(hasAny(content_types), (q) => q.where(ofTypes(content_types ?? [])))
    .$if(hasAny(exclude_content_types), (q) =>
      q.where(sql<boolean>`not ${ofTypes(exclude_content_types ?? [])}`),
    )
    .$if(Boolean(category), (q) => q.where('attachments.category', '=', category as 'uncategorized'));
}

const hasAny = (list: readonly string[] | undefined) => (list ?? []).some((each) => each !== '');

/** `image/png` is that type, `image` all that begin with it. */
function ofTypes(types: readonly string[]) {
  const conditions = types
    .filter((type) => type !== '')
    .map((type) =>
      type.includes('/')
        ? sql`attachments.content_type = ${type}`
        : sql`attachments.content_type ilike ${containing(type).slice(1)}`,
    );
  return sql<boolean>`(${sql.join(conditions, sql` or `)})`;
}

const withUploader = (query: Query) =>
  query.leftJoin('users', 'users.id', 'attachments.user_id') as unknown as Query;

function orderBy(sort: string, direction: 'asc' | 'desc'): SortKey[] {
  const by = (expression: SortKey['by']): SortKey[] => [{ by: expression, direction }];
  switch (sort) {
    case 'size':
      return by(sql<number>`coalesce(attachments.size, 0)`);
    case 'created_at':
    case 'updated_at':
    case 'content_type':
      return by(`attachments.${sort}`);
    case 'user':
      // Those of nobody stand last in either direction.
      return [
        { by: sql<boolean>`users.id is null` },
        ...by(sql<string>`coalesce(users.sortable_name_key, '')`),
      ];
    default:
      return by('attachments.display_name_key');
  }
}
