import { anyOf } from '../../db/any-of.ts';
import { gradingAssessments } from '../../domain/rubric-assessing.ts';
import type { RubricAssessmentRow, RubricAssociationRow } from '../../domain/rubrics.ts';
import type { Context, User } from '../../http/context.ts';
import { inOrderOf } from '../../http/schema.ts';
import { storedAssociation } from '../rubric-associations/serialize.ts';
import { avatarUrl } from '../users/display.ts';
import { type FullRubricAssessment, RubricAssessment, RubricMark, StoredAssessment } from './schema.ts';

/** What of each criterion is shown; neither unless said. */
export type AssessmentStyle = 'full' | 'comments_only' | undefined;

const marksOf = ({ data }: RubricAssessmentRow) => data.map((mark) => inOrderOf(RubricMark, mark));

/** @param association that they were made by, while it lasts */
export function serializeAssessment(
  ctx: Context,
  row: RubricAssessmentRow,
  style: AssessmentStyle,
  association?: RubricAssociationRow,
): RubricAssessment {
  return inOrderOf(RubricAssessment, {
    ...row,
    ...{ data: undefined },
    ...(style === 'full' && { data: marksOf(row) }),
    ...(style === 'full' && association && { rubric_association: storedAssociation(ctx, association) }),
    ...(style === 'comments_only' && { comments: row.data.map(({ comments }) => comments) }),
  } as RubricAssessment);
}

/** With all that is stored of it. */
export const storedAssessment = (ctx: Context, row: RubricAssessmentRow): StoredAssessment =>
  inOrderOf(StoredAssessment, {
    ...row,
    artifact_type: 'Submission',
    data: marksOf(row),
    comments: null,
    root_account_id: ctx.rootAccount.id,
  });

export interface ShownAssessment {
  /** By criterion. */
  readonly indexed: Record<string, object>;
  readonly full: FullRubricAssessment;
}

/** The graders' assessments of some submissions, as `include[]` shows them, in a number of queries that doesn't grow. */
export async function assessmentsOfSubmissions(
  ctx: Context,
  submissionIds: readonly number[],
): Promise<(submissionId: number) => ShownAssessment | undefined> {
  const assessments = await gradingAssessments(ctx, submissionIds);
  if (assessments.size === 0) return () => undefined;
  const rows = [...assessments.values()];
  const [assessors, associations] = await Promise.all([
    usersNamed(ctx, rows),
    ctx.db
      .selectFrom('rubric_associations')
      .selectAll()
      .where('id', '=', anyOf(rows.flatMap(({ rubric_association_id }) => rubric_association_id ?? [])))
      .where('workflow_state', '=', 'active')
      .execute(),
  ]);
  const associationOf = new Map(associations.map((association) => [association.id, association]));
  return (submissionId) => {
    const row = assessments.get(submissionId);
    if (!row) return undefined;
    const assessor = assessors.get(row.assessor_id) as User;
    return {
      indexed: Object.fromEntries(
        row.data.map(({ criterion_id, id, comments, points }) => [
          criterion_id,
          { rating_id: id, comments, ...(points !== undefined && { points }) },
        ]),
      ),
      full: {
        ...serializeAssessment(ctx, row, 'full', associationOf.get(row.rubric_association_id ?? 0)),
        assessor_name: assessor.name,
        assessor_avatar_url: avatarUrl(ctx, assessor),
      },
    };
  };
}

export async function usersNamed(
  ctx: Context,
  rows: readonly Pick<RubricAssessmentRow, 'assessor_id'>[],
): Promise<Map<number, User>> {
  const users = await ctx.db
    .selectFrom('users')
    .selectAll()
    .where('id', '=', anyOf(rows.map(({ assessor_id }) => assessor_id)))
    .execute();
  return new Map(users.map((user) => [user.id, user]));
}
