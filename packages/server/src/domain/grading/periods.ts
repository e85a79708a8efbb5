/**
 * The grading periods of a course: its own set where it has one, as Canvas once made them, else that of its term.
 * Dates are compared by the minute, and a period begins just after its start.
 */
import { type Selectable, sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { GradingPeriodGroupsTable, GradingPeriodsTable } from '../../db/tables/index.ts';
import type { Context } from '../../http/context.ts';

export type PeriodRow = Selectable<GradingPeriodsTable>;
export type PeriodSetRow = Selectable<GradingPeriodGroupsTable>;

export interface CoursePeriods {
  readonly set: PeriodSetRow;
  /** By their start; at least one. */
  readonly periods: readonly PeriodRow[];
}

interface InTerm {
  readonly id: number;
  readonly enrollment_term_id: number;
}

/** Of each course that has any, in two queries. */
export async function periodsOfCourses(
  ctx: Context,
  courses: readonly InTerm[],
): Promise<Map<number, CoursePeriods>> {
  const sets = await setsOf(ctx, courses);
  const periods = await periodsOfSets(
    ctx,
    sets.map(({ id }) => id),
  );
  const telling = sets.flatMap((set) => {
    const own = periods.get(set.id);
    return own ? [{ set, periods: own }] : [];
  });
  const ofCourse = new Map(telling.map((found) => [found.set.course_id, found]));
  const ofTerm = new Map(telling.flatMap((found) => found.set.term_ids.map((id) => [id, found] as const)));
  return new Map(
    courses.flatMap(({ id, enrollment_term_id }) => {
      const found = ofCourse.get(id) ?? ofTerm.get(enrollment_term_id);
      return found ? [[id, found] as const] : [];
    }),
  );
}

export async function periodsOfCourse(ctx: Context, course: InTerm): Promise<CoursePeriods | undefined> {
  return (await periodsOfCourses(ctx, [course])).get(course.id);
}

/** The sets of some courses or of their terms, with those terms. */
async function setsOf(ctx: Context, courses: readonly InTerm[]) {
  const terms = anyOf(courses.map(({ enrollment_term_id }) => enrollment_term_id));
  return await ctx.db
    .selectFrom('grading_period_groups')
    .selectAll()
    .select(
      sql<number[]>`array(select term.id from enrollment_terms term
        where term.grading_period_group_id = grading_period_groups.id and term.id = ${terms})`.as('term_ids'),
    )
    .where('workflow_state', '=', 'active')
    .where(
      sql<boolean>`(course_id = ${anyOf(courses.map(({ id }) => id))} or id in (select grading_period_group_id
        from enrollment_terms where enrollment_terms.id = ${terms}))`,
    )
    .execute();
}

/** By set, each by its start. */
export async function periodsOfSets(
  ctx: Context,
  setIds: readonly number[],
): Promise<Map<number, PeriodRow[]>> {
  if (setIds.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('grading_periods')
    .selectAll()
    .where('grading_period_group_id', '=', anyOf(setIds))
    .where('workflow_state', '=', 'active')
    .orderBy('start_date')
    .orderBy('id')
    .execute();
  return Map.groupBy(rows, ({ grading_period_group_id }) => grading_period_group_id);
}

const minute = (time: string): string => time.slice(0, '2026-08-24T12:00'.length);

/** The period in which something due then falls; what has no date falls in the last. */
export function periodAt(periods: readonly PeriodRow[], date: string | null): PeriodRow | undefined {
  if (date === null) return lastOf(periods);
  const at = minute(date);
  return periods.find(({ start_date, end_date }) => minute(start_date) < at && at <= minute(end_date));
}

export const isCurrent = (period: PeriodRow, now: string): boolean => periodAt([period], now) !== undefined;

/** Whether its grades are settled, for all but administrators. */
export const isClosed = ({ close_date }: PeriodRow, now: string): boolean => now > close_date;

/** The one that ends last. */
export function lastOf(periods: readonly PeriodRow[]): PeriodRow | undefined {
  return periods.reduce<PeriodRow | undefined>(
    (last, period) => (last && last.end_date >= period.end_date ? last : period),
    undefined,
  );
}
