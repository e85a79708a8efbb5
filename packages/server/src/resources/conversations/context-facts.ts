/** What conversations say of the contexts that they are told by. */
import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { Context } from '../../http/context.ts';
import type { Held } from './load.ts';

const TABLES = { account: 'accounts', course: 'courses', group: 'groups' } as const;
type Kind = keyof typeof TABLES;

/** `course_1`: where it was begun, or else the first of its tags. */
function codeOf({ conversation }: Held): string | undefined {
  const { context_type, context_id, tags } = conversation;
  return context_type === null
    ? tags.find((tag) => /^(course|group)_\d+$/.test(tag))
    : `${context_type.toLowerCase()}_${context_id}`;
}

/** The names of the contexts, in a query for each kind. */
export async function contextNames(
  ctx: Context,
  helds: readonly Held[],
): Promise<(held: Held) => string | null> {
  const codes = helds.flatMap((held) => codeOf(held) ?? []);
  const names = new Map<string, string>();
  for (const kind of Object.keys(TABLES) as Kind[]) {
    const ids = codes
      .filter((code) => code.startsWith(`${kind}_`))
      .map((code) => Number(code.slice(kind.length + 1)));
    if (ids.length === 0) continue;
    const rows = await ctx.db
      .selectFrom(TABLES[kind])
      .select(['id', 'name'])
      .where('id', '=', anyOf(ids))
      .execute();
    for (const { id, name } of rows) names.set(`${kind}_${id}`, name);
  }
  return (held) => names.get(codeOf(held) ?? '') ?? null;
}

/** Of conversations between two: what the other one is in the contexts that the acting user's view is told by. */
export async function rolesOfOnlyOthers(
  ctx: Context,
  helds: readonly Held[],
): Promise<(conversationId: number, userId: number, tag: string) => string[]> {
  const tags = helds.flatMap(({ participant }) => participant.tags);
  const idsOf = (kind: string) =>
    tags.filter((tag) => tag.startsWith(kind)).map((tag) => Number(tag.slice(kind.length)));
  const others = sql`(
    select conversation_id, user_id from conversation_participants
    where conversation_id = ${anyOf(helds.map(({ conversation }) => conversation.id))} and user_id <> ${ctx.me.id}
      and (select count(*) from conversation_participants everybody
        where everybody.conversation_id = conversation_participants.conversation_id) = 2)`;
  const { rows } = await sql<{ conversation_id: number; user_id: number; tag: string; role: string }>`
    select others.conversation_id, others.user_id, 'course_' || enrollments.course_id as tag, enrollments.type as role
      from ${others} others join enrollments on enrollments.user_id = others.user_id
      where enrollments.course_id = ${anyOf(idsOf('course_'))} and enrollments.workflow_state = 'active'
    union all
    select others.conversation_id, others.user_id, 'group_' || group_memberships.group_id, 'Member'
      from ${others} others join group_memberships on group_memberships.user_id = others.user_id
      where group_memberships.group_id = ${anyOf(idsOf('group_'))} and group_memberships.workflow_state = 'accepted'
    order by 3, 4`.execute(ctx.db);
  const keyOf = (conversationId: number, userId: number, tag: string) => `${conversationId}:${userId}:${tag}`;
  const byKey = Map.groupBy(rows, (row) => keyOf(row.conversation_id, row.user_id, row.tag));
  return (...key) => (byKey.get(keyOf(...key)) ?? []).map(({ role }) => role);
}
