/** Putting those into groups who are in none, as evenly as the limits of the groups let it be. */
import { randomInt } from 'node:crypto';
import { anyOf } from '../../db/any-of.ts';
import type { GroupCategoryRow, GroupRow } from '../../domain/group-access.ts';
import { insertMembers, type MembershipRow } from '../../domain/group-members.ts';
import type { Context } from '../../http/context.ts';
import { unassignedUsers } from './unassigned.ts';

interface Vessel {
  members: number;
  readonly most: number | null;
  added: number;
}

/**
 * How many of so many people each group gets: always the one that has the fewest, of equals the one that began with
 * fewer. Who finds no place stays without.
 */
export function portions(
  people: number,
  groups: readonly { readonly members: number; readonly most: number | null }[],
): number[] {
  const vessels: Vessel[] = groups.map(({ members, most }) => ({ members, most, added: 0 }));
  const byLevel = [...vessels].sort((a, b) => a.members - b.members);
  for (let left = people; left > 0; left--) {
    const open = byLevel.filter(({ members, most }) => most === null || members < most);
    const lowest = open.reduce<Vessel | undefined>(
      (least, each) => (least && least.members <= each.members ? least : each),
      undefined,
    );
    if (!lowest) break;
    lowest.members++;
    lowest.added++;
  }
  return vessels.map(({ added }) => added);
}

/** @returns the new memberships, by group and user */
export async function assignUnassigned(ctx: Context, category: GroupCategoryRow): Promise<MembershipRow[]> {
  const [groups, people] = [await groupsOf(ctx, category), await peopleWithout(ctx, category)];
  if (groups.length === 0 || people.length === 0) return [];
  const sizes = await sizesOf(ctx, groups);
  const shares = portions(
    people.length,
    groups.map(({ id, max_membership }) => ({ members: sizes.get(id) ?? 0, most: max_membership || null })),
  );
  const waiting = shuffled(people);
  const memberships: MembershipRow[] = [];
  for (const [index, group] of groups.entries()) {
    memberships.push(...(await insertMembers(ctx, group, waiting.splice(0, shares[index]))));
  }
  return memberships;
}

const groupsOf = (ctx: Context, { id }: GroupCategoryRow): Promise<GroupRow[]> =>
  ctx.db
    .selectFrom('groups')
    .selectAll()
    .where('group_category_id', '=', id)
    .where('workflow_state', '<>', 'deleted')
    .orderBy('id')
    .execute();

async function peopleWithout(ctx: Context, category: GroupCategoryRow): Promise<number[]> {
  const rows = await (await unassignedUsers(ctx, category)).select('users.id').execute();
  return rows.map(({ id }) => id);
}

async function sizesOf(ctx: Context, groups: readonly GroupRow[]): Promise<Map<number, number>> {
  const rows = await ctx.db
    .selectFrom('group_memberships')
    .select((eb) => ['group_id', eb.fn.countAll<number>().as('members')])
    .where('group_id', '=', anyOf(groups.map(({ id }) => id)))
    .where('workflow_state', '<>', 'deleted')
    .groupBy('group_id')
    .execute();
  return new Map(rows.map(({ group_id, members }) => [group_id, members]));
}

function shuffled(ids: readonly number[]): number[] {
  const rest = [...ids];
  return ids.map(() => rest.splice(randomInt(rest.length), 1)[0] as number);
}
