/**
 * For whom things are that nobody hands in: ungraded discussions and pages. One that is only for those whom its overrides
 * name is for them; so is one that stands in nothing but modules that are for some, for those whom the modules name.
 * Source: UngradedDiscussionVisibility and WikiPageVisibility of Canvas. Of assignments see assigned-students.ts.
 */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Context } from '../http/context.ts';

const kinds = {
  Discussion: { table: 'discussion_topics', named: 'discussion_topic_id' },
  Page: { table: 'wiki_pages', named: 'wiki_page_id' },
} as const;

export type AudienceKind = keyof typeof kinds;

/** Whether the override `o` names a user, in SQL: `u.id`, or `any(ids)` for one of several. */
export const overrideNames = (user: RawBuilder<unknown>): RawBuilder<SqlBool> => sql<SqlBool>`(
  o.set_type = 'ADHOC' and exists (select 1 from assignment_override_students s
    where s.assignment_override_id = o.id and s.user_id = ${user})
  or o.set_type = 'CourseSection' and exists (select 1 from enrollments e
    where e.course_section_id = o.set_id and e.user_id = ${user} and ${attends})
  or o.set_type = 'Course' and exists (select 1 from enrollments e
    where e.course_id = o.course_id and e.user_id = ${user} and ${attends})
  or o.set_type = 'Group' and exists (select 1 from group_memberships m
    where m.group_id = o.set_id and m.user_id = ${user} and m.workflow_state = 'accepted'))`;

const attends = sql`e.type in ('StudentEnrollment', 'StudentViewEnrollment', 'ObserverEnrollment')
  and e.workflow_state not in ('deleted', 'rejected')`;

/** The modules that the thing stands in. */
const places = (kind: AudienceKind) => sql`
  from module_items i join context_modules p on p.id = i.context_module_id and p.workflow_state <> 'deleted'
  where i.type = ${sql.lit(kind)} and i.content_id = ${sql.ref(`${kinds[kind].table}.id`)}
    and i.workflow_state <> 'deleted'`;

const hasGate = sql`exists (select 1 from assignment_overrides o
  where o.context_module_id = p.id and o.workflow_state = 'active')`;

/** In nothing but modules that are for some. */
const isGated = (kind: AudienceKind) => sql`(exists (select 1 ${places(kind)})
  and not exists (select 1 ${places(kind)} and not ${hasGate}))`;

/** A condition of a query over `discussion_topics` or `wiki_pages`: not for everybody. */
const isRestricted = (kind: AudienceKind) => sql<SqlBool>`
  (${sql.ref(`${kinds[kind].table}.only_visible_to_overrides`)} or ${isGated(kind)})`;

const namesUser = (kind: AudienceKind, user: RawBuilder<unknown>) => sql<SqlBool>`
  exists (select 1 from assignment_overrides o
    where o.workflow_state = 'active' and not o.unassign_item
      and (o.${sql.ref(kinds[kind].named)} = ${sql.ref(`${kinds[kind].table}.id`)}
        or o.context_module_id in (select i.context_module_id ${places(kind)}))
      and ${overrideNames(user)})`;

/** A condition of a query over `discussion_topics` or `wiki_pages`: for one of some users. */
export function isMeantFor(kind: AudienceKind, userIds: readonly number[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`(not ${isRestricted(kind)} or ${namesUser(kind, sql`any(${[...userIds]}::bigint[])`)})`;
}

/** Whether some topics or pages are for some users, for many of both at once. */
export async function audiences(
  ctx: Context,
  kind: AudienceKind,
  ids: readonly number[],
  userIds: readonly number[],
): Promise<(id: number, userId: number) => boolean> {
  if (ids.length === 0) return () => true;
  const table = sql.table(kinds[kind].table);
  const { rows: restricted } = await sql<{ id: number }>`
    select id from ${table} where id = any(${[...ids]}::bigint[]) and ${isRestricted(kind)}`.execute(ctx.db);
  if (restricted.length === 0) return () => true;
  const limited = new Set(restricted.map(({ id }) => id));
  const { rows } = await sql<{ id: number; user_id: number }>`
    select ${sql.ref(`${kinds[kind].table}.id`)}, u.id as user_id
    from ${table} cross join unnest(${[...userIds]}::bigint[]) as u (id)
    where ${sql.ref(`${kinds[kind].table}.id`)} = any(${[...limited]}::bigint[])
      and ${namesUser(kind, sql`u.id`)}`.execute(ctx.db);
  const named = new Set(rows.map(({ id, user_id }) => `${id}:${user_id}`));
  return (id, userId) => !limited.has(id) || named.has(`${id}:${userId}`);
}
