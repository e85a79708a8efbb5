/** The results that somebody may see. */

import type { Selectable } from 'kysely';
import { type SelectQueryBuilder, sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { LearningOutcomeResultsTable, Tables } from '../../db/tables/index.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import { readsAllGrades } from '../../domain/outcome-grades.ts';
import type { Context } from '../../http/context.ts';

export type ResultRow = Selectable<LearningOutcomeResultsTable> & {
  content_type: 'Assignment' | 'Rubric';
  content_id: number;
};

type ResultsQuery = SelectQueryBuilder<
  Tables & { result: LearningOutcomeResultsTable },
  'result' | 'users',
  ResultRow
>;

interface Asked {
  readonly userIds: readonly number[];
  readonly outcomeIds: readonly number[];
  readonly includeHidden?: boolean | undefined;
}

/** By the students' names, then by outcome. */
export const resultOrder = [
  { by: 'users.sortable_name_key' },
  { by: 'users.id' },
  { by: 'result.learning_outcome_id' },
] as const;

/**
 * Of alignments that still hold. Who doesn't read all grades sees no result of a grade that isn't posted yet.
 * Source: find_outcome_results, exclude_muted_associations
 */
export async function resultsOf(ctx: Context, course: CourseRow, asked: Asked): Promise<ResultsQuery> {
  let query = ctx.db
    .selectFrom('learning_outcome_results as result')
    .innerJoin('users', 'users.id', 'result.user_id')
    .innerJoin('learning_outcome_alignments as alignment', 'alignment.id', 'result.alignment_id')
    .selectAll('result')
    .select(['alignment.content_type', 'alignment.content_id'])
    .where('result.course_id', '=', course.id)
    .where('result.user_id', '=', anyOf(asked.userIds))
    .where('result.learning_outcome_id', '=', anyOf(asked.outcomeIds))
    .where('alignment.workflow_state', '=', 'active');
  if (!asked.includeHidden) query = query.where('result.hidden', '=', false);
  if (!(await readsAllGrades(ctx, course))) {
    query = query.where(
      sql<boolean>`(result.assignment_id is null or exists (
        select 1 from assignments
        left join submissions on submissions.assignment_id = assignments.id and submissions.user_id = result.user_id
        where assignments.id = result.assignment_id and (submissions.posted_at is not null
          or assignments.grading_type = 'not_graded' or not assignments.post_manually)))`,
    );
  }
  return query as unknown as ResultsQuery;
}

/** All of them, in their order. */
export async function allResults(ctx: Context, course: CourseRow, asked: Asked): Promise<ResultRow[]> {
  let query = await resultsOf(ctx, course, asked);
  for (const { by } of resultOrder) query = query.orderBy(sql.ref(by));
  return await query.orderBy('result.id').execute();
}
