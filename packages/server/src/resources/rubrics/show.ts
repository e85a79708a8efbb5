import { anyOf } from '../../db/any-of.ts';
import { courseAccess } from '../../domain/course-access.ts';
import type { RubricAssociationRow, RubricContext, RubricRow } from '../../domain/rubrics.ts';
import { studentIds } from '../../domain/submission-students.ts';
import { InvalidRecord } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { type AssessmentStyle, serializeAssessment } from '../rubric-assessments/serialize.ts';
import { serializeAssociation } from '../rubric-associations/serialize.ts';
import { findListed, rubricContexts } from './load.ts';
import { Rubric } from './schema.ts';
import { serializeRubric } from './serialize.ts';

const ofAssessments = {
  assessments: undefined,
  graded_assessments: 'grading',
  peer_assessments: 'peer_review',
} as const;

const ofAssociations = {
  associations: undefined,
  assignment_associations: 'Assignment',
  course_associations: 'Course',
  account_associations: 'Account',
} as const;

const STYLES = ['full', 'comments_only'] as const;

export default inContexts(rubricContexts, 'GET /api/v1/{context}/rubrics/{id}', {
  summary: 'A rubric',
  requires: { context: 'manage_rubrics' },
  returns: Rubric,
  async handle({ ctx, context, path, params: { include = [], style } }) {
    const rubric = await findListed(ctx, context, path.id);
    refuseWrong(include, style ?? undefined);
    const shown = style as AssessmentStyle;
    const assessments = named(include, ofAssessments);
    const associations = named(include, ofAssociations);
    return serializeRubric(rubric, {
      criteria: style === 'full',
      ...(assessments && {
        assessments: await assessmentsOf(ctx, context, rubric, ofAssessments[assessments], shown),
      }),
      ...(associations && { associations: await associationsOf(ctx, rubric, ofAssociations[associations]) }),
    });
  },
});

function named<Name extends string>(
  asked: readonly string[],
  table: Record<Name, unknown>,
): Name | undefined {
  return asked.find((name): name is Name => Object.hasOwn(table, name));
}

/** @throws InvalidRecord */
function refuseWrong(include: readonly string[], style: string | undefined): void {
  const errors: Record<string, string[]> = {};
  const styles: readonly string[] = STYLES;
  if (style !== undefined && !styles.includes(style)) {
    errors['style'] = [`invalid style requested. Must be one of the following: ${STYLES.join(', ')}`];
  }
  const known = [...Object.keys(ofAssessments), ...Object.keys(ofAssociations)];
  if (include.some((name) => !known.includes(name))) {
    errors['include'] = [
      `invalid include value requested. Must be one of the following: ${known.join(', ')}`,
    ];
  } else {
    for (const [kind, table] of [
      ['association', ofAssociations] as const,
      ['assessment', ofAssessments] as const,
    ]) {
      const several = Object.keys(table).filter((name) => include.includes(name));
      const given = include.filter((name) => several.includes(name));
      if (several.length > 1) {
        errors['include'] = [
          `cannot list multiple ${kind} includes. Multiple given: ${[...new Set(given)].join(', ')}`,
        ];
      }
    }
    if (style !== undefined && !include.some((name) => Object.hasOwn(ofAssessments, name))) {
      errors['style'] = ['invalid parameters. Style parameter passed without requesting assessments'];
    }
  }
  if (Object.keys(errors).length > 0) throw new InvalidRecord(errors);
}

/** Of an account's rubric those in all courses; in a course its own, of the students whom the caller sees. */
async function assessmentsOf(
  ctx: Context,
  context: RubricContext,
  { id }: RubricRow,
  type: 'grading' | 'peer_review' | undefined,
  style: AssessmentStyle,
) {
  let query = ctx.db.selectFrom('rubric_assessments').selectAll().where('rubric_id', '=', id);
  if (type) query = query.where('assessment_type', '=', type);
  if (context.type === 'Course') {
    const students = { courseId: context.id, sectionId: null, scope: 'ever' } as const;
    query = query
      .where(
        'rubric_association_id',
        'in',
        ctx.db
          .selectFrom('rubric_associations')
          .select('id')
          .where('context_type', '=', 'Course')
          .where('context_id', '=', context.id),
      )
      .where('user_id', 'in', studentIds(await courseAccess(ctx, context.course), students));
  }
  const rows = await query.orderBy('id').execute();
  const associations = await ctx.db
    .selectFrom('rubric_associations')
    .selectAll()
    .where('id', '=', anyOf(rows.flatMap(({ rubric_association_id }) => rubric_association_id ?? [])))
    .where('workflow_state', '=', 'active')
    .execute();
  const byId = new Map<number, RubricAssociationRow>(associations.map((each) => [each.id, each]));
  return rows.map((row) => serializeAssessment(ctx, row, style, byId.get(row.rubric_association_id ?? 0)));
}

async function associationsOf(
  ctx: Context,
  { id }: RubricRow,
  type: 'Assignment' | 'Course' | 'Account' | undefined,
) {
  let query = ctx.db
    .selectFrom('rubric_associations')
    .selectAll()
    .where('rubric_id', '=', id)
    .where('workflow_state', '=', 'active');
  if (type) query = query.where('association_type', '=', type);
  return (await query.orderBy('id').execute()).map(serializeAssociation);
}
