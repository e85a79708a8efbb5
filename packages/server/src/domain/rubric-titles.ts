import type { Context } from '../http/context.ts';
import type { RubricRow } from './rubrics.ts';

/** A title that no other rubric of the context has: ` (1)`, ` (2)` … behind it where one does. */
export async function recountedTitle(
  ctx: Context,
  { id, context_type, context_id }: Pick<RubricRow, 'id' | 'context_type' | 'context_id'>,
  title: string,
): Promise<string> {
  if (title.trim() === '') return title;
  const others = await ctx.db
    .selectFrom('rubrics')
    .select('title')
    .where('context_type', '=', context_type)
    .where('context_id', '=', context_id)
    .where('workflow_state', '<>', 'deleted')
    .where('id', '<>', id)
    .execute();
  const taken = new Set(others.map((other) => other.title));
  let own = title;
  for (let number = 1; taken.has(own); number++) own = `${title} (${number})`;
  return own;
}
