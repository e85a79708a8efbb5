import { belongsTo, type OutcomeContext } from '../../domain/outcome-contexts.ts';
import { type OutcomeGroupRow, rootOutcomeGroup } from '../../domain/outcome-groups.ts';
import type { Context } from '../../http/context.ts';
import type { Running } from './import-row.ts';
import { type ImportedRow, InvalidRow, listed } from './rows.ts';

/**
 * The groups that a row names as its parents, which stand in rows before it; the root, or the group that the whole import
 * goes into, where it names none. Throws InvalidRow.
 */
export async function parentsOf(
  ctx: Context,
  { row: { id, learning_outcome_group_id } }: Running,
  row: ImportedRow,
  context: OutcomeContext | 'any',
  usual: OutcomeContext,
): Promise<OutcomeGroupRow[]> {
  const guids = [...new Set((row.parent_guids ?? '').split(/\s+/).filter(Boolean))];
  const active = () =>
    ctx.db.selectFrom('learning_outcome_groups').selectAll().where('workflow_state', '=', 'active');
  if (guids.length === 0) {
    if (learning_outcome_group_id === null) return [await rootOutcomeGroup(ctx, usual)];
    return await active().where('id', '=', learning_outcome_group_id).execute();
  }
  let query = active().where('outcome_import_id', '=', id).where('vendor_guid', 'in', guids).orderBy('id');
  if (context !== 'any') query = query.where(belongsTo(context, 'learning_outcome_groups'));
  const parents = await query.execute();
  const missing = guids.filter((guid) => !parents.some(({ vendor_guid }) => vendor_guid === guid));
  if (missing.length > 0) {
    throw new InvalidRow(`Parent references not found prior to this row: ${listed(missing)}`);
  }
  return parents;
}
