/** Making and changing associations, which Canvas does in one action. Source: rubric_associations_controller.rb update. */

import { mayToAssignment } from '../../domain/assignment-access.ts';
import { ofCourse } from '../../domain/contexts.ts';
import { type CourseRow, mayInCourse } from '../../domain/course-access.ts';
import { demand } from '../../domain/demand.ts';
import { type Associable, associate } from '../../domain/rubric-associating.ts';
import { copyRubric, InvalidRubric, saveRubric } from '../../domain/rubric-writing.ts';
import { type RubricAssociationRow, type RubricRow, rubricRights } from '../../domain/rubrics.ts';
import { InvalidRecord } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import type { Params } from '../../http/operation.ts';
import { Shape } from '../../http/schema.ts';
import { storedAssessment } from '../rubric-assessments/serialize.ts';
import { findAssociable, findRubric } from '../rubrics/load.ts';
import { WrittenRubric } from '../rubrics/schema.ts';
import { writtenRubric } from '../rubrics/serialize.ts';
import { WrittenAssociation } from './schema.ts';
import { writtenAssociation } from './serialize.ts';

export const Written = Shape({ rubric: WrittenRubric, rubric_association: WrittenAssociation });

type AssociationParams = Params<'POST /api/v1/courses/{course_id}/rubric_associations'>;

/** @param before the association that is to be changed; a new one is made without */
export async function writeAssociation(
  ctx: Context,
  course: CourseRow,
  before: RubricAssociationRow | undefined,
  { rubric_association: tie = {}, rubric: changes }: AssociationParams,
) {
  const named = await findAssociable(ctx, course, tie);
  const found = await findRubric(ctx, before?.rubric_id ?? tie.rubric_id);
  await demand(ctx, mayTie(ctx, course, before, named));
  const object = before ? await findAssociable(ctx, course, before) : named;
  if (!object || object.type === 'Account') throw new InvalidRecord({ association_id: [['blank', 'blank']] });
  const rubric = await rubricFor(ctx, course, found, changes);
  const association = await associate(ctx, {
    rubric,
    context: ofCourse(course),
    object,
    fields: tie,
    association: before,
  });
  return await shown(ctx, rubric.id, association);
}

async function mayTie(
  ctx: Context,
  course: CourseRow,
  before: RubricAssociationRow | undefined,
  object: Associable | undefined,
): Promise<boolean> {
  if (await mayInCourse(ctx, course, 'manage_rubrics')) return true;
  return (
    !before && object?.type === 'Assignment' && (await mayToAssignment(ctx, object.assignment, 'update'))
  );
}

/** Courses don't share rubrics: that of another one is copied. An account's is used as it is. */
async function rubricFor(
  ctx: Context,
  course: CourseRow,
  rubric: RubricRow,
  changes: AssociationParams['rubric'],
): Promise<RubricRow> {
  const isForeign = rubric.context_type === 'Course' && rubric.context_id !== course.id;
  const own = isForeign ? await copyRubric(ctx, rubric, ofCourse(course)) : rubric;
  if (!changes || !(await rubricRights(ctx, own)).update) return own;
  return await saveRubric(ctx, own, changes).catch((error: unknown) => {
    if (!(error instanceof InvalidRubric)) throw error;
    throw new InvalidRecord({ rubric: error.messages });
  });
}

async function shown(ctx: Context, rubricId: number, association: RubricAssociationRow) {
  const rubric = await findRubric(ctx, rubricId);
  const assessments = await ctx.db
    .selectFrom('rubric_assessments')
    .selectAll()
    .where('rubric_association_id', '=', association.id)
    .orderBy('id')
    .execute();
  const { count } = await ctx.db
    .selectFrom('rubric_associations')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('rubric_id', '=', rubricId)
    .where('workflow_state', '=', 'active')
    .executeTakeFirstOrThrow();
  return {
    rubric: await writtenRubric(ctx, rubric),
    rubric_association: await writtenAssociation(ctx, association, {
      rubric_assessments: assessments.map((row) => storedAssessment(ctx, row)),
      association_count: count,
    }),
  };
}
