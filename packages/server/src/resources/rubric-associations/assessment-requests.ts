import { sql } from 'kysely';
import type { RubricAssociationRow } from '../../domain/rubrics.ts';
import type { Context } from '../../http/context.ts';
import { inOrderOf } from '../../http/schema.ts';
import { StoredRequest } from './schema.ts';

/** Who was asked to assess whom with a rubric, and what came of it. */
export async function assessmentRequests(
  ctx: Context,
  { id }: RubricAssociationRow,
): Promise<StoredRequest[]> {
  const rows = await ctx.db
    .selectFrom('assessment_requests as requests')
    .selectAll('requests')
    .select(
      sql<number | null>`(select id from rubric_assessments assessments
        where assessments.rubric_association_id = requests.rubric_association_id
          and assessments.artifact_id = requests.asset_id and assessments.assessor_id = requests.assessor_id
          and assessments.assessment_type = 'peer_review')`.as('rubric_assessment_id'),
    )
    .where('requests.rubric_association_id', '=', id)
    .orderBy('requests.id')
    .execute();
  return rows.map((row) =>
    inOrderOf(StoredRequest, {
      ...row,
      asset_type: 'Submission',
      assessor_asset_type: 'Submission',
      rubric_association_id: id,
    }),
  );
}
