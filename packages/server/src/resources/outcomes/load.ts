import { mayWithOutcomes, outcomeContextOf } from '../../domain/outcome-contexts.ts';
import type { OutcomeRow } from '../../domain/outcome-groups.ts';
import { NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { loads } from '../../http/operation.ts';

type Right = 'read' | 'update';

/** An outcome that isn't deleted, of whatever context. Throws NotFound. */
async function findOutcome(ctx: Context, text: string): Promise<OutcomeRow> {
  const id = parseNumber(text);
  const found =
    id === undefined
      ? undefined
      : await ctx.db
          .selectFrom('learning_outcomes')
          .selectAll()
          .where('id', '=', id)
          .where('workflow_state', '=', 'active')
          .executeTakeFirst();
  if (!found) throw new NotFound();
  return found;
}

/** Whoever manages the outcomes of its context reads it too. Source: the policy of Canvas's LearningOutcome. */
async function grants(ctx: Context, outcome: OutcomeRow, right: Right): Promise<boolean> {
  const context = await outcomeContextOf(ctx, outcome);
  if (await mayWithOutcomes(ctx, context, 'manage_outcomes')) return true;
  return right === 'read' && (await mayWithOutcomes(ctx, context, 'read_outcomes'));
}

/** `load: { outcome: outcome('id') }` */
export const outcome = loads<OutcomeRow, Right>({ find: findOutcome, grants });
