/** Which conversations a request is about: `scope` and `filter[]`; elsewhere it decides about `visible`. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { inboxOwner } from './load.ts';
import { ConversationRefusal } from './refusals.ts';

export interface ScopeParams {
  readonly scope?: string | null;
  readonly filter?: readonly string[];
  readonly filter_mode?: string | null;
}

const received = sql<SqlBool>`conversation_participants.last_message_at is not null`;

const SCOPES: Readonly<Record<string, RawBuilder<SqlBool>>> = {
  unread: sql`(${received} and conversation_participants.workflow_state = 'unread')`,
  starred: sql`conversation_participants.starred`,
  sent: sql`conversation_participants.visible_last_authored_at is not null`,
  archived: sql`(${received} and conversation_participants.workflow_state = 'archived')`,
  inbox: sql`(${received} and conversation_participants.workflow_state in ('read', 'unread'))`,
};

/** A query over the acting user's `conversation_participants`. Throws ConversationRefusal. */
export async function conversationsIn(ctx: Context, { scope, filter = [], filter_mode }: ScopeParams) {
  const mode = filter_mode || 'or';
  if (mode !== 'or' && mode !== 'and') throw new ConversationRefusal('filter_mode', 'invalid');
  const inScope = (Object.hasOwn(SCOPES, scope ?? '') && SCOPES[scope ?? '']) || SCOPES['inbox'];
  const query = ctx.db
    .selectFrom('conversation_participants')
    .where('user_id', '=', inboxOwner(ctx).id)
    .where(inScope as RawBuilder<SqlBool>);
  const filters = filter.filter((each) => each !== '');
  return filters.length === 0 ? query : query.where(await matching(ctx, filters, mode));
}

/** The newest first; what was never received stands above all, as it does in Canvas. */
export const orderIn = (scope: string | null | undefined): RawBuilder<unknown> =>
  scope === 'sent'
    ? sql`conversation_participants.visible_last_authored_at`
    : sql`coalesce(conversation_participants.last_message_at, 'infinity')`;

/** Contexts are looked for in the tags of the caller, people among those who take part. */
async function matching(
  ctx: Context,
  filters: readonly string[],
  mode: 'and' | 'or',
): Promise<RawBuilder<SqlBool>> {
  const isPerson = (filter: string) => /^(user_\d+|uuid:.+)$/.test(filter);
  const conditions = filters
    .filter((each) => !isPerson(each))
    .map((tag) => sql<SqlBool>`${tag} = any(conversation_participants.tags)`);
  if (filters.some(isPerson)) {
    const people = await peopleOf(ctx, filters.filter(isPerson));
    const least = mode === 'and' ? people.length : 1;
    conditions.push(sql`(select count(*) from conversation_participants others
      where others.conversation_id = conversation_participants.conversation_id
        and others.user_id = ${anyOf(people)}) >= ${least}`);
  }
  return sql`(${sql.join(conditions, mode === 'and' ? sql` and ` : sql` or `)})`;
}

/** Ids as they are; a uuid that nobody has is nobody, and there is no user 0. */
async function peopleOf(ctx: Context, filters: readonly string[]): Promise<number[]> {
  const uuids = filters.filter((each) => each.startsWith('uuid:')).map((each) => each.slice('uuid:'.length));
  const rows =
    uuids.length === 0
      ? []
      : await ctx.db.selectFrom('users').select(['id', 'uuid']).where('uuid', 'in', uuids).execute();
  const byUuid = new Map(rows.map(({ id, uuid }) => [uuid, id]));
  return filters.map((each) =>
    each.startsWith('uuid:')
      ? (byUuid.get(each.slice('uuid:'.length)) ?? 0)
      : (parseNumber(each.slice('user_'.length)) ?? 0),
  );
}

/** Which of some conversations are in the scope of the request. */
export async function visibleIn(
  ctx: Context,
  params: ScopeParams,
  ids: readonly number[],
): Promise<ReadonlySet<number>> {
  const query = await conversationsIn(ctx, params);
  const rows = await query.select('conversation_id').where('conversation_id', '=', anyOf(ids)).execute();
  return new Set(rows.map(({ conversation_id }) => conversation_id));
}
