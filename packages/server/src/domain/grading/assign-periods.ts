/** Which grading period each submission falls in, by the date that its student goes by. */
import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { Context } from '../../http/context.ts';
import { lastOf, periodsOfCourses } from './periods.ts';

export interface PeriodScope {
  readonly courseIds: readonly number[];
  /** All unless given. */
  readonly assignmentIds?: readonly number[] | undefined;
  readonly userIds?: readonly number[] | undefined;
}

/**
 * Brings `submissions.grading_period_id` into step with the periods and the due dates. Call it after either changes.
 *
 * @returns by course, the users of whom something changed
 */
export async function assignPeriods(ctx: Context, scope: PeriodScope): Promise<Map<number, number[]>> {
  const courses = await ctx.db
    .selectFrom('courses')
    .select(['id', 'enrollment_term_id'])
    .where('id', '=', anyOf(scope.courseIds))
    .execute();
  const byCourse = await periodsOfCourses(ctx, courses);
  const spans = [...byCourse].flatMap(([course_id, { periods }]) =>
    periods.map(({ id, start_date, end_date }) => ({
      course_id,
      id,
      start_date,
      end_date,
      is_last: lastOf(periods)?.id === id,
    })),
  );
  const { rows } = await sql<{ course_id: number; user_id: number }>`
    with spans as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(spans)}::jsonb)
        as span(course_id bigint, id bigint, start_date timestamptz, end_date timestamptz, is_last boolean)
    ),
    fitting as (
      select submissions.id, (
        select spans.id from spans where spans.course_id = submissions.course_id
          and case when submissions.cached_due_date is null then spans.is_last
            else date_trunc('minute', spans.start_date) < date_trunc('minute', submissions.cached_due_date)
              and date_trunc('minute', submissions.cached_due_date) <= date_trunc('minute', spans.end_date) end
        order by spans.start_date, spans.id limit 1
      ) as grading_period_id
      from submissions
      where submissions.course_id = ${anyOf(scope.courseIds)}
        ${scope.assignmentIds ? sql`and submissions.assignment_id = ${anyOf(scope.assignmentIds)}` : sql``}
        ${scope.userIds ? sql`and submissions.user_id = ${anyOf(scope.userIds)}` : sql``}
    )
    update submissions set grading_period_id = fitting.grading_period_id
    from fitting
    where fitting.id = submissions.id
      and submissions.grading_period_id is distinct from fitting.grading_period_id
    returning submissions.course_id, submissions.user_id`.execute(ctx.db);
  const users = Map.groupBy(rows, ({ course_id }) => course_id);
  return new Map([...users].map(([id, found]) => [id, [...new Set(found.map(({ user_id }) => user_id))]]));
}
