import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { containing } from '../../db/containing.ts';
import {
  addressBook,
  availableUser,
  bookWithCourse,
  type CommonContexts,
  commonContexts,
  inBook,
} from '../../domain/address-book.ts';
import {
  type BookContext,
  countInContexts,
  findBookContext,
  inBookContext,
  knownUsers,
  parseCode,
} from '../../domain/address-book-contexts.ts';
import type { Context, User } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { operation, type Params } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import {
  Count,
  Either,
  Flag,
  List,
  MapOf,
  OneOf,
  Optional,
  Shape,
  type Static,
  Text,
} from '../../http/schema.ts';
import { findUser } from '../users/load.ts';
import { inboxOwner } from './load.ts';
import {
  type ContextKind,
  codeOf,
  type FoundContext,
  searchableContexts,
  sorted,
} from './matching-contexts.ts';
import { Participant } from './schema.ts';
import { groupPicture, serializeParticipants } from './serialize.ts';
import { syntheticContexts } from './synthetic-contexts.ts';

type SearchParams = Params<'GET /api/v1/search/recipients'>;

const RecipientContext = Shape({
  id: Text,
  name: Text,
  avatar_url: Optional(Text),
  type: OneOf('context'),
  user_count: Optional(Count),
  item_count: Optional(Count),
  permissions: Optional(MapOf(Flag)),
  context_name: Optional(Text),
});
type RecipientContext = Static<typeof RecipientContext>;
const Recipients = List(Either(Participant, RecipientContext));
type Recipients = Static<typeof Recipients>;

const definition = {
  summary: 'People, courses, sections and groups that one may write to',
  requires: 'user' as const,
  returns: Recipients,
  handle: ({ ctx, params }: { ctx: Context; params: SearchParams }) => search(ctx, params),
};

export default [
  operation('GET /api/v1/search/recipients', definition),
  operation('GET /api/v1/conversations/find_recipients', definition),
];

async function search(ctx: Context, params: SearchParams): Promise<Recipients> {
  inboxOwner(ctx);
  const context = params.context ? await findBookContext(ctx, params.context) : undefined;
  if (params.user_id) return await oneUser(ctx, params.user_id, context, params.from_conversation_id);
  if (!context && params.search === undefined) return [];
  const permissions = [...(params.permissions ?? []), ...(params.messageable_only ? ['send_messages'] : [])];
  const kinds = kindsAsked(params);
  const asked = { ctx, params, context, permissions, kinds, terms: termsOf(params) };
  const overview = await overviewOf(asked);
  const contexts = overview ?? (kinds.contexts.length > 0 ? await matchingContexts(asked) : []);
  const users =
    overview || !kinds.users || isFolder(params) ? sql<SqlBool>`false` : await matchingUsers(asked);
  return await pageOf(asked, contexts, users);
}

interface Asked {
  ctx: Context;
  params: SearchParams;
  context: BookContext | undefined;
  permissions: readonly string[];
  kinds: { users: boolean; contexts: readonly ContextKind[] };
  terms: readonly string[];
}

const termsOf = ({ search }: SearchParams) => (search ?? '').trim().split(/\s+/).filter(Boolean);

const ALL_KINDS = ['course', 'section', 'group'] as const;

function kindsAsked({ type, types }: SearchParams): Asked['kinds'] {
  const asked = [...(types ?? []), ...(type ? [type] : [])];
  if (asked.length === 0) return { users: true, contexts: ALL_KINDS };
  const contexts = ALL_KINDS.filter((kind) => asked.includes(kind) || asked.includes('context'));
  return { users: asked.includes('user'), contexts };
}

/** Whoever is meant, if he may be written to. */
async function oneUser(
  ctx: Context,
  id: string,
  context: BookContext | undefined,
  conversation: string | null | undefined,
): Promise<Recipients> {
  const user = await findUser(ctx, id);
  const conversationId = parseNumber(conversation ?? '');
  const known = await knownUsers(ctx, [user.id], { context, conversationId });
  return serializeParticipants(ctx, known, {}, await inCommon(ctx, known, context));
}

/** In a search within a context nothing else is told of what one has in common. */
async function inCommon(
  ctx: Context,
  users: readonly User[],
  context: BookContext | undefined,
): Promise<(userId: number) => CommonContexts> {
  const book = context && context.kind !== 'group' ? await bookWithCourse(ctx, context.course) : undefined;
  const all = await commonContexts(
    ctx,
    users.map(({ id }) => id),
    book,
  );
  if (!context) return all;
  const only = (from: CommonContexts['courses'], id: number) => (from[id] ? { [id]: from[id] } : {});
  return (userId) => ({
    courses: context.kind === 'group' ? {} : only(all(userId).courses, context.course.id),
    groups: context.kind === 'group' ? only(all(userId).groups, context.group.id) : {},
  });
}

/** `course_1_groups` and `course_1_sections`: these alone, and nobody in them. */
const folderOf = ({ synthetic_contexts, context }: SearchParams): string | undefined =>
  synthetic_contexts ? /^course_\d+_(groups|sections)$/.exec(context ?? '')?.[1] : undefined;
const isFolder = (params: SearchParams): boolean => folderOf(params) !== undefined;

/** What the page shows of a course or section before one searches in it. */
async function overviewOf({ ctx, params, context, permissions, kinds, terms }: Asked) {
  const code = params.context ?? '';
  const applies = params.synthetic_contexts && kinds.contexts.length > 0 && terms.length === 0;
  if (!applies || !context || context.kind === 'group' || params.search_all_contexts) return undefined;
  if (parseCode(code)?.ending !== undefined) return undefined;
  return await syntheticContexts(ctx, code, context, permissions);
}

async function matchingContexts(asked: Asked): Promise<FoundContext[]> {
  const { ctx, params, context, permissions, kinds, terms } = asked;
  // Within a context only the page looks for others.
  if (context && !params.synthetic_contexts) return [];
  if (context && context.kind !== 'course') return [];
  const all = await searchableContexts(ctx, context, permissions);
  const { groupIds } = await addressBook(ctx);
  const folder = folderOf(params);
  const isAsked = ({ kind, id }: FoundContext): boolean => {
    if (folder) return `${kind}s` === folder;
    if (context) return kind !== 'course';
    if (terms.length > 0) return kinds.contexts.includes(kind);
    return kind === 'course' || (kind === 'group' && groupIds.includes(id));
  };
  const excluded = new Set(params.exclude);
  const matches = all.filter(
    (each) =>
      isAsked(each) &&
      !excluded.has(codeOf(each)) &&
      (params.include_inactive || each.state !== 'inactive') &&
      (!params.messageable_only || each.permissions['send_messages'] === true) &&
      terms.every((term) => each.name.toLowerCase().includes(term.toLowerCase())),
  );
  return sorted(matches, terms.length > 0);
}

/** Of a query over `users`. */
async function matchingUsers({ ctx, params, context, terms }: Asked): Promise<RawBuilder<SqlBool>> {
  const within = context ? await inBookContext(ctx, context) : inBook(ctx, await addressBook(ctx));
  const excluded = (params.exclude ?? []).flatMap((text) => parseNumber(text) ?? []);
  const named = terms.map(
    (term) => sql`(users.name ilike ${containing(term)} or users.short_name ilike ${containing(term)})`,
  );
  return sql<SqlBool>`(${sql.join(
    [availableUser, within ?? sql`false`, sql`not users.id = ${anyOf(excluded)}`, ...named],
    sql` and `,
  )})`;
}

/** Contexts first and then people, as one list. */
async function pageOf(
  { ctx, context }: Asked,
  contexts: readonly (FoundContext | RecipientContext)[],
  users: RawBuilder<SqlBool>,
): Promise<Recipients> {
  const found = sql<{ part: number; name_key: string; id: number }>`(
    select 0 as part, '' collate "C" as name_key, at as id from generate_series(1, ${contexts.length}::int) at
    union all
    select 1, users.sortable_name_key collate "C", users.id from users where ${users})`;
  const rows = await paginate(ctx, ctx.db.selectFrom(found.as('found')).select(['found.part', 'found.id']), {
    key: 'found.id',
    order: [{ by: 'found.part' }, { by: 'found.name_key' }],
    kind: 'bookmarks',
  });
  const shown = rows
    .filter(({ part }) => part === 0)
    .map(({ id }) => contexts[id - 1] as (typeof contexts)[number]);
  const people = await usersById(
    ctx,
    rows.filter(({ part }) => part === 1).map(({ id }) => id),
  );
  return [
    ...(await serializeContexts(ctx, shown, context)),
    ...serializeParticipants(ctx, people, {}, await inCommon(ctx, people, context)),
  ];
}

async function usersById(ctx: Context, ids: readonly number[]): Promise<User[]> {
  const rows = await ctx.db.selectFrom('users').selectAll().where('id', '=', anyOf(ids)).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

async function serializeContexts(
  ctx: Context,
  contexts: readonly (FoundContext | RecipientContext)[],
  within: BookContext | undefined,
): Promise<RecipientContext[]> {
  const found = contexts.filter((each): each is FoundContext => 'kind' in each);
  const idsOf = (kind: ContextKind) => found.filter((each) => each.kind === kind).map(({ id }) => id);
  const book =
    (within && within.kind !== 'group' && (await bookWithCourse(ctx, within.course))) ||
    (await addressBook(ctx));
  const counts = await countInContexts(ctx, book, {
    course: idsOf('course'),
    section: idsOf('section'),
    group: idsOf('group'),
  });
  return contexts.map((each): RecipientContext => {
    if (!('kind' in each)) return each;
    return {
      id: codeOf(each),
      name: each.name,
      avatar_url: groupPicture(ctx),
      type: 'context',
      user_count: counts.get(codeOf(each)) ?? 0,
      permissions: { ...each.permissions },
      ...(!within && each.contextName !== undefined && { context_name: each.contextName }),
    };
  });
}
