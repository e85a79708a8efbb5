/** Making and changing rubrics, which Canvas does in one action. Source: app/controllers/rubrics_controller.rb update. */
import { ofCourse } from '../../domain/contexts.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import { type Associable, type AssociationFields, associate } from '../../domain/rubric-associating.ts';
import { InvalidRubric, type RubricFields, saveRubric, wouldChange } from '../../domain/rubric-writing.ts';
import {
  mayWithRubrics,
  type RubricAssociationRow,
  type RubricRow,
  rubricRights,
} from '../../domain/rubrics.ts';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import type { Params } from '../../http/operation.ts';
import { Optional, Shape } from '../../http/schema.ts';
import { WrittenAssociation } from '../rubric-associations/schema.ts';
import { writtenAssociation } from '../rubric-associations/serialize.ts';
import { demandAssociating, findAssociable } from './load.ts';
import { WrittenRubric } from './schema.ts';
import { unsavedRubric, writtenRubric } from './serialize.ts';

export const Written = Shape({
  rubric: WrittenRubric,
  rubric_association: Optional(WrittenAssociation),
});

type RubricParams = Params<'POST /api/v1/courses/{course_id}/rubrics'>;

interface Writing {
  readonly course: CourseRow;
  readonly params: RubricParams;
  readonly id: number | undefined;
  /** Rather than making another, changes the association that there is. */
  readonly updates: boolean;
}

/**
 * A rubric that others use too, or that an account owns, stays as it is: a copy of it is changed, and the association that
 * the request names is tied to the copy.
 */
export async function writeRubric(ctx: Context, { course, params, id, updates }: Writing) {
  const { rubric: fields, rubric_association: tie } = params;
  const named = tie && (await findAssociable(ctx, course, tie));
  await demandAssociating(ctx, course, named);
  const tied = await associationNamed(ctx, course, params.rubric_association_id);
  const found = id === undefined ? undefined : await rubricNamed(ctx, course, id, tied);
  const association = found && tied?.rubric_id === found.id ? tied : undefined;
  const object = named ?? (tied && (await objectOf(ctx, course, tied)));

  if (!fields) {
    if (found) return { rubric: await writtenRubric(ctx, found) };
    ctx.hint('Nothing was kept: send rubric[title] and rubric[criteria]');
    return { rubric: await unsavedRubric(ctx, course) };
  }
  hintAt(ctx, fields);
  const before = found && !(await isToBeCopied(ctx, found, fields)) ? found : undefined;
  if (before && !(await mayChange(ctx, course, before, association))) {
    return { rubric: await writtenRubric(ctx, before) };
  }
  const keepsPoints = /true/i.test(params.skip_updating_points_possible ?? '');
  const draft = {
    user_id: ctx.me.id,
    rubric_id: found?.id ?? null,
    context_type: 'Course',
    context_id: course.id,
    rubric_import_id: null,
  } as const;
  const rubric = await saveRubric(ctx, before ?? draft, withTotal(fields, tie), { keepsPoints }).catch(
    asAnswer,
  );
  const made =
    object &&
    (await tieTo(ctx, { course, rubric, object, association, fields: tie ?? {}, updates, keepsPoints }));
  // What hangs on its associations has changed with them.
  const stored = await ctx.db
    .selectFrom('rubrics')
    .selectAll()
    .where('id', '=', rubric.id)
    .executeTakeFirstOrThrow();
  return {
    rubric: await writtenRubric(ctx, stored),
    ...(made && {
      rubric_association: await writtenAssociation(ctx, made, { skip_updating_points_possible: keepsPoints }),
    }),
  };
}

const tieTo = (
  ctx: Context,
  tie: {
    course: CourseRow;
    rubric: RubricRow;
    object: Associable;
    association: RubricAssociationRow | undefined;
    fields: AssociationFields;
    updates: boolean;
    keepsPoints: boolean;
  },
) =>
  associate(ctx, {
    rubric: tie.rubric,
    context: ofCourse(tie.course),
    object: tie.object,
    fields: tie.fields,
    association: tie.association,
    updatesExisting: tie.updates,
    keepsPoints: tie.keepsPoints,
  });

/** Said of the association, it is said of the rubric too. */
const withTotal = (fields: RubricFields, tie: RubricParams['rubric_association']): RubricFields => ({
  ...fields,
  hide_score_total: fields.hide_score_total || tie?.hide_score_total,
});

async function associationNamed(
  ctx: Context,
  { id }: CourseRow,
  associationId: number | null | undefined,
): Promise<RubricAssociationRow | undefined> {
  if (!associationId) return undefined;
  return await ctx.db
    .selectFrom('rubric_associations')
    .selectAll()
    .where('id', '=', associationId)
    .where('context_type', '=', 'Course')
    .where('context_id', '=', id)
    .where('workflow_state', '=', 'active')
    .executeTakeFirst();
}

/** One of the course's own, or one of an account's by way of the association that it has here. */
async function rubricNamed(
  ctx: Context,
  course: CourseRow,
  id: number,
  tied: RubricAssociationRow | undefined,
): Promise<RubricRow | undefined> {
  let query = ctx.db
    .selectFrom('rubrics')
    .selectAll()
    .where('id', '=', id)
    .where('workflow_state', '<>', 'deleted');
  if (tied?.rubric_id !== id) {
    query = query.where('context_type', '=', 'Course').where('context_id', '=', course.id);
  }
  return await query.executeTakeFirst();
}

const objectOf = (ctx: Context, course: CourseRow, tied: RubricAssociationRow) =>
  findAssociable(ctx, course, tied);

async function isToBeCopied(ctx: Context, rubric: RubricRow, fields: RubricFields): Promise<boolean> {
  const isOfAccount = rubric.context_type === 'Account';
  const { update } = await rubricRights(ctx, rubric);
  if (update && !isOfAccount) return false;
  return await wouldChange(ctx, rubric, fields);
}

async function mayChange(
  ctx: Context,
  course: CourseRow,
  rubric: RubricRow,
  association: RubricAssociationRow | undefined,
): Promise<boolean> {
  if ((await rubricRights(ctx, rubric)).update) return true;
  return association !== undefined && (await mayWithRubrics(ctx, ofCourse(course), 'manage_rubrics'));
}

/** Canvas answers 200. */
function asAnswer(error: unknown): never {
  if (!(error instanceof InvalidRubric)) throw error;
  throw new Refusal(200, { error: true, messages: error.messages });
}

/** What is read otherwise than one would think. */
function hintAt(ctx: Context, { criteria, free_form_criterion_comments: comments }: RubricFields): void {
  if (criteria === undefined) {
    ctx.hint('rubric[criteria] is missing: the rubric is without criteria now; send all of them each time');
  }
  if (comments && comments !== '1' && comments !== '0' && comments !== 'false') {
    ctx.hint('rubric[free_form_criterion_comments] counts as no: send the text 1');
  }
}
