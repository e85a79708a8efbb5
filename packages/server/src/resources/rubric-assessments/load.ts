import type { RubricAssessmentRow, RubricAssociationRow } from '../../domain/rubrics.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';

/** One of those by an association. */
export async function findAssessment(
  ctx: Context,
  { id }: RubricAssociationRow,
  text: string,
): Promise<RubricAssessmentRow | undefined> {
  return await ctx.db
    .selectFrom('rubric_assessments')
    .selectAll()
    .where('id', '=', parseNumber(text) ?? 0)
    .where('rubric_association_id', '=', id)
    .executeTakeFirst();
}
