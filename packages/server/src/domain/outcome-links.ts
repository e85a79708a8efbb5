/** What holds a link to an outcome in its place, and what goes with the last one. */
import { sql } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type { Context } from '../http/context.ts';

/** The last link to an outcome that something in its context is aligned with stays. */
export class LastLinkToAlignedOutcome extends Error {
  override readonly name = 'LastLinkToAlignedOutcome';
  constructor(title: string) {
    super(`Outcome '${title}' cannot be deleted because it is aligned to content.`);
  }
}

interface Hold {
  id: number;
  outcome_id: number;
  title: string;
  /** The link is in the context that the outcome was made in. */
  native: boolean;
  /** Another link in the same context remains. */
  elsewhere: boolean;
  /** Something is aligned: anywhere for a native link, in its context for another. */
  aligned: boolean;
}

/** @param together whether all the links would go at once, rather than each alone */
async function holdsOn(ctx: Context, linkIds: readonly number[], together: boolean): Promise<Hold[]> {
  const remaining = together ? sql`other.id <> all(${linkIds}::bigint[])` : sql`other.id <> link.id`;
  const { rows } = await sql<Hold>`
    select link.id, outcome.id as outcome_id, outcome.title, native.is as native,
      exists (select 1 from learning_outcome_links other
        where other.learning_outcome_id = link.learning_outcome_id and ${remaining}
          and other.context_type is not distinct from link.context_type
          and other.context_id is not distinct from link.context_id) as elsewhere,
      exists (select 1 from learning_outcome_alignments alignment
        where alignment.learning_outcome_id = link.learning_outcome_id and alignment.workflow_state = 'active'
          and (native.is or alignment.context_type = link.context_type and alignment.context_id = link.context_id)
      ) as aligned
    from learning_outcome_links link
    join learning_outcomes outcome on outcome.id = link.learning_outcome_id
    cross join lateral (select outcome.context_type is not distinct from link.context_type
      and outcome.context_id is not distinct from link.context_id as is) native
    where link.id = ${anyOf(linkIds)}
    order by link.id`.execute(ctx.db);
  return rows;
}

/** Which of some links may go, each by itself. */
export async function removableLinks(ctx: Context, linkIds: readonly number[]): Promise<ReadonlySet<number>> {
  if (linkIds.length === 0) return new Set();
  const holds = await holdsOn(ctx, linkIds, false);
  return new Set(holds.filter(({ elsewhere, aligned }) => elsewhere || !aligned).map(({ id }) => id));
}

/**
 * Takes links away together, and with the last link in its own context the outcome itself, wherever else it is linked.
 * Throws LastLinkToAlignedOutcome.
 */
export async function removeLinks(ctx: Context, linkIds: readonly number[]): Promise<void> {
  if (linkIds.length === 0) return;
  const holds = await holdsOn(ctx, linkIds, true);
  const held = holds.find(({ elsewhere, aligned }) => !elsewhere && aligned);
  if (held) throw new LastLinkToAlignedOutcome(held.title);
  const orphans = holds.filter(({ native, elsewhere }) => native && !elsewhere);
  await ctx.db.deleteFrom('learning_outcome_links').where('id', '=', anyOf(linkIds)).execute();
  await deleteOutcomes(
    ctx,
    orphans.map(({ outcome_id }) => outcome_id),
  );
}

/** Deletes outcomes with all their links and alignments. */
export async function deleteOutcomes(ctx: Context, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await ctx.db.deleteFrom('learning_outcome_links').where('learning_outcome_id', '=', anyOf(ids)).execute();
  const deleted = { workflow_state: 'deleted', updated_at: ctx.now } as const;
  await ctx.db
    .updateTable('learning_outcome_alignments')
    .set(deleted)
    .where('learning_outcome_id', '=', anyOf(ids))
    .where('workflow_state', '=', 'active')
    .execute();
  await ctx.db.updateTable('learning_outcomes').set(deleted).where('id', '=', anyOf(ids)).execute();
}
