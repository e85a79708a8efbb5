import type { AccountContext, CourseContext } from '../../domain/contexts.ts';
import { NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { loads } from '../../http/operation.ts';
import type { GradingStandardRow } from './serialize.ts';

export const standardsIn = (ctx: Context, { type, id }: AccountContext | CourseContext) =>
  ctx.db
    .selectFrom('grading_standards')
    .selectAll()
    .where('context_type', '=', type)
    .where('context_id', '=', id)
    .where('workflow_state', '=', 'active');

/** A standard of the very context that was loaded before it; those of the accounts above are found there. */
export const gradingStandard = loads<GradingStandardRow, never>({
  async find(ctx, text, { context }) {
    const id = parseNumber(text);
    if (id === undefined) throw new NotFound();
    const standard = await standardsIn(ctx, context as AccountContext | CourseContext)
      .where('id', '=', id)
      .executeTakeFirst();
    if (!standard) throw new NotFound();
    return standard;
  },
  grants: async () => false,
});
