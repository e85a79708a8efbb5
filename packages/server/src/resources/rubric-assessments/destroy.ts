import { forgetOutcomeResults } from '../../domain/outcome-results.ts';
import { NotFound } from '../../errors.ts';
import { parseNumber } from '../../http/ids.ts';
import { operation } from '../../http/operation.ts';
import { Shape } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { rubricAssociation } from '../rubric-associations/load.ts';
import { StoredAssessment } from './schema.ts';
import { storedAssessment } from './serialize.ts';

/** The grade stays. As in Canvas any assessment with the same rubric in this course can be named. */
export default operation(
  'DELETE /api/v1/courses/{course_id}/rubric_associations/{rubric_association_id}/rubric_assessments/{id}',
  {
    summary: 'Delete an assessment',
    load: { course: course('course_id'), tied: rubricAssociation('rubric_association_id') },
    requires: { tied: 'manage_rubrics' },
    returns: Shape({ rubric_assessment: StoredAssessment }),
    async handle({ ctx, tied: { association, course }, path }) {
      const assessment = await ctx.db
        .deleteFrom('rubric_assessments')
        .where('id', '=', parseNumber(path.id) ?? 0)
        .where(
          'rubric_association_id',
          'in',
          ctx.db
            .selectFrom('rubric_associations')
            .select('id')
            .where('rubric_id', '=', association.rubric_id)
            .where('context_type', '=', 'Course')
            .where('context_id', '=', course.id),
        )
        .returningAll()
        .executeTakeFirst();
      if (!assessment) throw new NotFound();
      await forgetOutcomeResults(ctx, { assessmentId: assessment.id });
      return { rubric_assessment: storedAssessment(ctx, assessment) };
    },
  },
);
