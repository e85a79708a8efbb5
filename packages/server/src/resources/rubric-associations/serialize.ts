import { assetString, type CourseContext } from '../../domain/contexts.ts';
import { mayInCourse } from '../../domain/course-access.ts';
import { mayWithRubrics, type RubricAssociationRow, rubricContextOf } from '../../domain/rubrics.ts';
import type { Context } from '../../http/context.ts';
import { inOrderOf } from '../../http/schema.ts';
import { assessmentRequests } from './assessment-requests.ts';
import { RubricAssociation, StoredAssociation, WrittenAssociation } from './schema.ts';

export const serializeAssociation = (row: RubricAssociationRow): RubricAssociation =>
  inOrderOf(RubricAssociation, row);

/** With all that is stored of it. */
export const storedAssociation = (ctx: Context, row: RubricAssociationRow): StoredAssociation =>
  inOrderOf(StoredAssociation, {
    ...row,
    context_code: assetString({ type: row.context_type, id: row.context_id } as CourseContext),
    root_account_id: ctx.rootAccount.id,
  });

/** What the acting user may do with it. Source: the policy of Canvas's RubricAssociation. */
async function permissions(
  ctx: Context,
  row: RubricAssociationRow,
): Promise<WrittenAssociation['permissions']> {
  const context = await rubricContextOf(ctx, row);
  const manage = await mayWithRubrics(ctx, context, 'manage_rubrics');
  const inCourse = async (right: 'participate_as_student' | 'view_all_grades') =>
    context.type === 'Course' && (await mayInCourse(ctx, context.course, right));
  return {
    update: manage,
    delete: manage,
    manage,
    submit: await inCourse('participate_as_student'),
    view_rubric_assessments: await inCourse('view_all_grades'),
  };
}

export async function writtenAssociation(
  ctx: Context,
  row: RubricAssociationRow,
  more: Partial<WrittenAssociation> = {},
): Promise<WrittenAssociation> {
  return inOrderOf(WrittenAssociation, {
    ...storedAssociation(ctx, row),
    assessment_requests: await assessmentRequests(ctx, row),
    permissions: await permissions(ctx, row),
    ...more,
  });
}
