/** A group with everything under it. */
import { sql } from 'kysely';
import type { Context } from '../http/context.ts';

/** The ids of a group and of all active ones below it, a parent before its children. */
export async function idsOfTree(ctx: Context, groupId: number): Promise<number[]> {
  // `union` drops what was seen, so that even a circle of rows would end.
  const { rows } = await sql<{ id: number }>`
    with recursive tree (id) as (
      select ${groupId}::bigint
      union
      select child.id from learning_outcome_groups child
      join tree on child.learning_outcome_group_id = tree.id
      where child.workflow_state = 'active'
    )
    select id from tree`.execute(ctx.db);
  return rows.map(({ id }) => id);
}
