/**
 * What a conversation is told by: the courses and groups that those who take part share. Source: Canvas's SimpleTags
 * and the tags of Conversation.
 */
import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { presentEnrollment } from '../../domain/address-book.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';

/** `course_1` and `group_2` of one person. */
export interface Codes {
  /** What is going on. */
  readonly present: readonly string[];
  /** What is over as well. */
  readonly all: readonly string[];
}

const NO_CODES: Codes = { present: [], all: [] };

export type CodesOf = (userId: number) => Codes;

/** The courses and groups of some people, in one query. */
export async function codesOf(ctx: Context, userIds: Iterable<number>): Promise<CodesOf> {
  const ids = anyOf(userIds);
  const { rows } = await sql<{ user_id: number; code: string; present: boolean }>`
    select enrollments.user_id, 'course_' || enrollments.course_id as code, bool_or(${presentEnrollment}) as present
      from enrollments join courses on courses.id = enrollments.course_id
      where enrollments.user_id = ${ids} and courses.workflow_state <> 'deleted'
        and (${presentEnrollment} or enrollments.workflow_state = 'completed')
      group by 1, 2, enrollments.course_id
    union all
    select group_memberships.user_id, 'group_' || groups.id, true
      from group_memberships join groups on groups.id = group_memberships.group_id
      where group_memberships.user_id = ${ids} and group_memberships.workflow_state = 'accepted'
        and groups.workflow_state = 'available' and not groups.non_collaborative
    order by 2`.execute(ctx.db);
  const known = new Map<number, { present: string[]; all: string[] }>();
  for (const { user_id, code, present } of rows) {
    const codes = known.get(user_id) ?? { present: [], all: [] };
    codes.all.push(code);
    if (present) codes.present.push(code);
    known.set(user_id, codes);
  }
  return (userId) => known.get(userId) ?? NO_CODES;
}

/** What more than `threshold` of some people share, the most shared first. */
export function sharedCodes(codesOf: CodesOf, userIds: readonly number[], threshold: number): string[] {
  const counts = new Map<string, number>();
  for (const code of userIds.flatMap((id) => codesOf(id).all)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > threshold)
    .sort(([, a], [, b]) => b - a)
    .map(([code]) => code);
}

export const common = (some: readonly string[], others: readonly string[]): string[] =>
  some.filter((each) => others.includes(each));

export const union = (...lists: (readonly string[])[]): string[] => [...new Set(lists.flat())];

/** The contexts that recipients and codes name: of a section its course, and of a group its course as well. */
export async function tagsOf(ctx: Context, codes: readonly string[]): Promise<string[]> {
  const idsOf = (type: string) =>
    codes.flatMap((code) => parseNumber(new RegExp(`^${type}_(\\d+)`).exec(code)?.[1] ?? '') ?? []);
  const sections = await ctx.db
    .selectFrom('course_sections')
    .select(['id', 'course_id'])
    .where('id', '=', anyOf(idsOf('section')))
    .execute();
  const groups = await ctx.db
    .selectFrom('groups')
    .select(['context_type', 'context_id'])
    .where('id', '=', anyOf(idsOf('group')))
    .execute();
  return union(
    idsOf('course').map((id) => `course_${id}`),
    idsOf('group').map((id) => `group_${id}`),
    sections.map(({ course_id }) => `course_${course_id}`),
    groups.map(({ context_type, context_id }) => `${context_type.toLowerCase()}_${context_id}`),
  );
}
