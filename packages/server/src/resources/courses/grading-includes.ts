/** What `include[]` tells of how a course is graded. */
import { anyOf } from '../../db/any-of.ts';
import { periodsOfCourses } from '../../domain/grading/periods.ts';
import { bandsOf, DEFAULT_SCHEME } from '../../domain/grading/scheme.ts';
import { courseSchemes } from '../../domain/grading/schemes.ts';
import type { Loader } from './includes.ts';

export const currentGradingPeriodScores: Loader = async (ctx, courses) => {
  const periods = await periodsOfCourses(ctx, courses);
  return ({ id }) => {
    const found = periods.get(id);
    return {
      has_grading_periods: found !== undefined,
      multiple_grading_periods_enabled: found !== undefined,
      has_weighted_grading_periods: found?.set.weighted ?? false,
    };
  };
};

/** Those of the term, past ones that were deleted among them; null where it has no set of any. */
export const gradingPeriods: Loader = async (ctx, courses) => {
  const rows = await ctx.db
    .selectFrom('enrollment_terms')
    .leftJoin(
      'grading_periods',
      'grading_periods.grading_period_group_id',
      'enrollment_terms.grading_period_group_id',
    )
    .select([
      'enrollment_terms.id as term_id',
      'grading_periods.id',
      'grading_periods.title',
      'grading_periods.start_date',
      'grading_periods.end_date',
      'grading_periods.workflow_state',
    ])
    .where('enrollment_terms.id', '=', anyOf(courses.map(({ enrollment_term_id }) => enrollment_term_id)))
    .where('enrollment_terms.grading_period_group_id', 'is not', null)
    .orderBy('grading_periods.start_date')
    .orderBy('grading_periods.id')
    .execute();
  const byTerm = Map.groupBy(rows, ({ term_id }) => term_id);
  return ({ enrollment_term_id }) => ({
    grading_periods:
      byTerm
        .get(enrollment_term_id)
        ?.filter(({ id }) => id !== null)
        .map(({ term_id: _, ...period }) => period) ?? null,
  });
};

/** Names and bounds, best first; Canvas's own where the course chose none. */
export const gradingScheme: Loader = async (ctx, courses) => {
  const schemes = await courseSchemes(ctx, courses);
  return ({ id }) => ({
    grading_scheme: bandsOf(schemes.get(id) ?? DEFAULT_SCHEME).map((band) => [...band]),
  });
};
