import type { Context } from '../../http/context.ts';
import { type MergeRecord, move, restate } from './merge-record.ts';

/** Moves whom a user observes and who observes him; doubles go, and so does what would observe itself. */
export async function mergeObservationLinks(
  ctx: Context,
  record: MergeRecord,
  fromId: number,
  intoId: number,
): Promise<void> {
  for (const [column, other] of [
    ['observer_id', 'user_id'],
    ['user_id', 'observer_id'],
  ] as const) {
    const rows = await ctx.db
      .selectFrom('user_observation_links')
      .select(['id', 'user_id', 'observer_id', 'root_account_id', 'workflow_state'])
      .where(column, 'in', [fromId, intoId])
      .orderBy('id')
      .execute();
    const theirs = rows.filter((row) => row[column] === intoId);
    for (const row of rows.filter((own) => own[column] === fromId && own.workflow_state === 'active')) {
      const twin = theirs.find(
        (link) => link[other] === row[other] && link.root_account_id === row.root_account_id,
      );
      if (twin) await restate(ctx, record, 'user_observation_links', [twin], 'active');
      if (twin || row[other] === intoId) {
        await restate(ctx, record, 'user_observation_links', [row], 'deleted');
      } else await move(ctx, record, `user_observation_links.${column}`, [row.id], intoId);
    }
  }
}
