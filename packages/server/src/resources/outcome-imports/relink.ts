import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { OutcomeGroupRow } from '../../domain/outcome-groups.ts';
import { linkOutcomes } from '../../domain/outcome-groups.ts';
import { deleteOutcomes } from '../../domain/outcome-links.ts';
import type { Context } from '../../http/context.ts';
import type { Running } from './import-row.ts';

/**
 * Links an outcome into exactly these groups, as far as the import reaches: into its own context, and with a column
 * `course_id` into the courses below. Links to what is aligned stay; an outcome that is linked nowhere any more goes.
 */
export async function relink(
  ctx: Context,
  running: Running,
  outcomeId: number,
  parents: readonly OutcomeGroupRow[],
): Promise<void> {
  for (const parent of parents) await linkOutcomes(ctx, parent, [outcomeId]);
  const { context, reachesCourses } = running;
  const reached =
    reachesCourses && context.type === 'Account'
      ? sql<boolean>`(
          link.context_type = 'Account' and link.context_id in
            (select id from accounts where path @> array[${context.id}]::bigint[])
          or link.context_type = 'Course' and link.context_id in
            (select courses.id from courses join accounts on accounts.id = courses.account_id
              where accounts.path @> array[${context.id}]::bigint[]))`
      : sql<boolean>`link.context_type = ${context.type} and link.context_id = ${context.id}`;
  await sql`
    delete from learning_outcome_links link
    where link.learning_outcome_id = ${outcomeId} and ${reached}
      and not link.learning_outcome_group_id = ${anyOf(parents.map(({ id }) => id))}
      and not exists (select 1 from learning_outcome_alignments alignment
        where alignment.learning_outcome_id = link.learning_outcome_id and alignment.workflow_state = 'active'
          and alignment.context_type = link.context_type and alignment.context_id = link.context_id)`.execute(
    ctx.db,
  );
  if (parents.length > 0) return;
  const left = await ctx.db
    .selectFrom('learning_outcome_links')
    .select('id')
    .where('learning_outcome_id', '=', outcomeId)
    .limit(1)
    .executeTakeFirst();
  if (!left) await deleteOutcomes(ctx, await ownIds(ctx, running, outcomeId));
}

/** The outcome, where it is the importing context's own. */
async function ownIds(ctx: Context, { context }: Running, outcomeId: number): Promise<number[]> {
  const rows = await ctx.db
    .selectFrom('learning_outcomes')
    .select('id')
    .where('id', '=', outcomeId)
    .where('context_type', '=', context.type)
    .where('context_id', '=', context.id)
    .execute();
  return rows.map(({ id }) => id);
}
