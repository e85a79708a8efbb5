import { type AssignmentAccess, assignmentAccess } from '../../domain/assignment-access.ts';
import type { AssignmentRow, Override } from '../../domain/assignment-dates.ts';
import { NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { loads } from '../../http/operation.ts';

/** The overrides of an assignment that the caller may know of: all for staff, those that reach him otherwise. */
export async function knownOverrides(ctx: Context, assignment: AssignmentRow): Promise<readonly Override[]> {
  const access: AssignmentAccess = await assignmentAccess(ctx, assignment);
  return access.dates.overrides;
}

/** One of the assignment loaded before. Throws NotFound. */
export const override = loads<Override, never>({
  async find(ctx, id, { assignment }) {
    const number = parseNumber(id);
    const known = await knownOverrides(ctx, assignment as AssignmentRow);
    const found = known.find((each) => each.id === number);
    if (!found) throw new NotFound();
    return found;
  },
  grants: async () => true,
});
