import { anyOf } from '../../db/any-of.ts';
import { loadTerms, noTerm } from '../../domain/course-access.ts';
import { courseConcluded, type DatedTerm } from '../../domain/enrollment-dates.ts';
import type { Context } from '../../http/context.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { findListed, rubricContexts } from './load.ts';
import { UsedLocation } from './schema.ts';

/** Pages are counted in assignments, and hold them by course. */
export default inContexts(rubricContexts, 'GET /api/v1/{context}/rubrics/{id}/used_locations', {
  summary: 'The courses and assignments in which a rubric is used',
  requires: { context: 'manage_rubrics' },
  returns: List(UsedLocation),
  async handle({ ctx, context, path }) {
    const rubric = await findListed(ctx, context, path.id);
    const assignments = ctx.db
      .selectFrom('assignments')
      .innerJoin('courses', 'courses.id', 'assignments.course_id')
      .select(['assignments.id', 'assignments.name as title', 'assignments.course_id'])
      .where('assignments.workflow_state', '<>', 'deleted')
      .where(
        'assignments.id',
        'in',
        ctx.db
          .selectFrom('rubric_associations')
          .select('association_id')
          .where('rubric_id', '=', rubric.id)
          .where('association_type', '=', 'Assignment')
          .where('workflow_state', '=', 'active'),
      );
    const page = await paginate(ctx, assignments, {
      key: 'assignments.id',
      order: [{ by: 'courses.name' }, { by: 'assignments.name' }],
      kind: 'total',
      perPage: { default: 100, most: 100 },
    });
    const courses = await coursesOf(ctx, page);
    return [...Map.groupBy(page, ({ course_id }) => course_id)].map(([courseId, used]) => ({
      ...(courses.get(courseId) as { id: number; name: string; 'concluded?': boolean }),
      assignments: used.map(({ id, title }) => ({ id, title })),
    }));
  },
});

async function coursesOf(ctx: Context, rows: readonly { course_id: number }[]) {
  const courses = await ctx.db
    .selectFrom('courses')
    .selectAll()
    .where('id', '=', anyOf(rows.map(({ course_id }) => course_id)))
    .execute();
  const terms = await loadTerms(
    ctx,
    courses.map(({ enrollment_term_id }) => enrollment_term_id),
  );
  return new Map(
    courses.map((course) => {
      const term: DatedTerm = terms.get(course.enrollment_term_id) ?? noTerm;
      const concluded = course.workflow_state === 'completed' || courseConcluded(course, term, ctx.now);
      return [course.id, { id: course.id, name: course.name, 'concluded?': concluded }];
    }),
  );
}
