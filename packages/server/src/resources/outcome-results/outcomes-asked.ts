/** Which of a course's outcomes results are asked of. */
import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import { rejection } from '../../domain/outcome-grades.ts';
import type { OutcomeGroupRow, OutcomeLinkRow, OutcomeRow } from '../../domain/outcome-groups.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';

export interface OutcomeParams {
  outcome_ids?: string[];
  outcome_group_id?: string | null;
}

export interface Outcomes {
  /** Each once, in the order of the links. */
  readonly outcomes: readonly OutcomeRow[];
  readonly links: readonly OutcomeLinkRow[];
  /** All of the course. */
  readonly groups: readonly OutcomeGroupRow[];
}

/** Throws a rejection. */
export async function findOutcomes(
  ctx: Context,
  course: CourseRow,
  { outcome_ids, outcome_group_id }: OutcomeParams,
): Promise<Outcomes> {
  if (outcome_ids && outcome_group_id) {
    throw rejection("can't filter by both outcome_ids and outcome_group_id");
  }
  const groups = await ctx.db
    .selectFrom('learning_outcome_groups')
    .selectAll()
    .where('context_type', '=', 'Course')
    .where('context_id', '=', course.id)
    .where('workflow_state', '=', 'active')
    .orderBy('id')
    .execute();
  let links = await linksOf(ctx, course);
  if (outcome_group_id) {
    const groupId = parseNumber(outcome_group_id);
    if (!groups.some(({ id }) => id === groupId)) {
      throw rejection('can only include an outcome group id in the outcome context');
    }
    links = links.filter(({ learning_outcome_group_id }) => learning_outcome_group_id === groupId);
  } else if (outcome_ids) {
    const asked = [
      ...new Set(outcome_ids.flatMap((text) => text.split(',')).map((text) => parseNumber(text) ?? 0)),
    ];
    links = asked.flatMap((id) => links.find(({ learning_outcome_id }) => learning_outcome_id === id) ?? []);
    if (links.length !== asked.length) {
      throw rejection("can only include id's of outcomes in the outcome context");
    }
  }
  return { groups, links, outcomes: await outcomesOf(ctx, links) };
}

/** In the order that the caller gave them in the gradebook, then as they were linked. */
async function linksOf(ctx: Context, course: CourseRow): Promise<OutcomeLinkRow[]> {
  return await ctx.db
    .selectFrom('learning_outcome_links as link')
    .leftJoin('user_outcome_orderings as ordering', (join) =>
      join
        .onRef('ordering.learning_outcome_id', '=', 'link.learning_outcome_id')
        .on('ordering.course_id', '=', course.id)
        .on('ordering.user_id', '=', ctx.me.id),
    )
    .selectAll('link')
    .where('link.context_type', '=', 'Course')
    .where('link.context_id', '=', course.id)
    .orderBy(sql`coalesce(ordering.position, 2147483647)`)
    .orderBy('link.id')
    .execute();
}

async function outcomesOf(ctx: Context, links: readonly OutcomeLinkRow[]): Promise<OutcomeRow[]> {
  const ids = [...new Set(links.map(({ learning_outcome_id }) => learning_outcome_id))];
  const rows = await ctx.db
    .selectFrom('learning_outcomes')
    .selectAll()
    .where('id', '=', anyOf(ids))
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Without the outcomes that nobody has a result of. */
export function onlyWithResults({ outcomes, links, groups }: Outcomes, ids: ReadonlySet<number>): Outcomes {
  return {
    groups,
    outcomes: outcomes.filter(({ id }) => ids.has(id)),
    links: links.filter(({ learning_outcome_id }) => ids.has(learning_outcome_id)),
  };
}
